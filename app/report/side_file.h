#pragma once

#include <QByteArray>
#include <QString>

namespace groundplan::report {

// The file that an export writes beside the one that was named. Nobody chose it, so it must not take the
// place of what somebody made: what we write there says so in its last line, with a checksum, and is replaced
// without asking only as long as it is as we left it.

/// The SVG file with that line.
QByteArray asSideFile(QByteArray svg);

/// Whether there is a file at `path` that is not as asSideFile() left it. Never looks into a document that is
/// open in this process.
bool isOfSomebodyElse(const QString& path);

} // namespace groundplan::report
