#pragma once

#include "model/design/design.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace groundplan {

/// Places for what was written into a drawn graph by hand: each near what it is connected to, on the side to
/// which its lines run, where nothing lies and no line runs; in its own frame, which may grow. Nothing that
/// has a place moves. What is connected to nothing that has one gets none, nor does more than can be looked
/// for in a moment.
///
/// `frames`: all there are, outer ones first. `unplaced`: what has no place yet, of which `waiting` want one,
/// in the order in which they get it. `labelSize` is asked for the labels of their lines.
QHash<ElementId, Rect> placesNearLinked(const Design& design, const QList<ElementId>& frames,
                                        const QSet<ElementId>& unplaced, const QList<ElementId>& waiting,
                                        bool leftToRight,
                                        const std::function<Size(const QString& label)>& labelSize);

} // namespace groundplan
