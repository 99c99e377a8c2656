#include "app/render/export_formats.h"
#include "app/render/svg_ids.h"
#include "app/render/svg_writer.h"
#include "tests/app/render/board_samples.h"
#include "tests/places.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace groundplan;
using samples::Builder;
using samples::rectOf;

namespace {

/// An element of a file as a reader of XML has it.
struct Node {
    QString name;
    QHash<QString, QString> attributes;
    QString text; ///< of itself, without what is in its children
    QList<Node> children = {};

    QString child(const QString& wanted) const {
        for (const Node& node : children) {
            if (node.name == wanted)
                return node.text;
        }
        return {};
    }
};

Node nodeFrom(QXmlStreamReader& reader) {
    Node node;
    node.name = reader.qualifiedName().toString();
    for (const QXmlStreamAttribute& attribute : reader.attributes())
        node.attributes.insert(attribute.qualifiedName().toString(), attribute.value().toString());
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            node.children.append(nodeFrom(reader));
            break;
        case QXmlStreamReader::EndElement:
            return node;
        case QXmlStreamReader::Characters:
            node.text += reader.text();
            break;
        default:
            break;
        }
    }
    return node;
}

/// The file's root; without a name when it is not well-formed.
Node rootOf(const QByteArray& svg) {
    QXmlStreamReader reader(svg);
    if (!reader.readNextStartElement())
        return {};
    Node root = nodeFrom(reader);
    while (!reader.atEnd())
        reader.readNext();
    if (reader.hasError()) {
        qWarning("line %lld: %s", reader.lineNumber(), qPrintable(reader.errorString()));
        return {};
    }
    return root;
}

void each(const Node& node, const std::function<void(const Node&)>& visit) {
    visit(node);
    for (const Node& child : node.children)
        each(child, visit);
}

QList<Node> allNamed(const Node& root, const QString& name) {
    QList<Node> found;
    each(root, [&](const Node& node) {
        if (node.name == name)
            found.append(node);
    });
    return found;
}

QHash<QString, Node> byId(const Node& root) {
    QHash<QString, Node> found;
    each(root, [&](const Node& node) {
        if (const QString id = node.attributes.value(u"id"_s); !id.isEmpty())
            found.insert(id, node);
    });
    return found;
}

QStringList textsIn(const Node& node) {
    QStringList texts;
    for (const Node& text : allNamed(node, u"text"_s))
        texts.append(text.text);
    return texts;
}

QImage pictureOf(QByteArray svg, QSize size) {
    // QtSvg takes a list of families for the name of one.
    svg.replace("font-family=\"Inter, ", "font-family=\"Inter\" class=\"");
    QSvgRenderer renderer(svg);
    if (!renderer.isValid())
        return {};
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    return image;
}

} // namespace

