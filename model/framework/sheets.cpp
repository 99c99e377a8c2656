#include "model/framework/sheets.h"

namespace groundplan {

bool Sheet::isFor(const QString& kind, const Catalogue& catalogue) const {
    if (kind.isEmpty())
        return board;
    const KindGroup* group = catalogue.groupOfKind(kind);
    return kinds.contains(kind) || (group && groups.contains(group->name));
}

const SheetField* Sheet::field(const QString& wanted) const {
    for (const SheetSection& section : sections) {
        for (const SheetField& field : section.fields) {
            if (field.name == wanted)
                return &field;
        }
    }
    return nullptr;
}

QStringList choicesIn(const QString& value) {
    QStringList names = value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString& name : names)
        name = name.trimmed();
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

QString valueOf(const QStringList& choices) {
    return choices.join(QLatin1String(", "));
}

} // namespace groundplan
