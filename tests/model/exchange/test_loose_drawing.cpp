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
    void legends();
    void whatStandsOnABorder();
    void diamondsAreNoFrames();
    void boxesAroundThingsOfAFrame();
    void boxesAcrossFrames();
    void endsNearThings();
    void linesWithoutHeads();
    void linesWithinABox();
    void textsUponLines();
    void textsUponOneLineAndNearAnother();
    void textsBesideIcons();
    void iconsOfWhichTheTextIsNotKnown();
    void iconsWithinTheirBox();
    void iconsDrawnByHand();
    void stickFigures();
    void textsThatArrowsJoin();
    void stepNumbers();
    void wordsOfLinesThatJoinNothing();
    void framesHoldWhatIsDrawnInThem();
    void dividersJoinNoWords();
    void dashesOfDrawnLines();
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
    static Diagram::Node iconOf(const QString& id, const QString& hint, double x, double y) {
        Diagram::Node made = node(id, {}, x, y, 80, 80);
        if (!hint.isEmpty())
            made.hints << hint;
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
    // The only one at the bottom is its name too, and one upon its border; what says more is a remark.
    const QList<Diagram::Node> bare{node(u"big"_s, {}, 0, 0, 400, 300), node(u"s"_s, u"S"_s, 40, 60, 80, 40)};
    const auto framed = [&bare](const QList<Diagram::Node>& texts) {
        return wordsOf(structured({bare + texts, {}})).first();
    };
    const QString unnamed = u"frame 400x300 at 0,0"_s;
    QCOMPARE(framed({text(u"below"_s, 10, 265)}), u"frame \"below\" 400x300 at 0,0"_s);
    QCOMPARE(framed({text(u"below"_s, 10, 265), text(u"beside"_s, 200, 265)}), unnamed);
    QCOMPARE(framed({text(u"scales to\nten"_s, 10, 265)}), unnamed);
    QCOMPARE(framed({text(u"half-way"_s, 10, 200)}), unnamed);
    QCOMPARE(framed({text(u"upon"_s, 5, -28)}), u"frame \"upon\" 400x300 at 0,0"_s);
    QCOMPARE(framed({text(u"upon"_s, 185, -22)}), u"frame \"upon\" 400x300 at 0,0"_s);
    QCOMPARE(framed({text(u"far above"_s, 5, -60)}), unnamed);
    QCOMPARE(framed({text(u"elsewhere"_s, 90, -28)}), unnamed);
}

