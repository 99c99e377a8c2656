#include "model/graphviz/stroke_text.h"

#include "model/design/validate.h"

#include <algorithm>
#include <charconv>

namespace groundplan::stroketext {

namespace {

constexpr quint8 kNoPressure = 128;

/// Two or three whole numbers in range, divided by commas.
bool readPoint(QByteArrayView text, StrokePoint& point) {
    const char* at = text.cbegin();
    const char* const end = text.cend();
    const auto number = [&at, end](auto& value) {
        const auto [rest, error] = std::from_chars(at, end, value);
        at = rest;
        return error == std::errc();
    };
    const auto comma = [&at, end] { return at != end && *at++ == ','; };
    point.pressure = kNoPressure;
    if (!number(point.x) || !comma() || !number(point.y))
        return false;
    return at == end || (comma() && number(point.pressure) && at == end);
}

} // namespace

QByteArray write(const QList<StrokePoint>& points) {
    QByteArray text;
    for (const StrokePoint& point : points) {
        if (!text.isEmpty())
            text += ' ';
        text += QByteArray::number(point.x) + ',' + QByteArray::number(point.y);
        if (point.pressure != kNoPressure)
            text += ',' + QByteArray::number(point.pressure);
    }
    return text;
}

Points read(QByteArrayView text) {
    const auto isBlank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
    Points all;
    for (auto at = text.cbegin(); at != text.cend();) {
        const auto begin = std::find_if_not(at, text.cend(), isBlank);
        at = std::find_if(begin, text.cend(), isBlank);
        if (begin == at)
            break;
        StrokePoint point;
        if (!readPoint(QByteArrayView(begin, at), point))
            ++all.damaged;
        else if (all.points.size() == limits::kStrokePoints)
            ++all.tooMany;
        else
            all.points.append(point);
    }
    return all;
}

} // namespace groundplan::stroketext