class TestSvg : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { catalogue_ = Catalogue::load({projectPath("templates/catalog")}); }
    void cleanup() { qunsetenv("SOURCE_DATE_EPOCH"); }

    void everyElementIsAGroup() {
        const Design design = named(samples::videoRecommendation());
        const Node root = rootOf(svg(design));
        QCOMPARE(root.name, u"svg"_s);
        const QHash<QString, Node> nodes = byId(root);
        const SvgIds ids(design);
        for (const Element& element : design.elements) {
            const QString id = ids.of(element.id);
            QVERIFY2(nodes.contains(id), qPrintable(id));
            QCOMPARE(nodes.value(id).name, u"g"_s);
            QCOMPARE(nodes.value(id).attributes.value(u"class"_s), QString(wordOf(element.type)));
            QVERIFY2(!nodes.value(id).child(u"title"_s).isEmpty(), qPrintable(id));
        }
        // Back to front, each layer a group.
        QStringList layers;
        for (const Node& child : root.children) {
            if (child.name == "g"_L1)
                layers.append(child.attributes.value(u"id"_s));
        }
        QCOMPARE(layers, (QStringList{u"layer-frames"_s, u"layer-connections"_s, u"layer-blocks"_s,
                                      u"layer-labels"_s}));
        QCOMPARE(nodes.value(u"layer-blocks"_s).children.size(), design.blocks.size() + design.cards.size());
    }

    void idsAreReadableAndUnique() {
        Builder b;
        const auto ranker = b.block("ranking", u"Ranker"_s, {}, rectOf(0, 0, 140, 60));
        const auto store = b.block("feature-store", u"Feature store"_s, {}, rectOf(300, 0, 140, 60));
        for (int i = 0; i < 3; ++i)
            b.connection(ranker, store, Flow::Request, {{140, 10.0 + 20 * i}, {300, 10.0 + 20 * i}}, u"x"_s);
        const auto back = b.connection(store, ranker, Flow::Request, {{300, 50}, {140, 50}});
        const auto sticky = b.card(CardKind::Text, u"Hello"_s, rectOf(0, 100, 140, 60));
        const Design design = named(b.design);
        const SvgIds ids(design);
        QCOMPARE(ids.of(ranker), u"ranker"_s);
        QCOMPARE(ids.of(store), u"feature_store"_s);
        QCOMPARE(ids.of(back), u"feature_store-to-ranker"_s);
        QCOMPARE(ids.of(sticky), u"card-7"_s);
        QStringList all;
        each(rootOf(svg(design)), [&](const Node& node) {
            if (const QString id = node.attributes.value(u"id"_s); !id.isEmpty())
                all.append(id);
        });
        for (const char* id : {"ranker-to-feature_store", "ranker-to-feature_store-2",
                               "ranker-to-feature_store-3", "ranker-to-feature_store-3-label"})
            QVERIFY2(all.contains(QString::fromLatin1(id)), id);
        const qsizetype count = all.size();
        all.removeDuplicates();
        QCOMPARE(all.size(), count);
    }

    /// Even two versions shown as one, with the same names, are told apart.
    void idsOfTwinsDiffer() {
        Builder b;
        const auto one = b.block("ranking", u"Ranker"_s, {}, rectOf(0, 0, 140, 60));
        const auto two = b.block("ranking", u"Ranker"_s, {}, rectOf(300, 0, 140, 60));
        for (const ElementId id : {one, two}) {
            Block block = b.design.blocks.at(id);
            block.name = u"ranker"_s;
            b.design.blocks.put(block);
        }
        const SvgIds ids(b.design);
        QCOMPARE(ids.of(one), u"ranker"_s);
        QCOMPARE(ids.of(two), u"ranker-2"_s);
    }

    void descriptionsSayWhatIsKnown() {
        Design design = named(samples::videoRecommendation());
        const ElementId id = idNamed(design, u"ranking"_s);
        Block block = design.blocks.at(id);
        block.description = u"Scores 300 candidates."_s;
        block.path = Path::Online;
        design.blocks.put(block);
        const QHash<QString, Node> nodes = byId(rootOf(svg(design)));
        const Node ranking = nodes.value(u"ranking"_s);
        QCOMPARE(ranking.child(u"title"_s), u"Ranking"_s);
        QCOMPARE(
            ranking.child(u"desc"_s).split(u'\n'),
            (QStringList{u"Ranking, deep model, GPU, machine learning, online"_s, u"Scores 300 candidates."_s,
                         u"Metric: p99 ≤ 60 ms, now 71 ms"_s, u"Metric: AUC ≥ 0.78"_s,
                         u"Decision: Which ranking model? Deep model: the gain pays for two GPUs; fall "
                         "back to boosting"_s,
                         u"Assumption: 300 candidates arrive sorted"_s}));
        QCOMPARE(nodes.value(u"retrieval-to-ranking"_s).child(u"title"_s), u"Retrieval to Ranking"_s);
        QCOMPARE(nodes.value(u"retrieval-to-ranking"_s).child(u"desc"_s), u"request\n300"_s);
        QCOMPARE(nodes.value(u"online_path"_s).child(u"desc"_s).split(u'\n'),
                 (QStringList{u"p99 ≤ 150 ms"_s, u"Remark: Two regions"_s}));
    }

    void textsAreTexts() {
        const Design design = named(samples::videoRecommendation());
        const Node root = rootOf(svg(design));
        const QStringList texts = textsIn(root);
        for (const Block& block : design.blocks)
            QVERIFY2(texts.contains(block.title) && texts.contains(block.technology),
                     qPrintable(block.title));
        for (const Connection& connection : design.connections)
            QVERIFY2(connection.label.isEmpty() || texts.contains(connection.label),
                     qPrintable(connection.label));
        QVERIFY(texts.contains(u"AUC ≥ 0.78"_s));
        const QStringList families = root.attributes.value(u"font-family"_s).split(u", "_s);
        // librsvg takes the digits of such a font, wherever it stands in the list.
        QVERIFY(families.filter(u"Emoji"_s).isEmpty());
        QCOMPARE(families.first(), u"Inter"_s);
        QCOMPARE(families.last(), u"sans-serif"_s);
        // Cards are rectangles, and icons are there once.
        const QHash<QString, Node> nodes = byId(root);
        QCOMPARE(allNamed(nodes.value(u"viewer_app"_s), u"rect"_s).first().attributes.value(u"rx"_s),
                 u"9.5"_s);
        QVERIFY(allNamed(nodes.value(u"viewer_app"_s), u"path"_s).isEmpty());
        QCOMPARE(allNamed(nodes.value(u"ranking"_s), u"use"_s).first().attributes.value(u"xlink:href"_s),
                 u"#icon.ranking"_s);
        QCOMPARE(allNamed(nodes.value(u"re_ranking"_s), u"use"_s).first().attributes.value(u"xlink:href"_s),
                 u"#icon.ranking"_s);
        QVERIFY(nodes.contains(u"icon.ranking"_s));
    }

    void anyTextIsWellFormed() {
        Design design = samples::nasty();
        const QString worst = u"a\u0001b\u0000c\uFFFEd\u0085<&>\"']]>"_s + QChar(0xD800) + u"e\U0001F680"_s;
        design.board.title = worst;
        for (const Block& row : QList<Block>(design.blocks.begin(), design.blocks.end())) {
            Block block = row;
            block.title += worst;
            block.technology += worst;
            block.description = worst;
            design.blocks.put(block);
        }
        for (const Card& row : QList<Card>(design.cards.begin(), design.cards.end())) {
            Card card = row;
            card.text += worst + u"\tend\n  \n"_s + worst;
            design.cards.put(card);
        }
        const QByteArray bytes = svg(design, worst);
        const Node root = rootOf(bytes);
        QCOMPARE(root.name, u"svg"_s);
        QCOMPARE(root.child(u"title"_s), u"a b c\uFFFDd <&>\"']]>\uFFFDe\U0001F680"_s);
        QVERIFY(bytes.contains("👨‍👩‍👧‍👦 family 🇩🇪") &&
                bytes.contains("特征存储平台"));
        QVERIFY(pictureOf(bytes, QSize(200, 200)).size() == QSize(200, 200));
    }

    void textFromTheRight() {
        Builder b;
        b.block("model", u"מאגר תכונות"_s, {}, rectOf(0, 0, 176, 64));
        b.block("model", u"a => b"_s, {}, rectOf(0, 100, 176, 64));
        b.block("model", u"a  b"_s, {}, rectOf(0, 200, 176, 64));
        const QList<Node> texts = allNamed(rootOf(svg(named(b.design))), u"text"_s);
        QCOMPARE(texts.size(), 3);
        QCOMPARE(texts[0].text, u"מאגר תכונות"_s);
        QCOMPARE(texts[0].attributes.value(u"direction"_s), u"rtl"_s);
        // Its place is its right end, where it begins.
        const double right = texts[0].attributes.value(u"x"_s).toDouble();
        QVERIFY2(right > 58 + 60, qPrintable(QString::number(right)));
        QVERIFY(texts[1].attributes.value(u"style"_s).contains("'calt' 0"_L1));
        QVERIFY(!texts[1].attributes.contains(u"direction"_s));
        QCOMPARE(texts[2].attributes.value(u"xml:space"_s), u"preserve"_s);
    }

    void linksAreAliveOnlyToTheWeb() {
        Builder b;
        const QList<std::pair<QString, QString>> links{
            {u"https://example.com/a?b=1&c=\"2\""_s, u"https://example.com/a?b=1&c=%222%22"_s},
            {u"mailto:team@example.com"_s, u"mailto:team@example.com"_s},
            {u"wiki.example.com/x"_s, u"http://wiki.example.com/x"_s},
            {u"javascript:alert(1)"_s, {}},
            {u" JavaScript:alert(1)"_s, {}},
            {u"data:text/html,x"_s, {}},
            {u"file:///etc/passwd"_s, {}},
            {u"/etc/passwd"_s, {}}};
        QList<ElementId> blocks;
        for (qsizetype i = 0; i < links.size(); ++i) {
            blocks.append(b.block("model", u"Block %1"_s.arg(i), {}, rectOf(0, double(i) * 100, 176, 64)));
            Block block = b.design.blocks.at(blocks.last());
            block.link = links[i].first;
            b.design.blocks.put(block);
        }
        const Design design = named(b.design);
        const QHash<QString, Node> nodes = byId(rootOf(svg(design)));
        for (qsizetype i = 0; i < links.size(); ++i) {
            const QList<Node> found = allNamed(nodes.value(SvgIds(design).of(blocks[i])), u"a"_s);
            QCOMPARE(found.isEmpty(), links[i].second.isEmpty());
            if (!found.isEmpty()) {
                QCOMPARE(found.first().attributes.value(u"href"_s), links[i].second);
                QVERIFY(textsIn(found.first()).contains(u"Block %1"_s.arg(i)));
            }
        }
        QVERIFY(!svg(design).contains("lert("));
    }

    /// The same picture as the PNG, as far as another renderer agrees.
    void looksLikeThePng_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void looksLikeThePng() {
        QFETCH(bool, dark);
        ExportRequest request;
        request.design = named(samples::videoRecommendation());
        request.dark = dark;
        request.scale = 1;
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(writePng(request, catalogue_, buffer).has_value());
        const QImage png = QImage::fromData(buffer.data(), "PNG");
        const QImage picture = pictureOf(bytesOf(request), png.size());
        int differing = 0;
        for (int y = 0; y < png.height(); ++y) {
            for (int x = 0; x < png.width(); ++x) {
                const QColor a = png.pixelColor(x, y), b = picture.pixelColor(x, y);
                differing += std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
                                 std::abs(a.blue() - b.blue()) >
                             120;
            }
        }
        const double share = double(differing) / (png.width() * png.height());
        QVERIFY2(share < 0.012, qPrintable(QString::number(share)));
    }

    void rootSaysWhatItIs() {
        Design design = named(samples::videoRecommendation());
        const Node root = rootOf(svg(design, u"Video & more"_s));
        QCOMPARE(root.attributes.value(u"role"_s), u"graphics-document document"_s);
        QCOMPARE(root.attributes.value(u"aria-label"_s), u"Video & more"_s);
        QCOMPARE(root.child(u"title"_s), u"Video & more"_s);
        QCOMPARE(root.child(u"desc"_s), design.board.task);
        const QStringList box = root.attributes.value(u"viewBox"_s).split(u' ');
        QCOMPARE(box.size(), 4);
        QCOMPARE(root.attributes.value(u"width"_s), box[2]);
        QCOMPARE(root.attributes.value(u"height"_s), box[3]);
    }

    void numbersAreShort() {
        QByteArray bytes = svg(named(samples::videoRecommendation()));
        bytes.replace("version=\"1.0\"", "");
        static const QRegularExpression kLong(u"[0-9]\\.[0-9]{3}|[0-9]\\.[0-9]?0\"|-0[^.]"_s);
        const auto match = kLong.match(QString::fromUtf8(bytes));
        QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    }

    void sameRequestSameBytes() {
        const Design design = named(samples::videoRecommendation());
        const QByteArray first = svg(design);
        qputenv("SOURCE_DATE_EPOCH", "1700000000");
        QCOMPARE(svg(design), first);
        qputenv("SOURCE_DATE_EPOCH", "1800000000");
        QCOMPARE(svg(named(samples::videoRecommendation())), first);
    }

    void metadataAndPlaceInAPage() {
        ExportRequest request;
        request.design = named(samples::videoRecommendation());
        request.author = u"A & B"_s;
        SvgOptions options;
        options.standalone = false;
        options.metadata = [] { return "<x:document xmlns:x=\"urn:x\">AAAA</x:document>"_ba; };
        const SvgFile file = svgOf(request, catalogue_, options);
        QVERIFY(file.head.starts_with("<svg "));
        const Node root = rootOf(QByteArray::fromStdString(file.head + file.body));
        const QList<Node> found = allNamed(root, u"metadata"_s);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().child(u"x:document"_s), u"AAAA"_s);
        QCOMPARE(allNamed(found.first(), u"dc:creator"_s).first().text, u"A & B"_s);
        QVERIFY(!svg(request.design).contains("<metadata"));
    }

    void aSelectionAlone() {
        ExportRequest request;
        request.design = named(samples::videoRecommendation());
        request.selection = QSet<ElementId>{idNamed(request.design, u"ranking"_s)};
        const QHash<QString, Node> nodes = byId(rootOf(bytesOf(request)));
        QVERIFY(nodes.contains(u"ranking"_s));
        QVERIFY(!nodes.contains(u"retrieval"_s) && !nodes.contains(u"layer-frames"_s));
    }

    void emptyBoard() {
        QCOMPARE(rootOf(svg({})).name, u"svg"_s);
        QVERIFY(svgPicture({}, catalogue_).isEmpty());
    }

    void clipboardHasNoGround() {
        const Design design = named(samples::videoRecommendation());
        const QByteArray bytes = svgPicture(design, catalogue_, u"Video"_s);
        QVERIFY(!bytes.contains("board-ground") && svg(design).contains("board-ground"));
        QCOMPARE(rootOf(bytes).child(u"title"_s), u"Video"_s);
    }

    void tenThousandBlocks() {
        const QByteArray bytes = svg(samples::grid(10'000));
        QVERIFY2(bytes.size() < 12'000'000, qPrintable(QString::number(bytes.size())));
    }

private:
    /// The samples' names are short numbers; here they are as the program gives them.
    static Design named(Design design) {
        const auto slug = [](const QString& title) {
            QString name = title.toLower();
            static const QRegularExpression kOther(u"[^a-z0-9]+"_s);
            return name.replace(kOther, u"_"_s);
        };
        for (const Block& row : QList<Block>(design.blocks.begin(), design.blocks.end())) {
            Block block = row;
            block.name = slug(block.title);
            design.blocks.put(block);
        }
        for (const Frame& row : QList<Frame>(design.frames.begin(), design.frames.end())) {
            Frame frame = row;
            frame.name = slug(frame.title);
            design.frames.put(frame);
        }
        return design;
    }

    static ElementId idNamed(const Design& design, const QString& name) {
        for (const Block& block : design.blocks) {
            if (block.name == name)
                return block.id;
        }
        return {};
    }

    QByteArray bytesOf(const ExportRequest& request) const {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        if (const auto done = exportDesign(request, u"svg"_s, catalogue_, buffer); !done)
            qWarning("%s", qPrintable(done.error().sentence));
        return buffer.data();
    }

    QByteArray svg(const Design& design, const QString& title = {}) const {
        ExportRequest request;
        request.design = design;
        request.title = title;
        return bytesOf(request);
    }

    Catalogue catalogue_;
};

QTEST_MAIN(TestSvg)
#include "test_svg.moc"
