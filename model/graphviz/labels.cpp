#include "model/graphviz/labels.h"

#include "model/graphviz/dot_text.h"

#include <QStringList>

#include <algorithm>

namespace groundplan::dotlabels {

namespace {

/// `line` in pieces of at most `letters`, broken at blanks where there are some.
QStringList wrapped(QStringView line, qsizetype letters) {
    QStringList lines;
    while (line.size() > letters) {
        qsizetype end = line.lastIndexOf(u' ', letters);
        const bool atBlank = end > 0;
        if (!atBlank)
            end = line[letters - 1].isHighSurrogate() ? letters - 1 : letters;
        lines << line.left(end).toString();
        line = line.mid(atBlank ? end + 1 : end);
    }
    lines << line.toString();
    return lines;
}

} // namespace

QByteArray write(const Lines& lines, Side side) {
    const QByteArray lineEnd = side == Side::Left ? "\\l" : "\\n";
    QByteArray label = dottext::encodeLabel(lines.title);
    if (!lines.second.isEmpty())
        label += lineEnd + dottext::encodeLabel(lines.second);
    // The mark for the left side also ends the last line.
    if (side == Side::Left && !label.isEmpty())
        label += lineEnd;
    return label;
}

Lines read(QByteArrayView label, Side side, const QString& title, const QString& second,
           const QString& objectName, const QString& graphName) {
    QString shown = dottext::decodeLabel(label, objectName, graphName);
    if (side == Side::Left && shown.endsWith(u'\n'))
        shown.chop(1);
    const qsizetype lineEnd = shown.indexOf(u'\n');
    const Lines written{title.isEmpty() ? shown.left(lineEnd) : title, second};
    if (write(written, side) == label)
        return written;
    return {shown.left(lineEnd), lineEnd < 0 ? second : shown.mid(lineEnd + 1)};
}

QByteArray writeCard(const QString& text, double width) {
    return writeText(text, width, 11, Side::Left);
}

QByteArray writeText(const QString& text, double width, double size, Side side) {
    constexpr double kLetter = 6.0 / 11; // of a letter's width to its size
    constexpr qsizetype kLongest = 2'000;
    QString shown = text.left(kLongest);
    if (shown.size() < text.size()) {
        if (shown.back().isHighSurrogate())
            shown.chop(1);
        shown += QChar(0x2026);
    }
    const auto letters = std::max<qsizetype>(8, qsizetype(width / (size * kLetter)));
    const char* lineEnd = side == Side::Left ? "\\l" : "\\n";
    QByteArray label;
    for (const QString& line : shown.split(u'\n')) {
        for (const QString& part : wrapped(line, letters))
            label += dottext::encodeLabel(part) + lineEnd;
    }
    // The mark for the left side ends a line, the other one divides two.
    if (side == Side::Middle)
        label.chop(2);
    return label;
}

} // namespace groundplan::dotlabels
