#pragma once

#include <QByteArray>
#include <QStringList>

namespace groundplan {

/// What a run of the real groundplan-cli gave.
struct CliRun {
    int code = -1;
    QString out;
    QString err;
    QByteArray bytes; ///< standard output as it is
};

/// Runs groundplan-cli as a stranger's machine would: no display, no home folder, no runtime folder, nothing
/// in the environment but PATH, the locale and `more` ("NAME=value").
CliRun runCli(const QStringList& words, const QStringList& more = {}, const QByteArray& input = {});

} // namespace groundplan
