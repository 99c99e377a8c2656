#include "model/sketch/sketch_placing.h"

#include "model/operations/nesting.h"
#include "model/sketch/linked_groups.h"

#include <algorithm>
#include <limits>

namespace groundplan {

namespace {

constexpr Coord kGrid = 4 * kUnitsPerPoint;
constexpr Coord kFrameSide = 24 * kUnitsPerPoint;  ///< from a frame's border to its content
constexpr Coord kFrameTop = 48 * kUnitsPerPoint;   ///< and from its top, where the title stands
constexpr Coord kClearance = 16 * kUnitsPerPoint;  ///< beside what was there; above and below kRowGap
constexpr Coord kSeenMargin = 32 * kUnitsPerPoint; ///< from the edge of the view
constexpr Coord kStep = 8 * kUnitsPerPoint;        ///< of the search for a free place
constexpr Coord kColumnStep = 64 * kUnitsPerPoint; ///< and of one from left to right
constexpr int kMostSteps = 480;
constexpr int kMostTries = 8;                   ///< for frames round what is there
constexpr qsizetype kMostCompared = 40'000'000; ///< pairs of rectangles, in one search

Coord onGrid(Coord value) {
    return Coord(std::round(double(value) / kGrid)) * kGrid;
}
Coord upToGrid(Coord value) {
    return Coord(std::ceil(double(value) / kGrid)) * kGrid;
}

class Placer {
public:
    Placer(const Design& design, QList<PlacedUnit> units, const QList<PlacedLink>& links,
           std::optional<Point> at, const std::optional<Rect>& seen)
        : design_(design)
        , links_(links)
        , at_(at)
        , seen_(seen) {
        given_ = std::move(units);
        for (int i = 0; i < int(given_.size()); ++i)
            unitOf_.insert(given_[i].id, i);
        orderByDepth();
    }

    Placing run() {
        for (int tries = 1;; ++tries) {
            blocked_ = -1;
            qsizetype before = 0;
            do {
                before = takenAway_.size();
                begin();
            } while (takenAway_.size() > before);
            placeOutermost();
            if (blocked_ < 0)
                break;
            // A frame that cannot grow where it went round its blocks takes them away, in another try.
            for (int i = 0; i < int(given_.size()); ++i) {
                if (i == blocked_ || (tries >= kMostTries && given_[i].isFrame))
                    takeAway(i);
            }
        }
        for (const int i : std::as_const(byDepth_)) {
            PlacedUnit& unit = result_.units[i];
            if (unit.inside >= 0 && !standing_.contains(i)) // its frame stands before it
                unit.rect = unit.rect.translated(result_.units[unit.inside].rect.topLeft());
        }
        return std::move(result_);
    }

private:
    PlacedUnit& unit(int index) { return result_.units[index]; }
    const PlacedUnit& unit(int index) const { return result_.units[index]; }

    void orderByDepth() {
        std::vector<int> depth(std::size_t(given_.size()), 0);
        for (int i = 0; i < int(given_.size()); ++i) {
            for (int up = given_[i].inside; up >= 0; up = given_[up].inside)
                ++depth[std::size_t(i)];
            byDepth_.append(i);
        }
        std::stable_sort(byDepth_.begin(), byDepth_.end(),
                         [&](int a, int b) { return depth[std::size_t(a)] < depth[std::size_t(b)]; });
    }

    void begin() {
        result_ = {given_, {}};
        standing_.clear();
        outermost_.clear();
        anchored_.clear();
        obstacles_.clear();
        collectObstacles();
        standWhereTheyAre();
        obstacles_.removeIf([this](const Obstacle& obstacle) {
            const int index = unitOf_.value(obstacle.id, -1);
            return index >= 0 && unit(index).there && !standing_.contains(index);
        });
        content_.assign(std::size_t(result_.units.size()), {});
        for (int i = 0; i < int(result_.units.size()); ++i) {
            PlacedUnit& one = unit(i);
            if (standing_.contains(i))
                continue;
            if (one.inside >= 0 && standing_.contains(one.inside)) {
                one.parent = unit(one.inside).id;
                one.parentIsFree = false;
                one.inside = -1;
            }
            (one.inside >= 0 ? content_[std::size_t(one.inside)] : outermost_).append(i);
        }
        // Inner frames first: their size is that of their content.
        for (auto i = byDepth_.crbegin(); i != byDepth_.crend(); ++i) {
            if (unit(*i).isFrame && !standing_.contains(*i))
                layOutFrame(*i);
        }
    }

