#pragma once

#include <QString>

namespace groundplan {

/// Whether a text only stands where an answer is still to come: nothing at all, "?", "-", "x", "TBD", "n/a",
/// "I do not know". A number is an answer, and so is "no".
bool isPlaceholder(const QString& text);

} // namespace groundplan
