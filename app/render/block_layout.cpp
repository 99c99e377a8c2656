#include "app/render/block_layout.h"

#include "app/render/look.h"
#include "app/render/text_layout.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

constexpr double kTitleLine = 16;
constexpr double kTechnologyLine = 14;
constexpr double kLineGap = 2;
constexpr double kBottom = 8;   ///< under the last row of chips
constexpr double kTop = 14;     ///< above the tile, with chips
constexpr double kTextTop = 8;  ///< above a text that is higher than the tile
constexpr double kChipsGap = 8; ///< between tile and chips
constexpr double kLeastText = 30;
constexpr double kLeastTile = 16;
constexpr double kLeastTitleHeight = 14;
constexpr double kLeastPillHeight = 34; ///< of a block with a pill
constexpr double kLeastMargin = 6; ///< above and below the text of a block that is no higher than it must be
constexpr double kUsualHeight = 64;
constexpr double kWidestForTitle = 320; ///< blocks do not grow beyond it for their title
constexpr double kWidthStep = 8;

/// How title, technology and pill stand below each other.
struct TextPlan {
    enum class Pill { None, Corner, BesideTechnology, BesideLastLine, Below };
    int lines = 1;
    bool technology = false;
    Pill pill = Pill::None;
    bool whole = true; ///< the title is neither cut nor is a word of it broken

    double height() const {
        const bool second = technology || pill == Pill::Below;
        return lines * kTitleLine + (second ? kLineGap + kTechnologyLine : 0);
    }
};

double pillRoom() {
    return pillWidth() + 4;
}

/// For a text as wide as `width` and at most as high as `height`. The title comes first: a technology goes
/// where the title would be cut for it, and so does a pill from the first line.
TextPlan planTexts(const BlockParts& parts, double width, double height, TextCache& texts) {
    constexpr double kSecond = kLineGap + kTechnologyLine;
    const auto mostIn = [](double room) {
        return std::clamp(int((room + 0.01) / kTitleLine), 1, kMostTitleLines);
    };
    const auto fit = [&](double spared, int most) {
        return parts.title.isEmpty() ? FittedText()
                                     : texts.lines(parts.title, fonts::Role::BlockTitle, width, spared, most);
    };
    const auto linesOf = [](const FittedText& text) { return std::max(1, int(text.lines.size())); };
    const auto isWhole = [](const FittedText& text) { return !text.cut && !text.split; };

    TextPlan plan;
    plan.technology = parts.technology && height >= kTitleLine + kSecond;
    int most = mostIn(height - (plan.technology ? kSecond : 0));
    if (plan.technology && fit(0, most).cut && !fit(0, mostIn(height)).cut) {
        plan.technology = false;
        most = mostIn(height);
    }
    const FittedText full = fit(0, most);
    plan.lines = linesOf(full);
    plan.whole = isWhole(full);
    if (!parts.ml || width - pillRoom() < kLeastText)
        return plan;

    plan.pill = TextPlan::Pill::Corner;
    const FittedText beside = fit(pillRoom(), most);
    const int besideLines = linesOf(beside);
    if (isWhole(beside) || full.cut) {
        plan.lines = besideLines;
        plan.whole = isWhole(beside);
        return plan;
    }
    const double last = texts.line(full.lines.constLast().text, fonts::Role::BlockTitle, width).width;
    if (plan.technology) {
        plan.pill = TextPlan::Pill::BesideTechnology;
    } else if (last <= width - pillRoom()) {
        plan.pill = TextPlan::Pill::BesideLastLine;
    } else if (height >= plan.lines * kTitleLine + kSecond) {
        plan.pill = TextPlan::Pill::Below;
    } else {
        plan.lines = besideLines;
        plan.whole = isWhole(beside);
    }
    return plan;
}

/// Tile and the room for texts beside it.
struct Columns {
    double pad, tile, left, right;
    double width() const { return std::max(0.0, right - left); }
};

