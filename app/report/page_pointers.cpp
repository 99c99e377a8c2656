#include "app/report/page_pointers.h"

#include "app/render/board_layers.h"
#include "app/render/route_shape.h"
#include "app/render/theme.h"
#include "app/report/edge_signs.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace groundplan::report {
namespace {

constexpr double kWidth = 92;  ///< of a line
constexpr double kBetween = 6; ///< a name and the number of the page
constexpr double kAir = 2;
constexpr double kToBoard = 1.2; ///< to the board's scale: letters of 12 where a block's title has 13
constexpr double kPlate = 0.85;
constexpr double kLeaderWidth = 0.75;
constexpr int kWidest = 888; ///< stands for the number of a page that is not known yet

using NumberOf = std::function<int(ElementId)>;

/// Where a line goes on beyond the page, or ends at something that the page does not show.
struct CutLine {
    const Connection* connection;
    ElementId to; ///< the end that it leads to from there
    bool outward;
    QPointF end; ///< where it leaves what the page shows, or ends in it; points of the board
    bool leaves;
    QPointF before; ///< the corner before that
};

/// Where a way crosses the edge of what the page shows.
struct Crossing {
    QPointF at;
    bool leaves;    ///< as it goes on; else it comes in
    QPointF before; ///< the corner within, or another place of the way there
};

/// Where a straight piece meets the edge, as it goes.
QList<QPointF> meetingsOf(const QLineF& piece, const QRectF& area) {
    const std::array sides{
        QLineF(area.topLeft(), area.topRight()), QLineF(area.topRight(), area.bottomRight()),
        QLineF(area.bottomRight(), area.bottomLeft()), QLineF(area.bottomLeft(), area.topLeft())};
    QList<QPointF> meetings;
    for (const QLineF& side : sides) {
        QPointF at;
        if (piece.intersects(side, &at) == QLineF::BoundedIntersection)
            meetings.append(at);
    }
    std::ranges::sort(meetings, {}, [&piece](QPointF at) { return QLineF(piece.p1(), at).length(); });
    return meetings;
}

QList<Crossing> crossingsOf(const QList<QPointF>& way, const QRectF& area) {
    QList<Crossing> crossings;
    std::optional<bool> inside;
    for (qsizetype i = 1; i < way.size(); ++i) {
        QPointF from = way[i - 1];
        QList<QPointF> stops = meetingsOf({way[i - 1], way[i]}, area);
        stops.append(way[i]);
        for (const QPointF to : std::as_const(stops)) {
            if (to == from)
                continue;
            const bool now = area.contains((from + to) / 2);
            if (inside && now != *inside)
                crossings.append({from, *inside,
                                  !*inside                      ? to
                                  : from == way[i - 1] && i > 1 ? way[i - 2]
                                                                : way[i - 1]});
            inside = now;
            from = to;
        }
    }
    return crossings;
}

Edge edgeOf(QPointF at, const QRectF& area) {
    const std::array distances{std::abs(at.x() - area.left()), std::abs(at.x() - area.right()),
                               std::abs(at.y() - area.top()), std::abs(at.y() - area.bottom())};
    return Edge(std::ranges::min_element(distances) - distances.begin());
}

QList<QRectF> piecesOf(const QList<QPointF>& way) {
    QList<QRectF> pieces;
    for (qsizetype i = 1; i < way.size(); ++i)
        pieces.append(QRectF(way[i - 1], way[i]).normalized().adjusted(-1, -1, 1, 1));
    return pieces;
}

bool isFree(const QRectF& place, const QList<QRectF>& taken) {
    return std::ranges::none_of(taken, [&place](const QRectF& each) { return each.intersects(place); });
}

/// Of one page; all in points of the board.
class Signs {
public:
    Signs(const Design& design, const DiagramPage& page, NumberOf numberOf, Numbered numbered)
        : design_(design)
        , page_(page)
        , numberOf_(std::move(numberOf))
        , numbered_(numbered) {
        for (const CutLine& line : cutLines()) {
            if (line.leaves)
                leaving_.append(line);
            else
                ending_.append(line);
        }
        addLeaving();
    }

    QMarginsF margins() const { return marginsOf(edges_, page_.content); }

    QList<PagePointer> all() {
        for (const CutLine& line : std::as_const(ending_))
            addEnding(line);
        return signs_;
    }

private:
    bool isOn(ElementId id) const {
        const std::optional<Rect> rect = design_.rectOf(id);
        return rect && page_.shown.contains(id) && page_.content.contains(toRectF(*rect));
    }