    // ---- blocks that are there already, and the frames they are written into

    /// The frame around an element, as it will be.
    ElementId frameOf(ElementId id) const {
        const int index = unitOf_.value(id, -1);
        if (index >= 0)
            return unit(index).inside >= 0 ? unit(unit(index).inside).id : unit(index).parent;
        const Element* element = design_.elements.find(id);
        return element ? element->parent : ElementId{};
    }
    bool isWithin(ElementId id, ElementId frame) const { return framesUpFrom(frameOf(id)).contains(frame); }
    QSet<ElementId> framesUpFrom(ElementId frame) const {
        QSet<ElementId> all;
        for (ElementId at = frame; at; at = frameOf(at))
            all.insert(at);
        return all;
    }
    /// The rectangle of what has its place already.
    std::optional<Rect> placeOf(ElementId id) const {
        const int index = unitOf_.value(id, -1);
        if (index >= 0 && unit(index).isFrame)
            return unit(index).rect;
        return design_.rectOf(id);
    }

    void takeAway(int frame) {
        for (int i = 0; i < int(given_.size()); ++i) {
            for (int up = i; up >= 0; up = given_[up].inside) {
                if (up == frame)
                    takenAway_.insert(i);
            }
        }
    }

    void standWhereTheyAre() {
        if (std::none_of(given_.begin(), given_.end(), [](const PlacedUnit& one) { return one.there; }))
            return;
        for (auto i = byDepth_.crbegin(); i != byDepth_.crend(); ++i) {
            const PlacedUnit& one = unit(*i);
            if (one.there && one.inside < 0) {
                if (frameRect(one.parent).contains(one.rect))
                    standing_.insert(*i);
            } else if (one.isFrame && !takenAway_.contains(*i)) {
                standFrame(*i);
            }
        }
        standing_.removeIf([this](int index) { return takenAway_.contains(index); });
        obstacles_.removeIf([this](const Obstacle& obstacle) {
            const int index = unitOf_.value(obstacle.id, -1);
            return index >= 0 && unit(index).isFrame && !standing_.contains(index);
        });
    }

    /// A new frame goes round those of its blocks that are there, if it comes over nothing else.
    void standFrame(int index) {
        PlacedUnit& frame = unit(index);
        QSet<ElementId> own;
        QList<int> members;
        Rect all;
        std::optional<QSet<ElementId>> common; // frames of the design that hold them all
        for (int i = 0; i < int(result_.units.size()); ++i) {
            const PlacedUnit& one = unit(i);
            bool inside = false;
            for (int up = one.inside; up >= 0 && !inside; up = unit(up).inside)
                inside = up == index;
            if (!inside || takenAway_.contains(i) || !(one.there || standing_.contains(i)))
                continue;
            members.append(i);
            own.insert(one.id);
            all = all.united(one.rect);
            if (!one.there)
                continue;
            QSet<ElementId> around;
            const Element* element = design_.elements.find(one.id);
            while (element && element->parent) {
                around.insert(element->parent);
                element = design_.elements.find(element->parent);
            }
            common = common ? common->intersect(around) : around;
        }
        if (!common)
            return;
        if (frame.inside < 0 && frame.parentIsFree) {
            frame.parent = {};
            for (const ElementId id : std::as_const(*common)) { // the innermost one holds no other of them
                if (std::none_of(common->begin(), common->end(),
                                 [&](ElementId other) { return design_.isInside(other, id); }))
                    frame.parent = id;
            }
        }
        const Rect rect{all.x - kFrameSide, all.y - kFrameTop, all.w + 2 * kFrameSide,
                        all.h + kFrameTop + kFrameSide};
        const QSet<ElementId> around =
            frame.inside < 0 ? framesUpFrom(frame.parent) : common.value_or(QSet<ElementId>{});
        const bool isFree = std::all_of(obstacles_.begin(), obstacles_.end(), [&](const Obstacle& obstacle) {
            return own.contains(obstacle.id) || around.contains(obstacle.id) ||
                   obstacle.sort == Obstacle::Drawing || !obstacle.rect.intersects(rect);
        });
        const bool fits =
            isFree && (frame.inside >= 0 || !frame.parent ||
                       (frameRect(frame.parent).contains(all) && growFrames(frame.parent, rect)));
        if (!fits) {
            takeAway(index);
            if (frame.parentIsFree)
                frame.parent = {};
            return;
        }
        frame.rect = rect;
        frame.size = {rect.w, rect.h};
        standing_.insert(index);
        for (const int member : std::as_const(members))
            standing_.insert(member);
        obstacles_.append({frame.id, rect, Obstacle::Frame});
    }

