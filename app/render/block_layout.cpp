#include "app/render/block_layout.h"

#include "app/render/look.h"
#include "app/render/text_layout.h"

#include <algorithm>

namespace groundplan {

namespace {

constexpr double kTitleLine = 16;
constexpr double kTechnologyLine = 14;
constexpr double kLineGap = 2;
constexpr double kBottom = 8; ///< under the last row of chips
constexpr double kTop = 14;   ///< above the tile, with chips
constexpr double kLeastText = 30;
constexpr double kLeastTile = 16;
constexpr double kLeastTitleHeight = 14;

} // namespace

double chipWidth(double textWidth, bool verdict) {
    return textWidth + 2 * look::kChipPadding + (verdict ? kVerdictWidth : 0);
}

double pillWidth() {
    static const double width = fitLine(QStringLiteral("ML"), fonts::Role::Pill, 100).width + 12;
    return width;
}

double fullBlockHeight(bool chips, int chipRows) {
    if (!chips)
        return 64;
    return kTop + look::kTile + 8 + chipRows * look::kChipHeight + (chipRows - 1) * look::kChipRowGap + kBottom;
}

BlockLayout layoutBlock(QSizeF size, const BlockParts& parts) {
    BlockLayout layout;
    const double w = size.width(), h = size.height();
    const double leastWithChips = kTop - 4 + look::kTile + 6 + look::kChipHeight + 6;

    // Header (tile beside title and technology) with chips below, or the header alone in the middle.
    const bool chips = parts.chips && h >= leastWithChips && w >= 80;
    double headerTop = 0, headerHeight = h;
    if (chips) {
        const double spare = h - fullBlockHeight(true, 1);
        const double rowStep = look::kChipHeight + look::kChipRowGap;
        const int rows = 1 + std::max(0, int(spare / rowStep));
        const double height = look::kTile + 8 + rows * look::kChipHeight + (rows - 1) * look::kChipRowGap;
        // 14 above and 8 below at the usual height; what is over is shared in that proportion.
        const double over = h - height;
        headerTop = over * kTop / (kTop + kBottom);
        headerHeight = look::kTile;
        const double top = headerTop + look::kTile + 8;
        layout.chips =
            QRectF(look::kPadding, top, w - 2 * look::kPadding, h - top - over * kBottom / (kTop + kBottom));
    }

    double pad = std::min(look::kPadding, w * 0.09);
    double tile = std::min(look::kTile, headerHeight - (chips ? 0 : 2 * std::min(6.0, h * 0.12)));
    if (w - 2 * pad - tile - look::kTileGap < kLeastText + 16)
        tile = std::min(tile, 24.0);
    if (tile < kLeastTile || w - 2 * pad - tile - 6 < kLeastText)
        tile = 0;
    const double gap = tile >= 30 ? look::kTileGap : 7;
    const double middle = headerTop + headerHeight / 2;
    if (tile > 0)
        layout.tile = QRectF(pad, middle - tile / 2, tile, tile);

    if (h < kLeastTitleHeight)
        return layout;
    const double left = tile > 0 ? pad + tile + gap : std::min(pad, 8.0);
    const double right = w - std::min(pad, 10.0);
    const bool technology = parts.technology && headerHeight >= kTitleLine + kLineGap + kTechnologyLine;
    const double textHeight = technology ? kTitleLine + kLineGap + kTechnologyLine : kTitleLine;
    const double top = middle - textHeight / 2;
    layout.title = QRectF(left, top, std::max(0.0, right - left), kTitleLine);
    if (technology)
        layout.technology =
            QRectF(left, top + kTitleLine + kLineGap, std::max(0.0, right - left), kTechnologyLine);

    if (parts.ml && h >= 34 && layout.title.width() - pillWidth() - 4 >= kLeastText) {
        const double inset = 10;
        const double pillTop =
            technology || chips ? std::max(4.0, layout.title.top() - 6) : middle - look::kPillHeight / 2;
        layout.pill = QRectF(w - inset - pillWidth(), pillTop, pillWidth(), look::kPillHeight);
        layout.title.setRight(layout.pill.left() - 4);
    }
    return layout;
}

} // namespace groundplan
