#include "model/design/validate.h"
#include "model/exchange/json_columns.h"
#include "model/exchange/json_reader.h"
#include "model/exchange/json_writer.h"
#include "tests/model/graphviz/differences.h"
#include "tests/model/graphviz/random_design.h"
#include "tests/places.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

QJsonObject parsed(const QByteArray& json) {
    return QJsonDocument::fromJson(json).object();
}

Design small() {
    Design design;
    design.board.title = u"Quote \" backslash \\ and <tag>"_s;
    const auto add = [&design](qint64 id, ElementType type) {
        Element element;
        element.id = ElementId(id);
        element.type = type;
        element.order = design.elements.size() == 2 ? 9'007'199'254'740'993 : design.elements.size();
        design.elements.put(element);
        return element.id;
    };
    Block ranker;
    ranker.id = add(9'223'372'036'854'775'807, ElementType::Block);
    ranker.name = u"ranker"_s;
    ranker.title = u"Ranker"_s;
    ranker.kind = u"ranking"_s;
    ranker.rect = {-1, 3, 1408, 513};
    design.blocks.put(ranker);
    Block store = ranker;
    store.id = add(2, ElementType::Block);
    store.name = u"store"_s;
    store.rect.x = 4000;
    design.blocks.put(store);
    Connection connection;
    connection.id = add(3, ElementType::Connection);
    connection.source = store.id;
    connection.target = ranker.id;
    connection.flow = Flow::TrainingData;
    connection.route = {{0, 100}, {-2593, 100}};
    design.connections.put(connection);
    return design;
}

} // namespace

class TestJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomDesignsComeBackExactly_data() {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 200; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void randomDesignsComeBackExactly() {
        QFETCH(const quint32, seed);
        const int size = int(seed % 20);
        const Design design = RandomDesign(seed).make(size, size / 3, 2 * size, size / 4, size / 3, size / 5);
        QCOMPARE(validate(design), QStringList());
        const QByteArray json = writeJson(design);
        QCOMPARE(writeJson(design), json);
        const Result<Import> import = readJson(json, u"random.json"_s, {});
        QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
        QVERIFY(import->ours);
        QVERIFY(import->positioned);
        QCOMPARE(import->notTaken, QStringList());
        const QStringList found = differences(design, import->design);
        QCOMPARE(firstDifference(json, writeJson(import->design)), QByteArray());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        QVERIFY(import->design == design);
        for (const Image& image : design.images)
            QCOMPARE(import->design.assets.bytes(image.asset), design.assets.bytes(image.asset));
        QCOMPARE(writeJson(import->design), json);
    }

    /// What other programs rely on, value by value.
    void otherProgramsReadIt() {
        const Design design = small();
        QCOMPARE(validate(design), QStringList());
        const QJsonObject root = parsed(writeJson(design));
        QCOMPARE(root[u"format"_s].toString(), u"groundplan"_s);
        QCOMPARE(root[u"version"_s].toInt(), 1);
        QCOMPARE(root[u"board"_s][u"title"_s].toString(), design.board.title);
        const QJsonArray blocks = root[u"blocks"_s].toArray();
        QCOMPARE(blocks.size(), 2);
        const QJsonObject ranker = blocks[0].toObject();
        QCOMPARE(ranker[u"id"_s].toString(), u"9223372036854775807"_s);
        QCOMPARE(ranker[u"path"_s].toString(), u"unset"_s);
        QCOMPARE(ranker[u"rect"_s].toObject(),
                 (QJsonObject{{u"x"_s, -0.125}, {u"y"_s, 0.375}, {u"width"_s, 176}, {u"height"_s, 64.125}}));
        QVERIFY(!ranker.contains(u"technology"_s));
        const QJsonObject connection = root[u"connections"_s][0].toObject();
        QCOMPARE(connection[u"source"_s].toString(), u"2"_s);
        QCOMPARE(connection[u"sourceName"_s].toString(), u"store"_s);
        QCOMPARE(connection[u"targetName"_s].toString(), u"ranker"_s);
        QCOMPARE(connection[u"flow"_s].toString(), u"training-data"_s);
        QCOMPARE(connection[u"route"_s].toArray(),
                 (QJsonArray{QJsonArray{500, 12.875}, QJsonArray{175.875, 12.875}}));
        QVERIFY(!connection.contains(u"loose"_s));
        QCOMPARE(ranker[u"order"_s], QJsonValue(0));
        // Larger than what JavaScript keeps exact: as text.
        QCOMPARE(connection[u"order"_s], QJsonValue(u"9007199254740993"_s));
    }

