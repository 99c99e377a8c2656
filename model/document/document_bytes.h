#pragma once

#include "model/document/document.h"

#include <QByteArray>

namespace groundplan {

/// The whole document as the bytes of a `.gplan` file, compact and with nothing of where the window last
/// looked: what travels inside of an exported file. Without the history unless asked, as
/// Document::saveCopy(). The same content gives the same bytes, in whatever order it came about and however
/// often the file was written.
///
/// Refused when another program has written to the file since the document read it: what travels must be what
/// is seen.
Result<QByteArray> documentBytes(const Document& document, bool withHistory);

/// A document of its own that holds that design and those sessions, without a history, in the same way.
Result<QByteArray> documentBytes(const Design& design, const QList<PracticeSession>& sessions);
/// The same as a file, as Document::saveCopy() writes one.
Result<void> saveDesign(const Design& design, const QList<PracticeSession>& sessions, const QString& path);

} // namespace groundplan
