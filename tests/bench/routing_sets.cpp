#include "tests/bench/routing_sets.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace Qt::StringLiterals;

namespace groundplan::bench {

namespace {

/// Puts rows into a design; places in points.
class Maker {
public:
    explicit Maker(unsigned seed)
        : random_(seed) {}

    int below(int n) { return int(random_() % unsigned(n)); }

    ElementId block(double x, double y, double w = 140, double h = 60) {
        Block row;
        row.id = put(ElementType::Block);
        row.rect = {units(x), units(y), units(w), units(h)};
        design.blocks.put(row);
        return row.id;
    }
    ElementId frame(double x, double y, double w, double h, const QString& title = {},
                    const QString& remark = {}) {
        Frame row;
        row.id = put(ElementType::Frame);
        row.title = title;
        row.remark = remark;
        row.rect = {units(x), units(y), units(w), units(h)};
        design.frames.put(row);
        return row.id;
    }
    void connect(ElementId source, ElementId target) {
        Connection row;
        row.id = put(ElementType::Connection);
        row.source = source;
        row.target = target;
        // Every third has a label: so many a design has.
        if (design.connections.size() % 3 == 0) {
            row.label = u"label"_s;
            row.labelSize = {units(64), units(18)};
        }
        design.connections.put(row);
    }

