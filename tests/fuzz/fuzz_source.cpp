#include "model/exchange/embedded_source.h"
#include "tests/fuzz/import_target.h"

#include <cstdint>

using namespace groundplan;

/// What our SVG and PNG carry. What a PDF carries is read in a process of its own.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    for (const SourceCarrier carrier : {SourceCarrier::Svg, SourceCarrier::Png}) {
        const auto source = embeddedSource(bytes, carrier, QStringLiteral("fuzz"));
        if (!source)
            fuzz::checkError(source.error());
    }
    return 0;
}