    // ---- what comes

    /// The one of `scope`'s members that `id` is, or lies in; -1: none.
    int memberFor(ElementId id, int frame) const {
        int index = unitOf_.value(id, -1);
        if (index >= 0 && standing_.contains(index))
            return -1;
        while (index >= 0 && result_.units[index].inside != frame)
            index = result_.units[index].inside;
        return index;
    }

    /// Corners of `members` laid out among themselves, from (0, 0).
    QList<Point> layOut(const QList<int>& members, int frame) {
        QHash<int, int> number;
        QList<Size> sizes;
        for (const int member : members) {
            number.insert(member, int(sizes.size()));
            sizes.append(unit(member).size);
        }
        QList<LayoutEdge> edges;
        for (const PlacedLink& link : links_) {
            const int from = memberFor(link.from, frame);
            const int to = memberFor(link.to, frame);
            if (from >= 0 && to >= 0 && from != to && number.contains(from) && number.contains(to))
                edges.append({number.value(from), number.value(to), link.room});
        }
        return layeredLayout(sizes, edges);
    }

    void layOutFrame(int index) {
        const QList<int>& members = content_[std::size_t(index)];
        const QList<Point> corners = layOut(members, index);
        Rect all;
        for (qsizetype i = 0; i < members.size(); ++i) {
            PlacedUnit& inner = unit(members[i]);
            inner.rect = {corners[i].x + kFrameSide, corners[i].y + kFrameTop, inner.size.w, inner.size.h};
            all = all.united(inner.rect);
        }
        PlacedUnit& frame = unit(index);
        if (!members.isEmpty())
            frame.size = {upToGrid(all.right() + kFrameSide), upToGrid(all.bottom() + kFrameSide)};
    }

    void collectObstacles() {
        const auto add = [this](const auto& rows, Obstacle::Sort sort) {
            for (const auto& row : rows)
                obstacles_.append({row.id, row.rect, sort});
        };
        add(design_.blocks, Obstacle::Other);
        add(design_.cards, Obstacle::Other);
        add(design_.frames, Obstacle::Frame);
        // Nothing new comes to lie on a drawing; a frame may go round or over one.
        add(design_.strokes, Obstacle::Drawing);
        add(design_.shapes, Obstacle::Drawing);
        add(design_.images, Obstacle::Drawing);
    }

    /// Units that are joined by links stand together; each such group, one after the other.
    void placeOutermost() {
        QHash<int, int> slot;
        for (int i = 0; i < int(outermost_.size()); ++i)
            slot.insert(outermost_[i], i);
        // What is written into the same frame of the design stays together, too.
        QList<std::pair<int, int>> joined;
        for (const PlacedLink& link : links_) {
            const int a = slot.value(memberFor(link.from, -1), -1);
            const int b = slot.value(memberFor(link.to, -1), -1);
            if (a >= 0 && b >= 0 && unit(outermost_[a]).parent == unit(outermost_[b]).parent)
                joined.append({a, b});
        }
        QList<QList<int>> groups = linkedGroups(int(outermost_.size()), joined);
        for (QList<int>& group : groups)
            std::ranges::transform(group, group.begin(), [this](int i) { return outermost_[i]; });
        for (const PlacedLink& link : links_) {
            const int from = memberFor(link.from, -1);
            const int to = memberFor(link.to, -1);
            if ((from < 0) != (to < 0))
                anchored_.insert(std::max(from, to));
        }
        // Those that hang on something first: the others take what is left.
        std::ranges::stable_partition(groups, [this](const QList<int>& group) { return isAnchored(group); });
        for (const QList<int>& group : std::as_const(groups))
            placeGroup(group);
    }

