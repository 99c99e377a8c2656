#include "model/graphviz/tidy_parts.h"

#include "model/graphviz/free_places.h"
#include "model/graphviz/snap.h"

#include <algorithm>

namespace groundplan {

namespace {

/// Around a card that stands by itself in a frame: with the gap to its neighbours it stays by itself.
constexpr Coord kCardAir = kCardBeside - 20 * kUnitsPerPoint;

Coord distance(const Rect& a, const Rect& b) {
    const Coord x = std::max({0, a.left() - b.right(), b.left() - a.right()});
    const Coord y = std::max({0, a.top() - b.bottom(), b.top() - a.bottom()});
    return std::max(x, y);
}

/// By place, so that what is dealt with in turn is so on every machine.
template <class Rows>
auto byPlace(const Rows& rows) {
    auto sorted = rows.sorted();
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
        return std::tuple(a->rect.x, a->rect.y, a->id) < std::tuple(b->rect.x, b->rect.y, b->id);
    });
    return sorted;
}

class Parts {
public:
    Parts(const Design& design, const TidyOptions& options)
        : design_(design)
        , all_(!options.selection && !options.onlyNew) {
        if (options.selection) {
            wanted_ = design.withDescendants(*options.selection);
        } else {
            for (const Element& element : design.elements)
                wanted_.insert(element.id);
        }
        if (options.onlyNew)
            wanted_.intersect(newElements(design, options.fresh));
        for (const Element& element : design.elements) {
            if (element.parent)
                children_[element.parent].append(element.id);
        }
    }

    TidyParts take() {
        addBlocks();
        addCards();
        addFrames();
        for (TidyBox& box : parts_.boxes)
            keepOnSteps(box);
        std::sort(parts_.boxes.begin(), parts_.boxes.end(), [](const TidyBox& a, const TidyBox& b) {
            return std::tuple(a.rect.x, a.rect.y, a.id) < std::tuple(b.rect.x, b.rect.y, b.id);
        });
        return std::move(parts_);
    }

private:
    bool stays(ElementId id) const {
        for (const Element* e = design_.elements.find(id); e; e = design_.elements.find(e->parent)) {
            if (e->pinned || e->locked)
                return true;
        }
        return false;
    }
    bool mayMove(ElementId id) const { return wanted_.contains(id) && !stays(id); }
    ElementId parentOf(ElementId id) const { return design_.elements.at(id).parent; }

    void addBlocks() {
        for (const Block* block : byPlace(design_.blocks)) {
            boxIndex_.insert(block->id, parts_.boxes.size());
            parts_.boxes.append({block->id, parentOf(block->id), block->rect, {}, mayMove(block->id)});
            parts_.boxOf.insert(block->id, block->id);
        }
    }

    void addCards() {
        const qsizetype blocks = parts_.boxes.size();
        QHash<ElementId, QList<qsizetype>> blocksIn;
        for (qsizetype i = 0; i < blocks; ++i)
            blocksIn[parts_.boxes[i].frame].append(i);
        QList<Rect> rects;
        for (const TidyBox& box : std::as_const(parts_.boxes))
            rects.append(box.rect);
        for (const Card* card : byPlace(design_.cards)) {
            const ElementId frame = parentOf(card->id);
            qsizetype nearest = -1;
            for (const qsizetype i : blocksIn.value(frame)) {
                const Coord away = distance(rects[i], card->rect);
                if (away <= kCardBeside && (nearest < 0 || away < distance(rects[nearest], card->rect)))
                    nearest = i;
            }
            if (nearest >= 0 && parts_.boxes[nearest].isFree && !stays(card->id)) {
                TidyBox& box = parts_.boxes[nearest];
                const Rect rect = beside(box, rects[nearest], card->rect);
                box.cards.append({card->id, rect});
                box.rect = box.rect.united(rect);
            } else if (all_ && !frame && !stays(card->id) && nearest < 0) {
                parts_.loose.append(card->id);
            } else {
                const bool moves = frame && nearest < 0 && mayMove(card->id);
                boxIndex_.insert(card->id, parts_.boxes.size());
                parts_.boxes.append({card->id, frame, card->rect.grown(moves ? kCardAir : 0), {}, moves});
            }
        }
    }

