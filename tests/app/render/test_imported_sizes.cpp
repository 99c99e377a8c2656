#include "app/render/block_layout.h"
#include "app/render/board_index.h"
#include "app/render/board_painter.h"
#include "app/render/design_import.h"
#include "app/render/route_shape.h"
#include "app/render/stroke_shape.h"
#include "model/design/shown_technology.h"
#include "model/design/stroke.h"
#include "tests/app/render/board_samples.h"
#include "tests/places.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace groundplan;
using samples::rectOf;

/// Whatever another program has drawn can be read here: no text is cut or unseen.
class TestImportedSizes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        fonts::install();
        catalogue_ = Catalogue::load({projectPath("templates/catalog")});
    }

    void textsAsExcalidrawWritesThem();
    void textsAsDrawioWritesThem();
    void textsOfD2();
    void boxesAsDrawioWritesThem();
    void boxesThatTouch();
    void technologiesOfWhatGrows();
    void looseEndsAtWhatGrows();
    void stepNumbersAtWhatGrows();
    void ringsAndTheirNumbersStayTogether();
    void cards();
    void laidOutByDot();
    void dotThatIsPasted();
    void filesInTheWild_data();
    void filesInTheWild();

private:
    Design imported(const QByteArray& bytes, const QString& name) {
        const auto import = importDesign(bytes, name, catalogue_);
        if (!import)
            QTest::qFail(qPrintable(import.error().sentence), __FILE__, __LINE__);
        notTaken_ = import ? import->import.notTaken : QStringList();
        told_ = import ? import->import.told : QStringList();
        return import ? import->import.design : Design();
    }
    static const Shape& textCalled(const Design& design, const QString& text) {
        static const Shape none;
        for (const Shape& shape : design.shapes) {
            if (shape.text == text)
                return *design.shapes.find(shape.id);
        }
        QTest::qFail(qPrintable(u"no text "_s + text), __FILE__, __LINE__);
        return none;
    }
    static const Block& blockCalled(const Design& design, const QString& title) {
        static const Block none;
        for (const Block& block : design.blocks) {
            if (block.title == title)
                return *design.blocks.find(block.id);
        }
        QTest::qFail(qPrintable(u"no block "_s + title), __FILE__, __LINE__);
        return none;
    }
    // Defined below: moc does not understand raw strings within a class.
    static QByteArray drawio(const QByteArray& cells);
    static QByteArray cell(const QByteArray& value, const QByteArray& style, const QByteArray& geometry);
    /// What cannot be read as it stands on the board.
    static QStringList unread(const Design& design) {
        QStringList list;
        TextCache texts;
        for (const Block& block : design.blocks) {
            const BlockParts parts{block.ml, showsTechnology(block), false, block.title};
            const QSizeF size = toRectF(block.rect).size();
            const BlockLayout layout = layoutBlock(size, parts, texts);
            if (!showsTitle(size, parts))
                list << u"title %1, %2 x %3"_s.arg(block.title).arg(size.width()).arg(size.height());
            if (layout.tile.isEmpty())
                list << u"tile of "_s + block.title;
            if (parts.technology && layout.technology.isEmpty())
                list << u"technology of "_s + block.title;
        }
        for (const Shape& shape : design.shapes) {
            const double factor = points(shape.textSize) / textEm();
            const QRectF room = captionRoom(shape, toRectF(shape.rect));
            const FittedText& text = texts.paragraphs(shape.text, fonts::Role::CardText,
                                                      room.width() / factor, room.height() / factor);
            if (!shape.text.isEmpty() && (text.isEmpty() || text.cut || text.split))
                list << u"text "_s + shape.text;
        }
        for (const Card& card : design.cards) {
            if (fittingCardSize(design, card).h > card.rect.h)
                list << u"card "_s + card.text;
        }
        return list;
    }

    Catalogue catalogue_;
    QStringList notTaken_;
    QStringList told_;
};

QByteArray TestImportedSizes::drawio(const QByteArray& cells) {
    return R"(<mxfile host="app.diagrams.net"><diagram name="Page-1" id="x"><mxGraphModel><root>)"
           R"(<mxCell id="0"/><mxCell id="1" parent="0"/>)" +
           cells + "</root></mxGraphModel></diagram></mxfile>";
}

