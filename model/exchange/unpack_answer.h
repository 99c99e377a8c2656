#pragma once

namespace groundplan {

inline constexpr auto kSourceType =
    "application/x-groundplan"; ///< of an SVG's element and a PDF's attachment

} // namespace groundplan

namespace groundplan::unpackanswer {

// The first byte of what groundplan-unpack answers.

inline constexpr char kSource = 's'; ///< the document follows
inline constexpr char kNone = 'n';   ///< none is attached
inline constexpr char kPassword = 'p';
inline constexpr char kTooLarge = 'l';
inline constexpr char kBomb = 'b';     ///< larger than anybody's in a file of that size
inline constexpr char kUnwanted = 'u'; ///< what is attached does not begin as a document does
inline constexpr char kStream = 't';   ///< the compression of what is attached is damaged
inline constexpr char kTooShort = 'e'; ///< and here it ends too early
inline constexpr char kDamaged = 'd';  ///< qpdf cannot read the file

} // namespace groundplan::unpackanswer
