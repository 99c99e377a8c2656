#include "app/report/page_pointers.h"

#include "app/render/board_layers.h"
#include "app/render/route_shape.h"
#include "app/render/theme.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <array>

namespace groundplan::report {
namespace {

constexpr double kWidth = 76; ///< of a line
constexpr double kAir = 2;
constexpr double kToBoard = 1.2; ///< from the board's scale: letters of 12 where a block's title has 13
constexpr double kPlate = 0.85;

/// Where a way that begins in `area` leaves it; nothing: it does not.
std::optional<QPointF> exitOf(const QList<QPointF>& way, const QRectF& area) {
    const std::array sides{
        QLineF(area.topLeft(), area.topRight()), QLineF(area.topRight(), area.bottomRight()),
        QLineF(area.bottomRight(), area.bottomLeft()), QLineF(area.bottomLeft(), area.topLeft())};
    for (qsizetype i = 1; i < way.size(); ++i) {
        if (area.contains(way[i]))
            continue;
        const QLineF piece(way[i - 1], way[i]);
        for (const QLineF& side : sides) {
            QPointF at;
            if (piece.intersects(side, &at) == QLineF::BoundedIntersection)
                return at;
        }
        return std::nullopt;
    }
    return std::nullopt;
}

enum class Side { Left, Right, Top, Bottom };

Side sideOf(QPointF at, const QRectF& area) {
    const std::array distances{std::abs(at.x() - area.left()), std::abs(at.x() - area.right()),
                               std::abs(at.y() - area.top()), std::abs(at.y() - area.bottom())};
    return Side(std::ranges::min_element(distances) - distances.begin());
}

/// Beside the line, where it reaches that edge of `area`, and along that edge: the nearest first.
QList<QRectF> placesAt(QPointF at, const QRectF& area, const QSizeF& size) {
    const Side side = sideOf(at, area);
    const bool upright = side == Side::Left || side == Side::Right;
    const double length = upright ? size.height() : size.width();
    const double from = upright ? area.top() : area.left(), to = upright ? area.bottom() : area.right();
    const double line = upright ? at.y() : at.x();
    QList<QRectF> places;
    const auto add = [&](double begin) {
        if (begin < from || begin + length > to)
            return;
        QPointF corner(area.left(), begin);
        if (side == Side::Right)
            corner.setX(area.right() - size.width());
        else if (side == Side::Top)
            corner = {begin, area.top()};
        else if (side == Side::Bottom)
            corner = {begin, area.bottom() - size.height()};
        places.append({corner, size});
    };
    const double step = std::max(1.0, length / 2);
    for (double off = 0; off < to - from; off += step) {
        add(line - kAir - length - off);
        add(line + kAir + off);
    }
    return places;
}

/// The pieces of ways on a page, as thin as they can be missed by.
QList<QRectF> piecesOf(const QList<QPointF>& way, const QTransform& toPage) {
    QList<QRectF> pieces;
    for (qsizetype i = 1; i < way.size(); ++i)
        pieces.append(
            QRectF(toPage.map(way[i - 1]), toPage.map(way[i])).normalized().adjusted(-0.5, -0.5, 0.5, 0.5));
    return pieces;
}

bool isFree(const QRectF& place, const QList<QRectF>& taken) {
    return std::ranges::none_of(taken, [&place](const QRectF& each) { return each.intersects(place); });
}

} // namespace

QList<PagePointer> pagePointers(const Design& design, const DiagramPage& page,
                                const std::function<int(ElementId)>& numberOf) {
    const QTransform toPage = page.toPage();
    const auto isOn = [&](ElementId id) {
        const std::optional<Rect> rect = design.rectOf(id);
        return rect && page.shown.contains(id) && page.content.contains(toRectF(*rect));
    };
    QList<const Connection*> leaving;
    QList<QRectF> taken;
    for (const ElementId id : page.shown) {
        if (const Connection* connection = design.connections.find(id)) {
            if (isOn(connection->source) != isOn(connection->target))
                leaving.append(connection);
            const QList<QPointF> way = toPointsF(design.routeOf(*connection));
            const QRectF label = way.size() < 2 || connection->label.isEmpty()
                                     ? QRectF()
                                     : toRectF(labelRect(*connection, way));
            if (!label.isEmpty() && page.content.contains(label))
                taken.append(toPage.mapRect(label));
        } else if (!design.frames.contains(id) && isOn(id)) {
            taken.append(toPage.mapRect(toRectF(*design.rectOf(id))));
        }
    }
    std::ranges::sort(leaving, {}, [](const Connection* connection) { return connection->id; });
    QList<QRectF> lines;
    for (const Connection* connection : std::as_const(leaving))
        lines += piecesOf(toPointsF(design.routeOf(*connection)), toPage);
    const double scale = std::min(1.0, page.scale * kToBoard);
    QList<PagePointer> pointers;
    for (const Connection* connection : std::as_const(leaving)) {
        const bool outward = isOn(connection->source);
        QList<QPointF> way = toPointsF(design.routeOf(*connection));
        if (way.isEmpty())
            continue;
        if (!outward)
            std::ranges::reverse(way);
        const std::optional<QPointF> exit = exitOf(way, page.content);
        PagePointer pointer;
        pointer.to = outward ? connection->target : connection->source;
        const QString name = design.captionOf(pointer.to).simplified();
        const QString to = outward ? QCoreApplication::translate("Report", "to %1").arg(name)
                                   : QCoreApplication::translate("Report", "from %1").arg(name);
        const QString number = QCoreApplication::translate("Report", "p. %1").arg(numberOf(pointer.to));
        // The number is said however long the name is.
        pointer.text = fitLines(to, fonts::Role::Chip, kWidth, 0, 2);
        pointer.number = fitLine(number, fonts::Role::Chip, kWidth);
        pointer.scale = scale;
        const QSizeF size(std::max(pointer.text.width, pointer.number.width) * scale,
                          (pointer.text.height + pointer.number.height) * scale);
        const QList<QRectF> places =
            placesAt(toPage.map(exit.value_or(way.constLast())), toPage.mapRect(page.content), size);
        const auto clear = std::ranges::find_if(
            places, [&](const QRectF& place) { return isFree(place, taken) && isFree(place, lines); });
        const auto free =
            std::ranges::find_if(places, [&](const QRectF& place) { return isFree(place, taken); });
        // Over another line rather than far from its own.
        constexpr qsizetype kNear = 8;
        const bool isNear = clear != places.end() && clear - places.begin() < kNear;
        const auto chosen = isNear ? clear : free;
        if (chosen == places.end())
            continue;
        pointer.place = *chosen;
        taken.append(chosen->adjusted(-kAir, 0, kAir, 0));
        pointers.append(pointer);
    }
    return pointers;
}

void paintPointers(QPainter& painter, const QList<PagePointer>& pointers, const Theme& theme) {
    QColor plate = Qt::white; // the paper
    plate.setAlphaF(kPlate);
    for (const PagePointer& pointer : pointers) {
        painter.fillRect(pointer.place, plate);
        painter.save();
        painter.translate(pointer.place.topLeft());
        painter.scale(pointer.scale, pointer.scale);
        paintText(painter, {}, pointer.text, theme.muted);
        paintText(painter, {0, pointer.text.height}, pointer.number, theme.muted);
        painter.restore();
    }
}

} // namespace groundplan::report
