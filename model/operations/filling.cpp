#include "model/operations/filling.h"

#include "model/design/template_reader.h"
#include "model/design/validate.h"
#include "model/operations/parts.h"

namespace groundplan {

const Property* propertyOf(const Design& design, ElementId subject, const QString& field) {
    for (const Property& row : design.properties) {
        if (row.subject == subject && row.field == field)
            return &row;
    }
    return nullptr;
}

Result<void> fillField(Editor& editor, ElementId subject, const QString& field, const QString& value) {
    const Design& design = editor.design();
    if (subject && !design.elements.contains(subject))
        return fail(ErrorCode::Refused,
                    OperationText::tr("This is not on the board any more; nothing was changed."));
    const QString text = cleaned(value);
    if (const auto fit = fits(text, limits::kLongest<&Property::value>, OperationText::tr("value")); !fit)
        return Failure(fit.error());
    const Property* found = propertyOf(design, subject, field);
    if (text.trimmed().isEmpty()) {
        if (found)
            editor.remove<Property>(found->id);
        return {};
    }
    const qsizetype dot = field.indexOf(u'.');
    if (dot < 0 || !isTemplateName(field.left(dot)) || !isTemplateName(field.mid(dot + 1)))
        return fail(
            ErrorCode::Refused,
            OperationText::tr("“%1” is not the name of a field; one is written as SHEET.FIELD.").arg(field));
    Property row = found ? *found : Property{PropertyId::random(), subject, field, {}};
    row.value = text;
    editor.put(row);
    return {};
}

} // namespace groundplan
