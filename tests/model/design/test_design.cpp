#include "model/design/design.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

constexpr ElementId kOuter{1}, kInner{2}, kCache{3}, kModel{4}, kCall{5}, kLoop{6}, kCard{7}, kLone{8};

/// outer frame [ inner frame [ cache ], model ], a lone block and a card on the board, connections cache ->
/// model and inner -> inner.
Design sample() {
    Design d;
    const auto element = [&d](ElementId id, ElementType type, ElementId parent, qint64 order) {
        Element e;
        e.id = id;
        e.type = type;
        e.parent = parent;
        e.order = order;
        d.elements.put(e);
    };
    const auto frame = [&d](ElementId id, const QString& name, const QString& title, Rect rect) {
        Frame f;
        f.id = id;
        f.name = name;
        f.title = title;
        f.rect = rect;
        d.frames.put(f);
    };
    const auto block = [&d](ElementId id, const QString& name, const QString& title, Rect rect) {
        Block b;
        b.id = id;
        b.kind = u"block"_s;
        b.name = name;
        b.title = title;
        b.rect = rect;
        d.blocks.put(b);
    };
    const auto connection = [&d](ElementId id, ElementId source, ElementId target, const QString& label,
                                 Route route) {
        Connection c;
        c.id = id;
        c.source = source;
        c.target = target;
        c.flow = Flow::TrainingData;
        c.label = label;
        c.route = std::move(route);
        d.connections.put(c);
    };
    element(kOuter, ElementType::Frame, {}, 10);
    element(kInner, ElementType::Frame, kOuter, 40);
    element(kCache, ElementType::Block, kInner, 5);
    element(kModel, ElementType::Block, kOuter, 20);
    element(kLone, ElementType::Block, {}, 50);
    element(kCall, ElementType::Connection, {}, 60);
    element(kLoop, ElementType::Connection, {}, 70);
    element(kCard, ElementType::Card, {}, 30);
    frame(kOuter, u"outer"_s, u"Outer"_s, {0, 0, 8000, 4000});
    frame(kInner, u"inner"_s, {}, {400, 400, 2000, 2000});
    block(kCache, u"cache"_s, u"Hot cache"_s, {800, 800, 800, 400});
    block(kModel, u"model"_s, {}, {4000, 800, 800, 400});
    block(kLone, u"lone"_s, u"Lone"_s, {-1000, 6000, 800, 400});
    connection(kCall, kCache, kModel, {}, {{800, 200}, {3200, 200}});
    connection(kLoop, kInner, kInner, u"retry"_s, {});
    Card card;
    card.id = kCard;
    card.kind = CardKind::Legend;
    card.rect = {0, 5000, 1600, 800};
    d.cards.put(card);
    return d;
}

} // namespace

