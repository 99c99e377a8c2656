#pragma once

#include "model/design/catalogue.h"

#include <optional>

namespace groundplan {

/// A metric's line taken apart: "p99 <= 20 ms" -> name, sign, number, unit.
struct Figure {
    QString name;
    QString sign; ///< "", ">=", "<=", "=", ">" or "<"
    QString number;
    QString unit;
};

/// The first figure of a line; nothing when there is no name or no finite number. The signs in front of the
/// number may be typed with Russian letters switched on, see model/sketch/sketch_facts.h.
std::optional<Figure> figureIn(const QString& line);

/// A metric as somebody typed it.
struct TypedMetric {
    Metric metric; ///< name, unit, kind, goal, and either target or current; the rest is not set
    bool isTarget = false;
};

/// What a figure says: of a metric that the catalogue knows, its spelling, kind, goal and unit are the
/// catalogue's; any other is taken as non-functional. A sign with a direction makes it a target.
TypedMetric typedMetric(const Figure& figure, const Catalogue& catalogue);

} // namespace groundplan
