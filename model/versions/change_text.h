#pragma once

#include "model/versions/comparison.h"

namespace groundplan {

/// Where both are long and begin or end alike: the part in which they differ, in whole words, with a few
/// words beside it and an ellipsis for the rest. White space becomes single spaces. `most`: no longer than so
/// many characters each; 0: as long as they are.
struct DifferingPart {
    QString before;
    QString after;
};
DifferingPart differingPart(const QString& before, const QString& after, qsizetype most = 0);

/// One line: "technology: LightGBM → … with 900 trees", "+ note: text", "− note: text"; of something within
/// a decision without that. `most`: of each value, as above.
QString textOf(const Change& change, qsizetype most = 0);
/// The same, and of something within a decision with it: "decision “Which?”, pro of “A”: cheap → cheaper".
QString wholeTextOf(const Change& change, qsizetype most = 0);

} // namespace groundplan
