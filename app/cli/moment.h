#pragma once

#include "model/document/document.h"

namespace groundplan::cli {

/// The entry of the history that a version's name, or a number, stands for.
Result<qint64> momentNamed(const Document& document, const QString& moment);
/// The design as it was then.
Result<Design> designNamed(const Document& document, const QString& moment);

} // namespace groundplan::cli
