#include "model/exchange/mermaid_link.h"

#include "model/exchange/exchange_limits.h"

#include <QCoreApplication>

namespace groundplan::mermaid {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Exchange", text);
}

/// What comes before `end`, which a quoted text does not hide in itself.
std::optional<QStringView> takeText(TextCursor& in, QStringView end) {
    TextCursor ahead = in;
    ahead.skipBlanks();
    if (ahead.takeIf(u"\""))
        ahead.takeUntil(u"\"");
    const qsizetype begin = in.at();
    if (!ahead.takeUntil(end) || ahead.at() - begin > exchangelimits::kTextLength)
        return std::nullopt;
    in = ahead;
    return in.text().sliced(begin, in.at() - end.size() - begin);
}
bool isHead(QChar c) {
    return c == u'>' || c == u'x' || c == u'o';
}
/// "-->", "---", "==>", "-- text -->": what stands at its end, null for nothing.
Result<QChar> readLine(const Source& source, TextCursor& in, Link& link, QChar body) {
    const qsizetype begin = in.at();
    const auto isBody = [body](QChar c) { return c == body; };
    const qsizetype length = in.takeWhile(isBody).size();
    if (isHead(in.peek()))
        return in.take();
    if (length > 2)
        return QChar();
    const auto text = takeText(in, body == u'-' ? u"--" : u"==");
    if (!text)
        return source.failAt(in, begin, tr("a link with a text has no end."));
    link.text = plainLabel(*text, nullptr, &link.besides);
    in.takeWhile(isBody);
    return isHead(in.peek()) ? in.take() : QChar();
}
/// "-.->", "-..-", "-. text .->".
Result<QChar> readDotted(const Source& source, TextCursor& in, Link& link) {
    const qsizetype begin = in.at();
    in.skip();
    in.takeWhile([](QChar c) { return c == u'.'; });
    if (!in.takeIf(u"-")) {
        const auto text = takeText(in, u".-");
        if (!text)
            return source.failAt(in, begin, tr("a link with a text has no end."));
        QStringView whole = *text;
        while (whole.endsWith(u'.'))
            whole.chop(1);
        link.text = plainLabel(whole, nullptr, &link.besides);
    }
    return isHead(in.peek()) ? in.take() : QChar();
}
Result<Link> readBarText(const Source& source, TextCursor& in, Link& link) {
    in.skipBlanks();
    if (in.peek() != u'|')
        return link;
    const qsizetype begin = in.at();
    in.skip();
    const auto text = takeText(in, u"|");
    if (!text)
        return source.failAt(in, begin, tr("the text of a link, “|”, is never closed."));
    link.text = plainLabel(*text, nullptr, &link.besides);
    return link;
}

} // namespace

Result<Link> readLink(const Source& source, TextCursor& in) {
    const qsizetype begin = in.at();
    Link link;
    // An id of the edge: "e1@-->".
    TextCursor ahead = in;
    const QStringView id = ahead.takeWhile([](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
    if (!id.isEmpty() && ahead.peek() == u'@' && ahead.peek(1) != u'{') {
        link.id = id.toString();
        ahead.skip();
        in = ahead;
    }
    QChar start;
    const QChar second = in.peek(1);
    if ((in.peek() == u'<' || in.peek() == u'x' || in.peek() == u'o') && (second == u'-' || second == u'='))
        start = in.take();
    const QChar body = in.peek();
    if (body == u'~' && in.startsWith(u"~~~")) {
        in.takeWhile([](QChar c) { return c == u'~'; });
        link.invisible = true;
        return readBarText(source, in, link);
    }
    if ((body != u'-' || (in.peek(1) != u'-' && in.peek(1) != u'.')) && (body != u'=' || in.peek(1) != u'='))
        return source.failAt(in, begin, tr("a link was expected at “%1”.").arg(in.near(begin)));
    const bool dotted = in.peek(1) == u'.';
    const Result<QChar> end = dotted ? readDotted(source, in, link) : readLine(source, in, link, body);
    if (!end)
        return Failure(end.error());
    link.line = dotted         ? Diagram::Edge::Line::Dashed
                : body == u'=' ? Diagram::Edge::Line::Thick
                               : Diagram::Edge::Line::Plain;
    const bool head = !end->isNull();
    const bool tail = !start.isNull();
    link.direction = head && tail ? Direction::Both : head || tail ? Direction::Forward : Direction::None;
    link.backwards = tail && !head;
    for (const QChar mark : {start, *end}) {
        if (mark == u'x' || mark == u'o')
            link.marks += link.marks.isEmpty() ? QString(mark) : QStringLiteral(" ") + mark;
    }
    return readBarText(source, in, link);
}

Diagram::Edge::Line lineStyled(const QHash<QString, QString>& properties, Diagram::Edge::Line otherwise) {
    constexpr double kDot = 3, kThick = 4; // pixels
    const double dash = properties.value(QStringLiteral("stroke-dasharray")).section(u' ', 0, 0).toDouble();
    if (dash > 0)
        return dash <= kDot ? Diagram::Edge::Line::Dotted : Diagram::Edge::Line::Dashed;
    const double width =
        properties.value(QStringLiteral("stroke-width")).remove(QStringLiteral("px")).toDouble();
    return width >= kThick ? Diagram::Edge::Line::Thick : otherwise;
}

} // namespace groundplan::mermaid
