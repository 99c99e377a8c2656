#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace groundplan {

// What goes in and out of a helper process.

/// Standard input to its end, or to just beyond `most` bytes: whoever reads it sees that it is too much.
/// False when it cannot be read. May throw std::bad_alloc.
bool readInput(std::string& input, std::size_t most);
/// All of it to standard output; false when nobody takes it.
bool writeOutput(std::string_view output);

} // namespace groundplan
