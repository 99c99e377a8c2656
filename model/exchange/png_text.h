#pragma once

#include "model/exchange/inflate.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace groundplan {

bool isPng(QByteArrayView bytes);

/// What a PNG file keeps under a keyword.
struct PngText {
    enum class Fault { None, Length, Words, Compression };
    std::optional<QByteArray> text;              ///< as its bytes stand there: Latin-1, or UTF-8 in iTXt
    Fault fault = Fault::None;                   ///< of the first chunk that is there and cannot be read
    InflateFault packed = InflateFault::Damaged; ///< where it is Compression
    bool checksum = true;                        ///< that of this chunk is right
    QString chunk;                               ///< where it stands: "chunk 5 (zTXt “Groundplan”)"
};

/// The text under `keyword` (chunks tEXt, zTXt and iTXt of the PNG specification, the first that is whole),
/// up to `most` bytes of it.
PngText pngText(QByteArrayView png, QByteArrayView keyword, qsizetype most);

/// Whether there is such a chunk, sound or not.
bool hasPngText(QByteArrayView png, QByteArrayView keyword);

/// Whether the last chunk, which every PNG has, is missing.
bool pngEndsEarly(QByteArrayView png);

/// Why a chunk that is there cannot be read, for the end of a sentence.
QString wordsOf(const PngText& text, qsizetype most);

} // namespace groundplan
