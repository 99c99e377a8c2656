#include "model/exchange/mermaid_reader.h"

#include "model/exchange/mermaid_parts.h"
#include "model/exchange/source_text.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Exchange", text);
}

/// Where a diagram stands within a text.
struct Excerpt {
    qsizetype begin = 0; ///< of its text
    qsizetype end = 0;
};

/// The next line of `text` from `at`, without its end; `at` goes behind it.
QStringView takeLine(QStringView text, qsizetype& at) {
    const qsizetype end = text.indexOf(u'\n', at);
    const QStringView line = text.sliced(at, (end < 0 ? text.size() : end) - at);
    at = end < 0 ? text.size() : end + 1;
    return line;
}

/// The diagrams of a Markdown file: between ```mermaid (or ~~~, or :::) and the same again.
QList<Excerpt> excerptsOf(QStringView text) {
    QList<Excerpt> excerpts;
    QStringView mark; // that ends the fenced block around here
    bool ours = false;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype begin = at;
        const QStringView line = takeLine(text, at).trimmed();
        if (!mark.isEmpty()) {
            if (line.startsWith(mark) && line.sliced(mark.size()).trimmed().isEmpty()) {
                if (ours)
                    excerpts.last().end = begin;
                mark = {};
            }
            continue;
        }
        for (const QStringView fence : {QStringView(u"```"), QStringView(u"~~~"), QStringView(u":::")}) {
            if (!line.startsWith(fence))
                continue;
            qsizetype length = fence.size();
            while (length < line.size() && line[length] == fence[0])
                ++length;
            QStringView language = line.sliced(length).trimmed();
            if (language.startsWith(u'{'))
                language = language.sliced(1).trimmed();
            if (language.startsWith(u'.'))
                language = language.sliced(1);
            mark = line.first(length);
            ours = language.startsWith(u"mermaid", Qt::CaseInsensitive);
            if (ours)
                excerpts.append({at, text.size()});
        }
    }
    return excerpts;
}

/// A text of YAML on one line.
QString titleOf(QStringView value) {
    const bool isQuoted = value.size() >= 2 && value.front() == value.back();
    const QString inner = isQuoted ? value.sliced(1, value.size() - 2).toString() : QString();
    if (isQuoted && value.front() == u'\'')
        return QString(inner).replace("''"_L1, "'"_L1);
    if (!isQuoted || value.front() != u'"')
        return value.toString();
    QString plain;
    for (qsizetype i = 0; i < inner.size(); ++i)
        plain += inner[i] == u'\\' && i + 1 < inner.size() ? inner[++i] : inner[i];
    return plain;
}

/// The text with comments, directives and the head of YAML as blanks, so that places and lines stay the same;
/// what the head says is the title.
QString withoutComments(QStringView text, QString& title) {
    QString plain = text.toString();
    const auto blank = [&plain](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i) {
            if (plain[i] != u'\n')
                plain[i] = u' ';
        }
    };
    qsizetype at = 0;
    while (at < plain.size() && plain[at].isSpace())
        ++at;
    if (QStringView(plain).sliced(at).startsWith(u"---")) {
        const qsizetype head = at;
        takeLine(plain, at);
        for (bool open = true; open && at < plain.size();) {
            const QStringView line = takeLine(plain, at).trimmed();
            open = line != u"---";
            if (line.startsWith(u"title:"))
                title = titleOf(line.sliced(QStringView(u"title:").size()).trimmed());
        }
        blank(head, at);
    }
    for (at = 0; at < plain.size();) {
        const qsizetype begin = at;
        qsizetype first = begin;
        while (first < plain.size() && (plain[first] == u' ' || plain[first] == u'\t'))
            ++first;
        const QStringView rest = QStringView(plain).sliced(first);
        if (rest.startsWith(u"%%{")) {
            const qsizetype end = plain.indexOf(u"}%%"_s, first);
            at = end < 0 ? plain.size() : end + 3;
            blank(begin, at);
        } else {
            takeLine(plain, at);
            if (rest.startsWith(u"%%"))
                blank(begin, at);
        }
    }
    return plain;
}

