#include "model/design/stroke.h"
#include "tests/model/operations/workbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::Workbench;

namespace {

/// Every byte there is.
QByteArray picture() {
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += char(i);
    return bytes;
}

/// One row of every sort, with texts and numbers that are not easy.
Design everything() {
    Workbench bench;
    const ElementId frame = bench.frame(-3.125, 0, 900, 400, u"Frame “1” \\ \n <b>"_s);
    const ElementId a = bench.block(10, 100, u"模型 🚀"_s);
    const ElementId b = bench.block(400, 150, u"نموذج"_s);
    const ElementId ab = bench.connect(a, b, u"asks"_s);
    bench.connect(frame, frame);
    bench.card(1000, 0);
    bench.note(ab, u"a\nb"_s);
    bench.metric(a);
    bench.decision(b);
    bench.lock({a});
    Block block = *bench.design().blocks.find(a);
    block.kind = u"a-kind-of-tomorrow"_s;
    block.colour = u"#12ab00"_s;
    block.link = u"https://example.org/?a=b&c"_s;
    block.path = Path::Offline;
    block.ml = true;
    bench.put(block);
    Element element = *bench.design().elements.find(b);
    element.order = std::numeric_limits<qint64>::min();
    bench.put(element);
    Requirement requirement;
    requirement.id = RequirementId::random();
    requirement.question = u"?"_s;
    bench.put(requirement);
    Board board = bench.design().board;
    board.title = u"Title"_s;
    bench.put(board);
    const QList<PenPoint> line{{{0, 0}, 1}, {{900, 300}, 255}, {{50, 800}, 128}};
    bench.make<ElementId>([&](Editor& editor) {
        return addStroke(editor, strokeThrough(line, StrokeTool::Highlighter, u"#e0a100"_s, 96));
    });
    bench.make<ElementId>([](Editor& editor) {
        Shape shape;
        shape.kind = ShapeKind::Ellipse;
        shape.text = u"线 \n \\"_s;
        shape.filled = true;
        shape.textSize = 97;
        shape.rect = {0, 4'000, 800, 800};
        return addShape(editor, shape);
    });
    bench.make<ElementId>([](Editor& editor) {
        return addImage(editor, picture(), {2'000, 4'000, 800, 800}, u"画"_s);
    });
    return bench.design();
}

} // namespace

class TestClipboard : public QObject {
    Q_OBJECT

    Design everything_ = everything();

private Q_SLOTS:
    void comesBackAsItWas() {
        const QByteArray data = toClipboard(everything_);
        const auto back = fromClipboard(data);
        QVERIFY2(back, back ? "" : qPrintable(back.error().sentence));
        QVERIFY(*back == everything_);
        QCOMPARE(back->assets.all(), everything_.assets.all());
        QCOMPARE(toClipboard(*back), data);
    }

    void idsAreStrings() {
        const QJsonObject root = QJsonDocument::fromJson(toClipboard(everything_)).object();
        QCOMPARE(root[u"format"_s].toString(), u"groundplan-elements"_s);
        QCOMPARE(root[u"version"_s].toInt(), 1);
        const QJsonObject connection = root[u"connection"_s].toArray().first().toObject();
        for (const QString& key : {u"id"_s, u"source"_s, u"target"_s})
            QVERIFY(connection[key].isString());
        QVERIFY(connection[u"route"_s].isString());
        const QJsonObject block = root[u"block"_s].toArray().first().toObject();
        QVERIFY(block[u"x"_s].isDouble());
        QCOMPARE(block.size(), 15);
    }

    void emptyIsFine() {
        const auto back = fromClipboard(toClipboard({}));
        QVERIFY(back);
        QVERIFY(*back == Design());
    }

