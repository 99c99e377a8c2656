#include "model/exchange/json_reader.h"
#include "model/exchange/json_writer.h"
#include "tests/fuzz/import_target.h"

#include <cstdint>

using namespace groundplan;

/// Our JSON, as programs and people may write it. What was read must come back from what is written of it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const Result<Import> import = readJson(bytes, QStringLiteral("fuzz"), fuzz::catalogue());
    fuzz::checkImport(import);
    if (!import)
        return 0;
    const Result<Import> again =
        readJson(writeJson(import->design), QStringLiteral("again"), fuzz::catalogue());
    if (!again || !(again->design == import->design))
        std::abort();
    return 0;
}