QByteArray TestImportedSizes::cell(const QByteArray& value, const QByteArray& style,
                                   const QByteArray& geometry) {
    static int cells = 0;
    return "<mxCell id=\"c" + QByteArray::number(++cells) + "\" value=\"" + value + "\" style=\"" + style +
           R"(" vertex="1" parent="1"><mxGeometry )" + geometry + R"( as="geometry"/></mxCell>)";
}

void TestImportedSizes::textsAsExcalidrawWritesThem() {
    // A line is 1.25 times as high as its letters, and Excalifont and Virgil are narrower than our font.
    const auto text = [](const QByteArray& words, const QByteArray& place, const QByteArray& more) {
        return R"({"type":"text","id":")" + words + R"(","text":")" + words + R"(","originalText":")" +
               words + R"(",)" + place + "," + more + "}";
    };
    const Design design = imported(
        R"({"type":"excalidraw","version":2,"elements":[)" +
            text("left", R"("x":0,"y":0,"width":35,"height":25)",
                 R"("fontSize":20,"textAlign":"left","verticalAlign":"top","autoResize":true)") +
            "," +
            text("In the middle of it", R"("x":100,"y":60,"width":150,"height":45)",
                 R"("fontSize":36,"textAlign":"center","verticalAlign":"middle")") +
            "," +
            text("two\\nlines here", R"("x":0,"y":140,"width":100,"height":50)",
                 R"("fontSize":20,"textAlign":"right","verticalAlign":"top")") +
            "," +
            text("a text that its author has made this narrow", R"("x":0,"y":240,"width":120,"height":75)",
                 R"("fontSize":20,"textAlign":"left","verticalAlign":"top","autoResize":false)") +
            "]}",
        u"texts.excalidraw"_s);
    QCOMPARE(unread(design).join(u'\n'), QString());
    QCOMPARE(textCalled(design, u"left"_s).rect.topLeft(), (Point{0, 0}));
    QCOMPARE(textCalled(design, u"In the middle of it"_s).rect.center(), rectOf(100, 60, 150, 45).center());
    const Rect lines = textCalled(design, u"two\nlines here"_s).rect;
    QCOMPARE((Point{lines.right(), lines.top()}), (Point{units(100), units(140)}));
    QCOMPARE(textCalled(design, u"a text that its author has made this narrow"_s).rect.w, units(120));
}

void TestImportedSizes::textsAsDrawioWritesThem() {
    const Design design = imported(
        drawio(cell("Section title",
                    "text;html=1;align=center;verticalAlign=middle;resizable=0;points=[];autosize=1;"
                    "strokeColor=none;fillColor=none;fontSize=24;fontStyle=1",
                    R"(x="20" y="20" width="160" height="40")") +
               cell("Older 16", "text;html=1;fontSize=16", R"(x="20" y="120" width="80" height="20")") +
               cell("At a point", "text;fontSize=14", R"(x="20" y="160")") +
               cell("Incomprehensibilities of it",
                    "text;html=1;align=center;verticalAlign=middle;whiteSpace=wrap;rounded=0;",
                    R"(x="300" y="20" width="60" height="30")") +
               R"(<mxCell id="e" value="on a loose arrow" style="html=1;" edge="1" parent="1">)"
               R"(<mxGeometry relative="1" as="geometry"><mxPoint x="20" y="300" as="sourcePoint"/>)"
               R"(<mxPoint x="200" y="300" as="targetPoint"/></mxGeometry></mxCell>)"),
        u"texts.drawio"_s);
    QCOMPARE(unread(design).join(u'\n'), QString());
    QCOMPARE(textCalled(design, u"Section title"_s).rect.center(), rectOf(20, 20, 160, 40).center());
    QCOMPARE(textCalled(design, u"Older 16"_s).rect.topLeft(), (Point{units(20), units(120)}));
    QCOMPARE(textCalled(design, u"At a point"_s).rect.topLeft(), (Point{units(20), units(160)}));
    // It wraps, but not within a word.
    const Rect wrapped = textCalled(design, u"Incomprehensibilities of it"_s).rect;
    QCOMPARE(wrapped.center(), rectOf(300, 20, 60, 30).center());
    QVERIFY(wrapped.w > units(100) && wrapped.w < units(170));
    // Above the line, not struck through by it.
    const Rect beside = textCalled(design, u"on a loose arrow"_s).rect;
    QCOMPARE(beside.center().x, units(110));
    QVERIFY(beside.bottom() < units(300) && beside.bottom() > units(290));
}

