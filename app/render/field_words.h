#pragma once

#include "model/framework/templates.h"
#include "model/versions/comparison.h"

namespace groundplan {

/// For compare(): fields and choices as inspector and report call them. `templates` must live as long.
inline FieldTextOf fieldTextBy(const Templates& templates, const QString& language) {
    return [&templates, language](const Property& property) -> FieldText {
        const SheetField* field = templates.field(property.field);
        return field ? FieldText{field->title.in(language), shownValue(*field, property.value, language)}
                     : FieldText{property.field, property.value};
    };
}

} // namespace groundplan
