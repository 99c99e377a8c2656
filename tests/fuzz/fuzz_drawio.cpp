#include "model/exchange/drawio_reader.h"
#include "tests/fuzz/import_target.h"

#include <cstdint>

using namespace groundplan;

/// draw.io files, and the pictures that hold one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    fuzz::checkDiagram(readDrawio(bytes, QStringLiteral("fuzz")));
    return 0;
}
