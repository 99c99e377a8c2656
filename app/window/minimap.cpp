#include "app/window/minimap.h"

#include "app/canvas/board_view.h"
#include "app/window/board_controller.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

namespace groundplan {

namespace {

constexpr int kIdle = 300; ///< ms without a touch, then there is time for the picture
constexpr double kInset = 6;
constexpr double kRadius = 8;
constexpr double kNearly = 0.06; ///< of the view: so much may lie outside it at each side
constexpr int kNear = 24;        ///< pixels around it within which a drag lets it fade
constexpr double kFaded = 0.15;
constexpr qsizetype kFewLines = 80; ///< from more on they grow faint in the picture
constexpr double kFaintest = 0.25;
constexpr double kLeastSeen = 6; ///< side of the part that is seen, however small

} // namespace

Minimap::Minimap(BoardController& board, QWidget* parent)
    : QWidget(parent)
    , board_(board) {
    setObjectName(QStringLiteral("minimap"));
    setAccessibleName(tr("Minimap"));
    setToolTip(tr("Click or drag to move the view"));
    setCursor(Qt::ArrowCursor);
    idle_.setSingleShot(true);
    idle_.setInterval(kIdle);
    connect(&idle_, &QTimer::timeout, this, &Minimap::makePicture);
    board.view()->viewport()->installEventFilter(this);
    hide();
}

void Minimap::setWanted(bool wanted) {
    wanted_ = wanted;
    keepFree();
    viewChanged();
}

void Minimap::designChanged() {
    stale_ = true;
    viewChanged();
    if (isVisible())
        idle_.start();
}

void Minimap::viewChanged() {
    keepFree(); // hidden it is told of no move
    const bool shown = wanted_ && board_.document() && !boardArea().isEmpty() && !isNearlyAllSeen();
    if (shown != !isHidden())
        setVisible(shown);
    if (!shown)
        return;
    if (stale_ && !idle_.isActive())
        idle_.start();
    update();
}

/// Nothing to go to is left outside: it would only cover what one looks at.
bool Minimap::isNearlyAllSeen() const {
    const QRectF area = board_.view()->visibleArea();
    const double across = area.width() * kNearly, down = area.height() * kNearly;
    return area.adjusted(-across, -down, across, down).contains(boardArea());
}

QRectF Minimap::boardArea() const {
    const Rect bounds = board_.view()->index().bounds();
    return {points(bounds.x), points(bounds.y), points(bounds.w), points(bounds.h)};
}

double Minimap::scale() const {
    return pictured_.isEmpty() ? 1
                               : std::min((width() - 2 * kInset) / pictured_.width(),
                                          (height() - 2 * kInset) / pictured_.height());
}

QPointF Minimap::placeOf(QPointF at) const {
    return QRectF(rect()).center() + (at - pictured_.center()) * scale();
}

QRectF Minimap::seen() const {
    const QRectF area = board_.view()->visibleArea();
    QRectF shown(placeOf(area.topLeft()), area.size() * scale());
    const double moreX = std::max(0.0, kLeastSeen - shown.width()) / 2;
    const double moreY = std::max(0.0, kLeastSeen - shown.height()) / 2;
    shown.adjust(-moreX, -moreY, moreX, moreY);
    return shown & QRectF(rect()).adjusted(1, 1, -1, -1);
}

void Minimap::makePicture() {
    idle_.stop();
    if (!isVisible() || !board_.document())
        return;
    stale_ = false;
    pictured_ = boardArea();
    const double ratio = devicePixelRatioF();
    picture_ = QPixmap(size() * ratio);
    picture_.setDevicePixelRatio(ratio);
    const BoardPainter& board = board_.view()->painter();
    picture_.fill(board.theme().canvas);
    BoardPainter::Options options;
    options.scale = scale() * ratio;
    QPainter painter(&picture_);
    painter.translate(QRectF(rect()).center() - pictured_.center() * scale());
    painter.scale(scale(), scale());
    const QPointF corner = pictured_.center() - QRectF(rect()).center() / scale();
    const Design& design = board_.document()->design();
    const QRectF area(corner, QSizeF(size()) / scale());
    board.paint(painter, design, board_.view()->index(), area, options);
    // The more lines there are the less each of them says: what stays to be seen is where the blocks are.
    if (design.connections.size() > kFewLines) {
        QSet<ElementId> lines;
        for (const Connection& connection : design.connections)
            lines.insert(connection.id);
        QPixmap without(picture_.size());
        without.setDevicePixelRatio(ratio);
        without.fill(board.theme().canvas);
        QPainter blocks(&without);
        blocks.setTransform(painter.transform());
        options.hidden = &lines;
        board.paint(blocks, design, board_.view()->index(), area, options);
        blocks.end();
        painter.resetTransform();
        painter.setOpacity(1 - std::max(kFaintest, double(kFewLines) / double(design.connections.size())));
        painter.drawPixmap(0, 0, without);
    }
    update();
}

void Minimap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (faded_)
        painter.setOpacity(kFaded);
    const Theme& theme = board_.view()->painter().theme();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, kRadius, kRadius);
    painter.fillPath(shape, theme.canvas);
    painter.setClipPath(shape);
    if (!picture_.isNull())
        painter.drawPixmap(0, 0, picture_);
    const QRectF part = seen();
    QPainterPath outside = shape;
    outside.addRect(part);
    QColor shade = theme.text;
    shade.setAlpha(theme.dark ? 26 : 18);
    painter.fillPath(outside, shade);
    painter.setPen(QPen(theme.accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(part.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2);
    painter.setClipping(false);
    painter.setPen(theme.cardBorder);
    painter.drawPath(shape);
}

void Minimap::lookAt(QPointF here) {
    if (pictured_.isEmpty())
        return;
    const QPointF at = pictured_.center() + (here - QRectF(rect()).center()) / scale();
    board_.view()->lookAt(at, board_.view()->zoom());
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    dragging_ = true;
    lookAt(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    if (dragging_)
        lookAt(event->position());
}

void Minimap::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
}

void Minimap::wheelEvent(QWheelEvent* event) {
    event->accept(); // it would move the board somewhere else than where the pointer is
}

void Minimap::moveEvent(QMoveEvent*) {
    keepFree();
}

void Minimap::resizeEvent(QResizeEvent*) {
    keepFree();
}

/// What one asks to see is not to lie below it.
void Minimap::keepFree() {
    BoardView& view = *board_.view();
    view.setCovered(wanted_ ? geometry().translated(-view.viewport()->pos()) : QRect());
}

void Minimap::fade(bool faded) {
    if (faded == faded_)
        return;
    faded_ = faded;
    update();
}

/// Whatever is done to the board puts the picture off. What is dragged below it is to be seen.
bool Minimap::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::Wheel:
        if (idle_.isActive())
            idle_.start();
        if (event->type() != QEvent::Wheel) {
            const auto& mouse = *static_cast<QMouseEvent*>(event);
            const QPoint at = mouse.position().toPoint() + board_.view()->viewport()->pos();
            fade(mouse.buttons() != Qt::NoButton &&
                 geometry().adjusted(-kNear, -kNear, kNear, kNear).contains(at));
        }
        break;
    case QEvent::Resize:
        viewChanged();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace groundplan
