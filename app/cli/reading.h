#pragma once

#include "app/cli/arguments.h"
#include "model/design/catalogue.h"
#include "model/document/document.h"

#include <memory>

namespace groundplan::cli {

/// Opens `path` to read it, while a window may have it open. Says on standard error when it is not simply a
/// document of this version.
Result<std::unique_ptr<Document>> openToRead(const QString& path, Console& console);

/// The kinds that come with the program, and those of --kinds. A broken file is said on standard error.
Catalogue catalogueFor(const Arguments& arguments, Console& console);

/// The blocks and frames of those names ("ranker,serving"); `path` is for the sentence on one that is not there.
Result<QSet<ElementId>> elementsNamed(const QString& names, const Design& design, const QString& path);

} // namespace groundplan::cli
