#include "app/tools/select_tool.h"

#include "app/tools/adding.h"
#include "app/tools/connect_gesture.h"
#include "app/tools/label_gesture.h"
#include "app/tools/move_gesture.h"
#include "app/tools/reconnect_gesture.h"
#include "app/tools/resize_gesture.h"
#include "app/tools/rubber_band_gesture.h"
#include "app/tools/targets.h"
#include "app/tools/waypoint_gesture.h"
#include "model/operations/operations.h"

#include <QCoreApplication>

namespace groundplan {

namespace {

bool isMark(Hit::Part part) {
    return part == Hit::Part::ConflictMark || part == Hit::Part::NoteMark ||
           part == Hit::Part::DecisionMark || part == Hit::Part::QuestionMark;
}

/// Whether the element is large enough on screen for its rim and dots to be told from its body.
bool offersDots(const Design& design, ElementId id, const PointerEvent& event) {
    if (!design.blocks.contains(id) && !design.frames.contains(id))
        return false;
    const Rect rect = design.rectOf(id).value_or(Rect{});
    return std::min(rect.w, rect.h) >= unitsOnScreen(event, kDotsFromSide);
}

/// What a press there takes: the whole group, with Ctrl the one element.
QSet<ElementId> takenWith(const ToolHost& host, ElementId id, const PointerEvent& event) {
    const QSet<ElementId> one{id};
    return event.modifiers.testFlag(Qt::ControlModifier) ? one : withGroups(host.design(), one);
}

/// Handles show on what is selected alone.
QSet<ElementId> withHandles(const ToolHost& host) {
    const QSet<ElementId> selected = host.selection();
    return selected.size() == 1 && !isLocked(host.design(), *selected.begin()) ? selected : QSet<ElementId>{};
}

int dotDistanceOf(const ToolHost& host, ElementId id) {
    return dotDistance(withHandles(host).contains(id) && !host.design().blocks.contains(id));
}

bool isOnDot(const Rect& rect, int distance, const PointerEvent& event) {
    const double grip = unitsOnScreen(event, kDotGrip);
    for (const Point dot : connectionDots(rect, unitsOnScreen(event, distance))) {
        if (std::hypot(double(event.at.x) - dot.x, double(event.at.y) - dot.y) <= grip)
            return true;
    }
    return false;
}

Qt::CursorShape cursorFor(const std::optional<Hit>& hit, bool readOnly) {
    if (!hit)
        return Qt::ArrowCursor;
    if (isMark(hit->part))
        return Qt::PointingHandCursor;
    if (readOnly)
        return Qt::ArrowCursor;
    switch (hit->part) {
    case Hit::Part::Edge:
        return Qt::CrossCursor;
    case Hit::Part::ResizeHandle: {
        static constexpr std::array shapes = {Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor,
                                              Qt::SizeHorCursor};
        return shapes[std::size_t(hit->corner) % shapes.size()];
    }
    case Hit::Part::SourceEnd:
    case Hit::Part::TargetEnd:
    case Hit::Part::Waypoint:
    case Hit::Part::FrameBorder:
    case Hit::Part::FrameTitle:
        return Qt::SizeAllCursor;
    case Hit::Part::Label:
    case Hit::Part::Body:
    case Hit::Part::Title:
    case Hit::Part::ConflictMark:
    case Hit::Part::NoteMark:
    case Hit::Part::DecisionMark:
    case Hit::Part::QuestionMark:
        break;
    }
    return Qt::ArrowCursor;
}

} // namespace

void SelectTool::activate(ToolHost& host) {
    host.setCursor(Qt::ArrowCursor);
}

std::optional<Hit> SelectTool::hitAt(ToolHost& host, const PointerEvent& event) const {
    const Design& design = host.design();
    // The dots of the hovered element lie outside it, perhaps over others: they come first.
    if (hovered_ && !host.isReadOnly()) {
        const auto rect = design.rectOf(hovered_);
        if (rect && offersDots(design, hovered_, event) &&
            isOnDot(*rect, dotDistanceOf(host, hovered_), event))
            return Hit{hovered_, Hit::Part::Edge, 0};
    }
    const QList<Hit> hits = hitsAt(design, host.index(), event.at, event.tolerance, withHandles(host));
    if (hits.isEmpty())
        return std::nullopt;
    Hit hit = hits.first();
    if (hit.part == Hit::Part::Edge && !offersDots(design, hit.element, event))
        hit.part = design.frames.contains(hit.element) ? Hit::Part::FrameBorder : Hit::Part::Body;
    return hit;
}

void SelectTool::setHovered(ToolHost& host, ElementId id) {
    if (id == hovered_)
        return;
    hovered_ = id;
    Preview preview;
    preview.hovered = id;
    preview.grip = keys_.grip();
    host.setPreview(preview);
}

void SelectTool::hover(ToolHost& host, const PointerEvent& event) {
    const Design& design = host.design();
    const std::optional<Hit> hit = hitAt(host, event);
    const bool onSegment = hit && hit->part == Hit::Part::Body && design.connections.contains(hit->element) &&
                           !isLocked(design, hit->element) && !host.isReadOnly();
    if (onSegment)
        host.setCursor(WaypointGesture::isFlatAt(design, hit->element, event.at) ? Qt::SizeVerCursor
                                                                                 : Qt::SizeHorCursor);
    else
        host.setCursor(cursorFor(hit, host.isReadOnly()));
    ElementId hovered;
    if (hit && offersDots(design, hit->element, event)) {
        hovered = hit->element;
    } else if (!hit) {
        // On the way from an element to one of its dots. The pointer may have come out of the field in which
        // a title is typed, which lies over the block and keeps what moves there to itself.
        const QSet<ElementId> selected = withHandles(host);
        for (const ElementId id : {hovered_, selected.isEmpty() ? ElementId() : *selected.begin()}) {
            const auto rect = design.rectOf(id);
            if (rect && design.blocks.contains(id) && offersDots(design, id, event) &&
                rect->grown(unitsOnScreen(event, dotDistanceOf(host, id) + kDotGrip)).contains(event.at)) {
                hovered = id;
                break;
            }
        }
    }
    setHovered(host, host.isReadOnly() ? ElementId{} : hovered);
}

void SelectTool::left(ToolHost& host) {
    if (!gesture_)
        setHovered(host, {});
}

void SelectTool::pressed(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton)
        return;
    cancel(host);
    Press press{event, hitAt(host, event), false};
    const bool shift = event.modifiers.testFlag(Qt::ShiftModifier);
    if (press.hit) {
        press.wasSelected = host.selection().contains(press.hit->element);
        // Taken at once, so that a drag moves what was pressed; a click on one of several waits for the
        // release. Ctrl reaches into a group.
        if (!press.wasSelected && press.hit->part != Hit::Part::Edge && !isMark(press.hit->part)) {
            const QSet<ElementId> taken = takenWith(host, press.hit->element, event);
            host.setSelection(shift ? host.selection() | taken : taken);
        }
    } else if (!shift && !host.selection().isEmpty()) {
        host.setSelection({});
    }
    press_ = press;
}

