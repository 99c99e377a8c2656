#include "app/panels/chip_field.h"
#include "app/panels/controls.h"
#include "app/panels/fold_header.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/sheet_stack.h"
#include "model/operations/filling.h"
#include "tests/app/panels/shown_inspector.h"

#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

struct Fixture : ShownInspector {
    void fold(const QString& title) const { QTest::mouseClick(named<FoldHeader>(title), Qt::LeftButton); }
    QString value(ElementId subject, const QString& field) const {
        const Property* row = propertyOf(design(), subject, field);
        return row ? row->value : u"(no row)"_s;
    }
    void fill(ElementId subject, const QString& field, const QString& value) {
        QVERIFY(host.document().edit({"change-field", {field}}, [&](Editor& editor) {
            return fillField(editor, subject, field, value);
        }));
        QCoreApplication::processEvents();
        panel->updateNow();
    }
    /// The titles of the folds that are seen, with what is said of each.
    QStringList folds() const {
        QCoreApplication::processEvents();
        QStringList said;
        for (const FoldHeader* header : panel->findChildren<FoldHeader*>()) {
            if (header->isVisible())
                said.append(header->text() + u": "_s + header->accessibleDescription());
        }
        return said;
    }
    static void clickChip(ChipField* field, const QString& name) {
        for (int i = 0; i < field->chips().size(); ++i) {
            if (field->chips()[i].name == name) {
                QTest::mouseClick(field, Qt::LeftButton, {}, field->chipRect(i).center());
                return;
            }
        }
        QFAIL(qPrintable(u"no chip "_s + name));
    }
};

} // namespace

