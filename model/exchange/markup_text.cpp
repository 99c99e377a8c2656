#include "model/exchange/markup_text.h"

#include "model/exchange/html_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan::markuptext {

namespace {

/// "address "title"", the address perhaps in < >.
QString addressIn(QStringView written) {
    const QString address = written.trimmed().toString().section(u' ', 0, 0);
    return address.startsWith(u'<') && address.endsWith(u'>') ? address.sliced(1, address.size() - 2)
                                                              : address;
}

/// A line in which "[words](address)" is the words, or, where pictures are meant, "![words](address)".
QString withoutLinks(const QString& line, bool pictures, Besides& besides) {
    QString plain;
    qsizetype done = 0, open = -1;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'[')
            open = i;
        if (line[i] != u']' || open < 0)
            continue;
        const qsizetype begin = std::exchange(open, -1);
        const bool isPicture = begin > done && line[begin - 1] == u'!';
        if (isPicture != pictures || i + 1 >= line.size() || line[i + 1] != u'(')
            continue;
        const qsizetype end = line.indexOf(u')', i);
        if (end < 0)
            break;
        plain += QStringView(line).sliced(done, begin - done - (pictures ? 1 : 0));
        plain += QStringView(line).sliced(begin + 1, i - begin - 1);
        if (pictures)
            ++besides.pictures;
        else if (const QString address = addressIn(QStringView(line).sliced(i + 2, end - i - 2));
                 !address.isEmpty())
            besides.links << address;
        i = end;
        done = end + 1;
    }
    return done == 0 ? line : plain + line.sliced(done);
}

void sayPictures(const Besides& besides, const QString& label, NotTaken& lost) {
    if (besides.pictures > 0)
        lost.add(QCoreApplication::translate("Exchange", "Pictures within texts were left out: %1."),
                 NotTaken::called(label, u"“”"_s));
}

} // namespace

void addLine(QString& text, const QString& line) {
    if (!text.isEmpty())
        text += u'\n';
    text += line;
}

QString fromHtml(const QString& text, Besides* besides) {
    QString lines = text;
    const HtmlText html = readHtml(lines.replace(u'\n', "<br>"_L1));
    if (besides) {
        if (!html.link.isEmpty())
            besides->links << html.link;
        besides->links << html.furtherLinks;
        besides->pictures += html.pictures;
        besides->linesAbove = html.linesAbove;
    }
    return html.text;
}

QString fromMarkdown(const QString& text, Besides* besides) {
    // "<https://...>" is an address that is shown, and no tag.
    static const QRegularExpression shown(u"<((?:https?|ftp|mailto):[^<>\\s]{1,2000})>"_s);
    static const QRegularExpression heading(u"^\\s{0,3}#{1,6}\\s+"_s);
    static const QRegularExpression strong(u"(\\*\\*|__)(?=\\S)([^*_\\n]+?)\\1"_s);
    static const QRegularExpression emphasis(u"(?<![\\w*])([*_])(?=\\S)([^*_\\n]+?)\\1(?!\\w)"_s);
    static const QRegularExpression fence(u"^\\s*(```|~~~)"_s);
    Besides found;
    QStringList lines;
    for (QString line : fromHtml(QString(text).replace(shown, u"\\1"_s), &found).split(u'\n')) {
        if (fence.match(line).hasMatch())
            continue;
        line.remove(heading);
        line = withoutLinks(line, true, found);
        line = withoutLinks(line, false, found);
        line.replace(strong, u"\\2"_s);
        line.replace(emphasis, u"\\2"_s);
        lines << line.remove(u'`');
    }
    if (besides)
        *besides = found;
    return lines.join(u'\n');
}

void take(const Besides& besides, Diagram::Node& node, NotTaken& lost) {
    for (const QString& link : besides.links) {
        if (node.link.isEmpty())
            node.link = link;
        else if (!link.isEmpty() && link != node.link)
            addLine(node.description, link);
    }
    sayPictures(besides, node.label, lost);
}

void take(const Besides& besides, Diagram::Edge& edge, NotTaken& lost) {
    for (const QString& link : besides.links)
        addLine(edge.remark, link);
    sayPictures(besides, edge.label, lost);
}

QString iconHint(const QString& icon) {
    constexpr qsizetype kLongest = 2000;
    QString name = QUrl::fromPercentEncoding(icon.left(kLongest).toUtf8());
    for (const QChar stop : {u'?', u'#'}) {
        if (const qsizetype at = name.indexOf(stop); at > 0)
            name.truncate(at);
    }
    name = name.mid(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u':')) + 1);
    if (const qsizetype dot = name.lastIndexOf(u'.'); dot > 0 && name.size() - dot <= 5)
        name.truncate(dot);
    if (name.startsWith("fa-"_L1))
        name.remove(0, 3);
    return name;
}

} // namespace groundplan::markuptext
