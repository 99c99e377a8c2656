#pragma once

#include <QtGlobal>

#include <algorithm>
#include <limits>

namespace groundplan {

/// The nearest of several things, each of which may be noted more than once, and how far the next one is.
struct Nearest {
    qsizetype which = -1; ///< none
    double away = std::numeric_limits<double>::infinity();
    double next = std::numeric_limits<double>::infinity(); ///< of the one after it

    void note(qsizetype other, double distance) {
        if (other == which) {
            away = std::min(away, distance);
        } else if (distance < away) {
            next = away;
            away = distance;
            which = other;
        } else {
            next = std::min(next, distance);
        }
    }
    /// Whether no other is about as near.
    bool isClear(double by) const { return which >= 0 && next - away >= by; }
};

} // namespace groundplan
