#include "model/routing/label_choice.h"

#include "model/routing/label_place.h"
#include "tests/model/routing/sketch.h"

#include <QTest>

using namespace groundplan;
using test::Sketch;

namespace {

constexpr Size kLabel{64 * kUnitsPerPoint, 18 * kUnitsPerPoint};

/// A connection along `corners` (points) with a label.
ElementId line(Sketch& board, ElementId source, ElementId target, const QList<QPair<double, double>>& corners,
               qint32 labelAt = 500) {
    Connection row = *board.design.connections.find(board.connect(source, target));
    const Point origin = board.design.rectOf(source)->topLeft();
    for (const auto& [x, y] : corners)
        row.route.append(Point{units(x), units(y)} - origin);
    row.label = QStringLiteral("label");
    row.labelSize = kLabel;
    row.labelAt = labelAt;
    board.design.connections.put(row);
    return row.id;
}

QHash<ElementId, qint32> choose(Design& design, const QSet<ElementId>& connections,
                                const QSet<ElementId>& placed = {}) {
    const QHash<ElementId, qint32> places =
        chooseLabelPlaces(design, RoutingIndex(design), connections, placed);
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        Connection row = *design.connections.find(it.key());
        row.labelAt = it.value();
        design.connections.put(row);
    }
    return places;
}

QRectF pill(const Design& design, ElementId id) {
    const Connection& row = *design.connections.find(id);
    QList<QPointF> corners;
    for (const Point corner : design.routeOf(row))
        corners.append({points(corner.x), points(corner.y)});
    return placeLabel(corners, row.labelAt, {points(kLabel.w), points(kLabel.h)}, row.direction);
}

} // namespace

