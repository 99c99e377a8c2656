#include "app/window/command_palette.h"

#include "app/panels/controls.h"
#include "app/panels/icons.h"
#include "app/render/board_painter.h"
#include "app/render/composing.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {

/// What was found, best first.
class PaletteModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : int(rows.size());
    }
    QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid() || index.row() >= rows.size())
            return {};
        const PaletteEntry& entry = rows[index.row()];
        if (role == Qt::DisplayRole)
            return entry.text;
        if (role == Qt::AccessibleTextRole)
            return QStringList{entry.text, entry.detail, entry.section, entry.keys}.join(u", "_s);
        return {};
    }
    void show(QList<PaletteEntry> found) {
        beginResetModel();
        rows = std::move(found);
        endResetModel();
    }

    QList<PaletteEntry> rows;
};

namespace {

constexpr int kMostFound = 100;
constexpr int kMostShown = 9; ///< rows before the list scrolls
constexpr int kRowHeight = 40;
constexpr int kWidth = 640;
constexpr int kTop = 96; ///< below the top of the window
constexpr int kRadius = 12;
constexpr int kShadow = 24;

class PaletteCard : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(palette().color(QPalette::Dark));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    }
};

class EntryDelegate : public QStyledItemDelegate {
public:
    EntryDelegate(const PaletteModel& model, std::function<const BoardPainter*()> painter, QObject* parent)
        : QStyledItemDelegate(parent)
        , model_(model)
        , painter_(std::move(painter)) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {100, kRowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const PaletteEntry& entry = model_.rows[index.row()];
        const QPalette& colours = option.palette;
        const QColor muted = colours.color(QPalette::PlaceholderText);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect area = option.rect.adjusted(8, 1, -8, -1);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(colours.color(QPalette::Highlight), 1.5));
            painter->setBrush(colours.color(QPalette::Light));
            painter->drawRoundedRect(QRectF(area).adjusted(0.75, 0.75, -0.75, -0.75), 8, 8);
        } else if (option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.color(QPalette::Light));
            painter->drawRoundedRect(area, 8, 8);
        }
        const double strength = entry.enabled ? 1 : 0.5;
        painter->setOpacity(strength);
        const QRect tile(area.left() + 10, area.center().y() - 10, 22, 22);
        paintIcon(*painter, tile, entry);
        int right = area.right() - 10;
        if (!entry.keys.isEmpty())
            right = paintKey(*painter, colours, {area.left(), area.top(), right - area.left(), area.height()},
                             entry.keys);
        QFont small = option.font;
        small.setPixelSize(11);
        const QFontMetrics smallMetrics(small);
        painter->setFont(small);
        painter->setPen(muted);
        const int section = smallMetrics.horizontalAdvance(entry.section);
        painter->drawText(QRect(right - section, area.top(), section, area.height()), Qt::AlignVCenter,
                          entry.section);
        right -= section + 16;
        QFont font = option.font;
        font.setPixelSize(13);
        font.setWeight(QFont::Medium);
        const QFontMetrics metrics(font);
        const int left = tile.right() + 12;
        const QString text = metrics.elidedText(entry.text, Qt::ElideRight, right - left);
        painter->setFont(font);
        painter->setPen(colours.color(QPalette::Text));
        painter->drawText(QRect(left, area.top(), right - left, area.height()), Qt::AlignVCenter, text);
        const int behind = left + metrics.horizontalAdvance(text) + 8;
        if (!entry.detail.isEmpty() && behind + 24 < right) {
            painter->setFont(option.font);
            painter->setPen(muted);
            painter->drawText(
                QRect(behind, area.top(), right - behind, area.height()), Qt::AlignVCenter,
                QFontMetrics(option.font).elidedText(entry.detail, Qt::ElideRight, right - behind));
        }
        painter->restore();
    }

