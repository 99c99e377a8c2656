#include "app/window/difference_list.h"

#include "app/render/fonts.h"
#include "model/versions/change_text.h"

#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kElementRole = Qt::UserRole + 1;
constexpr qsizetype kMostOfAValue = 160; ///< characters

struct Part {
    Difference::Kind kind;
    const char* title;
    const char* sign; ///< as the picture has it
};
constexpr std::array kParts = {
    Part{Difference::Kind::Added, QT_TRANSLATE_NOOP("DifferenceList", "Added (%1)"), "+"},
    Part{Difference::Kind::Removed, QT_TRANSLATE_NOOP("DifferenceList", "Removed (%1)"), "−"},
    Part{Difference::Kind::Changed, QT_TRANSLATE_NOOP("DifferenceList", "Changed (%1)"), "≠"},
    Part{Difference::Kind::Moved, QT_TRANSLATE_NOOP("DifferenceList", "Only moved (%1)"), "→"},
};

QColor colourOf(Difference::Kind kind, const Theme& theme) {
    switch (kind) {
    case Difference::Kind::Added:
        return theme.good;
    case Difference::Kind::Removed:
        return theme.bad;
    case Difference::Kind::Changed:
        return theme.warning;
    case Difference::Kind::Moved:
        return theme.muted;
    }
    return {};
}

/// Rows as high as their texts, wrapped at words.
class RowDelegate : public QStyledItemDelegate {
public:
    explicit RowDelegate(DifferenceList* list)
        : QStyledItemDelegate(list)
        , list_(list) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const int width = list_->roomFor(index);
        QTextLayout layout;
        const qreal height = layOut(layout, option, index, width);
        const int air = index.parent().isValid() ? kAir : kHeadingAir;
        return {width, int(std::ceil(height)) + air + kAir};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QPalette& colours = option.palette;
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const bool hovered =
            option.state.testFlag(QStyle::State_MouseOver) && index.flags().testFlag(Qt::ItemIsSelectable);
        if (chosen || hovered) {
            QColor ground = colours.color(QPalette::Highlight);
            ground.setAlphaF(chosen ? 0.16F : 0.06F);
            painter->setPen(Qt::NoPen);
            painter->setBrush(ground);
            painter->drawRoundedRect(option.rect.adjusted(0, 0, -2, 0), 5, 5);
        }
        if (chosen && option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(colours.color(QPalette::Highlight), 1.5));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -3, -1), 4, 4);
        }
        QTextLayout layout;
        layOut(layout, option, index, list_->roomFor(index));
        const QVariant own = index.data(Qt::ForegroundRole);
        painter->setPen(own.isValid() ? own.value<QBrush>().color() : colours.color(QPalette::Text));
        const int air = index.parent().isValid() ? kAir : kHeadingAir;
        layout.draw(painter, QPointF(option.rect.left() + kBeside, option.rect.top() + air));
        painter->restore();
    }

private:
    static constexpr int kAir = 3;
    static constexpr int kHeadingAir = 10;
    static constexpr int kBeside = 4;

    /// Its height; lines after the first stand below its words, not below its sign.
    static qreal layOut(QTextLayout& layout, const QStyleOptionViewItem& option, const QModelIndex& index,
                        int width) {
        const QVariant font = index.data(Qt::FontRole);
        layout.setFont(font.isValid() ? font.value<QFont>() : option.font);
        layout.setText(index.data().toString());
        QTextOption wrapping;
        wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(wrapping);
        const qreal hanging = index.parent().isValid() ? 12 : 0;
        qreal height = 0;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            const qreal left = height > 0 ? hanging : 0;
            line.setLineWidth(std::max<qreal>(20, width - 2 * kBeside - left));
            line.setPosition({left, height});
            height += line.height();
        }
        layout.endLayout();
        return height;
    }

    DifferenceList* list_;
};

} // namespace

DifferenceList::DifferenceList(QWidget* parent)
    : QTreeWidget(parent) {
    setColumnCount(1);
    setHeaderHidden(true);
    setFrameShape(NoFrame);
    setRootIsDecorated(false);
    setIndentation(14);
    setUniformRowHeights(false);
    setMouseTracking(true);
    setItemDelegate(new RowDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMinimumWidth(200);
    setAccessibleName(tr("What differs"));
}

void DifferenceList::setDifferences(const QList<Difference>& differences, const Theme& theme) {
    filling_ = true;
    clear();
    for (const Part& part : kParts) {
        QList<const Difference*> those;
        for (const Difference& difference : differences) {
            if (difference.kind == part.kind)
                those.append(&difference);
        }
        if (those.isEmpty())
            continue;
        auto* heading = new QTreeWidgetItem(this, {tr(part.title).arg(those.size())});
        heading->setFlags(Qt::ItemIsEnabled);
        heading->setFont(0, fonts::of(fonts::Role::PanelTitle));
        for (const Difference* difference : std::as_const(those)) {
            const QString caption = QString::fromUtf8(part.sign) + u"  "_s + difference->caption;
            auto* item = new QTreeWidgetItem(heading, {caption});
            item->setData(0, kElementRole, QVariant::fromValue(difference->element.value()));
            item->setForeground(0, readableOn(colourOf(part.kind, theme), theme.panel));
            item->setToolTip(0, difference->caption);
            // What is part of a decision stands below it, which says its question once.
            QHash<QString, QTreeWidgetItem*> decisions;
            const auto add = [&](QTreeWidgetItem* above, const QString& text) {
                auto* line = new QTreeWidgetItem(above, {text});
                line->setData(0, kElementRole, QVariant::fromValue(difference->element.value()));
                return line;
            };
            for (const Change& change : difference->changes) {
                QTreeWidgetItem* above = item;
                if (!change.within.isEmpty()) {
                    QTreeWidgetItem*& decision = decisions[change.within];
                    if (!decision)
                        decision = add(item, change.within);
                    above = decision;
                }
                QTreeWidgetItem* line = add(above, textOf(change, kMostOfAValue));
                line->setToolTip(0, u"<p>%1</p>"_s.arg(textOf(change).toHtmlEscaped()));
                if (change.within.isEmpty() && !decisions.contains(change.what))
                    decisions.insert(change.what, line); // one that came or went as a whole
            }
        }
    }
    if (topLevelItemCount() == 0) {
        auto* none = new QTreeWidgetItem(this, {tr("Nothing differs.")});
        none->setFlags(Qt::NoItemFlags);
    }
    expandAll();
    filling_ = false;
}

int DifferenceList::roomFor(const QModelIndex& index) const {
    int depth = rootIsDecorated() ? 1 : 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++depth;
    return std::max(60, viewport()->width() - depth * indentation());
}

/// A narrower list has higher rows.
void DifferenceList::resizeEvent(QResizeEvent* event) {
    QTreeWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        scheduleDelayedItemsLayout();
}

void DifferenceList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeWidget::currentChanged(current, previous);
    const QVariant element = current.data(kElementRole);
    if (!filling_ && element.isValid())
        Q_EMIT chosen(ElementId(element.toLongLong()));
}

} // namespace groundplan
