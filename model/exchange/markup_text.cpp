#include "model/exchange/markup_text.h"

#include "model/exchange/html_text.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace groundplan::markuptext {

QString fromHtml(const QString& text) {
    QString lines = text;
    return readHtml(lines.replace(u'\n', "<br>"_L1)).text;
}

QString fromMarkdown(const QString& text) {
    static const QRegularExpression heading(u"^\\s{0,3}#{1,6}\\s+"_s);
    static const QRegularExpression strong(u"(\\*\\*|__)(?=\\S)([^*_\\n]+?)\\1"_s);
    static const QRegularExpression emphasis(u"(?<![\\w*])([*_])(?=\\S)([^*_\\n]+?)\\1(?!\\w)"_s);
    static const QRegularExpression link(u"!?\\[([^\\]\\n]{0,500})\\]\\([^)\\n]{0,2000}\\)"_s);
    static const QRegularExpression fence(u"^\\s*(```|~~~)"_s);
    QStringList lines;
    for (QString line : fromHtml(text).split(u'\n')) {
        if (fence.match(line).hasMatch())
            continue;
        line.remove(heading);
        line.replace(link, u"\\1"_s);
        line.replace(strong, u"\\2"_s);
        line.replace(emphasis, u"\\2"_s);
        lines << line.remove(u'`');
    }
    return lines.join(u'\n');
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