class TestLabelChoice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placesByHandAreKnown() {
        QVERIFY(!isLabelByHand(500) && !isLabelByHand(0) && !isLabelByHand(1000) && !isLabelByHand(450));
        for (const qint32 at : {0, 1, 49, 50, 250, 499, 500, 501, 950, 999, 1000}) {
            const qint32 byHand = labelByHand(at);
            QVERIFY(isLabelByHand(byHand));
            QVERIFY(std::abs(byHand - at) <= 1 && byHand >= 0 && byHand <= 1000);
        }
    }

    void theMiddleWhereNothingIs() {
        Sketch board;
        const ElementId id = line(board, board.block(0, 0), board.block(600, 0), {{176, 32}, {600, 32}}, 300);
        QCOMPARE(choose(board.design, {id}), (QHash<ElementId, qint32>{{id, 500}}));
        QVERIFY(choose(board.design, {id}).isEmpty()); // it is there
    }

    void offBlocksCardsAndTitles() {
        Sketch board;
        const ElementId id = line(board, board.block(0, 0), board.block(0, 600), {{88, 64}, {88, 600}});
        board.block(102, 300, 176, 64); // beside the line, under the label
        QVERIFY(!choose(board.design, {id}).isEmpty());
        QVERIFY(!pill(board.design, id).intersects({102, 300, 176, 64}));
        board.card(-200, 200, 280, 60);
        choose(board.design, {id});
        QVERIFY(!pill(board.design, id).intersects({-200, 200, 280, 60}));
        QVERIFY(!pill(board.design, id).intersects({102, 300, 176, 64}));
    }

    void offOtherLinesAndLabels() {
        Sketch board;
        const ElementId a = board.block(0, 0), b = board.block(1000, 0);
        const ElementId first = line(board, a, b, {{176, 24}, {1000, 24}});
        const ElementId second = line(board, a, b, {{176, 40}, {1000, 40}});
        const ElementId across =
            line(board, board.block(500, -300), board.block(500, 300), {{588, -236}, {588, 300}});
        choose(board.design, {first, second, across});
        for (const ElementId id : {first, second, across}) {
            for (const ElementId other : {first, second, across})
                QVERIFY(id == other || !pill(board.design, id).intersects(pill(board.design, other)));
        }
        QVERIFY(pill(board.design, first).right() < 588 || pill(board.design, first).left() > 588);
        QVERIFY(pill(board.design, second).right() < 588 || pill(board.design, second).left() > 588);
        QVERIFY(pill(board.design, across).bottom() < 24 || pill(board.design, across).top() > 40);
    }

    void whatSomebodyHasMovedStays() {
        Sketch board;
        const ElementId a = board.block(0, 0), b = board.block(1000, 0);
        const ElementId kept = line(board, a, b, {{176, 24}, {1000, 24}}, 501);
        const ElementId other = line(board, a, b, {{176, 40}, {1000, 40}});
        board.block(500, -20, 176, 100);
        choose(board.design, {kept, other});
        QCOMPARE(board.design.connections.find(kept)->labelAt, 501);
        QVERIFY(!pill(board.design, other).intersects(pill(board.design, kept)));
    }

    /// Only those that were asked for, and those that have come to lie under something.
    void othersStay() {
        Sketch board;
        const ElementId beside = line(board, board.block(0, 0), board.block(0, 600), {{88, 64}, {88, 600}});
        const ElementId bystander =
            line(board, board.block(2000, 0), board.block(2000, 600), {{2088, 64}, {2088, 600}}, 250);
        const ElementId block = board.block(102, 300, 176, 64);
        QVERIFY(choose(board.design, {}).isEmpty());
        const auto places = choose(board.design, {}, {block});
        QCOMPARE(places.size(), 1);
        QVERIFY(places.contains(beside));
        QCOMPARE(board.design.connections.find(bystander)->labelAt, 250);
    }

    /// Lines 12 points apart are not covered by each other's labels, which lie apart along them.
    void sideBySide() {
        Sketch board;
        const ElementId a = board.block(0, 0), b = board.block(600, 0);
        const ElementId first = line(board, a, b, {{176, 24}, {600, 24}});
        const ElementId second = line(board, a, b, {{176, 36}, {600, 36}});
        choose(board.design, {first, second});
        const QRectF one = pill(board.design, first), other = pill(board.design, second);
        QVERIFY(one.right() + 12 <= other.left() || other.right() + 12 <= one.left());
    }

    /// The head of another line that ends there, and the corner of its own line.
    void offHeadsAndOwnCorners() {
        Sketch board;
        const ElementId a = board.block(0, 0), b = board.block(600, 0);
        const ElementId id = line(board, a, b, {{176, 32}, {600, 32}});
        board.block(300, 50, 176, 64);
        Connection across = *board.design.connections.find(board.connect(a, b));
        across.route = {{units(388), units(200)}, {units(388), units(43)}}; // its head ends below the label
        board.design.connections.put(across);
        choose(board.design, {id});
        QVERIFY(!pill(board.design, id).adjusted(-3, -3, 3, 3).intersects({383, 43, 10, 9}));
        // Down, along and back up, close beside where it came from: the label lies on the long way along.
        const ElementId turn = line(board, a, b, {{60, 64}, {60, 400}, {80, 400}, {80, 120}, {500, 120}});
        choose(board.design, {turn});
        QVERIFY(pill(board.design, turn).left() > 80);
    }

    /// One that stays where it is makes room for one that has no other place.
    void othersMakeRoom() {
        Sketch board;
        const ElementId a = board.block(0, 0), b = board.block(300, 0);
        const ElementId far = board.block(1200, 0), low = board.block(0, 200);
        const ElementId stays = line(board, low, far, {{100, 200}, {100, 44}, {1200, 44}}, 300);
        choose(board.design, {stays});
        const ElementId fresh = line(board, a, b, {{176, 32}, {300, 32}});
        Connection row = *board.design.connections.find(stays);
        row.labelAt = 200; // on the place that the other needs
        board.design.connections.put(row);
        QVERIFY(pill(board.design, stays).intersects(pill(board.design, fresh)));
        const auto places = choose(board.design, {fresh});
        QVERIFY(places.contains(stays));
        QVERIFY(!pill(board.design, stays).intersects(pill(board.design, fresh)));
    }

    /// A label that nothing has come to cover stays, though another place would be chosen today.
    void uncoveredStays() {
        Sketch board;
        const ElementId a = board.block(0, 0), b = board.block(1000, 0);
        const ElementId kept = line(board, a, b, {{176, 24}, {1000, 24}}, 350);
        const ElementId fresh = line(board, a, b, {{176, 36}, {1000, 36}});
        const auto places = choose(board.design, {fresh});
        QVERIFY(!places.contains(kept));
        QVERIFY(!pill(board.design, kept).intersects(pill(board.design, fresh)));
    }

    /// Where all of the way is covered it stays on it, and nothing fails.
    void nowhereToGo() {
        Sketch board;
        const ElementId id = line(board, board.block(0, 0), board.block(600, 0), {{176, 32}, {600, 32}});
        board.block(-1000, -1000, 3000, 3000);
        choose(board.design, {id});
        const qint32 at = board.design.connections.find(id)->labelAt;
        QVERIFY(at >= 0 && at <= 1000 && !isLabelByHand(at));
    }
};

QTEST_APPLESS_MAIN(TestLabelChoice)
#include "test_label_choice.moc"
