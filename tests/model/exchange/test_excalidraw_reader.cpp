#include "model/exchange/excalidraw_reader.h"
#include "tests/model/exchange/diagram_words.h"
#include "tests/model/exchange/excalidraw_scenes.h"

#include <QLocale>
#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;

namespace groundplan {

using namespace excalidrawscenes;

/// What Excalidraw's elements mean, one thing at a time, and what becomes of damaged and hostile files.
class TestExcalidrawReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void heads_data();
    void heads();
    void elbows();
    void turnedLines();
    void pressures();
    void textsOfDeletedShapes();
    void boundTexts();
    void missingFiles();
    void wrongTypes();
    void refusals_data();
    void refusals();
    void heavy();
    void hostileCounts();
    void cancelling();

private:
    /// Of the processor's time: others may be at work.
    static double secondsSince(std::clock_t begin) { return double(std::clock() - begin) / CLOCKS_PER_SEC; }
    static Diagram read(const QByteArray& bytes) {
        const Result<Diagram> diagram = readExcalidraw(bytes, u"test.excalidraw"_s);
        if (!diagram) {
            QTest::qFail(qPrintable(diagram.error().sentence), __FILE__, __LINE__);
            return {};
        }
        return *diagram;
    }
};

void TestExcalidrawReader::heads_data() {
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QString>("words");
    QTest::newRow("as it comes") << QByteArray() << u"\"A\" -> \"B\""_s;
    QTest::newRow("none") << QByteArray(R"(,"endArrowhead":null)") << u"\"A\" -- \"B\""_s;
    QTest::newRow("back") << QByteArray(R"(,"startArrowhead":"triangle","endArrowhead":null)")
                          << u"\"B\" -> \"A\""_s;
    QTest::newRow("both") << QByteArray(R"(,"startArrowhead":"arrow","endArrowhead":"triangle_outline")")
                          << u"\"A\" <-> \"B\""_s;
    QTest::newRow("dot at the start")
        << QByteArray(R"(,"startArrowhead":"dot","endArrowhead":"arrow")") << u"\"A\" -> \"B\""_s;
    QTest::newRow("crow's foot") << QByteArray(R"(,"endArrowhead":"crowfoot_many")")
                                 << u"\"A\" -> \"B\" \"→ *\""_s;
    QTest::newRow("dashed") << QByteArray(R"(,"strokeStyle":"dashed")") << u"\"A\" -> \"B\" dashed"_s;
    QTest::newRow("thick") << QByteArray(R"(,"strokeWidth":4)") << u"\"A\" -> \"B\" thick"_s;
}

void TestExcalidrawReader::heads() {
    QFETCH(QByteArray, more);
    QFETCH(QString, words);
    QCOMPARE(wordsOf(read(scene(box("a", 0) + ',' + box("b", 200) + ',' + arrow(more)))).last(), words);
}

/// Corners that Excalidraw found itself are not its author's.
void TestExcalidrawReader::elbows() {
    const QByteArray boxes = box("a", 0) + ',' + box("b", 200) + ',';
    const QByteArray way = R"(,"points":[[0,0],[50,0],[50,90],[120,0]])";
    QCOMPARE(read(scene(boxes + arrow(way))).edges.value(0).waypoints.size(), 2);
    QCOMPARE(read(scene(boxes + arrow(way + R"(,"elbowed":true,"fixedSegments":null)")))
                 .edges.value(0)
                 .waypoints.size(),
             0);
    QCOMPARE(read(scene(boxes + arrow(way + R"(,"elbowed":true,"fixedSegments":[{"index":2}])")))
                 .edges.value(0)
                 .waypoints.size(),
             2);
}

void TestExcalidrawReader::turnedLines() {
    const Diagram diagram = read(scene(R"({"type":"line","id":"l","x":100,"y":100,"width":40,"height":0,)"
                                       R"("angle":1.5707963267948966,"points":[[0,0],[40,0]]})"));
    QCOMPARE(wordsOf(diagram), QStringList{u"stroke 120,80 120,120"_s});
    QVERIFY(diagram.notTaken.isEmpty());
}

void TestExcalidrawReader::pressures() {
    const QByteArray begin =
        R"({"type":"freedraw","id":"p","x":0,"y":0,"points":[[0,0],[9,9]],"pressures":[0,1])";
    QCOMPARE(read(scene(begin + R"(,"simulatePressure":false})")).nodes.value(0).pressures,
             (QList<quint8>{0, 255}));
    QVERIFY(read(scene(begin + R"(,"simulatePressure":true})")).nodes.value(0).pressures.isEmpty());
}

void TestExcalidrawReader::textsOfDeletedShapes() {
    const Diagram diagram = read(scene(
        box("a", 0, R"(,"isDeleted":true)") +
        R"(,{"type":"text","id":"t","x":300,"y":0,"width":50,"height":25,"containerId":"a","text":"left"})"));
    QCOMPARE(wordsOf(diagram), QStringList{u"text \"left\" 50x25 at 300,0"_s});
}

/// An arrow that is bound to the letters of a box is bound to the box.
void TestExcalidrawReader::boundTexts() {
    const Diagram diagram = read(scene(
        R"({"type":"ellipse","id":"e","x":0,"y":0,"width":80,"height":40},)"
        R"({"type":"text","id":"a","x":10,"y":10,"width":50,"height":25,"containerId":"e","text":"in\nner","originalText":"inner"},)" +
        box("b", 200) + ',' + arrow(R"(,"points":[[0,500],[120,500]])")));
    QCOMPARE(wordsOf(diagram).last(), u"\"inner\" -> \"B\""_s);
}