    void anythingWrongIsOneSentence_data() {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("what");
        const auto changed = [&](const QString& table, const QString& key, const QJsonValue& value) {
            QJsonObject root = QJsonDocument::fromJson(toClipboard(everything_)).object();
            QJsonArray rows = root[table].toArray();
            QJsonObject row = rows[0].toObject();
            if (value.isUndefined())
                row.remove(key);
            else
                row[key] = value;
            rows[0] = row;
            root[table] = rows;
            return QJsonDocument(root).toJson(QJsonDocument::Compact);
        };
        const auto topLevel = [&](const QString& key, const QJsonValue& value) {
            QJsonObject root = QJsonDocument::fromJson(toClipboard(everything_)).object();
            root[key] = value;
            return QJsonDocument(root).toJson(QJsonDocument::Compact);
        };
        const QByteArray whole = toClipboard(everything_);
        QTest::newRow("nothing") << QByteArray() << u"at byte"_s;
        QTest::newRow("text") << QByteArray("hello") << u"at byte"_s;
        QTest::newRow("cut off") << whole.left(whole.size() / 2) << u"at byte"_s;
        QTest::newRow("a list") << QByteArray("[]")
                                << u"they do not say that they are of the format groundplan-elements"_s;
        QTest::newRow("other format") << topLevel(u"format"_s, u"x"_s) << u"they do not say"_s;
        QTest::newRow("newer version")
            << topLevel(u"version"_s, 2) << u"they are of version 2 and this program reads version 1"_s;
        QTest::newRow("no version") << topLevel(u"version"_s, QJsonValue()) << u"they are of version"_s;
        QTest::newRow("unknown table")
            << topLevel(u"strokes"_s, QJsonArray()) << u"“strokes” is not known to this program"_s;
        QTest::newRow("table of another sort") << topLevel(u"block"_s, 5) << u"“block” is no list"_s;
        QTest::newRow("row of another sort")
            << topLevel(u"block"_s, QJsonArray{1}) << u"row 1 of “block” has no “id”"_s;
        QTest::newRow("column missing")
            << changed(u"block"_s, u"title"_s, QJsonValue::Undefined) << u"row 1 of “block” has no “title”"_s;
        QTest::newRow("column unknown")
            << changed(u"block"_s, u"shadow"_s, 1)
            << u"row 1 of “block” has something that this program does not know"_s;
        QTest::newRow("text for a number")
            << changed(u"block"_s, u"x"_s, u"far"_s) << u"row 1 of “block” has a “x” that is out of range"_s;
        QTest::newRow("fraction") << changed(u"block"_s, u"x"_s, 0.5) << u"has a “x” that is out of range"_s;
        QTest::newRow("too far") << changed(u"block"_s, u"x"_s, 1e12) << u"has a “x” that is out of range"_s;
        QTest::newRow("too large") << changed(u"block"_s, u"w"_s, 100'000'000)
                                   << u"has a “w” that is out of range"_s;
        QTest::newRow("negative id") << changed(u"note"_s, u"id"_s, u"-4"_s)
                                     << u"has a “id” that is out of range"_s;
        QTest::newRow("id with zeros")
            << changed(u"note"_s, u"id"_s, u"007"_s) << u"has a “id” that is out of range"_s;
        QTest::newRow("unknown word")
            << changed(u"connection"_s, u"flow"_s, u"gossip"_s) << u"has a “flow” that is out of range"_s;
        QTest::newRow("number for a text")
            << changed(u"block"_s, u"title"_s, 5) << u"has a “title” that is out of range"_s;
        QTest::newRow("long title") << changed(u"block"_s, u"title"_s, QString(3000, u'x'))
                                    << u"has a “title” that is out of range"_s;
        QTest::newRow("cut points") << changed(u"stroke"_s, u"points"_s, u"AAAA"_s)
                                    << u"row 1 of “stroke” has a “points” that is out of range"_s;
        QTest::newRow("unknown tool") << changed(u"stroke"_s, u"tool"_s, u"crayon"_s)
                                      << u"row 1 of “stroke” has a “tool” that is out of range"_s;
        QTest::newRow("broad stroke") << changed(u"stroke"_s, u"width"_s, 801)
                                      << u"row 1 of “stroke” has a “width” that is out of range"_s;
        QTest::newRow("huge letters") << changed(u"shape"_s, u"text_size"_s, 8001)
                                      << u"row 1 of “shape” has a “text_size” that is out of range"_s;
        QTest::newRow("picture missing") << topLevel(u"asset"_s, QJsonArray()) << u"has lost its picture"_s;
        QTest::newRow("another picture")
            << topLevel(u"asset"_s, QJsonArray{u"AAAA"_s}) << u"has lost its picture"_s;
        QTest::newRow("picture of words") << topLevel(u"asset"_s, QJsonArray{u"a cat"_s})
                                          << u"one of their pictures cannot be read or is too large"_s;
        QTest::newRow("picture of 16 MB and a byte")
            << topLevel(u"asset"_s,
                        QJsonArray{QString::fromLatin1(QByteArray(limits::kAssetBytes + 1, 'x').toBase64())})
            << u"one of their pictures cannot be read or is too large"_s;
        QTest::newRow("slanted route")
            << changed(u"connection"_s, u"route"_s, u"AAAAAAAA"_s) << u"has a “route” that is out of range"_s;
        QTest::newRow("route of words") << changed(u"connection"_s, u"route"_s, u"up, then left"_s)
                                        << u"has a “route” that is out of range"_s;
        QTest::newRow("dangling end")
            << changed(u"connection"_s, u"source"_s, u"4"_s) << u"begins at an element that does not exist"_s;
        QTest::newRow("the same id twice")
            << topLevel(u"note"_s, QJsonArray{QJsonObject{{u"id"_s, u"4"_s},
                                                          {u"subject"_s, u"0"_s},
                                                          {u"kind"_s, u"risk"_s},
                                                          {u"text"_s, u""_s},
                                                          {u"ord"_s, u"0"_s}},
                                              QJsonObject{{u"id"_s, u"4"_s},
                                                          {u"subject"_s, u"0"_s},
                                                          {u"kind"_s, u"risk"_s},
                                                          {u"text"_s, u""_s},
                                                          {u"ord"_s, u"0"_s}}})
            << u"row 2 of “note” has the id of another one"_s;
        QTest::newRow("nested deep") << QByteArray(100'000, '[') << u"at byte"_s;
    }
    void anythingWrongIsOneSentence() {
        QFETCH(QByteArray, data);
        QFETCH(QString, what);
        const auto back = fromClipboard(data);
        QVERIFY(!back);
        QCOMPARE(back.error().code, ErrorCode::Unreadable);
        const QString sentence = back.error().sentence;
        QVERIFY2(sentence.contains(what), qPrintable(sentence));
        QVERIFY2(sentence.startsWith(u"The clipboard holds Groundplan elements that cannot be pasted: "_s),
                 qPrintable(sentence));
        QVERIFY2(sentence.endsWith(u"; copy them again."_s), qPrintable(sentence));
        QCOMPARE(sentence.count(u'\n'), 0);
    }

    /// Any single damaged byte gives a sound design or a sentence.
    void damagedBytes() {
        const QByteArray whole = toClipboard(everything_);
        for (qsizetype i = 0; i < whole.size(); i += 7) {
            QByteArray data = whole;
            data[i] = char(data[i] ^ (1 << (i % 7)));
            const auto back = fromClipboard(data);
            if (back)
                QCOMPARE(validate(*back), QStringList());
            else
                QVERIFY(!back.error().sentence.isEmpty());
        }
    }

    /// Into another document, and twice into the same: the bytes come along, once.
    void picturesArePastedWithTheirBytes() {
        const auto pasted = fromClipboard(toClipboard(
            selectionOf(everything_, {[&] { return everything_.images.sorted().first()->id; }()})));
        QVERIFY(pasted);
        QCOMPARE(pasted->assets.size(), 1);
        Workbench bench;
        for (int i = 0; i < 2; ++i) {
            bench.make<QSet<ElementId>>([&](Editor& editor) {
                return insertDesign(editor, *pasted, {i * 100, 0});
            });
        }
        QCOMPARE(bench.design().images.size(), 2);
        QCOMPARE(bench.design().assets.size(), 1);
        const auto reopened = Document::open(bench.document().path(), Document::Use::Reader);
        QVERIFY(reopened);
        for (const Image& image : (*reopened)->design().images) {
            QCOMPARE((*reopened)->design().assets.bytes(image.asset), picture());
            QCOMPARE(image.description, u"画"_s);
        }
        QVERIFY(bench.document().undo());
        QCOMPARE(bench.design().images.size(), 1);
    }

    /// What is not selected does not come along: no bytes of other pictures on the clipboard.
    void aSelectionHoldsOnlyItsPictures() {
        const Design part = selectionOf(everything_, {everything_.shapes.sorted().first()->id});
        QCOMPARE(part.shapes.size(), 1);
        QVERIFY(part.assets.isEmpty());
        QVERIFY(!toClipboard(part).contains("asset\":["));
    }

    void kindsOfTomorrowArePasted() {
        Workbench bench;
        const auto back = fromClipboard(toClipboard(everything_));
        QVERIFY(back);
        bench.make<QSet<ElementId>>([&](Editor& editor) { return insertDesign(editor, *back, {}); });
        QStringList kinds;
        for (const Block& block : bench.design().blocks)
            kinds << block.kind;
        kinds.sort();
        QCOMPARE(kinds, (QStringList{u"a-kind-of-tomorrow"_s, u"model"_s}));
    }
};

QTEST_GUILESS_MAIN(TestClipboard)
#include "test_clipboard.moc"
