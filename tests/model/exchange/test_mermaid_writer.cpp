#include "model/exchange/mermaid_writer.h"
#include "resources/resources.h"
#include "tests/model/graphviz/random_design.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

const Catalogue& catalogue() {
    static const Catalogue loaded = [] {
        initResources();
        return Catalogue::load(catalogueFolders({}));
    }();
    return loaded;
}

class Sample {
public:
    ElementId block(const QString& name, const QString& title, const QString& kind = u"block"_s) {
        Block row;
        row.id = element(ElementType::Block);
        row.name = name;
        row.title = title;
        row.kind = kind;
        row.rect = {0, 0, 800, 400};
        design.blocks.put(row);
        return row.id;
    }
    ElementId frame(const QString& name, const QString& title) {
        Frame row;
        row.id = element(ElementType::Frame);
        row.name = name;
        row.title = title;
        row.rect = {0, 0, 800, 400};
        design.frames.put(row);
        return row.id;
    }
    void into(ElementId id, ElementId parent) {
        Element row = design.elements.at(id);
        row.parent = parent;
        design.elements.put(row);
    }
    void connect(ElementId source, ElementId target, Flow flow = Flow::Request, const QString& label = {},
                 Direction direction = Direction::Forward) {
        Connection row;
        row.id = element(ElementType::Connection);
        row.source = source;
        row.target = target;
        row.flow = flow;
        row.label = label;
        row.direction = direction;
        design.connections.put(row);
    }
    Design design;

private:
    ElementId element(ElementType type) {
        Element row;
        row.id = ElementId(++last_);
        row.type = type;
        row.order = last_;
        design.elements.put(row);
        return row.id;
    }
    qint64 last_ = 0;
};

QByteArray labelOf(const QString& title) {
    Sample sample;
    sample.block(u"a"_s, title);
    const QByteArray text = writeMermaid(sample.design, {});
    const qsizetype begin = text.indexOf("a(") + 2;
    return text.mid(begin, text.indexOf(")\n", begin) - begin);
}

} // namespace

class TestMermaidWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDesign() {
        Sample s;
        s.design.board.title = u"Feed: \"for you\""_s;
        const ElementId online = s.frame(u"online"_s, u"Online path"_s);
        const ElementId ranker = s.block(u"ranker"_s, u"Ranker"_s, u"ranking"_s);
        const ElementId store = s.block(u"orders"_s, u"Orders"_s, u"database"_s);
        s.into(ranker, online);
        Block block = s.design.blocks.at(store);
        block.technology = u"PostgreSQL"_s;
        block.link = u"https://example.org/a b?q=\"x\"#part"_s;
        s.design.blocks.put(block);
        s.connect(store, ranker, Flow::Batch, u"daily"_s);
        s.connect(ranker, online, Flow::ModelArtifact, {}, Direction::Both);
        s.connect(ranker, store, Flow::Request, {}, Direction::None);
        s.connect(store, ranker, Flow::Batch);
        const QByteArray text = writeMermaid(s.design, catalogue());
        const KindGroup* models = catalogue().groupOfKind(u"ranking"_s);
        const KindGroup* storage = catalogue().groupOfKind(u"database"_s);
        QVERIFY(models && storage);
        for (
            const QByteArray& line :
            {QByteArray(
                 "---\ntitle: \"Feed: \\\"for you\\\"\"\n---\nflowchart LR\n    subgraph online[\"Online path\"]\n"),
             QByteArray("\n    end\n"), QByteArray("\n    orders[(\"Orders<br/>PostgreSQL\")]\n"),
             QByteArray("\n    orders -.->|\"daily\"| ranker\n"), QByteArray("\n    ranker <==> online\n"),
             QByteArray("\n    ranker --- orders\n"),
             QByteArray("\n    linkStyle 0,3 stroke-dasharray:9 5\n"),
             QByteArray("\n    linkStyle 1 stroke:#be185d,stroke-width:4.5px\n"),
             QByteArray("\n    classDef kind_ranking fill:" + models->tint.toUtf8()),
             QByteArray("\n    classDef kind_database fill:" + storage->tint.toUtf8()),
             QByteArray("\n    class orders kind_database\n"),
             QByteArray("\n    click orders href \"https://example.org/a%20b?q=%22x%22#part\" _blank\n")})
            QVERIFY2(text.contains(line),
                     qPrintable(QString::fromUtf8("not there: " + line + "\nin\n" + text)));
        QCOMPARE(writeMermaid(s.design, catalogue()), text);
    }

    /// As on the board.
    void whatTheTitleSaysIsNotSaidAgain() {
        Sample s;
        for (const QString& technology : {u"kafka"_s, u"Kafka Streams"_s}) {
            Block block = s.design.blocks.at(s.block(u"b_"_s + technology.first(5), u"Kafka"_s));
            block.technology = technology;
            s.design.blocks.put(block);
        }
        const QByteArray text = writeMermaid(s.design, {});
        QVERIFY2(text.contains("(\"Kafka\")\n"), text.constData());
        QVERIFY2(text.contains("(\"Kafka<br/>Kafka Streams\")\n"), text.constData());
    }

    void framesHaveTheirColours() {
        Sample s;
        Frame frame = s.design.frames.at(s.frame(u"online"_s, u"Online"_s));
        frame.colour = u"#b7791f"_s;
        s.design.frames.put(frame);
        s.into(s.block(u"ranker"_s, u"Ranker"_s), frame.id);
        const QByteArray text = writeMermaid(s.design, {});
        QVERIFY2(text.contains("\n    style online fill:#b7791f22,stroke:#b7791f\n"), text.constData());
    }

    void textsMeanNothingToMermaid_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QByteArray>("label");
        QTest::newRow("plain") << u"Feature store (Feast), p99 = 5 ms; v1.2"_s
                               << QByteArray("\"Feature store (Feast), p99 = 5 ms; v1.2\"");
        QTest::newRow("quotes") << u"a \"b\""_s << QByteArray("\"a #34;b#34;\"");
        QTest::newRow("html") << u"<img onerror=x> & #35;"_s
                              << QByteArray("\"#60;img onerror=x#62; #38; #35;35;\"");
        QTest::newRow("lines") << u"a\r\nb\\nc"_s << QByteArray("\"a<br/>b#92;nc\"");
        QTest::newRow("list") << u"1. First"_s << QByteArray("\"1#46; First\"");
        QTest::newRow("dashes") << u"- a-b"_s << QByteArray("\"#45; a-b\"");
        QTest::newRow("stars") << u"*a* `b` ~~c~~"_s
                               << QByteArray("\"#42;a#42; #96;b#96; #126;#126;c#126;#126;\"");
        QTest::newRow("underscores") << u"user_id _x_"_s << QByteArray("\"user_id #95;x#95;\"");
        QTest::newRow("directive") << u"%%{init}%%"_s << QByteArray("\"#37;#37;{init}#37;#37;\"");
        QTest::newRow("what Mermaid takes for a style")
            << u"style: #a;"_s << QByteArray("\"style#58; #35;a;\"");
        QTest::newRow("what Mermaid takes for a direction")
            << u"Traffic direction TB"_s << QByteArray("\"Traffic direction #84;B\"");
        QTest::newRow("directions") << u"Redirection\t LRU, direction\u00a0BTree, direction TD direction RL"_s
                                    << QByteArray("\"Redirection  #76;RU, direction\u00a0#66;Tree, "
                                                  "direction #84;D direction #82;L\"");
        QTest::newRow("no direction") << u"Direction LR, direction lr, directions LR, directionLR, LR"_s
                                      << QByteArray("\"Direction LR, direction lr, directions LR, "
                                                    "directionLR, LR\"");
        QTest::newRow("control") << u"a\tb\u0085c"_s << QByteArray("\"a b c\"");
    }
    void textsMeanNothingToMermaid() {
        QFETCH(const QString, title);
        QFETCH(const QByteArray, label);
        QCOMPARE(labelOf(title), label);
    }

    void noLineIsADirection() {
        Sample s;
        const ElementId frame = s.frame(u"f"_s, u"Traffic direction TB"_s);
        const ElementId block = s.block(u"direction"_s, u"LR"_s);
        s.into(block, frame);
        s.connect(block, frame, Flow::Request, u"direction\nLR direction  RL"_s);
        static const QRegularExpression statement(u"direction\\s+(TB|BT|RL|LR|TD)"_s,
                                                  QRegularExpression::UseUnicodePropertiesOption);
        const QString text = QString::fromUtf8(writeMermaid(s.design, catalogue()));
        QVERIFY2(!statement.match(text).hasMatch(), qPrintable(text));
    }

    void whatMermaidCounts() {
        Sample s;
        const ElementId a = s.block(u"a"_s, u"\u00e4"_s.repeated(30'000));
        const ElementId b = s.block(u"b"_s, u"B"_s);
        for (int i = 0; i < MermaidSize::kMostConnections; ++i)
            s.connect(a, b);
        const auto size = [&s] { return mermaidSize(s.design, writeMermaid(s.design, {})); };
        QCOMPARE(size().connections, 500);
        QVERIFY(size().characters > 30'000 && size().isShown());
        s.connect(a, b);
        QVERIFY(!size().isShown());
        Sample t;
        t.block(u"a"_s, u"x"_s.repeated(MermaidSize::kMostCharacters -
                                        int(sizeof "flowchart LR\n    a(\"\")\n") + 1));
        const auto whole = [&t] { return mermaidSize(t.design, writeMermaid(t.design, {})); };
        QCOMPARE(whole().characters, MermaidSize::kMostCharacters);
        QVERIFY(whole().isShown());
        t.block(u"b"_s, {});
        QVERIFY(!whole().isShown());
    }

    void anEmptyFrameThatIsConnectedToItselfIsANode() {
        Sample s;
        const ElementId empty = s.frame(u"f"_s, u"Serving"_s);
        const ElementId full = s.frame(u"g"_s, u"Training"_s);
        s.into(s.block(u"a"_s, u"A"_s), full);
        s.frame(u"h"_s, u"Later"_s);
        s.connect(empty, empty);
        s.connect(full, full);
        const QByteArray text = writeMermaid(s.design, catalogue());
        QVERIFY2(text.contains("\n    f[\"Serving\"]\n") && !text.contains("subgraph f["), text.constData());
        QVERIFY2(text.contains("\n    subgraph g[\"Training\"]\n") && text.contains("\n    subgraph h["),
                 text.constData());
        QVERIFY(text.contains("\n    f --> f\n") && text.contains("\n    class f,g,h frames\n"));
    }

    void namesThatAreWordsOfMermaid() {
        for (const QString& word :
             {u"end"_s, u"graph"_s, u"style"_s, u"click"_s, u"class"_s, u"x"_s, u"特征"_s, u"default"_s}) {
            Sample s;
            const ElementId id = s.block(word, u"T"_s);
            s.connect(id, id);
            const QByteArray text = writeMermaid(s.design, {});
            QVERIFY2(text.contains("\n    block_1(\"T\")\n    block_1 --> block_1\n"), text.constData());
        }
    }

    void onlyWebLinks() {
        Sample s;
        const ElementId id = s.block(u"a"_s, u"A"_s);
        for (const QString& link : {u"javascript:alert(1)"_s, u"file:///etc/passwd"_s, u"not a link"_s}) {
            Block block = s.design.blocks.at(id);
            block.link = link;
            s.design.blocks.put(block);
            QVERIFY2(!writeMermaid(s.design, {}).contains("click"), qPrintable(link));
        }
    }

    /// Every line is one of the few sorts that there are, whatever the texts hold.
    void anyTextKeepsItsPlace_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 60; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void anyTextKeepsItsPlace() {
        QFETCH(const quint32, seed);
        const Design design = RandomDesign(seed).make(12, 5, 24, 3, 4, 2);
        // Quotes, angle brackets, backslashes and backticks stand in no label but as references.
        static const QString plain = u"[^\"<>\\\\`\\x00-\\x1f]*"_s;
        static const QString label = u"\"%1(<br/>%1)*\""_s.arg(plain);
        static const QString name = u"[a-z][a-z0-9_]*"_s;
        static const QRegularExpression line(
            u"^(---|title: \".*\"|flowchart LR| +subgraph %1\\[%2\\]| +end| +%1[\\[({>/\\\\]+%2[\\])}/\\\\]+"
            "| +%1 <?[-=.]+>?(\\|%2\\|)? %1| +linkStyle [0-9,]+ [a-z0-9:#,. -]+"
            "| +classDef [a-z_,]+ [a-zA-Z0-9:#,]+| +class [a-z0-9_,]+ [a-z_]+| +style %1 [a-z0-9:#,]+"
            "| +click %1 href \"[^\" ]+\" _blank)$"_s.arg(name, label));
        QVERIFY(line.isValid());
        const QByteArray text = writeMermaid(design, catalogue());
        int connections = 0;
        for (const QByteArray& written : text.chopped(1).split('\n')) {
            QVERIFY2(line.match(QString::fromUtf8(written)).hasMatch(), written.constData());
            static const QRegularExpression connection(u"^ +%1 <?[-=.]+>?(\\|.*\\|)? %1$"_s.arg(name));
            connections += connection.match(QString::fromUtf8(written)).hasMatch();
        }
        QCOMPARE(connections, int(design.connections.size()));
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestMermaidWriter)
#include "test_mermaid_writer.moc"
