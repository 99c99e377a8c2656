#include "model/report/report_material.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

using Filled = QHash<QString, const Property*>; ///< by field

/// A table for each section of the sheet in which something is filled.
QList<Item> tablesOf(const Material& material, const Sheet& sheet, const Filled& filled) {
    QList<Item> items;
    for (const SheetSection& section : sheet.sections) {
        Item item{Item::Type::Table, {}, {}};
        item.table.head = {cell(material.in(section.title)), {}};
        item.table.shares = {30, 70};
        for (const SheetField& field : section.fields) {
            if (const Property* property = filled.value(field.name))
                item.table.rows.append({cell(material.in(field.title)),
                                        cell(shownValue(field, property->value, material.facts.language))});
        }
        if (!item.table.rows.isEmpty())
            items.append(item);
    }
    return items;
}

/// Whether a field is a framework's prompt that was ticked by hand: that is no fact about the design.
bool isTick(const Material& material, const Property& property) {
    return !property.subject && material.templates.framework(property.field.section(u'.', 0, 0));
}

} // namespace

QList<Section> sheetSections(Material& material) {
    const Design& design = material.design;
    QHash<ElementId, Filled> bySubject;
    QHash<ElementId, QStringList> unknown; ///< fields that no sheet has
    for (const Property& property : design.properties) {
        if (!hasText(property.value))
            continue;
        if (material.templates.field(property.field))
            bySubject[property.subject].insert(property.field, &property);
        else if (!isTick(material, property))
            unknown[property.subject].append(property.field + u'\n' + property.value);
    }
    QList<ElementId> subjects{ElementId()};
    subjects += material.told();
    // What hangs on something else (a connection) comes last, by id.
    QSet<ElementId> told(subjects.begin(), subjects.end());
    QList<ElementId> others;
    for (const ElementId id : bySubject.keys() + unknown.keys()) {
        if (!told.contains(id)) {
            told.insert(id);
            others.append(id);
        }
    }
    std::sort(others.begin(), others.end());
    subjects += others;

    const auto entryFor = [&](const QString& key, ElementId subject) {
        return Entry{
            key, subject ? material.nameOf(subject) : Text::tr("The design as a whole"), subject, {}};
    };
    QList<Section> sections;
    for (const Sheet& sheet : material.templates.sheets()) {
        Section section{u"sheet-"_s + sheet.name, material.in(sheet.title), {}, {}};
        for (const ElementId subject : std::as_const(subjects)) {
            const auto filled = bySubject.constFind(subject);
            if (filled == bySubject.cend())
                continue;
            const QList<Item> items = tablesOf(material, sheet, *filled);
            if (items.isEmpty())
                continue;
            Entry entry = entryFor(material.keyOf(sheet, subject), subject);
            entry.items = items;
            section.entries.append(entry);
        }
        sections.append(section);
    }
    Section further{QString::fromLatin1(sections::kFurther), Text::tr("Further facts"), {}, {}};
    for (const ElementId subject : std::as_const(subjects)) {
        QStringList fields = unknown.value(subject);
        if (fields.isEmpty())
            continue;
        fields.sort();
        const QString about = subject ? design.nameOf(subject) : u"design"_s;
        Entry entry = entryFor(material.freeKey(further.key + u'-' + about), subject);
        for (const QString& field : std::as_const(fields))
            entry.items.append(
                bullet({muted(field.section(u'\n', 0, 0) + u": "_s), {field.section(u'\n', 1)}}));
        further.entries.append(entry);
    }
    sections.append(further);
    return sections;
}

} // namespace groundplan::report