private:
    void paintIcon(QPainter& painter, const QRect& tile, const PaletteEntry& entry) const {
        const BoardPainter* board = painter_();
        if (!entry.kind.isEmpty() && board)
            board->paintKindIcon(painter, tile, entry.kind);
        else if (const QString name = entry.checked ? u"check"_s : entry.icon; !name.isEmpty())
            icon(name).paint(&painter, tile.adjusted(2, 2, -2, -2), Qt::AlignCenter,
                             entry.enabled ? QIcon::Normal : QIcon::Disabled);
    }

    /// The key as it stands on the keyboard; returns where what is left of it may end.
    static int paintKey(QPainter& painter, const QPalette& colours, const QRect& area, const QString& keys) {
        QFont font = painter.font();
        font.setPixelSize(11);
        painter.setFont(font);
        const int width = QFontMetrics(font).horizontalAdvance(keys) + 14;
        const QRectF cap(area.right() - width, area.center().y() - 10, width, 21);
        painter.setPen(colours.color(QPalette::Dark));
        painter.setBrush(colours.color(QPalette::AlternateBase));
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        painter.setPen(colours.color(QPalette::PlaceholderText));
        painter.drawText(cap, Qt::AlignCenter, keys);
        return int(cap.left()) - 12;
    }

    const PaletteModel& model_;
    const std::function<const BoardPainter*()> painter_;
};

} // namespace

