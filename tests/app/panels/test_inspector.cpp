#include "app/panels/controls.h"
#include "app/panels/decision_section.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/kind_chooser.h"
#include "app/panels/kind_view.h"
#include "app/panels/metric_section.h"
#include "app/panels/note_section.h"
#include "app/panels/option_box.h"
#include "app/panels/page_header.h"
#include "app/panels/requirement_section.h"
#include "tests/app/panels/shown_inspector.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

struct Fixture : ShownInspector {
    void type(QWidget* field, const QString& text) const {
        field->setFocus();
        QTest::keyClicks(field, text);
    }
    /// What a press of the section's plus does.
    void add(const QString& section) const {
        auto* found = panel->findChild<Section*>(section);
        QTest::mouseClick(found->findChild<QToolButton*>(), Qt::LeftButton);
    }
    void leave() { elsewhere->setFocus(); }
    void settle() {
        leave();
        QCoreApplication::processEvents();
        panel->updateNow();
    }
    void undo() {
        QVERIFY(host.document().undo());
        QCoreApplication::processEvents();
        panel->updateNow();
    }
    template <class S>
    S* section() const {
        return panel->findChild<S*>();
    }
    template <class Row>
    const Row& only() const {
        const auto& table = tableOf<Row>(design());
        if (table.size() != 1)
            qFatal("%d rows", int(table.size()));
        return *table.begin();
    }
};

} // namespace

