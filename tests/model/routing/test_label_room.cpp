#include "tests/model/routing/sketch.h"

#include <QTest>

using namespace groundplan;
using test::Sketch;

namespace {

void setLabel(Sketch& board, ElementId id, double width, qint32 at = 500) {
    Connection row = *board.design.connections.find(id);
    row.label = QStringLiteral("label");
    row.labelSize = {units(width), units(18)};
    row.labelAt = at;
    board.design.connections.put(row);
}

/// Where the upright piece of a way of two bends lies, or a straight upright one.
double uprightOf(const Sketch& board, ElementId id) {
    const QList<Point> path = board.path(id);
    return points(path.at(path.size() == 2 ? 0 : 1).x);
}

} // namespace

/// Ways leave room for the labels of one another.
class TestLabelRoom : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Upright pieces side by side lie so far apart that a label on one covers no other.
    void uprightPieces() {
        for (const bool labelled : {false, true}) {
            Sketch board;
            const ElementId a = board.block(0, 0), b = board.block(420, 52);
            const ElementId first = board.connect(a, b), second = board.connect(a, b);
            if (labelled)
                setLabel(board, first, 112);
            board.route();
            QCOMPARE(board.bends(first), 2);
            QCOMPARE(board.bends(second), 2);
            const double apart = std::abs(uprightOf(board, first) - uprightOf(board, second));
            QVERIFY2(labelled ? apart >= 54 : apart <= 20, qPrintable(QString::number(apart)));
        }
    }

    void straightOnes() {
        Sketch board;
        const ElementId a = board.block(0, 0), b = board.block(0, 200);
        const ElementId first = board.connect(a, b), second = board.connect(b, a);
        setLabel(board, first, 70);
        setLabel(board, second, 50);
        board.route({first});
        const ElementId stays = first;
        const double before = uprightOf(board, stays);
        board.route({second});
        QCOMPARE(uprightOf(board, stays), before);
        QCOMPARE(board.bends(second), 0);
        QVERIFY(std::abs(uprightOf(board, first) - uprightOf(board, second)) >= 41);
        board.route();
        QVERIFY(std::abs(uprightOf(board, first) - uprightOf(board, second)) >= 41);
    }

    /// Where there is no room they keep what they have.
    void noRoom() {
        Sketch board;
        const ElementId a = board.block(0, 0), b = board.block(216, 300);
        const ElementId first = board.connect(a, b), second = board.connect(a, b);
        setLabel(board, first, 112);
        setLabel(board, second, 100);
        board.route();
        QCOMPARE(test::figuresOf(board.design).faults, QStringList());
        QVERIFY(std::abs(uprightOf(board, first) - uprightOf(board, second)) >= 4);
    }

    /// Of two equal ways the one that passes under no label.
    void notUnderLabels() {
        for (const qint32 at : {200, 800}) {
            Sketch board;
            const ElementId a = board.block(0, 0, 100, 60), b = board.block(600, 0, 100, 60);
            board.block(320, -200, 60, 460); // in between, as far up as down
            const ElementId up = board.block(200, -600, 100, 60), down = board.block(200, 600, 100, 60);
            Connection across = *board.design.connections.find(board.connect(up, down));
            // Both ways cross this line; its label lies about one of the places.
            across.route = {{units(50), units(60)}, {units(50), units(1200)}};
            across.label = QStringLiteral("label");
            across.labelSize = {units(80), units(400)};
            across.labelAt = at;
            board.design.connections.put(across);
            const ElementId id = board.connect(a, b);
            board.route({id});
            double highest = 1e9, lowest = -1e9;
            for (const Point p : board.path(id)) {
                highest = std::min(highest, points(p.y));
                lowest = std::max(lowest, points(p.y));
            }
            QVERIFY2(at < 500 ? highest > -200 : lowest < 260, qPrintable(test::text(board.path(id))));
        }
    }
};

QTEST_APPLESS_MAIN(TestLabelRoom)
#include "test_label_room.moc"
