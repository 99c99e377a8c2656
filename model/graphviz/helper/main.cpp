#include "model/graphviz/dot_limits.h"
#include "model/graphviz/helper/parse.h"
#include "model/graphviz/helper/pipes.h"
#include "model/graphviz/helper/place.h"
#include "model/graphviz/helper/sandbox.h"
#include "model/graphviz/wire.h"

#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#ifdef GROUNDPLAN_SANITIZED
// The library keeps what it allocates for as long as a process lives.
extern "C" const char* __asan_default_options() {
    return "detect_leaks=0";
}
#endif

/// groundplan-graphviz parse|layout: reads one request from its standard input, writes one answer (wire.h),
/// ends.
int main(int argc, char** argv) {
    const std::string_view mode = argc == 2 ? argv[1] : "";
    if (mode != "parse" && mode != "layout") {
        std::fputs("groundplan-graphviz reads and lays out graphs for groundplan, which starts it when it is "
                   "needed.\n"
                   "Usage: groundplan-graphviz parse|layout\n",
                   stderr);
        return 2;
    }
    if (!groundplan::enterSandbox()) {
        std::fputs("groundplan-graphviz cannot limit its own time and memory on this system.\n", stderr);
        return 1;
    }
    std::string input;
    std::string answer;
    try {
        if (!groundplan::readInput(input, groundplan::dotlimits::kInputBytes))
            return 1;
        answer = mode == "parse" ? groundplan::parseDot(input) : groundplan::placeGraph(input);
    } catch (const std::bad_alloc&) {
        answer = groundplan::wire::writeFailure({groundplan::wire::Status::OutOfMemory, 0, 0, {}});
    }
    // The memory goes with the process: nothing is tidied up.
    std::_Exit(groundplan::writeOutput(answer) ? 0 : 1);
}