/// Lines and little boxes beside words explain the drawing; they stay drawn.
void TestLooseDrawing::legends() {
    QList<Diagram::Node> nodes{node(u"box"_s, {}, 90, -10, 200, 120), text(u"Legend"_s, 100, 0, 60),
                               text(u"sync call"_s, 160, 40, 72), text(u"async"_s, 160, 70, 40)};
    const QList<LooseLine> lines{line(100, 50, 150, 50), line(100, 80, 150, 80)};
    const QStringList drawn{u"frame \"Legend\" 200x120 at 90,-10"_s,
                            u"text \"sync call\" in \"Legend\" 72x20 at 160,40"_s,
                            u"text \"async\" in \"Legend\" 40x20 at 160,70"_s};
    QCOMPARE(wordsOf(structured({nodes, lines})),
             drawn + QStringList(
                         {u"stroke in \"Legend\" 100,50 150,50"_s, u"stroke in \"Legend\" 100,80 150,80"_s}));
    // Of colours.
    const Diagram colours =
        structured({nodes + QList{node(u"r"_s, {}, 120, 40, 20, 20), node(u"g"_s, {}, 120, 70, 20, 20)}, {}});
    QCOMPARE(wordsOf(colours), drawn + QStringList({u"rectangle in \"Legend\" 20x20 at 120,40"_s,
                                                    u"rectangle in \"Legend\" 20x20 at 120,70"_s}));
    // Lines from words to words are none, nor is one below words.
    nodes << text(u"to"_s, 160, 10) << text(u"from"_s, 55, 40) << text(u"from"_s, 55, 70);
    nodes[0].rect = Rect{units(40.0), units(-10.0), units(250.0), units(120.0)};
    QCOMPARE(structured({nodes, lines}).nodes.value(0).type, Diagram::NodeType::Block);
    QCOMPARE(
        wordsOf(structured({{node(u"b"_s, {}, 0, 0, 100, 80), text(u"B"_s, 10, 10), text(u"C"_s, 10, 50)},
                            {line(5, 35, 95, 35, false), line(5, 38, 95, 38, false)}}))
            .first(),
        u"block \"B|C\" 100x80 at 0,0"_s);
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

/// A box that was drawn last, on the page, around blocks that the file has in a lane.
void TestLooseDrawing::boxesAroundThingsOfAFrame() {
    const auto in = [](Diagram::Node made, const QString& parent) {
        made.parent = parent;
        return made;
    };
    Diagram::Node lane = node(u"lane"_s, u"Lane"_s, 0, 0, 500, 300);
    lane.type = Diagram::NodeType::Frame;
    Diagram::Node pool = node(u"pool"_s, u"Pool"_s, -20, -20, 600, 600);
    pool.type = Diagram::NodeType::Frame;
    const QList<Diagram::Node> inner{in(node(u"a"_s, u"A"_s, 60, 60, 80, 40), u"lane"_s),
                                     in(node(u"b"_s, u"B"_s, 200, 60, 80, 40), u"lane"_s)};
    const Diagram::Node box = node(u"k"_s, {}, 40, 20, 200, 100);
    const QStringList framed{u"block \"A\" in \"K8s\" 80x40 at 60,60"_s,
                             u"block \"B\" in \"Lane\" 80x40 at 200,60"_s,
                             u"frame \"K8s\" in \"Lane\" 200x100 at 40,20"_s};
    QCOMPARE(wordsOf(structured({QList{lane} + inner + QList{box, text(u"K8s"_s, 50, 25)}, {}})).mid(1),
             framed);
    QCOMPARE(wordsOf(structured(
                         {QList{pool, in(lane, u"pool"_s)} + inner + QList{box, text(u"K8s"_s, 50, 25)}, {}}))
                 .mid(2),
             framed);
    // One that was drawn first, and one whose lane is no ancestor's.
    QCOMPARE(wordsOf(structured({QList{box, text(u"K8s"_s, 50, 25), lane} + inner, {}})).first(), framed[2]);
    const Diagram apart = structured({QList{in(lane, u"pool"_s), pool} + inner + QList{in(box, u"x"_s)}, {}});
    QVERIFY(wordsOf(apart).contains(u"block \"A\" in \"Lane\" 80x40 at 60,60"_s));
}

/// Such a box cannot lie in two frames; it stands beside them and hides nothing.
void TestLooseDrawing::boxesAcrossFrames() {
    QList<Diagram::Node> nodes{node(u"f"_s, u"F"_s, 0, 0, 200, 200), node(u"g"_s, u"G"_s, 220, 0, 200, 200),
                               node(u"a"_s, u"A"_s, 80, 60, 80, 40), node(u"b"_s, u"B"_s, 260, 60, 80, 40),
                               node(u"k"_s, u"K8s"_s, 60, 20, 300, 100)};
    nodes[0].type = nodes[1].type = Diagram::NodeType::Frame;
    nodes[2].parent = u"f"_s;
    nodes[3].parent = u"g"_s;
    QCOMPARE(wordsOf(structured({nodes, {}})).mid(2),
             QStringList({u"block \"A\" in \"F\" 80x40 at 80,60"_s, u"block \"B\" in \"G\" 80x40 at 260,60"_s,
                          u"frame \"K8s\" 300x100 at 60,20"_s}));
    // What hides them in the drawing does it here.
    nodes[4].filled = true;
    QCOMPARE(structured({nodes, {}}).nodes.value(4).type, Diagram::NodeType::Block);
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

/// What a line strikes through is its, although another one begins close to it.
void TestLooseDrawing::textsUponOneLineAndNearAnother() {
    const QList<Diagram::Node> boxes{
        node(u"a"_s, u"A"_s, 0, 0, 100, 50), node(u"b"_s, u"B"_s, 200, 0, 100, 50),
        node(u"c"_s, u"C"_s, 0, 300, 100, 50), text(u"score>0.9"_s, 110, 15, 80)};
    const QStringList words = wordsOf(structured({boxes, {line(106, 25, 194, 25), line(194, 40, 106, 305)}}));
    QCOMPARE(words.mid(3), QStringList({u"\"A\" -> \"B\" \"score>0.9\""_s, u"\"B\" -> \"C\""_s}));
}

/// Most AWS drawings have their icons without a word, and what they are called in a text of its own.
void TestLooseDrawing::textsBesideIcons() {
    const QString icon = u"dynamodb"_s;
    const QList<std::pair<QString, Diagram::Node>> texts{{u"below"_s, text(u"Orders"_s, 90, 185, 100)},
                                                         {u"above"_s, text(u"Orders"_s, 110, 75, 60)},
                                                         {u"right"_s, text(u"Orders"_s, 184, 130)}};
    for (const auto& [side, words] : texts) {
        LooseLine from = line(0, 0, 100, 140);
        from.edge.source = u"b"_s;
        from.edge.target = words.id;
        Diagram::Node remarked = words;
        remarked.description = u"by day"_s;
        const Diagram diagram = structured(
            {{iconOf(u"i"_s, icon, 100, 100), remarked, node(u"b"_s, u"B"_s, 400, 400, 80, 40)}, {from}});
        QCOMPARE(wordsOf(diagram),
                 QStringList({u"block \"Orders\" 80x80 at 100,100 (dynamodb) [by day]"_s,
                              u"block \"B\" 80x40 at 400,400"_s, u"\"B\" -> \"Orders\""_s}));
    }
    // Wide ones begin beside the icon, and have their middle far from it.
    const Diagram::Node card = text(u"Orders by day"_s, 190, 130, 300);
    QCOMPARE(wordsOf(structured({{iconOf(u"i"_s, icon, 100, 100), card}, {}})),
             QStringList{u"block \"Orders by day\" 80x80 at 100,100 (dynamodb)"_s});
    // A picture to which an arrow leads is called so, too.
    Diagram::Node picture = iconOf(u"i"_s, {}, 100, 100);
    picture.type = Diagram::NodeType::Image;
    LooseLine to = line(400, 420, 180, 140);
    to.edge.source = u"b"_s;
    to.edge.target = u"i"_s;
    const QList<Diagram::Node> drawn{picture, text(u"Kinesis"_s, 110, 182, 60),
                                     node(u"b"_s, u"B"_s, 400, 400, 80, 40)};
    QCOMPARE(wordsOf(structured({drawn, {to}})).first(), u"block \"Kinesis\" 80x80 at 100,100"_s);
    QCOMPARE(wordsOf(structured({drawn, {}})).first(), u"image 80x80 at 100,100"_s);
}

void TestLooseDrawing::iconsOfWhichTheTextIsNotKnown() {
    const auto words = [](const QList<Diagram::Node>& nodes) { return wordsOf(structured({nodes, {}})); };
    // A remark some way above it.
    const QStringList remark =
        words({iconOf(u"i"_s, u"sagemaker"_s, 100, 100), text(u"x = -b"_s, 110, 50, 60)});
    QVERIFY2(remark.first().startsWith(u"block \"Sagemaker\""_s), qPrintable(remark.first()));
    const QString alone = u"block \"S3\" 80x80 at 100,100 (S3)"_s;
    // Beside, but not aligned; far below; the size of a whole description; between two.
    QCOMPARE(words({iconOf(u"i"_s, u"S3"_s, 100, 100), text(u"Orders"_s, 175, 185)}).first(), alone);
    QCOMPARE(words({iconOf(u"i"_s, u"S3"_s, 100, 100), text(u"Orders"_s, 120, 240)}).first(), alone);
    QCOMPARE(words({iconOf(u"i"_s, u"S3"_s, 100, 100), text(u"Orders "_s.repeated(20), 120, 185)}).first(),
             alone);
    const QStringList between = words({iconOf(u"i"_s, u"S3"_s, 100, 100), iconOf(u"j"_s, u"sqs"_s, 200, 100),
                                       text(u"Orders"_s, 120, 185, 140)});
    QCOMPARE(between.first(), alone);
    // Below the one and above the other it is the first one's, and used once.
    const QStringList column = words(
        {iconOf(u"i"_s, u"S3"_s, 100, 100), text(u"Orders"_s, 120, 185), iconOf(u"j"_s, u"sqs"_s, 100, 210)});
    QCOMPARE(column, QStringList({u"block \"Orders\" 80x80 at 100,100 (S3)"_s,
                                  u"block \"Sqs\" 80x80 at 100,210 (sqs)"_s}));
    // Between two it is the nearer one's; in the middle it is neither's, or their line's.
    const auto beside = [&](double x, const QList<LooseLine>& lines) {
        return wordsOf(structured({{iconOf(u"i"_s, u"S3"_s, 100, 100), text(u"Orders"_s, x, 130, 60),
                                    node(u"b"_s, u"B"_s, 280, 100, 80, 80)},
                                   lines}));
    };
    QVERIFY(beside(184, {}).first().startsWith(u"block \"Orders\""_s));
    QCOMPARE(beside(200, {}).first(), alone);
    QCOMPARE(beside(214, {}).first(), alone);
    LooseLine upon = line(180, 140, 280, 140);
    upon.edge.source = u"i"_s;
    upon.edge.target = u"b"_s;
    QCOMPARE(beside(184, {upon}).last(), u"\"S3\" -> \"B\" \"Orders\""_s);
    // What an arrow leads to from the icon is another thing.
    LooseLine to = line(140, 180, 140, 185);
    to.edge.source = u"i"_s;
    to.edge.target = u"text Orders"_s;
    QCOMPARE(
        wordsOf(structured({{iconOf(u"i"_s, u"S3"_s, 100, 100), text(u"Orders"_s, 120, 190)}, {to}})).first(),
        alone);
    // What has words keeps them.
    Diagram::Node named = iconOf(u"i"_s, u"S3"_s, 100, 100);
    named.label = u"Lake"_s;
    QCOMPARE(words({named, text(u"Orders"_s, 120, 185)}).first(), u"block \"Lake\" 80x80 at 100,100 (S3)"_s);
}

/// A square with strokes in it and a text below, as Excalidraw's libraries have them.
void TestLooseDrawing::iconsDrawnByHand() {
    Diagram::Node square = iconOf(u"i"_s, {}, 100, 100);
    Diagram::Node circle = node(u"c"_s, {}, 130, 130, 20, 20);
    Diagram::Node caption = text(u"Kafka"_s, 100, 198, 50);
    caption.heldAcross = 0.5;
    Diagram::Node pen = node(u"p"_s, {}, 0, 0, 0, 0);
    pen.type = Diagram::NodeType::Stroke;
    pen.points = {{units(110), units(110)}, {units(120), units(170)}};
    LooseLine stroke = line(115, 120, 165, 120, false);
    for (QString* group : {&square.group, &circle.group, &caption.group, &pen.group, &stroke.group})
        *group = u"g"_s;
    const Diagram::Node other = node(u"b"_s, u"B"_s, 400, 100, 80, 80);
    LooseLine to = line(180, 140, 400, 140);
    to.edge.source = u"i"_s;
    to.edge.target = u"b"_s;
    const QStringList one{u"block \"Kafka\" 80x80 at 100,100"_s, u"block \"B\" 80x80 at 400,100"_s,
                          u"\"Kafka\" -> \"B\""_s};
    const Diagram grouped = structured({{square, circle, caption, pen, other}, {stroke, to}});
    QCOMPARE(wordsOf(grouped), one);
    QCOMPARE(grouped.notTaken.sentences(), QStringList{u"Ornaments within blocks were left out: “Kafka”."_s});
    Diagram::Node loose = caption;
    loose.group.clear();
    loose.rect->x = units(115);
    QCOMPARE(wordsOf(structured({{square, circle, loose, pen, other}, {stroke, to}})), one);
    // Without a text it stays as it was drawn; a part that is linked, or has a meaning, is a thing.
    const auto count = [](const LooseDrawing& drawing) { return wordsOf(structured(drawing)).size(); };
    QVERIFY(count({{square, circle, pen, other}, {stroke, to}}) > one.size());
    LooseLine within = to;
    within.edge.source = u"c"_s;
    QVERIFY(count({{square, circle, caption, pen, other}, {stroke, within}}) > one.size());
    circle.hints << u"S3"_s;
    QVERIFY(count({{square, circle, caption, pen, other}, {stroke, to}}) > one.size());
}

/// The emblem of one box, and no block in a frame.
void TestLooseDrawing::iconsWithinTheirBox() {
    const Diagram::Node card = node(u"c"_s, u"Guardrails"_s, 90, 90, 240, 100);
    Diagram::Node empty = card;
    empty.label.clear();
    const Diagram::Node icon = iconOf(u"i"_s, u"bedrock"_s, 100, 100);
    const QStringList one{u"block \"Guardrails\" 240x100 at 90,90 (bedrock)"_s};
    QCOMPARE(wordsOf(structured({{card, icon}, {}})), one);
    QCOMPARE(wordsOf(structured({{empty, icon, text(u"Guardrails"_s, 190, 130, 100)}, {}})), one);
    // Where an arrow ends at it, it is something of its own.
    LooseLine to = line(400, 420, 180, 140);
    to.edge.source = u"b"_s;
    to.edge.target = u"i"_s;
    QCOMPARE(wordsOf(structured({{card, icon, node(u"b"_s, u"B"_s, 400, 400, 80, 40)}, {to}})).first(),
             u"frame \"Guardrails\" 240x100 at 90,90"_s);
}

/// A head, a body of lines and a name in one group are a person, as of a library of shapes.
void TestLooseDrawing::stickFigures() {
    const auto figure = [](Diagram::Node head, bool named) {
        head.shape = u"ellipse"_s;
        head.group = u"g"_s;
        LooseDrawing drawing;
        drawing.nodes << head;
        for (LooseLine part : {line(20, 40, 20, 100, false), line(0, 60, 40, 60, false)}) {
            part.group = u"g"_s;
            drawing.lines << part;
        }
        if (named) {
            Diagram::Node name = text(u"Analyst"_s, -5, 110, 50);
            name.group = u"g"_s;
            drawing.nodes << name;
        }
        drawing.nodes << node(u"b"_s, u"B"_s, 200, 0, 80, 40);
        return drawing;
    };
    const Diagram::Node head = node(u"h"_s, {}, 0, 0, 40, 40);
    LooseDrawing asking = figure(head, true);
    asking.lines << line(45, 20, 195, 20);
    asking.lines.last().edge.source = u"h"_s;
    asking.lines.last().edge.target = u"b"_s;
    QCOMPARE(wordsOf(structured(asking)),
             QStringList({u"block \"Analyst\" 40.125x100.125 at 0,0 (actor)"_s,
                          u"block \"B\" 80x40 at 200,0"_s, u"\"Analyst\" -> \"B\""_s}));
    // Without a name and without an arrow it is a drawing, and so is a balloon with a line.
    QCOMPARE(wordsOf(structured(figure(head, false))).filter(u"stroke"_s).size(), 2);
    const QStringList big = wordsOf(structured(figure(node(u"h"_s, {}, -80, -160, 200, 200), true)));
    QVERIFY2(big.filter(u"actor"_s).isEmpty() && !big.filter(u"stroke"_s).isEmpty(),
             qPrintable(big.join(u'\n')));
}

/// Words within a box are its label, unless arrows lead from one to another.
void TestLooseDrawing::textsThatArrowsJoin() {
    LooseLine between = line(60, 30, 60, 80);
    between.edge.source = u"text Warehouse"_s;
    between.edge.target = u"text dbt models"_s;
    const Diagram diagram = structured({{node(u"big"_s, {}, 0, 0, 200, 120), text(u"Warehouse"_s, 20, 10, 80),
                                         text(u"dbt models"_s, 20, 80, 80)},
                                        {between}});
    QCOMPARE(wordsOf(diagram),
             QStringList({u"frame 200x120 at 0,0"_s, u"text \"Warehouse\" in \"big\" 80x20 at 20,10"_s,
                          u"text \"dbt models\" in \"big\" 80x20 at 20,80"_s,
                          u"\"Warehouse\" -> \"dbt models\""_s}));
}

/// Step numbers are no blocks: the ring and the number stay what was drawn, and frame nothing.
void TestLooseDrawing::stepNumbers() {
    Diagram::Node one = node(u"n"_s, u"1"_s, 160, 10, 24, 24);
    one.shape = u"ellipse"_s;
    const QList<Diagram::Node> nodes{node(u"a"_s, u"A"_s, 0, 0, 200, 100), one};
    const Diagram diagram = structured({nodes, {}});
    QCOMPARE(wordsOf(diagram),
             QStringList({u"block \"A\" 200x100 at 0,0"_s, u"ellipse ellipse 24x24 at 160,10 group n"_s,
                          u"text \"1\" 24x24 at 160,10 group n"_s}));
    // One that something is linked to is a thing, and so is a large one.
    LooseLine to = line(300, 20, 184, 20);
    to.edge.source = u"n"_s;
    to.edge.target = u"b"_s;
    const QList<Diagram::Node> linked{one, node(u"b"_s, u"B"_s, 300, 0, 80, 40)};
    QCOMPARE(structured({linked, {to}}).nodes.first().type, Diagram::NodeType::Block);
    QCOMPARE(structured({{node(u"n"_s, u"1"_s, 0, 0, 80, 60)}, {}}).nodes.first().type,
             Diagram::NodeType::Block);
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

/// Words beside a dashed line across a drawing name one of its sides, whatever its other end touches; words
/// that it leads to are a thing.
void TestLooseDrawing::dividersJoinNoWords() {
    LooseLine divider = line(80, 370, 880, 370, false);
    divider.edge.direction = Direction::None;
    divider.edge.line = LineLook::Dashed;
    const auto joins = [&](const LooseLine& drawn, double y) {
        return !structured(
                    {{text(u"OFFLINE"_s, 70, y, 90), node(u"a"_s, u"A"_s, 880, 340, 140, 90)}, {drawn}})
                    .edges.isEmpty();
    };
    QVERIFY(!joins(divider, 378));
    QVERIFY(joins(divider, 360));
    LooseLine plain = divider;
    plain.edge.line = LineLook::Plain;
    QVERIFY(joins(plain, 378));
    LooseLine arrow = divider;
    arrow.arrow = true;
    QVERIFY(joins(arrow, 378));
}

/// A drawn line of ours is whole.
void TestLooseDrawing::dashesOfDrawnLines() {
    LooseLine divider = line(0, 200, 900, 200, false);
    divider.edge.line = LineLook::Dashed;
    const Diagram diagram = structured({{text(u"ONLINE"_s, 0, 170), node(u"a"_s, u"A"_s, 400, 0, 80, 40)},
                                        {divider, line(0, 300, 90, 300)}});
    QCOMPARE(diagram.notTaken.sentences(),
             QStringList{u"Dashes of drawn lines were left out: a line below “ONLINE”."_s});
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