void TestImportedSizes::textsOfD2() {
    const Design design = imported("words: |md\n  # A heading\n  - first of the items, which is longer\n|\n"
                                   "code: |go\n  func main() { fmt.Println(\"ab\") }\n|\n"
                                   "latex: |latex \\frac{a}{b} |\na -> b\n",
                                   u"texts.d2"_s);
    QCOMPARE(design.shapes.size(), 3);
    QCOMPARE(unread(design).join(u'\n'), QString());
}

void TestImportedSizes::boxesAsDrawioWritesThem() {
    const auto row = [](const QList<QByteArray>& titles, const QByteArray& style, int step, int w, int h) {
        QByteArray cells;
        for (qsizetype i = 0; i < titles.size(); ++i) {
            cells += cell(titles[i], style,
                          "x=\"" + QByteArray::number(int(i) * step) + "\" width=\"" + QByteArray::number(w) +
                              "\" height=\"" + QByteArray::number(h) + "\"");
        }
        return drawio(cells);
    };
    // As draw.io sets its boxes: 120 x 60, 80 apart. Nothing but the boxes has to change.
    Design design = imported(row({"Producer", "Consumer", "Ingestion", "Authentication"},
                                 "rounded=0;whiteSpace=wrap;html=1;", 200, 120, 60),
                             u"boxes.drawio"_s);
    QCOMPARE(unread(design).join(u'\n'), QString());
    QCOMPARE(notTaken_ + told_, QStringList());
    QCOMPARE(blockCalled(design, u"Consumer"_s).rect.center(), rectOf(200, 0, 120, 60).center());
    // Nearer ones go apart, all in the same measure.
    design = imported(row({"DynamoDB", "Elasticsearch", "Authentication"},
                          "outlineConnect=0;shape=mxgraph.aws4.dynamodb;", 100, 78, 78),
                      u"icons.drawio"_s);
    QCOMPARE(unread(design).join(u'\n'), QString());
    QCOMPARE(told_.size(), 1);
    const Coord first = blockCalled(design, u"Elasticsearch"_s).rect.center().x -
                        blockCalled(design, u"DynamoDB"_s).rect.center().x;
    const Coord second = blockCalled(design, u"Authentication"_s).rect.center().x -
                         blockCalled(design, u"Elasticsearch"_s).rect.center().x;
    QCOMPARE(first, second);
    QVERIFY(first > units(110) && first <= units(200));
}

/// An arrow that ended at a box too small for its title ends at the border of the one that it has become.
void TestImportedSizes::looseEndsAtWhatGrows() {
    const auto arrow = [](const QByteArray& end, const QByteArray& from, const QByteArray& to) {
        static int arrows = 0;
        const auto point = [](const QByteArray& place, const QByteArray& as) {
            return place.isEmpty() ? QByteArray() : "<mxPoint " + place + " as=\"" + as + "\"/>";
        };
        return "<mxCell id=\"e" + QByteArray::number(++arrows) + R"(" style="html=1;" edge="1" parent="1" )" +
               end + R"(><mxGeometry relative="1" as="geometry">)" + point(from, "sourcePoint") +
               point(to, "targetPoint") + "</mxGeometry></mxCell>";
    };
    const Design design = imported(
        drawio(R"(<mxCell id="box" value="Recommendation service" style="html=1;" vertex="1" parent="1">)"
               R"(<mxGeometry x="300" y="100" width="40" height="24" as="geometry"/></mxCell>)" +
               arrow(R"(target="box")", R"(x="60" y="112")", {}) +
               arrow(R"(source="box")", {}, R"(x="600" y="112")") +
               arrow({}, R"(x="320" y="300")", R"(x="320" y="124")") +
               arrow({}, R"(x="310" y="110")", R"(x="330" y="116")")),
        u"loose.drawio"_s);
    const Rect grown = blockCalled(design, u"Recommendation service"_s).rect;
    QVERIFY(grown.w > 100 * kUnitsPerPoint);
    QCOMPARE(design.strokes.size(), 4);
    int outside = 0;
    for (const Stroke& stroke : design.strokes) {
        const QList<QPointF> way = pointsOf(stroke);
        const auto within = [&grown](QPointF at, Coord border) {
            return grown.grown(border).contains(Point{Coord(at.x()), Coord(at.y())});
        };
        const auto any = [&](Coord border) {
            return within(way.first(), border) || within(way.last(), border);
        };
        if (within(way.first(), 0) && within(way.last(), 0))
            continue; // drawn upon it
        QVERIFY(!any(-kUnitsPerPoint));
        QVERIFY(any(kUnitsPerPoint)); // touches it
        ++outside;
    }
    QCOMPARE(outside, 3);
}

