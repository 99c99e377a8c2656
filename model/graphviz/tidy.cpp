#include "model/graphviz/tidy.h"

#include "model/graphviz/dot.h"
#include "model/graphviz/frame_margins.h"
#include "model/graphviz/free_places.h"
#include "model/graphviz/tidy_drawings.h"
#include "model/graphviz/tidy_labels.h"
#include "model/graphviz/tidy_parts.h"
#include "model/graphviz/tidy_shift.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

/// Larger layouts are made once, smaller ones repeated (layOutSteadily()).
constexpr qsizetype kMostRepeated = 400;
constexpr qsizetype kMostTries = 10;
/// Between a new block and those that it is connected to.
constexpr Coord kDownstream = 64 * kUnitsPerPoint;
/// The least that the layout itself leaves between blocks, along its direction and across.
constexpr Coord kAlong = 56 * kUnitsPerPoint;
constexpr Coord kAcross = 32 * kUnitsPerPoint;
/// So far the whole gives way to what stays before parts of it do.
constexpr Coord kAside = 160 * kUnitsPerPoint;

QString tr(const char* text) {
    return QCoreApplication::translate("Tidy", text);
}

/// A thing that is put somewhere as a whole: a box, or a frame with all that it holds.
struct Item {
    ElementId id;
    ElementId container; ///< the frame around it that stays; none: the board
    Rect wanted;
};

class Tidying {
    using Rects = QHash<ElementId, Rect>;

public:
    Tidying(const Design& design, const TidyOptions& options)
        : design_(design)
        , options_(options)
        , all_(!options.selection && !options.onlyNew)
        , parts_(tidyParts(design, options)) {
        for (const TidyFrame& frame : parts_.frames)
            frames_.insert(frame.id, &frame);
        for (const TidyBox& box : parts_.boxes) {
            boxes_.insert(box.id, &box);
            anyFixed_ = anyFixed_ || !box.isFree;
            if (box.isFree)
                free_.append(&box);
        }
        for (const TidyFrame& frame : parts_.frames)
            anyFixed_ = anyFixed_ || !frame.isFree;
    }

    qsizetype blocks() const {
        return std::count_if(free_.begin(), free_.end(),
                             [&](const TidyBox* box) { return design_.blocks.contains(box->id); });
    }

    Result<TidyResult> run(int timeoutMs, const std::atomic<bool>* cancelled) {
        if (free_.isEmpty())
            return fail(ErrorCode::Refused, nothingToDo());
        if (all_ && blocks() > kMostTidied) {
            return fail(ErrorCode::Refused,
                        tr("Tidy arranges up to %1 blocks at a time and here are %2: select a frame, or some "
                           "of the blocks, and tidy the selection.")
                            .arg(QLocale().toString(kMostTidied), QLocale().toString(blocks())));
        }
        if (const Result<void> laidOut = layOutSteadily(timeoutMs, cancelled); !laidOut)
            return Failure(laidOut.error());
        if (all_ && !anyFixed_)
            placeAll();
        else
            placeAround();
        pushLooseCards();
        moveDrawingsWithFrames(design_, rects_);
        TidyResult result;
        result.blocks = blocks();
        for (auto it = rects_.cbegin(); it != rects_.cend(); ++it) {
            if (design_.rectOf(it.key()) != it.value())
                result.rects.insert(it.key(), it.value());
        }
        return result;
    }

private:
    QString nothingToDo() const {
        if (options_.onlyNew)
            return tr("Nothing is new here: every block has a place of its own.");
        if (options_.selection)
            return tr("Nothing selected can be tidied: it is pinned or locked, or there is no block in it.");
        return tr("There is nothing to tidy: every block is pinned or locked, or the board is empty.");
    }

    // Layout

    /// Whether a box has a say in the layout: all of them where all is tidied.
    bool takesPart(const TidyBox& box) const { return box.isFree || (all_ && parts_.boxOf.contains(box.id)); }

