#include "model/routing/frame_words.h"
#include "model/routing/index_data.h"
#include "tests/model/routing/sketch.h"

#include <QTest>

#include <array>

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::figuresOf;
using test::Sketch;

namespace {

ElementId titled(Sketch& board, ElementId frame, const QString& title, const QString& remark = {}) {
    Frame row = *board.design.frames.find(frame);
    row.title = title;
    row.remark = remark;
    board.design.frames.put(row);
    return frame;
}

/// Points that the path runs nearer than 8 to a border of a frame and along it.
double onBorders(const Sketch& board, const QList<Point>& path) {
    double length = 0;
    for (const Frame& frame : board.design.frames) {
        const Rect& rect = frame.rect;
        for (qsizetype i = 1; i < path.size(); ++i) {
            const Rect span = routing::spanOf(path.at(i - 1), path.at(i));
            const bool flat = span.h == 0;
            for (const Coord border :
                 flat ? std::array{rect.top(), rect.bottom()} : std::array{rect.left(), rect.right()}) {
                if (std::abs((flat ? span.y : span.x) - border) < units(8))
                    length += points(std::max(
                        0, flat ? std::min(span.right(), rect.right()) - std::max(span.left(), rect.left())
                                : std::min(span.bottom(), rect.bottom()) - std::max(span.top(), rect.top())));
            }
        }
    }
    return length;
}

bool strikesWords(const Sketch& board, const QList<Point>& path) {
    bool strikes = false;
    for (const Frame& frame : board.design.frames) {
        routing::FrameWords(frame).visit(frame.rect, [&](const Rect& words) {
            for (qsizetype i = 1; i < path.size(); ++i)
                strikes = strikes || routing::spanOf(path.at(i - 1), path.at(i)).grown(1).intersects(words);
        });
    }
    return strikes;
}

} // namespace