class TestSheets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSheetIsFoldedWithItsCount() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.fill(id, u"model.loss"_s, u"log loss"_s);
        f.select({id});
        const Sheet* sheet = f.host.templates().sheet(u"model"_s);
        int fields = 0;
        for (const SheetSection& section : sheet->sections)
            fields += int(section.fields.size());
        QCOMPARE(f.folds(), QStringList{u"Model card: 1 of %1"_s.arg(fields)});

        f.fold(u"Model card"_s);
        QCOMPARE(f.folds().size(), 1 + sheet->sections.size());
        QCOMPARE(f.folds().at(2), u"How it learns: 1 of %1"_s.arg(sheet->sections.at(1).fields.size()));
        // Of its parts only the first is open.
        QVERIFY(f.named<GrowingTextEdit>(sheet->sections.at(0).fields.at(0).title.in(u"en"_s)));
        int open = 0;
        for (const FoldHeader* header : f.panel->findChildren<FoldHeader*>())
            open += header->isVisible() && header->isChecked() ? 1 : 0;
        QCOMPARE(open, 2);
        // By keyboard it folds again.
        auto* header = f.named<FoldHeader>(u"Model card"_s);
        header->setFocus();
        QTest::keyClick(header, Qt::Key_Return);
        QCOMPARE(f.folds().size(), 1);
        QCOMPARE(f.host.historyKeys(), (QList<QByteArray>{"add-block", "change-field"}));
    }

    void typingIsOneUndoStepAndEmptyingRemovesTheRow() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.select({id});
        f.panel->revealField(id, u"model.loss"_s);
        auto* field = qobject_cast<GrowingTextEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        const qsizetype entries = f.host.historyKeys().size();
        QTest::keyClicks(field, u"log "_s);
        QTRY_COMPARE(f.value(id, u"model.loss"_s), u"log "_s);
        QTest::keyClicks(field, u"loss"_s);
        f.elsewhere->setFocus();
        QCOMPARE(f.value(id, u"model.loss"_s), u"log loss"_s);
        QCOMPARE(f.host.historyKeys().mid(entries), QList<QByteArray>{"change-field"});
        QCOMPARE(f.design().properties.size(), 1);
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        f.elsewhere->setFocus();
        QVERIFY(f.design().properties.isEmpty());
        QVERIFY(f.host.document().undo());
        QCoreApplication::processEvents();
        QCOMPARE(field->toPlainText(), u"log loss"_s);
    }

    void choicesAreChips() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.fill(id, u"model.regularisation"_s, u"dropout, own-way"_s);
        f.select({id});
        f.panel->revealField(id, u"model.regularisation"_s);
        auto* any = qobject_cast<ChipField*>(QApplication::focusWidget());
        QVERIFY(any);
        QCOMPARE(any->names(), (QStringList{u"dropout"_s, u"own-way"_s}));
        const QString first = any->chips().first().name;
        QVERIFY(first != u"dropout"_s);
        Fixture::clickChip(any, first);
        QCOMPARE(f.value(id, u"model.regularisation"_s), first + u", dropout, own-way"_s);
        Fixture::clickChip(any, u"dropout"_s);
        QCOMPARE(f.value(id, u"model.regularisation"_s), first + u", own-way"_s);
        QTest::keyClick(any, Qt::Key_Delete);
        QCOMPARE(f.value(id, u"model.regularisation"_s), u"(no row)"_s);

        f.panel->revealField(id, u"model.family"_s);
        auto* one = qobject_cast<ChipField*>(QApplication::focusWidget());
        QVERIFY(one && one != any);
        QTest::keyClick(one, Qt::Key_Space);
        QCOMPARE(f.value(id, u"model.family"_s), one->chips().at(0).name);
        QTest::keyClick(one, Qt::Key_Right);
        QTest::keyClick(one, Qt::Key_Return);
        QCOMPARE(f.value(id, u"model.family"_s), one->chips().at(1).name);
        QTest::keyClick(one, Qt::Key_Space);
        QCOMPARE(f.value(id, u"model.family"_s), u"(no row)"_s);
    }

    void theBoardHasSheetsOfItsOwn() {
        Fixture f;
        f.select({});
        QCOMPARE(f.folds().size(), f.host.templates().sheetsFor({}, f.host.catalogue()).size());
        f.panel->revealField({}, u"evaluation.a-a-first"_s);
        auto* yesNo = qobject_cast<SegmentedControl*>(QApplication::focusWidget());
        QVERIFY(yesNo);
        QTest::keyClick(yesNo, Qt::Key_Right);
        QCOMPARE(f.value({}, u"evaluation.a-a-first"_s), u"yes"_s);
        QTest::keyClick(yesNo, Qt::Key_Right);
        QCOMPARE(f.value({}, u"evaluation.a-a-first"_s), u"no"_s);
        QTest::keyClick(yesNo, Qt::Key_Delete);
        QCOMPARE(f.value({}, u"evaluation.a-a-first"_s), u"(no row)"_s);
    }

    /// What another version wrote, or what belonged to the kind that the block had, is seen and kept.
    void fieldsThatNoSheetHereHasAreShown() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.fill(id, u"data.split"_s, u"time"_s);
        f.fill(id, u"future.thing"_s, u"kept"_s);
        f.select({id});
        QCOMPARE(f.folds().last(), u"Other fields: 2"_s);
        f.fold(u"Other fields"_s);
        QStringList values;
        for (const QLabel* label : f.panel->findChildren<QLabel*>()) {
            if (label->isVisible() && label->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard))
                values.append(label->accessibleName() + u" = "_s + label->text());
        }
        QCOMPARE(values.size(), 2);
        QVERIFY2(values.at(0).startsWith(u"Data sheet · "_s), qPrintable(values.at(0)));
        QCOMPARE(values.at(1), u"future.thing = kept"_s);
        QCOMPARE(f.design().properties.size(), 2);
        // A step of a plan that was ticked by hand is none.
        const Framework& framework = f.host.templates().frameworks().first();
        f.fill({}, tickField(framework, framework.steps.first().prompts.first()), u"yes"_s);
        f.select({});
        QVERIFY2(!f.folds().last().startsWith(u"Other"_s), qPrintable(f.folds().last()));
    }

    void whatWasUnfoldedStaysSo() {
        Fixture f;
        const ElementId a = f.host.addBlock(u"model"_s);
        const ElementId b = f.host.addBlock(u"model"_s, {4000, 0});
        QString bare; // a kind without a sheet
        for (const Kind& kind : f.host.catalogue().kinds()) {
            if (f.host.templates().sheetsFor(kind.name, f.host.catalogue()).isEmpty())
                bare = kind.name;
        }
        QVERIFY(!bare.isEmpty());
        const ElementId c = f.host.addBlock(bare, {8000, 0});
        f.select({a});
        f.fold(u"Model card"_s);
        f.fold(u"Training"_s);
        const qsizetype seen = f.folds().size();
        f.select({b});
        QCOMPARE(f.folds().size(), seen);
        QVERIFY(f.named<FoldHeader>(u"Training"_s)->isChecked());
        f.select({c});
        QCOMPARE(f.folds().size(), 0);
    }

    void aReadOnlySheetIsOnlyRead() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.select({id});
        f.panel->revealField(id, u"model.family"_s);
        auto* chips = qobject_cast<ChipField*>(QApplication::focusWidget());
        QVERIFY(chips);
        f.host.setReadOnly(true);
        f.panel->updateNow();
        QVERIFY(!chips->isEnabled());
        for (const GrowingTextEdit* field : f.panel->findChildren<GrowingTextEdit*>())
            QVERIFY(field->isReadOnly());
    }
};

QTEST_MAIN(TestSheets)
#include "test_sheets.moc"
