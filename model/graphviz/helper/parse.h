#pragma once

#include <string>
#include <string_view>

namespace groundplan {

/// The answer to a `parse` request: a graph or a failure in the form of wire.h. `text` is any bytes.
std::string parseDot(std::string_view text);

} // namespace groundplan
