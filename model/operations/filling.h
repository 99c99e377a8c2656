#pragma once

#include "model/document/editor.h"

namespace groundplan {

// Facts of sheets (model/framework/sheets.h), as edits of a design.

/// The row of that field on that element (none: the board); nullptr when nobody has filled it in.
const Property* propertyOf(const Design& design, ElementId subject, const QString& field);

/// Fills a field ("SHEET.FIELD") in, in place of what it held; a value of nothing but spaces empties it, and
/// its row goes. Refuses when the element is gone, the field is not written like that, or the text is too
/// long.
Result<void> fillField(Editor& editor, ElementId subject, const QString& field, const QString& value);

} // namespace groundplan
