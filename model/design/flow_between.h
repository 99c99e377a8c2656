#pragma once

#include "model/design/catalogue.h"

namespace groundplan {

/// What most likely flows between two blocks: what the catalogue's table of usual links says of the kinds at
/// its ends, else what the kinds themselves propose (nullptr, a frame: nothing); request where nothing is
/// said.
Flow flowBetween(const Catalogue& catalogue, const Block* source, const Block* target);

} // namespace groundplan
