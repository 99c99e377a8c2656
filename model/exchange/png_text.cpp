#include "model/exchange/png_text.h"

#include <QCoreApplication>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>

namespace groundplan {

namespace {

constexpr QByteArrayView kSignature("\x89PNG\r\n\x1a\n", 8);
constexpr qsizetype kAround = 12; // length, type and checksum

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PngText)
};

struct Chunk {
    QByteArrayView type;
    QByteArrayView content;
    QByteArrayView summed; ///< type and content: what the checksum is of
    quint32 checksum = 0;
};

/// Takes the bytes up to the next zero and the zero itself off `rest`.
std::optional<QByteArrayView> takeWord(QByteArrayView& rest) {
    const qsizetype end = rest.indexOf('\0');
    if (end < 0)
        return std::nullopt;
    const QByteArrayView word = rest.first(end);
    rest = rest.sliced(end + 1);
    return word;
}

bool isText(QByteArrayView type) {
    return type == "tEXt" || type == "zTXt" || type == "iTXt";
}

/// The next chunk, which comes off `rest`; nothing at the end, and where a length leads behind the end.
std::optional<Chunk> takeChunk(QByteArrayView& rest) {
    if (rest.size() < kAround)
        return std::nullopt;
    const qsizetype length = qFromBigEndian<quint32>(rest.data());
    if (length > rest.size() - kAround)
        return std::nullopt;
    const Chunk chunk{rest.sliced(4, 4), rest.sliced(8, length), rest.sliced(4, 4 + length),
                      qFromBigEndian<quint32>(rest.data() + 8 + length)};
    rest = rest.sliced(kAround + length);
    return chunk;
}

/// What follows the keyword in a chunk of this type.
void readText(QByteArrayView type, QByteArrayView rest, qsizetype most, PngText& into) {
    into.fault = PngText::Fault::Words;
    bool packed = type == "zTXt";
    if (type == "iTXt") {
        if (rest.size() < 2)
            return;
        packed = rest[0] == 1;
        rest = rest.sliced(2);
        if (!takeWord(rest) || !takeWord(rest)) // language, keyword in that language
            return;
    } else if (packed) {
        if (rest.isEmpty())
            return;
        rest = rest.sliced(1); // the method: there is but one
    }
    into.fault = PngText::Fault::Compression;
    if (!packed && rest.size() > most) {
        into.packed = InflateFault::TooLarge;
        return;
    }
    auto text = packed ? inflated(rest, Wrapping::Zlib, {most}) : rest.toByteArray();
    if (!text) {
        into.packed = text.error();
        return;
    }
    into.fault = PngText::Fault::None;
    into.text = std::move(*text);
}

} // namespace

bool isPng(QByteArrayView bytes) {
    return bytes.startsWith(kSignature);
}

PngText pngText(QByteArrayView png, QByteArrayView keyword, qsizetype most) {
    PngText found;
    if (!isPng(png))
        return found;
    const auto placeOf = [&keyword](int number, QByteArrayView type) {
        return Text::tr("chunk %1 (%2 “%3”)")
            .arg(number)
            .arg(QString::fromLatin1(type), QString::fromLatin1(keyword));
    };
    QByteArrayView rest = png.sliced(kSignature.size());
    int number = 0;
    while (const auto chunk = takeChunk(rest)) {
        ++number;
        QByteArrayView content = chunk->content;
        if (!isText(chunk->type) || takeWord(content) != keyword)
            continue;
        PngText text;
        readText(chunk->type, content, most, text);
        text.chunk = placeOf(number, chunk->type);
        text.checksum = crc32(0, reinterpret_cast<const Bytef*>(chunk->summed.data()),
                              uInt(chunk->summed.size())) == chunk->checksum;
        if (text.text || found.fault == PngText::Fault::None)
            found = std::move(text);
        if (found.text)
            return found;
    }
    // It may be in what a wrong length hides.
    if (found.fault == PngText::Fault::None && rest.size() >= kAround && rest.contains(keyword)) {
        found.fault = PngText::Fault::Length;
        const QByteArrayView type = rest.sliced(4, 4); // of a damaged file anything may stand there
        found.chunk = isText(type) ? placeOf(number + 1, type) : Text::tr("chunk %1").arg(number + 1);
    }
    return found;
}

bool hasPngText(QByteArrayView png, QByteArrayView keyword) {
    if (!isPng(png))
        return false;
    QByteArrayView rest = png.sliced(kSignature.size());
    while (const auto chunk = takeChunk(rest)) {
        QByteArrayView content = chunk->content;
        if (isText(chunk->type) && takeWord(content) == keyword)
            return true;
    }
    return false;
}

bool pngEndsEarly(QByteArrayView png) {
    QByteArrayView rest = png.sliced(std::min(png.size(), kSignature.size()));
    while (const auto chunk = takeChunk(rest)) {
        if (chunk->type == "IEND")
            return false;
    }
    return true;
}

QString wordsOf(const PngText& text, qsizetype most) {
    if (text.fault == PngText::Fault::Length)
        return Text::tr("the file ends within it.");
    if (!text.checksum && text.packed != InflateFault::TooLarge && text.packed != InflateFault::Bomb)
        return Text::tr("it was damaged on its way: its checksum is wrong.");
    if (text.fault == PngText::Fault::Words)
        return Text::tr("what should stand before its text is missing.");
    return wordsOf(text.packed, most);
}

} // namespace groundplan
