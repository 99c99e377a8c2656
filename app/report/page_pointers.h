#pragma once

#include "app/render/text_layout.h"
#include "app/report/diagram_part.h"

#include <QPolygonF>

#include <functional>

class QPainter;

namespace groundplan {
struct Theme;
}

namespace groundplan::report {

/// Where connections leave a page of the diagram: what they go on to ("to Ranking", "p. 4"). Points of the
/// page.
struct PagePointer {
    ElementId to; ///< the end that is not on the page
    FittedText text;
    FittedText number; ///< beside it
    double scale = 1;  ///< of both: no larger than the titles of the page's blocks
    QRectF place;
    /// From where a line leaves what the page shows to the sign.
    struct Leader {
        ElementId connection;
        QPolygonF way; ///< empty: the sign stands at the line's end itself
    };
    QList<Leader> leaders; ///< one; of several that lead to the same close to each other: each
};

/// What the numbers count, "p. 4" or "part 4".
enum class Numbered { Pages, Parts };
QString textOf(Numbered numbered, int number);

/// Those of a page that does not show everything, for each line that is cut: outside of what the page shows,
/// at each place of the edge where the line leaves it or comes in, in the order of the lines. Where a line
/// ends within, at something that the page does not show, in place of that. What `numberOf` says is the
/// printed number of the page on which an element is seen best.
QList<PagePointer> pagePointers(const Design& design, const DiagramPage& page,
                                const std::function<int(ElementId)>& numberOf,
                                Numbered numbered = Numbered::Pages);
void paintPointers(QPainter& painter, const QList<PagePointer>& pointers, const Design& design,
                   const Theme& theme);
/// In points of the board.
void paintTitles(QPainter& painter, const QList<CutTitle>& titles, const Theme& theme);

/// The room that they need around what the page shows, in points of the board.
QMarginsF pointerMargins(const Design& design, const DiagramPage& page, Numbered numbered = Numbered::Pages);

} // namespace groundplan::report
