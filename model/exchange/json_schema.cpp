#include "model/design/validate.h"
#include "model/exchange/json_columns.h"
#include "model/exchange/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

using namespace jsoncolumns;

/// As isTemplateName() has it.
constexpr char kTemplateName[] = "[a-z]([a-z0-9-]{0,46}[a-z0-9])?";

bool isColumn(const Field& field, const char* table, const char* column) {
    return QByteArrayView(field.table) == QByteArrayView(table) &&
           QByteArrayView(field.column) == QByteArrayView(column);
}

/// What must be there, beside what isNeeded() says.
bool isRequired(const Field& field) {
    return isColumn(field, "stroke", "points") || isColumn(field, "property", "field");
}

/// What of a column's values the validator takes, where their sort does not say it.
QJsonObject limitsOf(const Field& field) {
    if (isColumn(field, "block", "kind"))
        return {{u"minLength"_s, 1}};
    if (isColumn(field, "property", "field"))
        return {{u"pattern"_s, u"^%1\\.%1$"_s.arg(QLatin1StringView(kTemplateName))}};
    if (isColumn(field, "board", "framework") || isColumn(field, "board", "practice") ||
        isColumn(field, "decision", "topic") || isColumn(field, "requirement", "topic"))
        return {{u"pattern"_s, u"^(%1)?$"_s.arg(QLatin1StringView(kTemplateName))}};
    if (isColumn(field, "connection", "route"))
        return {{u"minItems"_s, 2}, {u"maxItems"_s, int(limits::kRoutePoints)}};
    if (isColumn(field, "connection", "waypoints"))
        return {{u"maxItems"_s, int(limits::kWaypoints)}};
    if (isNeeded(field))
        return {{u"minLength"_s, 1}};
    return {};
}

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
        return {{u"type"_s, QJsonArray{u"integer"_s, u"string"_s}},
                {u"minimum"_s, -kMostExact},
                {u"maximum"_s, kMostExact},
                {u"pattern"_s, u"^-?[0-9]{1,18}$"_s}};
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
        QString says = QLatin1StringView(field.says);
        if (isRecognised(field))
            says += u" Where a row without an order leaves it out, it is found out from texts and kinds."_s;
        type.insert(u"description"_s, says);
        const QJsonObject limits = limitsOf(field);
        for (auto limit = limits.constBegin(); limit != limits.constEnd(); ++limit)
            type.insert(limit.key(), limit.value());
        const QString key = QLatin1StringView(field.key);
        const bool inRect = key.startsWith("rect."_L1);
        const bool mayBeUsual = !inRect && !isRequired(field) && !isRecognised(field);
        if (const QJsonValue usual = usualOf(field, column.usual); mayBeUsual && !usual.isUndefined())
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
                            {u"minLength"_s, isNeeded(field) ? 1 : 0},
                            {u"description"_s,
                             u"Its name, for those who read; looked at where the id is missing."_s}});
        }
    }
}

