#include "model/operations/operations.h"
#include "model/operations/parts.h"

namespace groundplan {

namespace {

QSet<GroupId> groupsOf(const Design& design, const QSet<ElementId>& ids) {
    QSet<GroupId> groups;
    for (const ElementId id : ids) {
        const Element* element = design.elements.find(id);
        if (element && element->group)
            groups.insert(element->group);
    }
    return groups;
}

void putGroup(Editor& editor, ElementId id, GroupId group) {
    Element row = *editor.design().elements.find(id);
    row.group = group;
    editor.put(row);
}

} // namespace

Result<void> groupElements(Editor& editor, const QSet<ElementId>& ids) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    const Design before = editor.design();
    QSet<ElementId> members;
    for (const ElementId id : ids) {
        if (before.rectOf(id) && !isCarried(before, ids, id))
            members.insert(id);
    }
    if (members.size() < 2)
        return fail(
            ErrorCode::Refused,
            OperationText::tr("A group needs two or more blocks, frames or cards beside each other."));
    const GroupId first = before.elements.find(*members.begin())->group;
    const bool isGroup = first && withGroups(before, {*members.begin()}) == members;
    if (isGroup)
        return {};
    const GroupId group = GroupId::random();
    for (const ElementId id : sortedIds(members))
        putGroup(editor, id, group);
    return {};
}

Result<void> ungroupElements(Editor& editor, const QSet<ElementId>& ids) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return there;
    const QSet<GroupId> groups = groupsOf(editor.design(), ids);
    if (groups.isEmpty())
        return fail(ErrorCode::Refused, OperationText::tr("Nothing selected belongs to a group."));
    for (const ElementId id : sortedIds(withGroups(editor.design(), ids))) {
        if (editor.design().elements.find(id)->group)
            putGroup(editor, id, {});
    }
    return {};
}

QSet<ElementId> withGroups(const Design& design, const QSet<ElementId>& ids) {
    const QSet<GroupId> groups = groupsOf(design, ids);
    if (groups.isEmpty())
        return ids;
    QSet<ElementId> all = ids;
    for (const Element& element : design.elements) {
        if (element.group && groups.contains(element.group))
            all.insert(element.id);
    }
    return all;
}

} // namespace groundplan
