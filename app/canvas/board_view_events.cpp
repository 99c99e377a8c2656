#include "app/canvas/board_view.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFocusEvent>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QPointingDevice>
#include <QScrollBar>
#include <QTabletEvent>
#include <QWheelEvent>

#include <cmath>

// BoardView's input: panning and zooming are done here, everything else becomes plain data for the
// CanvasInput.

namespace groundplan {

namespace {

constexpr double kHitPixels = 4;       ///< how near to a thing the pointer must be
constexpr double kNotchesToDouble = 4; ///< notches of a wheel that double the zoom
constexpr double kKeyZoom = 1.25;
constexpr double kNotchPixels = 60; ///< scrolled by one notch
constexpr int kKeyPixels = 40;      ///< scrolled by an arrow key
constexpr double kEdge = 24; ///< width of the rim of the viewport that scrolls while something is dragged
constexpr double kMostEdgeSpeed = 24; ///< pixels a tick

KeyPress keyFrom(const QKeyEvent& event) {
    return {event.key(), event.modifiers() & ~Qt::KeypadModifier, event.text(), event.isAutoRepeat()};
}

} // namespace

PointerEvent BoardView::pointerAt(QPointF viewAt) const {
    PointerEvent event;
    event.at = view_.toBoard(viewAt);
    event.viewAt = viewAt;
    event.tolerance = view_.unitsFor(kHitPixels);
    return event;
}

PointerEvent BoardView::pointerFrom(const QSinglePointEvent& event) const {
    PointerEvent plain = pointerAt(event.position());
    plain.button = event.button();
    plain.buttons = event.buttons();
    plain.modifiers = event.modifiers();
    return plain;
}

// Mouse

void BoardView::showCursor() {
    if (pannedFrom_)
        viewport()->setCursor(Qt::ClosedHandCursor);
    else if (space_)
        viewport()->setCursor(Qt::OpenHandCursor);
    else
        viewport()->setCursor(toolCursor_);
}

void BoardView::startPan(QPointF at) {
    pannedFrom_ = at;
    showCursor();
}

void BoardView::endPan() {
    pannedFrom_.reset();
    showCursor();
}

void BoardView::mousePressEvent(QMouseEvent* event) {
    focusRing_ = false;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && space_)) {
        startPan(event->position());
        return;
    }
    if (event->button() != Qt::LeftButton || pannedFrom_)
        return;
    press(pointerFrom(*event));
}

void BoardView::press(const PointerEvent& event) {
    held_ = event;
    input_.pointerPressed(event);
}

void BoardView::mouseMoveEvent(QMouseEvent* event) {
    if (pannedFrom_) {
        // From whole pixel to whole pixel, so that no fraction is lost on the way.
        const QPoint by = (event->position() - *pannedFrom_).toPoint();
        pannedFrom_ = *pannedFrom_ + QPointF(by);
        scrollBy(by);
        return;
    }
    move(pointerFrom(*event));
}

void BoardView::move(const PointerEvent& plain) {
    if (held_)
        held_ = plain;
    input_.pointerMoved(plain);
    if (held_ && input_.scrollsAtEdge() &&
        !QRectF(viewport()->rect()).adjusted(kEdge, kEdge, -kEdge, -kEdge).contains(plain.viewAt)) {
        if (!edgeTimer_.isActive())
            edgeTimer_.start();
    } else {
        edgeTimer_.stop();
    }
}

void BoardView::mouseReleaseEvent(QMouseEvent* event) {
    if (pannedFrom_ && (event->button() == Qt::MiddleButton || event->button() == Qt::LeftButton)) {
        endPan();
        return;
    }
    if (event->button() == Qt::LeftButton)
        release(pointerFrom(*event));
}

void BoardView::release(const PointerEvent& event) {
    edgeTimer_.stop();
    held_.reset();
    input_.pointerReleased(event);
}

void BoardView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton || space_) {
        mousePressEvent(event);
        return;
    }
    input_.pointerDoubleClicked(pointerFrom(*event));
}

