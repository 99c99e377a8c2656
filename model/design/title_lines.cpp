#include "model/design/title_lines.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using Weight = LabelWords::Weight;

qsizetype wordsIn(const QString& line) {
    return line.count(u' ') + 1;
}

/// A line that only makes sense behind the one above it: "of the week", "& ranking".
bool followsOn(const QString& line) {
    static const QRegularExpression begin(
        u"^(?:(?:and|as|at|by|for|from|in|into|of|on|or|over|per|to|using|via|with)\\s|[&/]\\s*\\w)"_s);
    const bool identifier = (line.startsWith(u'_') || line.startsWith(u"::"_s)) && !line.contains(u' ');
    return identifier || begin.match(line.left(20)).hasMatch();
}

/// What counts, compares, lists or explains, and so is no part of a name; versions are.
bool remarks(const QString& line) {
    static const QRegularExpression signs(uR"([,;:·•|=<>≤≥~≈%@→]|^[-–—+*]\s|\.$|\s[-–—+/]\s)"_s);
    static const QRegularExpression version(uR"(^(?:v?\d{1,2}(?:\.\d+)*|[vV]\d\S*)$)"_s);
    static const QRegularExpression amount(uR"(^\d|\s\d|\d\s)"_s);
    const QString start = line.left(100);
    return signs.match(start).hasMatch() ||
           (amount.match(start).hasMatch() && !version.match(start).hasMatch());
}

/// Nouns that names of services and stores end in: "User Service", "Orders DB".
bool endsName(const QString& line) {
    static const QRegularExpression end(
        u"(?:^|\\s)(?:service|server|api|app|application|gateway|database|db|cluster|worker|job|pipeline|system|"
        "platform|engine|store|queue)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return end.match(line.right(20)).hasMatch();
}

/// Whether a line goes on with the title above it; `lines` are those of the whole label.
bool belongs(const LabelWords& words, const QString& title, const QString& line, const QStringList& lines) {
    if (goesOn(title) || followsOn(line))
        return true;
    if (remarks(line))
        return false;
    const LabelWords::Meaning first = words.meaningOf(title);
    const LabelWords::Meaning both = words.meaningOf(title + u' ' + line);
    const bool named = first.kind && first.weight == Weight::Whole;
    const bool product = !words.technologyNamed(title).isEmpty();
    const bool two = lines.size() == 2;
    // A phrase that the break has cut in two; what the second line says alone is not.
    if (both.kind && both.weight == Weight::Whole && !named) {
        const bool alone = words.meaningOf(line).kind == both.kind;
        if (!alone || (wordsIn(title) == 1 && !first.kind) || (two && first.weight == Weight::Aside))
            return true;
    }
    const bool isName = line.front().isUpper() || line.front() == u'(';
    const bool single = wordsIn(line) == 1;
    const bool whole = wordsIn(title) > 1 && endsName(title);
    if (!two) {
        // One word a line: a narrow box. Otherwise the first line stands alone.
        const bool narrow =
            std::all_of(lines.begin(), lines.end(), [](const QString& each) { return wordsIn(each) == 1; });
        if (single && !whole && endsName(line))
            return true;
        return (narrow && !whole && (!first.kind || wordsIn(title) > 1 || endsName(lines.last()))) ||
               (product && isName && both.kind && both.kind != first.kind);
    }
    if (single)
        return !whole;
    if (isName)
        return line.front() == u'(' || product || !named;
    return wordsIn(title) == 1 && (!first.kind || (wordsIn(line) == 2 && endsName(line)));
}

} // namespace

QString joinedLines(const QStringList& lines) {
    QString whole;
    for (const QString& line : lines) {
        const bool goesOn = (line.startsWith(u'_') || line.startsWith(u"::"_s)) && !line.contains(u' ');
        if (!whole.isEmpty() && !goesOn)
            whole += u' ';
        whole += line;
    }
    return whole;
}

bool goesOn(const QString& line) {
    static const QRegularExpression end(
        u"(?:^|\\s)(?:and|as|at|by|for|from|in|into|of|on|or|over|per|the|to|using|via|with)$|[,&/]$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return end.match(line.right(20)).hasMatch();
}

qsizetype titleLines(const LabelWords& words, const QStringList& lines) {
    constexpr qsizetype kLongest = 100; // that can be a title at all
    QString title = lines.first();
    qsizetype count = 1;
    while (count < lines.size() && title.size() <= kLongest && belongs(words, title, lines[count], lines))
        title = joinedLines({title, lines[count++]});
    return count;
}

} // namespace groundplan
