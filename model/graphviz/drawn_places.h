#pragma once

#include "model/design/import.h"
#include "model/design/not_taken.h"
#include "model/graphviz/placement.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace groundplan {

/// Makes a drawing readable whose places another program's letters and boxes have shaped. Blocks and cards
/// grow about their middles until they show what they say; where neighbours are too near for that, the whole
/// drawing is scaled apart evenly first. Free texts become as large as ours are, at the point that they were
/// aligned to. What `context` cannot measure stays as it is.
class DrawnPlaces {
public:
    /// All must outlive this.
    DrawnPlaces(Design& design, Placement& placement, const ImportContext& context, NotTaken& notTaken)
        : design_(design)
        , placement_(placement)
        , context_(context)
        , notTaken_(notTaken) {}

    /// Where a free text is held when its size changes: shares of its rectangle, 0 at the left and the top.
    struct Hold {
        double across = 0;
        double down = 0;
        bool wraps = false; ///< at the width of its rectangle
    };
    /// Texts that nobody says anything of are held at their top left corner and do not wrap.
    void hold(ElementId text, const Hold& hold) { holds_.insert(text, hold); }
    /// What was drawn by us is as large as it is to be.
    void keep(ElementId id) { kept_.insert(id); }
    /// Corners that its author set, on the board.
    void addCorners(ElementId connection, const QList<Point>& onBoard) {
        corners_.append({connection, onBoard});
    }

    /// Of all that has a place; texts without one get their size.
    void makeReadable();
    /// Between what connections join that have no corners and are not among `ours`. Everything has a place.
    void makeRoomForLabels(const QSet<ElementId>& ours);
    /// Frames that were drawn grow around what sticks out of them, and upwards where their titles would be
    /// covered. `frames`: outer ones before inner ones.
    /// Remarks that have no room beside the title become notes.
    void wrapFrames(const QList<ElementId>& frames);
    /// Connections get their corners, beside their sources; the last thing to do.
    void setCorners();

private:
    struct Corners {
        ElementId connection;
        QList<Point> onBoard;
    };
    struct Sizes {
        Size least;
        Size pleasant;
    };
    Sizes sizesOf(ElementId id) const;
    Coord titleWidth(ElementId frame) const;
    void noteRemark(ElementId id, Coord width);
    void growBoxes();
    void enlarge(double by);
    void fitTexts();

    Design& design_;
    Placement& placement_;
    const ImportContext& context_;
    NotTaken& notTaken_;
    QHash<ElementId, Hold> holds_;
    QSet<ElementId> kept_;
    QList<Corners> corners_;
};

} // namespace groundplan