std::unique_ptr<Gesture> SelectTool::gestureFor(ToolHost& host, const Press& press) const {
    const Design& design = host.design();
    if (!press.hit)
        return std::make_unique<RubberBandGesture>(host, press.event);
    const ElementId id = press.hit->element;
    const bool locked = isLocked(design, id);
    if (host.isReadOnly() || !design.elements.contains(id))
        return nullptr;
    switch (press.hit->part) {
    case Hit::Part::Edge:
        return std::make_unique<ConnectGesture>(host, id, press.event.at);
    case Hit::Part::ResizeHandle:
        return locked ? nullptr : std::make_unique<ResizeGesture>(host, press.event, id, press.hit->corner);
    case Hit::Part::SourceEnd:
        return locked ? nullptr : std::make_unique<ReconnectGesture>(host, id, ReconnectGesture::End::Source);
    case Hit::Part::TargetEnd:
        return locked ? nullptr : std::make_unique<ReconnectGesture>(host, id, ReconnectGesture::End::Target);
    case Hit::Part::Waypoint:
        return locked ? nullptr : std::make_unique<WaypointGesture>(host, press.event, id, press.hit->corner);
    case Hit::Part::Label:
        return locked ? nullptr : std::make_unique<LabelGesture>(id);
    default:
        break;
    }
    // A locked element is like the board under it.
    if (locked)
        return std::make_unique<RubberBandGesture>(host, press.event);
    // Selected by this very press or before: a line moves at once, as a block does.
    if (design.connections.contains(id) && withHandles(host).contains(id))
        return std::make_unique<WaypointGesture>(host, press.event, id);
    const QSet<ElementId> chosen = host.selection() | QSet<ElementId>{id};
    const QSet<ElementId> movable = movableTops(design, chosen);
    if (movable.isEmpty() || design.connections.contains(id))
        return nullptr;
    return std::make_unique<MoveGesture>(host, press.event, movable, id);
}

