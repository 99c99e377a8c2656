#include "app/render/flow_style.h"
#include "app/render/look.h"
#include "app/render/marks.h"
#include "app/render/paint_context.h"
#include "app/render/route_shape.h"
#include "model/routing/label_place.h"

#include <QLineF>
#include <QPainter>

#include <cmath>

namespace groundplan {

namespace {

void paintHead(QPainter& painter, QPointF tip, QPointF from, double size, const QColor& colour) {
    const QPointF way = tip - from;
    const double length = std::hypot(way.x(), way.y());
    if (length <= 0)
        return;
    const QPointF along = way / length * size;
    const QPointF across = QPointF(-way.y(), way.x()) / length * (size * look::kHeadHalf / look::kHeadLength);
    const QPointF corners[] = {tip, tip - along + across, tip - along - across};
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(corners, 3);
}

/// ">>" across the line at `at`, pointing along `way` (length 1).
void paintChevrons(QPainter& painter, QPointF at, QPointF way, const QColor& colour) {
    const QPointF across(-way.y(), way.x());
    QPainterPath path;
    for (const double shift : {-4.0, 2.0}) {
        const QPointF tip = at + way * (shift + 2.0);
        path.moveTo(tip - way * 4.0 + across * 4.2);
        path.lineTo(tip);
        path.lineTo(tip - way * 4.0 - across * 4.2);
    }
    painter.strokePath(path, QPen(colour, look::kLineWidth, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
}

/// Chevrons sit in the middle of the longest straight piece; where a label lies, between it and the piece's
/// start.
void paintChevrons(QPainter& painter, const QList<QPointF>& corners, const QRectF& avoid,
                   const QColor& colour) {
    double longest = 0;
    QPointF from, to;
    for (qsizetype i = 1; i < corners.size(); ++i) {
        const double length = QLineF(corners[i - 1], corners[i]).length();
        if (length > longest + 0.01) {
            longest = length;
            from = corners[i - 1];
            to = corners[i];
        }
    }
    constexpr double kLength = 10, kHead = look::kHeadLength;
    if (longest < kLength + 2 * kHead)
        return;
    const QPointF way = (to - from) / longest;
    for (const double part : {0.5, 0.25, 0.75}) {
        const QPointF at = from + way * (longest * part - (part == 0.5 && longest < 60 ? kHead / 2 - 1 : 0));
        if (!avoid.adjusted(-kLength, -kLength, kLength, kLength).contains(at)) {
            paintChevrons(painter, at, way, colour);
            return;
        }
    }
}

/// Bows are drawn whole: of one that dashes run through there would be too little to see. The dashes begin
/// anew behind each, so that the whole line is two paths, however many it crosses.
void strokeLine(QPainter& painter, const QList<QPointF>& line, const QPen& pen, const QList<Jump>& jumps) {
    if (jumps.isEmpty() || pen.style() == Qt::SolidLine) {
        painter.strokePath(roundedPath(line, look::kLineRadius, jumps), pen);
        return;
    }
    QPainterPath between, bows;
    bool bow = false;
    for (const QPainterPath& piece : roundedPieces(line, look::kLineRadius, jumps)) {
        (bow ? bows : between).addPath(piece);
        bow = !bow;
    }
    painter.strokePath(between, pen);
    QPen whole = pen;
    whole.setStyle(Qt::SolidLine);
    painter.strokePath(bows, whole);
}

} // namespace

void paintLine(QPainter& painter, const QList<QPointF>& corners, Flow flow, Direction direction,
               const QColor& colour, const QRectF& label, const QList<Jump>& jumps) {
    const double length = lengthOf(corners);
    if (corners.size() < 2 || length < 0.5)
        return;
    const LineLook drawn = lineLookOf(flow, direction, length);
    const auto cut = [](double head) { return std::max(0.0, head - 1); };
    const QList<QPointF> line = shortened(corners, cut(drawn.startHead), cut(drawn.endHead));
    if (line.size() > 1)
        strokeLine(painter, line, penOf(flow, colour), jumps);
    // A head points the way its last piece goes; that piece may be shorter than the head.
    if (drawn.endHead > 0)
        paintHead(painter, corners.back(), pointAlong(corners, length - drawn.endHead), drawn.endHead,
                  colour);
    if (drawn.startHead > 0)
        paintHead(painter, corners.front(), pointAlong(corners, drawn.startHead), drawn.startHead, colour);
    if (styleOf(flow).chevrons && direction != Direction::None)
        paintChevrons(painter, corners, label, colour);
}

namespace {

QList<QPointF> cornersOf(const ConnectionEntry& entry, Point offset, const QList<Point>* route) {
    return route ? toPointsF(*route) : toPointsF(entry.connection->route, entry.origin + offset);
}

/// The pill's place; along a previewed route it is found anew.
QRectF labelOf(const ConnectionEntry& entry, Point offset, const QList<Point>* route,
               const QList<QPointF>& corners) {
    if (!route)
        return toRectF(entry.label.translated(offset));
    return placeLabel(corners, entry.connection->labelAt, toRectF(entry.label).size(),
                      entry.connection->direction);
}

} // namespace

void paintConnection(const PaintContext& context, const ConnectionEntry& entry, Point offset,
                     const QList<Point>* route) {
    const QList<QPointF> corners = cornersOf(entry, offset, route);
    if (corners.size() < 2)
        return;
    const Connection& connection = *entry.connection;
    QList<Jump> jumps;
    if (context.crossings)
        jumps = context.crossings->jumpsOf(
            entry.id, corners, lineLookOf(connection.flow, connection.direction, lengthOf(corners)));
    paintLine(context.painter, corners, connection.flow, connection.direction,
              context.theme.of(connection.flow), labelOf(entry, offset, route, corners), jumps);
}

void paintConnectionLabel(const PaintContext& context, const ConnectionEntry& entry, Point offset,
                          const QList<Point>* route) {
    const Connection& connection = *entry.connection;
    const BoardIndex::Attached& attached = context.index.attached(entry.id);
    if (entry.label.isEmpty() && attached.notes.isEmpty() && attached.decisions.isEmpty())
        return;
    const QList<QPointF> corners = cornersOf(entry, offset, route);
    if (corners.size() < 2)
        return;
    QPainter& painter = context.painter;
    const Theme& theme = context.theme;
    const QRectF label = labelOf(entry, offset, route, corners);
    if (!label.isEmpty() && entry.id != context.typed) {
        painter.setPen(QPen(theme.cardBorder, 1));
        painter.setBrush(theme.canvas);
        painter.drawRoundedRect(label.adjusted(0.5, 0.5, -0.5, -0.5), label.height() / 2, label.height() / 2);
        const double inset = look::kLabelPadding;
        if (context.detail.small) {
            const FittedText& text = context.caches.texts.line(connection.label, fonts::Role::Label,
                                                               label.width() - 2 * inset + 1);
            paintText(painter, label.center() - QPointF(text.width, text.height) / 2, text, theme.chipText);
        } else {
            paintBar(painter, label.adjusted(inset, 0, -inset, 0), theme.chipText);
        }
    }
    const QPointF middle = pointAlong(corners, lengthOf(corners) * connection.labelAt / 1000.0);
    const Marks marks = marksOf(context.design, attached);
    for (int i = 0; i < int(marks.size()); ++i)
        paintMark(painter, markCentreOnLine(label, middle, i), marks[i], theme, theme.canvas,
                  context.detail.small);
}

Size measureLabel(const QString& label) {
    if (label.trimmed().isEmpty())
        return {};
    const FittedText text = fitLine(label, fonts::Role::Label, look::kLabelMost - 2 * look::kLabelPadding);
    const double width = std::ceil(std::max(text.width + 2 * look::kLabelPadding, look::kLabelHeight));
    return {units(width), units(look::kLabelHeight)};
}

} // namespace groundplan