    bool isAnchored(const QList<int>& group) const {
        return std::ranges::any_of(group, [this](int member) { return anchored_.contains(member); });
    }

    void placeGroup(const QList<int>& group) {
        const QList<Point> corners = layOut(group, -1);
        QList<Rect> rects;
        Rect all;
        for (qsizetype i = 0; i < group.size(); ++i) {
            rects.append({corners[i].x, corners[i].y, unit(group[i]).size.w, unit(group[i]).size.h});
            all = all.united(rects.last());
        }
        ElementId parent = unit(group.first()).parent;
        const bool free = unit(group.first()).parentIsFree;
        std::optional<Point> by;
        QSet<ElementId> around; // frames that the group stands in
        if (const auto anchor = anchorOf(group, rects, free ? ElementId{} : parent)) {
            by = anchor->by;
            if (free)
                parent = anchor->parent;
        } else if (free && at_) {
            by = whereAsked(all);
            parent = FrameFinder(design_).parentFor(*at_);
        }
        around = framesUpFrom(parent);
        if (parent) {
            const Rect room = frameRect(parent);
            const Rect inner{room.x + kFrameSide, room.y + kFrameTop, room.w - 2 * kFrameSide,
                             room.h - kFrameTop - kFrameSide};
            const bool anywhere = !by;
            if (!by)
                by = Point{onGrid(inner.x), onGrid(inner.y)};
            auto inside = freeStep(rects, *by, around, inner);
            for (Coord x = by->x; anywhere && !inside && x + all.right() <= inner.right(); x += kColumnStep)
                inside = freeStep(rects, {x, by->y}, around, inner);
            if (inside) {
                settle(group, rects, *inside, parent);
                return;
            }
            if (const auto grown = freeStep(rects, *by, around, std::nullopt);
                grown && growFrames(parent, all.translated(*grown))) {
                settle(group, rects, *grown, parent);
                return;
            }
            if (const int standing = unitOf_.value(parent, -1); !free && standing >= 0) {
                blocked_ = standing;
                return;
            }
            if (!free) { // written into this frame: it grows to where nothing is, else over what lies below
                const Rect content = contentOf(parent);
                for (const Coord x :
                     {content.right() + kLayerGap, content.left() - kLayerGap - all.right()}) {
                    const auto beside = freeStep(rects, {onGrid(x), onGrid(inner.y)}, around, std::nullopt);
                    if (beside && growFrames(parent, all.translated(*beside))) {
                        settle(group, rects, *beside, parent);
                        return;
                    }
                }
                const Point below{onGrid(inner.x), onGrid(std::max(inner.y, content.bottom() + kRowGap))};
                growFrames(parent, all.translated(below), true);
                settle(group, rects, below, parent);
                return;
            }
            parent = {};
            around.clear();
        }
        if (!by)
            by = belowEverything();
        const auto step = freeStep(rects, *by, around, std::nullopt);
        settle(group, rects, step ? *step : belowEverything(), parent);
    }

    /// Where a group goes that hangs on nothing.
    Point whereAsked(const Rect& all) const {
        Point corner{at_->x - all.w / 2, at_->y - all.h / 2};
        if (seen_) {
            const Rect room{seen_->x + kSeenMargin, seen_->y + kSeenMargin, seen_->w - 2 * kSeenMargin,
                            seen_->h - 2 * kSeenMargin};
            corner.x = std::max(room.left(), std::min(corner.x, room.right() - all.w));
            corner.y = std::max(room.top(), std::min(corner.y, room.bottom() - all.h));
        }
        return {onGrid(corner.x - all.x), onGrid(corner.y - all.y)};
    }