/// What people call the types of Mermaid that hold no system design.
QString otherType(QStringView word) {
    struct Type {
        QStringView word;
        const char* name;
    };
    static constexpr Type types[] = {
        {u"sequenceDiagram", QT_TRANSLATE_NOOP("Exchange", "a sequence diagram")},
        {u"classDiagram", QT_TRANSLATE_NOOP("Exchange", "a class diagram")},
        {u"stateDiagram", QT_TRANSLATE_NOOP("Exchange", "a state diagram")},
        {u"erDiagram", QT_TRANSLATE_NOOP("Exchange", "an entity relationship diagram")},
        {u"graph", QT_TRANSLATE_NOOP("Exchange", "a flowchart")},
        {u"flowchart", QT_TRANSLATE_NOOP("Exchange", "a flowchart")},
        {u"architecture", QT_TRANSLATE_NOOP("Exchange", "an architecture diagram")},
        {u"C4", QT_TRANSLATE_NOOP("Exchange", "a C4 diagram")},
        {u"gantt", QT_TRANSLATE_NOOP("Exchange", "a Gantt chart")},
        {u"pie", QT_TRANSLATE_NOOP("Exchange", "a pie chart")},
        {u"journey", QT_TRANSLATE_NOOP("Exchange", "a user journey")},
        {u"mindmap", QT_TRANSLATE_NOOP("Exchange", "a mind map")},
        {u"timeline", QT_TRANSLATE_NOOP("Exchange", "a timeline")},
        {u"gitGraph", QT_TRANSLATE_NOOP("Exchange", "a Git graph")},
        {u"quadrantChart", QT_TRANSLATE_NOOP("Exchange", "a quadrant chart")},
        {u"requirementDiagram", QT_TRANSLATE_NOOP("Exchange", "a requirement diagram")},
        {u"block", QT_TRANSLATE_NOOP("Exchange", "a block diagram")},
        {u"sankey", QT_TRANSLATE_NOOP("Exchange", "a Sankey diagram")},
        {u"xychart", QT_TRANSLATE_NOOP("Exchange", "a chart")},
        {u"packet", QT_TRANSLATE_NOOP("Exchange", "a packet diagram")},
        {u"kanban", QT_TRANSLATE_NOOP("Exchange", "a Kanban board")},
        {u"radar", QT_TRANSLATE_NOOP("Exchange", "a radar chart")},
        {u"treemap", QT_TRANSLATE_NOOP("Exchange", "a tree map")},
        {u"zenuml", QT_TRANSLATE_NOOP("Exchange", "a sequence diagram")},
    };
    const auto found = std::find_if(std::begin(types), std::end(types),
                                    [word](const Type& type) { return word.startsWith(type.word); });
    return found == std::end(types) ? QString() : tr(found->name);
}

struct Reading {
    Result<void> (*read)(const mermaid::Source&, Diagram&) = nullptr;
    bool leftToRight = false;
};
/// Which reader a diagram needs, by the word that it begins with.
Reading readingOf(QStringView word) {
    if (word == u"flowchart" || word == u"graph" || word == u"flowchart-elk")
        return {mermaid::readFlowchart, false};
    if (word.startsWith(u"architecture"))
        return {mermaid::readArchitecture, true};
    if (word.startsWith(u"C4"))
        return {mermaid::readC4, false};
    return {};
}

