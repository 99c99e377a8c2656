#include "model/exchange/json_columns.h"
#include "model/exchange/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

using namespace jsoncolumns;

QJsonObject reference(QLatin1StringView name) {
    return {{u"$ref"_s, u"#/$defs/"_s + name}};
}

QJsonValue usualOf(const Field& field, const Cell& usual) {
    switch (field.form) {
    case Form::Flag:
        return usual.integer != 0;
    case Form::Whole:
        return usual.integer;
    case Form::Length:
        return points(Coord(usual.integer));
    case Form::Text:
    case Form::Colour:
    case Form::Word:
        return QString::fromUtf8(usual.bytes);
    default:
        return QJsonValue::Undefined;
    }
}

QJsonObject typeOf(const Field& field) {
    switch (field.form) {
    case Form::Flag:
        return {{u"type"_s, u"boolean"_s}};
    case Form::Whole:
        return {{u"type"_s, u"integer"_s}};
    case Form::Length:
        return {{u"type"_s, u"number"_s}};
    case Form::Order:
        return {{u"type"_s, QJsonArray{u"integer"_s, u"string"_s}}};
    case Form::Text:
        return {{u"type"_s, u"string"_s}};
    case Form::Colour:
        return {{u"type"_s, u"string"_s}, {u"pattern"_s, u"^(#[0-9a-fA-F]{6})?$"_s}};
    case Form::Name:
        return {{u"type"_s, u"string"_s}, {u"maxLength"_s, 64}};
    case Form::Word:
        return {{u"enum"_s, QJsonArray::fromStringList(field.words)}};
    case Form::Route:
        return reference("corners"_L1);
    case Form::StrokePoints:
        return reference("strokePoints"_L1);
    default:
        return reference("id"_L1);
    }
}

template <class Row>
void addFields(QJsonObject& properties) {
    for (const JsonColumn<Row>& column : jsonColumnsOf<Row>()) {
        const Field& field = *column.field;
        if (field.form == Form::Implied)
            continue;
        QJsonObject type = typeOf(field);
        type.insert(u"description"_s, QLatin1StringView(field.says));
        const QString key = QLatin1StringView(field.key);
        const bool inRect = key.startsWith("rect."_L1);
        if (const QJsonValue usual = usualOf(field, column.usual); !usual.isUndefined() && !inRect)
            type.insert(u"default"_s, usual);
        if (const auto range = rangeOf(field.table, field.column); range && field.form != Form::Flag) {
            const double unit = field.form == Form::Length ? kUnitsPerPoint : 1;
            type.insert(u"minimum"_s, double(range->first) / unit);
            type.insert(u"maximum"_s, double(range->second) / unit);
        }
        const qsizetype dot = key.indexOf(u'.');
        if (dot < 0) {
            properties.insert(key, type);
        } else {
            QJsonObject object = properties.value(key.first(dot)).toObject({{u"type"_s, u"object"_s}});
            QJsonObject inner = object.value(u"properties"_s).toObject();
            inner.insert(key.sliced(dot + 1), type);
            object.insert(u"properties"_s, inner);
            properties.insert(key.first(dot), object);
        }
        if (field.form == Form::Element) {
            properties.insert(
                key + QLatin1StringView(kNameSuffix),
                QJsonObject{{u"type"_s, u"string"_s},
                            {u"description"_s,
                             u"Its name, for those who read; looked at where the id is missing."_s}});
        }
    }
}

template <class Row>
QJsonObject rowType() {
    QJsonObject properties;
    addFields<Row>(properties);
    if constexpr (kIsElement<Row>)
        addFields<Element>(properties);
    if constexpr (std::is_same_v<Row, Connection>) {
        properties.insert(
            QLatin1StringView(kLoose),
            QJsonObject{
                {u"type"_s, u"boolean"_s},
                {u"description"_s, u"The route never led from border to border: it is kept as it is."_s}});
    }
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
}

QJsonObject arrayOfNumbers(const QString& type, int count, const QString& says) {
    const QJsonObject item{{u"type"_s, u"array"_s},
                           {u"items"_s, QJsonObject{{u"type"_s, type}}},
                           {u"minItems"_s, count},
                           {u"maxItems"_s, count}};
    return {{u"type"_s, u"array"_s}, {u"items"_s, item}, {u"description"_s, says}};
}

} // namespace

QByteArray writeJsonSchema() {
    QJsonObject properties{
        {u"format"_s, QJsonObject{{u"const"_s, QLatin1StringView(kFormat)}}},
        {u"version"_s, QJsonObject{{u"const"_s, kVersion}}},
        {u"assets"_s,
         QJsonObject{{u"type"_s, u"object"_s},
                     {u"description"_s, u"The bytes of pictures (PNG or JPEG) by their keys, as base64."_s},
                     {u"additionalProperties"_s,
                      QJsonObject{{u"type"_s, u"string"_s}, {u"contentEncoding"_s, u"base64"_s}}}}},
    };
    forEachRowType([&properties]<class Row>() {
        if constexpr (std::is_same_v<Row, Board>) {
            properties.insert(u"board"_s, rowType<Board>());
        } else if constexpr (!std::is_same_v<Row, Element>) {
            properties.insert(listOf(tableName<Row>()),
                              QJsonObject{{u"type"_s, u"array"_s},
                                          {u"description"_s, listSays(tableName<Row>())},
                                          {u"items"_s, rowType<Row>()}});
        }
    });
    const QJsonObject definitions{
        {u"id"_s,
         QJsonObject{
             {u"type"_s, QJsonArray{u"string"_s, u"integer"_s}},
             {u"description"_s,
              u"Groundplan writes a positive whole number below 2^63 as text. Any other text is an id "
              "within its file; it becomes a number when it is read."_s}}},
        {u"corners"_s, arrayOfNumbers(u"number"_s, 2, u"Points on the board."_s)},
        {u"strokePoints"_s, arrayOfNumbers(u"integer"_s, 3, u"Points of a line drawn by hand."_s)},
    };
    const QJsonObject schema{
        {u"$schema"_s, u"https://json-schema.org/draft/2020-12/schema"_s},
        {u"title"_s, u"A Groundplan design"_s},
        {u"description"_s,
         u"One architecture diagram with all that belongs to it. What has its default, is empty or is nothing "
         "is left out. Unknown keys are passed over."_s},
        {u"type"_s, u"object"_s},
        {u"properties"_s, properties},
        {u"$defs"_s, definitions},
    };
    return QJsonDocument(schema).toJson();
}

} // namespace groundplan
