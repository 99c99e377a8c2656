#include "model/exchange/d2_reader.h"
#include "model/exchange/plain_text.h"
#include "tests/fuzz/import_target.h"

#include <cstdint>

using namespace groundplan;

/// D2.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString name = QStringLiteral("fuzz");
    const auto text = plainText(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)), name);
    if (text)
        fuzz::checkDiagram(readD2(QString::fromUtf8(text->utf8), name));
    else
        fuzz::checkError(text.error());
    return 0;
}