void SelectTool::moved(ToolHost& host, const PointerEvent& event) {
    if (gesture_) {
        gesture_->moved(host, event);
        return;
    }
    if (!press_) {
        hover(host, event);
        return;
    }
    if (!isDrag(press_->event, event))
        return;
    gesture_ = gestureFor(host, *press_);
    if (!gesture_) {
        press_.reset(); // neither a drag nor, any more, a click
        return;
    }
    hovered_ = {};
    gesture_->moved(host, event);
}

void SelectTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton)
        return;
    const auto gesture = std::move(gesture_);
    const auto press = std::exchange(press_, std::nullopt);
    if (gesture) {
        gesture->released(host, event);
        host.setPreview({});
        hover(host, event);
    } else if (press) {
        click(host, *press);
    }
}

void SelectTool::click(ToolHost& host, const Press& press) {
    if (!press.hit)
        return;
    const ElementId id = press.hit->element;
    if (isMark(press.hit->part)) {
        host.setSelection({id});
        host.openMark(id, press.hit->part);
        return;
    }
    QSet<ElementId> chosen = host.selection();
    const QSet<ElementId> taken = takenWith(host, id, press.event);
    if (press.event.modifiers.testFlag(Qt::ShiftModifier)) {
        // A group that is selected only in part is left by this one alone.
        if (!press.wasSelected)
            chosen.unite(taken);
        else if (chosen.contains(taken))
            chosen.subtract(taken);
        else
            chosen.remove(id);
    } else {
        // The second click on a group reaches into it, and stays inside.
        const bool inside = press.wasSelected && (chosen == taken || chosen == QSet{id});
        chosen = inside ? QSet{id} : taken;
    }
    if (chosen != host.selection())
        host.setSelection(chosen);
}

void SelectTool::doubleClicked(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton)
        return;
    cancel(host);
    const std::optional<Hit> hit = hitAt(host, event);
    if (hit && isMark(hit->part))
        return;
    if (host.isReadOnly()) {
        host.showMessage(
            QCoreApplication::translate("Board", "This board is read-only; save a copy to change it."));
        return;
    }
    if (hit && hit->part == Hit::Part::Waypoint) {
        removeWaypoint(host, hit->element, hit->corner);
        return;
    }
    if (hit) {
        host.setSelection({hit->element});
        host.startRename(hit->element);
        return;
    }
    host.offerKinds(event.at, {}, Beside::Behind, [&host, at = event.at](const BlockChoice& choice) {
        if (!choice.kind.isEmpty())
            addChosenBlock(host, choice, at);
    });
}

bool SelectTool::keyPressed(ToolHost& host, const KeyPress& key) {
    if (gesture_) {
        if (key.key == Qt::Key_Delete || key.key == Qt::Key_Backspace) {
            if (!gesture_->deletePressed(host))
                return false;
        } else if (key.key != Qt::Key_Escape) {
            return false;
        }
        cancel(host);
        return true;
    }
    return keys_.pressed(host, key);
}

void SelectTool::keyReleased(ToolHost& host, const KeyPress& key) {
    if (!key.autoRepeat)
        keys_.released(host, key);
}

void SelectTool::keysLost(ToolHost& host) {
    keys_.lost(host);
}

void SelectTool::cancel(ToolHost& host) {
    press_.reset();
    if (!gesture_ && !keys_.grip())
        return;
    keys_.letGo();
    if (gesture_)
        gesture_->cancelled(host);
    gesture_.reset();
    host.setPreview({});
}

} // namespace groundplan
