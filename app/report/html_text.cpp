#include "app/report/html_text.h"

#include "app/report/column_widths.h"
#include "model/design/web_link.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan::report::htmltext {

QString escaped(const QString& text) {
    QString safe = text.toHtmlEscaped();
    safe.replace(u'\'', "&#39;"_L1);
    safe.remove(QChar());
    return safe;
}

QString length(Coord units) {
    return QString::number(points(units), 'f', QLocale::FloatingPointShortest);
}

QString Writer::spans(const Line& line) const {
    QString html;
    for (const Span& span : line) {
        QString text = escaped(span.text);
        if (span.tone == Span::Tone::Strong)
            text = u"<strong>"_s + text + u"</strong>"_s;
        else if (span.tone == Span::Tone::Muted)
            text = u"<span class=\"muted\">"_s + text + u"</span>"_s;
        if (span.element) {
            html += u"<a href=\"#%1\" data-element=\"%2\">%3</a>"_s.arg(described_.value(span.element),
                                                                        span.element.toString(), text);
        } else if (!span.entry.isEmpty()) {
            html += u"<a href=\"#%1\">%2</a>"_s.arg(span.entry, text);
        } else if (const QUrl url = webLink(span.url); !span.url.isEmpty() && url.isValid()) {
            html += u"<a href=\"%1\" target=\"_blank\" rel=\"noopener noreferrer\">%2</a>"_s.arg(
                escaped(url.toString(QUrl::FullyEncoded)), text);
        } else {
            html += text;
        }
    }
    return html;
}

namespace {

/// Percents, as if a hundred letters and digits stood side by side on the page.
QList<double> sharesOf(const Table& table) {
    constexpr double kRoom = 100;
    constexpr double kBeside = 2.5; // between columns
    constexpr double kWide = 2;     // Chinese and the like
    const auto letters = [](const Span& span) {
        double count = 0;
        for (const QChar c : span.text)
            count += c.unicode() < 0x2e80 ? 1 : kWide;
        return count;
    };
    const Yardstick yardstick{letters, kWide, kRoom, table.fitted};
    QList<ColumnNeed> needs;
    for (qsizetype i = 0; i < table.shares.size(); ++i) {
        ColumnNeed need = needOf(table.head[i], yardstick, {});
        for (const QList<Line>& row : table.rows)
            need = needOf(row[i], yardstick, need);
        needs.append({need.word + kBeside, need.line + kBeside});
    }
    return columnWidths(table.shares, needs, kRoom, table.fitted);
}

} // namespace

QString Writer::table(const Table& table) const {
    constexpr qsizetype kMostNarrow = 5; ///< columns that a narrow page has room for
    QString html = table.head.size() > kMostNarrow ? u"<div class=\"table wide\"><table>\n<colgroup>"_s
                                                   : u"<div class=\"table\"><table>\n<colgroup>"_s;
    for (const double share : sharesOf(table))
        html += u"<col width=\"%1%\">"_s.arg(std::round(share * 10) / 10);
    html += u"</colgroup>\n<thead><tr>"_s;
    // A title of the whole table has no columns to itself.
    const bool title = table.head.size() > 1 && std::all_of(table.head.begin() + 1, table.head.end(),
                                                            [](const Line& cell) { return cell.isEmpty(); });
    if (title)
        html += u"<th scope=\"colgroup\" colspan=\"%1\">"_s.arg(table.head.size()) +
                spans(table.head.first()) + u"</th>"_s;
    for (qsizetype i = 0; i < table.head.size() && !title; ++i)
        html += u"<th scope=\"col\">"_s + spans(table.head[i]) + u"</th>"_s;
    html += u"</tr></thead>\n<tbody>\n"_s;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        const RowSubject subject = table.subjects.value(i);
        html += subject.key.isEmpty()
                    ? u"<tr>"_s
                    : u"<tr id=\"%1\" data-subject=\"%2\">"_s.arg(subject.key, subject.subject.toString());
        for (const Line& cell : table.rows[i])
            html += u"<td>"_s + spans(cell) + u"</td>"_s;
        html += u"</tr>\n"_s;
    }
    return html + u"</tbody>\n</table></div>\n"_s;
}

QString Writer::items(const QList<Item>& items) const {
    QString html;
    bool inList = false;
    for (const Item& item : items) {
        const bool bullet = item.type == Item::Type::Bullet;
        if (bullet != inList)
            html += bullet ? u"<ul>\n"_s : u"</ul>\n"_s;
        inList = bullet;
        if (bullet)
            html += u"<li>"_s + spans(item.line) + u"</li>\n"_s;
        else if (item.type == Item::Type::Table)
            html += table(item.table);
        else
            html += u"<p>"_s + spans(item.line) + u"</p>\n"_s;
    }
    return inList ? html + u"</ul>\n"_s : html;
}

} // namespace groundplan::report::htmltext
