#include "model/exchange/excalidraw_reader.h"
#include "tests/fuzz/import_target.h"

#include <cstdint>

using namespace groundplan;

/// Excalidraw files, and the pictures that hold one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    fuzz::checkDiagram(readExcalidraw(bytes, QStringLiteral("fuzz")));
    return 0;
}
