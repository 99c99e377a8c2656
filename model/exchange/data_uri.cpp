#include "model/exchange/data_uri.h"

using namespace Qt::StringLiterals;

namespace groundplan {

QByteArray bytesOfUri(const QString& uri) {
    if (!uri.startsWith(u"data:"_s))
        return {};
    const qsizetype comma = uri.indexOf(u',');
    if (comma < 0)
        return {};
    const QString head = uri.left(comma);
    QByteArray content = uri.sliced(comma + 1).toLatin1();
    if (content.contains('%'))
        content = QByteArray::fromPercentEncoding(content);
    // draw.io leaves ";base64" out; a picture written as text begins with its first tag.
    if (!head.endsWith(u";base64"_s) && content.trimmed().startsWith('<'))
        return content;
    const auto bytes = QByteArray::fromBase64Encoding(content, QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? *bytes : QByteArray();
}

bool isPngOrJpeg(const QByteArray& bytes) {
    return bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.startsWith("\xff\xd8\xff");
}

} // namespace groundplan
