#include "app/window/presenter.h"

#include "app/canvas/board_view.h"
#include "app/render/fonts.h"
#include "app/tools/gesture.h"
#include "app/window/board_controller.h"
#include "app/window/floating.h"
#include "model/design/stops.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr int kGlide = 140;          ///< ms
constexpr int kCaptionStays = 2'500; ///< ms
constexpr double kClosest = 2;
constexpr double kRoom = 1.06; ///< a little of what is around is seen
constexpr int kCaptionHeight = 34;
constexpr int kCaptionMargin = 12; ///< pixels below it, and above

} // namespace

/// "3 / 7  Online path" at the lower edge; fades when it has been read.
class PresenterCaption : public QWidget {
public:
    PresenterCaption(const BoardView& view, QWidget* parent)
        : QWidget(parent)
        , view_(view) {
        setObjectName(u"presenter-caption"_s);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        font_ = fonts::of(fonts::Role::PanelTitle);
        stays_.setSingleShot(true);
        stays_.setInterval(kCaptionStays);
        connect(&stays_, &QTimer::timeout, this, [this] {
            if (motion_)
                fade_.start();
            else
                hide();
        });
        fade_.setDuration(kGlide);
        fade_.setStartValue(1.0);
        fade_.setEndValue(0.0);
        connect(&fade_, &QVariantAnimation::valueChanged, this, [this] { update(); });
        connect(&fade_, &QVariantAnimation::finished, this, [this] { hide(); });
        hide();
    }
    void show(const QString& text, bool motion) {
        text_ = text;
        motion_ = motion;
        fade_.stop();
        setAccessibleName(text);
        resize(sizeHint());
        setVisible(true);
        stays_.start();
        update();
    }
    void end() {
        stays_.stop();
        fade_.stop();
        hide();
    }
    QSize sizeHint() const override {
        return {QFontMetrics(font_).horizontalAdvance(text_) + 36, kCaptionHeight};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (fade_.state() == QAbstractAnimation::Running)
            painter.setOpacity(fade_.currentValue().toDouble());
        const Theme& theme = view_.painter().theme();
        painter.setPen(theme.cardBorder);
        painter.setBrush(theme.panel);
        const QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);
        painter.setFont(font_);
        painter.setPen(theme.text);
        painter.drawText(rect(), Qt::AlignCenter,
                         QFontMetrics(font_).elidedText(text_, Qt::ElideRight, width() - 32));
    }

private:
    const BoardView& view_;
    QFont font_;
    QString text_;
    bool motion_ = true;
    QTimer stays_;
    QVariantAnimation fade_;
};

Presenter::Presenter(BoardController& board, QWidget* captionParent)
    : board_(board)
    , caption_(new PresenterCaption(*board.view(), captionParent))
    // A desktop that is asked for less motion takes the time out of its styles' animations.
    , motion_(board.view()->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0) {
    new Floating(caption_, board.view()->viewport(), Qt::AlignHCenter | Qt::AlignBottom, kCaptionMargin);
    glide_.setDuration(kGlide);
    glide_.setStartValue(0.0);
    glide_.setEndValue(1.0);
    glide_.setEasingCurve(QEasingCurve::InOutCubic);
}

Presenter::~Presenter() = default;

void Presenter::start() {
    if (on_ || !board_.document())
        return;
    on_ = true;
    BoardView& view = *board_.view();
    board_.endEditing();
    board_.setTool(ToolId::Select);
    stops_ = presentationOf(board_.document()->design());
    before_ = view.transform();
    selection_ = board_.selection();
    board_.setSelection({});
    view.setEditable(false);
    view.setGridShown(false);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
    Q_EMIT changed(true);
    view.setFocus(Qt::OtherFocusReason);
    goTo(0, false);
}

void Presenter::stop() {
    if (!on_)
        return;
    on_ = false;
    glide_.stop();
    caption_->end();
    BoardView& view = *board_.view();
    view.removeEventFilter(this);
    view.viewport()->removeEventFilter(this);
    view.setEditable(board_.document() && !board_.document()->isReadOnly());
    view.setGridShown(true);
    view.setLit(std::nullopt);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    Q_EMIT changed(false);
    if (board_.document()) {
        view.lookAs(before_);
        board_.setSelection(selection_);
    }
}

