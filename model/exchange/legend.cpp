#include "model/exchange/legend.h"

#include <algorithm>

namespace groundplan {

namespace {

/// How wide a sample is at most, and how far its text may be from it.
constexpr Coord kWidest = 120 * kUnitsPerPoint;
constexpr Coord kHighest = 40 * kUnitsPerPoint;
constexpr Coord kFarthest = 40 * kUnitsPerPoint;
constexpr Coord kOverlap = 8 * kUnitsPerPoint;

bool isBeside(Coord gap) {
    return gap >= -kOverlap && gap <= kFarthest;
}
bool isExplained(const Rect& sample, const QList<Rect>& texts) {
    if (sample.w > kWidest || sample.h > kHighest)
        return false;
    bool left = false, right = false;
    for (const Rect& text : texts) {
        const Coord middle = sample.center().y;
        if (middle < text.top() || middle > text.bottom())
            continue;
        right = right || isBeside(text.left() - sample.right());
        left = left || isBeside(sample.left() - text.right());
    }
    return left != right;
}

} // namespace

bool isLegend(const QList<Rect>& samples, const QList<Rect>& texts, qint64& looks) {
    constexpr qsizetype kLeast = 2;
    looks -= samples.size() * texts.size();
    return samples.size() >= kLeast && looks >= 0 &&
           std::all_of(samples.begin(), samples.end(),
                       [&texts](const Rect& sample) { return isExplained(sample, texts); });
}

} // namespace groundplan
