#include "app/report/column_widths.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace groundplan::report {
namespace {

constexpr double kLongestWord = 1.0 / 3; ///< of the room
constexpr qsizetype kLongLine = 400;     ///< letters: how much longer a text is makes no difference

double sumOf(const QList<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

/// What columns have no use for goes to those that want more: to a long text more, but by the root of what it
/// lacks, else one text would leave the others a word a line.
void giveAway(QList<double>& widths, const QList<ColumnNeed>& needs) {
    QList<double> spare, lacking;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        spare.append(std::max(0.0, widths[i] - std::max(needs[i].line, needs[i].word)));
        lacking.append(std::max(0.0, needs[i].line - widths[i]));
    }
    const double given = std::min(sumOf(spare), sumOf(lacking));
    if (given <= 0)
        return;
    const double all = sumOf(spare);
    for (qsizetype i = 0; i < widths.size(); ++i)
        widths[i] -= spare[i] * given / all;
    // Who lacks little is content first; the rest is for the others.
    QList<qsizetype> order;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        if (lacking[i] > 0)
            order.append(i);
    }
    std::ranges::sort(order, {}, [&lacking](qsizetype i) { return lacking[i]; });
    double left = given;
    for (qsizetype place = 0; place < order.size(); ++place) {
        double roots = 0;
        for (qsizetype i = place; i < order.size(); ++i)
            roots += std::sqrt(lacking[order[i]]);
        const double mine = lacking[order[place]];
        const double gets = std::min(mine, left * std::sqrt(mine) / roots);
        widths[order[place]] += gets;
        left -= gets;
    }
}

/// Words that are whole, from the shortest on, as many as there is room for.
QList<double> leastOf(const QList<ColumnNeed>& needs, double room) {
    QList<double> least;
    for (const ColumnNeed& need : needs)
        least.append(need.word);
    QList<double> ascending = least;
    std::ranges::sort(ascending);
    double left = room;
    for (qsizetype i = 0; i < ascending.size(); ++i) {
        const double each = left / double(ascending.size() - i);
        if (ascending[i] > each) {
            for (double& one : least)
                one = std::min(one, each);
            break;
        }
        left -= ascending[i];
    }
    return least;
}

} // namespace

ColumnNeed needOf(const Line& cell, const Yardstick& yardstick, ColumnNeed known) {
    double line = 0;
    for (const Span& span : cell) {
        Span part = span;
        qsizetype from = 0;
        QTextBoundaryFinder finder(QTextBoundaryFinder::Line, span.text);
        for (qsizetype to = finder.toNextBoundary(); to > 0; to = finder.toNextBoundary()) {
            part.text = span.text.mid(from, std::min(to - from, kLongLine)).trimmed();
            from = to;
            if (double(part.text.size()) * yardstick.em <= known.word)
                continue;
            if (const double word = yardstick.widthOf(part); word <= yardstick.room * kLongestWord)
                known.word = std::max(known.word, word);
        }
        const QStringList lines = yardstick.fitted ? span.text.split(u'\n') : QStringList();
        for (qsizetype i = 0; i < lines.size(); ++i) {
            part.text = lines[i].left(kLongLine);
            line = (i == 0 ? line : 0) + yardstick.widthOf(part);
            known.line = std::max(known.line, line);
        }
    }
    return known;
}

QList<double> columnWidths(const QList<int>& shares, const QList<ColumnNeed>& needs, double room,
                           bool fitted) {
    const int all = std::accumulate(shares.begin(), shares.end(), 0);
    QList<double> widths;
    for (const int share : shares)
        widths.append(room * share / all);
    if (fitted)
        giveAway(widths, needs);
    const QList<double> least = leastOf(needs, sumOf(widths));
    double missing = 0, slack = 0;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        missing += std::max(0.0, least[i] - widths[i]);
        slack += std::max(0.0, widths[i] - least[i]);
    }
    for (qsizetype i = 0; i < widths.size() && missing > 0; ++i) {
        const double above = std::max(0.0, widths[i] - least[i]);
        widths[i] = std::max(widths[i], least[i]) - above * missing / slack;
    }
    return widths;
}

} // namespace groundplan::report
