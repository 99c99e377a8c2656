#include "app/render/quick_width.h"

#include "app/render/text_layout.h"

#include <cmath>
#include <limits>

namespace groundplan {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kUnbounded = 1e6;

/// Place of a plain sign; -1 for any other.
int placeOf(QChar c) {
    const char16_t u = c.unicode();
    if (u >= 'a' && u <= 'z')
        return u - 'a';
    if (u >= 'A' && u <= 'Z')
        return 26 + u - 'A';
    if (u >= '0' && u <= '9')
        return 52 + u - '0';
    return -1;
}

bool isDigit(int place) {
    return place >= 52;
}

double shaped(const QString& text, fonts::Role role) {
    return fitLine(text, role, kUnbounded).width;
}

} // namespace

QuickWidths::Table& QuickWidths::tableOf(fonts::Role role) {
    std::unique_ptr<Table>& table = tables_[std::size_t(role)];
    if (!table) {
        table = std::make_unique<Table>();
        table->alone.fill(kUnknown);
        table->before.fill(kUnknown);
        table->beforeBlank.fill(kUnknown);
        table->baseline = kUnknown;
    }
    return *table;
}

std::optional<double> QuickWidths::of(QStringView text, fonts::Role role) {
    if (text.isEmpty())
        return std::nullopt;
    Table& table = tableOf(role);
    const auto alone = [&](int place, QChar c) {
        double& width = table.alone[std::size_t(place)];
        if (std::isnan(width))
            width = shaped(QString(c), role);
        return width;
    };
    double width = 0;
    int last = -1; // place of the letter before
    bool blank = false;
    QChar lastSign;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u' ') {
            if (last < 0 || blank)
                return std::nullopt;
            blank = true;
            continue;
        }
        const int place = placeOf(c);
        // Between digits the font makes another sign of an x.
        if (place < 0 || ((c == u'x' || c == u'X') && last >= 0 && isDigit(last)))
            return std::nullopt;
        if (last >= 0) {
            auto& pairs = blank ? table.beforeBlank : table.before;
            double& pair = pairs[std::size_t(last * kSigns + place)];
            if (std::isnan(pair)) {
                QString both(lastSign);
                if (blank)
                    both += u' ';
                pair = shaped(both + c, role) - alone(place, c);
            }
            width += pair;
        }
        last = place;
        lastSign = c;
        blank = false;
    }
    if (blank)
        return std::nullopt;
    return width + alone(last, lastSign);
}

double QuickWidths::baseline(fonts::Role role) {
    Table& table = tableOf(role);
    if (std::isnan(table.baseline)) {
        const FittedText text = fitLine(QStringLiteral("x"), role, kUnbounded);
        table.baseline = text.lines.constFirst().runs.constFirst().positions().constFirst().y();
    }
    return table.baseline;
}

} // namespace groundplan
