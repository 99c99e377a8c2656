#include "app/report/page_pointers.h"

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
constexpr double kBeyond = 26; ///< into the margin, beside which the paper may not be printed
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

/// Beside the line, where it reaches that edge of `area`: the nearest first.
QList<QRectF> placesAt(QPointF at, const QRectF& area, const QSizeF& size, const QSizeF& paper) {
    const double left = std::max(kAir, at.x() - kBeyond),
                 right = std::min(paper.width() - kAir, at.x() + kBeyond);
    const double above = at.y() - kAir - size.height(), below = at.y() + kAir;
    const std::array distances{std::abs(at.x() - area.left()), std::abs(at.x() - area.right()),
                               std::abs(at.y() - area.top()), std::abs(at.y() - area.bottom())};
    switch (std::ranges::min_element(distances) - distances.begin()) {
    case 0:
        return {{{left, above}, size}, {{left, below}, size}};
    case 1:
        return {{{right - size.width(), above}, size}, {{right - size.width(), below}, size}};
    case 2:
        return {{{at.x() + kAir, at.y()}, size}, {{at.x() - kAir - size.width(), at.y()}, size}};
    default:
        return {{{at.x() + kAir, above}, size}, {{at.x() - kAir - size.width(), above}, size}};
    }
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
        } else if (!design.frames.contains(id) && isOn(id)) {
            taken.append(toPage.mapRect(toRectF(*design.rectOf(id))));
        }
    }
    std::ranges::sort(leaving, {}, [](const Connection* connection) { return connection->id; });
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
        const QSizeF size(std::max(pointer.text.width, pointer.number.width),
                          pointer.text.height + pointer.number.height);
        for (const QRectF& place : placesAt(toPage.map(exit.value_or(way.constLast())),
                                            toPage.mapRect(page.content), size, page.paper)) {
            if (std::ranges::any_of(taken, [&place](const QRectF& each) { return each.intersects(place); }))
                continue;
            pointer.place = place;
            taken.append(place.adjusted(-kAir, -kAir, kAir, kAir));
            pointers.append(pointer);
            break;
        }
    }
    return pointers;
}

void paintPointers(QPainter& painter, const QList<PagePointer>& pointers, const Theme& theme) {
    QColor plate = Qt::white; // the paper
    plate.setAlphaF(kPlate);
    for (const PagePointer& pointer : pointers) {
        painter.fillRect(pointer.place, plate);
        paintText(painter, pointer.place.topLeft(), pointer.text, theme.muted);
        paintText(painter, pointer.place.topLeft() + QPointF(0, pointer.text.height), pointer.number,
                  theme.muted);
    }
}

} // namespace groundplan::report
