#include "model/exchange/plain_text.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace groundplan {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlainText)
};

constexpr qsizetype kHead = 64 * 1024;

/// A wide encoding without a mark: in a diagram's text most characters are of ASCII, so that most of what
/// makes them wide is zero, always at the same places.
std::optional<QStringConverter::Encoding> wideEncodingOf(QByteArrayView bytes) {
    const qsizetype looked = std::min<qsizetype>(bytes.size(), 4'096) / 4 * 4;
    std::array<qsizetype, 4> zeros{};
    for (qsizetype i = 0; i < looked; ++i)
        zeros[size_t(i % 4)] += bytes[i] == '\0' ? 1 : 0;
    // No character of UTF-32 needs its highest byte.
    const qsizetype most = looked / 4;
    if (most == 0)
        return std::nullopt;
    if (zeros[3] == most && zeros[2] * 2 > most && zeros[0] == 0)
        return QStringConverter::Utf32LE;
    if (zeros[0] == most && zeros[1] * 2 > most && zeros[3] == 0)
        return QStringConverter::Utf32BE;
    const qsizetype even = zeros[0] + zeros[2];
    const qsizetype odd = zeros[1] + zeros[3];
    if (even == 0 && odd * 4 > most)
        return QStringConverter::Utf16LE;
    if (odd == 0 && even * 4 > most)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

/// UTF-16 or 32; nothing: it is of bytes.
std::optional<QStringConverter::Encoding> wideOf(const QByteArray& bytes) {
    const auto marked = QStringConverter::encodingForData(bytes);
    if (marked && *marked != QStringConverter::Utf8)
        return marked;
    return marked ? std::nullopt : wideEncodingOf(bytes);
}
int widthOf(QStringConverter::Encoding encoding) {
    return encoding >= QStringConverter::Utf32 && encoding <= QStringConverter::Utf32BE ? 4 : 2;
}

QByteArray withoutMark(QByteArray utf8) {
    if (utf8.startsWith("\xef\xbb\xbf"))
        utf8.remove(0, 3);
    return utf8;
}

/// The first line of which `isSound` says no; from 1.
template <class Lines, class IsSound>
qsizetype lineOfFault(const Lines& lines, IsSound isSound) {
    const auto wrong = std::find_if_not(lines.begin(), lines.end(), isSound);
    return wrong - lines.begin() + 1;
}

Result<PlainText> fromWide(const QByteArray& bytes, QStringConverter::Encoding encoding,
                           const QString& sourceName) {
    QStringDecoder decode(encoding);
    const QString text = decode(bytes);
    const bool cutOff = bytes.size() % widthOf(encoding) != 0;
    if (!decode.hasError() && !cutOff && QStringView(text).isValidUtf16())
        return PlainText{withoutMark(text.toUtf8()), {}};
    const auto lines = QStringView(text).split(u'\n');
    const qsizetype line = lineOfFault(lines, [](QStringView one) {
        return one.isValidUtf16() && !one.contains(QChar::ReplacementCharacter);
    });
    return fail(ErrorCode::Unreadable,
                Text::tr("%1, line %2: this is no text; the file begins as UTF-%3, and here it is none.")
                    .arg(sourceName)
                    .arg(std::min(line, lines.size()))
                    .arg(widthOf(encoding) * 8));
}

} // namespace

QString fromWindows1252(QByteArrayView bytes) {
    // 0x80 to 0x9f; all others are the same as in Latin-1.
    static constexpr char16_t kOthers[] = u"\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021"
                                          u"\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
                                          u"\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014"
                                          u"\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xa0)
            c = kOthers[c.unicode() - 0x80];
    }
    return text;
}

Result<PlainText> plainText(const QByteArray& bytes, const QString& sourceName) {
    if (const auto wide = wideOf(bytes))
        return fromWide(bytes, *wide, sourceName);
    const QByteArray text = withoutMark(bytes);
    if (QByteArrayView(text).isValidUtf8())
        return PlainText{text, {}};
    const QList<QByteArray> lines = text.split('\n');
    const qsizetype line =
        lineOfFault(lines, [](const QByteArray& one) { return QByteArrayView(one).isValidUtf8(); });
    return PlainText{
        fromWindows1252(text).toUtf8(),
        Text::tr("The text is no UTF-8 and was read as Windows-1252 (line %1: “%2”); if letters are wrong, "
                 "save it as UTF-8.")
            .arg(line)
            .arg(fromWindows1252(lines[line - 1].left(200)).simplified().left(40))};
}

QByteArray plainHead(const QByteArray& bytes) {
    const QByteArray head = bytes.left(kHead);
    if (const auto wide = wideOf(head)) {
        QStringDecoder decode(*wide);
        return withoutMark(QString(decode(head)).toUtf8());
    }
    return withoutMark(head);
}

} // namespace groundplan