    Design design;

private:
    ElementId put(ElementType type) {
        Element row;
        row.id = ElementId(++last_);
        row.type = type;
        row.order = last_ * 1024;
        design.elements.put(row);
        return row.id;
    }
    std::mt19937 random_;
    qint64 last_ = 0;
};

/// Every gap is as wide as two clearances: one line fits.
Design dense() {
    Maker board(2);
    QList<ElementId> ids;
    for (int y = 0; y < 12; ++y) {
        for (int x = 0; x < 12; ++x)
            ids << board.block(164 * x, 84 * y);
    }
    for (int i = 0; i < 150; ++i) {
        const int from = board.below(144);
        const int x = std::clamp(from % 12 + board.below(5) - 2, 0, 11);
        const int y = std::clamp(from / 12 + board.below(5) - 2, 0, 11);
        if (y * 12 + x != from)
            board.connect(ids.at(from), ids.at(y * 12 + x));
    }
    return board.design;
}

/// Long blocks with slits between them.
Design corridors() {
    Maker board(3);
    QList<ElementId> left, right;
    for (int i = 0; i < 8; ++i) {
        left << board.block(0, 90 * i, 120, 50);
        right << board.block(1400, 90 * i, 120, 50);
    }
    for (int wall = 0; wall < 4; ++wall) {
        double y = -300;
        for (int piece = 0; piece < 4; ++piece) {
            const double height = 180 + 40 * ((wall + piece) % 3);
            board.block(260 + 270 * wall, y, 80, height);
            y += height + 30;
        }
    }
    for (int i = 0; i < 12; ++i)
        board.connect(left.at(board.below(8)), right.at(board.below(8)));
    return board.design;
}

/// One wall after another, open at the top and at the bottom in turn.
Design maze() {
    Maker board(4);
    const ElementId a = board.block(0, 0);
    const ElementId b = board.block(2000, 100);
    const ElementId c = board.block(860, 600);
    for (int i = 0; i < 8; ++i)
        board.block(220 + 210 * i, i % 2 ? -900 : -300, 60, 1500);
    board.connect(a, b);
    board.connect(c, a);
    board.connect(b, c);
    return board.design;
}

/// Regions with teams in them; connections inside, between neighbours and across, and some to a frame itself.
Design frames() {
    Maker board(5);
    QList<ElementId> blocks, teams;
    for (int region = 0; region < 4; ++region) {
        const double rx = region % 2 * 1240;
        const double ry = region / 2 * 900;
        board.frame(rx, ry, 1120, 780);
        for (int team = 0; team < 4; ++team) {
            const double tx = rx + 40 + team % 2 * 540;
            const double ty = ry + 60 + team / 2 * 360;
            teams << board.frame(tx, ty, 480, 310);
            for (int i = 0; i < 4; ++i)
                blocks << board.block(tx + 40 + i % 2 * 240, ty + 60 + i / 2 * 130);
        }
    }
    for (int i = 0; i < 60; ++i) {
        const int from = board.below(int(blocks.size()));
        const int to = i % 3 == 0 ? from / 4 * 4 + board.below(4) : board.below(int(blocks.size()));
        if (from != to)
            board.connect(blocks.at(from), blocks.at(to));
    }
    for (int i = 0; i < 6; ++i)
        board.connect(blocks.at(board.below(int(blocks.size()))), teams.at(board.below(int(teams.size()))));
    return board.design;
}

/// Frames that stand as close round their blocks as the sketch and tidy make them, with titles and remarks;
/// most connections go from one to another.
Design titles() {
    Maker board(11);
    QList<ElementId> blocks;
    const QStringList words{u"Online"_s, u"Offline training path"_s,       u"Serving of recommendations"_s,
                            u"Data"_s,   u"Features and labels, hourly"_s, u"Experiments"_s};
    for (int i = 0; i < 12; ++i) {
        const int columns = 1 + i % 3, rows = 1 + i / 5;
        const double x = i % 4 * 820, y = i / 4 * 480;
        board.frame(x, y, 236 * columns - 20, 56 + 104 * rows - 40, words.at(i % 6),
                    i % 4 == 1 ? u"p99 200 ms"_s : QString());
        for (int k = 0; k < columns * rows; ++k)
            blocks << board.block(x + 20 + 236 * (k % columns), y + 36 + 104 * (k / columns), 176, 64);
        if (i % 2)
            blocks << board.block(x + 300, y + 330, 176, 64);
    }
    for (int i = 0; i < 50; ++i) {
        const int from = board.below(int(blocks.size()));
        const int to = std::clamp(from + board.below(13) - 6, 0, int(blocks.size()) - 1);
        if (from != to)
            board.connect(blocks.at(from), blocks.at(to));
    }
    return board.design;
}

/// Blocks that touch and lie on one another, as on a board in the making.
Design overlapping() {
    Maker board(6);
    QList<ElementId> ids;
    for (int i = 0; i < 40; ++i) {
        const double x = board.below(1400), y = board.below(900);
        ids << board.block(x, y);
        if (i % 4 == 0)
            ids << board.block(x + 140, y);
        if (i % 5 == 0)
            ids << board.block(x + 60, y + 30);
    }
    for (int i = 0; i < 60; ++i) {
        const int from = board.below(int(ids.size())), to = board.below(int(ids.size()));
        if (from != to)
            board.connect(ids.at(from), ids.at(to));
    }
    return board.design;
}

Design hub() {
    Maker board(7);
    const ElementId middle = board.block(1600, 1000, 300, 200);
    for (int i = 0; i < 200; ++i) {
        const double angle = 2 * 3.14159265 * i / 200;
        const double far = 700 + 450 * (i % 4);
        const ElementId leaf = board.block(std::round(1750 + 1.6 * far * std::cos(angle)),
                                           std::round(1100 + far * std::sin(angle)), 60, 24);
        if (i % 2)
            board.connect(middle, leaf);
        else
            board.connect(leaf, middle);
    }
    return board.design;
}

Design parallels() {
    Maker board(8);
    const ElementId a = board.block(0, 0, 176, 200), b = board.block(500, 0, 176, 200);
    const ElementId c = board.block(250, 500, 176, 200);
    for (int i = 0; i < 20; ++i) {
        board.connect(i % 2 ? a : b, i % 2 ? b : a);
        board.connect(b, c);
    }
    return board.design;
}

Design loops() {
    Maker board(9);
    for (int i = 0; i < 12; ++i) {
        const ElementId id = board.block(i % 4 * 280, i / 4 * 180);
        for (int k = 0; k <= i % 3; ++k)
            board.connect(id, id);
    }
    return board.design;
}

/// Links between any two of a grid: most of them right across the sheet.
Design longLinks(int blocks, int links) {
    Maker board(10);
    Design grid = jitterGrid(blocks, 10);
    for (const Block* row : grid.blocks.sorted())
        board.block(points(row->rect.x), points(row->rect.y), points(row->rect.w), points(row->rect.h));
    for (int i = 0; i < links; ++i) {
        const int from = 1 + board.below(blocks), to = 1 + board.below(blocks);
        if (from != to)
            board.connect(ElementId(from), ElementId(to));
    }
    return board.design;
}

} // namespace

Design jitterGrid(int count, unsigned seed) {
    Maker board(seed);
    const int columns = std::max(1, int(std::sqrt(count)));
    for (int i = 0; i < count; ++i)
        board.block(i % columns * 230 + board.below(41), i / columns * 170 + board.below(41),
                    120 + board.below(31), 60 + board.below(31));
    for (int i = 0; i < count; ++i) {
        // To the next row, about where it is; one in ten to the one after.
        for (int k = 0; k < (i % 4 == 0 ? 2 : 1); ++k) {
            const int row = i / columns + (board.below(10) == 0 ? 2 : 1);
            const int column = std::clamp(i % columns + board.below(3) - 1, 0, columns - 1);
            const int to = row * columns + column;
            if (to < count)
                board.connect(ElementId(i + 1), ElementId(to + 1));
        }
    }
    return board.design;
}

QList<RoutingSet> routingSets() {
    return {
        {u"grid 10"_s, jitterGrid(10, 1), true},
        {u"grid 100"_s, jitterGrid(100, 1), true},
        {u"grid 1000"_s, jitterGrid(1000, 1), false},
        {u"dense"_s, dense(), true},
        {u"corridors"_s, corridors(), true},
        {u"maze"_s, maze(), true},
        {u"frames"_s, frames(), true},
        {u"titles"_s, titles(), true},
        {u"overlapping"_s, overlapping(), true},
        {u"hub"_s, hub(), false},
        {u"parallel"_s, parallels(), true},
        {u"loops"_s, loops(), true},
        {u"long links 300"_s, longLinks(300, 60), true},
        {u"long links 1000"_s, longLinks(1000, 100), false},
    };
}

} // namespace groundplan::bench