    LayoutRequest requestFor(const QList<const TidyBox*>& order) const {
        LayoutRequest request;
        request.leftToRight = options_.leftToRight;
        QSet<ElementId> needed;
        QHash<ElementId, qsizetype> number;
        for (const TidyBox* box : order) {
            number.insert(box->id, request.nodes.size());
            request.nodes.append({box->id, {box->rect.w, box->rect.h}, box->frame});
            for (ElementId frame = box->frame; frame; frame = frames_.value(frame)->parent)
                needed.insert(frame);
        }
        for (const TidyFrame& frame : parts_.frames) {
            if (needed.contains(frame.id))
                request.clusters.append({frame.id, frame.parent});
        }
        QList<const Connection*> connections;
        for (const Connection& connection : design_.connections)
            connections.append(&connection);
        const auto rank = [&](const Connection* c) {
            const qsizetype last = request.nodes.size();
            return std::tuple(number.value(c->source, last), number.value(c->target, last), c->id);
        };
        std::sort(connections.begin(), connections.end(),
                  [&](const Connection* a, const Connection* b) { return rank(a) < rank(b); });
        for (const Connection* connection : std::as_const(connections)) {
            LayoutRequest::Edge edge{connection->source, connection->target, {}};
            // What feeds back closes a circle: it is to run against the others, not one of them against it.
            if (connection->flow == Flow::Feedback && closesCircle(*connection))
                std::swap(edge.source, edge.target);
            request.edges.append(edge);
        }
        return request;
    }

    /// Whether the source can be reached from the target, along connections of any flow.
    bool closesCircle(const Connection& feedback) const {
        if (next_.isEmpty()) {
            for (const Connection& connection : design_.connections)
                next_[connection.source].append(connection.target);
        }
        QSet<ElementId> seen{feedback.target};
        QList<ElementId> open{feedback.target};
        while (!open.isEmpty()) {
            for (const ElementId id : next_.value(open.takeLast())) {
                if (id == feedback.source)
                    return true;
                if (!seen.contains(id)) {
                    seen.insert(id);
                    open.append(id);
                }
            }
        }
        return false;
    }

    /// Which of equally good places something gets follows from the order in which dot hears of it, and that
    /// from where things lie. So the layout is repeated on its own result until that stays as it is, or until
    /// results take turns; of these one is always chosen. Then tidying a second time changes nothing.
    Result<void> layOutSteadily(int timeoutMs, const std::atomic<bool>* cancelled) {
        using Order = QList<const TidyBox*>;
        Order order;
        for (const TidyBox& box : parts_.boxes) {
            if (takesPart(box))
                order.append(&box);
        }
        // To fall back on: what becomes of it when everything is told in the order in which it was made.
        std::sort(order.begin(), order.end(), [this](const TidyBox* a, const TidyBox* b) {
            return std::tuple(design_.elements.at(a->id).order, a->id) <
                   std::tuple(design_.elements.at(b->id).order, b->id);
        });
        const QDeadlineTimer deadline(timeoutMs);
        const auto layOutInOrder = [&] {
            Result<LayoutResult> layout = layOut(requestFor(order), int(deadline.remainingTime()), cancelled);
            if (layout)
                makeRoomForLabels(design_, parts_, options_.leftToRight, layout->rects);
            return layout;
        };
        const Result<LayoutResult> plain = layOutInOrder();
        if (!plain)
            return Failure(plain.error());
        if (isThere(plain->rects))
            return {};
        Rects chosen = plain->rects;

        // As things lie, and the other way round: one of the two is how they lay in the layout itself.
        for (const bool mirror : {false, true}) {
            if (order.size() > kMostRepeated)
                break;
            const auto sortBy = [&](auto rectOf) {
                std::stable_sort(order.begin(), order.end(), [&](const TidyBox* a, const TidyBox* b) {
                    const Point at = rectOf(a).center();
                    const Point bt = rectOf(b).center();
                    return options_.leftToRight
                               ? std::tuple(at.x, at.y, a->id) < std::tuple(bt.x, bt.y, b->id)
                               : std::tuple(at.y, at.x, a->id) < std::tuple(bt.y, bt.x, b->id);
                });
            };
            sortBy([&](const TidyBox* box) { return mirror ? mirrored(box->rect) : box->rect; });
            QList<Order> orders;
            QList<Rects> layouts;
            while (orders.size() < kMostTries && !orders.contains(order)) {
                const Result<LayoutResult> layout = layOutInOrder();
                if (!layout)
                    return Failure(layout.error());
                if (isThere(layout->rects))
                    return {};
                orders.append(order);
                layouts.append(layout->rects);
                sortBy([&](const TidyBox* box) { return layout->rects.value(box->id); });
            }
            const qsizetype first = orders.indexOf(order); // from here on they take turns
            if (mirror || first < 0)
                continue;
            const auto isLess = [](const TidyBox* a, const TidyBox* b) { return a->id < b->id; };
            qsizetype least = first;
            for (qsizetype i = first + 1; i < orders.size(); ++i) {
                if (std::lexicographical_compare(orders[i].begin(), orders[i].end(), orders[least].begin(),
                                                 orders[least].end(), isLess))
                    least = i;
            }
            chosen = layouts[least];
        }
        layout_ = isUpsideDown(chosen) ? mirrored(chosen) : chosen;
        return {};
    }

