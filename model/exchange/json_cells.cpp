#include "model/exchange/json_cells.h"

#include "model/design/validate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan::jsoncells {
namespace {

using namespace jsoncolumns;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

QString notOfSort(Form form) {
    switch (form) {
    case Form::Flag:
        return Text::tr("is neither true nor false");
    case Form::Whole:
    case Form::Order:
        return Text::tr("is no whole number");
    case Form::Length:
        return Text::tr("is no number");
    case Form::Route:
        return Text::tr("is no list of points [x, y]");
    case Form::StrokePoints:
        return Text::tr("is no list of points [x, y, pressure]");
    default:
        return Text::tr("is no text");
    }
}

std::optional<qint64> wholeIn(const QJsonValue& value) {
    if (value.isString()) {
        bool isNumber = false;
        const qint64 number = value.toString().toLongLong(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    const double number = value.toDouble();
    constexpr double kBeyond = 9'223'372'036'854'775'808.0;
    if (!value.isDouble() || number != std::floor(number) || !(number >= -kBeyond && number < kBeyond))
        return std::nullopt;
    return value.toInteger(qint64(number));
}

/// A length in units; far more than any column takes is as wrong as any.
std::optional<qint64> unitsIn(const QJsonValue& value) {
    constexpr double kFar = 1e12;
    if (!value.isDouble())
        return std::nullopt;
    return qint64(std::round(std::clamp(value.toDouble(), -kFar, kFar) * kUnitsPerPoint));
}

bool readRoute(const QJsonValue& value, Point origin, Cell& cell) {
    if (!value.isArray())
        return false;
    cell.type = CellType::Blob;
    const QJsonArray corners = value.toArray();
    if (corners.size() > limits::kRoutePoints)
        return false;
    cell.bytes.resize(corners.size() * kCornerBytes);
    char* data = cell.bytes.data();
    for (const QJsonValue& corner : corners) {
        const QJsonArray pair = corner.toArray();
        const auto x = unitsIn(pair.at(0));
        const auto y = unitsIn(pair.at(1));
        constexpr qint64 kFar = std::numeric_limits<qint32>::max() / 2;
        if (pair.size() != 2 || !x || !y || qAbs(*x) > kFar || qAbs(*y) > kFar)
            return false;
        qToLittleEndian(qint32(*x - origin.x), data);
        qToLittleEndian(qint32(*y - origin.y), data + 4);
        data += kCornerBytes;
    }
    return true;
}

bool readPoints(const QJsonValue& value, Cell& cell) {
    if (!value.isArray())
        return false;
    cell.type = CellType::Blob;
    const QJsonArray points = value.toArray();
    if (points.size() > limits::kStrokePoints)
        return false;
    cell.bytes.resize(points.size() * kStrokePointBytes);
    char* data = cell.bytes.data();
    for (const QJsonValue& point : points) {
        const QJsonArray parts = point.toArray();
        const qint64 x = wholeIn(parts.at(0)).value_or(-1);
        const qint64 y = wholeIn(parts.at(1)).value_or(-1);
        const qint64 pressure = parts.size() == 2 ? 128 : wholeIn(parts.at(2)).value_or(-1);
        const bool fits = x >= 0 && x <= StrokePoint::kFar && y >= 0 && y <= StrokePoint::kFar &&
                          pressure >= 0 && pressure <= 255;
        if (parts.size() < 2 || parts.size() > 3 || !fits)
            return false;
        qToLittleEndian(quint16(x), data);
        qToLittleEndian(quint16(y), data + 2);
        data[4] = char(quint8(pressure));
        data += kStrokePointBytes;
    }
    return true;
}

QString readText(const QJsonValue& value, const Field& field, Cell& cell) {
    if (!value.isString())
        return notOfSort(field.form);
    QString text = value.toString();
    text.remove(QChar()); // no format we hand out can hold it
    if (field.form == Form::Word && !field.words.contains(text)) {
        return Text::tr("is “%1”, which is none of %2")
            .arg(text.simplified().left(40), field.words.join(u", "_s));
    }
    static const QRegularExpression colour(u"^#[0-9a-fA-F]{6}$"_s);
    if (field.form == Form::Colour && !text.isEmpty() && !colour.match(text).hasMatch())
        return Text::tr("is “%1”, which is no colour such as #1d4ed8").arg(text.simplified().left(40));
    cell.type = CellType::Text;
    cell.bytes = text.toUtf8();
    return {};
}

} // namespace

std::optional<QString> idText(const QJsonValue& value) {
    if (value.isUndefined() || value.isNull())
        return QString();
    if (value.isString())
        return value.toString();
    const auto number = wholeIn(value);
    return number ? std::optional(QString::number(*number)) : std::nullopt;
}

QString read(const QJsonObject& row, const Field& field, Point origin, Cell& cell, bool& missing) {
    const QString key = QLatin1StringView(field.key);
    QJsonValue value;
    if (const qsizetype dot = key.indexOf(u'.'); dot < 0) {
        value = row.value(key);
    } else {
        const QJsonValue object = row.value(key.first(dot));
        if (!object.isUndefined() && !object.isNull() && !object.isObject())
            return Text::tr("is in what is no object");
        value = object.toObject().value(key.sliced(dot + 1));
    }
    missing = value.isUndefined() || value.isNull();
    if (missing)
        return {};
    switch (field.form) {
    case Form::Flag:
        cell.type = CellType::Integer;
        cell.integer = value.toBool() ? 1 : 0;
        return value.isBool() ? QString() : notOfSort(field.form);
    case Form::Whole:
    case Form::Order:
    case Form::Length: {
        const auto number = field.form == Form::Length ? unitsIn(value) : wholeIn(value);
        cell.type = CellType::Integer;
        cell.integer = number.value_or(0);
        return number ? QString() : notOfSort(field.form);
    }
    case Form::Route:
        return readRoute(value, origin, cell) ? QString() : notOfSort(field.form);
    case Form::StrokePoints:
        return readPoints(value, cell) ? QString() : notOfSort(field.form);
    default:
        return readText(value, field, cell);
    }
}

QStringList unknownKeys(const QJsonObject& row, const QStringList& known) {
    constexpr qsizetype kShown = 40;
    QStringList unknown;
    for (auto it = row.constBegin(); it != row.constEnd(); ++it) {
        const QString key = it.key();
        if (!known.contains(key)) {
            unknown << key.simplified().left(kShown);
            continue;
        }
        // What may be any object (the assets) has no keys of its own in `known`.
        const QJsonObject inner = it.value().toObject();
        const bool described = std::any_of(known.begin(), known.end(),
                                           [&key](const QString& one) { return one.startsWith(key + u'.'); });
        for (auto inside = inner.constBegin(); described && inside != inner.constEnd(); ++inside) {
            const QString path = key + u'.' + inside.key();
            if (!known.contains(path))
                unknown << path.simplified().left(2 * kShown);
        }
    }
    return unknown;
}

QString rangeReason(const Field& field) {
    const auto range = rangeOf(field.table, field.column);
    if (!range)
        return Text::tr("is out of range");
    const double unit = field.form == Form::Length ? kUnitsPerPoint : 1;
    return Text::tr("is not between %1 and %2")
        .arg(QLocale().toString(double(range->first) / unit, 'f', QLocale::FloatingPointShortest),
             QLocale().toString(double(range->second) / unit, 'f', QLocale::FloatingPointShortest));
}

} // namespace groundplan::jsoncells
