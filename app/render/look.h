#pragma once

#include "model/routing/label_place.h"

namespace groundplan::look {

// The measures of look.md, in points.
inline constexpr double kCardRadius = 10;
inline constexpr double kTile = 36;
inline constexpr double kTileRadius = 8;
inline constexpr double kIcon = 20;
inline constexpr double kPadding = 12;
inline constexpr double kTileGap = 10; ///< between tile and text
inline constexpr double kChipHeight = 18;
inline constexpr double kChipPadding = 7;
inline constexpr double kChipGap = 5;
inline constexpr double kChipRowGap = 4;
inline constexpr double kPillHeight = 17; ///< "ML"
inline constexpr double kFrameRadius = 14;
inline constexpr double kFramePadding = 16;
inline constexpr double kFrameTitleBand = 36; ///< the band at a frame's top that holds title and remark
inline constexpr double kCardInsetX = 16;     ///< of a card's text from its sides
inline constexpr double kCardInsetY = 13;
inline constexpr double kCardGap = 6; ///< between a card's paragraphs
inline constexpr double kLineWidth = 1.6;
inline constexpr double kLineRadius = kLineCornerRadius;
inline constexpr double kWidestJump = 4.5; ///< where a line is wider
inline constexpr double kJumpRadius = 3.5; ///< of the bow over a line that is crossed; lines lie 8 apart
inline constexpr double kHeadLength = kArrowHeadLength;
inline constexpr double kHeadHalf = 4.2;
inline constexpr double kLabelHeight = 18;
inline constexpr double kLabelPadding = 9;
inline constexpr double kLabelMost = 240; ///< widest label
inline constexpr double kMarkRadius = 8;  ///< with its ring
inline constexpr double kMarkStep = 19;
inline constexpr double kMarkInset = 12; ///< of the last mark's middle from the block's right edge
inline constexpr double kGridStep = 20;

// How far what is painted reaches beyond the geometry: shadow and marks, border, heads.
inline constexpr double kBlockReach = 12;
inline constexpr double kFrameReach = 9;
inline constexpr double kLineReach = 6;

} // namespace groundplan::look
