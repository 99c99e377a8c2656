#include "model/graphviz/dot_text.h"

#include <QByteArrayView>
#include <QHash>
#include <QLatin1StringView>

#include <array>
#include <charconv>
#include <cmath>

namespace groundplan::dottext {

namespace {

/// The 252 character entities of HTML 4 (and &apos;), which Graphviz replaces in labels: name and code point.
constexpr char kEntities[] =
    "AElig c6 Aacute c1 Acirc c2 Agrave c0 Alpha 391 Aring c5 Atilde c3 Auml c4 Beta 392 Ccedil c7 Chi 3a7 "
    "Dagger 2021 Delta 394 ETH d0 Eacute c9 Ecirc ca Egrave c8 Epsilon 395 Eta 397 Euml cb Gamma 393 Iacute "
    "cd Icirc ce Igrave cc Iota 399 Iuml cf Kappa 39a Lambda 39b Mu 39c Ntilde d1 Nu 39d OElig 152 Oacute d3 "
    "Ocirc d4 Ograve d2 Omega 3a9 Omicron 39f Oslash d8 Otilde d5 Ouml d6 Phi 3a6 Pi 3a0 Prime 2033 Psi 3a8 "
    "Rho 3a1 Scaron 160 Sigma 3a3 THORN de Tau 3a4 Theta 398 Uacute da Ucirc db Ugrave d9 Upsilon 3a5 Uuml "
    "dc "
    "Xi 39e Yacute dd Yuml 178 Zeta 396 aacute e1 acirc e2 acute b4 aelig e6 agrave e0 alefsym 2135 alpha "
    "3b1 "
    "amp 26 and 2227 ang 2220 aring e5 asymp 2248 atilde e3 auml e4 bdquo 201e beta 3b2 brvbar a6 bull 2022 "
    "cap 2229 ccedil e7 cedil b8 cent a2 chi 3c7 circ 2c6 clubs 2663 cong 2245 copy a9 crarr 21b5 cup 222a "
    "curren a4 dArr 21d3 dagger 2020 darr 2193 deg b0 delta 3b4 diams 2666 divide f7 eacute e9 ecirc ea "
    "egrave e8 empty 2205 emsp 2003 ensp 2002 epsilon 3b5 equiv 2261 eta 3b7 eth f0 euml eb euro 20ac exist "
    "2203 fnof 192 forall 2200 frac12 bd frac14 bc frac34 be frasl 2044 gamma 3b3 ge 2265 gt 3e hArr 21d4 "
    "harr 2194 hearts 2665 hellip 2026 iacute ed icirc ee iexcl a1 igrave ec image 2111 infin 221e int 222b "
    "iota 3b9 iquest bf isin 2208 iuml ef kappa 3ba lArr 21d0 lambda 3bb lang 2329 laquo ab larr 2190 lceil "
    "2308 ldquo 201c le 2264 lfloor 230a lowast 2217 loz 25ca lrm 200e lsaquo 2039 lsquo 2018 lt 3c macr af "
    "mdash 2014 micro b5 middot b7 minus 2212 mu 3bc nabla 2207 nbsp a0 ndash 2013 ne 2260 ni 220b not ac "
    "notin 2209 nsub 2284 ntilde f1 nu 3bd oacute f3 ocirc f4 oelig 153 ograve f2 oline 203e omega 3c9 "
    "omicron 3bf oplus 2295 or 2228 ordf aa ordm ba oslash f8 otilde f5 otimes 2297 ouml f6 para b6 part "
    "2202 "
    "permil 2030 perp 22a5 phi 3c6 pi 3c0 piv 3d6 plusmn b1 pound a3 prime 2032 prod 220f prop 221d psi 3c8 "
    "quot 22 rArr 21d2 radic 221a rang 232a raquo bb rarr 2192 rceil 2309 rdquo 201d real 211c reg ae rfloor "
    "230b rho 3c1 rlm 200f rsaquo 203a rsquo 2019 sbquo 201a scaron 161 sdot 22c5 sect a7 shy ad sigma 3c3 "
    "sigmaf 3c2 sim 223c spades 2660 sub 2282 sube 2286 sum 2211 sup 2283 sup1 b9 sup2 b2 sup3 b3 supe 2287 "
    "szlig df tau 3c4 there4 2234 theta 3b8 thetasym 3d1 thinsp 2009 thorn fe tilde 2dc times d7 trade 2122 "
    "uArr 21d1 uacute fa uarr 2191 ucirc fb ugrave f9 uml a8 upsih 3d2 upsilon 3c5 uuml fc weierp 2118 xi "
    "3be "
    "yacute fd yen a5 yuml ff zeta 3b6 zwj 200d zwnj 200c "
    "apos 27";

const QHash<QByteArray, char32_t>& entities() {
    static const QHash<QByteArray, char32_t> table = [] {
        QHash<QByteArray, char32_t> found;
        const QList<QByteArray> words = QByteArray::fromRawData(kEntities, sizeof kEntities - 1).split(' ');
        for (qsizetype i = 0; i + 1 < words.size(); i += 2)
            found.insert(words[i], char32_t(words[i + 1].toUInt(nullptr, 16)));
        return found;
    }();
    return table;
}

bool isHexDigit(QChar c) {
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isAsciiAlphanumeric(QChar c) {
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Where the `;` of what looks like an entity stands when `text[at]` is its `&`, else -1.
qsizetype entityEnd(QStringView text, qsizetype at) {
    constexpr qsizetype kLongestName = 10;
    qsizetype i = at + 1;
    if (i < text.size() && text[i] == u'#')
        ++i;
    const qsizetype begin = i;
    while (i < text.size() && i - begin < kLongestName && isAsciiAlphanumeric(text[i]))
        ++i;
    return i > begin && i < text.size() && text[i] == u';' ? i : -1;
}

/// The character that an entity stands for (without `&` and `;`), or 0.
char32_t entityValue(QStringView entity) {
    char32_t value = 0;
    if (entity.startsWith(u'#')) {
        const bool hex = entity.size() > 1 && (entity[1] == u'x' || entity[1] == u'X');
        bool ok = false;
        value = entity.mid(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
        const bool surrogate = value >= 0xd800 && value <= 0xdfff;
        return ok && value <= 0x10ffff && !surrogate ? value : 0;
    }
    return entities().value(entity.toLatin1());
}

// Where it stands alone, cgraph writes a byte order mark without quotes, and passes over it when it reads.
constexpr QLatin1StringView kMarkEntity("&#65279;");
constexpr QLatin1StringView kMarkCode("%EF%BB%BF");

/// What a character looks like in a picture when it has no place in one (SVG is XML), or 0.
char16_t standIn(char16_t c) {
    if (c < 0x20 && c != u'\t')
        return char16_t(0x2400 + c);
    if (c == 0x7f)
        return 0x2421;
    return c == 0xfffe || c == 0xffff ? 0xfffd : 0;
}

} // namespace

void appendDecimal(QByteArray& text, qint64 value, int bits) {
    const quint64 magnitude = value < 0 ? quint64(0) - quint64(value) : quint64(value);
    const quint64 mask = (quint64(1) << bits) - 1;
    std::array<char, 48> buffer;
    char* end = buffer.data();
    if (value < 0)
        *end++ = '-';
    end = std::to_chars(end, buffer.data() + buffer.size(), magnitude >> bits).ptr;
    // Each further bit needs one more decimal: 1/2 is .5, 1/4 is .25, 1/8 is .125.
    quint64 rest = magnitude & mask;
    if (rest != 0)
        *end++ = '.';
    for (; rest != 0; rest &= mask) {
        rest *= 10;
        *end++ = char('0' + (rest >> bits));
    }
    text.append(buffer.data(), end - buffer.data());
}

QByteArray decimal(qint64 value, int bits) {
    QByteArray text;
    appendDecimal(text, value, bits);
    return text;
}

QByteArray inches(Coord length) {
    // Four decimals are off by 0.03 units at most.
    constexpr qint64 kUnitsPerInch = 72 * kUnitsPerPoint;
    constexpr qint64 kScale = 10'000;
    const qint64 scaled = (qint64(length) * kScale + kUnitsPerInch / 2) / kUnitsPerInch;
    QByteArray text = QByteArray::number(scaled / kScale);
    if (scaled % kScale == 0)
        return text;
    text += '.' + QByteArray::number(kScale + scaled % kScale).mid(1);
    while (text.endsWith('0'))
        text.chop(1);
    return text;
}

std::optional<double> takeNumber(QByteArrayView& text) {
    const char* begin = text.begin();
    const char* const end = text.end();
    while (begin != end && (*begin == ' ' || *begin == '\t' || *begin == '\n' || *begin == '\r'))
        ++begin;
    if (begin != end && *begin == '+')
        ++begin;
    const char* digits = begin != end && *begin == '-' ? begin + 1 : begin;
    // from_chars() also takes "inf" and "nan".
    if (digits == end || !((*digits >= '0' && *digits <= '9') || *digits == '.'))
        return std::nullopt;
    double value = 0;
    const auto [rest, error] = std::from_chars(begin, end, value);
    if (error != std::errc() || !std::isfinite(value))
        return std::nullopt;
    text = QByteArrayView(rest, end);
    return value;
}

std::optional<QList<double>> numbers(QByteArrayView text) {
    QList<double> list;
    while (true) {
        while (!text.isEmpty() && (text.front() == ',' || QByteArrayView(" \t\r\n").contains(text.front())))
            text = text.sliced(1);
        if (text.isEmpty())
            return list;
        const auto number = takeNumber(text);
        if (!number)
            return std::nullopt;
        list.append(*number);
    }
}

QString fromUtf8(QByteArrayView text) {
    QString marks;
    for (; text.startsWith("\xEF\xBB\xBF"); text = text.sliced(3))
        marks += QChar(QChar::ByteOrderMark);
    return marks + QString::fromUtf8(text);
}

QByteArray encodeLabel(const QString& text) {
    QString label;
    label.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\\')
            label += QStringLiteral("\\\\");
        else if (c == u'\n')
            label += QStringLiteral("\\n");
        else if (c == u'&' && entityEnd(text, i) >= 0)
            label += QStringLiteral("&amp;");
        else if (c == QChar::ByteOrderMark)
            label += kMarkEntity;
        else if (const char16_t instead = standIn(c.unicode()))
            label += QChar(instead);
        else
            label += c;
    }
    return label.toUtf8();
}

QString decodeEntities(const QString& text) {
    qsizetype at = text.indexOf(u'&');
    if (at < 0)
        return text;
    QString plain;
    qsizetype done = 0;
    for (; at >= 0; at = text.indexOf(u'&', at + 1)) {
        const qsizetype end = entityEnd(text, at);
        const char32_t c = end < 0 ? 0 : entityValue(QStringView(text).mid(at + 1, end - at - 1));
        if (c == 0)
            continue;
        plain += QStringView(text).mid(done, at - done);
        for (const char16_t unit : QChar::fromUcs4(c))
            plain += QChar(unit);
        done = end + 1;
    }
    return plain += QStringView(text).mid(done);
}

QString decodeLabel(QByteArrayView label, const QString& objectName, const QString& graphName) {
    const QString text = decodeEntities(fromUtf8(label));
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        const QChar escaped = text[++i];
        if (escaped == u'n' || escaped == u'l' || escaped == u'r')
            plain += u'\n';
        else if (escaped == u'N' || escaped == u'E')
            plain += objectName;
        else if (escaped == u'G')
            plain += graphName;
        else
            plain += escaped;
    }
    return plain;
}

QString encodeValue(const QString& text, bool inList) {
    const auto mustEncode = [&](qsizetype i) {
        const char16_t c = text[i].unicode();
        if (c < 0x20 || c == 0x7f || c == u'\\' || (inList && c == u'|'))
            return true;
        if (c == u'%')
            return i + 2 < text.size() && isHexDigit(text[i + 1]) && isHexDigit(text[i + 2]);
        return inList && c == u' ' && (i == 0 || i + 1 == text.size());
    };
    QString value;
    value.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QChar::ByteOrderMark)
            value += kMarkCode;
        else if (mustEncode(i))
            value += QStringLiteral("%%1").arg(text[i].unicode(), 2, 16, QLatin1Char('0')).toUpper();
        else
            value += text[i];
    }
    return value;
}