class TestDesign : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rectangles() {
        const Design d = sample();
        QCOMPARE(d.rectOf(kCache), (Rect{800, 800, 800, 400}));
        QCOMPARE(d.rectOf(kOuter), (Rect{0, 0, 8000, 4000}));
        QCOMPARE(d.rectOf(kCard), (Rect{0, 5000, 1600, 800}));
        QCOMPARE(d.rectOf(kCall), std::nullopt);
        QCOMPARE(d.rectOf(ElementId{99}), std::nullopt);
    }

    void captionsAndNames() {
        const Design d = sample();
        QCOMPARE(d.captionOf(kCache), u"Hot cache"_s);
        QCOMPARE(d.captionOf(kModel), u"model"_s); // no title: the name
        QCOMPARE(d.captionOf(kInner), u"inner"_s);
        Design blank = d;
        Block cache = blank.blocks.at(kCache);
        cache.title = u" \n "_s; // says as little as none
        blank.blocks.put(cache);
        QCOMPARE(blank.captionOf(kCache), cache.name);
        cache.title = u" Hot cache "_s;
        blank.blocks.put(cache);
        QCOMPARE(blank.captionOf(kCache), u"Hot cache"_s);
        QCOMPARE(d.captionOf(kLoop), u"retry"_s);
        QCOMPARE(d.captionOf(kCall), u"training-data"_s); // no label: the flow
        QCOMPARE(d.captionOf(kCard), u"legend"_s);
        QCOMPARE(d.captionOf(ElementId{99}), QString());
        QCOMPARE(d.nameOf(kModel), u"model"_s);
        QCOMPARE(d.nameOf(kOuter), u"outer"_s);
        QCOMPARE(d.nameOf(kCall), QString());
    }

    void childrenBackToFront() {
        const Design d = sample();
        QCOMPARE(d.childrenOf(kOuter), (QList<ElementId>{kModel, kInner}));
        QCOMPARE(d.childrenOf(kInner), QList<ElementId>{kCache});
        QCOMPARE(d.childrenOf({}), (QList<ElementId>{kOuter, kCard, kLone, kCall, kLoop}));
        QCOMPARE(d.childrenOf(kCache), QList<ElementId>());
    }

    void descendants() {
        const Design d = sample();
        QCOMPARE(d.withDescendants({kOuter}), (QSet<ElementId>{kOuter, kInner, kCache, kModel}));
        QCOMPARE(d.withDescendants({kInner, kLone}), (QSet<ElementId>{kInner, kCache, kLone}));
        QCOMPARE(d.withDescendants({kCache}), QSet<ElementId>{kCache});
        QCOMPARE(d.withDescendants({}), QSet<ElementId>());
    }

    void insideness() {
        const Design d = sample();
        QVERIFY(d.isInside(kCache, kInner));
        QVERIFY(d.isInside(kCache, kOuter));
        QVERIFY(!d.isInside(kOuter, kCache));
        QVERIFY(!d.isInside(kOuter, kOuter));
        QVERIFY(!d.isInside(kLone, kOuter));
        QVERIFY(!d.isInside(ElementId{99}, kOuter));
    }

    void framesInACircleDoNotHang() {
        Design d = sample();
        Element outer = d.elements.at(kOuter);
        outer.parent = kInner;
        d.elements.put(outer);
        QVERIFY(d.isInside(kCache, kOuter));
        QVERIFY(!d.isInside(kCache, ElementId{99}));
        QCOMPARE(d.withDescendants({kInner}), (QSet<ElementId>{kOuter, kInner, kCache, kModel}));
    }

    void connectionsAtEnds() {
        const Design d = sample();
        QCOMPARE(d.connectionsAt({kCache}), QSet<ElementId>{kCall});
        QCOMPARE(d.connectionsAt({kModel, kInner}), (QSet<ElementId>{kCall, kLoop}));
        QCOMPARE(d.connectionsAt({kLone}), QSet<ElementId>());
        QCOMPARE(d.connectionsAt({}), QSet<ElementId>());
    }

    void routesFollowTheirSource() {
        Design d = sample();
        QCOMPARE(d.routeOf(d.connections.at(kCall)), (QList<Point>{{1600, 1000}, {4000, 1000}}));
        Block moved = d.blocks.at(kCache);
        moved.rect = moved.rect.translated({8, -8});
        d.blocks.put(moved);
        QCOMPARE(d.routeOf(d.connections.at(kCall)), (QList<Point>{{1608, 992}, {4008, 992}}));
        d.blocks.remove(kCache);
        QCOMPARE(d.routeOf(d.connections.at(kCall)), QList<Point>());
    }

    void boundsHoldEverything() {
        Design d = sample();
        QCOMPARE(d.bounds(), (Rect{-1000, 0, 9000, 6400}));
        Connection far = d.connections.at(kCall);
        far.route = {{800, 200}, {800, -2000}, {3200, 200}};
        d.connections.put(far);
        QCOMPARE(d.bounds(), (Rect{-1000, -1200, 9000, 7600}));
        QVERIFY(Design().bounds().isEmpty());
    }

    void copiesAreSnapshots() {
        Design now = sample();
        const Design snapshot = now;
        QVERIFY(now == snapshot);
        now.board.title = u"Changed"_s;
        QVERIFY(!(now == snapshot));
        now.board.title.clear();
        QVERIFY(now == snapshot);
        now.blocks.remove(kLone);
        QVERIFY(!(now == snapshot));
        QVERIFY(snapshot.blocks.contains(kLone));
    }

    void tablesByRowType() {
        Design d = sample();
        QCOMPARE(tableOf<Block>(d).size(), 3);
        QCOMPARE(tableOf<Element>(d).size(), 8);
        tableOf<Frame>(d).clear();
        QVERIFY(d.frames.isEmpty());
        QCOMPARE(&tableOf<Requirement>(d), &d.requirements);
        QCOMPARE(&tableOf<Argument>(d), &d.arguments);
    }

    void wordsOfEnumerations() {
        QCOMPARE(wordOf(Flow::ModelArtifact), "model-artifact"_L1);
        QCOMPARE(fromWord<Flow>(u"feedback"), Flow::Feedback);
        QCOMPARE(fromWord<Flow>(u"Feedback"), std::nullopt);
        QCOMPARE(fromWord<MetricKind>(u"non-functional"), MetricKind::NonFunctional);
        QCOMPARE(wordCount<Flow>(), std::size_t(7));
    }

    void units() {
        QCOMPARE(groundplan::units(1), 8);
        QCOMPARE(groundplan::units(0.06), 0);
        QCOMPARE(groundplan::units(0.07), 1);
        QCOMPARE(groundplan::units(-1.5), -12);
        QCOMPARE(groundplan::units(1e300), kMaxCoord);
        QCOMPARE(groundplan::units(-1e300), -kMaxCoord);
        QCOMPARE(points(12), 1.5);
    }

    void rectangleArithmetic() {
        const Rect a{0, 0, 10, 10};
        QCOMPARE(a.united({20, 5, 10, 10}), (Rect{0, 0, 30, 15}));
        QCOMPARE(a.united({}), a);
        QCOMPARE(Rect{}.united(a), a);
        QVERIFY(a.contains(Point{10, 10}));
        QVERIFY(!a.contains(Point{11, 10}));
        QVERIFY(a.contains(Rect{0, 0, 10, 10}));
        QVERIFY(!a.contains(Rect{1, 0, 10, 10}));
        QVERIFY(!a.intersects({10, 0, 5, 5})); // they only touch
        QVERIFY(a.intersects({9, 9, 5, 5}));
        QCOMPARE(a.grown(2), (Rect{-2, -2, 14, 14}));
        QCOMPARE(a.center(), (Point{5, 5}));
    }
};

QTEST_APPLESS_MAIN(TestDesign)
#include "test_design.moc"