void BoardView::scrollAtEdge() {
    if (!held_ || !input_.scrollsAtEdge()) {
        edgeTimer_.stop();
        return;
    }
    const auto speed = [](double at, double size) {
        const double past = at < kEdge ? kEdge - at : at > size - kEdge ? size - kEdge - at : 0;
        return std::clamp(past / 2, -kMostEdgeSpeed, kMostEdgeSpeed);
    };
    const QPointF by(speed(held_->viewAt.x(), viewport()->width()),
                     speed(held_->viewAt.y(), viewport()->height()));
    scrollBy(by);
    held_->at = view_.toBoard(held_->viewAt);
    input_.pointerMoved(*held_);
}

void BoardView::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (!design_)
        return;
    QPointF notches = QPointF(event->angleDelta()) / QWheelEvent::DefaultDeltasPerStep;
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const double by = notches.y() != 0 ? notches.y() : notches.x();
        zoomTo(view_.zoom() * std::exp2(by / kNotchesToDouble), event->position());
    } else {
        QPointF by = event->pixelDelta().isNull() ? notches * kNotchPixels : QPointF(event->pixelDelta());
        if (event->modifiers().testFlag(Qt::ShiftModifier) && by.x() == 0)
            by = {by.y(), 0};
        scrollBy(by);
    }
    // What is being dragged stays under the pointer while the board moves.
    if (held_) {
        held_->at = view_.toBoard(held_->viewAt);
        held_->tolerance = view_.unitsFor(kHitPixels);
        input_.pointerMoved(*held_);
    }
}

void BoardView::contextMenuEvent(QContextMenuEvent* event) {
    if (!design_)
        return;
    if (event->reason() == QContextMenuEvent::Mouse) {
        PointerEvent here = pointerAt(event->pos());
        here.button = Qt::RightButton;
        input_.contextMenu(here, event->globalPos());
        return;
    }
    // By key: at the selection, as far as it is in sight.
    QRectF shown;
    for (const ElementId id : selection_) {
        if (const auto rect = design_->rectOf(id))
            shown |= view_.toView(*rect);
    }
    const QRectF visible(viewport()->rect());
    const QPointF at = shown.intersects(visible) ? (shown & visible).center() : visible.center();
    input_.contextMenu(pointerAt(at), viewport()->mapToGlobal(at.toPoint()));
}

// Pen

/// What is not taken here comes again as a mouse event, made by Qt: only tools that want to know the pressure
/// get the pen's own.
bool BoardView::tablet(const QTabletEvent& event) {
    const bool eraser = event.pointerType() == QPointingDevice::PointerType::Eraser;
    if (!design_ || pannedFrom_ || space_ || (!pen_ && !eraser && !input_.wantsPressure()))
        return false;
    PointerEvent plain = pointerFrom(event);
    plain.eraser = eraser;
    const bool knows = event.pointingDevice()->hasCapability(QInputDevice::Capability::Pressure);
    plain.pressure = knows ? quint8(std::lround(std::clamp(event.pressure(), 0.0, 1.0) * 255)) : 128;
    switch (event.type()) {
    case QEvent::TabletPress:
        if (event.button() != Qt::LeftButton)
            return false;
        if (!hasFocus())
            setFocus(Qt::MouseFocusReason);
        focusRing_ = false;
        pen_ = true;
        press(plain);
        return true;
    case QEvent::TabletMove:
        if (!pen_)
            return false;
        move(plain);
        return true;
    case QEvent::TabletRelease:
        if (!pen_ || event.button() != Qt::LeftButton)
            return false;
        pen_ = false;
        release(plain);
        return true;
    default:
        return false;
    }
}

// Touch

bool BoardView::nativeGesture(const QNativeGestureEvent& event) {
    switch (event.gestureType()) {
    case Qt::ZoomNativeGesture:
        zoomTo(view_.zoom() * std::max(0.1, 1 + event.value()), event.position());
        return true;
    case Qt::SmartZoomNativeGesture:
        fitAll();
        return true;
    case Qt::BeginNativeGesture:
    case Qt::EndNativeGesture:
        return true;
    default:
        return false;
    }
}

bool BoardView::pinch(const QGestureEvent& event) {
    const auto* gesture = static_cast<const QPinchGesture*>(event.gesture(Qt::PinchGesture));
    if (!gesture || !design_)
        return false;
    const QPointF centre = viewport()->mapFromGlobal(gesture->centerPoint());
    if (gesture->changeFlags().testFlag(QPinchGesture::CenterPointChanged))
        scrollBy(gesture->centerPoint() - gesture->lastCenterPoint());
    if (gesture->changeFlags().testFlag(QPinchGesture::ScaleFactorChanged))
        zoomTo(view_.zoom() * gesture->scaleFactor(), centre);
    return true;
}