    Rect mirrored(Rect rect) const {
        if (options_.leftToRight)
            rect.y = snappedDown(-rect.bottom());
        else
            rect.x = snappedDown(-rect.right());
        return rect;
    }
    Rects mirrored(Rects layout) const {
        for (const TidyBox& box : parts_.boxes) {
            if (layout.contains(box.id))
                layout[box.id] = mirrored(layout.value(box.id));
        }
        fitFrames(parts_, layout);
        return layout;
    }

    /// Across its direction a layout is as good the other way round. Whether that way more of what was above
    /// (or at the left) still is.
    bool isUpsideDown(const Rects& layout) const {
        const auto middle = [this](const Rect& rect) {
            return points(options_.leftToRight ? rect.center().y : rect.center().x);
        };
        double before = 0;
        double after = 0;
        double count = 0;
        for (const TidyBox& box : parts_.boxes) {
            if (layout.contains(box.id)) {
                before += middle(box.rect);
                after += middle(layout.value(box.id));
                ++count;
            }
        }
        double alike = 0;
        for (const TidyBox& box : parts_.boxes) {
            if (layout.contains(box.id))
                alike += (middle(box.rect) - before / count) * (middle(layout.value(box.id)) - after / count);
        }
        return alike < 0;
    }

    /// Takes the layout, either way round, if the boxes lie in it as they do now, though perhaps elsewhere.
    bool isThere(const Rects& layout) {
        for (const Rects& rects : {layout, mirrored(layout)}) {
            std::optional<Point> shift;
            const bool same = std::all_of(parts_.boxes.begin(), parts_.boxes.end(), [&](const TidyBox& box) {
                if (!rects.contains(box.id))
                    return true;
                const Point own = box.rect.topLeft() - rects.value(box.id).topLeft();
                if (!shift)
                    shift = own;
                return own == *shift;
            });
            if (same) {
                layout_ = rects;
                return true;
            }
        }
        return false;
    }

    // Places

    void placeAll() {
        QList<Rect> before;
        QList<Rect> after;
        for (const TidyBox* box : std::as_const(free_)) {
            before.append(box->rect);
            after.append(layout_.value(box->id));
        }
        const Point shift = meanShift(after, before);
        for (const TidyBox* box : std::as_const(free_))
            putBox(*box, layout_.value(box->id).topLeft() + shift);
        for (const TidyFrame& frame : parts_.frames)
            rects_.insert(frame.id, layout_.value(frame.id).translated(shift));
    }

    /// The outermost frame around a free box that moves with it, else the box itself.
    Item itemOf(const TidyBox& box) const {
        ElementId top = box.id;
        ElementId around = box.frame;
        while (around && frames_.value(around)->isFree) {
            top = around;
            around = frames_.value(around)->parent;
        }
        return {top, around, layout_.value(top)};
    }

    void placeAround() {
        FreePlaces places = whatStays();
        QHash<ElementId, QList<Item>> items; // by container
        QSet<ElementId> seen;
        for (const TidyBox* box : std::as_const(free_)) {
            const Item item = itemOf(*box);
            if (!seen.contains(item.id)) {
                seen.insert(item.id);
                items[item.container].append(item);
            }
        }
        // From the inside out: a frame has grown before others look for places beside it.
        QList<ElementId> containers;
        for (auto frame = parts_.frames.crbegin(); frame != parts_.frames.crend(); ++frame)
            containers.append(frame->id);
        containers.append(ElementId());
        for (const ElementId container : std::as_const(containers)) {
            QList<Item> here = items.value(container);
            wantPlaces(here, places);
            std::stable_sort(here.begin(), here.end(), [](const Item& a, const Item& b) {
                return std::tuple(a.wanted.x, a.wanted.y) < std::tuple(b.wanted.x, b.wanted.y);
            });
            // What need not give way to what stays comes first: it is not to give way to what must.
            if (all_) {
                std::stable_partition(here.begin(), here.end(), [&](const Item& item) {
                    return places.isFree(container, item.wanted, nameOf(item.id));
                });
            }
            for (const Item& item : std::as_const(here)) {
                const Rect rect = places.take(container, item.wanted, nameOf(item.id));
                putItem(item.id, rect.topLeft() - layout_.value(item.id).topLeft());
            }
        }
        for (const TidyFrame& frame : parts_.frames) {
            if (!frame.isFree)
                rects_.insert(frame.id, places.rectOf(frame.id));
        }
    }

