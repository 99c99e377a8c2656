#include "app/report/page_groups.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace groundplan::report {
namespace {

using Fits = std::function<bool(const QList<Lying>&)>;

struct Cut {
    double at = 0; ///< what has its middle before it is in the first part
    double gap =
        0; ///< free points there; negative: something is cut into, but by its middle goes to one side
};

double begin(const QRectF& rect, bool across) {
    return across ? rect.left() : rect.top();
}
double end(const QRectF& rect, bool across) {
    return across ? rect.right() : rect.bottom();
}
double middle(const QRectF& rect, bool across) {
    return (begin(rect, across) + end(rect, across)) / 2;
}

/// Where ordered things are best cut into two halves that are parted on into even pages: as many as are
/// needed when each holds as much as the first, so that none is left half empty.
double evenMiddle(const QList<Lying>& things, bool across, const Fits& fits) {
    qsizetype most = 1, least = things.size(); // as many fit, as many do not
    while (most + 1 < least) {
        const qsizetype half = (most + least) / 2;
        (fits(things.first(half)) ? most : least) = half;
    }
    const qsizetype parts = (things.size() + most - 1) / most;
    if (most == 1 || parts % 2 == 0)
        return middle(boundsOf(things), across);
    const qsizetype before = things.size() * (parts / 2) / parts;
    return (middle(things[before - 1].rect, across) + middle(things[before].rect, across)) / 2;
}

/// The best place to cut along one direction; nothing when all middles coincide.
std::optional<Cut> bestCut(QList<Lying> things, bool across, const Fits& fits) {
    std::sort(things.begin(), things.end(), [across](const Lying& a, const Lying& b) {
        return middle(a.rect, across) < middle(b.rect, across);
    });
    const qsizetype count = things.size();
    QList<double> nextBegin(count); // the least of this and all behind it
    for (qsizetype i = count - 1; i >= 0; --i) {
        nextBegin[i] = begin(things[i].rect, across);
        if (i + 1 < count)
            nextBegin[i] = std::min(nextBegin[i], nextBegin[i + 1]);
    }
    QList<Cut> cuts;
    double reached = end(things.constFirst().rect, across);
    double widest = 0;
    for (qsizetype i = 1; i < count; ++i) {
        const double before = middle(things[i - 1].rect, across), after = middle(things[i].rect, across);
        if (after > before) {
            cuts.append({(before + after) / 2, nextBegin[i] - reached});
            widest = cuts.size() == 1 ? cuts.constLast().gap : std::max(widest, cuts.constLast().gap);
        }
        reached = std::max(reached, end(things[i].rect, across));
    }
    if (cuts.isEmpty())
        return std::nullopt;
    constexpr double kAlike = 24; // points: as wide, to the eye
    const double even = evenMiddle(things, across, fits);
    const auto off = [&](const Cut& cut) { return std::abs(cut.at - even); };
    Cut best = cuts.constFirst();
    bool found = false;
    for (const Cut& cut : std::as_const(cuts)) {
        if (cut.gap >= widest - kAlike && (!found || off(cut) < off(best))) {
            best = cut;
            found = true;
        }
    }
    return best;
}

void split(const QList<Lying>& things, const Fits& fits, QList<QList<Lying>>& groups) {
    const QRectF all = boundsOf(things);
    if (things.size() == 1 || fits(things)) {
        groups.append(things);
        return;
    }
    std::optional<Cut> cut;
    bool across = all.width() >= all.height();
    for (int i = 0; i < 2 && !cut; ++i) {
        across = i == 0 ? across : !across;
        cut = bestCut(things, across, fits);
    }
    QList<Lying> first, second;
    for (qsizetype i = 0; i < things.size(); ++i) {
        const bool before = cut ? middle(things[i].rect, across) < cut->at : i < things.size() / 2;
        (before ? first : second).append(things[i]);
    }
    split(first, fits, groups);
    split(second, fits, groups);
}

} // namespace

QRectF boundsOf(const QList<Lying>& things) {
    QRectF all;
    for (const Lying& each : things)
        all = all.united(each.rect);
    return all;
}

std::pair<ElementId, ElementId> endsAsRead(const QList<Lying>& things) {
    if (things.isEmpty())
        return {};
    const auto bottom = [](const Lying& each) { return each.rect.bottom(); };
    const auto top = [](const Lying& each) { return each.rect.top(); };
    const double firstRow = bottom(std::ranges::min(things, {}, bottom)); // what begins above its end
    const double lastRow = top(std::ranges::max(things, {}, top));        // what ends below its beginning
    const Lying* first = nullptr;
    const Lying* last = nullptr;
    for (const Lying& each : things) {
        if (top(each) <= firstRow && (!first || each.rect.left() < first->rect.left()))
            first = &each;
        if (bottom(each) >= lastRow && (!last || each.rect.right() > last->rect.right()))
            last = &each;
    }
    return {first->id, last->id};
}

QList<QList<Lying>> pageGroups(const QList<Lying>& things, const Fits& fits) {
    if (things.isEmpty())
        return {};
    QList<QList<Lying>> groups, merged;
    split(things, fits, groups);
    for (const QList<Lying>& group : std::as_const(groups)) {
        const auto neighbour = std::find_if(merged.begin(), merged.end(),
                                            [&](const QList<Lying>& other) { return fits(other + group); });
        if (neighbour != merged.end())
            *neighbour += group;
        else
            merged.append(group);
    }
    return merged;
}

} // namespace groundplan::report
