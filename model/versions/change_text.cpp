#include "model/versions/change_text.h"

#include <QCoreApplication>
#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr qsizetype kWhole = 40;  ///< texts up to here are shown as they are
constexpr qsizetype kBeside = 16; ///< of what both have, at least, beside what differs
constexpr qsizetype kSpared = 6;  ///< less than this is not worth an ellipsis

QString tr(const char* text) {
    return QCoreApplication::translate("Comparison", text);
}

/// The last place at or before `at` that lies between two words.
qsizetype wordBefore(const QString& text, qsizetype at) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(at);
    if (at >= text.size() || finder.isAtBoundary())
        return std::min(at, text.size());
    return std::max<qsizetype>(0, finder.toPreviousBoundary());
}
/// The first one at or behind it.
qsizetype wordBehind(const QString& text, qsizetype at) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(at);
    if (at <= 0 || finder.isAtBoundary())
        return std::max<qsizetype>(0, at);
    const qsizetype next = finder.toNextBoundary();
    return next < 0 ? text.size() : next;
}

/// Lines behind each other, with a sign between them: without it they would read as one sentence.
QString inOneLine(const QString& text) {
    QStringList lines;
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (const QString words = line.toString().simplified(); !words.isEmpty())
            lines.append(words);
    }
    return lines.join(u" / "_s);
}

QString cut(const QString& text, qsizetype most) {
    if (most <= 0 || text.size() <= most)
        return text;
    const qsizetype end = wordBefore(text, most - 1);
    return text.left(end > most / 2 ? end : most - 1).trimmed() + u'…';
}

/// `text` without so much at its two ends, of which a few words stay.
QString middleOf(const QString& text, qsizetype atStart, qsizetype atEnd) {
    const qsizetype from = wordBefore(text, std::max<qsizetype>(0, atStart - kBeside));
    const qsizetype to = wordBehind(text, std::min(text.size(), text.size() - atEnd + kBeside));
    const bool headGoes = from > kSpared;
    const bool tailGoes = text.size() - to > kSpared;
    QString middle = text.mid(headGoes ? from : 0, (tailGoes ? to : text.size()) - (headGoes ? from : 0));
    if (headGoes)
        middle = u"… "_s + middle.trimmed();
    if (tailGoes)
        middle = middle.trimmed() + u" …"_s;
    return middle;
}

QString lineOf(const QString& what, const Change& change, qsizetype most) {
    if (change.before.isEmpty())
        return tr("+ %1: %2").arg(what, cut(inOneLine(change.after), 2 * most));
    if (change.after.isEmpty())
        return tr("− %1: %2").arg(what, cut(inOneLine(change.before), 2 * most));
    const DifferingPart part = differingPart(change.before, change.after, most);
    return tr("%1: %2 → %3").arg(what, part.before, part.after);
}

} // namespace

DifferingPart differingPart(const QString& before, const QString& after, qsizetype most) {
    const QString one = inOneLine(before);
    const QString other = inOneLine(after);
    if (one == other || std::max(one.size(), other.size()) <= kWhole)
        return {cut(one, most), cut(other, most)};
    const qsizetype shorter = std::min(one.size(), other.size());
    qsizetype head = 0;
    while (head < shorter && one.at(head) == other.at(head))
        ++head;
    head = std::min(wordBefore(one, head), wordBefore(other, head));
    qsizetype tail = 0;
    while (tail < shorter - head && one.at(one.size() - 1 - tail) == other.at(other.size() - 1 - tail))
        ++tail;
    tail = std::min(one.size() - wordBehind(one, one.size() - tail),
                    other.size() - wordBehind(other, other.size() - tail));
    return {cut(middleOf(one, head, tail), most), cut(middleOf(other, head, tail), most)};
}

QString textOf(const Change& change, qsizetype most) {
    return lineOf(change.what, change, most);
}

QString wholeTextOf(const Change& change, qsizetype most) {
    return lineOf(change.whole(), change, most);
}

} // namespace groundplan
