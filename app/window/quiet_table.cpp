#include "app/window/quiet_table.h"

#include "app/panels/shapes.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace groundplan {
namespace {

constexpr int kRow = 30; // pixels
constexpr int kHeader = 28;
constexpr int kBeside = 10; ///< the words

class QuietHeader : public QHeaderView {
public:
    explicit QuietHeader(QWidget* parent)
        : QHeaderView(Qt::Horizontal, parent) {
        setFixedHeight(kHeader);
        setSectionsClickable(false);
        setHighlightSections(false);
    }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int index) const override {
        painter->save();
        painter->fillRect(rect, palette().color(QPalette::Window));
        painter->setFont(font());
        painter->setPen(palette().color(QPalette::PlaceholderText));
        const QRect words = rect.adjusted(kBeside, 0, -kBeside, 0);
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          fontMetrics().elidedText(model()->headerData(index, Qt::Horizontal).toString(),
                                                   Qt::ElideRight, words.width()));
        painter->setPen(palette().color(QPalette::Mid));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->restore();
    }
    QSize sectionSizeFromContents(int index) const override {
        const QString title = model()->headerData(index, Qt::Horizontal).toString();
        return {fontMetrics().horizontalAdvance(title) + 2 * kBeside + 2, kHeader};
    }
};

/// One band over all columns for what is selected or under the mouse.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QPalette& colours = option.palette;
        const bool selected = option.state & QStyle::State_Selected;
        const auto* table = static_cast<const QTreeWidget*>(option.widget);
        const bool focused = table->hasFocus() && table->currentIndex().row() == index.row() &&
                             table->selectionMode() != QAbstractItemView::NoSelection;
        painter->save();
        painter->setClipRect(option.rect);
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF band(1, option.rect.top() + 1, table->viewport()->width() - 2, option.rect.height() - 2);
        const bool hovered = option.state & QStyle::State_MouseOver;
        if (selected || focused || (hovered && table->selectionMode() != QAbstractItemView::NoSelection))
            roundRect(painter, band, 6,
                      selected
                          ? blend(colours.color(QPalette::Window), colours.color(QPalette::Highlight), 0.16)
                          : colours.color(QPalette::Light),
                      focused ? colours.color(QPalette::Highlight) : QColor(Qt::transparent), 1.5);
        painter->setFont(option.font);
        const bool heading = index.column() == 0;
        painter->setPen(colours.color(heading || selected ? QPalette::Text : QPalette::PlaceholderText));
        const QRect words = option.rect.adjusted(kBeside, 0, -kBeside, 0);
        painter->drawText(
            words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * kBeside + 2, kRow};
    }
};

} // namespace

QuietTable::QuietTable(QWidget* parent)
    : QTreeWidget(parent) {
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHeader(new QuietHeader(this));
    setItemDelegate(new RowDelegate(this));
    viewport()->setBackgroundRole(QPalette::Window);
}

void QuietTable::fitColumns(bool first) {
    header()->setStretchLastSection(!first);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    for (int column = 0; column < columnCount(); ++column)
        resizeColumnToContents(column);
    if (first)
        header()->setSectionResizeMode(0, QHeaderView::Stretch);
}

int QuietTable::heightOfAll() const {
    return kHeader + kRow * topLevelItemCount() + 2;
}

} // namespace groundplan
