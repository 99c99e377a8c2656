#include "app/window/top_bar.h"

#include "app/panels/controls.h"
#include "app/panels/style.h"
#include "app/render/fonts.h"
#include "app/window/actions.h"
#include "app/window/line_field.h"
#include "app/window/title_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSvgRenderer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

class Mark : public QWidget {
public:
    Mark() { setFixedSize(24, 24); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        QSvgRenderer(u":/icons/groundplan.svg"_s).render(&painter, QRectF(rect()));
    }
};

QToolButton* toolButton(QAction* action) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setIconSize({20, 20});
    button->setFixedSize(36, 32);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text().remove(u'&'));
    return button;
}

} // namespace

TopBar::TopBar(const Actions& actions, QMenu* mainMenu, QMenu* exportMenu, QWidget* parent)
    : QWidget(parent)
    , actions_(actions)
    , menu_(iconButton(u"menu"_s, tr("Menu (F10)")))
    , name_(new ElidedLabel)
    , left_(new QWidget)
    , tools_(new QWidget)
    , right_(new QWidget)
    , state_(mutedLabel({}))
    , export_(new QPushButton(tr("Export"))) {
    setFixedHeight(48);
    setAutoFillBackground(true);
    menu_->setFixedSize(32, 32);
    menu_->setIconSize({20, 20});
    menu_->setMenu(mainMenu);
    menu_->setPopupMode(QToolButton::InstantPopup);
    name_->setFont(fonts::of(fonts::Role::InspectorTitle));
    name_->setTextFormat(Qt::PlainText);
    name_->setElideMode(Qt::ElideMiddle);
    name_->setObjectName(u"programName"_s);
    state_->setObjectName(u"state"_s);
    Style::setVariant(export_, Style::Variant::Primary);
    export_->setMenu(exportMenu);
    export_->setToolTip(tr("Hand the design out as PDF, PNG, SVG, a report and more"));
    QFont strong = export_->font();
    strong.setWeight(QFont::DemiBold);
    export_->setFont(strong);

    leftRow_ = new QHBoxLayout(left_);
    leftRow_->setContentsMargins(0, 0, 0, 0);
    leftRow_->setSpacing(8);
    leftRow_->addWidget(state_, 1);

    auto* toolRow = new QHBoxLayout(tools_);
    toolRow->setContentsMargins(0, 0, 0, 0);
    toolRow->setSpacing(8);
    for (const ActionId id : {ActionId::ToolSelect, ActionId::ToolHand, ActionId::ToolConnect,
                              ActionId::ToolFrame, ActionId::ToolNote})
        toolRow->addWidget(toolButton(actions[id]));
    toolRow->addWidget(drawButton());
    toolRow->addSpacing(4);
    auto* line = new Hairline(Qt::Vertical);
    line->setFixedHeight(20);
    toolRow->addWidget(line);
    toolRow->addSpacing(4);
    for (const ActionId id : {ActionId::Undo, ActionId::Redo})
        toolRow->addWidget(toolButton(actions[id]));

    rightRow_ = new QHBoxLayout(right_);
    rightRow_->setContentsMargins(12, 0, 0, 0);
    rightRow_->setSpacing(8);
    rightRow_->addStretch();
    rightRow_->addWidget(export_);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 14, 1);
    row->setSpacing(8);
    row->addWidget(menu_);
    row->addWidget(new Mark);
    row->addWidget(name_);
    row->addWidget(left_);
    row->addWidget(tools_);
    row->addWidget(right_, 1);
}

/// Stands for all tools that draw: shows the one used last, takes it up and puts it down; the others are on
/// the bar that then comes up over the canvas.
QToolButton* TopBar::drawButton() {
    auto* button = new QToolButton;
    button->setObjectName(u"draw"_s);
    button->setCheckable(true);
    button->setIconSize({20, 20});
    button->setFixedSize(36, 32);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(tr("Draw"));
    const auto show = [this, button](const QAction* action) {
        button->setIcon(action->icon());
        button->setToolTip(tr("Draw: %1").arg(Actions::toolTipOf(action)));
    };
    last_ = actions_[ActionId::ToolPen];
    show(last_);
    for (int i = 0; i < kToolCount; ++i) {
        QAction* action = actions_[actionOf(ToolId(i))];
        const bool drawing = draws(ToolId(i));
        connect(action, &QAction::toggled, button, [=, this](bool on) {
            if (!on)
                return;
            button->setChecked(drawing);
            if (drawing) {
                last_ = action;
                show(action);
            }
        });
    }
    connect(actions_[ActionId::ToolPen], &QAction::changed, button,
            [this, button] { button->setEnabled(actions_[ActionId::ToolPen]->isEnabled()); });
    connect(button, &QToolButton::clicked, this,
            [this](bool on) { (on ? last_ : actions_[ActionId::ToolSelect])->trigger(); });
    return button;
}

void TopBar::setHost(PanelHost& host) {
    if (line_)
        return;
    title_ = new TitleField(host);
    leftRow_->insertWidget(0, title_);
    line_ = new LineField(host);
    rightRow_->insertWidget(0, line_);
}

void TopBar::setClock(QWidget* clock) {
    rightRow_->insertWidget(rightRow_->indexOf(export_), clock);
}

void TopBar::setState(const QString& text, const QString& toolTip) {
    state_->setText(text);
    state_->setToolTip(toolTip);
}

QString TopBar::state() const {
    return state_->text();
}

void TopBar::showBoardPart(bool visible, const QString& title) {
    name_->setText(title.isEmpty() ? u"Groundplan"_s : title);
    name_->setVisible(!visible);
    tools_->setVisible(visible);
    export_->setVisible(visible || !title.isEmpty());
    state_->setVisible(visible);
    if (title_)
        title_->setVisible(visible);
    if (line_)
        line_->setVisible(visible);
}

void TopBar::openMenu() {
    menu_->showMenu();
}

/// Title and state keep their width as long as the line field has some to give. What the field wants for its
/// text counts nothing here: it grows to the right, and the tools stay where they are.
void TopBar::giveRoom() {
    const int least = leftRow_->minimumSize().width();
    const int others = layout()->minimumSize().width() - std::max(left_->minimumWidth(), least);
    const int most = std::max(least, width() - others);
    const int growth = line_ ? LineField::kUsualWidth - line_->minimumSizeHint().width() : 0;
    const int share = (most - growth) * 4 / 7; // the tools a little right of the middle
    left_->setFixedWidth(std::clamp(std::max(share, leftRow_->sizeHint().width()), least, most));
}

QSize TopBar::minimumSizeHint() const {
    // What giveRoom() wants is no reason for the window to stay wide.
    const int least = leftRow_->minimumSize().width();
    return QWidget::minimumSizeHint() - QSize(std::max(0, left_->minimumWidth() - least), 0);
}

void TopBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    giveRoom();
}

bool TopBar::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest)
        giveRoom();
    return QWidget::event(event);
}

void TopBar::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
}

} // namespace groundplan
