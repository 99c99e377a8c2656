#include "model/exchange/mermaid_reader.h"
#include "model/exchange/plain_text.h"
#include "tests/fuzz/import_target.h"

#include <cstdint>

using namespace groundplan;

/// Mermaid, alone and within Markdown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString name = QStringLiteral("fuzz");
    const auto text = plainText(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)), name);
    if (text)
        fuzz::checkDiagram(readMermaid(QString::fromUtf8(text->utf8), name));
    else
        fuzz::checkError(text.error());
    return 0;
}
