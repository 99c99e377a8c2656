#pragma once

namespace groundplan {

/// What a drag of a kind from the palette onto the board carries: the kind's name in UTF-8.
inline constexpr auto kKindMimeType = "application/x-groundplan-kind";

} // namespace groundplan