Columns columnsOf(double w, double tileRoom) {
    Columns c{std::min(look::kPadding, w * 0.09), std::min(look::kTile, tileRoom), 0, 0};
    if (w - 2 * c.pad - c.tile - look::kTileGap < kLeastText + 16)
        c.tile = std::min(c.tile, 24.0);
    if (c.tile < kLeastTile || w - 2 * c.pad - c.tile - 6 < kLeastText)
        c.tile = 0;
    const double gap = c.tile >= 30 ? look::kTileGap : 7;
    c.left = c.tile > 0 ? c.pad + c.tile + gap : std::min(c.pad, 8.0);
    c.right = w - std::min(c.pad, 10.0);
    return c;
}

/// What a block with chips needs beside its text: above it, between it and the chips, and below.
double aroundHeader(double header) {
    return header > look::kTile ? kTextTop + kChipsGap - 2 + kBottom : kTop + kChipsGap + kBottom;
}

double chipRowsHeight(int rows) {
    return rows * look::kChipHeight + (rows - 1) * look::kChipRowGap;
}

bool showsTitle(const BlockParts& parts, const BlockLayout& layout) {
    const FittedText title = fitLines(parts.title, fonts::Role::BlockTitle, layout.title.width(),
                                      layout.titleSpared, layout.titleLines);
    return parts.title.isEmpty() || (!title.isEmpty() && !title.cut && !title.split);
}

} // namespace

double chipWidth(double textWidth, bool verdict) {
    return textWidth + 2 * look::kChipPadding + (verdict ? kVerdictWidth : 0);
}

double pillWidth() {
    static const double width = fitLine(QStringLiteral("ML"), fonts::Role::Pill, 100).width + 12;
    return width;
}

double fullBlockHeight(double width, const BlockParts& parts, int chipRows) {
    TextCache texts;
    const double text = planTexts(parts, columnsOf(width, look::kTile).width(), 1e3, texts).height();
    if (!parts.chips)
        return std::max(kUsualHeight, text + 2 * kTextTop);
    const double header = std::max(look::kTile, text);
    return header + aroundHeader(header) + chipRowsHeight(chipRows);
}

double fullBlockWidth(double least, const BlockParts& parts) {
    TextCache texts;
    const auto fits = [&](double width) {
        const TextPlan plan = planTexts({parts.ml, false, false, parts.title},
                                        columnsOf(width, look::kTile).width(), 3 * kTitleLine, texts);
        return plan.whole && plan.lines <= 2;
    };
    for (double width = least; width < kWidestForTitle;
         width = (std::floor(width / kWidthStep) + 1) * kWidthStep) {
        if (fits(width))
            return width;
    }
    return std::max(least, kWidestForTitle);
}

