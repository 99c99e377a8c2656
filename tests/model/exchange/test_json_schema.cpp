#include "model/exchange/json_reader.h"
#include "model/exchange/json_writer.h"
#include "resources/resources.h"
#include "tests/model/exchange/schema_check.h"
#include "tests/model/graphviz/random_design.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

QJsonObject parsed(const QByteArray& json) {
    return QJsonDocument::fromJson(json).object();
}
const QJsonObject& schema() {
    static const QJsonObject read = parsed(writeJsonSchema());
    return read;
}
bool isValid(const QJsonObject& design) {
    static const schemacheck::Check check(schema());
    return check.isValid(design);
}
const Catalogue& catalogue() {
    static const Catalogue loaded = [] {
        initResources();
        return Catalogue::load(catalogueFolders({}));
    }();
    return loaded;
}
Result<Import> read(const QJsonObject& design) {
    return readJson(QJsonDocument(design).toJson(), u"mine.json"_s, catalogue());
}
QJsonObject object(const QByteArray& json) {
    const QJsonObject read = parsed(json);
    if (read.isEmpty() && json != "{}")
        qFatal("No object: %s", json.constData());
    return read;
}

/// A row of every sort, with no more than it needs and a place, so that nothing has to be laid out. Nothing
/// refers to the first one of a list.
QJsonObject one() {
    return object(R"({"board": {},
        "frames": [{"id": "f", "rect": {"x": 0, "y": 0, "width": 900, "height": 900}}],
        "blocks": [{"rect": {"x": 20, "y": 250, "width": 100, "height": 50}},
                   {"id": "a", "rect": {"x": 20, "y": 50, "width": 100, "height": 50}},
                   {"id": "b", "rect": {"x": 20, "y": 150, "width": 100, "height": 50}}],
        "connections": [{"source": "a", "target": "b"}],
        "cards": [{"rect": {"x": 0, "y": 1000, "width": 100, "height": 50}}],
        "strokes": [{"points": [[0, 0]], "rect": {"x": 0, "y": 1100, "width": 100, "height": 50}}],
        "shapes": [{"rect": {"x": 0, "y": 1200, "width": 100, "height": 50}}],
        "images": [{"asset": "p", "rect": {"x": 0, "y": 1300, "width": 100, "height": 50}}],
        "assets": {"p": "iVBORw=="}, "notes": [{}], "decisions": [{}, {"id": "d"}],
        "options": [{"decision": "d"}, {"id": "o", "decision": "d"}], "arguments": [{"option": "o"}],
        "criteria": [{"decision": "d"}, {"id": "k", "decision": "d"}], "scores": [{"option": "o", "criterion": "k"}],
        "metrics": [{}], "requirements": [{}], "properties": [{"field": "data.split"}]})");
}

const QJsonArray& values() {
    static const QJsonArray list = [] {
        QJsonArray made =
            QJsonDocument::fromJson(
                R"([null, true, false, 0, 1, -1, 2, 5, 6, 7.9, 8, 0.1, 0.125, 100, 101, 255, 256, 1000, 1001,
            10000, 9999, 1000000, 1000001, 10000000, 10000001, -10000001, 1e15, 1e17, 1e300, -1e300, "", "abc", "A b",
            "data.split", "data.", "two-towers", "7", "-5", "12345678901234567890", "1.5", "#1d4ed8", "red",
            "iVBORw==", "iVBOR", "iVBORw", "iVBORw=", "feature-store", {}, {"x": 1}, [], [1], [[]], [[1]], [[1, 2]], [[0, 0], [10, 10]],
            [[0, 0, 300], [1, 1, 1]], [[0, 0, 255], [65535, 65535, 0]], [[65536, 0]], [[1.5, 0]], [[1, 2, 3, 4]],
            [[1e9, 0], [0, 0]], [["1", 2]], [[20000000, 0], [0, 0]]])")
                .array();
        // A list that is as long as none may be.
        for (const int length : {33, 1001, 20'001}) {
            QJsonArray points;
            for (int i = 0; i < length; ++i)
                points.append(QJsonArray{i, i});
            made.append(points);
        }
        for (const char* words : {"arrival", "out", "in"})
            made.append(QLatin1StringView(words));
        return made;
    }();
    return list;
}

} // namespace

/// The schema and the reader: what the one promises the other takes.
class TestJsonSchema : public QObject {
    Q_OBJECT

    int valid_ = 0, refused_ = 0;