    struct Anchor {
        Point by;
        ElementId parent;
    };
    /// Where a group goes for the sake of what it is connected with: right of what leads to it, else left of
    /// what it leads to. `within`: only what lies in that frame counts; none: all.
    std::optional<Anchor> anchorOf(const QList<int>& group, const QList<Rect>& rects,
                                   ElementId within) const {
        if (!isAnchored(group))
            return std::nullopt;
        QHash<int, qsizetype> placeIn;
        for (qsizetype i = 0; i < group.size(); ++i)
            placeIn.insert(group[i], i);
        std::optional<Coord> after, before;
        QList<Coord> afterHeights, beforeHeights;
        ElementId afterParent, beforeParent;
        for (const PlacedLink& link : links_) {
            const int from = memberFor(link.from, -1);
            const int to = memberFor(link.to, -1);
            if ((from < 0) == (to < 0))
                continue;
            const qsizetype i = placeIn.value(from < 0 ? to : from, -1);
            ElementId other = from < 0 ? link.from : link.to;
            // What is not written into the new frame of the other one stands beside that frame.
            while (!within && unitOf_.contains(frameOf(other)))
                other = frameOf(other);
            const auto there = placeOf(other);
            if (i < 0 || !there || (within && !isWithin(other, within)))
                continue;
            const ElementId parent = frameOf(other);
            const Coord gap = std::max(kLayerGap, link.room + kClearance * 2);
            if (from < 0) {
                const Coord x = there->right() + gap - rects[i].x;
                if (!after || x > *after) {
                    after = x;
                    afterParent = parent;
                }
                afterHeights.append(there->center().y - rects[i].center().y);
            } else {
                const Coord x = there->left() - gap - rects[i].right();
                if (!before || x < *before) {
                    before = x;
                    beforeParent = parent;
                }
                beforeHeights.append(there->center().y - rects[i].center().y);
            }
        }
        const auto middleOf = [](QList<Coord>& heights) {
            std::sort(heights.begin(), heights.end());
            return heights[heights.size() / 2];
        };
        if (after)
            return Anchor{{onGrid(*after), onGrid(middleOf(afterHeights))}, afterParent};
        if (before)
            return Anchor{{onGrid(*before), onGrid(middleOf(beforeHeights))}, beforeParent};
        return std::nullopt;
    }

    /// The step nearest to `by`, up or down, at which all rectangles are free and inside `room`.
    std::optional<Point> freeStep(const QList<Rect>& rects, Point by, const QSet<ElementId>& around,
                                  const std::optional<Rect>& room) const {
        if (rects.size() * obstacles_.size() > kMostCompared / 16)
            return std::nullopt;
        const qsizetype pairs = std::max<qsizetype>(1, rects.size() * obstacles_.size());
        const qsizetype tries = std::clamp<qsizetype>(kMostCompared / pairs, 1, 2 * kMostSteps);
        Rect all;
        for (const Rect& rect : rects)
            all = all.united(rect.translated({by.x, 0}).grown(kClearance));
        QList<Rect> inTheWay; // perhaps: the steps go up and down
        for (const Obstacle& other : obstacles_) {
            if (other.rect.right() > all.x && other.rect.x < all.right() && !around.contains(other.id))
                inTheWay.append(other.rect);
        }
        for (qsizetype n = 0; n < tries; ++n) {
            const Point step{by.x, by.y + Coord((n + 1) / 2) * kStep * (n % 2 ? 1 : -1)};
            const auto fits = [&](const Rect& rect) {
                const Rect there = rect.translated(step);
                const Rect needed{there.x - kClearance, there.y - kRowGap, there.w + 2 * kClearance,
                                  there.h + 2 * kRowGap};
                const auto meets = [&needed](const Rect& other) { return other.intersects(needed); };
                return (!room || room->contains(there)) && std::ranges::none_of(inTheWay, meets);
            };
            if (std::ranges::all_of(rects, fits))
                return step;
        }
        return std::nullopt;
    }

