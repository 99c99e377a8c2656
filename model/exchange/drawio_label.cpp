#include "model/exchange/drawio_label.h"

#include "model/exchange/drawio_carried.h"
#include "model/exchange/html_text.h"

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

namespace {

QString dataOf(const Cell& cell, QStringView name) {
    for (const auto& [key, value] : cell.data) {
        if (key == name)
            return value;
    }
    return {};
}
QString dataOf(const Cell& cell, QStringView name, const Page& page) {
    const QString own = dataOf(cell, name);
    return own.isNull() && !page.variables.isEmpty() ? page.variables.value(name.toString()) : own;
}

/// %name% is replaced by the data of that name; what has none stays as it stands.
QString filled(const QString& text, const Cell& cell, const Page& page) {
    QString whole;
    qsizetype done = 0;
    for (qsizetype begin = text.indexOf(u'%'); begin >= 0; begin = text.indexOf(u'%', begin)) {
        constexpr qsizetype kLongestName = 100;
        const qsizetype end = text.indexOf(u'%', begin + 1);
        if (end < 0)
            break;
        const QStringView name = QStringView(text).sliced(begin + 1, end - begin - 1);
        const QString value = name.size() > kLongestName ? QString()
                              : name == u"page"          ? page.name
                              : name == u"id"            ? cell.id
                              : name == u"tooltip"       ? cell.tooltip
                                                         : dataOf(cell, name, page);
        constexpr qsizetype kLongest = 1'000'000; // names of names would double it again and again
        if (value.isNull() || whole.size() > kLongest) {
            begin = end;
            continue;
        }
        whole += QStringView(text).sliced(done, begin - done);
        whole += value;
        done = begin = end + 1;
    }
    whole += QStringView(text).sliced(done);
    return whole;
}

/// Of draw.io's C4 shapes the fields are known, and the label is made of them.
bool readC4(const Cell& cell, Label& label) {
    label.text = tidiedLines(dataOf(cell, u"c4Name"));
    if (label.text.isEmpty())
        return false;
    QStringList lines;
    const QString description = dataOf(cell, u"c4Description");
    const QString type = dataOf(cell, u"c4Type");
    const QString technology = dataOf(cell, u"c4Technology");
    if (!description.isEmpty())
        lines << tidiedLines(description);
    if (!technology.isEmpty()) {
        lines << tidiedLines(technology);
        label.hints << technology;
    }
    if (!type.isEmpty())
        label.hints << type;
    label.description = lines.join(u'\n');
    return true;
}

} // namespace

Label labelOf(const Cell& cell, const Style& style, const Page& page, const Cell* written) {
    Label label;
    QStringList facts;
    if (!readC4(cell, label)) {
        const QString raw = cell.placeholders ? filled(cell.label, cell, page) : cell.label;
        if (style.is(u"html"_s)) {
            const HtmlText html = readHtml(raw);
            label.text = html.text;
            label.pictures = html.pictures;
            label.titleLines = html.linesAbove;
            if (cell.link.isEmpty() || html.link == cell.link)
                label.link = html.link;
            else if (!html.link.isEmpty())
                facts << html.link;
            facts << html.furtherLinks;
        } else {
            label.text = tidiedLines(raw);
        }
    }
    if (!label.description.isEmpty())
        facts << label.description;
    if (!cell.tooltip.isEmpty() && !written)
        facts << readHtml(QString(cell.tooltip).replace(u'\n', "<br>"_L1)).text; // as draw.io shows it
    for (const auto& [name, value] : cell.data) {
        // What the label shows already need not be said twice.
        const bool shown = cell.placeholders && cell.label.contains(u'%' + name + u'%');
        const bool known = name == kCarried || (written && written->data.contains(std::pair(name, value)));
        if (!value.isEmpty() && !name.startsWith(u"c4"_s) && !shown && !known)
            facts << name + u": "_s + tidiedLines(value);
    }
    label.description = facts.join(u'\n');
    if (!cell.link.isEmpty())
        label.link = cell.link;
    return label;
}

} // namespace groundplan::drawio
