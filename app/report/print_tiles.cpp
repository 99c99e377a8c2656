#include "app/report/print_tiles.h"

#include "app/render/board_layers.h"
#include "app/render/look.h"
#include "app/render/route_shape.h"

#include <algorithm>
#include <tuple>

namespace groundplan::report {
namespace {

constexpr double kReadable = 0.55; ///< the smallest texts of a block, 10 points, become 5.5
constexpr double kLegible = 0.42;  ///< what is smaller is an overview
constexpr double kAround = 8;      ///< things, on the map of the parts
/// Points within the margins of both A4 and Letter, with a line above that says which part it is; for the
/// whole, with the title of the page (page.css).
constexpr QSizeF kUpright{500, 640}, kAcross{690, 440};
constexpr QSizeF kWholeUpright{500, 680}, kWholeAcross{690, 391};

double scaleIn(QSizeF room, QSizeF content) {
    return std::min({1.0, room.width() / std::max(1.0, content.width()),
                     room.height() / std::max(1.0, content.height())});
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

/// Of several parts of one page each.
class Parts {
public:
    explicit Parts(const Design& design)
        : design_(design)
        , lines_(linesAt(design)) {
        for (const Element& element : design.elements) {
            if (design.strokes.contains(element.id) || design.shapes.contains(element.id))
                along_.append(element.id);
        }
    }

    PrintTile tileOf(const QList<Lying>& group) const {
        PrintTile tile;
        tile.things = boundsOf(group).adjusted(-kAround, -kAround, kAround, kAround);
        tile.view = partAround(design_, lines_, group, {}, along_, Around::Tight);
        tile.view.signs = pointerMargins(design_, tile.view, Numbered::Parts);
        tile.view.room = tile.view.whole();
        const QSizeF size = tile.view.room.size();
        tile.across = scaleIn(kAcross, size) > scaleIn(kUpright, size);
        tile.size = size * scaleOf(size);
        QList<Lying> blocks;
        for (const Lying& each : group) {
            if (design_.blocks.contains(each.id))
                blocks.append(each);
        }
        std::tie(tile.view.first, tile.view.last) = endsAsRead(blocks.isEmpty() ? group : blocks);
        return tile;
    }

    bool isReadable(const QList<Lying>& group) const {
        return scaleOf(boundsOf(group).size()) >= kReadable &&
               scaleOf(tileOf(group).view.room.size()) >= kReadable;
    }

private:
    static double scaleOf(QSizeF size) { return std::max(scaleIn(kUpright, size), scaleIn(kAcross, size)); }

    const Design& design_;
    const LinesAt lines_;
    QList<ElementId> along_;
};

} // namespace

QList<PrintTile> printTiles(const Design& design, const Design& titled, QSizeF whole, bool across) {
    if (scaleIn(across ? kWholeAcross : kWholeUpright, whole) >= kLegible)
        return {};
    const Parts parts(titled);
    const QList<QList<Lying>> groups =
        pageGroups(readThings(design), [&](const QList<Lying>& group) { return parts.isReadable(group); });
    QList<PrintTile> tiles;
    QHash<ElementId, int> numbers;
    for (const QList<Lying>& group : groups) {
        tiles.append(parts.tileOf(group));
        for (const Lying& each : group)
            numbers.insert(each.id, int(tiles.size()));
    }
    for (PrintTile& tile : tiles) {
        tile.pointers = pagePointers(
            titled, tile.view, [&](ElementId id) { return numbers.value(id); }, Numbered::Parts);
    }
    return tiles;
}

} // namespace groundplan::report
