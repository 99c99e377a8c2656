#include "model/exchange/d2_syntax.h"

#include "model/exchange/exchange_limits.h"
#include "model/exchange/text_cursor.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace groundplan::d2 {

namespace {

/// Lines of a block without the indent that all of them have.
QString withoutIndent(QStringView block) {
    QList<QStringView> lines = block.split(u'\n');
    while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
        lines.removeFirst();
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    qsizetype indent = block.size();
    for (const QStringView line : std::as_const(lines)) {
        qsizetype blanks = 0;
        while (blanks < line.size() && line[blanks].isSpace())
            ++blanks;
        if (blanks < line.size())
            indent = std::min(indent, blanks);
    }
    QStringList plain;
    for (const QStringView line : std::as_const(lines))
        plain << line.mid(std::min(indent, line.size())).toString();
    return plain.join(u'\n');
}

class Parser {
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    Parser(const QString& text, const QString& sourceName, const std::atomic<bool>* cancelled,
           qsizetype firstLine)
        : sourceName_(sourceName)
        , cancelled_(cancelled)
        , in_(text)
        , firstLine_(firstLine)
        , line_(firstLine) {}

    Result<QList<Entry>> parse() {
        QList<Entry> entries;
        const Result<void> read = parseMap(entries, 0, {});
        if (!read)
            return Failure(read.error());
        return entries;
    }

private:
    Failure failAt(qsizetype at, const QString& reason) const {
        return fail(ErrorCode::Unreadable, tr("%1 cannot be read as D2, line %2: %3")
                                               .arg(sourceName_)
                                               .arg(firstLine_ - 1 + in_.lineAt(at))
                                               .arg(reason));
    }
    /// Counted on the way, for lineAt() looks at the whole text before.
    qsizetype lineHere() {
        for (; counted_ < in_.at(); ++counted_)
            line_ += in_.text()[counted_] == u'\n' ? 1 : 0;
        return line_;
    }

    /// Blanks, comments and, with `lines`, ends of entries.
    Result<void> skip(bool lines) {
        while (!in_.atEnd()) {
            const QChar c = in_.peek();
            if (c == u'\\' && in_.peek(1) == u'\n') {
                in_.skip(2);
            } else if (lines && in_.startsWith(u"\"\"\"")) {
                const qsizetype begin = in_.at();
                in_.skip(3);
                if (!in_.takeUntil(u"\"\"\""))
                    return failAt(begin, tr("a comment is never closed."));
            } else if (c == u'#') {
                in_.takeLine();
            } else if (c == u'\n' || c == u';' ? lines : c.isSpace()) {
                in_.skip();
            } else {
                break;
            }
        }
        return {};
    }

    /// `keys`: before its brace, for a sentence.
    Result<void> parseMap(QList<Entry>& entries, int depth, const QString& keys) {
        if (depth > exchangelimits::kDepth)
            return failAt(in_.at(), tr("braces are nested more than %1 deep.").arg(exchangelimits::kDepth));
        const qsizetype opened = in_.at();
        while (true) {
            if (const Result<void> skipped = skip(true); !skipped)
                return skipped;
            if (in_.atEnd()) {
                if (depth > 0)
                    return failAt(
                        opened - 1,
                        tr("the brace behind “%1” is never closed.").arg(keys.simplified().left(40)));
                return {};
            }
            if (in_.peek() == u'}') {
                if (depth == 0)
                    return failAt(in_.at(), tr("“}” closes nothing."));
                in_.skip();
                return {};
            }
            if (cancelled_ && cancelled_->load(std::memory_order_relaxed))
                return fail(ErrorCode::Cancelled, tr("The import was cancelled."));
            if (++entries_ > exchangelimits::kNodes + exchangelimits::kEdges)
                return failAt(in_.at(),
                              tr("it has more than %1 entries; split it.")
                                  .arg(QLocale().toString(exchangelimits::kNodes + exchangelimits::kEdges)));
            Entry entry;
            entry.line = lineHere();
            if (const Result<void> read = parseEntry(entry, depth); !read)
                return read;
            entries.append(std::move(entry));
            if (const Result<void> skipped = skip(false); !skipped)
                return skipped;
            const QChar next = in_.peek();
            if (!in_.atLineEnd() && next != u';' && next != u'}')
                return failAt(in_.at(), tr("“%1” was not expected here.").arg(in_.near(in_.at())));
        }
    }

    // ---- keys

