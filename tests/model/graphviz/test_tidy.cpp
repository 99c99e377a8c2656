#include "model/graphviz/frame_margins.h"
#include "model/graphviz/tidy.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr Size kSize{176 * 8, 64 * 8};

ElementId id(qint64 value) {
    return ElementId(value);
}

Point at(double x, double y) {
    return {units(x), units(y)};
}

/// A design made by hand, in points.
struct Sketch {
    Design design;
    qint64 last = 10'000;

    void element(qint64 number, ElementType type, qint64 parent) {
        Element row;
        row.id = id(number);
        row.type = type;
        row.parent = parent ? id(parent) : ElementId();
        row.order = number;
        design.elements.put(row);
    }
    void block(qint64 number, double x, double y, qint64 parent = 0) {
        element(number, ElementType::Block, parent);
        Block row;
        row.id = id(number);
        row.rect = {units(x), units(y), kSize.w, kSize.h};
        design.blocks.put(row);
    }
    void frame(qint64 number, double x, double y, double w, double h, qint64 parent = 0) {
        element(number, ElementType::Frame, parent);
        Frame row;
        row.id = id(number);
        row.rect = {units(x), units(y), units(w), units(h)};
        design.frames.put(row);
    }
    void card(qint64 number, double x, double y, qint64 parent = 0) {
        element(number, ElementType::Card, parent);
        Card row;
        row.id = id(number);
        row.rect = {units(x), units(y), units(240), units(120)};
        design.cards.put(row);
    }
    void shape(qint64 number, double x, double y, double w, double h, qint64 parent = 0) {
        element(number, ElementType::Shape, parent);
        Shape row;
        row.id = id(number);
        row.rect = {units(x), units(y), units(w), units(h)};
        design.shapes.put(row);
    }
    void connect(qint64 source, qint64 target, const QString& label = {}, Flow flow = Flow::Request) {
        element(++last, ElementType::Connection, 0);
        Connection row;
        row.id = id(last);
        row.source = id(source);
        row.target = id(target);
        row.flow = flow;
        row.label = label;
        if (!label.isEmpty())
            row.labelSize = {units(200), units(20)};
        design.connections.put(row);
    }
    void pin(qint64 number) {
        Element row = design.elements.at(id(number));
        row.pinned = true;
        design.elements.put(row);
    }
};

Design placed(Design design, const TidyResult& result) {
    for (auto it = result.rects.cbegin(); it != result.rects.cend(); ++it) {
        if (const Block* block = design.blocks.find(it.key())) {
            Block row = *block;
            row.rect = it.value();
            design.blocks.put(row);
        } else if (const Frame* frame = design.frames.find(it.key())) {
            Frame row = *frame;
            row.rect = it.value();
            design.frames.put(row);
        } else if (const Shape* shape = design.shapes.find(it.key())) {
            Shape row = *shape;
            row.rect = it.value();
            design.shapes.put(row);
        } else {
            Card row = design.cards.at(it.key());
            row.rect = it.value();
            design.cards.put(row);
        }
    }
    return design;
}

/// What two things that are side by side in the same frame must not do; empty: nothing wrong.
QString overlaps(const Design& design) {
    const auto elements = design.elements.sorted();
    for (const Element* a : elements) {
        for (const Element* b : elements) {
            const auto ra = design.rectOf(a->id);
            const auto rb = design.rectOf(b->id);
            if (!ra || !rb || a->id == b->id)
                continue;
            if (b->parent == a->id && !ra->contains(*rb))
                return u"frame %1 does not hold %2"_s.arg(a->id.value()).arg(b->id.value());
            if (a->parent == b->parent && ra->intersects(*rb))
                return u"%1 and %2 overlap"_s.arg(a->id.value()).arg(b->id.value());
        }
    }
    return {};
}

Design tidied(const Design& design, const TidyOptions& options = {}) {
    const Result<TidyResult> result = tidy(design, options);
    if (!result)
        qFatal("%s", qPrintable(result.error().sentence));
    return placed(design, *result);
}

