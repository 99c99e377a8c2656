#pragma once

#include "model/design/catalogue.h"
#include "model/document/document.h"

#include <memory>

namespace groundplan::cli {

class Console;

/// Opens `path` to read it, while a window may have it open. Says on standard error when it is not simply a
/// document of this version.
Result<std::unique_ptr<Document>> openToRead(const QString& path, Console& console);

/// The kinds that come with the program. A broken file of the catalogue is said on standard error.
Catalogue shippedCatalogue(Console& console);

} // namespace groundplan::cli