    /// By which its gaps to others are told: where all is tidied they are those of the layout, but for
    /// frames, whose margins are room as well.
    ElementId nameOf(ElementId item) const { return all_ && boxes_.contains(item) ? item : ElementId(); }

    /// All that is not moved, with frames as they are, or as small as what stays in them allows.
    FreePlaces whatStays() const {
        FreePlaces places;
        places.addFrame({}, {}, {});
        if (all_) {
            places.setGapOfNamed(options_.leftToRight ? Size{kAlong, kAcross} : Size{kAcross, kAlong});
            for (const Connection* connection : design_.connections.sorted()) {
                if (!connection->label.isEmpty())
                    places.setRoom(
                        connection->source, connection->target,
                        {connection->labelSize.w + 2 * kLabelAir, connection->labelSize.h + 2 * kLabelAir});
            }
        }
        for (const TidyFrame& frame : parts_.frames) {
            if (!frame.isFree)
                places.addFrame(frame.id, frame.parent, frame.fits ? Rect{} : frame.rect);
        }
        for (const TidyBox& box : parts_.boxes) {
            if (!box.isFree)
                places.addObstacle(box.frame, box.rect, nameOf(box.id));
        }
        return places;
    }

    void wantPlaces(QList<Item>& items, const FreePlaces& places) {
        if (items.isEmpty())
            return;
        if (all_) {
            Point shift = shiftAmongFixed(parts_, layout_, items.first().container);
            QList<Rect> wanted;
            for (const Item& item : std::as_const(items))
                wanted.append(item.wanted.translated(shift));
            // Better all of it a little aside than taken apart.
            if (const auto aside = places.shiftFor(items.first().container, wanted, kAside))
                shift = shift + *aside;
            for (Item& item : items)
                item.wanted = item.wanted.translated(shift);
            return;
        }
        const QList<QList<qsizetype>> groups =
            options_.onlyNew ? connectedGroups(items) : QList<QList<qsizetype>>{numbersOf(items)};
        for (const QList<qsizetype>& group : groups) {
            Point shift = shiftOf(items, group);
            QList<Rect> wanted;
            Rect all;
            for (const qsizetype i : group) {
                wanted.append(items[i].wanted.translated(shift));
                all = all.united(wanted.last());
            }
            // Into the frame that it belongs to, as far as there is room.
            const ElementId container = items[group.first()].container;
            const Rect frame = places.rectOf(container);
            if (container && !frame.isEmpty()) {
                const auto into = [](Coord from, Coord size, Coord low, Coord high) {
                    return from < low || size > high - low ? snappedUp(low) - from
                           : from + size > high            ? snappedDown(high - size) - from
                                                           : 0;
                };
                const Point by{into(all.x, all.w, frame.left() + kFrameSide, frame.right() - kFrameSide),
                               into(all.y, all.h, frame.top() + kFrameTop, frame.bottom() - kFrameSide)};
                shift = shift + by;
                for (Rect& rect : wanted)
                    rect = rect.translated(by);
            }
            // Better all of it a little aside than taken apart.
            if (const auto aside = places.shiftFor(container, wanted, std::max(all.w, all.h)))
                shift = shift + *aside;
            for (const qsizetype i : group)
                items[i].wanted = items[i].wanted.translated(shift);
        }
    }

    static QList<qsizetype> numbersOf(const QList<Item>& items) {
        QList<qsizetype> numbers;
        for (qsizetype i = 0; i < items.size(); ++i)
            numbers.append(i);
        return numbers;
    }

    /// The item that an end of a connection belongs to; -1: it stays.
    QHash<ElementId, qsizetype> itemOfElement(const QList<Item>& items) const {
        QHash<ElementId, qsizetype> found;
        for (qsizetype i = 0; i < items.size(); ++i) {
            for (const ElementId id : design_.withDescendants({items[i].id}))
                found.insert(id, i);
        }
        return found;
    }

