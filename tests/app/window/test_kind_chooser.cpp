#include "app/panels/kind_chooser.h"
#include "app/panels/kind_view.h"
#include "app/panels/meaning_chooser.h"
#include "tests/app/window/shown_board.h"

#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QScrollBar>
#include <QSignalSpy>

using namespace groundplan;

namespace {

struct Chooser {
    explicit Chooser(const QString& current = {})
        : painter(catalogue(), Theme::light(catalogue()))
        , chooser(new KindChooser(
              catalogue(), QStringLiteral("en"), [this]() -> const BoardPainter& { return painter; },
              nullptr))
        , finished(chooser, &KindChooser::finished)
        , field(chooser->findChild<QLineEdit*>())
        , list(chooser->view()) {
        chooser->openAt({100, 100}, current);
    }
    ~Chooser() { delete chooser; }
    QString marked() const { return list->currentIndex().data(KindModel::KindRole).toString(); }
    QString chosen() const {
        return finished.size() == 1 ? finished.first().first().toString() : QStringLiteral("?");
    }

    BoardPainter painter;
    QPointer<KindChooser> chooser;
    QSignalSpy finished;
    QLineEdit* field;
    KindView* list;
};

} // namespace

class TestKindChooser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    void typingNarrowsAndEnterTakes() {
        Chooser c;
        QVERIFY(c.field->hasFocus());
        QTest::keyClicks(c.field, QStringLiteral("feature st"));
        QVERIFY(c.list->kinds()->isSearching());
        QCOMPARE(c.marked(), QStringLiteral("feature-store"));
        QTest::keyClick(c.field, Qt::Key_Return);
        QCOMPARE(c.chosen(), QStringLiteral("feature-store"));
        QVERIFY(!c.chooser->isVisible());
    }

    void enterTakesWhatIsMarked() {
        Chooser first;
        QTest::keyClick(first.field, Qt::Key_Return);
        QCOMPARE(first.chosen(), catalogue().kinds().first().name);
        Chooser another(QStringLiteral("cache"));
        QCOMPARE(another.marked(), QStringLiteral("cache"));
        QTest::keyClick(another.field, Qt::Key_Return);
        QCOMPARE(another.chosen(), QStringLiteral("cache"));
    }

    void arrowsWalkTheList() {
        Chooser c;
        QTest::keyClick(c.field, Qt::Key_Down);
        QCOMPARE(c.marked(), catalogue().kinds().at(1).name);
        QVERIFY(c.list->hasFocus());
        QTest::keyClick(c.list, Qt::Key_Up);
        QCOMPARE(c.marked(), catalogue().kinds().first().name);
        QTest::keyClick(c.list, Qt::Key_Down);
        QTest::keyClick(c.list, Qt::Key_Return);
        QCOMPARE(c.chosen(), catalogue().kinds().at(1).name);
    }

    void escapeAndClosingDismissOnce() {
        {
            Chooser c;
            QTest::keyClick(c.field, Qt::Key_Escape);
            QCOMPARE(c.chosen(), QString());
            c.chooser->hide();
            QCOMPARE(c.finished.size(), 1);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QVERIFY(!c.chooser);
        }
        Chooser c;
        c.chooser->close(); // as a click elsewhere does
        QCOMPARE(c.chosen(), QString());
    }

    void whatFitsNothingStaysOpen() {
        Chooser c;
        QTest::keyClicks(c.field, QStringLiteral("zzzz"));
        QCOMPARE(c.list->kinds()->rowCount(), 0);
        QTest::keyClick(c.field, Qt::Key_Return);
        QVERIFY(c.chooser->isVisible());
        QCOMPARE(c.finished.size(), 0);
    }

    void aClickTakes() {
        Chooser c;
        const QRect row = c.list->visualRect(c.list->kinds()->indexOfKind(catalogue().kinds().at(2).name));
        QTest::mouseClick(c.list->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(c.chosen(), catalogue().kinds().at(2).name);
    }

    void itStaysOnTheScreen() {
        Chooser c;
        c.chooser->openAt({100'000, 100'000});
        QVERIFY(c.chooser->screen()->availableGeometry().contains(c.chooser->geometry()));
    }

    void theLineOfTheConnectionToolWaits() {
        ShownBoard b;
        b.block("model", 100, 200);
        b.board->setTool(ToolId::Connect);
        b.drag(at(180, 220), at(500, 400));
        auto* chooser = b.view().findChild<MeaningChooser*>();
        QVERIFY(chooser && chooser->isVisible());
        QVERIFY(b.view().preview().connection.size() >= 2);
        chooser->close();
        QVERIFY(b.view().preview().connection.isEmpty());
    }

    void onTheBoardAConnectionEndsAtTheNewBlock() {
        ShownBoard b;
        const ElementId a = b.block("model", 100, 200);
        const qsizetype entries = b.entries();
        b.drag(at(275, 220), at(500, 400));
        auto* chooser = b.view().findChild<MeaningChooser*>();
        QVERIFY(chooser && chooser->isVisible());
        QVERIFY(b.view().preview().connection.size() >= 2); // the line waits
        auto* field = chooser->findChild<QLineEdit*>();
        const int whole = chooser->height();
        QTest::keyClicks(field, QStringLiteral("cache"));
        QVERIFY(chooser->height() < whole); // no taller than what fits
        QVERIFY(!chooser->list()->verticalScrollBar()->isVisible());
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

    /// Typing narrows what usually comes next, and leaves it before all else.
    void whatIsUsualStaysFirst_data() {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("monitoring") << QStringLiteral("ranking") << QStringLiteral("mo")
                                    << QStringLiteral("monitoring");
        QTest::newRow("gateway") << QStringLiteral("user-client") << QStringLiteral("gate")
                                 << QStringLiteral("api-gateway");
        QTest::newRow("registry") << QStringLiteral("training") << QStringLiteral("model")
                                  << QStringLiteral("model-registry");
        QTest::newRow("what is not usual")
            << QStringLiteral("ranking") << QStringLiteral("kafka") << QStringLiteral("event-stream");
    }
    void whatIsUsualStaysFirst() {
        QFETCH(QString, from);
        QFETCH(QString, typed);
        ShownBoard b;
        b.board->setSelection({b.block(from.toLatin1(), 100, 200)});
        QVERIFY(b.board->offerNext(false));
        auto* chooser = b.view().findChild<MeaningChooser*>();
        QVERIFY(chooser && chooser->isVisible());
        QTest::keyClicks(chooser->field(), typed);
        QTest::keyClick(chooser->field(), Qt::Key_Return);
        QCOMPARE(b.design().connections.size(), 1);
        QTEST(b.design().blocks.at(b.design().connections.begin()->target).kind, "first");
    }

    void dismissedOnTheBoardNothingIsLeft() {
        ShownBoard b;
        b.block("model", 100, 200);
        const qsizetype entries = b.entries();
        b.drag(at(275, 220), at(500, 400));
        auto* chooser = b.view().findChild<MeaningChooser*>();
        QVERIFY(chooser);
        QTest::keyClick(chooser->findChild<QLineEdit*>(), Qt::Key_Escape);
        QVERIFY(b.view().preview().connection.isEmpty());
        QCOMPARE(b.entries(), entries);
        QVERIFY(b.view().hasFocus());
        QTRY_VERIFY(!b.view().findChild<MeaningChooser*>());
    }
};

QTEST_MAIN(TestKindChooser)
#include "test_kind_chooser.moc"
