#include "model/exchange/loose_drawing.h"
#include "tests/model/exchange/diagram_words.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

/// What the place of things says.
class TestLooseDrawing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsUponBoxes();
    void boxesAroundBoxes();
    void boxesDrawnAroundAfterwards();
    void framesOfTheFileHold();
    void titlesStandAbove();
    void whatStandsOnABorder();
    void diamondsAreNoFrames();
    void onlyTheSameParent();
    void endsNearThings();
    void linesWithoutHeads();
    void linesWithinABox();
    void textsUponLines();
    void wordsOfLinesThatJoinNothing();
    void framesHoldWhatIsDrawnInThem();
    void linesKeepTheirPlaceInTheOrder();
    void stylesThatAllHave();

private:
    static Diagram::Node node(const QString& id, const QString& label, double x, double y, double w,
                              double h) {
        Diagram::Node made;
        made.id = id;
        made.label = label;
        made.rect = Rect{units(x), units(y), units(w), units(h)};
        return made;
    }
    static Diagram::Node text(const QString& label, double x, double y, double w = 40) {
        Diagram::Node made = node(u"text "_s + label, label, x, y, w, 20);
        made.type = Diagram::NodeType::Text;
        return made;
    }
    static LooseLine line(double x, double y, double toX, double toY, bool arrow = true) {
        LooseLine made;
        made.points = {{units(x), units(y)}, {units(toX), units(toY)}};
        made.arrow = arrow;
        if (!arrow)
            made.edge.direction = Direction::None;
        made.above = 100;
        return made;
    }
};

void TestLooseDrawing::textsUponBoxes() {
    const Diagram diagram = structured(
        {{node(u"b"_s, {}, 0, 0, 100, 80), text(u"second"_s, 10, 40), text(u"first"_s, 20, 10)}, {}});
    QCOMPARE(wordsOf(diagram), QStringList{u"block \"first|second\" 100x80 at 0,0"_s});
}

void TestLooseDrawing::boxesAroundBoxes() {
    const Diagram diagram =
        structured({{node(u"big"_s, {}, 0, 0, 400, 300), node(u"mid"_s, u"M"_s, 20, 20, 300, 200),
                     node(u"small"_s, u"S"_s, 40, 60, 80, 40), node(u"empty"_s, {}, 200, 60, 30, 30)},
                    {}});
    QCOMPARE(
        wordsOf(diagram),
        QStringList({u"frame 400x300 at 0,0"_s, u"frame \"M\" in \"big\" 300x200 at 20,20"_s,
                     u"block \"S\" in \"M\" 80x40 at 40,60"_s, u"rectangle in \"M\" 30x30 at 200,60"_s}));
}

/// As most people group what they have drawn; it must not end up upon them.
void TestLooseDrawing::boxesDrawnAroundAfterwards() {
    QList<Diagram::Node> nodes{node(u"s"_s, u"S"_s, 40, 60, 80, 40), node(u"mid"_s, {}, 20, 10, 200, 150),
                               text(u"Title"_s, 30, 15), node(u"big"_s, u"All"_s, 0, 0, 400, 300)};
    const QStringList framed{u"block \"S\" in \"Title\" 80x40 at 40,60"_s,
                             u"frame \"Title\" in \"All\" 200x150 at 20,10"_s,
                             u"frame \"All\" 400x300 at 0,0"_s};
    QCOMPARE(wordsOf(structured({nodes, {}})), framed);
    // What hides them was never meant to hold them; hatching hides nothing.
    nodes[1].filled = true;
    QCOMPARE(structured({nodes, {}}).nodes.value(1).type, Diagram::NodeType::Block);
    QCOMPARE(wordsOf(structured({nodes, {}, {u"mid"_s}})), framed);
}

void TestLooseDrawing::framesOfTheFileHold() {
    Diagram::Node frame = node(u"f"_s, u"F"_s, 0, 0, 500, 500);
    frame.type = Diagram::NodeType::Frame;
    const Diagram diagram =
        structured({{node(u"mid"_s, u"M"_s, 20, 20, 300, 200), node(u"s"_s, u"S"_s, 40, 60, 80, 40),
                     text(u"note"_s, 30, 400), frame},
                    {}});
    QCOMPARE(
        wordsOf(diagram),
        QStringList({u"frame \"M\" in \"F\" 300x200 at 20,20"_s, u"block \"S\" in \"M\" 80x40 at 40,60"_s,
                     u"text \"note\" in \"F\" 40x20 at 30,400"_s, u"frame \"F\" 500x500 at 0,0"_s}));
}

void TestLooseDrawing::titlesStandAbove() {
    const Diagram diagram = structured({{node(u"big"_s, {}, 0, 0, 400, 300), text(u"below"_s, 10, 260),
                                         text(u"Title"_s, 10, 5), node(u"s"_s, u"S"_s, 40, 60, 80, 40)},
                                        {}});
    QCOMPARE(wordsOf(diagram), QStringList({u"frame \"Title\" 400x300 at 0,0"_s,
                                            u"text \"below\" in \"Title\" 40x20 at 10,260"_s,
                                            u"block \"S\" in \"Title\" 80x40 at 40,60"_s}));
    // One that stands below is a remark.
    const Diagram below = structured({{node(u"big"_s, {}, 0, 0, 400, 300), text(u"below"_s, 10, 260),
                                       node(u"s"_s, u"S"_s, 40, 60, 80, 40)},
                                      {}});
    QCOMPARE(wordsOf(below).first(), u"frame 400x300 at 0,0"_s);
}

