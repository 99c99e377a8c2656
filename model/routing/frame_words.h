#pragma once

#include "model/design/rows.h"

#include <algorithm>

namespace groundplan::routing {

/// How wide the words at the top of a frame are, in units, as well as can be told without a font: its title
/// with the square before it at the left, its remark at the right. 0: none.
struct FrameWords {
    Coord title = 0;
    Coord remark = 0;

    FrameWords() = default;
    explicit FrameWords(const Frame& frame);
    bool operator==(const FrameWords&) const = default;

    /// Calls found(rect) for where they lie in a frame at `rect`, in board coordinates.
    template <class Found>
    void visit(const Rect& rect, Found&& found) const {
        constexpr Coord kPadding = 16 * kUnitsPerPoint; // of the frame
        constexpr Coord kTop = 8 * kUnitsPerPoint;
        constexpr Coord kHeight = 20 * kUnitsPerPoint;
        const Coord width = rect.w - 2 * kPadding;
        if (width <= 0 || rect.h < kTop + kHeight)
            return;
        const Coord right = std::min(remark, width * 11 / 20);
        if (title > 0)
            found(Rect{rect.x + kPadding, rect.y + kTop, std::min(title, width - right), kHeight});
        if (right > 0)
            found(Rect{rect.right() - kPadding - right, rect.y + kTop, right, kHeight});
    }
};

} // namespace groundplan::routing
