#pragma once

#include "app/render/board_index.h"
#include "app/render/board_painter.h"
#include "app/render/flow_legend.h"
#include "app/report/paper.h"

#include <QRectF>
#include <QTransform>

#include <optional>

namespace groundplan::report {

/// A page that shows the diagram, or what one frame holds; never a piece of it.
struct DiagramPage {
    ElementId frame;       ///< none: all of it
    QSizeF paper;          ///< points, turned as it fits
    QRectF content;        ///< points of the board
    double scale = 1;      ///< points of the page in one of the board
    QSet<ElementId> shown; ///< of a frame; empty: everything
    /// Board points to points of the page, from its top left corner.
    QTransform toPage() const;
};

/// Points around what a diagram page shows; the running head and the legend stand in them.
inline constexpr double kDiagramSide = 36, kDiagramTop = 58, kDiagramBottom = 84;

/// Which pages show a design: one, on the smallest paper and in the direction in which it can be read, and no
/// larger than twice the paper. What is too large for that becomes an overview and a page for each frame (and
/// for those in it, where it is too large itself), or, without frames, a page on larger paper. None for an
/// empty board.
class Diagrams {
public:
    Diagrams(const Design& design, Paper paper);

    const QList<DiagramPage>& pages() const { return pages_; }
    /// The page on which an element is seen best; nothing: on none.
    std::optional<int> pageOf(ElementId element) const;
    /// Where it is there, in points from the top left corner of that page.
    QRectF placeOf(ElementId element, int page) const;
    /// The elements on a page that lead to their descriptions, and the places to click on, back to front: a
    /// frame's title, whole blocks and cards.
    QList<std::pair<ElementId, QRectF>> placesOn(int page) const;

    void paint(QPainter& painter, const BoardPainter& board, int page) const;

private:
    void addFrames(ElementId within, Paper paper);
    QList<Flow> flowsOn(const DiagramPage& page) const;

    const Design& design_;
    BoardIndex index_;
    bool hasLegend_ = false; ///< a legend card lies on the board
    QList<DiagramPage> pages_;
    QHash<ElementId, int> best_;                      ///< pages of frames by what they show
    QHash<ElementId, QList<ElementId>> children_;     ///< by frame, as one reads
    QHash<ElementId, QList<const Connection*>> from_; ///< by source
};

} // namespace groundplan::report
