#include "model/design/validate.h"
#include "model/graphviz/graph_reader.h"
#include "model/graphviz/helper/precheck.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace groundplan;

/// What stands before and behind cgraph: the checks of a text, and the reading of an answer of the helper
/// into a design. cgraph itself keeps its scanner's state from one text to the next and is only run in a
/// process of its own. Every input is tried as both.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);

    std::string text;
    bool more = false;
    if (toUtf8(bytes, text).status == wire::Status::Done) {
        const wire::Failure failure = precheckDot(text, more);
        // Every refusal names a line of the text.
        const auto lines = std::size_t(std::count(text.begin(), text.end(), '\n')) + 1;
        if (failure.status != wire::Status::Done && (failure.line == 0 || failure.line > lines))
            std::abort();
    }

    if (const auto graph = wire::readGraph(bytes)) {
        if (wire::writeGraph(*graph) != bytes)
            std::abort();
        // A helper that is not there makes layouts end in rows at once.
        static const bool noHelper = qputenv("GROUNDPLAN_GRAPHVIZ", "/nonexistent");
        Q_UNUSED(noHelper)
        const auto import = readGraph(*graph, QStringLiteral("fuzz.dot"), {}, {}, 1, nullptr);
        if (import && !validate(import->design).isEmpty())
            std::abort();
    }
    if (const auto request = wire::readLayoutGraph(bytes);
        request && wire::writeLayoutGraph(*request) != bytes)
        std::abort();
    return 0;
}
