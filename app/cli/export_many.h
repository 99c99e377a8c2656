#pragma once

#include "model/design/error.h"

#include <QStringList>

#include <functional>

namespace groundplan::cli {

class Console;

/// What each of `files` is called in a folder, with that ending: "a/board.gplan" becomes "board.pdf". Of
/// those that would have the same name, on a disk that does not tell letters by their size either, the later
/// ones are numbered: "board-2.pdf".
QStringList namesFor(const QStringList& files, const QString& ending);

/// Exports each file into the folder, which is made if need be. A line on standard error says how far it is
/// (on a terminal one that is written over). One that fails does not stop the others: what was
/// wrong is said when all have had their turn, and the result is the gravest code: unreadable input before
/// what could not be written.
Result<void> exportMany(const QStringList& files, const QString& folder, const QString& format,
                        Console& console,
                        const std::function<Result<void>(const QString& from, const QString& to)>& exportOne);

} // namespace groundplan::cli
