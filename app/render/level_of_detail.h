#pragma once

namespace groundplan {

/// What is worth painting at a scale, decided here and nowhere else.
struct Detail {
    bool titles = true;     ///< else the overview painter takes over
    bool technology = true; ///< and remarks; else bars stand for them
    bool small = true;      ///< texts of chips, pills and labels; else bars stand for them
    bool grid = true;

    /// `scale` in device pixels a point. Below 5 pixels letters are noise.
    static constexpr Detail at(double scale) {
        return {.titles = scale >= 0.385,
                .technology = scale >= 0.45,
                .small = scale >= 0.48,
                .grid = scale >= 0.2};
    }
    static constexpr Detail full() { return {}; }
};

} // namespace groundplan