    Result<void> parseEntry(Entry& entry, int depth) {
        const qsizetype begin = in_.at();
        bool isPattern = false;
        if (in_.startsWith(u"...")) {
            in_.takeWhile([](QChar c) { return c != u'\n' && c != u';'; });
            isPattern = true;
        } else if (in_.startsWith(u"@") || in_.startsWith(u"&") || in_.startsWith(u"!&")) {
            in_.takeWhile([](QChar c) { return c != u'\n' && c != u';' && c != u'}' && c != u':'; });
            isPattern = true;
        } else {
            const Result<void> keys = parseKeys(entry, isPattern);
            if (!keys)
                return keys;
        }
        const QString words = in_.text().sliced(begin, in_.at() - begin).trimmed().left(200).toString();
        if (const Result<void> skipped = skip(false); !skipped)
            return skipped;
        if (in_.takeIf(u":")) {
            if (const Result<void> skipped = skip(false); !skipped)
                return skipped;
            if (const Result<void> value = parseValue(entry, isPattern); !value)
                return value;
            if (const Result<void> skipped = skip(false); !skipped)
                return skipped;
        }
        if (in_.takeIf(u"{")) {
            if (const Result<void> map = parseMap(entry.map, depth + 1, words); !map)
                return map;
        }
        if (isPattern) {
            const qsizetype line = entry.line;
            entry = {};
            entry.line = line;
            entry.pattern = words;
        }
        return {};
    }

    /// "a.b", "a -> b <- c", "x.(a -> b)[0].style.stroke".
    Result<void> parseKeys(Entry& entry, bool& isPattern) {
        Path path;
        if (in_.peek() != u'(') {
            if (const Result<void> read = parsePath(path, isPattern); !read)
                return read;
        }
        const bool grouped = in_.takeIf(u"(");
        inGroup_ = grouped;
        if (grouped) {
            entry.prefix = path;
            path.clear();
            in_.skipBlanks();
            if (const Result<void> read = parsePath(path, isPattern); !read)
                return read;
        }
        entry.ends << path;
        while (true) {
            if (const Result<void> skipped = skip(false); !skipped)
                return skipped;
            if (!atArrow())
                break;
            const qsizetype begin = in_.at();
            Arrow arrow;
            arrow.toSource = in_.takeIf(u"<");
            in_.takeWhile([](QChar c) { return c == u'-'; });
            arrow.toTarget = in_.takeIf(u">");
            entry.arrows << arrow;
            if (++connections_ > exchangelimits::kUnplacedEdges)
                return failAt(begin, tr("it has more than %1 connections; split it.")
                                         .arg(QLocale().toString(exchangelimits::kUnplacedEdges)));
            if (const Result<void> skipped = skip(false); !skipped)
                return skipped;
            Path next;
            if (in_.atLineEnd())
                return failAt(begin, tr("a connection leads nowhere."));
            if (const Result<void> read = parsePath(next, isPattern); !read)
                return read;
            entry.ends << next;
        }
        inGroup_ = false;
        if (!grouped)
            return {};
        if (!in_.takeIf(u")"))
            return failAt(in_.at(), tr("the bracket “%1” is never closed.").arg(QChar(u'(')));
        if (in_.takeIf(u"[")) {
            const QStringView index = in_.takeWhile([](QChar c) { return c != u']' && c != u'\n'; });
            bool isNumber = false;
            entry.index = index.toInt(&isNumber);
            isPattern = isPattern || !isNumber || entry.index < 0;
            if (!in_.takeIf(u"]"))
                return failAt(in_.at(), tr("the bracket “%1” is never closed.").arg(QChar(u'[')));
        }
        if (in_.takeIf(u"."))
            return parsePath(entry.suffix, isPattern);
        return {};
    }
    bool atArrow() const {
        const QChar c = in_.peek();
        const QChar next = in_.peek(1);
        return (c == u'-' && (next == u'-' || next == u'>')) || (c == u'<' && next == u'-');
    }

    Result<void> parsePath(Path& path, bool& isPattern) {
        while (true) {
            in_.skipBlanks();
            Part part;
            const QChar c = in_.peek();
            const qsizetype begin = in_.at();
            if (c == u'"' || c == u'\'') {
                const Result<QString> text = takeQuoted();
                if (!text)
                    return Failure(text.error());
                part = {*text, true};
            } else {
                part.text = takeKey(isPattern);
                if (part.text.isEmpty())
                    return failAt(begin, tr("a key was expected at “%1”.").arg(in_.near(begin)));
            }
            if (part.text.size() > exchangelimits::kTextLength)
                return failAt(begin, tr("a text is too long."));
            path << part;
            if (path.size() > exchangelimits::kDepth)
                return failAt(begin, tr("a key has more than %1 parts.").arg(exchangelimits::kDepth));
            in_.skipBlanks();
            if (!in_.takeIf(u".") || in_.peek() == u'(') // "x.(a -> b)"
                return {};
        }
    }
    QString takeKey(bool& isPattern) {
        QString key;
        while (!in_.atLineEnd()) {
            const QChar c = in_.peek();
            if (c == u':' || c == u'.' || c == u'{' || c == u'}' || c == u';' || (c == u')' && inGroup_) ||
                atArrow() || (c == u'(' && key.isEmpty()) ||
                (c == u'#' && (key.isEmpty() || key.back().isSpace())))
                break;
            if (c == u'\\' && !in_.peek(1).isNull()) {
                in_.skip();
                if (in_.peek() == u'\n') // the line goes on
                    in_.skip();
                else
                    key += in_.take();
                continue;
            }
            isPattern = isPattern || c == u'*';
            key += in_.take();
        }
        return key.trimmed();
    }

