#include "model/exchange/mermaid_text.h"

#include "model/design/web_link.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace groundplan::mermaidtext {
namespace {

/// Written as a space.
bool isControl(QChar sign) {
    return sign.unicode() < 0x20 || (sign.unicode() >= 0x7f && sign.unicode() < 0xa0);
}

QString reference(char16_t sign) {
    return u'#' + QString::number(sign) + u';';
}

/// Whether "direction LR" stands there, of which `at` is the "L": Mermaid takes any line that holds such
/// words, in whatever place, for a statement, and forgets all before them.
bool isDirection(QStringView line, qsizetype at) {
    static constexpr std::array<QStringView, 5> directions{u"TB", u"TD", u"BT", u"LR", u"RL"};
    if (!std::any_of(directions.begin(), directions.end(),
                     [&](QStringView direction) { return line.sliced(at).startsWith(direction); }))
        return false;
    qsizetype end = at;
    while (end > 0 &&
           (line[end - 1].isSpace() || line[end - 1] == QChar::ByteOrderMark || isControl(line[end - 1])))
        --end;
    return end < at && line.first(end).endsWith(u"direction");
}

/// Whether the sign at `at` begins something in Markdown, or is one of ours.
bool isSpecial(QStringView line, qsizetype at) {
    const QChar sign = line[at];
    if (QStringView(u"#\"&<>\\`*[]|").contains(sign))
        return true;
    if (sign == u'%' || sign == u'~' || sign == u'$') // comments, what is crossed out, formulas
        return (at > 0 && line[at - 1] == sign) || (at + 1 < line.size() && line[at + 1] == sign);
    const auto isWord = [&line](qsizetype i) {
        return i >= 0 && i < line.size() && line[i].isLetterOrNumber();
    };
    if (sign == u'_')
        return !isWord(at - 1) || !isWord(at + 1);
    // "1. First", "- first", "+ first", "=====": lists and headings.
    const QStringView before = line.first(at).trimmed();
    if (sign == u'-' || sign == u'+' || sign == u'=')
        return before.isEmpty();
    if (isDirection(line, at))
        return true;
    if (sign == u'.' || sign == u')') {
        return !before.isEmpty() &&
               std::all_of(before.begin(), before.end(), [](QChar digit) { return digit.isDigit(); });
    }
    return false;
}

} // namespace

QByteArray id(const QString& name, ElementId element) {
    static const QRegularExpression plain(u"^[a-z][a-z0-9_]*$"_s);
    static const QRegularExpression word(
        u"^(end|graph|flowchart|subgraph|style|linkstyle|class|classdef|click|call|href|default|direction|interpolate"
        "|acctitle|accdescr|o|x)$"_s);
    if (plain.match(name).hasMatch() && !word.match(name).hasMatch())
        return name.toLatin1();
    return "block_" + QByteArray::number(element.value());
}

QByteArray label(const QString& text, const QByteArray& lineStart) {
    // Mermaid looks for "style...:...#...;" in whole lines and takes the last sign away.
    const bool hidesColons = text.contains("style"_L1) || text.contains("classDef"_L1) ||
                             lineStart.contains("style") || lineStart.contains("classDef");
    QStringList lines;
    QString plain = text;
    plain.replace("\r\n"_L1, "\n"_L1);
    for (const QString& line : plain.split(u'\n')) {
        QString written;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QChar sign = line[i];
            if (isSpecial(line, i) || (hidesColons && sign == u':'))
                written += reference(sign.unicode());
            else if (isControl(sign))
                written += u' ';
            else
                written += sign;
        }
        lines << written;
    }
    return '"' + lines.join("<br/>"_L1).toUtf8() + '"';
}

QByteArray yaml(const QString& text) {
    QByteArray written = "\"";
    for (const char sign : text.toUtf8()) {
        if (sign == '"' || sign == '\\')
            written += '\\';
        written += uchar(sign) < 0x20 || sign == 0x7f ? ' ' : sign;
    }
    return written + '"';
}

QByteArray link(const QString& url) {
    const QUrl parsed = webLink(url);
    if (url.isEmpty() || !parsed.isValid())
        return {};
    QByteArray encoded = parsed.toEncoded();
    encoded.replace('"', "%22").replace('\\', "%5C").replace(';', "%3B");
    return encoded;
}

} // namespace groundplan::mermaidtext