void TestExcalidrawReader::missingFiles() {
    const Diagram diagram =
        read(scene(R"({"type":"image","id":"i","x":0,"y":0,"width":8,"height":8,"fileId":"f"})"));
    QVERIFY(diagram.nodes.isEmpty());
    QCOMPARE(diagram.notTaken.sentences(),
             QStringList{u"Pictures whose files are missing were left out: a picture at 0, 0."_s});
}

void TestExcalidrawReader::wrongTypes() {
    for (const QByteArray value :
         {"null", "[]", "{}", "\"text\"", "1e308", "-1e308", "true", "99999999999999999999"}) {
        const QByteArray elements =
            QByteArray(
                R"({"type":"rectangle","id":#,"x":#,"y":#,"width":#,"height":#,"angle":#,"groupIds":#,"label":#,"link":#},)"
                R"({"type":"text","id":"t","x":#,"text":#,"fontSize":#,"font":#,"containerId":#},)"
                R"({"type":"freedraw","id":"d","x":#,"points":[#,[#,#],[]],"pressures":[#,#,#]},)"
                R"({"type":"image","id":"i","fileId":#,"scale":#},{"type":"frame","id":"f","name":#},)"
                R"({"type":"arrow","id":"r","points":[[0,0],[#,#]],"startBinding":#,"strokeWidth":#,"elbowed":#},)"
                R"({"type":#},#)")
                .replace("#", value);
        const Diagram diagram = read(scene(elements));
        for (const Diagram::Node& node : diagram.nodes) {
            const Rect rect = node.rect.value_or(Rect{0, 0, kMinSize, kMinSize});
            QVERIFY2(std::abs(rect.x) <= kMaxCoord && rect.w >= kMinSize && rect.w <= kMaxSize, value);
        }
    }
}

void TestExcalidrawReader::refusals_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    const QString begin = u"a.excalidraw is not read as an Excalidraw file"_s;
    QTest::newRow("empty") << QByteArray() << begin + u", line 1: the JSON is damaged here."_s;
    QTest::newRow("cut") << QByteArray("{\"type\":\"excalidraw\",\n\"elements\":[{\"type\":")
                         << begin + u", line 2: the file ends too early."_s;
    QTest::newRow("list") << QByteArray("[]") << begin + u": its JSON is not an object."_s;
    QTest::newRow("value") << QByteArray(" null ") << begin + u": its JSON is not an object."_s;
    QTest::newRow("other JSON") << QByteArray("{\"type\":\"excalidraw\"}")
                                << begin + u": it has no list of elements."_s;
    QTest::newRow("library") << QByteArray("{\"type\":\"excalidrawlib\",\"library\":[]}")
                             << begin + u": this is a library of shapes and not a drawing."_s;
    QTest::newRow("deep") << QByteArray("{\"elements\":") + QByteArray("[").repeated(100'000)
                          << begin + u", line 1: the JSON is nested too deep."_s;
    QTest::newRow("not UTF-8") << QByteArray("{\"elements\":[],\"a\":\"\xff\xfe\"}")
                               << begin + u", line 1: this is not UTF-8 text."_s;
    QTest::newRow("picture")
        << QByteArray("\x89PNG\r\n\x1a\n")
        << begin + u": this picture holds no scene; export it from Excalidraw with “Embed scene”."_s;
    QTest::newRow("damaged scene")
        << QByteArray("<svg><!-- payload-type:application/vnd.excalidraw+json --><!-- payload-version:2 -->"
                      "<!-- payload-start -->") +
               QByteArray(R"({"encoded":"xxxx","compressed":true})").toBase64() + "<!-- payload-end --></svg>"
        << begin + u", line 1: its compression is damaged."_s;
}

void TestExcalidrawReader::refusals() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sentence);
    const Result<Diagram> diagram = readExcalidraw(bytes, u"a.excalidraw"_s);
    QVERIFY(!diagram);
    QCOMPARE(diagram.error().sentence, sentence);
    QCOMPARE(diagram.error().code, ErrorCode::Unreadable);
}

/// Reading this would take gigabytes.
void TestExcalidrawReader::heavy() {
    const auto diagram =
        readExcalidraw("{\"elements\":[" + QByteArray("[],").repeated(5'000'000) + "[]]}", u"a"_s);
    QVERIFY(!diagram);
    QCOMPARE(diagram.error().sentence,
             u"a is not read as an Excalidraw file: it has more lists and values than are read; split it."_s);
}

/// All in one place, with as many texts and lines.
void TestExcalidrawReader::hostileCounts() {
    QByteArray elements = box("a", 0);
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray n = QByteArray::number(i);
        const QByteArray place =
            R"("x":0,"y":0,"width":)" + QByteArray::number(100 + i % 500) + R"(,"height":50)";
        elements += R"(,{"type":"rectangle","id":"r)" + n + "\"," + place + "}";
        elements += R"(,{"type":"text","id":"t)" + n + R"(","text":"x",)" + place + "}";
        elements +=
            R"(,{"type":"arrow","id":"l)" + n + "\"," + place + R"(,"points":[[0,0],[300,10],[700,20]]})";
    }
    const std::clock_t begin = std::clock();
    QVERIFY(readExcalidraw(scene(elements), u"a"_s));
    QVERIFY2(secondsSince(begin) < 20, qPrintable(QString::number(secondsSince(begin))));
}

void TestExcalidrawReader::cancelling() {
    const std::atomic<bool> cancelled{true};
    const auto diagram = readExcalidraw(scene(box("a", 0)), u"a"_s, &cancelled);
    QVERIFY(!diagram);
    QCOMPARE(diagram.error().code, ErrorCode::Cancelled);
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestExcalidrawReader)
#include "test_excalidraw_reader.moc"