    void oneRowALine() {
        Design design = small();
        const QByteArray before = writeJson(design);
        Block moved = *design.blocks.find(ElementId(2));
        moved.rect.y += 80;
        moved.rect.h += 8;
        design.blocks.put(moved);
        design.connections.put([&] {
            Connection c = *design.connections.find(ElementId(3));
            return c;
        }());
        const QList<QByteArray> a = before.split('\n');
        const QList<QByteArray> b = writeJson(design).split('\n');
        QCOMPARE(b.size(), a.size());
        int changed = 0;
        for (qsizetype i = 0; i < a.size(); ++i)
            changed += a[i] != b[i];
        QCOMPARE(changed, 2); // the block and the way of its connection
    }

    void aMovedEndHasItsRouteFoundAnew() {
        QByteArray json = writeJson(small());
        QVERIFY(json.contains("\"rect\": {\"x\": 500,"));
        json.replace("\"rect\": {\"x\": 500,", "\"rect\": {\"x\": 600,");
        const Result<Import> import = readJson(json, u"a.json"_s, {});
        QVERIFY(import);
        QVERIFY(import->design.connections.find(ElementId(3))->route.isEmpty());
    }

    /// The file that is installed is what the columns say.
    void theSchemaIsUpToDate() {
        const QString path = projectPath() + u"/resources/schema/groundplan.schema.json"_s;
        QFile file(path);
        if (qEnvironmentVariableIsSet("GROUNDPLAN_WRITE_SCHEMA")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(writeJsonSchema());
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(parsed(file.readAll()) == parsed(writeJsonSchema()),
                 "run this test with GROUNDPLAN_WRITE_SCHEMA=1 and look at the difference");
    }

    /// Whatever a design holds has its place in the schema.
    void theSchemaKnowsEveryKey() {
        const QJsonObject properties = parsed(writeJsonSchema())[u"properties"_s].toObject();
        const QJsonObject root = parsed(writeJson(RandomDesign(7).make(20, 6, 40, 8, 12, 5)));
        int keys = 0;
        for (auto list = root.constBegin(); list != root.constEnd(); ++list) {
            QVERIFY2(properties.contains(list.key()), qPrintable(list.key()));
            for (const QJsonValue& row : list.value().toArray()) {
                const QJsonObject known = properties[list.key()][u"items"_s][u"properties"_s].toObject();
                for (const QString& key : row.toObject().keys()) {
                    QVERIFY2(known.contains(key), qPrintable(list.key() + u'.' + key));
                    ++keys;
                }
            }
        }
        QVERIFY(keys > 500);
    }

    void everyColumnIsThere() {
        int columns = 0;
        forEachRowType([&columns]<class Row>() {
            const qsizetype known = jsoncolumns::jsonColumnsOf<Row>().size();
            QCOMPARE(known, qsizetype(columnsOf<Row>().size()));
            for (const auto& column : jsoncolumns::jsonColumnsOf<Row>()) {
                const bool isText = column.column->type == CellType::Text;
                using jsoncolumns::Form;
                const Form form = column.field->form;
                const bool textForm = form == Form::Text || form == Form::Colour || form == Form::Name ||
                                      form == Form::Word || (form == Form::Implied && isText);
                QVERIFY2(isText == textForm, column.column->name);
                ++columns;
            }
        });
        QVERIFY(columns > 120);
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestJson)
#include "test_json.moc"
