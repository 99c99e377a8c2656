#pragma once

#include "model/design/design.h"
#include "model/design/error.h"

#include <QHash>
#include <QSet>

#include <atomic>
#include <optional>

namespace groundplan {

/// What is to be tidied, and how.
struct TidyOptions {
    /// Only these, with what frames among them hold; none: all.
    std::optional<QSet<ElementId>> selection;
    /// Of these only the new ones (newElements()): what somebody has placed stays.
    bool onlyNew = false;
    /// What is new because of how it came (a sketch, an import), whether it looks placed or not.
    QSet<ElementId> fresh;
    bool leftToRight = true;
};

/// Where things go: only those whose rectangle becomes another one. Frames keep what they hold.
struct TidyResult {
    QHash<ElementId, Rect> rects;
    qsizetype blocks = 0; ///< how many were arranged, whether they ended elsewhere or not
};

/// More blocks than these are arranged only as a selection.
inline constexpr qsizetype kMostTidied = 2'000;

/// Blocks that nobody can have placed: they lie over another block that was there before them, or outside
/// of the frame that they belong to; and those of `fresh` that exist.
QSet<ElementId> newElements(const Design& design, const QSet<ElementId>& fresh);

/// Lays the design out in the helper process. Pinned and locked elements, and what a pinned or locked frame
/// holds, stay exactly where they are, as does all that is not asked for; the rest is put around them without
/// overlaps, as a whole as near to where it was as that allows. Frames fit what they hold; a frame that is
/// not asked for only grows. Cards stay beside the block that they stand by. Equal designs give equal
/// results; a result of it is left as it is. Refuses when there is nothing to arrange, and more than
/// kMostTidied blocks without a selection. Blocks up to `timeoutMs`, or until `cancelled` becomes true; any
/// thread.
Result<TidyResult> tidy(const Design& design, const TidyOptions& options, int timeoutMs = 30'000,
                        const std::atomic<bool>* cancelled = nullptr);

} // namespace groundplan