    void compare(const QJsonObject& design, const QString& what) {
        if (!isValid(design)) {
            ++refused_;
            return;
        }
        ++valid_;
        const Result<Import> taken = read(design);
        QVERIFY2(taken, qPrintable(what + u": "_s + (taken ? QString() : taken.error().sentence)));
    }
    /// Row by row, so that it is said which.
    static void checkWritten(const QJsonObject& design) {
        for (auto it = design.constBegin(); it != design.constEnd(); ++it) {
            if (!it.value().isArray())
                continue;
            for (const QJsonValue& row : it.value().toArray())
                QVERIFY2(isValid({{it.key(), QJsonArray{row}}}),
                         (it.key().toUtf8() + ' ' + QJsonDocument(row.toObject()).toJson()).constData());
        }
        QVERIFY(isValid(design));
    }
    static bool refersTo(const QJsonObject& type) { return type[u"$ref"_s].toString().endsWith("/id"_L1); }
    /// Every value at every key of an object that the schema describes, and the key left out.
    using Put = std::function<QJsonObject(const QJsonObject&)>; ///< the design with that object in its place
    void walk(const QJsonObject& properties, const QJsonObject& now, const QString& place, const Put& put) {
        for (auto it = properties.constBegin(); it != properties.constEnd(); ++it) {
            const QString key = it.key(), at = place + u'.' + key;
            const QJsonObject type = it.value().toObject();
            const auto with = [&](const QJsonValue& value) {
                QJsonObject changed = now;
                if (value.isUndefined())
                    changed.remove(key);
                else
                    changed.insert(key, value);
                return put(changed);
            };
            compare(with(QJsonValue::Undefined), at + u" left out"_s);
            if (type.contains(u"default"_s))
                compare(with(type[u"default"_s]), at + u" as usual"_s);
            if (type.contains(u"properties"_s)) {
                const auto inner = [&](const QJsonObject& object) { return with(object); };
                walk(type[u"properties"_s].toObject(), now[key].toObject(), at, inner);
            }
            const bool isName = key.endsWith("Name"_L1);
            for (const QJsonValue& value : values()) {
                // What a reference names is for the reader to find.
                if ((isName || (refersTo(type) && key != "id"_L1 && key != "group"_L1)) && value != u""_s)
                    continue;
                // So is a picture whose bytes are not there: that is told, not refused.
                compare(with(value),
                        at + u" = "_s +
                            QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson()).left(60));
            }
            if (QTest::currentTestFailed())
                return;
        }
    }

private Q_SLOTS:
    void whatIsPromisedIsTaken() {
        QVERIFY(isValid(one()));
        const QJsonObject properties = schema()[u"properties"_s].toObject();
        for (auto it = properties.constBegin(); it != properties.constEnd(); ++it) {
            const QString list = it.key();
            const auto put = [&](const QJsonValue& value) {
                QJsonObject design = one();
                design.insert(list, value);
                return design;
            };
            for (const QJsonValue& value : values())
                compare({{u"format"_s, u"groundplan"_s}, {list, value}}, list);
            const QJsonObject type = it.value().toObject();
            if (type.contains(u"properties"_s)) {
                walk(type[u"properties"_s].toObject(), {}, list, put);
            } else if (type.contains(u"items"_s)) {
                const QJsonArray rows = one()[list].toArray();
                walk(type[u"items"_s][u"properties"_s].toObject(), rows[0].toObject(), list,
                     [&](const QJsonObject& row) {
                         QJsonArray changed = rows;
                         changed[0] = row;
                         return put(changed);
                     });
            }
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY2(valid_ > 1000 && refused_ > 3000, qPrintable(u"%1 %2"_s.arg(valid_).arg(refused_)));
    }

    void whatIsRefusedIsNotPromised_data() {
        QTest::addColumn<QByteArray>("json");
        for (const char* json :
             {R"({})",
              R"({"format": "other", "blocks": []})",
              R"({"blocks": {}})",
              R"({"blocks": [3]})",
              R"({"blocks": [{"kind": ""}]})",
              R"({"options": [{"title": "x"}]})",
              R"({"arguments": [{}]})",
              R"({"criteria": [{"title": "x"}]})",
              R"({"scores": [{}]})",
              R"({"properties": [{"value": "x"}]})",
              R"({"properties": [{"field": "split"}]})",
              R"({"strokes": [{}]})",
              R"({"strokes": [{"points": []}]})",
              R"({"strokes": [{"points": [[0, 0, 300], [1, 1, 1]]}]})",
              R"({"strokes": [{"points": [[0]]}]})",
              R"({"blocks": [{"order": "abc"}]})",
              R"({"blocks": [{"rect": {"width": 1}}]})",
              R"({"blocks": [{"id": "a"}], "connections": [{"source": "a"}]})",
              R"({"blocks": [{"id": "a"}], "connections": [{"source": "a", "target": ""}]})",
              R"({"blocks": [{"id": "a"}], "connections": [{"source": "a", "targetName": ""}]})",
              R"({"board": {"framework": "My own"}})",
              R"({"requirements": [{"topic": "A b"}]})",
              R"({"assets": {"p": "!"}, "blocks": []})",
              R"({"blocks": [{"colour": "red"}]})"})
            QTest::newRow(json) << QByteArray(json);
    }
    void whatIsRefusedIsNotPromised() {
        QFETCH(const QByteArray, json);
        QVERIFY(!isValid(object(json)));
        QVERIFY(!read(object(json)));
    }

    void whatIsWrittenIsAsPromised() {
        for (quint32 seed = 1; seed <= 12; ++seed)
            checkWritten(parsed(writeJson(RandomDesign(seed).make(20, 6, 40, 8, 12, 5))));
        QVERIFY(isValid(parsed(writeJson(Design()))));
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestJsonSchema)
#include "test_json_schema.moc"
