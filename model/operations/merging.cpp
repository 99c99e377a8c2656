#include "model/operations/merging.h"

#include "model/design/validate.h"
#include "model/graphviz/free_places.h"
#include "model/operations/merged_lines.h"
#include "model/operations/nesting.h"
#include "model/operations/parts.h"
#include "model/routing/grid_hash.h"

#include <QMultiHash>

#include <algorithm>

namespace groundplan {

namespace {

/// As far as what belongs together is moved before it is taken apart.
constexpr Coord kTogether = 2'000 * kUnitsPerPoint;

class Settling {
public:
    Settling(Editor& editor, const Design& ours, const Design& theirs)
        : editor_(editor)
        , ours_(ours)
        , theirs_(theirs) {}

    QList<SetBeside> run() {
        gather();
        const bool both = !foreign_.isEmpty() && !own_.isEmpty();
        const Design before = design();
        if (both) {
            takeIn();
            findWhatLiesOutside();
            findOverlaps();
            moveAside();
        }
        routeMergedLines(editor_, ours_, theirs_, before, shifts_);
        QList<SetBeside> done;
        for (const ElementId id : sortedIds(QSet<ElementId>(because_.keyBegin(), because_.keyEnd()))) {
            if (shifts_.contains(id))
                done.append({id, because_.value(id)});
        }
        return done;
    }

private:
    const Design& design() const { return editor_.design(); }
    Rect rectOf(ElementId id) const { return design().rectOf(id).value_or(Rect{}); }
    ElementId parentOf(ElementId id) const { return design().elements.at(id).parent; }

    /// Strokes lie on other things by their nature; everything else wants its own place.
    bool wantsPlace(const Element& element) const {
        return element.type != ElementType::Connection && element.type != ElementType::Stroke;
    }
    void gather() {
        for (const Element* element :
             design().elements.sorted([this](const Element& e) { return wantsPlace(e); })) {
            const auto rect = design().rectOf(element->id);
            if (!rect)
                continue;
            placed_.append(element->id);
            if (rect != ours_.rectOf(element->id))
                foreign_.insert(element->id);
            if (rect != theirs_.rectOf(element->id))
                own_.insert(element->id);
        }
        std::sort(placed_.begin(), placed_.end());
    }

    static bool overlapIn(const Design& side, ElementId a, ElementId b) {
        const auto one = side.rectOf(a);
        const auto other = side.rectOf(b);
        return one && other && one->intersects(*other);
    }
    bool isNewOverlap(ElementId a, ElementId b) const {
        return overlapIn(design(), a, b) && !overlapIn(ours_, a, b) && !overlapIn(theirs_, a, b);
    }
    bool areNested(ElementId a, ElementId b) const {
        return design().isInside(a, b) || design().isInside(b, a);
    }

    /// Calls found(foreign, own) for what lies on each other as in neither version and is not nested.
    template <class Found>
    void visitOverlaps(Found&& found) const {
        routing::GridHash grid;
        for (qsizetype i = 0; i < placed_.size(); ++i) {
            if (own_.contains(placed_.at(i)))
                grid.insert(int(i), rectOf(placed_.at(i)));
        }
        for (const ElementId id : placed_) {
            if (!foreign_.contains(id))
                continue;
            std::vector<int> met; // by id: the grid has no order
            grid.visit(rectOf(id), [&](int other, const Rect&) { met.push_back(other); });
            std::sort(met.begin(), met.end());
            for (const int other : met) {
                const ElementId own = placed_.at(other);
                if (own != id && isNewOverlap(id, own) && !areNested(id, own))
                    found(id, own);
            }
        }
    }

    /// What lies wholly in a frame that the other side has drawn or enlarged belongs to it, as when the frame
    /// is drawn around it.
    void takeIn() {
        QList<std::pair<ElementId, ElementId>> into;
        visitOverlaps([&](ElementId foreign, ElementId own) {
            for (const auto& [inner, frame] : {std::pair(foreign, own), std::pair(own, foreign)}) {
                if (design().frames.contains(frame) && rectOf(frame).contains(rectOf(inner)) &&
                    rectOf(frame) != rectOf(inner))
                    into.append({inner, frame});
            }
        });
        std::stable_sort(into.begin(), into.end(), [this](const auto& a, const auto& b) {
            return depthOf(design(), a.second) < depthOf(design(), b.second);
        });
        for (const auto& [inner, frame] : std::as_const(into)) {
            if (parentOf(inner) != parentOf(frame) || design().isInside(frame, inner))
                continue;
            if (depthOf(design(), frame) + heightOf(design(), inner) <= limits::kDepth)
                putParent(editor_, inner, frame);
        }
    }

    /// A frame was moved by one side, and the other one put something into it where it was.
    void findWhatLiesOutside() {
        for (const ElementId id : std::as_const(placed_)) {
            const Frame* frame = design().frames.find(parentOf(id));
            if (!frame || frame->rect.contains(rectOf(id)))
                continue;
            const Design& side = foreign_.contains(id) ? theirs_ : ours_;
            const Frame* then = side.frames.find(frame->id);
            if (!then || then->rect == frame->rect || !then->rect.contains(rectOf(id)))
                continue;
            const Point step = frame->rect.topLeft() - then->rect.topLeft();
            wanted_.insert(id, rectOf(id).translated(step));
            because_.insert(id, frame->id);
        }
    }

