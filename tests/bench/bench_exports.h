#pragma once

#include <QJsonArray>
#include <QList>

namespace groundplan::bench {

/// How long `groundplan-cli export` takes to PDF, PNG and SVG, the start of the process included, beside what
/// other programs take for the same diagram: `neato -n2` with positions given, and `dia -e`. Each command
/// runs five times, all in turn, so that what else the machine does meets all alike; the figures are
/// milliseconds of the run in the middle. A program that is not installed is said on standard error and left
/// out.
QJsonArray measureExports(const QList<int>& counts);

} // namespace groundplan::bench
