#include "model/graphviz/dot.h"
#include "tests/model/graphviz/differences.h"
#include "tests/model/graphviz/dot_samples.h"

#include "tests/sound_import.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// A stroke in a frame, two shapes and an image beside it.
Design sample() {
    Design design;
    design.elements.put(row(1, ElementType::Frame));
    design.frames.put({ElementId(1), u"online"_s, true, u"Online"_s, {}, {}, {0, 0, 4'800, 1'600}});
    putDrawings(design);
    return design;
}

} // namespace

/// Strokes, shapes and images in our own DOT, as written, and damaged.
class TestDrawnDot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawingsAreWrittenAsDescribed();
    void picturesAreWrittenOnce();
    void largePicturesAreSplit();
    void damagedDrawings_data();
    void damagedDrawings();

private:
    Import read(const QByteArray& dot) { return soundImport(readDot(dot, u"edited.dot"_s, {})); }
};

void TestDrawnDot::drawingsAreWrittenAsDescribed() {
    const QByteArray dot = writeDot(sample(), {});
    const QByteArray key = sample().assets.all().constBegin().key().toLatin1();
    for (const QByteArray& line : QByteArrayList{
             "\t\tgp_asset_" + key + "=bm90IHF1aXRlIGEgUE5H,\n",
             "\t\tstroke__9\t[gp_colour=\"#e0a100\",\n",
             "\t\t\tgp_points=\"0,65535 40000,0,7\",\n",
             "\t\t\tgp_stroke=highlighter,\n",
             "\t\t\tgp_width=12.125,\n",
             "\tshape__10\t[color=\"#336699\",\n",
             "\t\tgp_text=\"cold%0Apath?\",\n",
             "\t\tgp_text_size=12.5,\n",
             "\t\tlabel=\"cold\\npath?\",\n",
             "\timage__12\t[fixedsize=shape,\n",
             "\t\tgp_image=\"" + key + "\",\n",
         })
        QVERIFY2(dot.contains(line), line.constData());
}

/// Two images of one picture; and a picture that only an undo could bring back.
void TestDrawnDot::picturesAreWrittenOnce() {
    Design design = sample();
    Image again = *design.images.find(ElementId(12));
    again.id = ElementId(13);
    design.elements.put(row(13, ElementType::Image));
    design.images.put(again);
    design.assets.add("deleted");
    const QByteArray dot = writeDot(design, {});
    QCOMPARE(dot.count("gp_asset_"), 1);
    const Import import = read(dot);
    QCOMPARE(import.notTaken, QStringList());
    QCOMPARE(differences(design, import.design), QStringList());
    QCOMPARE(import.design.assets.size(), 1);
}