/// A few dozen blocks, some in frames, and connections.
Sketch randomSketch(quint32 seed) {
    QRandomGenerator random(seed);
    const auto below = [&random](int limit) { return int(random.bounded(limit)); };
    Sketch sketch;
    const int frames = below(5);
    for (int i = 0; i < frames; ++i)
        sketch.frame(1'000 + i, 3'000 + 3'000 * i, 3'000, 400, 300,
                     i > 0 && below(3) == 0 ? 1'000 + below(i) : 0);
    const int blocks = 2 + below(40);
    for (int i = 1; i <= blocks; ++i)
        sketch.block(i, below(1'500), below(1'500), frames && below(2) ? 1'000 + below(frames) : 0);
    for (int i = 0; i < blocks * 3 / 2; ++i)
        sketch.connect(1 + below(blocks), 1 + below(blocks), below(4) ? QString() : u"label"_s);
    const int cards = below(4);
    for (int i = 0; i < cards; ++i)
        sketch.card(2'000 + i, below(4'000) - 2'000, below(4'000) - 2'000);
    return sketch;
}

} // namespace

class TestTidy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chain_data();
    void chain();
    void keepsTheMiddle();
    void whatWasAboveStaysAbove();
    void frames();
    void pinnedStays();
    void pinnedFarOff();
    void pinnedInTheWay();
    void pinnedInFrames();
    void selection();
    void onlyNew();
    void newOnes();
    void cardsStayBeside();
    void drawingsGoWithTheirFrame();
    void labelsGetRoom();
    void feedbackRunsBack();
    void tooMany();
    void nothingFree();
    void cancel();
    void random_data();
    void random();
    void randomWithPins_data();
    void randomWithPins();
};

void TestTidy::chain_data() {
    QTest::addColumn<bool>("leftToRight");
    QTest::newRow("left to right") << true;
    QTest::newRow("top to bottom") << false;
}

void TestTidy::chain() {
    QFETCH(const bool, leftToRight);
    Sketch sketch;
    for (int i = 1; i <= 4; ++i) {
        sketch.block(i, 300 - 40 * i, 90 * i);
        if (i > 1)
            sketch.connect(i - 1, i);
    }
    TidyOptions options;
    options.leftToRight = leftToRight;
    const Design after = tidied(sketch.design, options);
    for (int i = 2; i <= 4; ++i) {
        const Rect a = *after.rectOf(id(i - 1));
        const Rect b = *after.rectOf(id(i));
        if (leftToRight) {
            QCOMPARE(b.y, a.y);
            QCOMPARE(b.left() - a.right(), units(64));
        } else {
            QCOMPARE(b.x, a.x);
            QCOMPARE(b.top() - a.bottom(), units(64));
        }
    }
}

void TestTidy::keepsTheMiddle() {
    Sketch sketch;
    for (int i = 1; i <= 6; ++i)
        sketch.block(i, 5'000 + 30 * i, 7'000 - 20 * i);
    sketch.connect(1, 2);
    sketch.connect(1, 3);
    sketch.connect(3, 4);
    const auto middle = [](const Design& design) {
        QPointF sum;
        for (const Block& block : design.blocks)
            sum += QPointF(points(block.rect.center().x), points(block.rect.center().y));
        return sum / double(design.blocks.size());
    };
    const QPointF before = middle(sketch.design);
    const QPointF after = middle(tidied(sketch.design));
    QVERIFY2(std::abs(before.x() - after.x()) <= 4 && std::abs(before.y() - after.y()) <= 4,
             qPrintable(u"%1, %2"_s.arg(after.x() - before.x()).arg(after.y() - before.y())));
}

