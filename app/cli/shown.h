#pragma once

#include "app/cli/arguments.h"
#include "app/report/shown.h"

namespace groundplan::cli {

/// Whether --at, --no-source and --with-history go together.
Result<void> checkShown(const Arguments& arguments);

/// What --at, --no-source and --with-history ask for. `carries`: whether the file has a place for a document.
Result<report::Shown> shownOf(const Arguments& arguments, const Document& document, bool carries);

} // namespace groundplan::cli
