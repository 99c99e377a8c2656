#include "model/framework/sheets.h"

#include <QCoreApplication>

#include <algorithm>

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

QString shownValue(const SheetField& field, const QString& value, const QString& language) {
    const auto choice = [&](const QString& name) {
        const auto it = std::find_if(field.choices.begin(), field.choices.end(),
                                     [&name](const FieldChoice& each) { return each.name == name; });
        return it == field.choices.end() ? name : it->title.in(language);
    };
    switch (field.form) {
    case FieldForm::Choice:
        return choice(value);
    case FieldForm::Choices: {
        QStringList titles;
        for (const QString& name : choicesIn(value))
            titles.append(choice(name));
        return titles.join(QLatin1String(", "));
    }
    case FieldForm::YesNo:
        if (value == QLatin1String("yes"))
            return QCoreApplication::translate("Sheets", "yes");
        if (value == QLatin1String("no"))
            return QCoreApplication::translate("Sheets", "no");
        break;
    case FieldForm::Text:
    case FieldForm::Lines:
    case FieldForm::Number:
        break;
    }
    return value;
}

} // namespace groundplan