void TestTidy::whatWasAboveStaysAbove() {
    for (const bool firstAbove : {true, false}) {
        Sketch sketch;
        sketch.frame(100, 0, 0, 800, 200);
        sketch.frame(101, 0, 400, 800, 200);
        for (int i = 0; i < 3; ++i) {
            sketch.block(1 + i, 20 + 200 * i, firstAbove ? 60 : 460, firstAbove ? 100 : 101);
            sketch.block(11 + i, 20 + 200 * i, firstAbove ? 460 : 60, firstAbove ? 101 : 100);
        }
        for (int i = 0; i < 2; ++i) {
            sketch.connect(1 + i, 2 + i);
            sketch.connect(11 + i, 12 + i);
        }
        sketch.connect(3, 13);
        const Design after = tidied(sketch.design);
        QVERIFY(after.rectOf(id(100))->bottom() < after.rectOf(id(101))->top());
        QCOMPARE(overlaps(after), QString());
    }
}

void TestTidy::frames() {
    Sketch sketch;
    sketch.frame(100, 0, 0, 900, 900);
    sketch.frame(101, 20, 40, 300, 300, 100);
    sketch.frame(102, 2'000, 0, 400, 200);
    sketch.frame(103, 2'010, 40, 300, 100, 102); // empty: keeps its size
    sketch.block(1, 30, 80, 101);
    sketch.block(2, 40, 90, 101);
    sketch.block(3, 400, 80, 100);
    sketch.block(4, 1'200, 80);
    sketch.connect(1, 2);
    sketch.connect(2, 3);
    sketch.connect(3, 4);
    const Design after = tidied(sketch.design);
    QCOMPARE(overlaps(after), QString());
    QCOMPARE(*after.rectOf(id(101)), withFrameMargins(after.rectOf(id(1))->united(*after.rectOf(id(2)))));
    QCOMPARE(after.rectOf(id(103))->w, units(300));
    QCOMPARE(after.rectOf(id(103))->h, units(100));
}

void TestTidy::pinnedStays() {
    Sketch sketch;
    for (int i = 1; i <= 5; ++i)
        sketch.block(i, 10 * i, 10 * i);
    for (int i = 1; i < 5; ++i)
        sketch.connect(i, i + 1);
    sketch.pin(3);
    const Design after = tidied(sketch.design);
    QCOMPARE(*after.rectOf(id(3)), *sketch.design.rectOf(id(3)));
    QCOMPARE(overlaps(after), QString());
    // One that is pinned is simply where the layout hangs.
    for (int i = 1; i < 5; ++i)
        QCOMPARE(after.rectOf(id(i + 1))->left() - after.rectOf(id(i))->right(), units(64));
}

/// Whoever pins two blocks far from where they would lie moves nothing else.
void TestTidy::pinnedFarOff() {
    Sketch sketch;
    for (int i = 1; i <= 8; ++i)
        sketch.block(i, 10 * i, 10 * i);
    for (int i = 1; i < 8; ++i)
        sketch.connect(i, i + 1, i == 4 ? u"retrain"_s : QString());
    sketch.design = tidied(sketch.design);
    for (const auto& [number, by] : {std::pair{1, at(-400, 900)}, std::pair{8, at(300, -700)}}) {
        Block row = sketch.design.blocks.at(id(number));
        row.rect = row.rect.translated(by);
        sketch.design.blocks.put(row);
        sketch.pin(number);
    }
    QCOMPARE(tidied(sketch.design), sketch.design);
}

/// What must give way to a pinned block keeps the usual gaps to all others, and the room of its labels.
void TestTidy::pinnedInTheWay() {
    Sketch sketch;
    for (int i = 1; i <= 9; ++i)
        sketch.block(i, 10 * i, 10 * i);
    for (const auto& [source, target] : {std::pair{1, 2}, {1, 3}, {1, 4}, {2, 5}, {3, 6}, {4, 7}, {6, 8}})
        sketch.connect(source, target, source == 3 ? u"on drift"_s : QString());
    sketch.design = tidied(sketch.design);
    // One upon the third block, and one of the ends pulled out, so that they do not agree.
    const Rect third = *sketch.design.rectOf(id(3));
    for (const auto& [number, place] : {std::pair{9, third.topLeft() + at(60, 20)}, {8, at(3'000, 2'000)}}) {
        Block row = sketch.design.blocks.at(id(number));
        row.rect = {place.x, place.y, kSize.w, kSize.h};
        sketch.design.blocks.put(row);
        sketch.pin(number);
    }
    const Design after = tidied(sketch.design);
    QCOMPARE(*after.rectOf(id(9)), *sketch.design.rectOf(id(9)));
    for (const Block& a : after.blocks) {
        for (const Block& b : after.blocks) {
            const bool labelled = a.id == id(3) && b.id == id(6);
            const Coord along = labelled ? units(232) : units(56);
            const Rect roomy{a.rect.x - along, a.rect.y - units(32), a.rect.w + 2 * along,
                             a.rect.h + 2 * units(32)};
            QVERIFY2(a.id == b.id || !roomy.intersects(b.rect),
                     qPrintable(u"%1 and %2"_s.arg(a.id.value()).arg(b.id.value())));
        }
    }
    QCOMPARE(tidied(after), after);
}

void TestTidy::pinnedInFrames() {
    Sketch sketch;
    sketch.frame(100, 0, 0, 2'000, 2'000);
    sketch.block(1, 500, 500, 100);
    sketch.block(2, 510, 510, 100);
    sketch.block(3, 1'300, 40, 100);
    sketch.block(4, 800, 520); // lies in the way
    sketch.block(5, 3'000, 520);
    sketch.connect(1, 2);
    sketch.connect(2, 3);
    sketch.connect(3, 5);
    sketch.pin(1);
    sketch.pin(4);
    const Design after = tidied(sketch.design);
    QCOMPARE(overlaps(after), QString());
    QCOMPARE(*after.rectOf(id(1)), *sketch.design.rectOf(id(1)));
    QCOMPARE(*after.rectOf(id(4)), *sketch.design.rectOf(id(4)));
    QVERIFY(after.rectOf(id(100))->contains(*after.rectOf(id(2))));
    // A pinned frame stays with all that it holds.
    sketch.pin(100);
    const Design again = tidied(sketch.design);
    for (const qint64 stays : {1, 2, 3, 100})
        QCOMPARE(*again.rectOf(id(stays)), *sketch.design.rectOf(id(stays)));
}

void TestTidy::selection() {
    Sketch sketch;
    sketch.frame(100, 0, 0, 700, 400);
    sketch.block(1, 60, 60, 100);
    sketch.block(2, 80, 80, 100);
    sketch.block(3, 440, 300, 100);
    sketch.block(4, 1'000, 60);
    sketch.connect(1, 2);
    TidyOptions options;
    options.selection = QSet{id(1), id(2)};
    const Result<TidyResult> result = tidy(sketch.design, options);
    QVERIFY(result);
    QCOMPARE(result->blocks, 2);
    const Design after = placed(sketch.design, *result);
    QCOMPARE(overlaps(after), QString());
    QCOMPARE(after.rectOf(id(2))->left() - after.rectOf(id(1))->right(), units(64));
    for (const qint64 stays : {3, 4, 100}) // the frame was large enough
        QCOMPARE(*after.rectOf(id(stays)), *sketch.design.rectOf(id(stays)));
    QCOMPARE(tidied(after, options), after);
    // A frame that is selected is arranged with what it holds.
    options.selection = QSet{id(100)};
    const Design whole = tidied(sketch.design, options);
    QCOMPARE(overlaps(whole), QString());
    QVERIFY(whole.rectOf(id(100))->h < units(400));
    QCOMPARE(*whole.rectOf(id(4)), *sketch.design.rectOf(id(4)));
}

void TestTidy::newOnes() {
    Sketch sketch;
    sketch.frame(100, 0, 0, 400, 200);
    sketch.block(1, 20, 40, 100);
    sketch.block(2, 100, 50, 100);  // over 1
    sketch.block(3, 900, 900, 100); // not in its frame
    sketch.block(4, 2'000, 0);
    sketch.block(5, 2'400, 0);
    QCOMPARE(newElements(sketch.design, {}), (QSet{id(2), id(3)}));
    QCOMPARE(newElements(sketch.design, {id(5), id(77)}), (QSet{id(2), id(3), id(5)}));
}

void TestTidy::onlyNew() {
    Sketch sketch;
    sketch.block(1, 0, 0);
    sketch.block(2, 300, 0);
    sketch.block(3, 310, 10); // over 2; hangs on it
    sketch.block(4, 305, 20);
    sketch.connect(1, 2);
    sketch.connect(2, 3);
    sketch.connect(3, 4);
    TidyOptions options;
    options.onlyNew = true;
    const Design after = tidied(sketch.design, options);
    QCOMPARE(overlaps(after), QString());
    for (const qint64 stays : {1, 2})
        QCOMPARE(*after.rectOf(id(stays)), *sketch.design.rectOf(id(stays)));
    // Downstream of what they hang on.
    QVERIFY(after.rectOf(id(3))->left() >= after.rectOf(id(2))->right() + units(24));
    QVERIFY(after.rectOf(id(4))->left() >= after.rectOf(id(3))->right() + units(24));
    const Result<TidyResult> again = tidy(after, options);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Refused);
}

void TestTidy::cardsStayBeside() {
    Sketch sketch;
    sketch.block(1, 0, 0);
    sketch.block(2, 10, 100);
    sketch.block(3, 20, 180);
    sketch.card(50, 203, -120);    // by block 1
    sketch.card(51, 2'500, 1'000); // by itself
    sketch.connect(1, 2);
    sketch.connect(2, 3);
    const Design after = tidied(sketch.design);
    QCOMPARE(overlaps(after), QString());
    const auto offset = [](const Design& design) {
        return design.rectOf(id(50))->topLeft() - design.rectOf(id(1))->topLeft();
    };
    QCOMPARE(offset(after), offset(sketch.design));
    QVERIFY(*after.rectOf(id(1)) != *sketch.design.rectOf(id(1)));
    QCOMPARE(*after.rectOf(id(51)), *sketch.design.rectOf(id(51)));
}

/// What is drawn in a frame keeps its place in it, or lies within it when it has become smaller; on the board
/// it stays.
void TestTidy::drawingsGoWithTheirFrame() {
    Sketch sketch;
    sketch.block(1, 0, 0);
    sketch.frame(100, 900, 700, 900, 600);
    sketch.block(2, 920, 760, 100);
    sketch.block(3, 1'300, 1'000, 100);
    sketch.connect(1, 2);
    sketch.connect(2, 3);
    sketch.shape(10, 930, 750, 100, 40, 100);    // near the frame's corner
    sketch.shape(11, 1'700, 1'200, 80, 60, 100); // at the end that the frame loses
    sketch.shape(12, 1'000, 900, 100, 40, 100);
    sketch.pin(12);
    sketch.shape(13, 300, 20, 100, 40);
    const Design after = tidied(sketch.design);
    const Rect before = *sketch.design.rectOf(id(100));
    const Rect frame = *after.rectOf(id(100));
    QVERIFY(frame.topLeft() != before.topLeft());
    QVERIFY(frame.w < before.w);
    QCOMPARE(after.rectOf(id(10))->topLeft() - frame.topLeft(),
             sketch.design.rectOf(id(10))->topLeft() - before.topLeft());
    QVERIFY(frame.contains(*after.rectOf(id(11))));
    QCOMPARE(after.rectOf(id(11))->w, units(80));
    for (const qint64 stays : {12, 13})
        QCOMPARE(*after.rectOf(id(stays)), *sketch.design.rectOf(id(stays)));
}

void TestTidy::labelsGetRoom() {
    Sketch sketch;
    for (int i = 1; i <= 4; ++i)
        sketch.block(i, 200 * i, 0);
    sketch.connect(1, 2, u"a long label"_s);
    sketch.connect(2, 3);
    sketch.connect(1, 4);
    const Design after = tidied(sketch.design);
    QVERIFY(after.rectOf(id(2))->left() - after.rectOf(id(1))->right() >= units(200));
    QVERIFY(after.rectOf(id(3))->left() - after.rectOf(id(2))->right() < units(100)); // it needs none
    QCOMPARE(overlaps(after), QString());
}

void TestTidy::feedbackRunsBack() {
    Sketch sketch;
    // The later ones stand first.
    for (int i = 1; i <= 4; ++i)
        sketch.block(i, 1'000 - 200 * i, 0);
    for (int i = 1; i < 4; ++i)
        sketch.connect(i, i + 1);
    sketch.connect(4, 1, {}, Flow::Feedback);
    const Design after = tidied(sketch.design);
    for (int i = 1; i < 4; ++i)
        QVERIFY(after.rectOf(id(i + 1))->left() > after.rectOf(id(i))->right());
}

void TestTidy::tooMany() {
    Sketch sketch;
    for (int i = 1; i <= kMostTidied + 1; ++i)
        sketch.block(i, 200 * i, 0);
    const Result<TidyResult> all = tidy(sketch.design, {});
    QVERIFY(!all);
    QCOMPARE(all.error().code, ErrorCode::Refused);
    TidyOptions some;
    some.selection = QSet{id(1), id(2)};
    QVERIFY(tidy(sketch.design, some));
}

void TestTidy::nothingFree() {
    QVERIFY(!tidy({}, {}));
    Sketch sketch;
    sketch.block(1, 0, 0);
    sketch.pin(1);
    QVERIFY(!tidy(sketch.design, {}));
}

void TestTidy::cancel() {
    Sketch sketch;
    for (int i = 1; i <= 1'500; ++i) {
        sketch.block(i, 200 * (i % 40), 100 * (i / 40));
        for (int k = 2; k < 6 && i > k; ++k)
            sketch.connect(i / k, i);
    }
    std::atomic<bool> cancelled = false;
    std::thread later([&cancelled] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        cancelled = true;
    });
    QElapsedTimer timer;
    timer.start();
    const Result<TidyResult> result = tidy(sketch.design, {}, 30'000, &cancelled);
    later.join();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 5'000);
}

void TestTidy::random_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTidy::random() {
    QFETCH(const quint32, seed);
    const Sketch sketch = randomSketch(seed);
    const Design after = tidied(sketch.design);
    QCOMPARE(overlaps(after), QString());
    // The same again gives the same, and what is tidy stays as it is.
    QCOMPARE(tidied(sketch.design), after);
    const Result<TidyResult> again = tidy(after, {});
    QVERIFY(again);
    QVERIFY2(again->rects.isEmpty(),
             qPrintable(u"%1 of %2 moved again"_s.arg(again->rects.size()).arg(after.blocks.size())));
}

void TestTidy::randomWithPins_data() {
    random_data();
}

void TestTidy::randomWithPins() {
    QFETCH(const quint32, seed);
    // What is pinned stands somewhere sensible: in a tidy design that then grows and is pulled about.
    Sketch sketch = randomSketch(seed);
    sketch.design = tidied(sketch.design);
    QRandomGenerator random(seed);
    QSet<ElementId> pinned;
    const auto blocks = sketch.design.blocks.sorted();
    QList<ElementId> ids;
    for (const Block* block : blocks)
        ids.append(block->id);
    for (const ElementId block : std::as_const(ids)) {
        if (random.bounded(4) == 0) {
            pinned.insert(block);
            sketch.pin(block.value());
        } else {
            Block row = sketch.design.blocks.at(block);
            row.rect =
                row.rect.translated({units(random.bounded(600) - 300), units(random.bounded(600) - 300)});
            sketch.design.blocks.put(row);
        }
    }
    if (pinned.size() == ids.size())
        return;
    const Design after = tidied(sketch.design);
    for (const ElementId block : std::as_const(pinned))
        QCOMPARE(*after.rectOf(block), *sketch.design.rectOf(block));
    QCOMPARE(overlaps(after), QString());
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestTidy)
#include "test_tidy.moc"