    Rect frameRect(ElementId frame) const {
        if (const int index = unitOf_.value(frame, -1); index >= 0)
            return unit(index).rect;
        return result_.grown.contains(frame) ? result_.grown.value(frame)
                                             : design_.rectOf(frame).value_or(Rect{});
    }

    Rect contentOf(ElementId frame) const {
        Rect all;
        for (const ElementId child : design_.childrenOf(frame)) {
            if (!unitOf_.contains(child))
                all = all.united(design_.rectOf(child).value_or(Rect{}));
        }
        for (const PlacedUnit& unit : result_.units) {
            if (unit.inside < 0 && unit.parent == frame)
                all = all.united(unit.rect);
        }
        return all;
    }

    /// Makes a frame and those around it hold `rect`; false, and nothing changed, where they would come over
    /// something that is not theirs (unless `anyway`).
    bool growFrames(ElementId frame, Rect rect, bool anyway = false) {
        QHash<ElementId, Rect> grown;
        const QSet<ElementId> chain = framesUpFrom(frame);
        for (ElementId at = frame; at;) {
            const Rect old = frameRect(at);
            const Rect need{rect.x - kFrameSide, rect.y - kFrameTop, rect.w + 2 * kFrameSide,
                            rect.h + kFrameTop + kFrameSide};
            const Rect now = old.united(need);
            const Element* element = design_.elements.find(at);
            if (now == old)
                break;
            if (!anyway && element && element->locked)
                return false;
            for (const Obstacle& obstacle : std::as_const(obstacles_)) {
                if (anyway || obstacle.sort == Obstacle::Drawing || chain.contains(obstacle.id) ||
                    !obstacle.rect.intersects(now) || obstacle.rect.intersects(old))
                    continue;
                if (!isWithin(obstacle.id, at))
                    return false;
            }
            grown.insert(at, now);
            rect = now;
            at = frameOf(at);
        }
        for (auto it = grown.cbegin(); it != grown.cend(); ++it) {
            const int index = unitOf_.value(it.key(), -1);
            (index >= 0 ? unit(index).rect : result_.grown[it.key()]) = it.value();
            for (Obstacle& obstacle : obstacles_) {
                if (obstacle.id == it.key())
                    obstacle.rect = it.value();
            }
        }
        return true;
    }

    Point belowEverything() const {
        Rect all;
        for (const Obstacle& obstacle : obstacles_)
            all = all.united(obstacle.rect);
        return all.isEmpty() ? Point{} : Point{onGrid(all.x), onGrid(all.bottom() + kRowGap)};
    }

    void settle(const QList<int>& group, const QList<Rect>& rects, Point by, ElementId parent) {
        for (qsizetype i = 0; i < group.size(); ++i) {
            PlacedUnit& placed = unit(group[i]);
            placed.rect = rects[i].translated(by);
            placed.parent = parent;
            obstacles_.append({placed.id, placed.rect, placed.isFrame ? Obstacle::Frame : Obstacle::Other});
        }
    }

    struct Obstacle {
        enum Sort : char { Other, Frame, Drawing };
        ElementId id;
        Rect rect;
        Sort sort;
    };

    const Design& design_;
    const QList<PlacedLink>& links_;
    const std::optional<Point> at_;
    const std::optional<Rect> seen_;
    QList<PlacedUnit> given_;
    QHash<ElementId, int> unitOf_;
    QList<int> byDepth_;  ///< units, frames before what is in them
    QSet<int> takenAway_; ///< frames that cannot go round what is there, and what is in them
    int blocked_ = -1;    ///< the frame that became one of these in this try
    Placing result_;
    QSet<int> standing_; ///< units that have their place: blocks that are there, frames around them
    std::vector<QList<int>> content_; ///< by frame
    QList<int> outermost_;
    QSet<int> anchored_; ///< outermost units that a link joins to what was there
    QList<Obstacle> obstacles_;
};

} // namespace

Placing placeUnits(const Design& design, QList<PlacedUnit> units, const QList<PlacedLink>& links,
                   std::optional<Point> at, const std::optional<Rect>& seen) {
    return Placer(design, std::move(units), links, at, seen).run();
}

} // namespace groundplan
