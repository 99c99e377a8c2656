#pragma once

#include "model/routing/engine.h"

namespace groundplan::routing {

/// The last touch on the lines of one run: jogs move to the middle of their channel, and middle segments of
/// different connections that would lie on one another (or on a stored route) move apart, in the order that
/// crosses least and as far as there is room. Ends stay where they are.
void nudge(const Scene& scene, std::vector<Job>& jobs);

/// The same once ends have moved, but for the jogs; upright middle segments also move as far from others as
/// their labels are wide, where there is room.
void nudgeAgain(const Scene& scene, std::vector<Job>& jobs);

} // namespace groundplan::routing
