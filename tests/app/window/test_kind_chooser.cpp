#include "app/window/kind_chooser.h"
#include "tests/app/window/shown_board.h"

#include <QListWidget>
#include <QSignalSpy>

using namespace groundplan;

namespace {

struct Chooser {
    Chooser()
        : painter(catalogue(), Theme::light(catalogue()))
        , chooser(catalogue(), painter, QStringLiteral("en"), nullptr)
        , finished(&chooser, &KindChooser::finished)
        , field(chooser.findChild<QLineEdit*>())
        , list(chooser.findChild<QListWidget*>()) {
        chooser.openAt({100, 100});
    }
    BoardPainter painter;
    KindChooser chooser;
    QSignalSpy finished;
    QLineEdit* field;
    QListWidget* list;
};

} // namespace

class TestKindChooser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    void typingNarrowsAndEnterTakes() {
        Chooser c;
        QCOMPARE(c.list->count(), int(catalogue().kinds().size()));
        QTest::keyClicks(c.field, QStringLiteral("feature st"));
        QVERIFY(c.list->count() >= 1);
        QCOMPARE(c.list->currentItem()->text(), QStringLiteral("Feature store"));
        QTest::keyClick(c.field, Qt::Key_Return);
        QCOMPARE(c.finished.size(), 1);
        QCOMPARE(c.finished.first().first().toString(), QStringLiteral("feature-store"));
        QVERIFY(!c.chooser.isVisible());
    }

    void arrowsGoRound() {
        Chooser c;
        QTest::keyClick(c.field, Qt::Key_Up);
        QCOMPARE(c.list->currentRow(), c.list->count() - 1);
        QTest::keyClick(c.field, Qt::Key_Down);
        QCOMPARE(c.list->currentRow(), 0);
        QTest::keyClick(c.field, Qt::Key_Down);
        QCOMPARE(c.list->currentRow(), 1);
        QTest::keyClick(c.field, Qt::Key_PageDown);
        QVERIFY(c.list->currentRow() > 4);
        QTest::keyClick(c.field, Qt::Key_PageUp);
        QCOMPARE(c.list->currentRow(), 1);
        QTest::keyClick(c.field, Qt::Key_Tab);
        QCOMPARE(c.finished.first().first().toString(), catalogue().kinds().at(1).name);
    }

    void escapeAndHidingDismissOnce() {
        {
            Chooser c;
            QTest::keyClick(c.field, Qt::Key_Escape);
            QCOMPARE(c.finished.size(), 1);
            QCOMPARE(c.finished.first().first().toString(), QString());
            c.chooser.hide();
            QCOMPARE(c.finished.size(), 1);
        }
        Chooser c;
        c.chooser.close(); // as a click elsewhere does
        QCOMPARE(c.finished.size(), 1);
        QCOMPARE(c.finished.first().first().toString(), QString());
    }

    void whatFitsNothingStaysOpen() {
        Chooser c;
        QTest::keyClicks(c.field, QStringLiteral("zzzz"));
        QCOMPARE(c.list->count(), 0);
        QTest::keyClick(c.field, Qt::Key_Return);
        QVERIFY(c.chooser.isVisible());
        QCOMPARE(c.finished.size(), 0);
    }

    void aClickTakes() {
        Chooser c;
        const QRect row = c.list->visualItemRect(c.list->item(2));
        QTest::mouseClick(c.list->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(c.finished.size(), 1);
        QCOMPARE(c.finished.first().first().toString(), catalogue().kinds().at(2).name);
    }

    void itStaysOnTheScreen() {
        Chooser c;
        c.chooser.openAt({100'000, 100'000});
        QVERIFY(c.chooser.screen()->availableGeometry().contains(c.chooser.geometry()));
    }

    void onTheBoardAConnectionEndsAtTheNewBlock() {
        ShownBoard b;
        const ElementId a = b.block("model", 100, 200);
        const qsizetype entries = b.entries();
        b.drag(at(275, 220), at(500, 400));
        auto* chooser = b.view().findChild<KindChooser*>();
        QVERIFY(chooser && chooser->isVisible());
        QVERIFY(b.view().preview().connection.size() >= 2); // the line waits
        auto* field = chooser->findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral("cache"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(b.entries(), entries + 1);
        QCOMPARE(b.design().connections.size(), 1);
        QCOMPARE(b.design().connections.begin()->source, a);
        const ElementId added = b.design().connections.begin()->target;
        QCOMPARE(b.rectOf(added), box(500, 368, 176, 64));
        QVERIFY(b.view().preview().connection.isEmpty());
        QVERIFY(b.isEditing());
        QVERIFY(b.line()->hasFocus());
        QTest::keyClicks(b.line(), QStringLiteral("Redis"));
        QTest::keyClick(b.line(), Qt::Key_Return);
        QCOMPARE(b.design().blocks.find(added)->title, QStringLiteral("Redis"));
    }

    void dismissedOnTheBoardNothingIsLeft() {
        ShownBoard b;
        b.block("model", 100, 200);
        const qsizetype entries = b.entries();
        b.drag(at(275, 220), at(500, 400));
        auto* chooser = b.view().findChild<KindChooser*>();
        QVERIFY(chooser);
        QTest::keyClick(chooser->findChild<QLineEdit*>(), Qt::Key_Escape);
        QVERIFY(b.view().preview().connection.isEmpty());
        QCOMPARE(b.entries(), entries);
        QVERIFY(b.view().hasFocus());
        QTRY_VERIFY(!b.view().findChild<KindChooser*>());
    }
};

QTEST_MAIN(TestKindChooser)
#include "test_kind_chooser.moc"
