#include "app/report/diagram_part.h"

#include "app/render/board_layers.h"
#include "app/render/look.h"
#include "app/render/route_shape.h"

#include <QCoreApplication>
#include <QLineF>

#include <algorithm>
#include <array>

namespace groundplan::report {
namespace {

/// What may be seen around a part. The first at which no line runs along the edge is taken.
constexpr std::array kWide{60.0, 76.0, 44.0, 92.0, 30.0}, kTight{30.0, 38.0, 22.0, 46.0, 16.0};
constexpr double kTitleAir = 4, kTitleReach = 120; ///< of a frame: around its corner, and where its title is
constexpr double kAlong = 12;                      ///< closer to the edge its rounded corners would be cut

} // namespace

QTransform DiagramPage::toPage() const {
    const QRectF all = whole();
    QTransform transform;
    transform.translate(room.left() + (room.width() - all.width() * scale) / 2,
                        room.top() + (room.height() - all.height() * scale) / 2);
    transform.scale(scale, scale);
    transform.translate(-all.left(), -all.top());
    return transform;
}

LinesAt linesAt(const Design& design) {
    LinesAt lines;
    for (const Connection& connection : design.connections)
        lines[connection.source].append(&connection);
    for (const Connection& connection : design.connections)
        lines[connection.target].append(&connection);
    return lines;
}

bool isReading(const Design& design, ElementId id) {
    const Card* card = design.cards.find(id); // the others are told elsewhere
    const Shape* shape = design.shapes.find(id);
    return design.blocks.contains(id) || design.images.contains(id) ||
           (card && card->kind == CardKind::Text) || (shape && !shape->text.isEmpty());
}

QRectF seenAround(const Design& design, const QRectF& rect, const QSet<ElementId>& shown, Around around) {
    const auto& reaches = around == Around::Tight ? kTight : kWide;
    QList<QLineF> pieces;
    for (const ElementId id : shown) {
        const Connection* connection = design.connections.find(id);
        const QList<QPointF> way = connection ? toPointsF(design.routeOf(*connection)) : QList<QPointF>();
        for (qsizetype i = 1; i < way.size(); ++i)
            pieces.append({way[i - 1], way[i]});
    }
    const auto reach = [&](auto edgeAt) {
        const auto free = std::ranges::find_if(reaches, [&](double each) {
            const QRectF edge = edgeAt(each); // of no area: one of its sides is 0
            const QRectF along = edge.adjusted(-kAlong, -kAlong, kAlong, kAlong);
            return std::ranges::none_of(pieces, [&](const QLineF& piece) {
                const bool parallel = edge.width() > 0 ? piece.dy() == 0 : piece.dx() == 0;
                return parallel &&
                       QRectF(piece.p1(), piece.p2()).normalized().adjusted(0, 0, 1, 1).intersects(along);
            });
        });
        return free == reaches.end() ? reaches.front() : *free;
    };
    const double widest = reaches.front();
    const double left = rect.left() - widest, width = rect.width() + 2 * widest, top = rect.top() - widest,
                 height = rect.height() + 2 * widest;
    return rect.adjusted(-reach([&](double by) { return QRectF(rect.left() - by, top, 0, height); }),
                         -reach([&](double by) { return QRectF(left, rect.top() - by, width, 0); }),
                         reach([&](double by) { return QRectF(rect.right() + by, top, 0, height); }),
                         reach([&](double by) { return QRectF(left, rect.bottom() + by, width, 0); }));
}

DiagramPage partAround(const Design& design, const LinesAt& lines, const QList<Lying>& group,
                       ElementId within, const QList<ElementId>& along, Around around) {
    DiagramPage page;
    page.frame = within;
    page.things = boundsOf(group);
    for (const Lying& each : group) {
        page.shown.insert(each.id);
        for (const Connection* connection : lines.value(each.id))
            page.shown.insert(connection->id);
    }
    page.content = seenAround(design, page.things, page.shown, around);
    // The title of a frame that begins close by is whole, or not there.
    for (const Frame& frame : design.frames) {
        const QRectF rect = toRectF(frame.rect);
        const bool own = !within || frame.id == within || design.isInside(frame.id, within);
        const double above = page.content.top() - rect.top(), left = page.content.left() - rect.left();
        if (own && rect.intersects(page.content) && above < look::kFrameTitleBand && left < kTitleReach) {
            page.content.setTop(std::min(page.content.top(), rect.top() - kTitleAir));
            page.content.setLeft(std::min(page.content.left(), rect.left() - kTitleAir));
        }
    }
    for (const Lying& each : group) {
        for (const Connection* connection : lines.value(each.id)) {
            const ElementId other = connection->source == each.id ? connection->target : connection->source;
            const std::optional<Rect> rect = design.rectOf(other);
            if (rect && page.content.contains(toRectF(*rect)))
                page.shown.insert(other);
        }
    }
    for (const Frame& frame : design.frames) {
        const bool own = !within || frame.id == within || design.isInside(frame.id, within);
        if (own && page.content.intersects(toRectF(frame.rect)))
            page.shown.insert(frame.id);
    }
    // What says nothing by itself comes along: lines of the pen, shapes, the cards that are told elsewhere.
    for (const ElementId id : along) {
        const std::optional<Rect> rect = design.rectOf(id);
        if (rect && !isReading(design, id) && page.content.contains(toRectF(*rect)))
            page.shown.insert(id);
    }
    return page;
}

QString endsOfPart(const Design& design, ElementId first, ElementId last) {
    const auto caption = [&design](ElementId id) {
        constexpr qsizetype kMost = 28;
        const QString whole = design.captionOf(id).simplified();
        return whole.size() <= kMost ? whole : whole.left(kMost - 1).trimmed() + u'…';
    };
    const QString from = caption(first), to = caption(last);
    return from == to
               ? from
               : QCoreApplication::translate("Report", "%1 to %2", "first and last block").arg(from, to);
}

QList<CutTitle> cutTitles(const Design& design, const DiagramPage& page) {
    QList<CutTitle> titles;
    for (const Frame* frame : design.frames.sorted()) {
        const QRectF rect = toRectF(frame->rect);
        const QRectF seen = rect.intersected(page.content);
        if (!page.shown.contains(frame->id) || page.content.contains(rect.topLeft()) ||
            frame->title.isEmpty())
            continue;
        const FittedText title = fitLine(frame->title, fonts::Role::FrameTitle, seen.width() - 16);
        const auto isFree = [&](const QRectF& place) {
            return std::none_of(page.shown.begin(), page.shown.end(), [&](ElementId id) {
                const std::optional<Rect> other = design.rectOf(id);
                const bool isAround = design.frames.contains(id) && !design.isInside(id, frame->id);
                return other && !isAround && toRectF(*other).intersects(place);
            });
        };
        // At the top, or where what covers that leaves room.
        constexpr double kStep = 8;
        QRectF place(seen.topLeft() + QPointF(8, 6), QSizeF(title.width, title.height));
        while (seen.contains(place) && !isFree(place))
            place.translate(0, kStep);
        if (seen.contains(place))
            titles.append({place, title});
    }
    return titles;
}

bool showsLabel(const Design& design, const DiagramPage& page, const Connection& connection) {
    const QList<QPointF> way = toPointsF(design.routeOf(connection));
    return way.size() < 2 || page.content.contains(toRectF(labelRect(connection, way)));
}

Design shownOn(const Design& design, const DiagramPage& page) {
    Design part = design;
    const auto clear = [&]<class... Row>() { ((tableOf<Row>(part) = {}), ...); };
    clear.operator()<Element, Block, Frame, Connection, Card, Stroke, Shape, Image>();
    const auto keep = [&](ElementId id) {
        const auto copy = [&]<class... Row>() {
            const auto one = [&](const auto* row, auto& table) {
                if (row)
                    table.put(*row);
            };
            (one(tableOf<Row>(design).find(id), tableOf<Row>(part)), ...);
        };
        copy.operator()<Element, Block, Frame, Connection, Card, Stroke, Shape, Image>();
    };
    for (const ElementId id : page.shown) {
        keep(id);
        const Connection* connection = design.connections.find(id);
        if (!connection)
            continue;
        keep(connection->source); // where its way begins
        if (!connection->label.isEmpty() && !showsLabel(design, page, *connection)) {
            Connection row = *connection;
            row.label.clear();
            part.connections.put(row);
        }
    }
    return part;
}

} // namespace groundplan::report
