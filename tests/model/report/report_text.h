#pragma once

#include "model/report/report.h"

/// What a report says, as text to compare with: without tones and links.
namespace groundplan::report {

inline QList<Line> linesOf(const Item& item) {
    if (item.type != Item::Type::Table)
        return {item.line};
    QList<Line> lines = item.table.head;
    for (const QList<Line>& row : item.table.rows)
        lines += row;
    return lines;
}

inline QList<Line> linesOf(const Section& section) {
    QList<Line> lines;
    for (const Item& item : section.items)
        lines += linesOf(item);
    for (const Entry& each : section.entries) {
        lines.append({{each.title}});
        for (const Item& item : each.items)
            lines += linesOf(item);
    }
    return lines;
}

inline QString textOf(const Line& line) {
    QString text;
    for (const Span& span : line)
        text += span.text;
    return text;
}

/// Lines and cells, with a bar between them.
inline QString textOf(const QList<Item>& items) {
    QStringList texts;
    for (const Item& item : items) {
        for (const Line& line : linesOf(item))
            texts.append(textOf(line));
    }
    return texts.join(QChar(u'|'));
}

inline QString textOf(const Report& report) {
    QStringList texts;
    for (const Section& each : report.sections) {
        for (const Line& line : linesOf(each))
            texts.append(textOf(line));
    }
    return texts.join(QChar(u'\n'));
}

} // namespace groundplan::report
