#include "app/window/difference_list.h"

#include "app/render/fonts.h"
#include "model/design/words_text.h"

#include <QHeaderView>

#include <array>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kElementRole = Qt::UserRole + 1;

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

QString textOf(const Change& change) {
    return change.before.isEmpty() ? DifferenceList::tr("+ %1: %2").arg(change.what, change.after)
           : change.after.isEmpty()
               ? DifferenceList::tr("− %1: %2").arg(change.what, change.before)
               : DifferenceList::tr("%1: %2 → %3").arg(change.what, change.before, change.after);
}

} // namespace

DifferenceList::DifferenceList(QWidget* parent)
    : QTreeWidget(parent) {
    setColumnCount(1);
    setHeaderHidden(true);
    setFrameShape(NoFrame);
    setRootIsDecorated(false);
    setIndentation(14);
    setWordWrap(true);
    setTextElideMode(Qt::ElideRight);
    setUniformRowHeights(false);
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
            for (const Change& change : difference->changes) {
                auto* line = new QTreeWidgetItem(item, {textOf(change)});
                line->setData(0, kElementRole, QVariant::fromValue(difference->element.value()));
                line->setToolTip(0, u"<p>%1</p>"_s.arg(textOf(change).toHtmlEscaped()));
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

void DifferenceList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeWidget::currentChanged(current, previous);
    const QVariant element = current.data(kElementRole);
    if (!filling_ && element.isValid())
        Q_EMIT chosen(ElementId(element.toLongLong()));
}

} // namespace groundplan
