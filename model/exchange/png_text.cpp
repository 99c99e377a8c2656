#include "model/exchange/png_text.h"

#include "model/exchange/inflate.h"

#include <QtEndian>

namespace groundplan {

namespace {

constexpr QByteArrayView kSignature("\x89PNG\r\n\x1a\n", 8);

/// Takes the bytes up to the next zero and the zero itself off `rest`.
std::optional<QByteArrayView> takeWord(QByteArrayView& rest) {
    const qsizetype end = rest.indexOf('\0');
    if (end < 0)
        return std::nullopt;
    const QByteArrayView word = rest.first(end);
    rest = rest.sliced(end + 1);
    return word;
}

/// What follows the keyword in a chunk of this type.
std::optional<QByteArray> textOf(QByteArrayView type, QByteArrayView rest, qsizetype most) {
    bool packed = type == "zTXt";
    if (type == "iTXt") {
        if (rest.size() < 2)
            return std::nullopt;
        packed = rest[0] == 1;
        rest = rest.sliced(2);
        if (!takeWord(rest) || !takeWord(rest)) // language, keyword in that language
            return std::nullopt;
    } else if (packed) {
        if (rest.isEmpty())
            return std::nullopt;
        rest = rest.sliced(1); // the method: there is but one
    }
    if (packed)
        return inflated(rest, Wrapping::Zlib, most);
    if (rest.size() > most)
        return std::nullopt;
    return rest.toByteArray();
}

} // namespace

bool isPng(QByteArrayView bytes) {
    return bytes.startsWith(kSignature);
}

std::optional<QByteArray> pngText(QByteArrayView png, QByteArrayView keyword, qsizetype most, bool* damaged) {
    if (!isPng(png))
        return std::nullopt;
    const auto fail = [damaged](bool isThere) -> std::optional<QByteArray> {
        if (damaged)
            *damaged = isThere;
        return std::nullopt;
    };
    bool seen = false;
    QByteArrayView rest = png.sliced(kSignature.size());
    constexpr qsizetype kAround = 12; // length, type and checksum
    while (rest.size() >= kAround) {
        const qsizetype length = qFromBigEndian<quint32>(rest.data());
        if (length > rest.size() - kAround) // it may be in what the wrong length hides
            return fail(seen || rest.contains(keyword));
        const QByteArrayView type = rest.sliced(4, 4);
        QByteArrayView content = rest.sliced(8, length);
        if (type == "tEXt" || type == "zTXt" || type == "iTXt") {
            if (takeWord(content) == keyword) {
                seen = true;
                if (auto text = textOf(type, content, most))
                    return text;
            }
        }
        rest = rest.sliced(kAround + length);
    }
    return fail(seen);
}

} // namespace groundplan
