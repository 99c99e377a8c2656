#include "model/design/catalogue.h"

#include "resources/resources.h"
#include "tests/places.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

/// The kinds of the issue, group by group.
const QHash<QString, QStringList>& promisedKinds() {
    static const QHash<QString, QStringList> kinds{
        {u"sources"_s,
         {u"data-source"_s, u"event-stream"_s, u"user-client"_s, u"third-party-data"_s, u"human-labels"_s}},
        {u"ingest-and-storage"_s,
         {u"ingestion"_s, u"message-queue"_s, u"object-storage"_s, u"database"_s, u"data-warehouse"_s,
          u"vector-index"_s, u"cache"_s, u"data-versioning"_s}},
        {u"data-work"_s,
         {u"batch-transform"_s, u"stream-transform"_s, u"data-validation"_s, u"labelling"_s, u"sampling"_s,
          u"feature-engineering"_s}},
        {u"features"_s, {u"feature-store"_s, u"embedding"_s}},
        {u"model"_s,
         {u"baseline"_s, u"model"_s, u"training"_s, u"tuning"_s, u"experiment-tracking"_s,
          u"model-registry"_s, u"evaluation"_s}},
        {u"serving"_s,
         {u"api-gateway"_s, u"load-balancer"_s, u"batch-prediction"_s, u"online-prediction"_s, u"retrieval"_s,
          u"ranking"_s, u"edge-device"_s, u"model-compression"_s}},
        {u"release-and-watch"_s,
         {u"ab-test"_s, u"canary"_s, u"shadow"_s, u"ci-cd"_s, u"logging"_s, u"monitoring"_s, u"alerting"_s,
          u"feedback"_s, u"retraining-trigger"_s}},
        {u"platform"_s,
         {u"orchestration"_s, u"cluster"_s, u"human-in-the-loop"_s, u"access-control"_s, u"block"_s}},
    };
    return kinds;
}

QString sourceFolder() {
    return projectPath("templates/catalog");
}

const Catalogue& shipped() {
    static QStringList problems;
    static const Catalogue catalogue = Catalogue::load({sourceFolder()}, &problems);
    return catalogue;
}

