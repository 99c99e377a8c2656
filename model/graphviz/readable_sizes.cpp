#include "model/graphviz/readable_sizes.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <optional>

namespace groundplan {

namespace {

/// Left between two boxes that grow towards each other, unless they were drawn nearer.
constexpr Coord kGap = 8 * kUnitsPerPoint;
/// What a connection between them wants.
constexpr Coord kAiry = 24 * kUnitsPerPoint;
/// Pairs that are looked at. A drawing in which everything lies upon everything has more and stays as it is.
constexpr qsizetype kMostPairs = 2'000'000;

struct Span {
    double left, top, right, bottom;

    /// The larger of the distances across and down; negative: they lie upon each other.
    double apart(const Span& other) const {
        return std::max({other.left - right, left - other.right, other.top - bottom, top - other.bottom});
    }
    Span widened(double by) const { return {left - by, top - by, right + by, bottom + by}; }

    bool meets(const Span& other) const {
        return other.left < right && left < other.right && other.top < bottom && top < other.bottom;
    }
};

Span spanOf(const Rect& rect, double scale = 1) {
    return {rect.x * scale, rect.y * scale, (double(rect.x) + rect.w) * scale,
            (double(rect.y) + rect.h) * scale};
}

/// The box when everything is `scale` times as large, at least as large as it wants to be.
Span wantedSpan(const TightBox& box, double scale) {
    const Span drawn = spanOf(box.rect, scale);
    const double x = std::max(0.0, box.wanted.w - (drawn.right - drawn.left)) / 2;
    const double y = std::max(0.0, box.wanted.h - (drawn.bottom - drawn.top)) / 2;
    return {drawn.left - x, drawn.top - y, drawn.right + x, drawn.bottom + y};
}

/// Calls `visit(i, j)`, perhaps more than once, for all pairs that lie less than `reach` apart, and for some
/// others; false: too many.
template <class Visit>
bool forNeighbours(const QList<Span>& spans, double reach, Visit visit) {
    constexpr double kBand = 400 * kUnitsPerPoint;
    constexpr qint64 kMostBands = 64; // of one box; what is higher than that is no neighbour of anything
    QHash<qint64, QList<qsizetype>> bands;
    for (qsizetype i = 0; i < spans.size(); ++i) {
        const auto first = qint64(std::floor(spans[i].top / kBand));
        const auto last = qint64(std::floor((spans[i].bottom + reach) / kBand));
        for (qint64 band = first; band <= last && last - first < kMostBands; ++band)
            bands[band].append(i);
    }
    qsizetype pairs = 0;
    for (QList<qsizetype>& band : bands) {
        std::sort(band.begin(), band.end(),
                  [&](qsizetype a, qsizetype b) { return spans[a].left < spans[b].left; });
        for (auto a = band.cbegin(); a != band.cend(); ++a) {
            for (auto b = a + 1; b != band.cend() && spans[*b].left < spans[*a].right + reach; ++b) {
                if (++pairs > kMostPairs)
                    return false;
                visit(*a, *b);
            }
        }
    }
    return true;
}

/// How many boxes cannot grow as they want to; nothing when there are too many to be counted.
std::optional<qsizetype> hindered(const QList<TightBox>& boxes, double scale) {
    QList<Span> spans;
    spans.reserve(boxes.size());
    for (const TightBox& box : boxes)
        spans.append(wantedSpan(box, scale));
    QList<bool> isHindered(boxes.size());
    const bool counted = forNeighbours(spans, kAiry, [&](qsizetype a, qsizetype b) {
        const Span first = spanOf(boxes[a].rect, scale), second = spanOf(boxes[b].rect, scale);
        // What was drawn close to each other may stay so.
        const double gap = std::min(double(kAiry), first.apart(second) / 2);
        if (gap >= 0 && spans[a].widened(gap).meets(spans[b]))
            isHindered[a] = isHindered[b] = true;
    });
    return counted ? std::optional(isHindered.count(true)) : std::nullopt;
}

} // namespace

double enlargementFor(const QList<TightBox>& boxes) {
    // All are to be read, but for a few that much larger a drawing does not pay for.
    const auto bearable = [&](double scale) {
        return scale <= 2.5 ? 0 : scale <= 3 ? boxes.size() / 50 : boxes.size() / 10;
    };
    for (const double scale : {1.0, 1.1, 1.25, 1.4, 1.5, 1.6, 1.75, 1.9, 2.0, 2.25, 2.5, 3.0, 3.5, 4.0}) {
        const std::optional<qsizetype> count = hindered(boxes, scale);
        if (!count)
            return 1;
        if (*count <= bearable(scale))
            return scale;
    }
    return 1;
}

QList<Rect> grownBoxes(const QList<TightBox>& boxes) {
    // Widths first, then heights: each side goes half of the way to the nearest box there.
    QList<Rect> grown;
    grown.reserve(boxes.size());
    for (const TightBox& box : boxes)
        grown.append(box.rect);
    for (const bool across : {true, false}) {
        QList<Span> spans;
        QList<double> rooms; // how far each side may go
        spans.reserve(boxes.size());
        rooms.reserve(boxes.size());
        double most = 0;
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            const double lacking = across ? boxes[i].wanted.w - grown[i].w : boxes[i].wanted.h - grown[i].h;
            spans.append(spanOf(grown[i]));
            rooms.append(std::max(0.0, lacking / 2));
            most = std::max(most, rooms.last());
        }
        const QList<double> wanted = rooms;
        const bool all = forNeighbours(spans, 2 * most + kGap, [&](qsizetype a, qsizetype b) {
            if (spans[a].meets(spans[b]))
                return;
            const bool beside = across ? spans[a].top < spans[b].bottom && spans[b].top < spans[a].bottom
                                       : spans[a].left < spans[b].right && spans[b].left < spans[a].right;
            if (!beside)
                return;
            const double apart =
                across ? std::max(spans[b].left - spans[a].right, spans[a].left - spans[b].right)
                       : std::max(spans[b].top - spans[a].bottom, spans[a].top - spans[b].bottom);
            const double free = std::max(0.0, apart - std::min(double(kGap), apart / 2));
            if (wanted[a] + wanted[b] <= free)
                return;
            // Who wants less than half of the room leaves the rest to the other.
            const double half = free / 2;
            const double forA = wanted[b] < half ? free - wanted[b] : half;
            const double forB = wanted[a] < half ? free - wanted[a] : half;
            rooms[a] = std::min(rooms[a], forA);
            rooms[b] = std::min(rooms[b], forB);
        });
        if (!all)
            return grown;
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            // All of an odd length where nobody is in the way.
            const auto by = Coord(std::floor(rooms[i]));
            const Coord more = rooms[i] == wanted[i] ? Coord(std::lround(2 * wanted[i])) : 2 * by;
            Rect& rect = grown[i];
            rect = across ? Rect{rect.x - by, rect.y, rect.w + more, rect.h}
                          : Rect{rect.x, rect.y - by, rect.w, rect.h + more};
        }
    }
    return grown;
}

} // namespace groundplan
