#include "model/exchange/plain_colour.h"

#include "model/graphviz/colours.h"

#include <algorithm>

namespace groundplan {

namespace {

/// The three numbers of "rgb(12, 34, 56)" or "rgba(12, 34, 56, 0.5)".
QString ofNumbers(QStringView text) {
    const auto inner = text.sliced(text.indexOf(u'(') + 1);
    QString colour = QStringLiteral("#");
    qsizetype from = 0;
    for (int i = 0; i < 3; ++i) {
        qsizetype to = from;
        while (to < inner.size() && inner[to] != u',' && inner[to] != u')')
            ++to;
        bool whole = false;
        const int part = inner.sliced(from, to - from).trimmed().toInt(&whole);
        if (!whole || part < 0 || part > 255)
            return {};
        colour += QStringLiteral("%1").arg(part, 2, 16, QLatin1Char('0'));
        from = std::min(to + 1, inner.size());
    }
    return colour;
}

} // namespace

QString plainColour(QStringView text) {
    constexpr qsizetype kLongest = 200;
    text = text.trimmed();
    if (text.startsWith(u"light-dark("))
        text = text.sliced(11).trimmed();
    if (text.isEmpty() || text.size() > kLongest)
        return {};
    QString colour;
    if (text.startsWith(u"rgb(") || text.startsWith(u"rgba(")) {
        colour = ofNumbers(text);
    } else {
        qsizetype end = text[0] == u'#' ? 1 : 0;
        while (end < text.size() && text[end].isLetterOrNumber())
            ++end;
        // #rrggbb00 cannot be seen.
        if (end == 9 && text.first(9).endsWith(u"00"))
            return {};
        colour = colourOf(text.first(end).toUtf8());
    }
    if (colour.size() != 7)
        return {};
    const auto part = [&colour](int at) { return QStringView(colour).mid(at, 2).toInt(nullptr, 16); };
    const auto [least, most] = std::minmax({part(1), part(3), part(5)});
    constexpr int kGrey = 8;
    return most - least < kGrey ? QString() : colour;
}

} // namespace groundplan
