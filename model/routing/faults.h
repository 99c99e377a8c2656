#pragma once

#include "model/routing/patterns.h"

namespace groundplan::routing {

inline constexpr Coord kLinesApart = 8 * kUnitsPerPoint; ///< between parallel lines
inline constexpr Coord kSeenAsTwo = 4 * kUnitsPerPoint;  ///< the least that parallel lines may lie apart

/// What is wrong with a line as it lies, apart from its length: in units of cost.
struct Faults {
    int crossings = 0;
    qint64 onOthers = 0; ///< length on other lines
    qint64 beside = 0;   ///< length beside lines so near that they look like one, the more the nearer
    qint64 cost = 0;
};

/// Adds those of the stretch from `a` to `b`; `head`: its line ends at `b`, where a crossing lies in the
/// arrow head.
void addFaults(const Scene& scene, Point a, Point b, bool head, Faults& faults);
/// Of a whole line that is not in the scene.
Faults faultsOf(const Scene& scene, const Path& path);

/// How often two lines cross.
int crossingsOf(const Path& a, const Path& b);

} // namespace groundplan::routing