bool BoardView::viewportEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::NativeGesture:
        if (design_ && nativeGesture(*static_cast<QNativeGestureEvent*>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::Gesture:
        if (pinch(*static_cast<QGestureEvent*>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TabletRelease:
        event->setAccepted(tablet(*static_cast<QTabletEvent*>(event)));
        return event->isAccepted();
    case QEvent::Leave:
        input_.pointerLeft();
        break;
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

// Keys

bool BoardView::viewKey(const QKeyEvent& event) {
    if (event.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return false;
    const double page = viewport()->height() * 0.9;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomTo(view_.zoom() * kKeyZoom);
        return true;
    case Qt::Key_Minus:
        zoomTo(view_.zoom() / kKeyZoom);
        return true;
    default:
        break;
    }
    if (event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
        scrollBy({kKeyPixels, 0});
        return true;
    case Qt::Key_Right:
        scrollBy({-kKeyPixels, 0});
        return true;
    case Qt::Key_Up:
        scrollBy({0, kKeyPixels});
        return true;
    case Qt::Key_Down:
        scrollBy({0, -kKeyPixels});
        return true;
    case Qt::Key_PageUp:
        scrollBy({0, page});
        return true;
    case Qt::Key_PageDown:
        scrollBy({0, -page});
        return true;
    case Qt::Key_Home:
        fitAll();
        return true;
    default:
        return false;
    }
}

/// Tab comes here before it moves the focus on. (Not in focusNextPrevChild(): what hides while it has the
/// keyboard calls that, too.)
bool BoardView::event(QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool back = key->key() == Qt::Key_Backtab ||
                          (key->key() == Qt::Key_Tab && key->modifiers().testFlag(Qt::ShiftModifier));
        const bool command = key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        if ((back || key->key() == Qt::Key_Tab) && !command && input_.tabPressed(back)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void BoardView::keyPressEvent(QKeyEvent* event) {
    if (!design_) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat() && !held_) {
            space_ = true;
            showCursor();
        }
        event->accept();
        return;
    }
    event->setAccepted(input_.keyPressed(keyFrom(*event)) || viewKey(*event));
}

void BoardView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        space_ = false;
        showCursor();
        return;
    }
    input_.keyReleased(keyFrom(*event));
}

void BoardView::focusInEvent(QFocusEvent* event) {
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
        reason == Qt::ShortcutFocusReason) {
        focusRing_ = true;
        viewport()->update();
    }
    QAbstractScrollArea::focusInEvent(event);
}

void BoardView::focusOutEvent(QFocusEvent* event) {
    space_ = false;
    if (std::exchange(focusRing_, false))
        viewport()->update();
    showCursor();
    input_.focusLost();
    QAbstractScrollArea::focusOutEvent(event);
}

// Kinds dragged from the palette; other drops are the window's.

namespace {

QString kindIn(const QMimeData* data) {
    return QString::fromUtf8(data->data(QLatin1StringView(kKindMimeType)));
}

} // namespace

void BoardView::dragEnterEvent(QDragEnterEvent* event) {
    if (design_ && event->mimeData()->hasFormat(QLatin1StringView(kKindMimeType)))
        event->acceptProposedAction();
    else
        event->ignore();
}

void BoardView::dragMoveEvent(QDragMoveEvent* event) {
    if (!design_ || !event->mimeData()->hasFormat(QLatin1StringView(kKindMimeType))) {
        event->ignore();
        return;
    }
    input_.kindDragged(kindIn(event->mimeData()), view_.toBoard(event->position()));
    event->acceptProposedAction();
}

void BoardView::dragLeaveEvent(QDragLeaveEvent*) {
    input_.kindDragLeft();
}

void BoardView::dropEvent(QDropEvent* event) {
    if (!design_ || !event->mimeData()->hasFormat(QLatin1StringView(kKindMimeType))) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    setFocus(Qt::MouseFocusReason);
    input_.kindDropped(kindIn(event->mimeData()), view_.toBoard(event->position()));
}

} // namespace groundplan