QString Presenter::caption() const {
    const Design& design = board_.document()->design();
    const ElementId id = stops_.value(current_);
    const QString title = id ? design.captionOf(id) : design.board.title;
    return tr("%1 / %2   %3").arg(current_ + 1).arg(count()).arg(title.simplified()).trimmed();
}

void Presenter::goTo(int number, bool glide) {
    current_ = std::clamp(number, 0, int(count()) - 1);
    look(glide);
    caption_->show(caption(), motion_);
}

void Presenter::look(bool glide) {
    BoardView& view = *board_.view();
    const Design& design = board_.document()->design();
    const Rect bounds = view.index().bounds();
    const Rect area = design.rectOf(stops_.value(current_)).value_or(bounds);
    if (area.isEmpty())
        return;
    const QRectF board(points(area.x), points(area.y), points(area.w), points(area.h));
    // Below the stop there is room for the caption: it lies over nothing that is shown.
    constexpr int kStrip = kCaptionHeight + 2 * kCaptionMargin;
    const QSize room = view.viewport()->size() - QSize(0, kStrip);
    const double zoom = zoomToFit(board.size() * kRoom, room, kClosest);
    const QPointF to = board.center() + QPointF(0, kStrip / 2.0 / zoom);
    light();
    glide_.stop();
    glide_.disconnect(this);
    if (!glide || !motion_) {
        view.lookAt(to, zoom);
        return;
    }
    const QPointF from = view.centre();
    const double fromZoom = view.zoom();
    connect(&glide_, &QVariantAnimation::valueChanged, this,
            [&view, from, fromZoom, to, zoom](const QVariant& value) {
                const double part = value.toDouble();
                view.lookAt(from + (to - from) * part, fromZoom * std::pow(zoom / fromZoom, part));
            });
    glide_.start();
}

/// What is around the stop is dimmed, as by a lens.
void Presenter::light() {
    const Design& design = board_.document()->design();
    const ElementId stop = stops_.value(current_);
    if (!design.rectOf(stop)) {
        board_.view()->setLit(std::nullopt);
        return;
    }
    QSet<ElementId> lit = design.withDescendants({stop});
    const QSet<ElementId> inside = lit;
    for (const Connection& connection : design.connections) {
        if (inside.contains(connection.source) && inside.contains(connection.target))
            lit.insert(connection.id);
    }
    board_.view()->setLit(lit);
}

void Presenter::key(int key) {
    switch (key) {
    case Qt::Key_Escape:
        stop();
        break;
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Space:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        goTo(current_ + 1);
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        goTo(current_ - 1);
        break;
    case Qt::Key_Home:
        goTo(0);
        break;
    case Qt::Key_End:
        goTo(int(count()) - 1);
        break;
    default:
        break;
    }
}

/// A click goes on; what is dragged over is pointed out with the laser.
void Presenter::mouse(const QMouseEvent& event) {
    BoardView& view = *board_.view();
    const QPointF at = event.position();
    switch (event.type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        if (event.button() == Qt::LeftButton)
            pressed_ = at;
        pointing_ = false;
        break;
    case QEvent::MouseMove:
        if (!pressed_ || !event.buttons().testFlag(Qt::LeftButton))
            break;
        if (!pointing_ && (at - *pressed_).manhattanLength() < kDragThreshold)
            break;
        view.shine(view.transform().toBoard(at), !std::exchange(pointing_, true));
        break;
    case QEvent::MouseButtonRelease:
        if (event.button() != Qt::LeftButton || !std::exchange(pressed_, std::nullopt))
            break;
        if (!std::exchange(pointing_, false))
            goTo(current_ + 1);
        break;
    default:
        break;
    }
}

bool Presenter::eventFilter(QObject* watched, QEvent* event) {
    const bool viewport = watched != board_.view();
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Nothing is edited meanwhile: of all actions only those on function keys stay.
        if (static_cast<QKeyEvent*>(event)->key() >= Qt::Key_F1)
            return false;
        event->accept();
        return true;
    case QEvent::KeyPress:
        key(static_cast<QKeyEvent*>(event)->key());
        return true;
    case QEvent::KeyRelease:
    case QEvent::ContextMenu:
        return true;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
        if (viewport)
            mouse(*static_cast<QMouseEvent*>(event));
        return viewport;
    case QEvent::Wheel:
        return viewport;
    case QEvent::Resize:
        if (viewport)
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (on_)
                        look(false);
                },
                Qt::QueuedConnection);
        return false;
    default:
        return false;
    }
}

} // namespace groundplan
