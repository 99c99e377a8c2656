#include "app/report/print_tiles.h"

#include "app/render/board_layers.h"
#include "app/render/look.h"
#include "app/render/route_shape.h"
#include "app/report/page_groups.h"

#include <algorithm>

namespace groundplan::report {
namespace {

constexpr double kReadable = 0.55; ///< the smallest texts of a block, 10 points, become 5.5
constexpr double kLegible = 0.42;  ///< what is smaller is an overview
constexpr double kAround = 30;     ///< what is seen of the lines that leave a tile
/// Points within the margins of both A4 and Letter, with a line above that says which part it is; for the
/// whole, with the title of the page (page.css).
constexpr QSizeF kUpright{500, 640}, kAcross{690, 440};
constexpr QSizeF kWholeUpright{500, 680}, kWholeAcross{690, 391};

double scaleIn(QSizeF room, QSizeF content) {
    return std::min({1.0, room.width() / std::max(1.0, content.width()),
                     room.height() / std::max(1.0, content.height())});
}

QRectF contentOf(const QList<Lying>& group) {
    return boundsOf(group).adjusted(-kAround, -kAround, kAround, kAround);
}

/// All that has words, and pictures; of a frame its title.
QList<Lying> readThings(const Design& design) {
    QList<Lying> things;
    for (const Element* element : design.elements.sorted()) {
        const ElementId id = element->id;
        if (const Frame* frame = design.frames.find(id)) {
            const QRectF rect = toRectF(frame->rect);
            constexpr double kTitle = 240;
            things.append(
                {id, QRectF(rect.topLeft(), QSizeF(std::min(rect.width(), kTitle),
                                                   std::min(rect.height(), look::kFrameTitleBand)))});
        } else if (const Connection* connection = design.connections.find(id)) {
            const QList<QPointF> way = toPointsF(design.routeOf(*connection));
            if (!connection->label.isEmpty() && way.size() > 1)
                things.append({id, toRectF(labelRect(*connection, way))});
        } else if (const Shape* shape = design.shapes.find(id); !shape || !shape->text.isEmpty()) {
            if (const auto rect = design.rectOf(id); rect && !design.strokes.contains(id))
                things.append({id, toRectF(*rect)});
        }
    }
    return things;
}

} // namespace

QList<PrintTile> printTiles(const Design& design, QSizeF whole, bool across) {
    if (scaleIn(across ? kWholeAcross : kWholeUpright, whole) >= kLegible)
        return {};
    const auto scaleOf = [](const QList<Lying>& group) {
        const QSizeF size = contentOf(group).size();
        return std::max(scaleIn(kUpright, size), scaleIn(kAcross, size));
    };
    const QList<QList<Lying>> groups = pageGroups(
        readThings(design), [&](const QList<Lying>& group) { return scaleOf(group) >= kReadable; });
    QList<PrintTile> tiles;
    for (const QList<Lying>& group : groups) {
        PrintTile tile;
        tile.content = contentOf(group);
        const QSizeF size = tile.content.size();
        tile.across = scaleIn(kAcross, size) > scaleIn(kUpright, size);
        tile.size = size * scaleOf(group);
        tiles.append(tile);
    }
    return tiles;
}

} // namespace groundplan::report