/// A line can be told from the borders of frames, and leaves their words to be read.
class TestFrameBorders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Two frames in a row, as close round their blocks as the sketch makes them, and lines right through.
    void aLineKeepsOffBordersThatItRunsAlong() {
        Sketch board;
        QList<ElementId> blocks;
        for (int i = 0; i < 3; ++i)
            blocks << board.block(20 + 260 * i, 36);
        for (int i = 0; i < 4; ++i)
            blocks << board.block(900 + 260 * i, 36);
        titled(board, board.frame(0, 0, 736, 120), u"Online"_s);
        titled(board, board.frame(880, 0, 996, 120), u"Offline"_s);
        QList<ElementId> lines;
        for (const auto& [from, to] : {std::pair(0, 3), std::pair(6, 2), std::pair(0, 4), std::pair(1, 2)})
            lines << board.connect(blocks.at(from), blocks.at(to));
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        QCOMPARE(figuresOf(board.design).hits, 0);
        for (const ElementId line : lines) {
            QVERIFY2(onBorders(board, board.path(line)) == 0, qPrintable(test::text(board.path(line))));
            QVERIFY2(!strikesWords(board, board.path(line)), qPrintable(test::text(board.path(line))));
        }
    }

    /// Where there is no room beside the border it is run along, and no block is hit.
    void whereThereIsNoRoom() {
        Sketch board;
        board.frame(0, 0, 700, 300);
        const ElementId from = board.block(20, 236), to = board.block(500, 236);
        board.block(250, 20, 176, 274);
        board.block(250, 306, 176, 274);
        board.block(250, -400, 176, 396);
        board.connect(from, to);
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        QCOMPARE(figuresOf(board.design).hits, 0);
    }

    void aLineComesInBesideTheTitle_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("remark");
        QTest::addColumn<int>("most"); ///< bends
        QTest::newRow("straight down beside a short one") << u"Data"_s << QString() << 0;
        QTest::newRow("round a long one") << u"A title that is as wide as the frame"_s << QString() << 2;
        QTest::newRow("between both") << u"Data"_s << u"p99 20 ms"_s << 0;
        QTest::newRow("wide letters")
            << u"\u6570\u636e\u6570\u636e\u6570\u636e\u6570\u636e\u6570"_s << QString() << 2;
    }
    void aLineComesInBesideTheTitle() {
        QFETCH(QString, title);
        QFETCH(QString, remark);
        QFETCH(int, most);
        Sketch board;
        const ElementId outside = board.block(-40, -140);
        const ElementId inside = board.block(20, 36);
        titled(board, board.frame(0, 0, 216, 200), title, remark);
        const ElementId line = board.connect(outside, inside);
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        QVERIFY2(!strikesWords(board, board.path(line)), qPrintable(test::text(board.path(line))));
        QVERIFY2(board.bends(line) <= most, qPrintable(test::text(board.path(line))));
        QVERIFY2(onBorders(board, board.path(line)) == 0, qPrintable(test::text(board.path(line))));
    }

    /// It keeps so far from words that an arrow's chevrons do not touch them either.
    void aLineKeepsOffWordsBesideIt_data() {
        QTest::addColumn<double>(
            "x"); ///< of the block above, whose middle lies over the words or beside them
        for (const double x : {-60., -30., -10., 0., 10., 30.})
            QTest::newRow(qPrintable(QString::number(x))) << x;
    }
    void aLineKeepsOffWordsBesideIt() {
        QFETCH(double, x);
        Sketch board;
        const ElementId outside = board.block(x, -140), inside = board.block(20, 36);
        const ElementId frame = titled(board, board.frame(0, 0, 216, 200), u"Review"_s, u"10 k a day"_s);
        const ElementId line = board.connect(outside, inside);
        board.route();
        const QList<Point> path = board.path(line);
        QVERIFY2(board.bends(line) == 0, qPrintable(test::text(path)));
        routing::FrameWords(*board.design.frames.find(frame))
            .visit(*board.design.rectOf(frame), [&](const Rect& words) {
                const Coord at = path.first().x;
                const Coord off = std::max(words.left() - at, at - words.right());
                QVERIFY2(off >= units(6), qPrintable(test::text(path)));
            });
    }

    /// A block under words is left and reached beside them, not by the side where others come in.
    void anEndBesideWords_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("remark");
        QTest::addColumn<bool>("comes");
        for (const bool comes : {true, false}) {
            QTest::newRow(comes ? "in, beside a title" : "out, beside a title")
                << u"Offline path"_s << QString() << comes;
            QTest::newRow(comes ? "in, beside a remark" : "out, beside a remark")
                << QString() << u"labels, training"_s << comes;
        }
    }
    void anEndBesideWords() {
        QFETCH(QString, title);
        QFETCH(QString, remark);
        QFETCH(bool, comes);
        Sketch board;
        const ElementId block = board.block(title.isEmpty() ? 420 : 20, 36);
        const ElementId neighbour = board.block(title.isEmpty() ? 120 : 320, 36);
        titled(board, board.frame(0, 0, 616, 160), title, remark);
        const ElementId far = board.block(title.isEmpty() ? -300 : 800, -200);
        board.connect(comes ? block : neighbour, comes ? neighbour : block);
        const ElementId line = board.connect(comes ? far : block, comes ? block : far);
        board.route();
        const QList<Point> path = board.path(line);
        const Point end = comes ? path.last() : path.first();
        QVERIFY2(end.y == units(36), qPrintable(test::text(path)));
        QVERIFY2(board.bends(line) == 1, qPrintable(test::text(path)));
        QVERIFY2(!strikesWords(board, path), qPrintable(test::text(path)));
    }

    /// Several of them keep their order and their distance.
    void endsBesideWords() {
        Sketch board;
        const ElementId block = board.block(20, 36);
        titled(board, board.frame(0, 0, 616, 160), u"Offline path"_s);
        QList<ElementId> lines;
        for (int i = 0; i < 3; ++i)
            lines << board.connect(board.block(500 + 260 * i, -200 - 120 * i), block);
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        for (const ElementId line : lines) {
            QVERIFY2(!strikesWords(board, board.path(line)), qPrintable(test::text(board.path(line))));
            QVERIFY2(board.bends(line) == 1, qPrintable(test::text(board.path(line))));
        }
    }

    /// Where there is little room beside the words they come nearer to each other.
    void endsWithLittleRoomBesideWords() {
        Sketch board;
        const ElementId block = board.block(20, 36);
        titled(board, board.frame(0, 0, 616, 160), u"Ranking and retrieval"_s);
        QList<ElementId> lines;
        for (int i = 0; i < 2; ++i)
            lines << board.connect(block, board.block(500 + 260 * i, -200 - 120 * i));
        board.connect(block, board.block(400, 60));
        board.connect(board.block(-300, 60), block);
        board.route();
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        for (const ElementId line : lines)
            QVERIFY2(!strikesWords(board, board.path(line)), qPrintable(test::text(board.path(line))));
    }

    /// Others make room for a line; one that a person has put somewhere stays, and is gone round.
    void aLabelPutByHandIsWordsToo_data() {
        QTest::addColumn<double>("down"); ///< how far the new line's target lies below the source
        QTest::newRow("a straight line") << 400.;
        QTest::newRow("a line with bends") << 520.;
    }
    void aLabelPutByHandIsWordsToo() {
        QFETCH(double, down);
        Sketch board;
        const ElementId line = board.connect(board.block(0, 200), board.block(600, 200));
        board.route();
        Connection row = *board.design.connections.find(line);
        row.label = u"by hand"_s;
        row.labelSize = {units(64), units(18)};
        row.labelAt = 501;
        board.design.connections.put(row);
        const ElementId above = board.block(300, -100);
        const ElementId other = board.connect(above, board.block(down > 500 ? 290 : 300, down));
        board.route({other});
        QCOMPARE(figuresOf(board.design).faults.join(u'\n'), QString());
        const Rect pill{units(388 - 32), units(232 - 9), units(64), units(18)};
        const QList<Point> path = board.path(other);
        for (qsizetype i = 1; i < path.size(); ++i)
            QVERIFY2(!routing::spanOf(path.at(i - 1), path.at(i)).grown(1).intersects(pill),
                     qPrintable(test::text(path)));
        QVERIFY2(board.bends(other) <= 2, qPrintable(test::text(path)));
    }

    /// The words move along with a frame that is dragged.
    void whileAFrameIsDragged() {
        Sketch board;
        const ElementId outside = board.block(-40, -140);
        const ElementId inside = board.block(620, 36);
        const ElementId frame = titled(board, board.frame(600, 0, 216, 200), u"Serving of all"_s);
        const ElementId line = board.connect(outside, inside);
        board.route();
        const RoutingIndex index(board.design);
        const RoutePreview preview(index, QSet<ElementId>{frame, inside});
        const QList<Point> shown = preview.routes({units(-600), 0}).value(line);
        board.moveBlock(inside, -600, 0);
        Frame row = *board.design.frames.find(frame);
        row.rect = row.rect.translated({units(-600), 0});
        board.design.frames.put(row);
        QVERIFY2(!strikesWords(board, shown), qPrintable(test::text(shown)));
        board.route();
        QVERIFY2(board.path(line) == shown, qPrintable(test::text(shown)));
    }

    /// A title that is typed anew counts at once.
    void theIndexFollowsATitle() {
        Sketch board;
        const ElementId frame = titled(board, board.frame(0, 0, 216, 200), u"Data"_s);
        RoutingIndex index(board.design);
        titled(board, frame, u"Data and labels"_s, u"hourly"_s);
        QVERIFY(!(index == RoutingIndex(board.design)));
        ChangeSet changes;
        changes.elements.insert(frame);
        index.update(board.design, changes);
        QVERIFY(index == RoutingIndex(board.design));
    }
};

QTEST_APPLESS_MAIN(TestFrameBorders)
#include "test_frame_borders.moc"
