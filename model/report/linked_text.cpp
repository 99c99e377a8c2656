#include "model/report/linked_text.h"

#include "model/design/web_link.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

void appendLinked(const Span& span, Line& line) {
    const QString& text = span.text;
    const auto part = [&](qsizetype from, qsizetype to) {
        Span piece = span;
        piece.text = text.mid(from, to - from);
        return piece;
    };
    qsizetype from = 0; // what comes before is in the line
    for (qsizetype at = text.indexOf("http"_L1); at >= 0; at = text.indexOf("http"_L1, at)) {
        const QStringView address = webAddressAt(text, at);
        const QUrl url = webLink(address.toString());
        const qsizetype end = at + std::max<qsizetype>(1, address.size());
        if (!address.isEmpty() && url.isValid()) {
            if (from < at)
                line.append(part(from, at));
            line.append(part(at, end));
            line.last().url = url.toString(QUrl::FullyEncoded);
            from = end;
        }
        at = end;
    }
    if (from < text.size())
        line.append(part(from, text.size()));
}

} // namespace

QStringView webAddressAt(QStringView text, qsizetype at) {
    const QStringView rest = text.sliced(at);
    if (!(rest.startsWith(u"https://") || rest.startsWith(u"http://")) ||
        (at > 0 && text[at - 1].isLetterOrNumber()))
        return {};
    qsizetype size = 0;
    while (size < rest.size() && !rest[size].isSpace() && rest[size].category() != QChar::Other_Control &&
           !QStringView(u"<>\"“”").contains(rest[size]))
        ++size;
    QStringView address = rest.first(size);
    while (!address.isEmpty() && (QStringView(u".,;:!?'*_~").contains(address.back()) ||
                                  (address.back() == u')' && !address.contains(u'('))))
        address.chop(1);
    return QUrl(address.toString()).host().isEmpty() ? QStringView() : address;
}

Line linked(const Line& line) {
    Line all;
    for (const Span& span : line) {
        if (span.element || !span.entry.isEmpty() || !span.url.isEmpty())
            all.append(span);
        else
            appendLinked(span, all);
    }
    return all;
}

void linkAddresses(Report& report) {
    const auto link = [](QList<Item>& items) {
        for (Item& item : items) {
            item.line = linked(item.line);
            for (QList<Line>& row : item.table.rows) {
                for (Line& cell : row)
                    cell = linked(cell);
            }
        }
    };
    for (Section& section : report.sections) {
        link(section.items);
        for (Entry& entry : section.entries)
            link(entry.items);
    }
}

} // namespace groundplan::report
