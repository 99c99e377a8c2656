#pragma once

#include "model/design/error.h"

#include <QString>

namespace groundplan {

/// The text of a diagram language ("D2") as its reader wants it: lines end in \n, and what marks the order of
/// bytes is a blank. Fails when it is larger than any text that is read.
Result<QString> sourceText(const QString& text, const QString& sourceName, const QString& language);
/// What says so; of bytes that are not worth decoding, too.
Failure textTooLarge(const QString& sourceName, const QString& language);

} // namespace groundplan
