// groundplan-unpack: reads a PDF from its standard input and writes the Groundplan document that is attached
// to it. qpdf is made for files from strangers, but sets no bounds on memory and time: a process of its own
// does.
#include "model/exchange/exchange_limits.h"
#include "model/exchange/helper/unpack.h"
#include "model/exchange/unpack_answer.h"
#include "model/graphviz/helper/pipes.h"
#include "model/graphviz/helper/sandbox.h"

#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

using namespace groundplan;

#ifdef GROUNDPLAN_SANITIZED
extern "C" const char* __asan_default_options() {
    return "detect_leaks=0"; // the process ends without tidying up
}
#endif

int main(int argc, char**) {
    if (argc != 1) {
        std::fputs(
            "groundplan-unpack takes the design out of a PDF for groundplan, which starts it when it is "
            "needed.\n",
            stderr);
        return 2;
    }
    if (!enterSandbox()) {
        std::fputs("groundplan-unpack cannot limit its own time and memory on this system.\n", stderr);
        return 1;
    }
    std::string input;
    std::string answer(1, unpackanswer::kTooLarge);
    try {
        if (!readInput(input, std::size_t(exchangelimits::kCarrierBytes)))
            return 1;
        answer = unpackPdf(input, std::size_t(exchangelimits::kUnpackedBytes),
                           std::size_t(exchangelimits::honestBytes(qsizetype(input.size()))));
    } catch (const std::bad_alloc&) {
    }
    std::_Exit(writeOutput(answer) ? 0 : 1);
}