/// They would be cut in boxes that have become larger for their titles.
void TestImportedSizes::technologiesOfWhatGrows() {
    const auto isWhole = [](const Block& block) {
        TextCache texts;
        const BlockLayout layout = layoutBlock(toRectF(block.rect).size(),
                                               {block.ml, showsTechnology(block), false, block.title}, texts);
        return !fitLine(block.technology, fonts::Role::Technology, layout.technology.width()).cut;
    };
    // Laid out here.
    Design design = imported("graph TD\nA[\"Users<br>AWS API Gateway\"] --> B[\"Model<br>Java, Docker "
                             "Container\"]\n",
                             u"c4.mmd"_s);
    for (const Block& block : design.blocks)
        QVERIFY2(isWhole(block), qPrintable(block.title));
    // Drawn so near to each other that all is enlarged.
    const auto icon = [](const QByteArray& title, const QByteArray& name, int x) {
        return cell(title, "outlineConnect=0;shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4." + name,
                    "x=\"" + QByteArray::number(x) + R"(" width="78" height="78")");
    };
    design = imported(drawio(icon("Step", "step_functions", 0) + icon("Authentication", "lambda", 100) +
                             icon("Recommendations", "api", 200) + icon("Serve", "sagemaker_endpoint", 400)),
                      u"icons.drawio"_s);
    QCOMPARE(told_.size(), 1);
    QVERIFY(blockCalled(design, u"Serve"_s).technology == u"SageMaker Endpoint"_s);
    QVERIFY(isWhole(blockCalled(design, u"Serve"_s)));
    // There is room: nothing else becomes larger.
    design = imported(drawio(icon("Chat", "dynamodb", 0) + icon("Q", "lambda", 300)), u"apart.drawio"_s);
    QCOMPARE(notTaken_ + told_, QStringList());
    QVERIFY(isWhole(blockCalled(design, u"Chat"_s)) && isWhole(blockCalled(design, u"Q"_s)));
}

/// The number of a step beside a box that becomes wider stays beside it.
void TestImportedSizes::stepNumbersAtWhatGrows() {
    const auto step = [](const QByteArray& number, const QByteArray& place) {
        return cell(number, "ellipse;whiteSpace=wrap;html=1;", place + R"( width="24" height="24")");
    };
    const Design design = imported(drawio(cell("Recommendation service", "rounded=0;html=1;",
                                               R"(x="300" y="100" width="60" height="60")") +
                                          step("1", R"(x="270" y="106")") + step("2", R"(x="366" y="106")") +
                                          step("3", R"(x="318" y="118")") + step("4", R"(x="0" y="0")")),
                                   u"steps.drawio"_s);
    const Rect grown = blockCalled(design, u"Recommendation service"_s).rect;
    QVERIFY(grown.w > 100 * kUnitsPerPoint);
    QList<Rect> rings;
    for (const Shape* shape : design.shapes.sorted()) {
        if (shape->kind == ShapeKind::Ellipse)
            rings.append(shape->rect);
    }
    QCOMPARE(rings.size(), 4);
    std::sort(rings.begin(), rings.end(), [](const Rect& a, const Rect& b) { return a.x < b.x; });
    QCOMPARE(rings[0].topLeft(), Point());
    QCOMPARE(rings[1].right(), grown.left() - 6 * kUnitsPerPoint);
    QCOMPARE(rings[2].center().x, grown.center().x); // drawn upon it
    QCOMPARE(rings[3].left(), grown.right() + 6 * kUnitsPerPoint);
}

