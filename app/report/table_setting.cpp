#include "app/report/table_setting.h"

#include <algorithm>

namespace groundplan::report {
namespace {

constexpr double kGap = 12;         ///< between columns
constexpr double kPadding = 3.5;    ///< above and below a row's lines
constexpr double kAbove = 8;        ///< air above the table
constexpr qsizetype kMostKept = 14; ///< lines of a row that is not parted

const TextStyle kCell{fonts::Role::CardText, fonts::Role::CardStrong, 9, 12.5, false};
const TextStyle kHead{fonts::Role::CardStrong, fonts::Role::CardStrong, 8.5, 12.5, true};

struct Columns {
    QList<double> left, width;

    Columns(const QList<int>& shares, double whole) {
        const double room = whole - kGap * double(std::max<qsizetype>(0, shares.size() - 1));
        double x = 0;
        for (const int share : shares) {
            left.append(x);
            width.append(std::max(12.0, room * share / 100));
            x += width.last() + kGap;
        }
    }
};

/// Appends a row as slices of a line each; returns how many.
qsizetype setRow(const QList<Line>& cells, const Columns& columns, const TextStyle& style, int table,
                 bool head, SetReport& into) {
    QList<QList<SetLine>> set;
    qsizetype most = 1;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        set.append(setText(cells[i], style, columns.width[i]));
        most = std::max(most, set.last().size());
    }
    for (qsizetype line = 0; line < most; ++line) {
        Slice slice;
        SliceInk ink;
        slice.table = table;
        slice.head = head;
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
    const Columns columns(table.shares, width);
    const qsizetype begin = into.slices.size();
    setRow(table.head, columns, kHead, index, true, into);
    into.slices[begin].before = kAbove;
    for (qsizetype i = begin; i < into.slices.size(); ++i)
        into.slices[i].keep = true;
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        setRow(table.rows[row], columns, kCell, index, false, into);
        // Neither the first row nor the last one stands alone.
        const bool first = row == 0 && table.rows.size() > 1, beforeLast = row + 2 == table.rows.size();
        if (first || beforeLast)
            into.slices.last().keep = true;
    }
}

} // namespace groundplan::report
