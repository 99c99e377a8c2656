#include "model/exchange/mermaid_reader.h"
#include "tests/fuzz/import_target.h"

#include <cstdint>

using namespace groundplan;

/// Mermaid, alone and within Markdown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
    fuzz::checkDiagram(readMermaid(text, QStringLiteral("fuzz")));
    return 0;
}