    // ---- values

    Result<QString> takeQuoted() {
        const qsizetype begin = in_.at();
        const QChar quote = in_.take();
        QString text;
        while (true) {
            if (in_.atEnd())
                return failAt(begin, tr("a quoted text is never closed."));
            const QChar c = in_.take();
            if (c == quote && quote == u'\'' && in_.peek() == quote) { // '' is one within
                text += in_.take();
            } else if (c == quote) {
                return text;
            } else if (c == u'\\' && quote == u'"') {
                const QChar escaped = in_.take();
                if (escaped != u'\n')
                    text += unescaped(escaped);
            } else {
                text += c;
            }
        }
    }
    static QChar unescaped(QChar escaped) {
        return escaped == u'n' ? QChar(u'\n') : escaped == u't' ? QChar(u'\t') : escaped;
    }

    Result<void> parseValue(Entry& entry, bool& isPattern) {
        const qsizetype begin = in_.at();
        const QChar c = in_.peek();
        if (c == u'{' || in_.atLineEnd() || c == u';' || c == u'}')
            return {};
        entry.hasValue = true;
        if (c == u'"' || c == u'\'') {
            const Result<QString> text = takeQuoted();
            if (!text)
                return Failure(text.error());
            entry.value = *text;
        } else if (c == u'|') {
            return parseBlock(entry);
        } else if (c == u'[') {
            return parseArray(entry);
        } else {
            entry.value = takePlain(false);
            entry.isNull = entry.value == "null"_L1;
            isPattern = isPattern || entry.value.startsWith(u'@') || entry.value.startsWith("...@"_L1);
        }
        if (entry.value.size() > exchangelimits::kTextLength)
            return failAt(begin, tr("a text is too long."));
        return {};
    }
    QString takePlain(bool inArray) {
        QString text;
        while (!in_.atLineEnd()) {
            const QChar c = in_.peek();
            if (c == u'$' && in_.peek(1) == u'{') {
                text += in_.takeWhile([](QChar inside) { return inside != u'}' && inside != u'\n'; });
                if (in_.peek() == u'}')
                    text += in_.take();
                continue;
            }
            if (c == u'{' || c == u'}' || c == u';' || (inArray && c == u']') ||
                (c == u'#' && (text.isEmpty() || text.back().isSpace())))
                break;
            if (c == u'\\' && !in_.peek(1).isNull()) {
                in_.skip();
                if (in_.peek() == u'\n') {
                    in_.skip();
                    in_.skipBlanks();
                } else {
                    text += unescaped(in_.take());
                }
                continue;
            }
            text += in_.take();
        }
        return text.trimmed();
    }
    /// "|md ... |", with more signs at its ends where the text holds a |: "||md ... ||", "|`md ... `|".
    Result<void> parseBlock(Entry& entry) {
        const qsizetype begin = in_.at();
        in_.skip();
        const QString signs =
            in_.takeWhile([](QChar c) { return !c.isLetterOrNumber() && !c.isSpace() && c != u'_'; })
                .toString();
        entry.language = in_.takeWhile([](QChar c) { return !c.isSpace() && c != u'|'; }).toString();
        if (entry.language.isEmpty())
            entry.language = u"md"_s;
        const auto text = in_.takeUntil(QString(signs + u'|'));
        if (!text)
            return failAt(begin, tr("a block of text is never closed."));
        if (text->size() > exchangelimits::kTextLength)
            return failAt(begin, tr("a text is too long."));
        entry.value = withoutIndent(*text);
        return {};
    }
    Result<void> parseArray(Entry& entry) {
        const qsizetype begin = in_.at();
        in_.skip();
        while (true) {
            in_.takeWhile([](QChar c) { return c.isSpace() || c == u';'; });
            if (in_.takeIf(u"]"))
                return {};
            const qsizetype at = in_.at();
            if (in_.peek() == u'"' || in_.peek() == u'\'') {
                const Result<QString> text = takeQuoted();
                if (!text)
                    return Failure(text.error());
                entry.values << *text;
            } else if (const QString value = takePlain(true); !value.isEmpty()) {
                entry.values << value;
            }
            if (in_.at() == at)
                return failAt(begin, tr("the bracket “%1” is never closed.").arg(QChar(u'[')));
        }
    }

    const QString& sourceName_;
    const std::atomic<bool>* cancelled_;
    TextCursor in_;
    bool inGroup_ = false; ///< between the brackets of "(a -> b)"
    qsizetype entries_ = 0;
    qsizetype connections_ = 0;
    qsizetype counted_ = 0;
    qsizetype firstLine_;
    qsizetype line_;
};

} // namespace

Result<QList<Entry>> parse(const QString& text, const QString& sourceName, const std::atomic<bool>* cancelled,
                           qsizetype firstLine) {
    return Parser(text, sourceName, cancelled, firstLine).parse();
}

} // namespace groundplan::d2
