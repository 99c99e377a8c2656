#include "app/report/table_setting.h"

#include "app/report/column_widths.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

constexpr double kGap = 12;         ///< between columns
constexpr double kPadding = 3.5;    ///< above and below a row's lines
constexpr double kAbove = 8;        ///< air above the table
constexpr qsizetype kMostKept = 14; ///< lines of a row that is not parted
constexpr qsizetype kTail = 4;      ///< rows at the end that stand together
constexpr qsizetype kMostTail = 16; ///< their lines, else they are fewer

const TextStyle kCell{fonts::Role::CardText, fonts::Role::CardStrong, 9, 12.5, false};
const TextStyle kHead{fonts::Role::CardStrong, fonts::Role::CardStrong, 8.5, 12.5, true};

double lengthOf(const Span& text, const TextStyle& style) {
    constexpr double kEndless = 1e6, kBearing = 1; // beside the last letter's ink
    double width = 0;
    for (const SetLine& line : setText(Line{text}, style, kEndless)) {
        for (const Piece& piece : line)
            width = std::max(width, piece.right + kBearing);
    }
    return width;
}

struct Columns {
    QList<double> left, width;
    double whole;

    Columns(const Table& table, double all)
        : whole(all) {
        const double room = whole - kGap * double(std::max<qsizetype>(0, table.shares.size() - 1));
        const auto yardstick = [&](const TextStyle& style) {
            constexpr double kWidestLetter = 1.4; // of its size
            return Yardstick{[&style](const Span& text) { return lengthOf(text, style); },
                             style.size * kWidestLetter, room, table.fitted};
        };
        const Yardstick head = yardstick(kHead), cell = yardstick(kCell);
        QList<ColumnNeed> needs;
        for (qsizetype i = 0; i < table.shares.size(); ++i) {
            ColumnNeed need = needOf(table.head[i], head, {});
            for (const QList<Line>& row : table.rows)
                need = needOf(row[i], cell, need);
            needs.append(need);
        }
        double x = 0;
        for (const double each : columnWidths(table.shares, needs, room, table.fitted)) {
            left.append(x);
            width.append(std::max(12.0, each));
            x += width.last() + kGap;
        }
    }
};

QString wordsOf(const SetLine& line) {
    QString words;
    for (const Piece& piece : line)
        words += piece.text.lines.constFirst().text;
    return words.trimmed();
}

/// Appends the line that stands above a row which goes on over the page: its first cell, and that it is
/// continued. Returns its place.
int setResumed(const Line& cell, double width, int table, SetReport& into) {
    constexpr double kWords = 70; // room of "continued"
    Span what;
    for (const Span& span : cell)
        what.text += span.text;
    what.text = what.text.simplified();
    const QList<SetLine> lines = setText(Line{what}, kCell, width - kWords);
    if (lines.size() > 1)
        what.text = wordsOf(lines.constFirst()) + u'…';
    const QString said = QCoreApplication::translate("ReportPages", "continued");
    const Line line{what, {what.text.isEmpty() ? said : u"  "_s + said, Span::Tone::Muted}};
    Slice slice;
    slice.height = kPadding + kCell.leading;
    slice.table = table;
    slice.keep = slice.spare = true;
    SliceInk ink;
    ink.texts.append({{0, kPadding}, setText(line, kCell, width).value(0), false});
    into.slices.append(slice);
    into.inks.append(ink);
    return int(into.slices.size()) - 1;
}

/// Appends a row as slices of a line each; returns how many.
qsizetype setRow(const QList<Line>& cells, const Columns& columns, const TextStyle& style, int table,
                 bool head, SetReport& into) {
    QList<QList<SetLine>> set;
    qsizetype most = 1;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        set.append(setText(cells[i], style, columns.width[i]));
        most = std::max(most, set.last().size());
    }
    int resumed = -1;
    if (most > kMostKept && !head)
        resumed = setResumed(cells.value(0), columns.whole, table, into);
    for (qsizetype line = 0; line < most; ++line) {
        Slice slice;
        SliceInk ink;
        slice.table = table;
        slice.head = head;
        slice.resumed = line > 0 ? resumed : -1;
        slice.height = style.leading;
        const double top = line == 0 ? kPadding : 0;
        slice.height += top;
        if (line + 1 == most) {
            slice.height += kPadding;
            ink.rule = head ? SliceInk::Rule::Strong : SliceInk::Rule::Light;
        }
        slice.keep = most <= kMostKept && line + 1 < most;
        for (qsizetype i = 0; i < set.size(); ++i) {
            if (line < set[i].size())
                ink.texts.append({{columns.left[i], top}, set[i][line], style.muted});
        }
        into.slices.append(slice);
        into.inks.append(ink);
    }
    if (most > kMostKept)
        avoidWidows(into.slices, into.slices.size() - most, most);
    return most;
}

} // namespace

void setTable(const Table& table, int index, double width, SetReport& into) {
    const Columns columns(table, width);
    const qsizetype begin = into.slices.size();
    setRow(table.head, columns, kHead, index, true, into);
    into.slices[begin].before = kAbove;
    for (qsizetype i = begin; i < into.slices.size(); ++i)
        into.slices[i].keep = true;
    QList<qsizetype> lines, ends; // of each row
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        lines.append(setRow(table.rows[i], columns, kCell, index, false, into));
        ends.append(into.slices.size());
        into.inks[ends.last() - lines.last()].anchor = table.subjects.value(i).key;
    }
    const qsizetype rows = table.rows.size();
    if (rows < 2)
        return;
    // The first row does not stand alone, nor the last ones.
    into.slices[ends.constFirst() - 1].keep = true;
    qsizetype kept = lines.constLast();
    for (qsizetype row = rows - 2; row >= std::max<qsizetype>(0, rows - kTail); --row) {
        kept += lines[row];
        if (row < rows - 2 && kept > kMostTail)
            break;
        into.slices[ends[row] - 1].keep = true;
    }
}

} // namespace groundplan::report