BlockLayout layoutBlock(QSizeF size, const BlockParts& parts, TextCache& texts) {
    BlockLayout layout;
    const double w = size.width(), h = size.height();
    constexpr double kLeastWithChips = kTop - 4 + look::kTile + 6 + look::kChipHeight + 6;

    // Header (tile beside title and technology) with chips below, or the header alone in the middle.
    const bool chips = parts.chips && h >= kLeastWithChips && w >= 80;
    const Columns columns = columnsOf(w, chips ? look::kTile : h - 2 * std::min(kLeastMargin, h * 0.12));
    const double textRoom =
        chips ? std::max(look::kTile, h - (kTextTop - 2 + kChipsGap - 4 + look::kChipHeight + kBottom))
              : h - 2 * std::min(kLeastMargin, h * 0.12);
    TextPlan plan;
    if (h >= kLeastTitleHeight) {
        BlockParts shown = parts;
        shown.ml = parts.ml && h >= kLeastPillHeight;
        plan = planTexts(shown, columns.width(), textRoom, texts);
    }

    double headerTop = 0, headerHeight = h;
    if (chips) {
        headerHeight = std::max(look::kTile, plan.height());
        const bool high = headerHeight > look::kTile;
        const double spare = h - headerHeight - aroundHeader(headerHeight) - look::kChipHeight;
        const int rows = 1 + std::max(0, int(spare / (look::kChipHeight + look::kChipRowGap)));
        const double gap = !high ? kChipsGap : spare >= 0 ? kChipsGap - 2 : kChipsGap - 4;
        // 14 above and 8 below at the usual height; what is over is shared in that proportion.
        const double over = h - headerHeight - gap - chipRowsHeight(rows);
        const double above = high ? kTextTop : kTop;
        headerTop = over * above / (above + kBottom);
        const double top = headerTop + headerHeight + gap;
        layout.chips =
            QRectF(look::kPadding, top, w - 2 * look::kPadding, h - top - over * kBottom / (above + kBottom));
    }

    const double middle = headerTop + headerHeight / 2;
    if (columns.tile > 0)
        layout.tile = QRectF(columns.pad, middle - columns.tile / 2, columns.tile, columns.tile);
    if (h < kLeastTitleHeight)
        return layout;

    const double top = middle - plan.height() / 2;
    layout.titleLines = plan.lines;
    layout.title = QRectF(columns.left, top, columns.width(), plan.lines * kTitleLine);
    const double secondTop = layout.title.bottom() + kLineGap;
    if (plan.technology)
        layout.technology = QRectF(columns.left, secondTop, columns.width(), kTechnologyLine);

    const auto pillAt = [&](double pillTop) {
        layout.pill = QRectF(w - 10 - pillWidth(), pillTop, pillWidth(), look::kPillHeight);
    };
    const auto onLine = [&](double lineTop, double lineHeight) {
        pillAt(lineTop + (lineHeight - look::kPillHeight) / 2);
    };
    switch (plan.pill) {
    case TextPlan::Pill::None:
        break;
    case TextPlan::Pill::Corner:
        layout.titleSpared = pillRoom();
        if (plan.lines > 1)
            onLine(top, kTitleLine);
        else
            pillAt(plan.technology || chips ? std::max(4.0, top - 6) : middle - look::kPillHeight / 2);
        break;
    case TextPlan::Pill::BesideTechnology:
        onLine(secondTop, kTechnologyLine);
        layout.technology.setRight(layout.pill.left() - 4);
        break;
    case TextPlan::Pill::BesideLastLine:
        onLine(layout.title.bottom() - kTitleLine, kTitleLine);
        break;
    case TextPlan::Pill::Below:
        pillAt(secondTop - 1);
        layout.pill.moveLeft(columns.left);
        break;
    }
    return layout;
}

bool showsTitle(QSizeF size, const BlockParts& parts) {
    TextCache texts;
    const BlockLayout layout = layoutBlock(size, parts, texts);
    return showsTitle(parts, layout);
}

QSizeF leastBlockSize(QSizeF least, const BlockParts& parts) {
    const auto showsAll = [&](QSizeF size) {
        TextCache fresh; // which takes no width for another that is nearly the same
        const BlockLayout layout = layoutBlock(size, parts, fresh);
        return !layout.tile.isEmpty() && layout.technology.isEmpty() != parts.technology &&
               layout.pill.isEmpty() != parts.ml && showsTitle(parts, layout);
    };
    TextCache texts;
    if (showsAll(least))
        return least;
    QSizeF best(std::max(least.width(), kWidestForTitle), 0);
    best.setHeight(std::max(least.height(), fullBlockHeight(best.width(), parts, 0)));
    const auto growth = [&least](QSizeF size) {
        return size.width() - least.width() + size.height() - least.height();
    };
    double most = best.width();
    for (double width = least.width(); width < most;
         width = (std::floor(width / kWidthStep) + 1) * kWidthStep) {
        const double text = planTexts(parts, columnsOf(width, look::kTile).width(), 1e3, texts).height();
        const QSizeF size(width,
                          std::max({least.height(), std::ceil(text + 2 * kLeastMargin), kLeastPillHeight}));
        if (!showsAll(size))
            continue;
        if (growth(size) < growth(best))
            best = size;
        most = std::min(most, least.width() + growth(best)); // wider ones grow more
    }
    return best;
}

double widthForTechnology(QSizeF least, const BlockParts& parts, const QString& technology) {
    const double needed = fitLine(technology, fonts::Role::Technology, kWidestForTitle).width;
    for (double width = least.width(); parts.technology && width <= kWidestForTitle;
         width = (std::floor(width / kWidthStep) + 1) * kWidthStep) {
        TextCache fresh;
        const BlockLayout layout = layoutBlock({width, least.height()}, parts, fresh);
        if (!layout.technology.isEmpty() && layout.technology.width() >= needed)
            return width;
    }
    return least.width();
}

} // namespace groundplan