    /// Where a card is, or beside its block and the other cards there if it lies over one of them.
    static Rect beside(const TidyBox& box, const Rect& block, const Rect& card) {
        bool covers = card.intersects(block);
        FreePlaces places;
        places.addObstacle({}, block);
        for (const TidyCard& other : box.cards) {
            covers = covers || card.intersects(other.rect);
            places.addObstacle({}, other.rect);
        }
        return covers ? places.take({}, card) : card;
    }

    /// Whether all that a frame holds moves with it.
    bool isFreeFrame(ElementId frame) {
        if (const auto known = freeFrames_.constFind(frame); known != freeFrames_.cend())
            return *known;
        bool free = mayMove(frame);
        for (const ElementId child : children_.value(frame)) {
            if (design_.frames.contains(child)) {
                free = isFreeFrame(child) && free;
            } else if (const auto box = boxIndex_.constFind(child); box != boxIndex_.cend()) {
                free = free && parts_.boxes[*box].isFree;
            }
        }
        freeFrames_.insert(frame, free);
        return free;
    }

    void addFrames() {
        QList<TidyFrame> frames;
        for (const Frame* frame : design_.frames.sorted()) { // dot minds the order of clusters
            const ElementId parent = parentOf(frame->id);
            if (children_.value(frame->id).isEmpty()) {
                boxIndex_.insert(frame->id, parts_.boxes.size());
                parts_.boxes.append({frame->id, parent, frame->rect, {}, mayMove(frame->id)});
                parts_.boxOf.insert(frame->id, frame->id);
                continue;
            }
            int depth = 0;
            for (ElementId around = parent; around; around = parentOf(around))
                ++depth;
            frames.append({frame->id, parent, frame->rect, depth, false, mayMove(frame->id)});
        }
        std::stable_sort(frames.begin(), frames.end(),
                         [](const TidyFrame& a, const TidyFrame& b) { return a.depth < b.depth; });
        for (TidyFrame& frame : frames)
            frame.isFree = isFreeFrame(frame.id);
        parts_.frames = frames;
    }

    /// Cards may lie anywhere beside their block, which is to end on a whole step.
    void keepOnSteps(TidyBox& box) const {
        const Point own = design_.rectOf(box.id)->topLeft();
        const Coord left = own.x - snappedUp(own.x - box.rect.left());
        const Coord top = own.y - snappedUp(own.y - box.rect.top());
        box.rect = {left, top, box.rect.right() - left, box.rect.bottom() - top};
    }

    const Design& design_;
    const bool all_;
    QSet<ElementId> wanted_;
    QHash<ElementId, QList<ElementId>> children_;
    QHash<ElementId, qsizetype> boxIndex_;
    QHash<ElementId, bool> freeFrames_;
    TidyParts parts_;
};

} // namespace

QSet<ElementId> newElements(const Design& design, const QSet<ElementId>& fresh) {
    QSet<ElementId> found;
    for (const ElementId id : fresh) {
        if (design.rectOf(id))
            found.insert(id);
    }
    // From left to right, so that only those are compared that are side by side.
    struct Placed {
        ElementId id;
        Rect rect;
        qint64 order;
    };
    QList<Placed> placed;
    for (const Block* block : byPlace(design.blocks)) {
        const Element& element = design.elements.at(block->id);
        placed.append({block->id, block->rect, element.order});
        const Frame* frame = design.frames.find(element.parent);
        if (frame && !frame->rect.contains(block->rect.center()))
            found.insert(block->id);
    }
    for (qsizetype i = 0; i < placed.size(); ++i) {
        for (qsizetype j = i + 1; j < placed.size() && placed[j].rect.left() < placed[i].rect.right(); ++j) {
            if (!placed[i].rect.intersects(placed[j].rect))
                continue;
            const bool laterIsNew =
                std::tuple(placed[i].order, placed[i].id) < std::tuple(placed[j].order, placed[j].id);
            found.insert(laterIsNew ? placed[j].id : placed[i].id);
        }
    }
    return found;
}

TidyParts tidyParts(const Design& design, const TidyOptions& options) {
    return Parts(design, options).take();
}

} // namespace groundplan
