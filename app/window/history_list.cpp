#include "app/window/history_list.h"

#include "app/render/fonts.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace groundplan {
namespace {

constexpr int kRow = 26;
constexpr int kNamedRow = 44;
constexpr int kHeading = 32;
constexpr int kInset = 10;
constexpr int kFlag = 14; ///< room for the sign of a version

class MomentDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const bool heading = index.data(HistoryModel::MomentRole).toLongLong() < 0;
        const bool named = !index.data(HistoryModel::NameRole).toString().isEmpty();
        return {160, heading ? kHeading : named ? kNamedRow : kRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QPalette& colours = option.palette;
        const QColor muted = colours.color(QPalette::PlaceholderText);
        const QRect area = option.rect.adjusted(4, 1, -4, -1);
        const bool heading = index.data(HistoryModel::MomentRole).toLongLong() < 0;
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
            QColor ground = colours.color(QPalette::Highlight);
            ground.setAlphaF(chosen ? 0.16F : 0.06F);
            painter->setPen(Qt::NoPen);
            painter->setBrush(ground);
            painter->drawRoundedRect(area, 6, 6);
        }
        if (chosen && option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(colours.color(QPalette::Highlight), 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 5, 5);
        }
        QRect text = area.adjusted(kInset, 0, -kInset, 0);
        const auto write = [&](const QRect& room, const QString& words, Qt::Alignment how) {
            painter->drawText(room, int(how | Qt::TextSingleLine),
                              painter->fontMetrics().elidedText(words, Qt::ElideRight, room.width()));
        };
        if (heading) {
            painter->setFont(fonts::of(fonts::Role::PanelTitle));
            painter->setPen(muted);
            write(text, index.data().toString(), Qt::AlignBottom | Qt::AlignLeft);
            painter->restore();
            return;
        }
        painter->setFont(fonts::of(fonts::Role::Panel));
        const QString time = index.data(HistoryModel::TimeRole).toString();
        const int timeWidth = time.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(time) + 8;
        const QString name = index.data(HistoryModel::NameRole).toString();
        QRect line = text;
        if (!name.isEmpty()) {
            line = QRect(text.left(), text.top() + 3, text.width(), text.height() / 2 - 3);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.color(QPalette::Highlight));
            const double middle = line.center().y() + 0.5;
            const double left = line.left();
            // A flag: told from the rest by its form too.
            painter->drawPolygon(QPolygonF({{left, middle - 6},
                                            {left + 9, middle - 3},
                                            {left + 2, middle},
                                            {left + 2, middle + 6},
                                            {left, middle + 6}}));
            QFont strong = fonts::of(fonts::Role::PanelTitle);
            painter->setFont(strong);
            painter->setPen(colours.color(QPalette::Text));
            write(line.adjusted(kFlag, 0, -timeWidth, 0), name, Qt::AlignVCenter | Qt::AlignLeft);
            painter->setFont(fonts::of(fonts::Role::Panel));
            painter->setPen(muted);
            write(QRect(text.left() + kFlag, line.bottom(), text.width() - kFlag,
                        text.bottom() - line.bottom()),
                  index.data().toString(), Qt::AlignVCenter | Qt::AlignLeft);
        } else {
            const bool undone = index.data(HistoryModel::UndoneRole).toBool();
            painter->setPen(undone ? muted : colours.color(QPalette::Text));
            if (undone) {
                QFont leaning = painter->font();
                leaning.setItalic(true);
                painter->setFont(leaning);
            }
            write(line.adjusted(0, 0, -timeWidth, 0), index.data().toString(),
                  Qt::AlignVCenter | Qt::AlignLeft);
            painter->setFont(fonts::of(fonts::Role::Panel));
        }
        painter->setPen(muted);
        write(line, time, Qt::AlignVCenter | Qt::AlignRight);
        painter->restore();
    }
};

} // namespace

HistoryList::HistoryList(HistoryModel& model, QWidget* parent)
    : QListView(parent)
    , model_(model) {
    setModel(&model);
    setItemDelegate(new MomentDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setMinimumWidth(190);
    setAccessibleName(tr("History"));
}

void HistoryList::setCurrent(qint64 moment) {
    const QModelIndex index = model_.indexOf(moment);
    setCurrentIndex(index);
    scrollTo(index);
}

void HistoryList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    if (const qint64 moment = model_.momentAt(current); moment >= 0)
        Q_EMIT chosen(moment);
}

void HistoryList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveWanted();
    else
        QListView::keyPressEvent(event);
}

} // namespace groundplan
