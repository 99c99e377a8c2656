#include "model/graphviz/foreign_labels.h"

#include "model/graphviz/dot_text.h"

#include <QRegularExpression>

namespace groundplan::foreignlabels {

namespace {

QStringList tidied(const QString& text) {
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        const QString plain = line.simplified();
        if (!plain.isEmpty())
            lines << plain;
    }
    return lines;
}

/// The name of a tag ("br", "/tr"), in lower case, without its attributes.
QString tagName(QStringView tag) {
    qsizetype end = 0;
    while (end < tag.size() && (tag[end].isLetterOrNumber() || (end == 0 && tag[end] == u'/')))
        ++end;
    return tag.left(end).toString().toLower();
}

/// Goes through a label: `seeText` gets each character outside of tags, `seeTag` each tag without < and >.
template <class SeeText, class SeeTag>
void goThrough(const QString& text, SeeText seeText, SeeTag seeTag) {
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'<') {
            seeText(text[i]);
            continue;
        }
        const bool comment = QStringView(text).mid(i).startsWith(u"<!--");
        const qsizetype end = comment ? text.indexOf(QStringLiteral("-->"), i) : text.indexOf(u'>', i);
        const qsizetype stop = end < 0 ? text.size() : end;
        if (!comment)
            seeTag(QStringView(text).mid(i + 1, stop - i - 1));
        i = stop + (comment && end >= 0 ? 2 : 0);
    }
}

} // namespace

QStringList plainLines(QByteArrayView label, const QString& objectName, const QString& graphName) {
    return tidied(dottext::decodeLabel(label, objectName, graphName));
}

QStringList recordLines(QByteArrayView label, const QString& objectName, const QString& graphName) {
    // Structure first, escapes afterwards: \{ \| \< are characters of the text.
    QString fields;
    bool inPort = false;
    const QString text = dottext::fromUtf8(label);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\\' && i + 1 < text.size()) {
            if (!inPort)
                fields += text.mid(i, 2);
            ++i;
        } else if (c == u'<') {
            inPort = true;
        } else if (c == u'>') {
            inPort = false;
        } else if (c == u'|' || c == u'{' || c == u'}') {
            inPort = false;
            fields += QStringLiteral("\\n");
        } else if (!inPort) {
            fields += c;
        }
    }
    return plainLines(fields.toUtf8(), objectName, graphName);
}

QStringList htmlLines(QByteArrayView label) {
    QString plain;
    goThrough(
        dottext::fromUtf8(label),
        // Line breaks of the source are blanks.
        [&plain](QChar c) { plain += c.isSpace() ? QChar(u' ') : c; },
        [&plain](QStringView tag) {
            const QString name = tagName(tag);
            if (name == QStringLiteral("br") || name == QStringLiteral("/tr") ||
                name == QStringLiteral("/table") || name == QStringLiteral("hr"))
                plain += u'\n';
            else if (name == QStringLiteral("/td"))
                plain += u' ';
        });
    return tidied(dottext::decodeEntities(plain));
}

QStringList htmlSayings(QByteArrayView label, bool& picture) {
    static const QRegularExpression saying(
        QStringLiteral("\\b(?:href|tooltip|title)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList texts;
    goThrough(
        dottext::fromUtf8(label), [](QChar) {},
        [&texts, &picture](QStringView tag) {
            picture = picture || tagName(tag) == QStringLiteral("img");
            for (auto found = saying.globalMatch(tag.toString()); found.hasNext();) {
                const QRegularExpressionMatch match = found.next();
                const QString said = dottext::decodeEntities(match.captured(1) + match.captured(2));
                if (!said.simplified().isEmpty())
                    texts << said.simplified();
            }
        });
    texts.removeDuplicates();
    return texts;
}

} // namespace groundplan::foreignlabels
