#pragma once

#include "model/design/error.h"
#include "model/design/local_text.h"

#include <QByteArray>
#include <QStringList>

#include <cstdio>

namespace groundplan::cli {

/// Standard output and standard error, in UTF-8 whatever the locale says.
class Console {
public:
    /// A line for people. Control characters that a design's texts may hold do not reach the terminal.
    void line(const QString& text = {});
    /// Bytes for programs (JSON), as they are.
    void bytes(const QByteArray& bytes);
    /// "groundplan-cli: SENTENCE" on standard error.
    void complain(const QString& sentence);
    /// Who reads may stop when they have seen enough (git's pager): the rest is not heard, and that is no
    /// failure.
    void letReaderLeave();
    /// What was asked for was done, and there are differences or conflicts: the exit code is 1.
    void found() { found_ = true; }
    bool hasFound() const { return found_; }
    /// Whether all that was said could be written (a full disk, a closed pipe).
    Result<void> flush();

private:
    void wroteAll(bool all);

    bool failed_ = false;
    bool mayLeave_ = false;
    bool found_ = false;
};

/// Rows of cells as lines, in columns as wide as their widest cell on a terminal and two
/// blanks apart; the last cell of a
/// row is as long as it is.
QStringList inColumns(const QList<QStringList>& rows);

/// `text` on one line: white space becomes single spaces, control and direction characters go.
QString plain(const QString& text);
QString plain(const LocalText& text); ///< in English, which the command line speaks

} // namespace groundplan::cli
