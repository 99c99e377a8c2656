#pragma once

#include "model/design/id.h"

#include <QList>
#include <QRectF>

#include <functional>
#include <utility>

namespace groundplan::report {

struct Lying {
    ElementId id;
    QRectF rect; ///< points of the board
};

/// What lies about, in groups of which each has room on a page: `fits` says whether some have. Cut across
/// the longer side, where the gap is widest, or near the middle where several are as wide, so that what lies
/// together stays together; groups that have room on one page share it. As one reads; something that fits no
/// page is alone.
QList<QList<Lying>> pageGroups(const QList<Lying>& things,
                               const std::function<bool(const QList<Lying>&)>& fits);

/// What one reads of them first and last: the leftmost of the first row, the rightmost of the last.
std::pair<ElementId, ElementId> endsAsRead(const QList<Lying>& things);

/// Around all of them.
QRectF boundsOf(const QList<Lying>& things);

} // namespace groundplan::report