void TestLooseDrawing::whatStandsOnABorder() {
    const Diagram diagram =
        structured({{node(u"a"_s, u"A"_s, 0, 0, 200, 100), node(u"b"_s, u"B"_s, 150, 20, 100, 40)}, {}});
    QCOMPARE(wordsOf(diagram),
             QStringList({u"block \"A\" 200x100 at 0,0"_s, u"block \"B\" 100x40 at 150,20"_s}));
    // What lies hidden behind does not lie within.
    QList<Diagram::Node> hidden{node(u"b"_s, u"B"_s, 50, 20, 100, 40), node(u"a"_s, u"A"_s, 0, 0, 200, 100)};
    hidden[1].filled = true;
    const Diagram behind = structured({hidden, {}});
    QCOMPARE(behind.nodes.value(1).type, Diagram::NodeType::Block);
}

void TestLooseDrawing::diamondsAreNoFrames() {
    Diagram::Node big = node(u"a"_s, u"A"_s, 0, 0, 200, 100);
    big.shape = u"diamond"_s;
    QCOMPARE(structured({{big, node(u"b"_s, u"B"_s, 60, 30, 80, 40)}, {}}).nodes.value(0).type,
             Diagram::NodeType::Block);
}

void TestLooseDrawing::onlyTheSameParent() {
    Diagram::Node frame = node(u"f"_s, u"F"_s, 0, 0, 500, 500);
    frame.type = Diagram::NodeType::Frame;
    Diagram::Node inner = node(u"b"_s, u"B"_s, 60, 30, 80, 40);
    inner.parent = u"f"_s;
    const Diagram diagram = structured({{frame, node(u"a"_s, u"A"_s, 0, 0, 300, 300), inner}, {}});
    QCOMPARE(wordsOf(diagram).last(), u"block \"B\" in \"F\" 80x40 at 60,30"_s);
    QCOMPARE(diagram.nodes.value(1).type, Diagram::NodeType::Block);
}

void TestLooseDrawing::endsNearThings() {
    const QList<Diagram::Node> boxes{node(u"a"_s, u"A"_s, 0, 0, 100, 50),
                                     node(u"b"_s, u"B"_s, 200, 0, 100, 50)};
    QCOMPARE(wordsOf(structured({boxes, {line(110, 20, 190, 20)}})).last(), u"\"A\" -> \"B\""_s);
    QCOMPARE(wordsOf(structured({boxes, {line(50, 20, 250, 20)}})).last(), u"\"A\" -> \"B\""_s);
    QCOMPARE(wordsOf(structured({boxes, {line(110, 20, 170, 20)}})).last(), u"stroke 110,20 170,20"_s);
    // A frame is meant at its border, within it the block is.
    const QList<Diagram::Node> nested{node(u"f"_s, u"F"_s, 0, 0, 300, 300),
                                      node(u"a"_s, u"A"_s, 40, 40, 80, 40),
                                      node(u"b"_s, u"B"_s, 400, 40, 80, 40)};
    QCOMPARE(wordsOf(structured({nested, {line(395, 60, 125, 60)}})).last(), u"\"B\" -> \"A\""_s);
    QCOMPARE(wordsOf(structured({nested, {line(395, 60, 302, 60)}})).last(), u"\"B\" -> \"F\""_s);
    QCOMPARE(wordsOf(structured({nested, {line(395, 60, 200, 200)}})).last(), u"stroke 395,60 200,200"_s);
}

/// They join what they touch; drawn deep into a box they are a part of a picture.
void TestLooseDrawing::linesWithoutHeads() {
    const QList<Diagram::Node> boxes{node(u"a"_s, u"A"_s, 0, 0, 100, 100),
                                     node(u"b"_s, u"B"_s, 200, 0, 100, 100)};
    QCOMPARE(wordsOf(structured({boxes, {line(102, 20, 198, 20, false)}})).last(), u"\"A\" -- \"B\""_s);
    QCOMPARE(wordsOf(structured({boxes, {line(50, 50, 250, 50, false)}})).last(), u"stroke 50,50 250,50"_s);
}

void TestLooseDrawing::linesWithinABox() {
    const QList<Diagram::Node> boxes{node(u"a"_s, u"A"_s, 0, 0, 100, 100)};
    QCOMPARE(wordsOf(structured({boxes, {line(10, 50, 90, 50)}})).last(), u"stroke 10,50 90,50"_s);
}

