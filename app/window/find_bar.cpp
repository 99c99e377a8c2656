#include "app/window/find_bar.h"

#include "app/canvas/board_view.h"
#include "app/panels/controls.h"
#include "app/panels/icons.h"
#include "app/window/board_controller.h"
#include "model/design/finding.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace groundplan {

FindBar::FindBar(BoardController& board, QWidget* parent)
    : QFrame(parent)
    , board_(board)
    , field_(new QLineEdit)
    , count_(mutedLabel({}))
    , previous_(iconButton(u"arrow-up"_s, tr("Previous (Shift+Enter)")))
    , next_(iconButton(u"arrow-down"_s, tr("Next (Enter)"))) {
    setObjectName(u"find-bar"_s);
    setCursor(Qt::ArrowCursor);
    field_->setPlaceholderText(tr("Find on this board"));
    field_->setAccessibleName(tr("Find on this board"));
    field_->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    field_->setFixedWidth(236);
    field_->installEventFilter(this);
    count_->setObjectName(u"find-count"_s);
    count_->setFixedWidth(74);
    count_->setAlignment(Qt::AlignCenter);
    auto* close = iconButton(u"close"_s, tr("Close (Esc)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 6, 6);
    row->setSpacing(2);
    row->addWidget(field_);
    row->addWidget(count_);
    row->addWidget(previous_);
    row->addWidget(next_);
    row->addWidget(close);
    hide();

    connect(field_, &QLineEdit::textChanged, this, [this] {
        search();
        current_ = hits_.isEmpty() ? -1 : 0;
        showCurrent();
    });
    connect(previous_, &QToolButton::clicked, this, &FindBar::previous);
    connect(next_, &QToolButton::clicked, this, &FindBar::next);
    connect(close, &QToolButton::clicked, this, &FindBar::close);
    showCount();
}

QString FindBar::count() const {
    return count_->text();
}

void FindBar::open() {
    show();
    raise();
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
    searchAgain();
}

void FindBar::close() {
    board_.view()->setFocus(Qt::OtherFocusReason); // before it hides: else Qt looks for somebody else
    hide();
    hits_.clear();
    current_ = -1;
    board_.view()->setHits({});
}

void FindBar::search() {
    const Document* document = board_.document();
    hits_ = document ? findElements(document->design(), field_->text()) : QList<ElementId>();
    board_.view()->setHits({hits_.begin(), hits_.end()});
}

void FindBar::searchAgain() {
    if (isHidden())
        return;
    const ElementId was = hits_.value(current_);
    const bool had = current_ >= 0;
    search();
    current_ = had ? hits_.indexOf(was) : -1;
    showCount();
}

void FindBar::step(int by) {
    if (isHidden())
        open();
    if (hits_.isEmpty())
        return;
    const qsizetype size = hits_.size();
    current_ = current_ < 0 ? (by > 0 ? 0 : size - 1) : (current_ + by + size) % size;
    showCurrent();
}

/// The board itself is shown by selecting nothing: the inspector then has what belongs to it.
void FindBar::showCurrent() {
    showCount();
    if (current_ < 0)
        return;
    const ElementId id = hits_.at(current_);
    const QSet<ElementId> shown = id ? QSet<ElementId>{id} : QSet<ElementId>{};
    board_.setSelection(shown);
    board_.bringIntoView(shown);
}

void FindBar::showCount() {
    const bool any = !hits_.isEmpty();
    previous_->setEnabled(any);
    next_->setEnabled(any);
    if (field_->text().trimmed().isEmpty())
        count_->clear();
    else if (!any)
        count_->setText(tr("None"));
    else if (current_ < 0)
        count_->setText(tr("%1 found").arg(hits_.size()));
    else
        count_->setText(tr("%1 / %2").arg(current_ + 1).arg(hits_.size()));
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        event->accept(); // nothing that is typed here is for the board
}

void FindBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace groundplan
