#pragma once

#include <QString>
#include <QStringEncoder>

namespace groundplan {

/// A text as programs write it; `mark`: with a byte order mark.
inline QByteArray encoded(const QString& text, QStringConverter::Encoding encoding, bool mark) {
    QStringEncoder encode(encoding,
                          mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encode(text);
}

} // namespace groundplan