void TestLooseDrawing::textsUponLines() {
    const QList<Diagram::Node> boxes{node(u"a"_s, u"A"_s, 0, 0, 100, 50),
                                     node(u"b"_s, u"B"_s, 300, 0, 100, 50),
                                     node(u"c"_s, u"C"_s, 300, 60, 100, 50)};
    QCOMPARE(wordsOf(structured({boxes + QList{text(u"JSON"_s, 180, 0)}, {line(102, 20, 298, 20)}})).last(),
             u"\"A\" -> \"B\" \"JSON\""_s);
    // Between two it is not known whose.
    const Diagram between = structured(
        {boxes + QList{text(u"JSON"_s, 180, 20)}, {line(102, 20, 298, 20), line(102, 40, 298, 65)}});
    QCOMPARE(wordsOf(between).value(3), u"text \"JSON\" 40x20 at 180,20"_s);
}

/// They are not struck through, and a line begins where its box ends.
void TestLooseDrawing::wordsOfLinesThatJoinNothing() {
    LooseLine level = line(50, 20, 300, 20), steep = line(600, 0, 620, 200);
    level.edge.source = u"b"_s;
    level.edge.label = u"level"_s;
    steep.edge.label = u"steep"_s;
    LooseLine bent = line(50, 30, 150, 30);
    bent.edge.source = u"b"_s;
    bent.points << Point{units(150), units(90)};
    const Diagram diagram = structured({{node(u"b"_s, u"B"_s, 0, 0, 100, 40)}, {level, steep, bent}});
    QCOMPARE(wordsOf(diagram).last(), u"stroke 100,30 150,30 150,90"_s);
    for (const Diagram::Node& each : diagram.nodes) {
        if (each.type == Diagram::NodeType::Stroke && each.points.constFirst().y == units(20))
            QCOMPARE(each.points.constFirst(), (Point{units(100), units(20)}));
        if (each.label == "level"_L1) {
            QCOMPARE(each.heldDown, 1.0);
            QVERIFY(each.rect->bottom() < units(20));
            QCOMPARE(each.rect->center().x, units(200)); // of what is drawn of the line
        }
        if (each.label == "steep"_L1)
            QVERIFY(each.heldAcross == 0 && each.rect->x > units(610));
    }
    QCOMPARE(diagram.nodes.size(), 6);
}

/// Free strokes, lines that join nothing and their words go where their frame goes.
void TestLooseDrawing::framesHoldWhatIsDrawnInThem() {
    const auto stroke = [](const QString& id, double x, double y) {
        Diagram::Node made;
        made.id = id;
        made.type = Diagram::NodeType::Stroke;
        made.points = {{units(x), units(y)}, {units(x + 50), units(y + 20)}};
        return made;
    };
    LooseLine named = line(200, 150, 260, 150);
    named.edge.label = u"hint"_s;
    const Diagram diagram =
        structured({{node(u"f"_s, u"F"_s, 0, 0, 300, 200), node(u"a"_s, u"A"_s, 20, 40, 80, 40),
                     stroke(u"in"_s, 40, 120), stroke(u"out"_s, 280, 120)},
                    {named, line(40, 180, 90, 180, false), line(250, 180, 400, 180)}});
    QCOMPARE(wordsOf(diagram).filter(u"stroke"_s),
             QStringList({u"stroke in \"F\" 40,120 90,140"_s, u"stroke 280,120 330,140"_s,
                          u"stroke in \"F\" 200,150 260,150"_s, u"stroke in \"F\" 40,180 90,180"_s,
                          u"stroke 250,180 400,180"_s}));
    QVERIFY2(wordsOf(diagram).filter(u"hint"_s).value(0).startsWith(u"text \"hint\" in \"F\""_s),
             qPrintable(wordsOf(diagram).join(u'\n')));
}

void TestLooseDrawing::linesKeepTheirPlaceInTheOrder() {
    LooseLine first = line(500, 0, 600, 0);
    first.above = 1;
    const Diagram diagram =
        structured({{node(u"a"_s, u"A"_s, 0, 0, 100, 50), node(u"b"_s, u"B"_s, 200, 0, 100, 50)}, {first}});
    QCOMPARE(wordsOf(diagram).value(1), u"stroke 500,0 600,0"_s);
}

void TestLooseDrawing::stylesThatAllHave() {
    const QList<Diagram::Node> boxes{node(u"a"_s, u"A"_s, 0, 0, 100, 50),
                                     node(u"b"_s, u"B"_s, 200, 0, 100, 50)};
    LooseLine thick = line(100, 10, 200, 10);
    thick.edge.line = Diagram::Edge::Line::Thick;
    QCOMPARE(wordsOf(structured({boxes, {thick}})).last(), u"\"A\" -> \"B\" thick"_s);
    QCOMPARE(wordsOf(structured({boxes, {thick, thick}})).last(), u"\"A\" -> \"B\""_s);
    QCOMPARE(wordsOf(structured({boxes, {line(100, 10, 200, 10), thick}})).last(), u"\"A\" -> \"B\" thick"_s);
}

} // namespace groundplan

QTEST_APPLESS_MAIN(groundplan::TestLooseDrawing)
#include "test_loose_drawing.moc"
