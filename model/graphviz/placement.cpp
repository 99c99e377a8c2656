#include "model/graphviz/placement.h"

#include "model/graphviz/cycles.h"
#include "model/graphviz/dot.h"
#include "model/graphviz/frame_margins.h"
#include "model/graphviz/grid.h"
#include "model/graphviz/label_room.h"
#include "model/graphviz/near_places.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Dot", text);
}

} // namespace

void Placement::place(ElementId id, const Rect& rect) {
    const auto placeIn = [&](auto& table) {
        if (const auto* row = table.find(id)) {
            auto placed = *row;
            placed.rect = rect;
            table.put(placed);
        }
    };
    placeIn(design_.blocks);
    placeIn(design_.frames);
    placeIn(design_.cards);
    placeIn(design_.strokes);
    placeIn(design_.shapes);
    placeIn(design_.images);
    unplaced_.remove(id);
}

Size Placement::sizeFor(Block block) const {
    block.rect = {0, 0, kImportedBlock.w, kImportedBlock.h};
    return context_.block ? context_.block(block) : kImportedBlock;
}

Result<bool> Placement::placeTheRest(const QList<ElementId>& frames, bool leftToRight, NotTaken& notTaken,
                                     int timeoutMs, const std::atomic<bool>* cancelled) {
    if (unplaced_.isEmpty())
        return true;
    fitCards();
    // A frame that has a place is one that others go by, too.
    const auto isPlaced = [this](const Element& element) {
        return element.type != ElementType::Connection && !unplaced_.contains(element.id);
    };
    if (std::none_of(design_.elements.begin(), design_.elements.end(), isPlaced))
        return layOutAll(frames, leftToRight, notTaken, timeoutMs, cancelled);
    putBeside(frames, leftToRight);
    return true;
}

Result<bool> Placement::layOutAll(const QList<ElementId>& frames, bool leftToRight, NotTaken& notTaken,
                                  int timeoutMs, const std::atomic<bool>* cancelled) {
    LayoutRequest request;
    request.leftToRight = leftToRight;
    request.inBounds = true;
    for (const ElementId frame : frames)
        request.clusters.append({frame, design_.elements.find(frame)->parent});
    for (const Element* element : design_.elements.sorted()) {
        const auto rect = design_.rectOf(element->id);
        if (rect && element->type != ElementType::Frame)
            request.nodes.append({element->id, {rect->w, rect->h}, element->parent});
    }
    for (const Element* element : design_.elements.sorted()) {
        if (const Connection* connection = design_.connections.find(element->id))
            request.edges.append({connection->source, connection->target,
                                  context_.label && !connection->label.isEmpty()
                                      ? context_.label(connection->label)
                                      : Size{}});
    }
    openCycles(request);
    Result<LayoutResult> layout = layOut(request, timeoutMs, cancelled);
    if (!layout && layout.error().code == ErrorCode::Cancelled)
        return Failure(layout.error());
    const bool laidOut = layout.has_value();
    if (!laidOut) {
        notTaken.add(
            tr("The %1 blocks were put in rows, because Graphviz could not lay them out within its limits of "
               "time and memory.")
                .arg(QLocale().toString(request.nodes.size())));
        layout = gridLayout(request);
    }
    for (auto it = layout->rects.cbegin(); it != layout->rects.cend(); ++it)
        place(it.key(), it.value());
    // dot keeps it, but not on every graph.
    QList<LabelNeed> needs;
    for (const LayoutRequest::Edge& edge : std::as_const(request.edges)) {
        if (edge.label != Size{})
            needs.append({edge.source, edge.target, edge.label});
    }
    makeRoomForLabels(design_, *this, needs);
    return laidOut;
}

/// Cards without a place become as large as their texts need.
void Placement::fitCards() {
    for (Card card : Table<Card>(design_.cards)) {
        if (!context_.card || !unplaced_.contains(card.id))
            continue;
        const Size size = context_.card(card);
        card.rect = {card.rect.x, card.rect.y, size.w, size.h};
        design_.cards.put(card);
    }
}

