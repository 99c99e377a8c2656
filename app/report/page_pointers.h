#pragma once

#include "app/render/text_layout.h"
#include "app/report/diagram_pages.h"

#include <functional>

class QPainter;

namespace groundplan {
struct Theme;
}

namespace groundplan::report {

/// Where a connection leaves a page of the diagram: what it goes on to ("to Ranking", "p. 4"). Points of the
/// page.
struct PagePointer {
    ElementId to; ///< the end that is not on the page
    FittedText text;
    FittedText number; ///< below it
    double scale = 1;  ///< of both: no larger than the titles of the page's blocks
    QRectF place;
};

/// Those of a page that does not show everything: beside their lines within the page's margins, free of its
/// blocks and of each other, and of other lines where there is room. One for every line as long as its edge
/// of the page holds them. What `numberOf` says is the printed number of the page on which an element is seen
/// best.
QList<PagePointer> pagePointers(const Design& design, const DiagramPage& page,
                                const std::function<int(ElementId)>& numberOf);
void paintPointers(QPainter& painter, const QList<PagePointer>& pointers, const Theme& theme);

} // namespace groundplan::report
