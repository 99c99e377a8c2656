#pragma once

#include "model/design/rows.h"

namespace groundplan {

/// Whether a block says what it is made with, on the board and in every export: not where its title says so
/// already ("Kafka"), in whatever case.
bool showsTechnology(const Block& block);

} // namespace groundplan
