#include "model/routing/label_choice.h"

#include "model/routing/index_data.h"
#include "model/routing/label_place.h"
#include "model/routing/way.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace groundplan {

using routing::IndexData;

namespace {

constexpr Coord kAir = 3 * kUnitsPerPoint;      ///< between a label and what it keeps off
constexpr Coord kNear = 5 * kUnitsPerPoint / 2; ///< to a line beside it: one 12 points off is free of it

/// What covering costs, as so much way: nobody sees what lies under a label, nor whose label it is.
constexpr qint64 kSolid = 200 * kUnitsPerPoint; ///< a block, a card, a title or another label
constexpr qint64 kHead = 60 * kUnitsPerPoint;   ///< an arrow head
constexpr qint64 kLine = 30 * kUnitsPerPoint;   ///< a line, and what is covered of it
constexpr qint64 kTouchPart = 4;                ///< of that, where it only comes close
constexpr qint64 kOwn = 20 * kUnitsPerPoint;    ///< another piece of its own line
constexpr qint64 kBeside = 30 * kUnitsPerPoint; ///< lying beside its own line
/// Neighbours rather lie this far from each other: close together it is hard to say whose they are.
constexpr Coord kApart = 12 * kUnitsPerPoint;
constexpr qint64 kClose = 6 * kUnitsPerPoint;
constexpr qint64 kMiddlePart = 50; ///< of the distance from the middle of the way counts
constexpr int kRounds = 3;

bool overlaps(const Rect& a, const Rect& b) {
    return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}
/// How far two rectangles that overlap reach along each other.
qint64 common(const Rect& a, const Rect& b) {
    return std::max(std::min(a.right(), b.right()) - std::max(a.left(), b.left()),
                    std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top()));
}

class Choice {
public:
    Choice(const Design& design, const IndexData& data)
        : design_(design)
        , data_(data) {}

    /// A link whose label may move; `keeps`: only when something covers it where it is.
    void add(int link, bool keeps) {
        const Connection* row = design_.connections.find(data_.links[std::size_t(link)].id);
        if (!row || row->labelSize.w <= 0 || row->labelSize.h <= 0 || row->route.size() < 2 ||
            isLabelByHand(row->labelAt) || numberOf_.contains(link))
            return;
        numberOf_.insert(link, labels_.size());
        Label label{link, row, {}, 0, keeps, false, {}, row->labelAt, 0};
        const Point origin = data_.nodes[std::size_t(data_.links[std::size_t(link)].source)].rect.topLeft();
        Point last = row->route.first();
        for (const Point corner : row->route) {
            label.corners.push_back({points(corner.x + origin.x), points(corner.y + origin.y)});
            label.length += std::abs(corner.x - last.x) + std::abs(corner.y - last.y);
            last = corner;
        }
        labels_.push_back(std::move(label));
    }
    void addCovered(const Rect& area) {
        data_.labels.visit(area.grown(kAir), [&](int link, const Rect&) { add(link, true); });
    }

    QHash<ElementId, qint32> run() {
        for (int round = 0; round < kRounds; ++round) {
            bool changed = false;
            for (const std::size_t i : inOrder()) {
                Label& label = labels_[i];
                if (!label.placed || label.covers > 0)
                    changed = place(label) || changed;
            }
            for (const std::size_t i : inOrder()) {
                if (labels_[i].covers > 0)
                    changed = pushAside(i) || changed;
            }
            if (!changed)
                break;
        }
        QHash<ElementId, qint32> places;
        for (const Label& label : labels_) {
            if (label.at != label.row->labelAt)
                places.insert(label.row->id, label.at);
        }
        return places;
    }

private:
    struct Label {
        int link;
        const Connection* row;
        std::vector<QPointF> corners;
        qint64 length; ///< of the way
        bool keeps;
        bool placed;
        Rect pill;
        qint32 at;
        qint64 covers; ///< the cost of its place
    };

