#include "model/routing/frame_words.h"

namespace groundplan::routing {

namespace {

/// About what a letter takes: those of East Asia are as wide as they are high.
Coord widthOf(const QString& text, Coord letter) {
    constexpr char16_t kFirstWide = 0x2E80;
    constexpr Coord kWide = 13 * kUnitsPerPoint;
    constexpr qint64 kMost = 4000 * kUnitsPerPoint;
    qint64 width = 0;
    for (const QChar c : text)
        width += c.unicode() >= kFirstWide ? kWide : letter;
    return Coord(std::min(width, kMost));
}

} // namespace

FrameWords::FrameWords(const Frame& frame) {
    constexpr Coord kSquare = 16 * kUnitsPerPoint; ///< with the gap behind it
    constexpr Coord kTitleLetter = 13 * kUnitsPerPoint / 2;
    constexpr Coord kRemarkLetter = 6 * kUnitsPerPoint;
    title = frame.title.isEmpty() ? 0 : kSquare + widthOf(frame.title, kTitleLetter);
    remark = widthOf(frame.remark, kRemarkLetter);
}

} // namespace groundplan::routing
