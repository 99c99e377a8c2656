#include "model/routing/label_choice.h"

#include "model/routing/index_data.h"
#include "model/routing/label_place.h"

#include <algorithm>

namespace groundplan {

using routing::IndexData;

namespace {

constexpr Coord kAir = 3 * kUnitsPerPoint; ///< between a label and what it keeps off
/// What covering costs, for an area of one unit: another line is seen on both sides of the label.
constexpr qint64 kSolid = 4;
constexpr qint64 kLine = 1;
constexpr Coord kLineWidth = 6 * kUnitsPerPoint; ///< that a line counts for

qint64 shared(const Rect& a, const Rect& b) {
    const qint64 w = std::min(a.right(), b.right()) - std::max(a.left(), b.left());
    const qint64 h = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return w > 0 && h > 0 ? w * h : 0;
}

/// The square and the words at the top of a frame, as wide as they may be.
Rect titleOf(const Frame& frame) {
    constexpr Coord kSquare = 28 * kUnitsPerPoint;
    constexpr Coord kLetter = 8 * kUnitsPerPoint;
    constexpr Coord kBand = 24 * kUnitsPerPoint;
    const qint64 width = kSquare + qint64(kLetter) * frame.title.size();
    return {frame.rect.x, frame.rect.y, Coord(std::min<qint64>(width, frame.rect.w)),
            std::min(kBand, frame.rect.h)};
}

class Choice {
public:
    Choice(const Design& design, const IndexData& data)
        : design_(design)
        , data_(data)
        , chosen_(data.links.size()) {}

    /// Links whose labels may move.
    void add(int link) {
        const Connection* row = rowOf(link);
        if (row && row->labelSize.w > 0 && row->labelSize.h > 0 && row->route.size() > 1 &&
            !isLabelByHand(row->labelAt))
            links_.append(link);
    }
    void addCovered(const Rect& area) {
        data_.labels.visit(area.grown(kAir), [&](int link, const Rect&) { add(link); });
    }

    QHash<ElementId, qint32> run() {
        const auto idOf = [this](int link) { return data_.links[std::size_t(link)].id; };
        std::sort(links_.begin(), links_.end(), [&](int a, int b) { return idOf(a) < idOf(b); });
        links_.erase(std::unique(links_.begin(), links_.end()), links_.end());
        for (const int link : std::as_const(links_))
            chosen_[std::size_t(link)] = Open;
        QHash<ElementId, qint32> places;
        for (const int link : std::as_const(links_)) {
            const Connection& row = *rowOf(link);
            const qint32 at = placeFor(link, row);
            fresh_.insert(link, data_.pillOf(link, at, row.labelSize, row.direction));
            chosen_[std::size_t(link)] = Done;
            if (at != row.labelAt)
                places.insert(row.id, at);
        }
        return places;
    }

private:
    enum State : char { Stays, Open, Done };

    const Connection* rowOf(int link) const {
        return design_.connections.find(data_.links[std::size_t(link)].id);
    }

    qint32 placeFor(int link, const Connection& row) const {
        constexpr qint32 kMiddle = 500, kMost = 450;
        qint32 best = kMiddle;
        qint64 least = -1;
        for (qint32 off = 0; off <= kMost && least != 0; off = off > 0 ? -off : -off + kLabelStep) {
            const Rect pill = data_.pillOf(link, kMiddle + off, row.labelSize, row.direction);
            const qint64 cost = coveredBy(link, pill);
            if (least < 0 || cost < least) {
                least = cost;
                best = kMiddle + off;
            }
        }
        return best;
    }

    qint64 coveredBy(int link, const Rect& pill) const {
        const Rect wide = pill.grown(kAir);
        qint64 cost = 0;
        data_.obstacles.visit(wide, [&](int, const Rect& rect) { cost += kSolid * shared(wide, rect); });
        data_.frames.visit(wide, [&](int node, const Rect&) {
            if (const Frame* frame = design_.frames.find(data_.nodes[std::size_t(node)].id))
                cost += kSolid * shared(wide, titleOf(*frame));
        });
        data_.labels.visit(wide, [&](int other, const Rect& rect) {
            if (other != link && chosen_[std::size_t(other)] == Stays)
                cost += kSolid * shared(wide, rect);
        });
        fresh_.visit(wide, [&](int, const Rect& rect) { cost += kSolid * shared(wide, rect); });
        data_.segments.visit(pill, [&](int other, const Rect& span) {
            if (other != link)
                cost += kLine * shared(pill, span.grown(kLineWidth / 2));
        });
        return cost;
    }

    const Design& design_;
    const IndexData& data_;
    QList<int> links_;
    std::vector<State> chosen_;
    routing::GridHash fresh_;
};

} // namespace

QHash<ElementId, qint32> chooseLabelPlaces(const Design& design, const RoutingIndex& index,
                                           const QSet<ElementId>& connections,
                                           const QSet<ElementId>& placed) {
    const IndexData& data = index.data();
    if (data.labels.isEmpty())
        return {};
    Choice choice(design, data);
    for (const ElementId id : connections) {
        const int link = data.linkOf.value(id, -1);
        if (link < 0)
            continue;
        choice.add(link);
        data.visitSegments(link, [&](Point a, Point b) { choice.addCovered(routing::spanOf(a, b)); });
    }
    for (const ElementId id : placed) {
        const int node = data.nodeOf.value(id, -1);
        if (node >= 0 && data.nodes[std::size_t(node)].obstacle)
            choice.addCovered(data.nodes[std::size_t(node)].rect);
    }
    return choice.run();
}

} // namespace groundplan