QString decodeValue(QStringView value) {
    QString text;
    text.reserve(value.size());
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value.mid(i).startsWith(kMarkCode)) {
            text += QChar(QChar::ByteOrderMark);
            i += kMarkCode.size() - 1;
            continue;
        }
        if (value[i] == u'%' && i + 2 < value.size() && isHexDigit(value[i + 1]) &&
            isHexDigit(value[i + 2])) {
            const uint code = value.mid(i + 1, 2).toUInt(nullptr, 16);
            if (code < 0x80) {
                if (code != 0)
                    text += QChar(code);
                i += 2;
                continue;
            }
        }
        // Control characters are written encoded: this one comes from a program that converts line ends.
        if (value[i] != u'\r')
            text += value[i];
    }
    return text;
}

QList<QByteArray> pieces(const QByteArray& value, qsizetype longest) {
    QList<QByteArray> list;
    qsizetype begin = 0;
    while (value.size() - begin > longest) {
        qsizetype end = begin + longest;
        const auto splitsCharacter = [&] { return (uchar(value[end]) & 0xc0) == 0x80; };
        const auto besideBreak = [&] { return value[end] == '\n' || value[end - 1] == '\n'; };
        while (end > begin + 1 && (splitsCharacter() || besideBreak()))
            --end;
        list.append(value.mid(begin, end - begin));
        begin = end;
    }
    list.append(value.mid(begin));
    return list;
}

} // namespace groundplan::dottext
