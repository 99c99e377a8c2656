#pragma once

#include "model/design/catalogue.h"
#include "model/design/rows.h"

#include <optional>

namespace groundplan {

/// A canary or shadow that `source` asks something hands requests on, and is no release: what `target`
/// becomes then; nothing: it stays what it is.
std::optional<Block> askedBlock(const Block& source, const Block& target, const Catalogue& catalogue);

} // namespace groundplan
