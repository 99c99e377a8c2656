#pragma once

#include "model/design/geometry.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace groundplan::dottext {

// Numbers and texts as DOT holds them. Numbers are formatted here and not by the C library: no locale can
// reach them.

/// value / 2^bits as an exact decimal without needless zeros: decimal(-13, 3) is "-1.625".
QByteArray decimal(qint64 value, int bits);
void appendDecimal(QByteArray& text, qint64 value, int bits);
/// A length in inches, exact after rounding back to units.
QByteArray inches(Coord length);
/// The number at the start of `text` (blanks before it are passed over); `text` begins after it then.
std::optional<double> takeNumber(QByteArrayView& text);
/// All numbers of a list such as "1,2 3.5,-4", dividers being commas and blanks; nothing when something else
/// is in it.
std::optional<QList<double>> numbers(QByteArrayView text);

/// UTF-8 as it is; QString::fromUtf8() would drop a byte order mark at its start, and so a character of the
/// text.
QString fromUtf8(QByteArrayView text);

/// A text as the value of a label: backslashes doubled, line breaks and entities escaped; characters that
/// have no place in a picture become visible stand-ins.
QByteArray encodeLabel(const QString& text);
/// What Graphviz would show for a label (no HTML): escapes, entities, and \N, \G and the like replaced.
QString decodeLabel(QByteArrayView label, const QString& objectName, const QString& graphName);
/// Entities such as &amp; &#8594; &rarr; replaced; others stay as they are.
QString decodeEntities(const QString& text);

/// A text as the value of an attribute of ours: one line, never with a backslash. `|` only where `inList`.
QString encodeValue(const QString& text, bool inList = false);
QString decodeValue(QStringView value);

/// Cuts an encoded value into pieces of at most `longest` bytes, between characters and never beside a line
/// break (the scanner of Graphviz drops a line break that stands alone between two escapes). One piece for
/// the empty value.
QList<QByteArray> pieces(const QByteArray& value, qsizetype longest);

} // namespace groundplan::dottext