/// The keys without which a row means nothing.
template <class Row>
void addRequired(QJsonObject& type) {
    QJsonArray required, alternatives;
    for (const JsonColumn<Row>& column : jsonColumnsOf<Row>()) {
        const Field& field = *column.field;
        const QString key = QLatin1StringView(field.key);
        if (isNeeded(field) && field.form == Form::Element) {
            const QString name = key + QLatin1StringView(kNameSuffix);
            alternatives.append(
                QJsonObject{{u"anyOf"_s, QJsonArray{QJsonObject{{u"required"_s, QJsonArray{key}}},
                                                    QJsonObject{{u"required"_s, QJsonArray{name}}}}}});
        } else if (isNeeded(field) || isRequired(field)) {
            required.append(key);
        }
    }
    if (!required.isEmpty())
        type.insert(u"required"_s, required);
    if (!alternatives.isEmpty())
        type.insert(u"allOf"_s, alternatives);
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
        const QJsonObject none{{u"const"_s, u""_s},
                               {u"description"_s, u"Connections belong to the board, to no frame."_s}};
        properties.insert(u"parent"_s, none);
        properties.insert(u"parent"_s + QLatin1StringView(kNameSuffix), none);
    }
    QJsonObject type{{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    addRequired<Row>(type);
    return type;
}

QJsonObject numberBetween(const QString& type, double least, double most) {
    return {{u"type"_s, type}, {u"minimum"_s, least}, {u"maximum"_s, most}};
}

/// Lists of numbers, of which the last may be left out.
QJsonObject listOfPoints(const QJsonArray& numbers, qsizetype least, const QString& says) {
    const QJsonObject item{{u"type"_s, u"array"_s},
                           {u"prefixItems"_s, numbers},
                           {u"minItems"_s, least},
                           {u"maxItems"_s, numbers.size()}};
    return {{u"type"_s, u"array"_s}, {u"items"_s, item}, {u"description"_s, says}};
}

/// That a file says what it is, or that it has a list of ours.
QJsonArray marksOfADesign() {
    QJsonArray marks{QJsonObject{{u"required"_s, QJsonArray{u"format"_s}}}};
    forEachRowType([&marks]<class Row>() {
        if constexpr (!std::is_same_v<Row, Board> && !std::is_same_v<Row, Element>)
            marks.append(QJsonObject{{u"required"_s, QJsonArray{listOf(tableName<Row>())}}});
    });
    return marks;
}

} // namespace

QByteArray writeJsonSchema() {
    QJsonObject properties{
        {u"format"_s, QJsonObject{{u"const"_s, QLatin1StringView(kFormat)}}},
        {u"version"_s, QJsonObject{{u"const"_s, kVersion}}},
        {u"assets"_s,
         QJsonObject{{u"type"_s, u"object"_s},
                     {u"description"_s, u"The bytes of pictures (PNG or JPEG) by their keys, as base64."_s},
                     {u"additionalProperties"_s, QJsonObject{{u"type"_s, u"string"_s},
                                                             {u"contentEncoding"_s, u"base64"_s},
                                                             {u"minLength"_s, 4},
                                                             {u"pattern"_s, u"^[A-Za-z0-9+/]+={0,2}$"_s}}}}},
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
    const QJsonObject onBoard = numberBetween(u"number"_s, -points(kMaxCoord), points(kMaxCoord));
    const QJsonObject onStroke = numberBetween(u"integer"_s, 0, StrokePoint::kFar);
    QJsonObject strokePoints =
        listOfPoints({onStroke, onStroke, numberBetween(u"integer"_s, 0, 255)}, 2,
                     u"Points of a line drawn by hand; 128 where no pressure is said."_s);
    strokePoints.insert(u"minItems"_s, 1);
    strokePoints.insert(u"maxItems"_s, limits::kStrokePoints);
    const QJsonObject definitions{
        {u"id"_s,
         QJsonObject{
             {u"type"_s, QJsonArray{u"string"_s, u"integer"_s}},
             {u"minimum"_s, -kMostExact},
             {u"maximum"_s, kMostExact},
             {u"description"_s,
              u"Groundplan writes a positive whole number below 2^63 as text. Any other text is an id "
              "within its file; it becomes a number when it is read. What refers to a row names one that is "
              "in the file."_s}}},
        {u"corners"_s, listOfPoints({onBoard, onBoard}, 2, u"Points on the board."_s)},
        {u"strokePoints"_s, strokePoints},
    };
    const QJsonObject schema{
        {u"$schema"_s, u"https://json-schema.org/draft/2020-12/schema"_s},
        {u"title"_s, u"A Groundplan design"_s},
        {u"description"_s,
         u"One architecture diagram with all that belongs to it. What has its default, is empty or is nothing "
         "is left out. Unknown keys are passed over."_s},
        {u"type"_s, u"object"_s},
        {u"properties"_s, properties},
        {u"anyOf"_s, marksOfADesign()},
        {u"$defs"_s, definitions},
    };
    return QJsonDocument(schema).toJson();
}

} // namespace groundplan
