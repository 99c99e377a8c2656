#pragma once

#include "model/versions/merge.h"

namespace groundplan {

/// Notes each conflict as a question beside what it is about, with both values: a text at the limit takes a
/// note of its own. The same conflicts give the same notes, ids included.
void addConflictMarks(Design& design, const QList<MergeConflict>& conflicts);

/// Whether a note is such a mark: by the words that it begins with (of what holds no notes itself: behind
/// what that is called).
bool isConflictMark(const Note& note);
/// All that are on a design, in order.
QList<NoteId> conflictMarks(const Design& design);

} // namespace groundplan