/// A folder of catalogue files for one test.
class Folder {
public:
    explicit Folder(const QHash<QString, QByteArray>& files) {
        for (auto it = files.begin(); it != files.end(); ++it)
            write(it.key(), it.value());
    }
    void write(const QString& name, const QByteArray& text) {
        QDir().mkpath(QFileInfo(dir_.filePath(name)).path());
        QFile file(dir_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    QString path() const { return dir_.path(); }
    /// A sentence in which the folder's own name is left out.
    QString plain(QString sentence) const { return sentence.replace(dir_.path() + u'/', QString{}); }

private:
    QTemporaryDir dir_;
};

/// JSON written with single quotes.
QByteArray json(const char* text) {
    return QByteArray(text).replace('\'', '"');
}

const QByteArray kGroups = json("{'groups': [ {'name': 'stores', 'title': 'Stores', 'strong': '#111111', "
                                "'tint': '#222222', 'strongDark': '#333333', 'tintDark': '#444444'} ]}");
const QByteArray kKind =
    json("{'name': 'shed', 'title': 'Shed', 'description': 'A shed.', 'group': 'stores'}");
const QByteArray kSvg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'/>";

QString nameOrNone(const Kind* kind) {
    return kind ? kind->name : u"none"_s;
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shippedFilesHaveNoProblem() {
        QStringList problems;
        Catalogue::load({sourceFolder()}, &problems);
        QCOMPARE(problems, QStringList());
    }

    void everyPromisedKindIsThere() {
        const QStringList order{
            u"sources"_s, u"ingest-and-storage"_s, u"data-work"_s, u"features"_s, u"model"_s,
            u"serving"_s, u"release-and-watch"_s,  u"platform"_s};
        QStringList groups;
        for (const KindGroup& group : shipped().groups())
            groups << group.name;
        QCOMPARE(groups, order);

        QStringList promised;
        for (const QString& group : order) {
            promised << promisedKinds().value(group);
            for (const QString& name : promisedKinds().value(group)) {
                const Kind* kind = shipped().kind(name);
                QVERIFY2(kind, qPrintable(name));
                QCOMPARE(kind->group, group);
                QCOMPARE(shipped().groupOfKind(name), shipped().group(group));
            }
        }
        QStringList names;
        for (const Kind& kind : shipped().kinds())
            names << kind.name;
        QCOMPARE(names, promised); // the palette's order is the files'
    }

    void everyKindHasEverything_data() {
        QTest::addColumn<QString>("name");
        for (const Kind& kind : shipped().kinds())
            QTest::newRow(qPrintable(kind.name)) << kind.name;
    }
    void everyKindHasEverything() {
        QFETCH(QString, name);
        const Kind& kind = *shipped().kind(name);
        const QString title = kind.title.in(u"en"_s);
        const QString description = kind.description.in(u"en"_s);
        QVERIFY(!title.isEmpty() && title.size() <= 24);
        QVERIFY(title.front().isUpper());
        QVERIFY2(description.size() >= 30 && description.size() <= 120, qPrintable(description));
        QVERIFY(description.endsWith(u'.') && !description.contains(u'\n'));
        QVERIFY(description.front().isUpper());
        QVERIFY(!kind.dotShape.isEmpty());
        QVERIFY(!kind.aliases.isEmpty());
        for (const QString& alias : kind.aliases)
            QCOMPARE(alias, alias.toLower());
        QCOMPARE(kind.aliases.size(), QSet<QString>(kind.aliases.begin(), kind.aliases.end()).size());
        QVERIFY(name == "block"_L1 || kind.technologies.size() >= 3);
        // Its own icon, not the general one.
        QCOMPARE(kind.icon, sourceFolder() + u"/icons/"_s + name + u".svg"_s);
        // It can be told from the others of its group without colour.
        for (const Kind& other : shipped().kinds()) {
            if (other.group == kind.group && other.name != kind.name)
                QVERIFY2(other.dotShape != kind.dotShape, qPrintable(other.name));
        }
        QCOMPARE(nameOrNone(shipped().guess(title)), name);
        QCOMPARE(nameOrNone(shipped().guess(name)), name);
    }

    void noTwoKindsHaveTheSameAlias() {
        QHash<QString, QString> ownerOf;
        for (const Kind& kind : shipped().kinds()) {
            for (const QString& alias : kind.aliases) {
                QVERIFY2(!ownerOf.contains(alias), qPrintable(alias));
                ownerOf.insert(alias, kind.name);
                QCOMPARE(nameOrNone(shipped().guess(alias)), kind.name);
            }
        }
    }

    void iconsAreLineDrawingsThatParse_data() {
        QTest::addColumn<QString>("path");
        const QDir icons(sourceFolder() + u"/icons"_s);
        for (const QString& file : icons.entryList(QDir::Files))
            QTest::newRow(qPrintable(file)) << icons.filePath(file);
    }
    void iconsAreLineDrawingsThatParse() {
        QFETCH(QString, path);
        const QString name = QFileInfo(path).completeBaseName();
        QVERIFY2(shipped().kind(name), "an icon that no kind uses");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.name(), u"svg");
        QCOMPARE(xml.attributes().value(u"viewBox"_s), u"0 0 24 24");
        QCOMPARE(xml.attributes().value(u"fill"_s), u"none");
        QCOMPARE(xml.attributes().value(u"stroke"_s), u"currentColor");
        QCOMPARE(xml.attributes().value(u"stroke-width"_s), u"1.8");
        QCOMPARE(xml.attributes().value(u"stroke-linecap"_s), u"round");
        QCOMPARE(xml.attributes().value(u"stroke-linejoin"_s), u"round");
        const QHash<QString, QStringList> allowed{
            {u"path"_s, {u"d"_s}},
            {u"circle"_s, {u"cx"_s, u"cy"_s, u"r"_s}},
            {u"rect"_s, {u"x"_s, u"y"_s, u"width"_s, u"height"_s, u"rx"_s}},
            {u"line"_s, {u"x1"_s, u"y1"_s, u"x2"_s, u"y2"_s}}};
        int shapes = 0;
        while (xml.readNextStartElement()) {
            const QString element = xml.name().toString();
            QVERIFY2(allowed.contains(element), qPrintable(element));
            for (const QXmlStreamAttribute& attribute : xml.attributes())
                QVERIFY2(allowed.value(element).contains(attribute.name()),
                         qPrintable(attribute.name().toString()));
            ++shapes;
            xml.skipCurrentElement();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(shapes > 0);
    }

    void noTwoIconsAreTheSame() {
        QSet<QByteArray> pictures;
        for (const Kind& kind : shipped().kinds()) {
            QFile file(kind.icon);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray picture = file.readAll();
            QVERIFY2(!pictures.contains(picture), qPrintable(kind.name));
            pictures.insert(picture);
        }
    }

    void coloursAreThoseOfTheLook() {
        const KindGroup& first = shipped().groups().first();
        QCOMPARE(first.strong, u"#0F766E"_s);
        QCOMPARE(first.tint, u"#CFF3EC"_s);
        QCOMPARE(first.strongDark, u"#5EEAD4"_s);
        QCOMPARE(first.tintDark, u"#12332F"_s);
        QCOMPARE(shipped().group(u"platform"_s)->strong, u"#475569"_s);
    }

    void mlAndPathAreSensible() {
        QVERIFY(shipped().kind(u"ranking"_s)->ml);
        QVERIFY(shipped().kind(u"model"_s)->ml);
        QVERIFY(!shipped().kind(u"database"_s)->ml);
        QVERIFY(!shipped().kind(u"baseline"_s)->ml);
        QCOMPARE(shipped().kind(u"online-prediction"_s)->path, Path::Online);
        QCOMPARE(shipped().kind(u"training"_s)->path, Path::Offline);
        QCOMPARE(shipped().kind(u"feature-store"_s)->path, Path::Unset);
    }

    void theProgramCarriesTheSameCatalogue() {
        initResources();
        QStringList problems;
        const Catalogue inside = Catalogue::load({templatesFolder(u"catalog"_s)}, &problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(inside.kinds().size(), shipped().kinds().size());
        QCOMPARE(inside.kind(u"cache"_s)->icon, u":/templates/catalog/icons/cache.svg"_s);
        QVERIFY(QFile::exists(inside.kind(u"cache"_s)->icon));
        QVERIFY(QFile::exists(u":/icons/groundplan.svg"_s));
    }

    void guess_data() {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* label, const char* kind) {
            QTest::newRow(label) << QString::fromUtf8(label) << QString::fromLatin1(kind);
        };
        row("A B", "none");
        row("a b c", "none");
        row("A/B", "ab-test");
        row("A/B test", "ab-test");
        row("Kafka", "event-stream");
        row("kafka\\ntopic", "event-stream");
        row("user-events topic", "event-stream");
        row("Click events", "event-stream");
        row("RabbitMQ", "message-queue");
        row("job queue", "message-queue");
        row("S3 data lake", "object-storage");
        row("s3://raw-events/", "event-stream"); // the last word says what is in it
        row("Data lake", "object-storage");
        row("Feast", "feature-store");
        row("FeatureStore", "feature-store");
        row("VideoRankerV2", "ranking");
        row("myKafkaTopic", "event-stream");
        row("feature_store", "feature-store");
        row("Feature Stores", "feature-store");
        row("online features", "feature-store");
        row("Redis cache", "cache");
        row("Redis", "cache");
        row("PostgreSQL", "database");
        row("postgres", "database");
        row("Users DB", "database");
        row("User", "user-client");
        row("mobile app", "user-client");
        row("ranker", "ranking");
        row("Heavy Ranker (GPU)", "ranking");
        row("Re-ranking", "ranking");
        row("xgboost model", "model");
        row("XGBoost", "model");
        row("BERT", "model");
        row("CTR prediction model", "ranking");
        row("candidate generation", "retrieval");
        row("ANN index", "vector-index");
        row("FAISS", "vector-index");
        row("Spark ETL", "batch-transform");
        row("Flink job", "stream-transform");
        row("Great Expectations", "data-validation");
        row("model training", "training");
        row("Airflow", "orchestration");
        row("MLflow", "experiment-tracking");
        row("MLflow model registry", "model-registry");
        row("Optuna", "tuning");
        row("Triton", "online-prediction");
        row("recommendation service", "online-prediction");
        row("API", "api-gateway");
        row("Nginx", "load-balancer");
        row("Prometheus + Grafana", "monitoring");
        row("drift detection", "monitoring");
        row("PagerDuty", "alerting");
        row("A/B testing", "ab-test");
        row("Human review queue", "human-in-the-loop");
        row("Kubernetes", "cluster");
        row("BigQuery", "data-warehouse");
        row("k8s", "cluster");
        row("Elasticsearch", "database");
        row("DVC", "data-versioning");
        row("TFLite", "edge-device");
        row("labels", "human-labels");
        row("annotation", "labelling");
        row("Nightly batch scoring", "batch-prediction");
        row("", "none");
        row("  \n", "none");
        row("→ ?!", "none");
        row("n42", "none");
        row("Zebra", "none");
        row("кэш", "none");
        row("scapegoat", "none"); // holds "cape" and "goat", no word of ours
    }
    void guess() {
        QFETCH(QString, label);
        QFETCH(QString, kind);
        QCOMPARE(nameOrNone(shipped().guess(label)), kind);
    }

    void guessOfALongTextIsQuick() {
        const QString text = QString(u"lorem ipsum dolor "_s).repeated(50'000) + u"kafka"_s;
        QBENCHMARK_ONCE {
            QCOMPARE(shipped().guess(text), nullptr);
        }
    }

    void shapesMeanSomethingOnlyWhereTheyDo() {
        QCOMPARE(nameOrNone(shipped().guessByShape(u"cylinder"_s)), u"database"_s);
        QCOMPARE(nameOrNone(shipped().guessByShape(u"folder"_s)), u"object-storage"_s);
        QCOMPARE(nameOrNone(shipped().guessByShape(u"ellipse"_s)), u"none"_s);
        QCOMPARE(nameOrNone(shipped().guessByShape(u"box"_s)), u"none"_s);
        QCOMPARE(nameOrNone(shipped().guessByShape(u""_s)), u"none"_s);
    }

    void search_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("first");
        const auto row = [](const char* text, const QStringList& first) {
            QTest::newRow(text) << QString::fromUtf8(text) << first;
        };
        row("model", {u"model"_s, u"model-registry"_s, u"model-compression"_s});
        row("feature", {u"feature-engineering"_s, u"feature-store"_s});
        row("store feature", {u"feature-store"_s});
        row("kafka", {u"event-stream"_s});
        row("REDIS", {u"cache"_s});
        row("ab", {u"ab-test"_s});
        row("  Vector   Index ", {u"vector-index"_s});
        row("bandit", {u"ab-test"_s});
        row("zebra", {});
    }
    void search() {
        QFETCH(QString, text);
        QFETCH(QStringList, first);
        QStringList found;
        for (const Kind* kind : shipped().search(text, u"en"_s))
            found << kind->name;
        if (first.isEmpty())
            QCOMPARE(found, QStringList());
        else
            QCOMPARE(found.mid(0, first.size()), first);
    }

    void emptySearchFindsAllInPaletteOrder() {
        const auto all = shipped().search(QString(), u"en"_s);
        QCOMPARE(all.size(), shipped().kinds().size());
        for (qsizetype i = 0; i < all.size(); ++i)
            QCOMPARE(all.at(i), &shipped().kinds().at(i));
    }

    void localTextFallsBack() {
        const LocalText text({{u"en"_s, u"Cache"_s}, {u"pt"_s, u"Memória"_s}});
        QCOMPARE(text.in(u"pt_BR"_s), u"Memória"_s);
        QCOMPARE(text.in(u"pt"_s), u"Memória"_s);
        QCOMPARE(text.in(u"ja"_s), u"Cache"_s);
        QCOMPARE(LocalText({{u"zh"_s, u"缓存"_s}, {u"ru"_s, u"Кэш"_s}}).in(u"en"_s), u"Кэш"_s);
        QCOMPARE(LocalText().in(u"en"_s), QString());
    }

    void textsInLanguagesAndBareStrings() {
        const Folder folder(
            {{u"groups.json"_s, kGroups},
             {u"icons/block.svg"_s, kSvg},
             {u"a.json"_s, json("{'kinds': [{'name': 'shed', 'title': {'en': 'Shed', 'de': 'Schuppen'}, "
                                "'description': 'Keeps rakes.', 'group': 'stores', 'icon': 'block'}]}")}});
        QStringList problems;
        const Catalogue catalogue = Catalogue::load({folder.path()}, &problems);
        QCOMPARE(problems, QStringList());
        const Kind& shed = *catalogue.kind(u"shed"_s);
        QCOMPARE(shed.title.in(u"de_AT"_s), u"Schuppen"_s);
        QCOMPARE(shed.description.in(u"de"_s), u"Keeps rakes."_s);
        QCOMPARE(shed.dotShape, u"box"_s);
        QCOMPARE(shed.path, Path::Unset);
        QCOMPARE(shed.ml, false);
        QCOMPARE(nameOrNone(catalogue.guess(u"schuppen"_s)), u"shed"_s);
    }

    void ownFolderAddsAndReplaces() {
        const Folder own(
            {{u"mine.json"_s,
              json("{'groups': [{'name': 'farm', 'title': 'Farm', 'strong': '#101010', 'tint': '#202020', "
                   "'strongDark': '#303030', 'tintDark': '#404040'}], 'kinds': [ {'name': 'cache', 'title': "
                   "'Our cache', 'description': 'Ours.', 'group': 'ingest-and-storage', 'technologies': "
                   "['Hazelcast']}, {'name': 'silo', 'title': 'Silo', 'description': 'Holds grain.', "
                   "'group': 'farm', 'icon': 'silo', 'path': 'offline', 'ml': true, 'dotShape': 'cylinder', "
                   "'aliases': ['Granary']}]}")},
             {u"icons/silo.svg"_s, kSvg}});
        QStringList problems;
        const Catalogue catalogue = Catalogue::load({sourceFolder(), own.path()}, &problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(catalogue.kinds().size(), shipped().kinds().size() + 1);
        const Kind& cache = *catalogue.kind(u"cache"_s);
        QCOMPARE(cache.title.in(u"en"_s), u"Our cache"_s);
        QCOMPARE(cache.icon, sourceFolder() + u"/icons/cache.svg"_s); // the earlier folder's icon serves
        QCOMPARE(cache.technologies, QStringList{u"Hazelcast"_s});
        QCOMPARE(&cache - catalogue.kinds().constData(), // its place in the palette
                 shipped().kind(u"cache"_s) - shipped().kinds().constData());
        const Kind& silo = *catalogue.kind(u"silo"_s);
        QCOMPARE(silo.icon, own.path() + u"/icons/silo.svg"_s);
        QCOMPARE(silo.path, Path::Offline);
        QVERIFY(silo.ml);
        QCOMPARE(silo.aliases, QStringList{u"granary"_s});
        QCOMPARE(catalogue.groupOfKind(u"silo"_s)->tintDark, u"#404040"_s);
        QCOMPARE(nameOrNone(catalogue.guess(u"hazelcast"_s)), u"cache"_s);
    }

    /// Each row: one file beside sound ones, the exact sentence (without the folder), and whether `shed`
    /// still loads.
    void problems_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<bool>("loads");
        const auto kind = [](const QByteArray& more) {
            return json("{'kinds': [{'name': 'shed', 'title': 'Shed', 'description': 'A shed.', 'group': "
                        "'stores'") +
                   QByteArray(more.isEmpty() ? "" : ", ") + more + "}]}";
        };
        QTest::newRow("sound") << kind("") << QString() << true;
        QTest::newRow("broken JSON, third line")
            << QByteArray("{\"kinds\": [\n" + kKind + ",\n {\"name\" \"x\"}]}")
            << u"x.json, line 3: this is not valid JSON (missing name separator); the file was left out."_s
            << false;
        QTest::newRow("cut off")
            << QByteArray("{\"kinds\": [\n\n")
            << u"x.json, line 3: this is not valid JSON (unterminated array); the file was left out."_s
            << false;
        QTest::newRow("empty")
            << QByteArray()
            << u"x.json, line 1: this is not valid JSON (illegal value); the file was left out."_s << false;
        QTest::newRow("a list") << QByteArray("[]")
                                << u"x.json does not hold a JSON object; the file was left out."_s << false;
        QTest::newRow("unknown key")
            << kind("\"color\": \"red\"")
            << u"x.json, kind “shed”, key “color”: there is no such key; it was passed over."_s << true;
        QTest::newRow("unknown key at the top")
            << json("{'kind': [], 'kinds': []}")
            << u"x.json, top level, key “kind”: there is no such key; it was passed over."_s << false;
        QTest::newRow("kinds is no list")
            << json("{'kinds': {}}") << u"x.json, top level, key “kinds”: the value is not a list."_s
            << false;
        QTest::newRow("no title")
            << json("{'kinds': [{'name': 'shed', 'description': 'A.', 'group': 'stores'}]}")
            << u"x.json, kind “shed”: the key “title” is missing."_s << false;
        QTest::newRow("no name") << json(
                                        "{'kinds': [{'title': 'S', 'description': 'A.', 'group': 'stores'}]}")
                                 << u"x.json, kind 1: the key “name” is missing."_s << false;
        QTest::newRow("bad name")
            << QByteArray(json(
                   "{'kinds': [{'name': '../Shed', 'title': 'S', 'description': 'A.', 'group': 'stores'}]}"))
            << u"x.json, kind 1, key “name”: “../Shed” is not a name of lower-case letters, digits and hyphens."_s
            << false;
        QTest::newRow("twice")
            << QByteArray("{\"kinds\": [" + kKind + "," + kKind + "]}")
            << u"x.json, kind “shed”, key “name”: this name was given before in this folder; the second one was left out."_s
            << true;
        QTest::newRow("ml is a word")
            << kind("\"ml\": \"yes\"")
            << u"x.json, kind “shed”, key “ml”: the value is neither true nor false."_s << false;
        QTest::newRow("path")
            << kind("\"path\": \"nearline\"")
            << u"x.json, kind “shed”, key “path”: “nearline” is not one of the words it may be: unset, online, offline."_s
            << false;
        QTest::newRow("flow")
            << kind("\"flowIn\": \"water\"")
            << u"x.json, kind “shed”, key “flowIn”: “water” is not one of the words it may be: request, stream, batch, training-data, model-artifact, feedback, telemetry."_s
            << false;
        QTest::newRow("empty title")
            << json("{'kinds': [{'name': 'shed', 'title': '', 'description': 'A.', 'group': 'stores'}]}")
            << u"x.json, kind “shed”, key “title”: the value is neither a text nor an object with a text for each language."_s
            << false;
        QTest::newRow("shape")
            << kind("\"dotShape\": \"blob\"")
            << u"x.json, kind “shed”, key “dotShape”: “blob” is not a node shape of Graphviz."_s << false;
        QTest::newRow("aliases") << kind("\"aliases\": [\"a\", 2]")
                                 << u"x.json, kind “shed”, key “aliases”: the value is not a list of texts."_s
                                 << false;
        QTest::newRow("technologies")
            << kind("\"technologies\": \"Rake\"")
            << u"x.json, kind “shed”, key “technologies”: the value is not a list of texts."_s << false;
        QTest::newRow("title is a number")
            << QByteArray(
                   json("{'kinds': [{'name': 'shed', 'title': 7, 'description': 'A.', 'group': 'stores'}]}"))
            << u"x.json, kind “shed”, key “title”: the value is neither a text nor an object with a text for each language."_s
            << false;
        QTest::newRow("group")
            << json("{'kinds': [{'name': 'shed', 'title': 'S', 'description': 'A.', 'group': 'x'}]}")
            << u"x.json, kind “shed”, key “group”: “x” is no group of the catalogue; the kind was left out."_s
            << false;
        QTest::newRow("product of no kind")
            << json("{'products': [{'name': 'Rake', 'kind': 'tools'}]}")
            << u"x.json, product “Rake”, key “kind”: “tools” is no kind of the catalogue; the product was left out."_s
            << false;
        QTest::newRow("product without a kind")
            << json("{'products': [{'name': 'Rake'}]}") << u"x.json, product 1: the key “kind” is missing."_s
            << false;
        QTest::newRow("abbreviations")
            << json("{'abbreviations': 'LLM'}")
            << u"x.json, top level, key “abbreviations”: the value is not a list of texts."_s << false;
        QTest::newRow("icon")
            << kind("\"icon\": \"rake\"")
            << u"x.json, kind “shed”, key “icon”: there is no icons/rake.svg; a general icon is shown."_s
            << true;
        QTest::newRow("icon elsewhere")
            << kind("\"icon\": \"../icons/shed\"")
            << u"x.json, kind “shed”, key “icon”: there is no icons/../icons/shed.svg; a general icon is shown."_s
            << true;
        QTest::newRow("colour")
            << QByteArray(json("{'groups': [{'name': 'y', 'title': 'Y', 'strong': 'red', 'tint': '#222222', "
                               "'strongDark': '#333333', 'tintDark': '#444444'}]}"))
            << u"x.json, group “y”, key “strong”: “red” is not a colour such as #1d4ed8."_s << false;
    }
    void problems() {
        QFETCH(QByteArray, file);
        QFETCH(QString, sentence);
        QFETCH(bool, loads);
        const Folder folder(
            {{u"groups.json"_s, kGroups},
             {u"rest.json"_s, QByteArray("{\"kinds\": [") + QByteArray(kKind).replace("shed", "barn") + "]}"},
             {u"x.json"_s, file},
             {u"icons/block.svg"_s, kSvg},
             {u"icons/shed.svg"_s, kSvg},
             {u"icons/barn.svg"_s, kSvg}});
        QStringList problems;
        const Catalogue catalogue = Catalogue::load({folder.path()}, &problems);
        QCOMPARE(folder.plain(problems.join(u'|')), sentence);
        QCOMPARE(catalogue.kind(u"shed"_s) != nullptr, loads);
        QVERIFY(catalogue.kind(u"barn"_s)); // the rest still loads
        for (const Kind& kind : catalogue.kinds())
            QVERIFY(QFile::exists(kind.icon));
        if (sentence.contains(u"general icon"_s))
            QCOMPARE(catalogue.kind(u"shed"_s)->icon, folder.path() + u"/icons/block.svg"_s);
    }

    void missingFolderIsSaid() {
        QStringList problems;
        const Catalogue catalogue = Catalogue::load({u"/nowhere/at/all"_s}, &problems);
        QCOMPARE(problems,
                 QStringList{u"The folder /nowhere/at/all does not exist; its block kinds are missing."_s});
        QVERIFY(catalogue.kinds().isEmpty());
        QCOMPARE(catalogue.kind(u"cache"_s), nullptr);
        QCOMPARE(catalogue.guess(u"cache"_s), nullptr);
        QCOMPARE(catalogue.search(u"cache"_s, u"en"_s).size(), 0);
        QCOMPARE(catalogue.groupOfKind(u"cache"_s), nullptr);
    }

    void problemsMayBeIgnored() { QVERIFY(Catalogue::load({u"/nowhere"_s}).kinds().isEmpty()); }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "test_catalogue.moc"
