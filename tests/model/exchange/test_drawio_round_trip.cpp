#include "model/exchange/design_from_diagram.h"
#include "model/exchange/drawio_reader.h"
#include "model/exchange/drawio_writer.h"
#include "tests/model/graphviz/random_design.h"
#include "tests/places.h"
#include "tests/processor_time.h"
#include "tests/same_design.h"

#include <QTest>

#include <algorithm>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// What Groundplan writes for draw.io comes back as it was, and as it looks where somebody has worked on it.
class TestDrawioRoundTrip : public QObject {
    Q_OBJECT

    const Catalogue catalogue_ = Catalogue::load({projectPath("templates/catalog")});

    Import read(const QByteArray& file) const {
        const Result<Diagram> diagram = readDrawio(file, u"a.drawio"_s);
        if (!diagram)
            qFatal("%s", qPrintable(diagram.error().sentence));
        const Result<Import> import = designFromDiagram(*diagram, u"a.drawio"_s, catalogue_, {}, 30'000);
        if (!import)
            qFatal("%s", qPrintable(import.error().sentence));
        return *import;
    }

private Q_SLOTS:
    void init() {
        small_ = {};
        const auto element = [this](qint64 id, ElementType type, ElementId parent = {}) {
            Element row;
            row.id = ElementId(id);
            row.type = type;
            row.parent = parent;
            row.order = id;
            small_.elements.put(row);
            return row.id;
        };
        small_.board.title = u"Feed"_s;
        Frame frame;
        frame.id = element(1, ElementType::Frame);
        frame.name = u"online"_s;
        frame.title = u"Online"_s;
        frame.remark = u"p99 ≤ 150 ms"_s;
        frame.rect = {0, 0, 8000, 3200};
        small_.frames.put(frame);
        Block ranker;
        ranker.id = element(2, ElementType::Block, frame.id);
        ranker.kind = u"ranking"_s;
        ranker.name = u"ranker"_s;
        ranker.title = u"Ranker"_s;
        ranker.technology = u"two towers, distilled"_s;
        ranker.description = u"Sorts them."_s;
        ranker.ml = true;
        ranker.path = Path::Online;
        ranker.rect = {400, 400, 1408, 512};
        small_.blocks.put(ranker);
        Block store = ranker;
        store.id = element(3, ElementType::Block, frame.id);
        store.kind = u"feature-store"_s;
        store.name = u"features"_s;
        store.title = u"Features"_s;
        store.technology.clear();
        store.rect = {4000, 400, 1408, 512};
        small_.blocks.put(store);
        Connection connection;
        connection.id = element(4, ElementType::Connection);
        connection.source = store.id;
        connection.target = ranker.id;
        connection.flow = Flow::Feedback;
        connection.label = u"180"_s;
        connection.labelAt = 450;
        connection.route = {{0, 256}, {-2192, 256}};
        small_.connections.put(connection);
        small_.notes.put({NoteId(1), ranker.id, NoteKind::Risk, u"gets old"_s, 1});
        Card card;
        card.id = element(5, ElementType::Card);
        card.text = u"One\nTwo"_s;
        card.rect = {0, 4000, 1408, 800};
        small_.cards.put(card);
        file_ = writeDrawio(small_, catalogue_);
    }

    void anyDesign_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyDesign() {
        QFETCH(const quint32, seed);
        Design design = RandomDesign(seed).make(12, 5, 20, 4, 4, 3);
        for (const Image& image : Table<Image>(design.images)) { // each has an id of its own afterwards
            design.images.remove(image.id);
            design.elements.remove(image.id);
        }
        const Import import = read(writeDrawio(design, catalogue_));
        const QString difference = differenceOf(import.design, design);
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QCOMPARE(import.design, design);
        QCOMPARE(import.notTaken, QStringList());
    }
    void pictures() {
        Design design;
        for (int i = 1; i <= 3; ++i) {
            Element element;
            element.id = ElementId(i);
            element.type = ElementType::Image;
            design.elements.put(element);
            Image image;
            image.id = element.id;
            image.asset = design.assets.add("\x89PNG\r\n\x1a\n" + QByteArray::number(i));
            image.description = i == 2 ? u"A cat"_s : QString();
            image.rect = {1000 * i, 0, 80 * i, 800};
            design.images.put(image);
        }
        const Import import = read(writeDrawio(design, catalogue_));
        const auto inWords = [](const Design& of) {
            QStringList words;
            for (const Image& image : of.images)
                words << u"%1 %2 %3 %4"_s.arg(image.asset, image.description)
                             .arg(image.rect.x)
                             .arg(image.rect.w);
            words.sort();
            return words;
        };
        QCOMPARE(inWords(import.design), inWords(design));
    }

    // ---- as draw.io leaves them

    void aTitleIsTypedAnew() {
        edit("&lt;b&gt;Ranker&lt;/b&gt;", "&lt;b&gt;Zebra&lt;/b&gt;");
        const Design design = read(file_).design;
        Block expected = *small_.blocks.find(ElementId(2));
        expected.title = u"Zebra"_s;
        expected.ownTitle = true;
        const Block block = *design.blocks.find(ElementId(2));
        QCOMPARE(block.title, expected.title);
        QCOMPARE(block.technology, expected.technology);
        QCOMPARE(block.description, expected.description);
        QCOMPARE(block.kind, expected.kind);
        QCOMPARE(design.notes, small_.notes);
    }
    /// Of a block only what was typed changes, whatever the words mean elsewhere.
    void theWholeLabelIsTypedAnew() {
        edit("&lt;b&gt;Ranker&lt;/b&gt;&lt;br&gt;&lt;font style=&quot;font-size: 11px&quot;&gt;two towers, "
             "distilled&lt;/font&gt;",
             "A/B test&lt;br&gt;with Kafka");
        Block expected = *small_.blocks.find(ElementId(2));
        expected.title = u"A/B test with Kafka"_s;
        expected.ownTitle = true;
        Block block = *read(file_).design.blocks.find(ElementId(2));
        block.rect = expected.rect; // grows with its words
        QCOMPARE(block, expected);
    }
    void dataAreEdited() {
        edit("kind=\"ranking\"", "kind=\"evaluation\"");
        edit("name=\"ranker\"", "name=\"judge\"");
        edit("technology=\"two towers, distilled\" path=\"online\" ml=\"true\"",
             "technology=\"Spark\" path=\"offline\"");
        edit("flow=\"feedback\"", "flow=\"stream\"");
        const Import import = read(file_);
        QCOMPARE(import.notTaken, QStringList());
        Block expected = *small_.blocks.find(ElementId(2));
        expected.kind = u"evaluation"_s;
        expected.name = u"judge"_s;
        expected.technology = u"Spark"_s;
        expected.path = Path::Offline;
        expected.ml = false;
        Block block = *import.design.blocks.find(ElementId(2));
        block.rect = expected.rect;
        QCOMPARE(block, expected);
        QCOMPARE(import.design.connections.find(ElementId(4))->flow, Flow::Stream);
        QCOMPARE(import.design.notes, small_.notes);
    }
    void dataThatSayNothing() {
        edit("kind=\"ranking\"", "kind=\"nonsense\"");
        edit("distilled\" path=\"online\"", "distilled\" path=\"sideways\"");
        edit("flow=\"feedback\"", "flow=\"up\"");
        const Import import = read(file_);
        QCOMPARE(import.design, small_);
        QCOMPARE(import.notTaken.size(), 2);
        QVERIFY2(import.notTaken[0].contains("path: sideways"_L1) &&
                     import.notTaken[0].contains("flow: up"_L1),
                 qPrintable(import.notTaken[0]));
        QVERIFY2(import.notTaken[1].contains(u"“nonsense” (“Ranker”)"_s), qPrintable(import.notTaken[1]));
    }
    /// What each thing is stands in its data, so that nothing is guessed where no design travels along.
    void withoutTheDesign() {
        file_ = writeDrawio(small_, catalogue_, false);
        const Import import = read(file_);
        QCOMPARE(import.notTaken, QStringList());
        const Design& design = import.design;
        QCOMPARE(design.blocks.size(), 2);
        for (const QString& name : {u"ranker"_s, u"features"_s}) {
            const auto isIt = [&name](const Block& block) { return block.name == name; };
            Block block = *std::find_if(design.blocks.begin(), design.blocks.end(), isIt);
            Block was = *std::find_if(small_.blocks.begin(), small_.blocks.end(), isIt);
            was.id = block.id;
            was.ownTitle = block.ownTitle;
            was.rect = block.rect;
            was.description = block.description; // with the note, the tooltip
            QCOMPARE(block, was);
        }
        QCOMPARE(design.frames.size(), 1);
        QCOMPARE(design.frames.begin()->title, u"Online"_s);
        QCOMPARE(design.frames.begin()->remark, u"p99 ≤ 150 ms"_s);
        QCOMPARE(design.cards.size(), 1);
        QCOMPARE(design.cards.begin()->text, u"One\nTwo"_s);
        QCOMPARE(design.connections.size(), 1);
        QCOMPARE(design.connections.begin()->flow, Flow::Feedback);
        QCOMPARE(design.connections.begin()->label, u"180"_s);
        QVERIFY(design.notes.isEmpty());
    }
    /// Other programs' data of the same names are read; what is no kind stays as it was noted.
    void dataOfOthers() {
        const Design design = read(R"(<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
            <UserObject id="a" label="Zebra" kind="evaluation" technology="Spark" owner="me">
            <mxCell style="html=1;" parent="1" vertex="1"><mxGeometry width="90" height="60" as="geometry"/></mxCell>
            </UserObject><UserObject id="b" label="Yak" kind="animal">
            <mxCell style="html=1;" parent="1" vertex="1"><mxGeometry x="200" width="90" height="60" as="geometry"/></mxCell>
            </UserObject><UserObject id="c" label="" flow="telemetry">
            <mxCell style="html=1;" parent="1" edge="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/>
            </mxCell></UserObject></root></mxGraphModel>)")
                                  .design;
        for (const Block& block : design.blocks) {
            const bool first = block.title == u"Zebra"_s;
            QCOMPARE(block.kind == u"evaluation"_s, first);
            QCOMPARE(block.technology, first ? u"Spark"_s : QString());
            QCOMPARE(block.description, first ? u"owner: me"_s : u"kind: animal"_s);
        }
        QCOMPARE(design.connections.begin()->flow, Flow::Telemetry);
        QVERIFY(design.notes.isEmpty());
    }
    void anObjectIsDropped() {
        for (const QByteArray id : {"e2", "e4"}) {
            const qsizetype begin = file_.indexOf("<UserObject id=\"" + id + '"');
            const qsizetype end = file_.indexOf("</UserObject>", begin);
            QByteArray object = file_.mid(begin, end - begin);
            const qsizetype label = object.indexOf("label=\"") + 7;
            const QByteArray words = object.mid(label, object.indexOf('"', label) - label);
            object = object.mid(object.indexOf("<mxCell ") + 8);
            file_.replace(begin, end + 13 - begin,
                          "<mxCell id=\"" + id + "\" value=\"" + words + "\" " + object);
        }
        const Import import = read(file_);
        QCOMPARE(import.design, small_);
        QCOMPARE(import.notTaken, QStringList());
    }
    void whatTheKindSaysIsDrawnOtherwise() {
        edit("strokeWidth=1.6;dashed=1;dashPattern=4 3;strokeColor=#9a5b0a",
             "strokeWidth=1.6;dashed=1;dashPattern=4 3;strokeColor=#ff0000");
        const qsizetype begin = file_.indexOf("<UserObject id=\"e2\"");
        file_.insert(file_.indexOf("fontSize=13;", begin), "shape=cylinder3;");
        const Import import = read(file_);
        QCOMPARE(import.design, small_);
        QCOMPARE(import.notTaken.size(), 2);
        QVERIFY(import.notTaken[0].startsWith("Colours of connections"_L1));
        QVERIFY(import.notTaken[1].startsWith("Shapes of blocks"_L1));
    }
    void aTechnologyIsTypedAnew() {
        edit("two towers, distilled&lt;/font&gt;", "a cross encoder&lt;/font&gt;");
        const Block block = *read(file_).design.blocks.find(ElementId(2));
        QCOMPARE(block.title, u"Ranker"_s);
        QCOMPARE(block.kind, u"ranking"_s);
        QCOMPARE(block.technology, u"a cross encoder"_s);
    }
    void aFramesTitleIsTypedAnew() {
        edit("&lt;b&gt;Online&lt;/b&gt; &amp;nbsp; p99", "Serving p99");
        const Frame frame = *read(file_).design.frames.find(ElementId(1));
        QCOMPARE(frame.title, u"Serving"_s);
        QCOMPARE(frame.remark, u"p99 ≤ 150 ms"_s);
    }
    void aBlockIsMoved() {
        edit("x=\"50\" y=\"50\"", "x=\"90\" y=\"250\"");
        const Design design = read(file_).design;
        QCOMPARE(design.blocks.find(ElementId(2))->rect, (Rect{720, 2000, 1408, 512}));
        Connection expected = *small_.connections.find(ElementId(4));
        expected.route.clear(); // the line would run askew
        expected.labelAt = 500;
        Connection connection = *design.connections.find(ElementId(4));
        connection.labelAt = 500;
        QCOMPARE(connection, expected);
    }
    void aFrameIsMoved() {
        edit("x=\"0\" y=\"0\"", "x=\"100\" y=\"0\"");
        const Design design = read(file_).design;
        QCOMPARE(design.blocks.find(ElementId(2))->rect, (Rect{1200, 400, 1408, 512}));
        QCOMPARE(*design.connections.find(ElementId(4)), *small_.connections.find(ElementId(4)));
    }
    void aBlockIsCopied() {
        const qsizetype begin = file_.indexOf("<UserObject id=\"e2\"");
        const qsizetype end = file_.indexOf("</UserObject>", begin) + 13;
        QByteArray copy = file_.mid(begin, end - begin);
        copy.replace("id=\"e2\"", "id=\"Vx-1\"").replace("x=\"50\"", "x=\"700\"");
        file_.insert(end, copy);
        const Design design = read(file_).design;
        QCOMPARE(design.blocks.size(), 3);
        QCOMPARE(design.notes.size(), 2);
        const Block first = *design.blocks.find(ElementId(2));
        QCOMPARE(first, *small_.blocks.find(ElementId(2)));
        for (Block block : design.blocks) {
            if (block.rect.x != 5600)
                continue;
            QCOMPARE(block.name, u"ranker_2"_s);
            block.id = first.id;
            block.name = first.name;
            block.rect = first.rect;
            QCOMPARE(block, first);
        }
    }
    void somethingIsAdded() {
        edit("   </root>",
             R"(<mxCell id="n" value="Redis" style="shape=cylinder3;html=1;" parent="e1" vertex="1">
                 <mxGeometry x="500" y="200" width="120" height="60" as="geometry"/></mxCell>
                 <mxCell id="m" style="endArrow=classic;html=1;" parent="1" edge="1" source="e2" target="n">
                 <mxGeometry relative="1" as="geometry"/></mxCell></root>)");
        const Design design = read(file_).design;
        QCOMPARE(design.blocks.size(), 3);
        QCOMPARE(design.connections.size(), 2);
        for (const Block& block : design.blocks)
            QCOMPARE(design.elements.find(block.id)->parent, ElementId(1));
        QCOMPARE(*design.blocks.find(ElementId(2)), *small_.blocks.find(ElementId(2)));
        QCOMPARE(*design.connections.find(ElementId(4)), *small_.connections.find(ElementId(4)));
    }
    void somethingIsRemoved() {
        for (const QByteArray id : {"e2", "e4"}) {
            const qsizetype begin = file_.indexOf("<UserObject id=\"" + id + '"');
            file_.remove(begin, file_.indexOf("</UserObject>", begin) + 13 - begin);
        }
        const Design design = read(file_).design;
        QCOMPARE(design.blocks.size(), 1);
        QVERIFY(design.connections.isEmpty());
        QVERIFY(design.notes.isEmpty());
    }
    void aLineIsDrawnOtherwise() {
        edit("strokeWidth=1.6;dashed=1;dashPattern=4 3;", "strokeWidth=1.6;dashed=1;dashPattern=1 4;");
        QCOMPARE(read(file_).design.connections.find(ElementId(4))->flow, Flow::Telemetry);
    }
    /// The new words describe it; what hung on it is not theirs to delete.
    void aTooltipIsTypedAnew() {
        edit("Sorts them.&#10;risk: gets old", "it is fresh");
        const Import import = read(file_);
        QCOMPARE(import.design.notes, small_.notes);
        QCOMPARE(import.design.blocks.find(ElementId(2))->description, u"it is fresh"_s);
        QCOMPARE(import.notTaken.size(), 1);
        QVERIFY2(import.notTaken[0].contains(u"“Ranker"_s), qPrintable(import.notTaken[0]));
    }
    void aTooltipGetsALine() {
        edit("risk: gets old", "risk: gets old&#10;and is slow");
        const Import import = read(file_);
        QCOMPARE(import.design.notes, small_.notes);
        QCOMPARE(import.design.blocks.find(ElementId(2))->description, u"Sorts them.\nand is slow"_s);
        QCOMPARE(import.notTaken, QStringList());
    }
    void aCardIsTypedAnew() {
        edit("One&lt;br&gt;Two", "Three");
        QCOMPARE(read(file_).design.cards.find(ElementId(5))->text, u"Three"_s);
    }
    /// Without what it carries a file is another program's drawing, and what is damaged is not believed.
    void whatIsCarriedIsDamaged() {
        const qsizetype begin = file_.indexOf("groundplan=\"") + 12;
        for (const QByteArray& text : {QByteArray(), QByteArray("eJwzNDIGAAHNARs="), file_.mid(begin, 60)}) {
            QByteArray damaged = file_;
            damaged.replace(begin, file_.indexOf('"', begin) - begin, text);
            QCOMPARE(read(damaged).design.blocks.size(), 2);
            QVERIFY(read(damaged).design.notes.isEmpty());
        }
    }

    /// A page is copied with all that it carries, and each is what it was.
    void aPageIsCopied() {
        const qsizetype begin = file_.indexOf("<diagram "), end = file_.indexOf("</diagram>") + 10;
        file_.insert(end, file_.mid(begin, end - begin));
        const Design design = read(file_).design;
        QCOMPARE(design.blocks.size(), 4);
        QCOMPARE(design.notes.size(), 2);
        QCOMPARE(design.frames.size(), 4); // one round each page
        QCOMPARE(design.cards.size(), 2);
    }
    /// Hundreds of bombs are as harmless as one.
    void bombs() {
        const QByteArray bomb = qCompress(QByteArray(60'000'000, ' ')).sliced(4).toBase64();
        QByteArray cells;
        for (int i = 0; i < 300; ++i)
            cells += "<UserObject id=\"r" + QByteArray::number(i) + "\" groundplan=\"" + bomb +
                     "\"><mxCell/></UserObject>";
        const ProcessorTime clock;
        const auto diagram =
            readDrawio("<mxGraphModel><root>" + cells + "</root></mxGraphModel>", u"a.drawio"_s);
        QVERIFY(diagram);
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    }

private:
    /// What somebody does in draw.io.
    void edit(const char* was, const char* is) {
        if (file_.count(was) != 1)
            qFatal("%s is there %d times.", was, int(file_.count(was)));
        file_.replace(was, is);
    }

    Design small_;
    QByteArray file_; ///< of that
};

QTEST_GUILESS_MAIN(TestDrawioRoundTrip)
#include "test_drawio_round_trip.moc"