/// By frame (none: the board): what is in it and has a place, directly or in frames without one.
QHash<ElementId, Rect> Placement::placedContents() const {
    QHash<ElementId, Rect> contents;
    for (const Element& element : design_.elements) {
        const auto rect = design_.rectOf(element.id);
        if (!rect || unplaced_.contains(element.id))
            continue;
        for (ElementId around = element.parent;; around = design_.elements.find(around)->parent) {
            contents[around] = contents[around].united(*rect);
            if (!around || !unplaced_.contains(around))
                break;
        }
    }
    return contents;
}

/// What has no place gets one near what it is connected to, or below everything else in its frame, or on the
/// board.
void Placement::putBeside(const QList<ElementId>& frames, bool leftToRight) {
    constexpr Coord kGap = 24 * kUnitsPerPoint;
    QSet<ElementId> parents;
    for (const Element& element : design_.elements)
        parents.insert(element.parent);
    QList<ElementId> waiting;
    for (const Element* element : design_.elements.sorted()) {
        // Frames that hold something go around it afterwards.
        if (unplaced_.contains(element->id) && !parents.contains(element->id))
            waiting.append(element->id);
    }
    QSet<ElementId> fuller;
    const auto put = [&](ElementId id, const Rect& rect) {
        place(id, rect);
        for (const Element* e = design_.elements.find(id); e && e->parent;
             e = design_.elements.find(e->parent))
            fuller.insert(e->parent);
    };
    const QHash<ElementId, Rect> near =
        placesNearLinked(design_, frames, unplaced_, waiting, leftToRight, context_.label);
    for (auto it = near.cbegin(); it != near.cend(); ++it)
        put(it.key(), it.value());

    const QHash<ElementId, Rect> contents = placedContents();
    QHash<ElementId, Point> rows; // by frame: where the next one goes
    const auto rowOf = [&](ElementId parent) -> Point& {
        const auto known = rows.find(parent);
        if (known != rows.end())
            return *known;
        const Rect around = contents.value(parent);
        Point start{around.x, around.bottom() + kGap};
        if (const Frame* frame = design_.frames.find(parent); frame && around.isEmpty())
            start = {frame->rect.x + kFrameSide, frame->rect.y + kFrameTop};
        return *rows.insert(parent, start);
    };
    for (const ElementId id : std::as_const(waiting)) {
        if (near.contains(id))
            continue;
        // A frame without a place gets it from what it holds: that goes where the next one with a place is.
        ElementId parent = design_.elements.find(id)->parent;
        while (parent && unplaced_.contains(parent))
            parent = design_.elements.find(parent)->parent;
        Point& next = rowOf(parent);
        Rect rect = *design_.rectOf(id);
        if (rect.isEmpty())
            rect = {0, 0, kImportedFrame.w, kImportedFrame.h};
        rect.x = std::clamp(next.x, -kMaxCoord, kMaxCoord);
        rect.y = std::clamp(next.y, -kMaxCoord, kMaxCoord);
        next.x = std::min(rect.right() + kGap, kMaxCoord);
        put(id, rect);
    }
    wrapFrames(frames, fuller);
}

/// Frames without a place go around what they hold, inner ones first; those that have come to hold more grow.
void Placement::wrapFrames(const QList<ElementId>& frames, const QSet<ElementId>& fuller) {
    QHash<ElementId, Rect> contents = placedContents();
    // Outer frames come before inner ones.
    for (auto frame = frames.crbegin(); frame != frames.crend(); ++frame) {
        const Rect inside = contents.value(*frame);
        Rect rect = design_.frames.find(*frame)->rect;
        const bool isPlaced = !unplaced_.contains(*frame);
        if (inside.isEmpty() || (isPlaced && (!fuller.contains(*frame) || rect.contains(inside))))
            continue;
        const Rect wanted{inside.x - kFrameSide, inside.y - kFrameTop, inside.w + 2 * kFrameSide,
                          inside.h + kFrameTop + kFrameSide};
        rect = isPlaced ? rect.united(wanted) : wanted;
        rect.x = std::clamp(rect.x, -kMaxCoord, kMaxCoord);
        rect.y = std::clamp(rect.y, -kMaxCoord, kMaxCoord);
        rect.w = std::min(rect.w, kMaxSize);
        rect.h = std::min(rect.h, kMaxSize);
        place(*frame, rect);
        const ElementId parent = design_.elements.find(*frame)->parent;
        contents[parent] = contents[parent].united(rect);
    }
}

} // namespace groundplan
