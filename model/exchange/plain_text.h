#pragma once

#include "model/design/error.h"

#include <QByteArray>
#include <QString>

namespace groundplan {

struct PlainText {
    QByteArray utf8; ///< without the mark of a byte order
    /// One sentence where the encoding had to be guessed and letters may be wrong; empty: it is certain.
    QString guessed;
};

/// The bytes of a text format in whatever encoding programs write them: what a byte order mark says (UTF-8,
/// 16 or 32), UTF-16 and 32 without one by their zero bytes, else UTF-8, and what is no UTF-8 as
/// Windows-1252, the superset of Latin-1 that old programs of the West write. Fails with line and reason
/// where UTF-16 or 32 is broken. Not for XML, which says its encoding itself (xml_text.h).
Result<PlainText> plainText(const QByteArray& bytes, const QString& sourceName);

/// The same of the first thousands of bytes alone, wherever they were cut off: to look what a file is.
QByteArray plainHead(const QByteArray& bytes);

/// Each byte is a character; the five that Windows-1252 leaves free are what they are in Latin-1.
QString fromWindows1252(QByteArrayView bytes);

} // namespace groundplan
