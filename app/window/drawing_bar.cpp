#include "app/window/drawing_bar.h"

#include "app/canvas/board_view.h"
#include "app/panels/controls.h"
#include "app/window/actions.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kOneRow = 720; ///< pixels of canvas for all in one row

/// A round button that shows an ink, or a width as a line.
class Sample : public QAbstractButton {
public:
    Sample(const QString& name, QWidget* parent)
        : QAbstractButton(parent) {
        setCheckable(true);
        setFixedSize(26, 28);
        setFocusPolicy(Qt::TabFocus);
        setToolTip(name);
        setAccessibleName(name);
    }
    void setInk(const QString& colour) {
        colour_ = colour;
        update();
    }
    void setLine(double width) { line_ = width; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF whole = QRectF(rect()).adjusted(2, 2, -2, -2);
        const QColor ink = colour_.isEmpty() ? palette().color(QPalette::WindowText) : QColor(colour_);
        painter.setPen(Qt::NoPen);
        if (line_ > 0) {
            painter.setBrush(palette().color(isChecked()    ? QPalette::Midlight
                                             : underMouse() ? QPalette::Light
                                                            : QPalette::Window));
            painter.drawRoundedRect(whole.adjusted(-1, -1, 1, 1), 7, 7);
            painter.setPen(QPen(palette().color(isChecked() ? QPalette::Highlight : QPalette::WindowText),
                                line_, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(8, height() / 2.0), QPointF(width() - 8, height() / 2.0));
        } else {
            painter.setBrush(ink);
            const double radius = underMouse() ? 8.5 : 8;
            painter.drawEllipse(whole.center(), radius, radius);
            if (isChecked()) {
                painter.setBrush(Qt::NoBrush);
                painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
                painter.drawEllipse(whole.center(), 11, 11);
            }
        }
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette().color(QPalette::WindowText), 1.25));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 8, 8);
        }
    }
    void enterEvent(QEnterEvent* event) override {
        QAbstractButton::enterEvent(event);
        update();
    }
    void leaveEvent(QEvent* event) override {
        QAbstractButton::leaveEvent(event);
        update();
    }

private:
    QString colour_;
    double line_ = 0;
};

QToolButton* toolButton(QAction* action) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setIconSize({20, 20});
    button->setFixedSize(30, 30);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    return button;
}

QBoxLayout* rowIn(QWidget* widget) {
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    return row;
}

QWidget* addLine(QBoxLayout* row) {
    auto* line = new QWidget;
    auto* column = new QHBoxLayout(line);
    column->setContentsMargins(4, 0, 4, 0);
    auto* hair = new Hairline(Qt::Vertical);
    hair->setFixedHeight(20);
    column->addWidget(hair);
    row->addWidget(line);
    return line;
}

} // namespace

DrawingBar::DrawingBar(BoardController& board, const Actions& actions, QWidget* parent)
    : QWidget(parent)
    , board_(board)
    , canvas_(board.view()->viewport())
    , rows_(new QHBoxLayout(this))
    , tools_(new QWidget)
    , style_(new QWidget)
    , inks_(new QButtonGroup(this))
    , widths_(new QButtonGroup(this)) {
    setObjectName(u"drawing-bar"_s);
    setAccessibleName(tr("Drawing"));
    rows_->setContentsMargins(6, 5, 6, 5);
    rows_->setSpacing(4);
    QBoxLayout* tools = rowIn(tools_);
    for (int i = int(ToolId::Pen); i < kToolCount; ++i) {
        if (ToolId(i) == ToolId::Rectangle || ToolId(i) == ToolId::Laser)
            addLine(tools);
        QToolButton* button = toolButton(actions[actionOf(ToolId(i))]);
        button->installEventFilter(this); // a double click locks the tool
        tools->addWidget(button);
    }

    QBoxLayout* style = rowIn(style_);
    between_ = addLine(style);
    for (std::size_t i = 0; i < kInks.size(); ++i) {
        auto* ink = new Sample({}, style_);
        inks_->addButton(ink, int(i));
        style->addWidget(ink);
    }
    addLine(style);
    const std::array names{tr("Thin"), tr("Medium"), tr("Broad")};
    for (std::size_t i = 0; i < kPenWidths.size(); ++i) {
        auto* width = new Sample(names[i], style_);
        width->setLine(points(kPenWidths[i]));
        widths_->addButton(width, int(i));
        style->addWidget(width);
    }
    addLine(style);
    style->addWidget(toolButton(actions[ActionId::LockTool]));
    style->addWidget(toolButton(actions[ActionId::ShapesBecomeBlocks]));
    style->addStretch();

    rows_->addWidget(tools_);
    rows_->addWidget(style_);
    connect(inks_, &QButtonGroup::idClicked, this, [this](int number) {
        DrawingStyle changed = board_.drawingStyle();
        (board_.tool() == ToolId::Highlighter ? changed.marker : changed.ink) = number;
        board_.setDrawingStyle(changed);
        board_.view()->setFocus(Qt::OtherFocusReason);
    });
    connect(widths_, &QButtonGroup::idClicked, this, [this](int number) {
        DrawingStyle changed = board_.drawingStyle();
        changed.width = number;
        board_.setDrawingStyle(changed);
        board_.view()->setFocus(Qt::OtherFocusReason);
    });
    connect(&board, &BoardController::drawingStyleChanged, this, &DrawingBar::styleChanged);
    canvas_->installEventFilter(this);
    hide();
    toolChanged();
}

void DrawingBar::toolChanged() {
    setVisible(draws(board_.tool()) && board_.document());
    styleChanged();
    arrange();
}

void DrawingBar::styleChanged() {
    const bool marker = board_.tool() == ToolId::Highlighter;
    const DrawingStyle& style = board_.drawingStyle();
    const std::array inkNames{
        tr("Ink of the theme"), tr("Red"), tr("Orange"), tr("Green"), tr("Blue"), tr("Violet")};
    const std::array markerNames{tr("Yellow"), tr("Pink"), tr("Orange"),
                                 tr("Green"),  tr("Blue"), tr("Violet")};
    for (std::size_t i = 0; i < kInks.size(); ++i) {
        auto* ink = static_cast<Sample*>(inks_->button(int(i)));
        ink->setInk(QString::fromLatin1((marker ? kMarkers : kInks)[i]));
        const QString& name = (marker ? markerNames : inkNames)[i];
        ink->setToolTip(name);
        ink->setAccessibleName(name);
    }
    inks_->button(marker ? style.marker : style.ink)->setChecked(true);
    widths_->button(style.width)->setChecked(true);
}

void DrawingBar::arrange() {
    const bool wide = canvas_->width() >= kOneRow;
    between_->setVisible(wide);
    rows_->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    updateGeometry();
    resize(sizeHint());
}

QSize DrawingBar::sizeHint() const {
    return rows_->sizeHint();
}

bool DrawingBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == canvas_) { // not asked of the view, which may be half gone when its last events come
        if (event->type() == QEvent::Resize)
            arrange();
    } else if (event->type() == QEvent::MouseButtonDblClick &&
               static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton) {
        board_.setToolLocked(true);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void DrawingBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = board_.view()->painter().theme();
    painter.setPen(theme.cardBorder);
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace groundplan