/// Room for a label is made behind a border on which a ring with its number lies: both go, or none.
void TestImportedSizes::ringsAndTheirNumbersStayTogether() {
    for (int x = 80; x <= 130; x += 5) {
        const Design design =
            imported(drawio(R"(<mxCell id="a" value="A" style="html=1;" vertex="1" parent="1">)"
                            R"(<mxGeometry x="0" y="0" width="100" height="60" as="geometry"/></mxCell>)"
                            R"(<mxCell id="b" value="B" style="html=1;" vertex="1" parent="1">)"
                            R"(<mxGeometry x="140" y="0" width="100" height="60" as="geometry"/></mxCell>)"
                            R"(<mxCell id="e" value="s3:ObjectCreated" style="html=1;" edge="1" parent="1" )"
                            R"(source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>)" +
                            cell("2", "ellipse;whiteSpace=wrap;html=1;",
                                 "x=\"" + QByteArray::number(x) + R"(" y="200" width="30" height="30")")),
                     u"room.drawio"_s);
        QCOMPARE(design.shapes.size(), 2);
        const QList<const Shape*> shapes = design.shapes.sorted();
        QVERIFY2(std::abs(shapes[0]->rect.center().x - shapes[1]->rect.center().x) <= kUnitsPerPoint,
                 qPrintable(QString::number(x)));
    }
}

void TestImportedSizes::boxesThatTouch() {
    QByteArray cells;
    for (int i = 0; i < 4; ++i)
        cells += cell("Recommendations", "rounded=0;whiteSpace=wrap;html=1;",
                      "x=\"" + QByteArray::number(i * 90) + R"(" width="90" height="40")");
    const Design design = imported(drawio(cells), u"touching.drawio"_s);
    QCOMPARE(unread(design).join(u'\n'), QString());
    for (const Block& block : design.blocks) {
        for (const Block& other : design.blocks)
            QVERIFY(block.id == other.id || !block.rect.intersects(other.rect));
    }
}

void TestImportedSizes::cards() {
    const Design design = imported(
        drawio(cell(
            "Ask the people of the platform whether incomprehensibilities are kept for more than 30 days",
            "shape=note;whiteSpace=wrap;html=1;", R"(x="0" y="0" width="60" height="40")")),
        u"cards.drawio"_s);
    QCOMPARE(design.cards.size(), 1);
    QCOMPARE(unread(design).join(u'\n'), QString());
    const Rect card = (*design.cards.begin()).rect;
    QCOMPARE(card.center(), rectOf(0, 0, 60, 40).center());
    QVERIFY(card.w > units(120));
}

void TestImportedSizes::laidOutByDot() {
    // What "dot -Tdot" writes.
    const Design design = imported(
        R"dot(digraph { graph [bb="0,0,354,36", rankdir=LR]; node [label="\N"];
kafka [height=0.5, pos="27,18", width=0.75]; Orchestrator [height=0.5, pos="150,18", width=1.57];
Recommendations [height=0.5, pos="290,18", width=1.8]; kafka -> Orchestrator -> Recommendations; })dot",
        u"laid.dot"_s);
    QCOMPARE(unread(design).join(u'\n'), QString());
    QVERIFY(blockCalled(design, u"kafka"_s).rect.right() < blockCalled(design, u"Orchestrator"_s).rect.x);
    QVERIFY(blockCalled(design, u"Orchestrator"_s).rect.right() <
            blockCalled(design, u"Recommendations"_s).rect.x);
}

void TestImportedSizes::dotThatIsPasted() {
    const auto import = readDotWhole(
        R"dot(digraph { graph [bb="0,0,156,36"]; node [shape=box, fixedsize=true, width=0.5, height=0.5];
a [label="Recommendations for people who come back", pos="18,18"]; a -> b -> c;
b [label="Authentication of people who come back", pos="78,18"];
c [label="Ranking of what has been recommended", pos="138,18"]; })dot",
        u"pasted"_s, catalogue_);
    QVERIFY(import);
    QCOMPARE(import->design.blocks.size(), 3);
    QCOMPARE(unread(import->design).join(u'\n'), QString());
}

void TestImportedSizes::filesInTheWild_data() {
    QTest::addColumn<QString>("path");
    for (const QString& folder : {u"drawio"_s, u"excalidraw"_s, u"dot"_s, u"d2"_s, u"mermaid"_s}) {
        const QDir files(projectPath("tests/data/") + folder);
        for (const QString& name : files.entryList(QDir::Files)) {
            if (!name.endsWith(".words"_L1))
                QTest::newRow(qPrintable(name)) << files.filePath(name);
        }
    }
}

void TestImportedSizes::filesInTheWild() {
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto import = importDesign(file.readAll(), QFileInfo(path).fileName(), catalogue_);
    if (!import)
        QSKIP("Is refused.");
    QCOMPARE(unread(import->import.design).join(u'\n'), QString());
}

QTEST_MAIN(TestImportedSizes)
#include "test_imported_sizes.moc"