/// The word that says the type of a diagram; the cursor stands behind it.
QStringView takeType(TextCursor& cursor) {
    cursor.skipSpace();
    return cursor.takeWhile([](QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_'; });
}

Result<Diagram> readExcerpt(QStringView whole, const Excerpt& excerpt, const QString& sourceName,
                            const std::atomic<bool>* cancelled) {
    Diagram diagram;
    const QString text =
        withoutComments(whole.sliced(excerpt.begin, excerpt.end - excerpt.begin), diagram.title);
    const qsizetype firstLine = whole.first(excerpt.begin).count(u'\n') + 1;
    TextCursor cursor(text);
    const QStringView type = takeType(cursor);
    const qsizetype behind = cursor.at();
    const mermaid::Source all{text, sourceName, firstLine, cancelled};
    const Reading reading = readingOf(type);
    if (!reading.read) {
        const QString other = otherType(type);
        return all.failAt(
            cursor, behind,
            other.isEmpty()
                ? tr("“%1” is no type of diagram; flowcharts, architecture and C4 diagrams can be read.")
                      .arg(type.left(40).toString())
                : tr("it is %1; flowcharts, architecture and C4 diagrams can be read.").arg(other));
    }
    diagram.leftToRight = reading.leftToRight;
    const mermaid::Source source{QStringView(text).sliced(behind), sourceName,
                                 firstLine + cursor.lineAt(behind) - 1, cancelled};
    const Result<void> read = reading.read(source, diagram);
    if (!read)
        return Failure(read.error());
    return diagram;
}

/// Of the diagrams of a Markdown file one becomes the design: the others by line, title and type.
void sayOthers(QStringView text, const QList<Excerpt>& excerpts, qsizetype taken, NotTaken& lost) {
    auto lineOf = [text, line = qsizetype(1), at = qsizetype(0)](const Excerpt& excerpt) mutable {
        line += text.sliced(at, excerpt.begin - at).count(u'\n');
        at = excerpt.begin;
        return QString::number(line);
    };
    NotTaken others;
    for (qsizetype i = 0; i < excerpts.size(); ++i) {
        const QString line = lineOf(excerpts[i]);
        if (i == taken) {
            lost.prepend(tr("One of %1 Mermaid diagrams was taken over, the one in line %2.")
                             .arg(QString::number(excerpts.size()), line));
            continue;
        }
        QString title;
        const QString bare =
            withoutComments(text.sliced(excerpts[i].begin, excerpts[i].end - excerpts[i].begin), title);
        TextCursor cursor(bare);
        const QString type = takeType(cursor).left(40).toString();
        const QString other = otherType(type);
        const QString what = other.isEmpty() ? NotTaken::called(type, tr("an empty one")) : other;
        others.add(
            title.isEmpty()
                ? tr("The diagram in line %1 was left out: %2.").arg(line, what)
                : tr("The diagram %3 in line %1 was left out: %2.").arg(line, what, NotTaken::called(title)));
    }
    lost.take(others);
}

} // namespace

Result<Diagram> readMermaid(const QString& text, const QString& sourceName,
                            const std::atomic<bool>* cancelled) {
    const Result<QString> source = sourceText(text, sourceName, u"Mermaid"_s);
    if (!source)
        return Failure(source.error());
    const QString& plain = *source;
    QString title;
    const QString bare = withoutComments(plain, title);
    TextCursor cursor(bare);
    const QStringView type = takeType(cursor);
    if (readingOf(type).read || !otherType(type).isEmpty())
        return readExcerpt(plain, {0, plain.size()}, sourceName, cancelled);
    const QList<Excerpt> excerpts = excerptsOf(plain);
    if (excerpts.isEmpty()) {
        if (type.isEmpty())
            return fail(ErrorCode::Unreadable, tr("%1 holds no Mermaid diagram.").arg(sourceName));
        return readExcerpt(plain, {0, plain.size()}, sourceName, cancelled);
    }
    // The first that can be read; of a file with none what is wrong with the first.
    std::optional<Result<Diagram>> first;
    qsizetype taken = -1;
    for (qsizetype i = 0; i < excerpts.size() && taken < 0; ++i) {
        Result<Diagram> diagram = readExcerpt(plain, excerpts[i], sourceName, cancelled);
        if (!diagram && diagram.error().code == ErrorCode::Cancelled)
            return diagram;
        taken = diagram ? i : -1;
        if (!first || diagram)
            first = std::move(diagram);
    }
    if (!*first)
        return *first;
    Diagram diagram = **first;
    if (excerpts.size() > 1)
        sayOthers(plain, excerpts, taken, diagram.notTaken);
    return diagram;
}

} // namespace groundplan