    /// Whether all that a frame holds came with theirs.
    bool isWhollyForeign(ElementId id) const {
        if (ours_.elements.contains(id))
            return false;
        if (!design().frames.contains(id))
            return true;
        const QSet<ElementId> all = design().withDescendants({id});
        return std::none_of(all.begin(), all.end(),
                            [this](ElementId one) { return ours_.elements.contains(one); });
    }

    void findOverlaps() {
        visitOverlaps([this](ElementId foreign, ElementId own) {
            // A frame around what both have cannot go away from under it: what is new on its border does.
            const bool ownMoves = design().frames.contains(foreign) && !isWhollyForeign(foreign);
            const ElementId moves = ownMoves ? own : foreign;
            if (wanted_.contains(moves))
                return;
            wanted_.insert(moves, rectOf(moves));
            because_.insert(moves, ownMoves ? foreign : own);
        });
        QSet<ElementId> carried;
        for (auto it = wanted_.cbegin(); it != wanted_.cend(); ++it) {
            for (ElementId around = parentOf(it.key()); around; around = parentOf(around)) {
                if (wanted_.contains(around))
                    carried.insert(it.key());
            }
        }
        for (const ElementId id : std::as_const(carried)) {
            wanted_.remove(id);
            because_.remove(id);
        }
    }

    /// What theirs has added beside it in the same frame and connected with it, itself included.
    QList<ElementId> drawnWith(ElementId id) const {
        QSet<ElementId> group{id};
        if (ours_.elements.contains(id))
            return {id};
        QList<ElementId> open{id};
        while (!open.isEmpty()) {
            const ElementId at = open.takeLast();
            for (auto [it, end] = drawn_.equal_range(at); it != end; ++it) {
                const ElementId other = *it;
                if (group.contains(other) || parentOf(other) != parentOf(id) || !isWhollyForeign(other))
                    continue;
                group.insert(other);
                open.append(other);
            }
        }
        return sortedIds(group);
    }

    void moveAside() {
        if (wanted_.isEmpty())
            return;
        for (const Connection& row : design().connections) {
            if (!ours_.connections.contains(row.id)) {
                drawn_.insert(row.source, row.target);
                drawn_.insert(row.target, row.source);
            }
        }
        QList<QList<ElementId>> groups;
        QSet<ElementId> free;
        for (const ElementId id : sortedIds(QSet<ElementId>(wanted_.keyBegin(), wanted_.keyEnd()))) {
            if (free.contains(id))
                continue;
            const QList<ElementId> group = drawnWith(id);
            groups.append(group);
            free.unite(QSet<ElementId>(group.begin(), group.end()));
        }
        FreePlaces places = whatStays(design().withDescendants(free));
        for (const QList<ElementId>& group : std::as_const(groups)) {
            QList<Rect> rects;
            for (const ElementId id : group)
                rects.append(wanted_.value(id, rectOf(id)));
            const ElementId frame = parentOf(group.first());
            const auto together =
                group.size() > 1 ? places.shiftFor(frame, rects, kTogether) : std::optional<Point>();
            for (qsizetype i = 0; i < group.size(); ++i)
                put(group.at(i),
                    places.take(frame, rects.at(i).translated(together.value_or(Point{})), group.at(i)));
        }
        for (const Frame* frame : design().frames.sorted()) {
            if (free.contains(frame->id))
                continue;
            const Rect grown = places.rectOf(frame->id);
            if (!grown.isEmpty() && grown != frame->rect)
                putRect(editor_, frame->id, clamped(grown));
        }
    }
    FreePlaces whatStays(const QSet<ElementId>& free) const {
        FreePlaces places;
        places.addFrame({}, {}, {});
        QList<const Frame*> frames =
            design().frames.sorted([&](const Frame& f) { return !free.contains(f.id); });
        std::stable_sort(frames.begin(), frames.end(), [this](const Frame* a, const Frame* b) {
            return depthOf(design(), a->id) < depthOf(design(), b->id);
        });
        for (const Frame* frame : std::as_const(frames))
            places.addFrame(frame->id, parentOf(frame->id), frame->rect);
        for (const ElementId id : placed_) {
            if (!free.contains(id) && !design().frames.contains(id))
                places.addObstacle(parentOf(id), rectOf(id), id);
        }
        return places;
    }
    /// With what a frame holds.
    void put(ElementId id, const Rect& rect) {
        const Point step = clampedStep(rectOf(id), rect.topLeft() - rectOf(id).topLeft());
        if (step == Point{})
            return;
        for (const ElementId each : sortedIds(design().withDescendants({id}))) {
            if (const auto old = design().rectOf(each)) {
                shifts_.insert(each, step);
                putRect(editor_, each, old->translated(step));
            }
        }
    }

    Editor& editor_;
    const Design& ours_;
    const Design& theirs_;
    QList<ElementId> placed_;       ///< all that wants its place, by id
    QSet<ElementId> foreign_;       ///< of these, what lies as ours does not have it
    QSet<ElementId> own_;           ///< what lies as theirs does not have it
    QHash<ElementId, Rect> wanted_; ///< what must move: as near to there as can be
    QHash<ElementId, ElementId> because_;
    QMultiHash<ElementId, ElementId> drawn_; ///< what theirs has connected
    QHash<ElementId, Point> shifts_;         ///< what has been moved, by how much
};

} // namespace

QList<SetBeside> settleMerge(Editor& editor, const Design& ours, const Design& theirs) {
    return Settling(editor, ours, theirs).run();
}

} // namespace groundplan
