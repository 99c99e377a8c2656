#pragma once

#include "model/document/editor.h"

#include <QList>

namespace groundplan {

/// Something that a merge has given another place than its version had, and what it would have lain on (or
/// the frame outside of which it would have lain).
struct SetBeside {
    ElementId element;
    ElementId because;
};

/// For an edit that has made its design the merge of these two (model/versions/merge.h): what was free in
/// either version need not be so in both together. What came in from `theirs` and lies on something of `ours`
/// as in neither version is set beside it, what was drawn together together; what lies within a new frame is
/// its content, and frames that moved or grew keep what was put into them. Then connections without a way,
/// those whose way leads through something as in neither version, and those of theirs that lie on new ones of
/// ours are routed. Nothing else is touched: where only one side changed anything, nothing is. The same
/// designs give the same. What was moved, in the order of ids, without what a frame took along.
QList<SetBeside> settleMerge(Editor& editor, const Design& ours, const Design& theirs);

} // namespace groundplan
