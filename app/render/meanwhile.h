#pragma once

#include <future>

namespace groundplan {

/// Calls a function with those arguments on a thread of its own, until its result is asked for. Where the
/// system gives no further thread, as in a container with a limit, it is called then.
template <class Function, class... Arguments>
auto meanwhile(const Function& function, const Arguments&... arguments) {
    // Copied, not moved: libstdc++ takes what was moved into the thread that could not be for the call later.
    return std::async(std::launch::async | std::launch::deferred, function, arguments...);
}

} // namespace groundplan
