#pragma once

#include "model/exchange/json_writer.h"

#include <QStringList>

#include <algorithm>

namespace groundplan {

/// All rows of a design in words, a line each, sorted.
inline QStringList rowsInWords(const Design& design) {
    QStringList lines;
    for (QString line : QString::fromUtf8(writeJson(design)).split(u'\n')) {
        if (line.endsWith(u','))
            line.chop(1);
        lines << line;
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// Empty when they are equal; else a few lines that only one of them has, with what the other has instead.
inline QString differenceOf(const Design& is, const Design& was) {
    const QStringList isLines = rowsInWords(is), wasLines = rowsInWords(was);
    const auto only = [](const QStringList& all, const QStringList& other) {
        QStringList lines;
        for (const QString& line : all) {
            if (!std::binary_search(other.begin(), other.end(), line))
                lines << line;
        }
        return lines;
    };
    const QStringList lost = only(wasLines, isLines);
    const QStringList come = only(isLines, wasLines);
    QStringList difference;
    for (const QString& line : lost.mid(0, 2)) {
        difference << QStringLiteral("- ") + line;
        const QString start = line.section(u',', 0, 0);
        for (const QString& other : come) {
            if (other.section(u',', 0, 0) == start)
                difference << QStringLiteral("+ ") + other;
        }
    }
    if (lost.isEmpty() && !come.isEmpty())
        difference << QStringLiteral("+ ") + come.first();
    return difference.join(u'\n');
}

} // namespace groundplan
