#pragma once

#include "app/render/text_layout.h"
#include "app/report/diagram_part.h"
#include "app/report/page_pointers.h"

#include <QList>
#include <QRectF>

#include <functional>

class QPainter;

namespace groundplan {
struct Theme;
}

/// What an overview says of the pages that show its parts, as the key of an atlas does: over each frame its
/// title and page, large enough to be read where its blocks are not, and below the picture a list.
namespace groundplan::report {

/// A frame or a part that has a page of its own, on an overview.
struct MapEntry {
    int page = 0;     ///< the first of several, as a place in Diagrams::pages()
    ElementId frame;  ///< none: a part, which has no title
    QRectF area;      ///< points of the board
    int level = 0;    ///< frames within frames that are listed here too, from 0
    bool says = true; ///< its page; of a frame without one of its own the parts do
};

/// How the picture of an overview and the list below it share a page; points of it.
struct MapRoom {
    QRectF picture;
    double scale = 0; ///< points of the page in one of the board
    QRectF list;
    int columns = 0; ///< 0: the list would take too much of the picture
};
/// `whole`: what is to be seen, points of the board. The list has as many lines.
MapRoom shareRoom(const QRectF& room, const QSizeF& whole, int lines);

/// Of one entry; points of the page.
struct MapLabel {
    FittedText title;  ///< empty: there is none, or no room for it
    FittedText number; ///< empty: it says none
    double scale = 1;  ///< of both
    QRectF place;      ///< empty: it would lie on that of another
};
/// One each, in their order; frames stand before what is in them. `numberOf` says the printed number of a
/// page.
QList<MapLabel> mapLabels(const Design& design, const DiagramPage& shown, const QList<MapEntry>& entries,
                          const std::function<int(int page)>& numberOf, Numbered numbered = Numbered::Pages);
inline constexpr QPointF kMapPadding{3, 1}; ///< of a label around its letters
void paintMap(QPainter& painter, const DiagramPage& shown, const QList<MapEntry>& entries,
              const QList<MapLabel>& labels, const Theme& theme);

struct MapLine {
    QString title;
    int number = 0; ///< of the page
    int level = 0;
};
/// Returns where each stands, points of the page.
QList<QRectF> paintMapList(QPainter& painter, const MapRoom& room, const QList<MapLine>& lines,
                           const Theme& theme);

} // namespace groundplan::report
