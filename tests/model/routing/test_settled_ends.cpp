#include "model/routing/faults.h"
#include "model/routing/index_data.h"
#include "tests/model/routing/sketch.h"

#include <QTest>

#include <map>

using namespace groundplan;
using test::figuresOf;
using test::Sketch;
using test::text;

namespace {

/// Thirty blocks in rows of six and forty connections across them; ids by row and column.
struct Rows {
    Sketch board;
    std::map<int, ElementId> blocks;
    std::map<std::pair<int, int>, ElementId> lines; ///< the last one between the two

    Rows() {
        for (int row = 0; row < 5; ++row) {
            for (int column = 0; column < 6; ++column)
                blocks[row * 10 + column] = board.block(260 * column, 140 * row);
        }
        constexpr std::pair<int, int> kLines[] = {
            {22, 43}, {25, 43}, {45, 40}, {22, 24}, {43, 30}, {10, 5},  {41, 24}, {23, 32},
            {31, 41}, {5, 3},   {22, 13}, {4, 2},   {25, 41}, {44, 34}, {32, 1},  {31, 20},
            {22, 32}, {35, 31}, {32, 5},  {31, 0},  {42, 24}, {2, 1},   {1, 10},  {44, 11},
            {31, 0},  {40, 22}, {14, 22}, {30, 42}, {10, 24}, {11, 32}, {13, 23}, {0, 33},
            {2, 22},  {32, 12}, {21, 25}, {45, 42}, {2, 34},  {12, 14}, {40, 11}, {24, 13}};
        for (const auto& [from, to] : kLines)
            lines[{from, to}] = board.connect(blocks[from], blocks[to]);
        board.route();
    }
};

/// A hub between three sources and six targets in two columns, as it is tidied.
struct Hub {
    Sketch board;
    ElementId hub = board.block(276, 284);
    ElementId s1 = board.block(36, 84), s2 = board.block(36, 284), s3 = board.block(36, 408);
    QList<ElementId> targets; ///< r1 to r6
    QList<ElementId> lines;   ///< to each of them
    ElementId from1, from2, from3, across, below;

    Hub() {
        for (const double y : {536., 136., 236., 336., 436., 36.})
            targets << board.block(516, y);
        for (const ElementId target : targets)
            lines << board.connect(hub, target);
        from1 = board.connect(s1, hub);
        from2 = board.connect(s2, hub);
        from3 = board.connect(s3, hub);
        across = board.connect(s1, targets[5]);
        below = board.connect(s3, targets[0]);
        board.route();
    }
    int crossings(ElementId a, ElementId b) const {
        return routing::crossingsOf(board.path(a), board.path(b));
    }
};

/// Points over all places that a block is moved to, with what does not fit into a full lane.
constexpr double kMostBeside = 2'000;

/// What an edit does that moves a block.
void move(Sketch& board, ElementId block, double dx, double dy) {
    board.moveBlock(block, dx, dy);
    const RoutingIndex index(board.design);
    const QSet<ElementId> lines = index.connectionsAt({block}) + index.connectionsThrough({block});
    board.store(Router(index).route(lines));
}

/// Points that lines of different connections lie less than four points beside one another.
double besideOneAnother(const Design& design) {
    struct Piece {
        ElementId id;
        Rect span;
    };
    QList<Piece> pieces;
    for (const Connection* line : design.connections.sorted()) {
        const QList<Point> path = design.routeOf(*line);
        for (qsizetype i = 1; i < path.size(); ++i)
            pieces.append({line->id, routing::spanOf(path.at(i - 1), path.at(i))});
    }
    double length = 0;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        for (qsizetype k = i + 1; k < pieces.size(); ++k) {
            const Rect& a = pieces.at(i).span;
            const Rect& b = pieces.at(k).span;
            if (pieces.at(i).id == pieces.at(k).id || (a.w == 0) != (b.w == 0))
                continue;
            if (std::abs(a.w == 0 ? a.x - b.x : a.y - b.y) >= units(4))
                continue;
            length +=
                points(std::max(0, a.w == 0 ? std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top())
                                            : std::min(a.right(), b.right()) - std::max(a.left(), b.left())));
        }
    }
    return length;
}

} // namespace

class TestSettledEnds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesRoundACornerAreNested() {
        Hub set;
        move(set.board, set.hub, -180, -372);
        QCOMPARE(set.crossings(set.from2, set.from3), 0);
        QCOMPARE(set.crossings(set.from2, set.lines[0]), 0);
        QCOMPARE(set.crossings(set.from3, set.lines[0]), 0);
    }

    void theOuterOneOfARowLeavesOutermost() {
        Hub set;
        move(set.board, set.hub, 16, 372);
        for (int i = 1; i < 5; ++i)
            QCOMPARE(set.crossings(set.lines[5], set.lines[i]), 0);
    }

    void aNewLineKeepsOffThoseThatStay() {
        // Wherever a block goes: only where a lane is full may its lines lie closely beside others.
        double all = 0;
        const Rows rows;
        for (int dx = -250; dx <= 0; dx += 14) {
            for (int dy = -60; dy <= 120; dy += 11) {
                Sketch board = rows.board;
                move(board, rows.blocks.at(35), dx, dy);
                all += besideOneAnother(board.design);
            }
        }
        QVERIFY(all <= kMostBeside);
    }

    void endsHaveRoomBetweenThem() {
        const Rows rows;
        std::map<std::pair<ElementId, routing::Way>, QList<Coord>> sides;
        for (const Connection& line : rows.board.design.connections) {
            const QList<Point> path = rows.board.path(line.id);
            const auto add = [&](ElementId block, Point at, Point next) {
                const routing::Way side = routing::wayFrom(at, next);
                sides[{block, side}].append(routing::alongSide(at, side));
            };
            add(line.source, path.first(), path.at(1));
            add(line.target, path.last(), path.at(path.size() - 2));
        }
        for (auto& [side, places] : sides) {
            std::sort(places.begin(), places.end());
            for (qsizetype i = 1; i < places.size(); ++i)
                QVERIFY2(places.at(i) - places.at(i - 1) >= units(16),
                         qPrintable(QStringLiteral("block %1: %2 and %3")
                                        .arg(side.first.value())
                                        .arg(points(places.at(i - 1)))
                                        .arg(points(places.at(i)))));
        }
    }
};

QTEST_APPLESS_MAIN(TestSettledEnds)
#include "test_settled_ends.moc"