    QList<CutLine> cutLines() const {
        QList<CutLine> lines;
        for (const ElementId id : page_.shown) {
            const Connection* connection = design_.connections.find(id);
            const QList<QPointF> way =
                connection ? toPointsF(design_.routeOf(*connection)) : QList<QPointF>();
            if (way.isEmpty())
                continue;
            const bool hasSource = isOn(connection->source), hasTarget = isOn(connection->target);
            const auto add = [&](bool outward, QPointF end, bool leaves, QPointF before) {
                lines.append({connection, outward ? connection->target : connection->source, outward, end,
                              leaves, before});
            };
            for (const Crossing& each : crossingsOf(way, page_.content))
                add(each.leaves, each.at, true, each.before);
            if (!hasTarget && page_.content.contains(way.constLast()))
                add(true, way.constLast(), false, way.value(way.size() - 2, way.constLast()));
            if (!hasSource && page_.content.contains(way.constFirst()))
                add(false, way.constFirst(), false, way.value(1, way.constFirst()));
        }
        std::ranges::stable_sort(lines, {}, [](const CutLine& line) { return line.connection->id; });
        return lines;
    }

    PagePointer signOf(const CutLine& line) const {
        PagePointer sign;
        sign.to = line.to;
        const QString name = design_.captionOf(line.to).simplified();
        QString to = line.outward ? QCoreApplication::translate("Report", "to %1").arg(name)
                                  : QCoreApplication::translate("Report", "from %1").arg(name);
        // What stands beside the line where the page does not reach.
        const QString label = line.connection->label.simplified();
        const bool says = !label.isEmpty() && !showsLabel(design_, page_, *line.connection);
        if (says)
            to = QCoreApplication::translate("Report", "%1: %2", "to a block: a line's label").arg(to, label);
        const QString number = textOf(numbered_, numberOf_(line.to));
        // The number is said however long the name is.
        sign.text = fitLines(to, fonts::Role::Chip, kWidth, 0, says ? 3 : 2);
        sign.number = fitLine(number, fonts::Role::Chip, kWidth);
        sign.scale = kToBoard;
        sign.leaders.append({line.connection->id, {}});
        return sign;
    }

    static QSizeF sizeOf(const PagePointer& sign) {
        return QSizeF(sign.text.width + kBetween + sign.number.width,
                      std::max(sign.text.height, sign.number.height)) *
               sign.scale;
    }

    void addLeaving() {
        struct Leaving {
            const CutLine* line;
            Edge edge;
            double at;   ///< along the edge
            double from; ///< of those that cross at one place: where they come from
        };
        QList<Leaving> crossings;
        for (const CutLine& line : std::as_const(leaving_)) {
            const Edge edge = edgeOf(line.end, page_.content);
            const bool upright = edge == Edge::Left || edge == Edge::Right;
            crossings.append({&line, edge, upright ? line.end.y() : line.end.x(),
                              upright ? line.before.y() : line.before.x()});
        }
        std::ranges::stable_sort(
            crossings, {}, [](const Leaving& each) { return std::tuple(each.edge, each.at, each.from); });
        const CutLine* last = nullptr;
        for (const Leaving& crossing : std::as_const(crossings)) {
            const CutLine& line = *crossing.line;
            const PagePointer sign = signOf(line);
            const bool same =
                last && sign.text.shown() == signs_.constLast().text.shown() &&
                edges_.constLast().edge == crossing.edge && last->to == line.to &&
                last->outward == line.outward &&
                crossing.at - edges_.constLast().at.constLast() < edges_.constLast().size.height();
            last = &line;
            if (same) {
                edges_.last().at.append(crossing.at);
                signs_.last().leaders.append({line.connection->id, {}});
                continue;
            }
            signs_.append(sign);
            edges_.append({crossing.edge, {crossing.at}, sizeOf(signs_.constLast())});
        }
        placeSigns(edges_, page_.content);
        for (qsizetype i = 0; i < edges_.size(); ++i) {
            PagePointer& sign = signs_[i];
            sign.place = edges_[i].place;
            sign.scale *= edges_[i].scale;
            const QList<QPolygonF> ways = leadersOf(edges_[i], page_.content);
            for (qsizetype j = 0; j < ways.size(); ++j)
                sign.leaders[j].way = ways[j];
        }
    }

