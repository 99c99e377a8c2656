#include "model/graphviz/foreign_labels.h"

#include "model/graphviz/dot_text.h"

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
    const QString text = dottext::fromUtf8(label);
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'<') {
            // Line breaks of the source are blanks.
            plain += text[i].isSpace() ? QChar(u' ') : text[i];
            continue;
        }
        const bool comment = QStringView(text).mid(i).startsWith(u"<!--");
        const qsizetype end = comment ? text.indexOf(QStringLiteral("-->"), i) : text.indexOf(u'>', i);
        const qsizetype stop = end < 0 ? text.size() : end;
        const QString tag = comment ? QString() : tagName(QStringView(text).mid(i + 1, stop - i - 1));
        if (tag == QStringLiteral("br") || tag == QStringLiteral("/tr") || tag == QStringLiteral("/table") ||
            tag == QStringLiteral("hr"))
            plain += u'\n';
        else if (tag == QStringLiteral("/td"))
            plain += u' ';
        i = stop + (comment && end >= 0 ? 2 : 0);
    }
    return tidied(dottext::decodeEntities(plain));
}

} // namespace groundplan::foreignlabels
