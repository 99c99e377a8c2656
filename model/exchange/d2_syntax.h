#pragma once

#include "model/design/error.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <atomic>

namespace groundplan::d2 {

/// One part of a key: "a" or "b c" of "a."b c"".
struct Part {
    QString text;
    bool quoted = false; ///< then it is no keyword
};
using Path = QList<Part>;

struct Arrow {
    bool toSource = false;
    bool toTarget = false;
};

/// One line of a map: a key with what it is given, or connections. The words only, not what they mean.
struct Entry {
    qsizetype line = 0; ///< in the file, from 1
    /// One: a key. More: connections between neighbours; in "x.(a -> b)[0].style" x is the prefix, 0 the
    /// index and style the suffix.
    QList<Path> ends;
    QList<Arrow> arrows; ///< one less than ends
    Path prefix;
    int index = -1;
    Path suffix;
    QString pattern; ///< "*.style": a glob, a filter, an import or a spread; nothing else is set then
    bool hasValue = false;
    QString value;      ///< as it is to be read: escapes and indents gone
    QString language;   ///< of a block string: "md"; empty: it is a plain text
    QStringList values; ///< of "[a; b]"
    bool isNull = false;
    QList<Entry> map;
};

/// Parses a file of D2. `sourceName` stands in the error's sentence, with the line. Takes time that grows
/// with the text, inside exchange_limits.h. `firstLine` is where the text begins in its file.
Result<QList<Entry>> parse(const QString& text, const QString& sourceName, const std::atomic<bool>* cancelled,
                           qsizetype firstLine = 1);

} // namespace groundplan::d2
