#pragma once

#include <QLineF>
#include <QRectF>

#include <algorithm>
#include <optional>
#include <utility>

namespace groundplan {

/// The stretch of a line that lies within a rectangle, as parts (0 to 1) of its length; nothing: none of it
/// does (Liang and Barsky, 1984).
inline std::optional<std::pair<double, double>> partWithin(const QLineF& line, const QRectF& rect) {
    double first = 0;
    double last = 1;
    const auto keepWithin = [&](double start, double length, double low, double high) {
        if (length == 0) {
            if (start <= low || start >= high)
                last = -1;
            return;
        }
        const auto [in, out] = std::minmax({(low - start) / length, (high - start) / length});
        first = std::max(first, in);
        last = std::min(last, out);
    };
    keepWithin(line.x1(), line.dx(), rect.left(), rect.right());
    keepWithin(line.y1(), line.dy(), rect.top(), rect.bottom());
    return first < last ? std::optional(std::pair(first, last)) : std::nullopt;
}

} // namespace groundplan
