#include "model/exchange/d2_reader.h"
#include "tests/fuzz/import_target.h"

#include <cstdint>

using namespace groundplan;

/// D2.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size));
    fuzz::checkDiagram(readD2(text, QStringLiteral("fuzz")));
    return 0;
}
