#include "model/exchange/drawio_groups.h"

#include "model/exchange/drawio_label.h"
#include "model/exchange/drawio_style.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

namespace {

/// What a group holds that can be seen.
struct Members {
    QList<const Cell*> icons, texts;
    bool others = false;
};

bool isGroup(const Cell& cell, const Style& style) {
    return !cell.id.isEmpty() && cell.vertex && cell.visible && cell.label.trimmed().isEmpty() &&
           (style.shape() == u"group"_s || style.hasWord(u"group"_s));
}

} // namespace

void endAtIcons(Page& page) {
    QHash<QString, Members> groups;
    QSet<QString> parents;
    for (const Cell& cell : std::as_const(page.cells)) {
        if (isGroup(cell, Style(cell.style)))
            groups.insert(cell.id, {});
        if (cell.vertex)
            parents.insert(cell.parent);
    }
    if (groups.isEmpty())
        return;
    for (const Cell& cell : std::as_const(page.cells)) {
        const auto group = groups.find(cell.parent);
        if (group == groups.end() || !cell.vertex || !cell.visible)
            continue;
        const Style style(cell.style);
        if (parents.contains(cell.id))
            group->others = true;
        else if (isText(style))
            group->texts << &cell;
        else
            group->icons << &cell;
    }
    QHash<QString, QString> iconOf; // by the id of what it stands for
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        if (group->others || group->icons.size() != 1 || group->texts.size() > 1)
            continue;
        const Cell& icon = *group->icons.first();
        const Style style(icon.style);
        const bool isIcon = isPicture(style) || !iconsOf(style).isEmpty();
        // With words of its own it needs no text, which then says something else.
        const bool named = icon.label.trimmed().isEmpty() != group->texts.isEmpty();
        if (!isIcon || !named || icon.id.isEmpty())
            continue;
        iconOf.insert(group.key(), icon.id);
        for (const Cell* text : group->texts) {
            if (!text->id.isEmpty())
                iconOf.insert(text->id, icon.id);
        }
    }
    for (Cell& cell : page.cells) {
        if (!cell.edge)
            continue;
        cell.source = iconOf.value(cell.source, cell.source);
        cell.target = iconOf.value(cell.target, cell.target);
    }
}

} // namespace groundplan::drawio
