#pragma once

#include "model/design/design.h"

#include <QStringList>

namespace groundplan {

/// Limits that every design keeps; a file, import or paste beyond them is refused with the limit in the
/// sentence.
namespace limits {
inline constexpr qsizetype kElements = 500'000;
inline constexpr qsizetype kRows = 2'000'000;                  ///< of all tables together
inline constexpr qsizetype kTextLength = 100'000;              ///< characters in a text of several lines
inline constexpr qsizetype kTitleLength = 2'000;               ///< characters in any other text
inline constexpr qsizetype kRoutePoints = 1'000;               ///< corners of one connection
inline constexpr qsizetype kWaypoints = 32;                    ///< set by hand, of one connection
inline constexpr int kDepth = 64;                              ///< frames inside frames
inline constexpr qsizetype kStrokePoints = 20'000;             ///< of one stroke
inline constexpr Coord kWidestStroke = 800;                    ///< 100 points
inline constexpr Coord kLargestText = 8'000;                   ///< 1,000 points
inline constexpr qsizetype kAssetBytes = 16 * 1024 * 1024;     ///< of one picture's file
inline constexpr qsizetype kAllAssetBytes = 256 * 1024 * 1024; ///< of all pictures of a document

/// The most characters that a text of a row may have: `kLongest<&Block::title>`. The schema, the validator
/// and the importers all read it here, for what one of them takes and another refuses could be saved but not
/// opened.
template <auto Field>
inline constexpr qsizetype kLongest = kTitleLength;
template <>
inline constexpr qsizetype kLongest<&Board::task> = kTextLength;
template <>
inline constexpr qsizetype kLongest<&Block::description> = kTextLength;
template <>
inline constexpr qsizetype kLongest<&Card::text> = kTextLength;
template <>
inline constexpr qsizetype kLongest<&Shape::text> = kTextLength;
template <>
inline constexpr qsizetype kLongest<&Note::text> = kTextLength;
template <>
inline constexpr qsizetype kLongest<&Decision::question> = kTextLength;
template <>
inline constexpr qsizetype kLongest<&Decision::reason> = kTextLength;
template <>
inline constexpr qsizetype kLongest<&Argument::text> = kTextLength;
template <>
inline constexpr qsizetype kLongest<&Requirement::question> = kTextLength;
template <>
inline constexpr qsizetype kLongest<&Requirement::answer> = kTextLength;
template <>
inline constexpr qsizetype kLongest<&Property::value> = kTextLength;
} // namespace limits

/// What is wrong with a design, one sentence each, at most `most` of them; empty: it is sound. Checks that
/// element rows and type rows belong together, ends and subjects and parents exist and are of a fitting type,
/// no frame lies inside itself, options, arguments, criteria and scores have what they belong to, names are
/// unique and slugs, coordinates, sizes, counts and lengths are in range, colours are #rrggbb, and images
/// have their bytes.
QStringList validate(const Design& design, int most = 20);

} // namespace groundplan
