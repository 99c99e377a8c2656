#pragma once

#include <string>
#include <string_view>

namespace groundplan {

/// The answer to a `layout` request: places or a failure in the form of wire.h. `request` is any bytes.
std::string placeGraph(std::string_view request);

} // namespace groundplan
