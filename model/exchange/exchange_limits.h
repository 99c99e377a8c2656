#pragma once

#include <QtGlobal>

namespace groundplan::exchangelimits {

// What a file of another program may hold. Each reader stops at these with one sentence: a hostile file costs
// seconds and some hundred megabytes at most.

inline constexpr qsizetype kInputBytes = 64 * 1024 * 1024;
/// Of what is compressed within a file (draw.io pages, sources in PDF, SVG and PNG), when it is unpacked.
inline constexpr qsizetype kUnpackedBytes = 256 * 1024 * 1024;
/// What unpacks to more than these bytes and this many times its size is a bomb: drawings and documents
/// shrink to a tenth, very repetitive ones to a seventieth, and our writers keep within this whatever is
/// packed.
inline constexpr qsizetype kUnpackedAnyway = 4 * 1024 * 1024;
inline constexpr qsizetype kUnpackedShare = 100;
constexpr qsizetype honestBytes(qsizetype packed) {
    return kUnpackedAnyway + kUnpackedShare * packed;
}
/// Of a PDF, SVG or PNG that may carry a design: pictures make them large.
inline constexpr qsizetype kCarrierBytes = 512 * 1024 * 1024;
inline constexpr qsizetype kNodes = 100'000;
inline constexpr qsizetype kEdges = 200'000;
/// Of formats without places (Mermaid, D2): everything in them is to be laid out and to find its way.
inline constexpr qsizetype kUnplacedNodes = 20'000;
inline constexpr qsizetype kUnplacedEdges = 50'000;
inline constexpr int kDepth = 256;                    ///< braces, elements or groups inside each other
inline constexpr qsizetype kTextLength = 256 * 1024;  ///< characters of one label or line
inline constexpr qsizetype kStrokePoints = 1'000'000; ///< of all strokes

} // namespace groundplan::exchangelimits
