#pragma once

#include "model/design/design.h"

#include <QString>

namespace groundplan {

/// What a card says, in lines, for programs that only show text. No word of it is translated: equal designs
/// give equal bytes in every language.
QString cardText(const Design& design, const Card& card);

} // namespace groundplan
