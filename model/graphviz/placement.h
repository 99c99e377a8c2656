#pragma once

#include "model/design/error.h"
#include "model/design/import.h"
#include "model/design/not_taken.h"

#include <QSet>

#include <atomic>

namespace groundplan {

/// Blocks and empty frames that do not say how large they are.
inline constexpr Size kImportedBlock{176 * kUnitsPerPoint, 64 * kUnitsPerPoint};
inline constexpr Size kImportedFrame{240 * kUnitsPerPoint, 120 * kUnitsPerPoint};

/// Gives places to what came without one: all of it by dot when nothing has a place, else near what it is
/// connected to (near_places.h) or below what has one, and frames go around what they hold.
class Placement {
public:
    /// Both must outlive this.
    Placement(Design& design, const ImportContext& context)
        : design_(design)
        , context_(context) {}

    void addUnplaced(ElementId id) { unplaced_.insert(id); }
    bool isUnplaced(ElementId id) const { return unplaced_.contains(id); }
    /// The rectangle that an element has from now on.
    void place(ElementId id, const Rect& rect);
    /// How large a block becomes that does not say so itself.
    Size sizeFor(Block block) const;

    /// Places everything that is unplaced. `frames` are all there are, outer ones before inner ones. False:
    /// dot could not, so they stand in rows, which `notTaken` says. The only failure is ErrorCode::Cancelled.
    Result<bool> placeTheRest(const QList<ElementId>& frames, bool leftToRight, NotTaken& notTaken,
                              int timeoutMs, const std::atomic<bool>* cancelled);

private:
    void fitCards();
    Result<bool> layOutAll(const QList<ElementId>& frames, bool leftToRight, NotTaken& notTaken,
                           int timeoutMs, const std::atomic<bool>* cancelled);
    void putBeside(const QList<ElementId>& frames, bool leftToRight);
    void wrapFrames(const QList<ElementId>& frames, const QSet<ElementId>& fuller);
    QHash<ElementId, Rect> placedContents() const;

    Design& design_;
    const ImportContext& context_;
    QSet<ElementId> unplaced_;
};

} // namespace groundplan
