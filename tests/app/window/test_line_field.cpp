#include "app/canvas/board_view.h"
#include "tests/app/window/line_typing.h"

#include <QListView>

using namespace groundplan;
using namespace Qt::StringLiterals;
using namespace line_typing;

/// What the line field says of a line, and what Enter and the rows of its list do.
class TestLineField : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The ghost stays while a brace or a quote is open. Enter closes braces; a quote may be a slip, and what
    /// is missing is said.
    void theGhostStaysWhileSomethingIsOpen() {
        WindowFixture f;
        MainWindow* window = f.board();
        const auto ghost = [&] { return window->board()->view()->preview(); };
        type(*window, u"kafka > offline { spark > feast"_s);
        QCOMPARE(ghost().ghosts.size(), 4);
        QCOMPARE(field(*window)->hint(), u"Enter: 3 blocks, 1 frame, 2 connections"_s);
        QTest::keyClicks(field(*window), u" > \"top"_s);
        QCOMPARE(ghost().ghosts.size(), 5);
        const QString missing = u"Column 35: The closing quote of this text is missing."_s;
        QCOMPARE(field(*window)->hint(), missing + u" So far: 4 blocks, 1 frame, 3 connections"_s);
        field(*window)->setCursorPosition(3);
        QTest::keyClick(field(*window), Qt::Key_Return);
        QCOMPARE(window->document()->design().blocks.size(), 0);
        QVERIFY(field(*window)->hint().startsWith(missing));
        QTest::keyClicks(field(*window), u" ten\""_s); // the cursor is where it is missing
        QCOMPARE(field(*window)->hint(), u"Enter: 4 blocks, 1 frame, 3 connections"_s);
        QTest::keyClick(field(*window), Qt::Key_Return);
        QCOMPARE(window->document()->design().blocks.size(), 4);
        QCOMPARE(window->document()->design().frames.size(), 1);
    }

    /// The list belongs to the board and lies over it, not over the inspector's head.
    void theListStaysOverTheCanvas() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1366, 768);
        QCoreApplication::processEvents();
        type(*window, u"client > gateway > retrieval > ranking > k"_s);
        const auto* list = field(*window)->findChild<QListView*>();
        QVERIFY(list && list->isVisible());
        const QWidget* canvas = window->board()->view()->viewport();
        const QRect there(canvas->mapToGlobal(QPoint()), canvas->size());
        const QRect popup = list->window()->geometry();
        QVERIFY2(popup.left() >= there.left() && popup.right() <= there.right(),
                 qPrintable(u"%1..%2 in %3..%4"_s.arg(popup.left())
                                .arg(popup.right())
                                .arg(there.left())
                                .arg(there.right())));
    }

    void figuresAloneAreSaidToBeOfTheDesign() {
        WindowFixture f;
        MainWindow* window = f.board();
        type(*window, u"p99 20 ms"_s);
        QCOMPARE(field(*window)->hint(), u"Enter: 1 metric of the whole design"_s);
        QTest::keyClick(field(*window), Qt::Key_Return);
        QCOMPARE(window->document()->design().metrics.size(), 1);
        QCOMPARE(window->document()->design().blocks.size(), 0);
        type(*window, u"qps 4k; ? do we need real time"_s);
        QCOMPARE(field(*window)->hint(),
                 u"Enter: 1 metric of the whole design, 1 note on the whole design"_s);
        type(*window, u"+ fast"_s);
        QVERIFY(field(*window)->hint().endsWith(u"select a block or a decision first."_s));
    }

    void factsOfConnectionsAreSaidToBeTheirs() {
        WindowFixture f;
        MainWindow* window = f.board();
        carryOut(*window, u"kafka > spark"_s);
        const ElementId connection = window->document()->design().connections.begin()->id;
        window->board()->setSelection({connection});
        type(*window, u"p99 5 ms"_s);
        QCOMPARE(field(*window)->hint(), u"Enter: 1 fact of connections"_s);
        QTest::keyClick(field(*window), Qt::Key_Return);
        QCOMPARE(window->document()->design().metrics.begin()->subject, connection);
    }

    /// A row of the list becomes just what it says.
    void aChosenRowIsWhatItSays() {
        WindowFixture f;
        MainWindow* window = f.board();
        const auto choose = [&](const QString& words, const QString& wanted) {
            type(*window, words);
            auto* list = field(*window)->findChild<QListView*>();
            QStringList rows;
            for (int i = 0; i < list->model()->rowCount(); ++i)
                rows << list->model()->index(i, 0).data().toString();
            rows.removeDuplicates();
            QCOMPARE(int(rows.size()), list->model()->rowCount());
            const qsizetype row = rows.indexOf(wanted);
            QVERIFY2(row >= 0, qPrintable(rows.join(u" | "_s)));
            for (qsizetype i = 0; i < row; ++i)
                QTest::keyClick(field(*window), Qt::Key_Down);
            QTest::keyClick(field(*window), Qt::Key_Tab);
            QTest::keyClick(field(*window), Qt::Key_Return);
        };
        choose(u"spark"_s, u"Spark — Feature engineering"_s);
        QCOMPARE(block(*window, u"feature_engineering"_s)->technology, u"Spark"_s);
        window->board()->setSelection({});
        choose(u"redis"_s, u"Redis — Cache"_s);
        window->board()->setSelection({});
        choose(u"redis"_s, u"Redis — Cache"_s);
        QCOMPARE(block(*window, u"cache_2"_s)->technology, u"Redis"_s);
    }

    /// While one walks the rows the ghost is what Enter or Tab would give; another letter is about what is
    /// typed again.
    void theGhostFollowsTheMarkedRow() {
        WindowFixture f;
        MainWindow* window = f.board();
        const auto last = [&] { return window->board()->view()->preview().ghosts.last(); };
        type(*window, u"client > spark"_s);
        const auto* list = field(*window)->findChild<QListView*>();
        QSet<QString> kinds;
        for (int row = 1; row < list->model()->rowCount(); ++row) {
            QTest::keyClick(field(*window), Qt::Key_Down);
            QCOMPARE(list->currentIndex().row(), row);
            QCOMPARE(field(*window)->text(), u"client > spark"_s);
            const QString title = list->currentIndex().data().toString();
            const QString kind = f.catalogue().kind(last().kind)->title.in(u"en"_s);
            QVERIFY2(title.endsWith(kind), qPrintable(title + u" / "_s + kind));
            QVERIFY2(field(*window)->hint().startsWith(u"Enter writes “"_s),
                     qPrintable(field(*window)->hint()));
            QVERIFY(field(*window)->hint().endsWith(u"”: 2 blocks, 1 connection"_s));
            kinds.insert(last().kind);
        }
        QVERIFY(kinds.size() > 1);
        const QString shown = last().kind;
        QTest::keyClick(field(*window), Qt::Key_Return);
        QCOMPARE(last().kind, shown);
        QCOMPARE(field(*window)->hint(), u"Enter: 2 blocks, 1 connection"_s);
        field(*window)->setText({});
        QTest::keyClicks(field(*window), u"spark"_s);
        const QString typed = last().kind;
        QTest::keyClick(field(*window), Qt::Key_Down);
        QVERIFY(last().kind != typed);
        QTest::keyClick(field(*window), Qt::Key_Home);
        QTest::keyClicks(field(*window), u"s3 > "_s);
        QCOMPARE(last().kind, typed);
    }
};

QTEST_MAIN(TestLineField)
#include "test_line_field.moc"
