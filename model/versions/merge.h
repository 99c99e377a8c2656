#pragma once

#include "model/design/design.h"
#include "model/design/error.h"
#include "model/versions/field_text.h"

#include <QList>

namespace groundplan {

/// What two versions have changed in different ways.
struct MergeConflict {
    ElementId element; ///< on which it is; none: the board
    QString caption;   ///< what the user calls that
    QString what;      ///< "title", "metric “AUC”, target", ...
    QString ours;      ///< what stands in the result; empty: it was removed there
    QString theirs;    ///< empty: it was removed there
    friend bool operator==(const MergeConflict&, const MergeConflict&) = default;
};

struct Merge {
    Design design;                  ///< sound (validate.h); with ids as they were
    QList<MergeConflict> conflicts; ///< empty: both were taken in whole
    QStringList remarks; ///< what was done without asking ("“ranker” is called “ranker_2” now")
};

/// Both what `ours` and what `theirs` changed since `base`, row by row and column by column (design.md 3).
/// Where both changed the same, ours stands and theirs is kept as a note of the kind question beside it, so
/// nothing is lost: what one side removed and the other one changed or uses stays, with all that went with
/// it. A place and a size count as one thing; ways and sizes of labels are nobody's: where an end has moved,
/// the connection comes without a route (route it before showing). The same three give the same result, ids
/// of notes included. `base` is empty where there is none. `fields` says what conflicts call the fields of
/// sheets. Fails when the result would be beyond a limit.
Result<Merge> merge(const Design& base, const Design& ours, const Design& theirs,
                    const FieldTextOf& fields = {});

} // namespace groundplan