    /// Those that stay where nothing covers them, then those that have the least choice.
    std::vector<std::size_t> inOrder() const {
        std::vector<std::size_t> order(labels_.size());
        std::iota(order.begin(), order.end(), 0);
        const auto keyOf = [this](std::size_t i) {
            const Label& label = labels_[i];
            return std::tuple(!label.keeps, label.length - label.row->labelSize.w, label.row->id);
        };
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return keyOf(a) < keyOf(b); });
        return order;
    }

    Rect pillAt(const Label& label, qint32 at) const {
        const Size size = label.row->labelSize;
        const QRectF pill =
            placeLabel(label.corners, at, {points(size.w), points(size.h)}, label.row->direction);
        return {units(pill.x()), units(pill.y()), size.w, size.h};
    }

    /// Whether it lies elsewhere now.
    bool place(Label& label) {
        const Rect before = label.pill;
        const bool first = !label.placed;
        const qint64 covers = coveredBy(label, pillAt(label, label.at));
        qint32 best = label.at;
        if (!(first && label.keeps && covers == 0)) {
            // It stays where nothing else is better; one without a place has none to stay at.
            qint64 least =
                !first || label.keeps ? covers + far(label, label.at) : std::numeric_limits<qint64>::max();
            visitPlaces([&](qint32 at) {
                const qint64 distance = far(label, at);
                if (distance >= least)
                    return false;
                const qint64 cost = coveredBy(label, pillAt(label, at)) + distance;
                if (cost < least) {
                    least = cost;
                    best = at;
                }
                return true;
            });
        }
        putAt(label, best);
        label.covers = coveredBy(label, label.pill);
        return first || label.pill != before;
    }
    template <class Found>
    static void visitPlaces(Found&& found) {
        constexpr qint32 kMiddle = 500, kMost = 450;
        for (qint32 off = 0; off <= kMost; off = off > 0 ? -off : -off + kLabelStep) {
            if (!found(kMiddle + off))
                return;
        }
    }
    void putAt(Label& label, qint32 at) {
        if (label.placed)
            pills_.remove(label.link, label.pill);
        label.at = at;
        label.pill = pillAt(label, at);
        label.placed = true;
        pills_.insert(label.link, label.pill);
    }

    /// For one that has found no free place others may make room: where all of them together cover less then.
    bool pushAside(std::size_t number) {
        visitPlaces([&](qint32 at) {
            addCovered(pillAt(labels_[number], at));
            return true;
        });
        for (Label& label : labels_) {
            if (!label.placed)
                place(label);
        }
        bool found = false;
        visitPlaces([&](qint32 at) {
            Label& label = labels_[number];
            const Rect pill = pillAt(label, at);
            if (coveredBy(label, pill, false) + far(label, at) >= label.covers)
                return true;
            std::vector<std::size_t> touched{number};
            pills_.visit(pill.grown(kAir), [&](int link, const Rect&) {
                if (link != label.link)
                    touched.push_back(numberOf_.value(link));
            });
            std::sort(touched.begin() + 1, touched.end(),
                      [&](std::size_t a, std::size_t b) { return labels_[a].row->id < labels_[b].row->id; });
            std::vector<std::pair<std::size_t, qint32>> before;
            qint64 coveredBefore = 0, covered = 0;
            for (const std::size_t i : touched) {
                before.emplace_back(i, labels_[i].at);
                coveredBefore += coveredBy(labels_[i], labels_[i].pill);
            }
            putAt(label, at);
            for (std::size_t i = 1; i < touched.size(); ++i)
                place(labels_[touched[i]]);
            for (const std::size_t i : touched)
                covered += coveredBy(labels_[i], labels_[i].pill);
            found = covered < coveredBefore;
            if (!found) {
                for (const auto& [i, place] : before)
                    putAt(labels_[i], place);
            }
            for (const std::size_t i : touched)
                labels_[i].covers = coveredBy(labels_[i], labels_[i].pill);
            return !found;
        });
        return found;
    }
    static qint64 far(const Label& label, qint32 at) {
        return label.length * std::abs(at - 500) / 1000 / kMiddlePart;
    }

    /// `others`: the labels, too, that may move.
    qint64 coveredBy(const Label& label, const Rect& pill, bool others = true) const {
        const Rect wide = pill.grown(kAir);
        qint64 cost = 0;
        // Touching costs little, covering much.
        const auto solid = [&](const Rect& rect) {
            if (overlaps(wide, rect))
                cost += (overlaps(pill, rect) ? kSolid : kLine / kTouchPart) + common(wide, rect);
        };
        data_.obstacles.visit(wide, [&](int, const Rect& rect) { solid(rect); });
        data_.frames.visit(wide, [&](int node, const Rect& rect) {
            data_.nodes[std::size_t(node)].words.visit(rect, solid);
        });
        const Rect apart = pill.grown(kApart);
        const auto neighbour = [&](int other, const Rect& rect) {
            if (other == label.link)
                return;
            solid(rect);
            if (!overlaps(wide, rect) && overlaps(apart, rect))
                cost += kClose;
        };
        data_.labels.visit(apart, [&](int other, const Rect& rect) {
            if (!numberOf_.contains(other))
                neighbour(other, rect);
        });
        if (others)
            pills_.visit(apart, neighbour);
        const Point middle = pill.center();
        const Rect near = pill.grown(kNear), inside = pill.grown(-kUnitsPerPoint);
        bool lies = false;
        data_.segments.visit(pill.grown(kHeadHalf), [&](int other, const Rect& span) {
            const Rect line = span.grown(1);
            const bool own = other == label.link && line.contains(middle);
            lies = lies || own;
            if (!own && overlaps(near, line)) {
                const qint64 whole = (other == label.link ? kOwn : kLine) + common(near, line);
                // One that only touches it goes on in sight.
                cost += overlaps(inside, line) ? whole : whole / kTouchPart;
            }
            cost += coveredHeads(other, span, pill);
        });
        return lies ? cost : cost + kBeside;
    }

    /// The arrow heads on this segment that the label covers.
    qint64 coveredHeads(int link, const Rect& span, const Rect& pill) const {
        const routing::Link& row = data_.links[std::size_t(link)];
        const Point origin = data_.nodes[std::size_t(row.source)].rect.topLeft();
        qint64 cost = 0;
        const auto look = [&](Point tip, Point before, bool atEnd) {
            tip = tip + origin;
            before = before + origin;
            if (routing::spanOf(tip, before) != span || tip == before)
                return;
            const Point back = tip + routing::step(routing::wayFrom(tip, before), kHeadLength);
            if (!overlaps(pill, routing::spanOf(tip, back).grown(kHeadHalf)))
                return;
            const Connection* connection = design_.connections.find(row.id);
            if (connection && (connection->direction == Direction::Both ||
                               (atEnd && connection->direction == Direction::Forward)))
                cost += kHead;
        };
        look(row.route.last(), row.route.at(row.route.size() - 2), true);
        look(row.route.first(), row.route.at(1), false);
        return cost;
    }

    static constexpr Coord kHeadLength = Coord(kArrowHeadLength * kUnitsPerPoint);
    static constexpr Coord kHeadHalf = kHeadLength / 2;

    const Design& design_;
    const IndexData& data_;
    std::vector<Label> labels_;
    QHash<int, std::size_t> numberOf_; ///< in labels_, by link
    routing::GridHash pills_;          ///< of labels that have their place
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
        choice.add(link, false);
    }
    for (const ElementId id : connections) {
        if (const int link = data.linkOf.value(id, -1); link >= 0)
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
