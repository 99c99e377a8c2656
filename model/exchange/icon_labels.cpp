#include "model/exchange/icon_labels.h"

#include "model/design/box_index.h"
#include "model/exchange/nearest.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace groundplan {

namespace {

constexpr Coord kClose = 16 * kUnitsPerPoint;
/// By so much another one must be farther away.
constexpr Coord kClearly = 4 * kUnitsPerPoint;

/// How far the text is from where a label stands; nothing: it is none.
std::optional<Coord> distanceAsLabel(const Rect& icon, const IconPlace& text) {
    constexpr Coord kAligned = 6 * kUnitsPerPoint;
    // Most write below: what lies between two icons is the upper one's.
    constexpr Coord kRight = 8 * kUnitsPerPoint, kAbove = 12 * kUnitsPerPoint;
    const Rect& rect = text.rect;
    const auto isGap = [](Coord gap, Coord side) {
        return gap >= -kClose / 2 && gap <= std::max(kClose, side / 2);
    };
    const Point off = rect.center() - icon.center();
    const bool inColumn = std::abs(off.x) <= std::max(kAligned, icon.w / 6) ||
                          (text.heldAcross == 0 && std::abs(rect.left() - icon.left()) <= kAligned) ||
                          (text.heldAcross == 1 && std::abs(rect.right() - icon.right()) <= kAligned);
    if (inColumn) {
        if (const Coord gap = rect.top() - icon.bottom(); isGap(gap, icon.h))
            return std::max(gap, 0);
        // What stands farther above it is a remark, or the label of what is higher up.
        if (const Coord gap = icon.top() - rect.bottom(); isGap(gap, icon.h) && gap <= kClose)
            return std::max(gap, 0) + kAbove;
    }
    const bool inRow = std::abs(off.y) <= std::max(kAligned, icon.h / 6);
    if (const Coord gap = rect.left() - icon.right(); inRow && isGap(gap, icon.w))
        return std::max(gap, 0) + kRight;
    return std::nullopt;
}

} // namespace

QList<std::pair<qsizetype, qsizetype>> iconLabels(const QList<IconPlace>& icons,
                                                  const QList<IconPlace>& texts) {
    QList<Nearest> textOf(icons.size()), iconOf(texts.size());
    BoxIndex reach;
    for (qsizetype i = 0; i < icons.size(); ++i)
        reach.add(i, icons[i].rect.grown(std::max(icons[i].rect.w, icons[i].rect.h) + kClose));
    for (qsizetype t = 0; t < texts.size(); ++t) {
        const auto look = [&](qsizetype i, const Rect&) {
            if (icons[i].parent != texts[t].parent || icons[i].holder != texts[t].holder)
                return;
            const auto away = distanceAsLabel(icons[i].rect, texts[t]);
            if (!away)
                return;
            iconOf[t].note(i, *away);
            textOf[i].note(t, *away);
        };
        reach.at(texts[t].rect.center(), look);
    }
    QList<std::pair<qsizetype, qsizetype>> pairs;
    for (qsizetype i = 0; i < icons.size(); ++i) {
        const qsizetype text = textOf[i].which;
        if (textOf[i].isClear(kClearly) && iconOf[text].which == i && iconOf[text].isClear(kClearly))
            pairs << std::pair(icons[i].which, texts[text].which);
    }
    return pairs;
}

} // namespace groundplan