CommandPalette::CommandPalette(std::function<const BoardPainter*()> painter, QWidget* window)
    : QWidget(window)
    , window_(window)
    , card_(new PaletteCard(this))
    , field_(new QLineEdit)
    , composing_(new Composing(field_))
    , list_(new QListView)
    , model_(new PaletteModel(this)) {
    setObjectName(u"command-palette"_s);
    hide();
    field_->setFrame(false);
    field_->setPlaceholderText(tr("Find an action, a block, a kind or a note"));
    field_->setAccessibleName(tr("Commands"));
    QFont large = field_->font();
    large.setPixelSize(15);
    field_->setFont(large);
    field_->setFixedHeight(50);
    field_->setStyleSheet(u"QLineEdit { background: transparent; border: none; padding: 0 4px; }"_s);
    field_->installEventFilter(this);
    auto* sign = new QLabel;
    sign->setPixmap(icon(u"search"_s).pixmap(18, 18));
    list_->setModel(model_);
    list_->setItemDelegate(new EntryDelegate(*model_, std::move(painter), list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setUniformItemSizes(true);
    list_->setMouseTracking(true);
    list_->viewport()->setAttribute(Qt::WA_Hover);
    list_->setAccessibleName(tr("What was found"));
    list_->setFixedHeight(2 * kRowHeight);
    nothing_ = mutedLabel({});
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setFixedHeight(2 * kRowHeight);
    nothing_->hide();
    hint_ = mutedLabel({});
    hint_->setContentsMargins(18, 7, 18, 9);

    auto* top = new QHBoxLayout;
    top->setContentsMargins(18, 0, 14, 0);
    top->setSpacing(8);
    top->addWidget(sign);
    top->addWidget(field_, 1);
    auto* column = new QVBoxLayout(card_);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(new Hairline);
    column->addSpacing(6);
    column->addWidget(list_);
    column->addWidget(nothing_);
    column->addSpacing(6);
    column->addWidget(new Hairline);
    column->addWidget(hint_);

    connect(field_, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) { take(index.row()); });
    window->installEventFilter(this);
}

QList<PaletteEntry> CommandPalette::found() const {
    return model_->rows;
}

void CommandPalette::open(PaletteEntries entries, const QString& asks) {
    field_->setPlaceholderText(asks.isEmpty() ? tr("Find an action, a block, a kind or a note") : asks);
    entries_ = std::move(entries);
    if (isHidden())
        before_ = window_->focusWidget();
    const QSignalBlocker quiet(field_);
    field_->clear();
    refresh();
    show();
    raise();
    field_->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close() {
    if (isHidden())
        return;
    closing_ = true;
    if (const QPointer<QWidget> back = std::exchange(before_, nullptr))
        back->setFocus(Qt::OtherFocusReason);
    hide();
    closing_ = false;
    entries_ = {};
    model_->show({});
}

void CommandPalette::refresh() {
    model_->show(entries_.find(field_->text(), kMostFound));
    list_->setCurrentIndex(model_->index(0, 0));
    list_->scrollToTop();
    const bool none = model_->rows.isEmpty();
    list_->setVisible(!none);
    nothing_->setVisible(none);
    nothing_->setText(tr("Nothing found for “%1”").arg(field_->text().simplified().left(40)));
    hint_->setText(none ? tr("Esc closes") : tr("↑ ↓ choose      Enter takes      Esc closes"));
    place();
}

void CommandPalette::place() {
    setGeometry(window_->rect());
    const int width = std::min(kWidth, this->width() - 4 * kShadow);
    // Two rows' worth of room stay when little is found, so that the card does not jump while one types.
    const int rows = std::clamp(int(model_->rows.size()), 2, kMostShown);
    const int top = std::min(kTop, height() / 8);
    const QWidget* shown = list_->isHidden() ? static_cast<QWidget*>(nothing_) : list_;
    const int around = card_->layout()->sizeHint().height() - shown->minimumHeight();
    const int room = std::max(2 * kRowHeight, height() - top - around - 4 * kShadow);
    list_->setFixedHeight(std::min(rows * kRowHeight, room));
    card_->layout()->invalidate();
    card_->layout()->activate();
    card_->setGeometry((this->width() - width) / 2, top, width, card_->layout()->sizeHint().height());
    update();
}

void CommandPalette::take(int row) {
    if (row < 0 || row >= model_->rows.size() || !model_->rows[row].enabled)
        return;
    const PaletteEntry entry = model_->rows[row];
    close();
    Q_EMIT chosen(entry);
}

bool CommandPalette::keyPressed(const QKeyEvent& key) {
    if (*composing_)
        return false;
    const int rows = int(model_->rows.size());
    const int row = list_->currentIndex().row();
    const auto choose = [&](int to) {
        if (rows > 0)
            list_->setCurrentIndex(model_->index((to + rows) % rows, 0));
    };
    switch (key.key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(row);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: // nothing else here takes the keyboard
        return true;
    case Qt::Key_Down:
        choose(row + 1);
        return true;
    case Qt::Key_Up:
        choose(row - 1);
        return true;
    case Qt::Key_PageDown:
        choose(std::min(row + kMostShown - 1, rows - 1));
        return true;
    case Qt::Key_PageUp:
        choose(std::max(row - kMostShown + 1, 0));
        return true;
    case Qt::Key_K:
        if (key.modifiers() == Qt::ControlModifier) {
            close();
            return true;
        }
        return false;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == window_ && event->type() == QEvent::Resize && isVisible()) {
        place();
    } else if (watched == field_) {
        switch (event->type()) {
        case QEvent::ShortcutOverride:
            event->accept(); // no shortcut of the window while this is open
            return true;
        case QEvent::KeyPress:
            return keyPressed(*static_cast<QKeyEvent*>(event));
        case QEvent::FocusOut:
            // Its own menu and another window take the keyboard only for a while.
            if (const auto reason = static_cast<QFocusEvent*>(event)->reason();
                reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && isVisible() &&
                !closing_) {
                before_ = nullptr;
                QMetaObject::invokeMethod(this, &CommandPalette::close, Qt::QueuedConnection);
            }
            break;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

/// The window behind steps back a little; the card throws a soft shadow.
void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool dark = palette().color(QPalette::Base).lightness() < 128;
    painter.fillRect(rect(), QColor(0, 0, 0, dark ? 90 : 36));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, dark ? 10 : 3));
    for (int step = kShadow; step > 0; step -= 2)
        painter.drawRoundedRect(card_->geometry().translated(0, 6).adjusted(-step, -step, step, step),
                                kRadius + step, kRadius + step);
}

void CommandPalette::mousePressEvent(QMouseEvent* event) {
    event->accept();
    if (!card_->geometry().contains(event->position().toPoint()))
        close();
}

} // namespace groundplan