    /// Items that connections hold together.
    QList<QList<qsizetype>> connectedGroups(const QList<Item>& items) const {
        const QHash<ElementId, qsizetype> itemAt = itemOfElement(items);
        QList<qsizetype> root = numbersOf(items);
        const auto find = [&root](qsizetype i) {
            while (root[i] != i)
                i = root[i];
            return i;
        };
        for (const Connection* connection : design_.connections.sorted()) {
            const qsizetype a = itemAt.value(connection->source, -1);
            const qsizetype b = itemAt.value(connection->target, -1);
            if (a >= 0 && b >= 0)
                root[std::max(find(a), find(b))] = std::min(find(a), find(b));
        }
        QList<QList<qsizetype>> groups(items.size());
        for (qsizetype i = 0; i < items.size(); ++i)
            groups[find(i)].append(i);
        groups.removeIf([](const QList<qsizetype>& group) { return group.isEmpty(); });
        return groups;
    }

    /// New ones go beside what they are connected to; anything else where it was, on average.
    Point shiftOf(const QList<Item>& items, const QList<qsizetype>& group) const {
        QList<Item> some;
        for (const qsizetype i : group)
            some.append(items[i]);
        const QHash<ElementId, qsizetype> itemAt = itemOfElement(some);
        QList<Rect> from;
        QList<Rect> to;
        if (options_.onlyNew) {
            for (const Connection* connection : design_.connections.sorted()) {
                const bool source = itemAt.contains(connection->source);
                if (source == itemAt.contains(connection->target))
                    continue;
                const ElementId mine = source ? connection->source : connection->target;
                const ElementId other = source ? connection->target : connection->source;
                const auto there = design_.rectOf(other);
                if (!there || !layout_.contains(mine))
                    continue;
                const Rect own = layout_.value(mine);
                Rect beside = own.translated(there->center() - own.center());
                if (options_.leftToRight)
                    beside.x = source ? there->left() - kDownstream - own.w : there->right() + kDownstream;
                else
                    beside.y = source ? there->top() - kDownstream - own.h : there->bottom() + kDownstream;
                from.append(own);
                to.append(beside);
            }
        }
        if (from.isEmpty()) {
            for (const TidyBox* box : std::as_const(free_)) {
                if (itemAt.contains(box->id)) {
                    from.append(layout_.value(box->id));
                    to.append(box->rect);
                }
            }
        }
        return meanShift(from, to);
    }

    void putBox(const TidyBox& box, Point topLeft) {
        const Point shift = topLeft - box.rect.topLeft();
        rects_.insert(box.id, design_.rectOf(box.id)->translated(shift));
        for (const TidyCard& card : box.cards)
            rects_.insert(card.id, card.rect.translated(shift));
    }

    /// A box or a frame, `shift` from where the layout had it.
    void putItem(ElementId id, Point shift) {
        if (const TidyBox* box = boxes_.value(id)) {
            putBox(*box, layout_.value(id).topLeft() + shift);
            return;
        }
        rects_.insert(id, layout_.value(id).translated(shift));
        for (const ElementId child : design_.childrenOf(id)) {
            if (boxes_.contains(child) || frames_.contains(child))
                putItem(child, shift);
        }
    }

    void pushLooseCards() {
        if (parts_.loose.isEmpty())
            return;
        FreePlaces places(kCardBeside + kSnap);
        places.addFrame({}, {}, {});
        const auto rectOf = [this](ElementId id) {
            return rects_.contains(id) ? rects_.value(id) : *design_.rectOf(id);
        };
        for (const Element* element : design_.elements.sorted()) {
            if (!element->parent && element->type != ElementType::Connection &&
                !parts_.loose.contains(element->id))
                places.addObstacle({}, rectOf(element->id));
        }
        for (const ElementId card : std::as_const(parts_.loose))
            rects_.insert(card, places.take({}, *design_.rectOf(card)));
    }

    const Design& design_;
    const TidyOptions& options_;
    const bool all_;
    const TidyParts parts_;
    QHash<ElementId, const TidyFrame*> frames_;
    QHash<ElementId, const TidyBox*> boxes_;
    QList<const TidyBox*> free_;
    bool anyFixed_ = false;
    mutable QHash<ElementId, QList<ElementId>> next_;
    Rects layout_;                 ///< by dot
    QHash<ElementId, Rect> rects_; ///< the result
};

} // namespace

Result<TidyResult> tidy(const Design& design, const TidyOptions& options, int timeoutMs,
                        const std::atomic<bool>* cancelled) {
    return Tidying(design, options).run(timeoutMs, cancelled);
}

} // namespace groundplan