    void findTaken() {
        for (const CutTitle& title : cutTitles(design_, page_))
            taken_.append(title.place);
        for (const ElementId id : page_.shown) {
            if (const Connection* connection = design_.connections.find(id)) {
                const QList<QPointF> way = toPointsF(design_.routeOf(*connection));
                lines_ += piecesOf(way);
                const QRectF label = way.size() < 2 || connection->label.isEmpty()
                                         ? QRectF()
                                         : toRectF(labelRect(*connection, way));
                if (!label.isEmpty() && page_.content.contains(label))
                    taken_.append(label);
            } else if (!design_.frames.contains(id) && isOn(id)) {
                taken_.append(toRectF(*design_.rectOf(id)));
            }
        }
    }

    /// Beyond the end of the line, where what it leads to is missing, or as near to that as there is room.
    void addEnding(const CutLine& line) {
        if (taken_.isEmpty())
            findTaken();
        PagePointer sign = signOf(line);
        const QSizeF size = sizeOf(sign);
        const QPointF ahead = line.end - line.before;
        const bool across = std::abs(ahead.x()) >= std::abs(ahead.y());
        const double reach = kAir + (across ? size.width() : size.height()) / 2;
        const double side = std::copysign(reach, across ? ahead.x() : ahead.y());
        const QPointF wanted = line.end + (across ? QPointF(side, 0) : QPointF(0, side));
        constexpr int kTries = 12; // each way
        QList<QRectF> places;
        for (int column = -kTries; column <= kTries; ++column) {
            for (int row = -kTries; row <= kTries; ++row) {
                QRectF place(QPointF(), size);
                place.moveCenter(wanted + QPointF(column * size.width() / 4, row * size.height() / 2));
                if (page_.content.contains(place) && isFree(place, taken_))
                    places.append(place);
            }
        }
        std::ranges::stable_sort(
            places, {}, [wanted](const QRectF& place) { return QLineF(wanted, place.center()).length(); });
        const auto clear =
            std::ranges::find_if(places, [this](const QRectF& place) { return isFree(place, lines_); });
        // Rather over a line, and on a page that is full at its own end, than not at all.
        sign.place = clear != places.end() ? *clear : places.value(0, QRectF(line.end, size));
        taken_.append(sign.place.adjusted(-kAir, -kAir, kAir, kAir));
        signs_.append(sign);
    }

    const Design& design_;
    const DiagramPage& page_;
    const NumberOf numberOf_;
    const Numbered numbered_;
    QList<CutLine> leaving_, ending_;
    QList<EdgeSign> edges_;
    QList<PagePointer> signs_; ///< those of `edges_`, then the others
    QList<QRectF> taken_, lines_;
};

} // namespace

QString textOf(Numbered numbered, int number) {
    return (numbered == Numbered::Pages ? QCoreApplication::translate("Report", "p. %1")
                                        : QCoreApplication::translate("Report", "part %1"))
        .arg(number);
}

QList<PagePointer> pagePointers(const Design& design, const DiagramPage& page, const NumberOf& numberOf,
                                Numbered numbered) {
    const QTransform toPage = page.toPage();
    QList<PagePointer> pointers = Signs(design, page, numberOf, numbered).all();
    for (PagePointer& pointer : pointers) {
        pointer.place = toPage.mapRect(pointer.place);
        pointer.scale *= page.scale;
        for (PagePointer::Leader& leader : pointer.leaders)
            leader.way = toPage.map(leader.way);
    }
    return pointers;
}

QMarginsF pointerMargins(const Design& design, const DiagramPage& page, Numbered numbered) {
    return Signs(
               design, page, [](ElementId) { return kWidest; }, numbered)
        .margins();
}

void paintTitles(QPainter& painter, const QList<CutTitle>& titles, const Theme& theme) {
    for (const CutTitle& title : titles)
        paintText(painter, title.place.topLeft(), title.text, theme.muted);
}

void paintPointers(QPainter& painter, const QList<PagePointer>& pointers, const Design& design,
                   const Theme& theme) {
    QColor plate = Qt::white; // the paper
    plate.setAlphaF(kPlate);
    for (const PagePointer& pointer : pointers) {
        for (const PagePointer::Leader& leader : pointer.leaders) {
            painter.setPen(QPen(theme.of(design.connections.at(leader.connection).flow), kLeaderWidth,
                                Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
            painter.drawPolyline(leader.way);
        }
        if (pointer.leaders.constFirst().way.isEmpty())
            painter.fillRect(pointer.place, plate);
        painter.save();
        painter.translate(pointer.place.topLeft());
        painter.scale(pointer.scale, pointer.scale);
        paintText(painter, {}, pointer.text, theme.muted);
        paintText(painter, {pointer.text.width + kBetween, 0}, pointer.number, theme.muted);
        painter.restore();
    }
}

} // namespace groundplan::report
