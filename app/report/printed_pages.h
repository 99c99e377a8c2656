#pragma once

#include "app/report/diagram_part.h"
#include "app/report/overview_map.h"
#include "app/report/page_pointers.h"

#include <QList>

namespace groundplan::report {

/// What an overview says of the parts, in points of a page that `view` describes.
struct PrintedMap {
    DiagramPage view;
    QList<MapEntry> entries; ///< empty: it is no overview
    QList<MapLabel> labels;
};

/// A part of a diagram with what the lines lead to that leave it. Its view is of scale 1: points of the page
/// are those of the board.
struct PrintedPart {
    DiagramPage view;
    QSizeF size; ///< points of the page
    QList<PagePointer> pointers;
    PrintedMap map; ///< of a frame that is too large to be read, with frames that are not
};

/// A page of one part, or of several that are low or narrow. Within both A4 and Letter.
struct PrintedPage {
    QString title;
    bool across = false;  ///< turned
    bool columns = false; ///< its parts stand side by side
    QList<PrintedPart> parts;
};

struct PrintedPages {
    QList<PrintedPage> pages;
    PrintedMap map;
};

/// How a browser prints a diagram, whatever paper it has: no pages when all of it, `whole` in points of the
/// board, can be read on one page (`across`: which lies); else parted as in the report, on smaller paper.
/// `titled`: with titles for all, for what is said.
PrintedPages printedPages(const Design& design, const Design& titled, const QRectF& whole, bool across);

} // namespace groundplan::report