void TestDrawnDot::largePicturesAreSplit() {
    Design design = sample();
    QByteArray bytes(3'000'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char((i * i) >> 7);
    Image image = *design.images.find(ElementId(12));
    image.asset = design.assets.add(bytes);
    design.images.put(image);
    const QByteArray dot = writeDot(design, {});
    QCOMPARE(dot.count("gp_asset_"), 4'000'000 / 16'000);
    const Import import = read(dot);
    QCOMPARE(import.notTaken, QStringList());
    QCOMPARE(differences(design, import.design), QStringList());
    QCOMPARE(writeDot(import.design, {}), dot);
}

void TestDrawnDot::damagedDrawings_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to,
                        const QString& sentence) { QTest::newRow(name) << from << to << sentence; };
    row("tool", "gp_stroke=highlighter", "gp_stroke=crayon",
        u"The tool “crayon” of the drawn line “stroke__9” is not known; it became a pen."_s);
    row("a point of words", "0,65535 40000,0,7", "0,65535 here 40000,0,7",
        u"Points of the drawn line “stroke__9” that cannot be read and were left out: 1."_s);
    row("points out of range", "0,65535 40000,0,7", "0,65535 1,-1 1,65536 1,1,256 1 1,1,1,1 1,,1 40000,0,7",
        u"Points of the drawn line “stroke__9” that cannot be read and were left out: 6."_s);
    row("no point", "0,65535 40000,0,7", "up, then left",
        u"Of the drawn line “stroke__9” no point can be read; it was left out."_s);
    row("too many points", "0,65535 40000,0,7",
        QByteArray("1,1 ").repeated(8'000) + "\", gp_points_2=\"" + QByteArray("1,1 ").repeated(8'000) +
            "\", gp_points_3=\"" + QByteArray("1,1 ").repeated(4'001),
        u"Of the drawn line “stroke__9” the first 20,000 points were taken over."_s);
    row("width of words", "gp_width=12.125", "gp_width=broad",
        u"The gp_width of the drawn line “stroke__9” is no number of points up to 100 and was left out."_s);
    row("width out of range", "gp_width=12.125", "gp_width=1000000",
        u"The gp_width of the drawn line “stroke__9” is no number of points up to 100 and was left out."_s);
    row("colour", "gp_colour=\"#e0a100\"", "gp_colour=amber",
        u"The colour “amber” of the drawn line “stroke__9” is not written as #rrggbb and was left out."_s);
    row("form", "gp_shape=ellipse", "gp_shape=star",
        u"The form “star” of the shape “shape__10” is not known; it became a rectangle."_s);
    row("letters", "gp_text_size=12.5", "gp_text_size=1000.125",
        u"The gp_text_size of the shape “shape__10” is no number of points up to 1000 and was left out."_s);
    row("long text", "gp_text=\"cold%0Apath?\"", "gp_text=\"" + QByteArray(100'001, 'x') + "\"",
        u"A text of the shape “shape__10” is longer than 100,000 characters; the rest was left out: “x”"_s);
    const QByteArray bytes = "=bm90IHF1aXRlIGEgUE5H";
    row("no bytes", bytes, "=\"\"",
        u"The bytes of the picture “the whiteboard” are not there; a rectangle is in its place."_s);
    row("other bytes", bytes, "=bm90IHF1aXRlIGEgUE5G",
        u"The bytes of the picture “the whiteboard” are damaged; a rectangle is in its place."_s);
    row("no base64", bytes, "=\"bm90IHF1aXRlIGEgUE5H*\"",
        u"The bytes of the picture “the whiteboard” are damaged; a rectangle is in its place."_s);
    row("no key", "gp_image=\"" + sample().assets.all().constBegin().key().toLatin1(), "gp_image=\"../secret",
        u"The bytes of the picture “the whiteboard” are not there; a rectangle is in its place."_s);
    const QByteArray large(limits::kAssetBytes + 1, 'x');
    QByteArray split;
    const QByteArray key = Assets::keyOf(large).toLatin1();
    const QByteArray base64 = large.toBase64();
    for (qsizetype at = 0, part = 1; at < base64.size(); at += 200'000, ++part)
        split += "gp_asset_" + key + (part == 1 ? QByteArray() : '_' + QByteArray::number(part)) + "=\"" +
                 base64.mid(at, 200'000) + "\"\n";
    row("large bytes", "gp_image=\"" + sample().assets.all().constBegin().key().toLatin1(),
        "gp_image=\"" + key + "\", gp_other=\"%" + split,
        u"The file of the picture “the whiteboard” has more than 16 MB; a rectangle is in its place."_s);
}

/// One sentence; everything else stays, and what was damaged keeps its place, order and frame.
void TestDrawnDot::damagedDrawings() {
    QFETCH(const QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(const QString, sentence);
    QByteArray dot = writeDot(sample(), {});
    // Attributes of the graph stand in front of everything.
    if (const qsizetype graph = to.indexOf('%'); graph >= 0 && from.startsWith("gp_image")) {
        dot.insert(dot.indexOf('{') + 1, '\n' + to.mid(graph + 1));
        to = to.left(graph);
    }
    const Import import = read(edited(dot, from, to));
    QCOMPARE(import.notTaken, QStringList{sentence});
    const Design before = sample();
    const bool lost = sentence.contains(u"no point"_s);
    QCOMPARE(import.design.elements.size(), before.elements.size() - (lost ? 1 : 0));
    for (const Element& element : before.elements) {
        if (lost && element.type == ElementType::Stroke)
            continue;
        const Element* after = import.design.elements.find(element.id);
        QVERIFY(after);
        QCOMPARE(after->order, element.order);
        QCOMPARE(after->parent, element.parent);
        QCOMPARE(import.design.rectOf(element.id), before.rectOf(element.id));
    }
    if (sentence.contains(u"picture"_s))
        QCOMPARE(import.design.shapes.find(ElementId(12))->text, u"the whiteboard"_s);
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestDrawnDot)
#include "test_drawn_dot.moc"
