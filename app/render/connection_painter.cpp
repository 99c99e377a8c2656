#include "app/render/flow_style.h"
#include "app/render/look.h"
#include "app/render/marks.h"
#include "app/render/paint_context.h"
#include "app/render/route_shape.h"

#include <QLineF>
#include <QPainter>

#include <cmath>

namespace groundplan {

namespace {

void paintHead(QPainter& painter, QPointF tip, QPointF from, double scale, const QColor& colour) {
    const QPointF way = tip - from;
    const double length = std::hypot(way.x(), way.y());
    if (length <= 0)
        return;
    const QPointF along = way / length * (look::kHeadLength * scale);
    const QPointF across = QPointF(-way.y(), way.x()) / length * (look::kHeadHalf * scale);
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

/// Where the chevrons sit: in the middle of the longest straight piece.
std::pair<QPointF, QPointF> longestPiece(const QList<QPointF>& corners) {
    double longest = 0;
    std::pair<QPointF, QPointF> found;
    for (qsizetype i = 1; i < corners.size(); ++i) {
        const double length = QLineF(corners[i - 1], corners[i]).length();
        if (length > longest + 0.01) {
            longest = length;
            found = {corners[i - 1], corners[i]};
        }
    }
    return found;
}

} // namespace

void paintLine(QPainter& painter, const QList<QPointF>& corners, Flow flow, Direction direction,
               const QColor& colour) {
    const double length = lengthOf(corners);
    if (corners.size() < 2 || length < 0.5)
        return;
    const FlowStyle& style = styleOf(flow);
    // On a very short line heads shrink rather than overlap.
    const int heads = direction == Direction::Both ? 2 : direction == Direction::Forward ? 1 : 0;
    const double headScale =
        heads ? std::min(style.headScale, length * 0.8 / (heads * look::kHeadLength)) : 1;
    const double cut = look::kHeadLength * headScale - 1;
    const QList<QPointF> line = shortened(corners, direction == Direction::Both ? cut : 0, heads ? cut : 0);
    painter.setBrush(Qt::NoBrush);
    if (line.size() > 1) {
        painter.setPen(penOf(flow, colour));
        painter.drawPath(roundedPath(line, look::kLineRadius));
    }
    // A head points the way its last piece goes; that piece may be shorter than the head.
    if (heads)
        paintHead(painter, corners.back(), pointAlong(corners, length - look::kHeadLength * headScale),
                  headScale, colour);
    if (heads == 2)
        paintHead(painter, corners.front(), pointAlong(corners, look::kHeadLength * headScale), headScale,
                  colour);
    if (style.chevrons && direction != Direction::None) {
        const auto [from, to] = longestPiece(corners);
        const double piece = QLineF(from, to).length();
        if (piece > 24)
            paintChevrons(painter, from + (to - from) * 0.5 - (to - from) / piece * 3, (to - from) / piece,
                          colour);
    }
}

void paintConnection(const PaintContext& context, const ConnectionEntry& entry, Point offset,
                     const QList<Point>* route) {
    const Connection& connection = *entry.connection;
    QList<QPointF> corners;
    if (route) {
        for (Point corner : *route)
            corners.append(toPointF(corner));
    } else {
        corners = cornersOf(entry);
        for (QPointF& corner : corners)
            corner += toPointF(offset);
    }
    if (corners.size() < 2)
        return;
    QPainter& painter = context.painter;
    const Theme& theme = context.theme;
    paintLine(painter, corners, connection.flow, connection.direction, theme.of(connection.flow));

    QRectF label;
    const QPointF middle = pointAlong(corners, lengthOf(corners) * connection.labelAt / 1000.0);
    if (!connection.label.isEmpty()) {
        const QSizeF size = toRectF(entry.label).size();
        label = QRectF(middle - QPointF(size.width(), size.height()) / 2, size);
        painter.setPen(QPen(theme.cardBorder, 1));
        painter.setBrush(theme.canvas);
        painter.drawRoundedRect(label.adjusted(0.5, 0.5, -0.5, -0.5), label.height() / 2, label.height() / 2);
        if (context.detail.small) {
            const FittedText& text = context.caches.texts.line(connection.label, fonts::Role::Label,
                                                               label.width() - 2 * look::kLabelPadding + 1);
            paintText(painter, label.center() - QPointF(text.width, text.height) / 2, text, theme.chipText);
        }
    }
    const Marks marks = marksOf(context.design, context.index.attached(entry.id));
    for (int i = 0; i < int(marks.size()); ++i)
        paintMark(painter, markCentreOnLine(label, middle, i), marks[i], theme, theme.canvas);
}

Size measureLabel(const QString& label) {
    if (label.isEmpty())
        return {};
    const FittedText text = fitLine(label, fonts::Role::Label, look::kLabelMost - 2 * look::kLabelPadding);
    const double width = std::ceil(std::max(text.width + 2 * look::kLabelPadding, look::kLabelHeight));
    return {units(width), units(look::kLabelHeight)};
}

} // namespace groundplan
