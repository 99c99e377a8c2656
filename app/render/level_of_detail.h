#pragma once

namespace groundplan {

/// What is worth painting at a scale, decided here and nowhere else.
struct Detail {
    bool titles = true;     ///< else bars stand for text and the overview painter takes over
    bool technology = true; ///< else left out, as are remarks
    bool small = true;      ///< chips, pills, labels with their text; else empty shapes
    bool grid = true;

    /// `scale` in device pixels a point. Below 5 pixels letters are noise.
    static constexpr Detail at(double scale) {
        return {.titles = scale >= 0.385,
                .technology = scale >= 0.5,
                .small = scale >= 0.55,
                .grid = scale >= 0.2};
    }
    static constexpr Detail full() { return {}; }
};

} // namespace groundplan
