#include "app/window/kind_chooser.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr int kWidth = 320;
constexpr int kHeight = 340;
constexpr int kRow = 34;
constexpr int kTile = 24;
constexpr int kNameRole = Qt::UserRole;
constexpr int kGroupRole = Qt::UserRole + 1;

/// Icon and title at the left, the group, muted, at the right.
class KindDelegate : public QStyledItemDelegate {
public:
    KindDelegate(const BoardPainter& board, QObject* parent)
        : QStyledItemDelegate(parent)
        , board_(board) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {kWidth - 24, kRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = board_.theme();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.pressed);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 6, 6);
        }
        const QRect row = option.rect.adjusted(8, 0, -10, 0);
        const QRectF tile(row.left(), row.center().y() - kTile / 2.0 + 0.5, kTile, kTile);
        board_.paintKindIcon(*painter, tile, index.data(kNameRole).toString());
        const QString group = index.data(kGroupRole).toString();
        painter->setFont(option.font);
        painter->setPen(theme.muted);
        const QRect text = row.adjusted(kTile + 10, 0, 0, 0);
        const int groupWidth = std::min(option.fontMetrics.horizontalAdvance(group) + 2, text.width() / 2);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(group, Qt::ElideRight, groupWidth));
        painter->setPen(theme.text);
        const QRect title = text.adjusted(0, 0, -groupWidth - 8, 0);
        painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                        Qt::ElideRight, title.width()));
        painter->restore();
    }

private:
    const BoardPainter& board_;
};

} // namespace

KindChooser::KindChooser(const Catalogue& catalogue, const BoardPainter& painter, const QString& language,
                         QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , catalogue_(catalogue)
    , painter_(painter)
    , language_(language)
    , search_(new QLineEdit(this))
    , list_(new QListWidget(this)) {
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Choose a kind of block"));
    search_->setPlaceholderText(tr("What comes here?"));
    search_->setAccessibleName(tr("Find a kind of block"));
    search_->setClearButtonEnabled(true);
    search_->installEventFilter(this);
    list_->setAccessibleName(tr("Kinds of blocks"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setUniformItemSizes(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setItemDelegate(new KindDelegate(painter_, list_));
    list_->setMouseTracking(true);
    list_->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(search_);
    layout->addWidget(list_);
    resize(kWidth, kHeight);
    setFocusProxy(search_);
    connect(search_, &QLineEdit::textChanged, this, &KindChooser::narrow);
    connect(list_, &QListWidget::itemClicked, this, &KindChooser::take);
    connect(list_, &QListWidget::itemEntered, list_,
            [this](QListWidgetItem* item) { list_->setCurrentItem(item); });
    narrow({});
}

void KindChooser::narrow(const QString& text) {
    list_->clear();
    for (const Kind* kind : catalogue_.search(text, language_)) {
        auto* item = new QListWidgetItem(kind->title.in(language_), list_);
        const KindGroup* group = catalogue_.group(kind->group);
        item->setData(kNameRole, kind->name);
        item->setData(kGroupRole, group ? group->title.in(language_) : QString());
        item->setToolTip(kind->description.in(language_));
    }
    list_->setCurrentRow(0);
}

void KindChooser::openAt(QPoint global) {
    const QScreen* screen = QGuiApplication::screenAt(global);
    if (!screen)
        screen = QGuiApplication::primaryScreen();
    QRect place(global + QPoint(8, -20), size());
    if (screen) {
        const QRect room = screen->availableGeometry();
        place.moveLeft(
            std::clamp(place.left(), room.left(), std::max(room.left(), room.right() - place.width())));
        place.moveTop(
            std::clamp(place.top(), room.top(), std::max(room.top(), room.bottom() - place.height())));
    }
    setGeometry(place);
    show();
    search_->setFocus(Qt::PopupFocusReason);
}

bool KindChooser::eventFilter(QObject* watched, QEvent* event) {
    if (watched == search_ && event->type() == QEvent::KeyPress) {
        const int rows = list_->count();
        const int row = list_->currentRow();
        const int page = std::max(1, list_->height() / kRow - 1);
        const auto go = [&](int to) {
            if (rows > 0)
                list_->setCurrentRow(std::clamp(to, 0, rows - 1));
            return true;
        };
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            return go(row + 1 == rows ? 0 : row + 1);
        case Qt::Key_Up:
            return go(row == 0 ? rows - 1 : row - 1);
        case Qt::Key_PageDown:
            return go(row + page);
        case Qt::Key_PageUp:
            return go(row - page);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
            take();
            return true;
        case Qt::Key_Escape:
            finish({});
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void KindChooser::take() {
    // Enter on a text that fits nothing leaves it open, to be mended.
    if (const QListWidgetItem* item = list_->currentItem())
        finish(item->data(kNameRole).toString());
}

void KindChooser::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    finish({});
}

void KindChooser::finish(const QString& kind) {
    if (std::exchange(finished_, true))
        return;
    hide();
    Q_EMIT finished(kind);
}

} // namespace groundplan