class TestInspector : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBlocksFields() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.select({id});
        auto* title = f.named<GrowingTextEdit>(u"Title"_s);
        QCOMPARE(title->toPlainText(), u"Model"_s);
        QTest::keyClick(title, Qt::Key_A, Qt::ControlModifier);
        f.type(title, u"Ranker"_s);
        f.leave();
        QCOMPARE(f.block(id).title, u"Ranker"_s);
        QCOMPARE(f.block(id).name, u"ranker"_s);

        f.type(f.named<QComboBox>(u"Technology"_s)->lineEdit(), u"LightGBM"_s);
        f.type(f.named<GrowingTextEdit>(u"Description"_s), u"Scores"_s);
        f.type(f.named<QLineEdit>(u"Link"_s), u"https://example.org"_s);
        f.leave();
        QCOMPARE(f.block(id).technology, u"LightGBM"_s);
        QCOMPARE(f.block(id).description, u"Scores"_s);
        QCOMPARE(f.block(id).link, u"https://example.org"_s);
        QTest::mouseClick(f.named<QToolButton>(u"Open this link in the browser"_s), Qt::LeftButton);
        QCOMPARE(f.host.links, QStringList{u"https://example.org"_s});

        auto* path = f.named<SegmentedControl>(u"Path"_s);
        const Path before = f.block(id).path;
        QTest::mouseClick(path, Qt::LeftButton, {}, QPoint(path->width() * 3 / 4, 10));
        QCOMPARE(f.block(id).path, Path::Offline);
        QVERIFY(before != Path::Offline);
        QTest::mouseClick(path, Qt::LeftButton, {}, QPoint(path->width() * 3 / 4, 10));
        QCOMPARE(f.block(id).path, Path::Unset);
        path->setFocus();
        QTest::keyClick(path, Qt::Key_Right);
        QCOMPARE(f.block(id).path, Path::Online);

        const bool ml = f.block(id).ml;
        for (Switch* each : f.panel->findChildren<Switch*>()) {
            if (each->isVisible() && each->text() == u"Needs machine learning"_s)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QCOMPARE(f.block(id).ml, !ml);

        auto* colour = f.named<ColourRow>(u"Colour"_s);
        colour->setFocus();
        QTest::keyClick(colour, Qt::Key_Right);
        QTest::keyClick(colour, Qt::Key_Space);
        QCOMPARE(f.block(id).colour, u"#0f766e"_s);
        QTest::keyClick(colour, Qt::Key_Left);
        QTest::keyClick(colour, Qt::Key_Space);
        QCOMPARE(f.block(id).colour, QString());
    }

    /// While the first title of one's own is being typed, the name follows it to its end, and not only to
    /// where the first commit happened to fall.
    void theNameFollowsTheWholeFirstTitle() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.select({id});
        auto* title = f.named<GrowingTextEdit>(u"Title"_s);
        title->selectAll();
        f.type(title, u"Ran"_s);
        QTRY_COMPARE(f.block(id).name, u"ran"_s);
        f.type(title, u"ker"_s);
        f.leave();
        QCOMPARE(f.block(id).name, u"ranker"_s);
        title->setFocus();
        title->selectAll();
        f.type(title, u"Scorer"_s);
        f.leave();
        QCOMPARE(f.block(id).title, u"Scorer"_s);
        QCOMPARE(f.block(id).name, u"ranker"_s);
    }

    void anotherKindBringsItsTitleAlongUntilThereIsAnOwn() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.select({id});
        const auto choose = [&](const QString& kind) {
            for (PageHeader* header : f.panel->findChildren<PageHeader*>()) {
                if (header->isVisible())
                    QTest::mouseClick(header->kindButton(), Qt::LeftButton);
            }
            auto* popup = f.panel->findChild<KindChooser*>();
            QVERIFY(popup);
            popup->view()->showKind(kind);
            QTest::keyClick(popup->view(), Qt::Key_Return);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            f.panel->updateNow();
        };
        choose(u"cache"_s);
        QCOMPARE(f.block(id).kind, u"cache"_s);
        QCOMPARE(f.block(id).title, u"Cache"_s);
        QCOMPARE(f.block(id).name, u"cache"_s);
        QVERIFY(f.host.document().edit(
            {"rename", {}}, [&](Editor& editor) { return renameElement(editor, id, u"Hot rows"_s); }));
        choose(u"database"_s);
        QCOMPARE(f.block(id).kind, u"database"_s);
        QCOMPARE(f.block(id).title, u"Hot rows"_s);
        // The technologies on offer are the new kind's.
        auto* technology = f.named<QComboBox>(u"Technology"_s);
        QStringList offered;
        for (int i = 0; i < technology->count(); ++i)
            offered.append(technology->itemText(i));
        QCOMPARE(offered, f.host.catalogue().kind(u"database"_s)->technologies);
    }

    void aMetricComesInWithItsFirstText() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.select({id});
        const qsizetype entries = f.host.historyKeys().size();
        f.add(u"metrics"_s);
        QCOMPARE(f.design().metrics.size(), 0);
        f.type(f.named<QLineEdit>(u"Name"_s), u"AUC"_s);
        f.settle();
        QCOMPARE(f.only<Metric>().name, u"AUC"_s);
        QCOMPARE(f.only<Metric>().subject, id);
        QCOMPARE(f.host.historyKeys().mid(entries), QList<QByteArray>{"add-metric"});

        f.type(f.named<QLineEdit>(u"Target"_s), u"0.78"_s);
        f.type(f.named<QLineEdit>(u"Unit"_s), u"points"_s);
        f.type(f.named<QLineEdit>(u"Current value"_s), u"0.79"_s);
        f.settle();
        auto* goal = f.named<SegmentedControl>(u"Goal"_s);
        QTest::mouseClick(goal, Qt::LeftButton, {}, QPoint(goal->width() - 10, 10));
        auto* kind = f.named<QComboBox>(u"Kind"_s);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        for (Switch* each : f.section<MetricSection>()->findChildren<Switch*>())
            QTest::mouseClick(each, Qt::LeftButton);
        Metric expected = f.only<Metric>();
        expected.name = u"AUC"_s;
        expected.target = u"0.78"_s;
        expected.unit = u"points"_s;
        expected.current = u"0.79"_s;
        expected.goal = Goal::AtMost;
        expected.kind = MetricKind::Online;
        expected.shown = true;
        QCOMPARE(f.only<Metric>() == expected, true);
    }

    void whatStaysEmptyLeavesNoTrace_data() {
        QTest::addColumn<QString>("section");
        for (const char* name : {"metrics", "decisions", "notes", "requirements"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatStaysEmptyLeavesNoTrace() {
        QFETCH(QString, section);
        Fixture f;
        f.add(section);
        auto* found = f.panel->findChild<Section*>(section);
        QCOMPARE(found->entries().size(), 1);
        f.settle();
        QCOMPARE(found->entries().size(), 0);
        QCOMPARE(f.host.historyKeys(), QList<QByteArray>());
    }

    void aNoteIsTypedChosenMovedAndDeleted() {
        Fixture f;
        f.select({});
        f.add(u"notes"_s);
        auto* text = f.named<GrowingTextEdit>(u"Text of the note"_s);
        QVERIFY(text->hasFocus());
        QTest::keyClicks(text, u"Clicks arrive late"_s);
        f.settle();
        QCOMPARE(f.only<Note>().text, u"Clicks arrive late"_s);
        QCOMPARE(f.only<Note>().subject, ElementId{});
        auto* kind = f.named<QComboBox>(u"Kind of note"_s);
        kind->setCurrentIndex(int(NoteKind::Risk));
        Q_EMIT kind->activated(int(NoteKind::Risk));
        QCOMPARE(f.only<Note>().kind, NoteKind::Risk);
        const NoteId first = f.only<Note>().id;

        f.add(u"notes"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"Who labels?"_s);
        f.settle();
        auto* notes = f.section<NoteSection>();
        QCOMPARE(notes->entries().size(), 2);
        QCOMPARE(notes->entries()[0]->id(), first.value());
        const auto button = [&](int entry, const QString& name) {
            for (QToolButton* each : notes->entries()[entry]->findChildren<QToolButton*>()) {
                if (each->accessibleName() == name)
                    return each;
            }
            return static_cast<QToolButton*>(nullptr);
        };
        QVERIFY(!button(0, u"Move up"_s)->isEnabled());
        QVERIFY(!button(1, u"Move down"_s)->isEnabled());
        QTest::mouseClick(button(1, u"Move up"_s), Qt::LeftButton);
        f.panel->updateNow();
        QCOMPARE(notes->entries()[1]->id(), first.value());
        QTest::mouseClick(button(1, u"Delete this note"_s), Qt::LeftButton);
        f.panel->updateNow();
        QCOMPARE(f.only<Note>().text, u"Who labels?"_s);
        f.undo();
        QCOMPARE(f.design().notes.size(), 2);
        QCOMPARE(notes->entries().size(), 2);
    }

    /// Tab goes down the panel, whatever was made last.
    void tabGoesByPlace() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"ranking"_s);
        f.select({id});
        f.add(u"metrics"_s);
        f.type(f.named<QLineEdit>(u"Name"_s), u"AUC"_s);
        f.settle();
        f.add(u"decisions"_s);
        f.type(f.named<GrowingTextEdit>(u"Question"_s), u"Which model?"_s);
        f.settle();
        auto* section = f.section<DecisionSection>();
        f.type(section->findChildren<OptionBox*>().last()->titleField(), u"Boosting"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), u"fast"_s);
        f.panel->updateNow();
        QCoreApplication::processEvents();
        f.panel->focusFirst();
        QVERIFY(QApplication::focusWidget());
        int last = -100;
        QSet<QWidget*> seen;
        const QWidget* content = f.panel->widget();
        while (content->isAncestorOf(QApplication::focusWidget())) {
            QWidget* field = QApplication::focusWidget();
            QVERIFY(!seen.contains(field));
            seen.insert(field);
            const int middle = field->mapTo(content, QPoint(0, field->height() / 2)).y();
            QVERIFY2(middle > last - 16, qPrintable(field->accessibleName()));
            last = middle;
            QTest::keyClick(field, Qt::Key_Tab);
            QVERIFY2(QApplication::focusWidget(), qPrintable(field->accessibleName()));
        }
        for (OptionBox* box : section->findChildren<OptionBox*>())
            QVERIFY(seen.contains(box->titleField()));
        QVERIFY(seen.size() > 15);
    }

    void tabGoesFromANewQuestionToItsFirstOption() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"ranking"_s);
        f.select({id});
        f.add(u"decisions"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"Which model?"_s); // and no time to think
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"Boosting"_s);
        f.settle();
        QCOMPARE(f.only<Decision>().question, u"Which model?"_s);
        QCOMPARE(f.only<Decision>().reason, QString());
        QCOMPARE(f.only<Option>().title, u"Boosting"_s);
    }

    void aNewEntryIsSeen() {
        Fixture f;
        f.panel->resize(296, 420);
        const ElementId id = f.host.addBlock(u"ranking"_s);
        f.select({id});
        f.panel->ensureVisible(0, 10'000);
        f.add(u"decisions"_s);
        QCoreApplication::processEvents();
        const QWidget* field = f.named<GrowingTextEdit>(u"Question"_s);
        const QRect shown(field->mapTo(f.panel->viewport(), QPoint(0, 0)), field->size());
        QVERIFY(f.panel->viewport()->rect().contains(shown));
    }

    /// One that is unfolded below the lower edge comes up, as new ones do.
    void anUnfoldedEntryIsSeen() {
        Fixture f;
        f.panel->resize(296, 420);
        const ElementId id = f.host.addBlock(u"ranking"_s);
        f.select({id});
        f.add(u"decisions"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"Which model?"_s);
        f.settle();
        Entry* entry = f.panel->findChild<DecisionSection*>()->entries().value(0);
        QVERIFY(entry);
        entry->setExpanded(false);
        QCoreApplication::processEvents();
        f.panel->ensureVisible(0, 0);
        QTest::mouseClick(entry->findChild<EntryHeader*>(), Qt::LeftButton);
        QCoreApplication::processEvents();
        QVERIFY(entry->isExpanded());
        const QWidget* field = f.named<GrowingTextEdit>(u"Question"_s);
        const QRect shown(field->mapTo(f.panel->viewport(), QPoint(0, 0)), field->size());
        QVERIFY(f.panel->viewport()->rect().contains(shown));
    }

    void aFieldNeverScrollsInside() {
        Fixture f;
        f.select({});
        auto* field = f.named<GrowingTextEdit>(u"Task"_s);
        field->setFocus();
        QTest::keyClicks(field, u"Recommend the next video to watch on the home page so that people stay"_s);
        for (int i = 0; i < 60; ++i)
            QTest::keyClick(field, Qt::Key_Space);
        QTest::keyClicks(field, u"typed here"_s);
        QCOMPARE(field->horizontalScrollBar()->value(), 0);
        QCOMPARE(field->verticalScrollBar()->value(), 0);
    }

    void aDecisionWithOptionsProsAndCons() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"ranking"_s);
        f.select({id});
        f.add(u"decisions"_s);
        f.type(f.named<GrowingTextEdit>(u"Question"_s), u"Which model?"_s);
        f.settle();
        QCOMPARE(f.only<Decision>().question, u"Which model?"_s);
        QCOMPARE(f.only<Decision>().subject, id);

        auto* section = f.section<DecisionSection>();
        const auto boxes = [section] { return section->findChildren<OptionBox*>(); };
        QCOMPARE(boxes().size(), 1); // the empty one
        f.type(boxes().last()->titleField(), u"Boosting"_s);
        QTest::keyClick(boxes().last()->titleField(), Qt::Key_Return);
        // Enter leads to the first pro; each Enter to the next one.
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Pro"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"fast"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Pro"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"explains itself"_s);
        f.settle();
        QCOMPARE(f.only<Option>().title, u"Boosting"_s);
        const auto arguments = f.design().arguments.sorted();
        QCOMPARE(arguments.size(), 2);
        QCOMPARE(arguments[0]->text, u"fast"_s);
        QCOMPARE(arguments[1]->text, u"explains itself"_s);
        QCOMPARE(arguments[1]->side, Side::Pro);
        QCOMPARE(arguments[1]->option, f.only<Option>().id);

        QCOMPARE(boxes().size(), 2);
        f.type(boxes().last()->titleField(), u"Deep"_s);
        f.settle();
        QCOMPARE(f.design().options.size(), 2);
        const OptionId deep = boxes()[1]->id();
        QTest::mouseClick(boxes()[1]->findChild<QRadioButton*>(), Qt::LeftButton, {}, QPoint(8, 12));
        QCOMPARE(f.only<Decision>().chosen, deep);
        QTest::mouseClick(boxes()[1]->findChild<QRadioButton*>(), Qt::LeftButton, {}, QPoint(8, 12));
        QCOMPARE(f.only<Decision>().chosen, OptionId{});

        // An argument that is emptied goes; an option goes with its arguments.
        f.panel->updateNow();
        for (GrowingTextEdit* field : boxes()[0]->findChildren<GrowingTextEdit*>()) {
            if (field->toPlainText() == u"fast"_s) {
                field->setFocus();
                field->selectAll();
                QTest::keyClick(field, Qt::Key_Delete);
            }
        }
        f.settle();
        QCOMPARE(f.design().arguments.size(), 1);
        for (QToolButton* each : boxes()[0]->findChildren<QToolButton*>())
            QTest::mouseClick(each, Qt::LeftButton);
        f.settle();
        QCOMPARE(f.only<Option>().id, deep);
        QCOMPARE(f.design().arguments.size(), 0);
    }

    void theDesignItself() {
        Fixture f;
        f.select({});
        f.type(f.named<GrowingTextEdit>(u"Title"_s), u"Feed"_s);
        f.type(f.named<GrowingTextEdit>(u"Task"_s), u"Rank the feed"_s);
        f.add(u"requirements"_s);
        f.type(f.named<GrowingTextEdit>(u"Question"_s), u"How many?"_s);
        f.type(f.named<GrowingTextEdit>(u"Answer"_s), u"10 M"_s);
        f.settle();
        QCOMPARE(f.design().board.title, u"Feed"_s);
        QCOMPARE(f.design().board.task, u"Rank the feed"_s);
        QCOMPARE(f.only<Requirement>().question, u"How many?"_s);
        QCOMPARE(f.only<Requirement>().answer, u"10 M"_s);
        auto* source = f.named<QComboBox>(u"Where the answer comes from"_s);
        source->setFocus();
        QTest::keyClick(source, Qt::Key_End);
        QCOMPARE(f.only<Requirement>().source, Source::NotRelevant);
    }

    void aConnection() {
        Fixture f;
        const ElementId a = f.host.addBlock(u"user-client"_s);
        const ElementId b = f.host.addBlock(u"api-gateway"_s, {4000, 0});
        ElementId id;
        QVERIFY(f.host.document().edit({"connect", {}}, [&](Editor& editor) -> Result<void> {
            id = *connectElements(editor, a, b);
            return {};
        }));
        f.select({id});
        auto* flow = f.named<QComboBox>(u"Flow"_s);
        QCOMPARE(flow->count(), int(wordCount<Flow>()));
        flow->setFocus();
        QTest::keyClick(flow, Qt::Key_Down);
        QCOMPARE(f.only<Connection>().flow, Flow::Stream);
        auto* direction = f.named<SegmentedControl>(u"Direction"_s);
        direction->setFocus();
        QTest::keyClick(direction, Qt::Key_Right);
        QCOMPARE(f.only<Connection>().direction, Direction::Both);
        f.type(f.named<QLineEdit>(u"Label"_s), u"clicks"_s);
        f.leave();
        QCOMPARE(f.only<Connection>().label, u"clicks"_s);
        for (QPushButton* button : f.panel->findChildren<QPushButton*>()) {
            if (button->text() == u"Swap the ends"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(f.only<Connection>().source, b);
        QCOMPARE(f.only<Connection>().target, a);
        f.panel->updateNow();
        QTest::mouseClick(f.named<QPushButton>(u"From"_s), Qt::LeftButton);
        QCOMPARE(f.host.selection(), QSet<ElementId>{b});
    }

    void severalAtOnceAreOneEdit() {
        Fixture f;
        const ElementId a = f.host.addBlock(u"user-client"_s);
        const ElementId b = f.host.addBlock(u"api-gateway"_s, {4000, 0});
        f.select({a, b});
        const qsizetype entries = f.host.historyKeys().size();
        auto* path = f.named<SegmentedControl>(u"Path"_s);
        path->setCurrent(-1);
        QTest::mouseClick(path, Qt::LeftButton, {}, QPoint(path->width() - 10, 10));
        QCOMPARE(f.block(a).path, Path::Offline);
        QCOMPARE(f.block(b).path, Path::Offline);
        QCOMPARE(f.host.historyKeys().mid(entries), QList<QByteArray>{"change-path"});
        auto* colour = f.named<ColourRow>(u"Colour"_s);
        colour->setFocus();
        QTest::keyClick(colour, Qt::Key_Right);
        QTest::keyClick(colour, Qt::Key_Space);
        QCOMPARE(f.block(a).colour, u"#0f766e"_s);
        QCOMPARE(f.block(b).colour, u"#0f766e"_s);
        for (Switch* each : f.panel->findChildren<Switch*>()) {
            if (each->isVisible() && each->text() == u"Locked in place"_s)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QCOMPARE(f.host.lockedTo, std::optional(true));
    }

    /// Whatever is selected, the page is as wide as the panel: nothing lies beyond its right edge.
    void noPageIsWiderThanThePanel() {
        Fixture f;
        const ElementId a = f.host.addBlock(u"user-client"_s);
        const ElementId b = f.host.addBlock(u"api-gateway"_s, {4000, 0});
        ElementId connection, frame, card;
        QVERIFY(f.host.document().edit({"connect", {}}, [&](Editor& editor) -> Result<void> {
            connection =
                *connectElements(editor, a, b, Flow::Request, Direction::Forward, QString(200, u'x'));
            frame = *addFrame(editor, {0, 4000, 4000, 4000}, QString(200, u'y'));
            card = *addCard(editor, CardKind::Text, {9000, 4000, 2000, 2000}, u"text"_s);
            return {};
        }));
        const QList<QSet<ElementId>> selections{{},      {a},    {connection},
                                                {frame}, {card}, {a, b, connection, frame, card}};
        for (const QSet<ElementId>& selection : selections) {
            f.select(selection);
            QCoreApplication::processEvents();
            QVERIFY2(f.panel->widget()->width() <= f.panel->viewport()->width(),
                     qPrintable(u"%1 selected: %2 in %3"_s.arg(selection.size())
                                    .arg(f.panel->widget()->width())
                                    .arg(f.panel->viewport()->width())));
        }
    }

    /// Somebody else edits the block whose description is being typed: the field keeps the keyboard and its
    /// text, the other fields show what is new.
    void aFieldInUseIsLeftAlone() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.select({id});
        auto* description = f.named<GrowingTextEdit>(u"Description"_s);
        f.type(description, u"half a sent"_s);
        QVERIFY(f.host.document().edit(
            {"rename", {}}, [&](Editor& editor) { return renameElement(editor, id, u"Renamed"_s); }));
        QCoreApplication::processEvents();
        QVERIFY(description->hasFocus());
        QCOMPARE(description->toPlainText(), u"half a sent"_s);
        QCOMPARE(f.named<GrowingTextEdit>(u"Title"_s)->toPlainText(), u"Renamed"_s);
    }

    /// What was typed goes to the block it was typed for, even when the selection changes under it.
    void theSelectionMayChangeWhileTyping() {
        Fixture f;
        const ElementId a = f.host.addBlock(u"model"_s);
        const ElementId b = f.host.addBlock(u"cache"_s);
        f.select({a});
        f.type(f.named<GrowingTextEdit>(u"Description"_s), u"of a"_s);
        f.host.setSelection({b});
        QTRY_COMPARE(f.block(a).description, u"of a"_s);
        QCOMPARE(f.block(b).description, QString());
        QTRY_COMPARE(f.named<GrowingTextEdit>(u"Description"_s)->toPlainText(), QString());
    }

    void marksLeadToWhatHangsThere() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        NoteId question;
        DecisionId decision;
        QVERIFY(f.host.document().edit({"add-note", {}}, [&](Editor& editor) -> Result<void> {
            Note note;
            note.id = NoteId::random();
            note.subject = id;
            note.text = u"A remark"_s;
            editor.put(note);
            note.id = question = NoteId::random();
            note.kind = NoteKind::Question;
            note.text = u"Who pays?"_s;
            note.order = 1;
            editor.put(note);
            Decision row;
            row.id = decision = DecisionId::random();
            row.subject = id;
            row.question = u"GPU or CPU?"_s;
            editor.put(row);
            return {};
        }));
        f.panel->reveal(id, InspectorPanel::Reveal::Questions);
        QCOMPARE(f.host.selection(), QSet<ElementId>{id});
        auto* field = qobject_cast<GrowingTextEdit*>(QApplication::focusWidget());
        QVERIFY(field);
        QCOMPARE(field->toPlainText(), u"Who pays?"_s);
        f.panel->reveal(id, InspectorPanel::Reveal::Decisions);
        QVERIFY(f.section<DecisionSection>()->entry(decision.value())->isExpanded());
        QCOMPARE(qobject_cast<GrowingTextEdit*>(QApplication::focusWidget())->toPlainText(),
                 u"GPU or CPU?"_s);
    }

    void aReadOnlyBoardIsOnlyRead() {
        Fixture f;
        const ElementId id = f.host.addBlock(u"model"_s);
        f.select({id});
        f.host.setReadOnly(true);
        f.panel->updateNow();
        QVERIFY(f.named<GrowingTextEdit>(u"Description"_s)->isReadOnly());
        QVERIFY(!f.named<SegmentedControl>(u"Path"_s)->isEnabled());
        QVERIFY(!f.named<ColourRow>(u"Colour"_s)->isEnabled());
        for (QToolButton* each : f.panel->findChildren<QToolButton*>()) {
            if (each->isVisible() && each->accessibleName().startsWith(u"Add"_s))
                QVERIFY(!each->isEnabled());
        }
    }
};

QTEST_MAIN(TestInspector)
#include "test_inspector.moc"
