#pragma once

#include "model/design/design.h"

#include <QList>
#include <QString>

namespace groundplan::bench {

/// One board without routes, made by a seeded generator: the same on every machine.
struct RoutingSet {
    QString name;
    Design design;
    /// Small enough for what looks at everything: the search for free ways, other insertion orders.
    bool small = false;
};

/// Boards of every shape that a router meets: a jittered grid, little room, narrow corridors, a maze, frames
/// in frames, blocks that touch, a hub, parallel connections, loops, links across the sheet.
QList<RoutingSet> routingSets();
/// A grid of `count` blocks, moved and sized at random, joined mostly to the next row; with room everywhere.
Design jitterGrid(int count, unsigned seed);

} // namespace groundplan::bench
