#pragma once

#include "model/design/design.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <memory>

namespace groundplan {

struct BoardLayers;

/// Where things are on the board, for painting and for the pointer: the elements' painted bounds in z-order
/// and what hangs on them. Follows a design by its change sets; rebuilding gives the same answers. Bounds lie
/// side by side in memory and are simply gone through: 30,000 take some 30 microseconds, which no tree
/// betters, since its answers would have to be sorted back to front.
class BoardIndex {
public:
    BoardIndex();
    explicit BoardIndex(const Design& design);
    ~BoardIndex();
    BoardIndex(BoardIndex&&) noexcept;
    BoardIndex& operator=(BoardIndex&&) noexcept;

    void rebuild(const Design& design);
    void update(const Design& design, const ChangeSet& changes);

    /// Everything there is around, marks and labels included; empty for an empty board.
    Rect bounds() const;
    /// Elements whose painted bounds meet `area`, back to front (frames, connections, blocks and cards).
    QList<ElementId> inArea(const Rect& area) const;
    /// Everything that lies wholly inside `area`; of connections their route.
    QSet<ElementId> inside(const Rect& area) const;

    /// What hangs on an element, for marks and chips (in board order).
    struct Attached {
        QList<NoteId> notes;
        QList<DecisionId> decisions;
        QList<MetricId> shownMetrics;
        friend bool operator==(const Attached&, const Attached&) = default;
    };
    const Attached& attached(ElementId id) const; ///< of the board for ElementId{}
    /// For the painter and the pointer (board_layers.h).
    const BoardLayers& layers() const;

    friend bool operator==(const BoardIndex& a, const BoardIndex& b); ///< same answers to every question

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// What lies under the pointer, most exact first.
struct Hit {
    enum class Part {
        Body,         ///< of a block, card or connection line
        Title,        ///< where renaming in place edits
        Edge,         ///< the rim of a block or frame: dragging from here draws a connection
        ResizeHandle, ///< `corner` says which
        Label,        ///< of a connection
        SourceEnd,
        TargetEnd, ///< of a selected connection
        Waypoint,  ///< of a selected connection; `corner` is its number
        ConflictMark,
        NoteMark,
        DecisionMark,
        QuestionMark, ///< round marks at a block's lower edge
        FrameBorder,  ///< of a frame (its inside is empty board)
        FrameTitle,   ///< the whole band at its top
    };
    ElementId element;
    Part part = Part::Body;
    /// 0..7 clockwise from the top left (a block has those of its corners only); number of a waypoint
    int corner = 0;
};

/// Ranked hits at `at`, tolerance in units (a few device pixels). Marks before handles before edges before
/// bodies; nearer in z-order first; `selected` elements show handles and ends.
QList<Hit> hitsAt(const Design& design, const BoardIndex& index, Point at, Coord tolerance,
                  const QSet<ElementId>& selected = {});

} // namespace groundplan
