#include "app/canvas/text_places.h"

#include "app/render/block_layout.h"
#include "app/render/board_painter.h"
#include "app/render/fonts.h"
#include "app/render/frame_fill.h"
#include "app/render/look.h"
#include "app/render/route_shape.h"
#include "app/render/stroke_shape.h"
#include "app/render/text_layout.h"
#include "model/routing/label_place.h"

namespace groundplan {

namespace {

constexpr double kLeastLabel = 60; ///< points; room for a label that is still empty

EditableText of(const Block& block, const BoardIndex& index, const Theme& theme) {
    const QRectF rect = toRectF(block.rect);
    const BlockParts parts{block.ml, !block.technology.isEmpty(),
                           !index.attached(block.id).shownMetrics.isEmpty(), block.title};
    TextCache texts;
    const QRectF title = layoutBlock(rect.size(), parts, texts).title;
    return {block.title,
            {title.translated(rect.topLeft()), fonts::of(fonts::Role::BlockTitle), theme.card, theme.text,
             theme.accent, theme.onAccent}};
}

EditableText of(const Frame& frame, const Design& design, const Theme& theme) {
    const QRectF rect = toRectF(frame.rect);
    const double height = lineStep(fonts::Role::FrameTitle);
    const double middle = std::min(look::kFrameTitleBand, rect.height()) / 2;
    const QRectF title(rect.left() + look::kFramePadding + 16, rect.top() + middle - height / 2,
                       std::max(24.0, rect.width() - 2 * look::kFramePadding - 16), height);
    return {frame.title,
            {title, fonts::of(fonts::Role::FrameTitle), frameFillOf(theme, design, frame.id), theme.text,
             theme.accent, theme.onAccent}};
}

EditableText of(const Connection& connection, const Design& design, const Theme& theme) {
    QList<QPointF> corners;
    for (const Point corner : design.routeOf(connection))
        corners.append(toPointF(corner));
    const QSizeF pill(points(connection.labelSize.w), points(connection.labelSize.h));
    const QPointF middle = connection.label.isEmpty()
                               ? pointAlong(corners, lengthOf(corners) * connection.labelAt / 1000.0)
                               : placeLabel(corners, connection.labelAt, pill, connection.direction).center();
    const double width = std::max(kLeastLabel, pill.width());
    const QRectF label(middle.x() - width / 2, middle.y() - look::kLabelHeight / 2, width,
                       look::kLabelHeight);
    return {connection.label,
            {label, fonts::of(fonts::Role::Label), theme.canvas, theme.chipText, theme.accent, theme.onAccent,
             true}};
}

std::optional<EditableText> of(const Card& card, const Design& design, const Theme& theme) {
    const bool task = card.kind == CardKind::Task;
    if (!task && card.kind != CardKind::Text)
        return std::nullopt;
    const double heading = task ? lineStep(fonts::Role::CardHeading) + look::kCardGap : 0;
    const QRectF area = toRectF(card.rect).adjusted(look::kCardInsetX, look::kCardInsetY + heading,
                                                    -look::kCardInsetX, -look::kCardInsetY);
    return EditableText{task ? design.board.task : card.text,
                        {area, fonts::of(fonts::Role::CardText), theme.sticky, theme.stickyText, theme.accent,
                         theme.onAccent, false, true}};
}

EditableText of(const Shape& shape, const Theme& theme) {
    const QColor ink = shape.colour.isEmpty() ? theme.text : QColor(shape.colour);
    QFont font = fonts::of(fonts::Role::CardText);
    font.setPixelSize(std::max(1, qRound(points(shape.textSize))));
    const bool free = shape.kind == ShapeKind::Text;
    const QRectF room = captionRoom(shape, toRectF(shape.rect));
    const bool wrapped = free && !shape.text.isEmpty() && shape.rect.w < fittingShapeSize(shape).w;
    return {shape.text,
            {room, font, theme.canvas, ink, theme.accent, theme.onAccent, !free, true, free && !wrapped}};
}

} // namespace

std::optional<EditableText> editableTextOf(const Design& design, const BoardIndex& index, const Theme& theme,
                                           ElementId id) {
    if (const Block* block = design.blocks.find(id))
        return of(*block, index, theme);
    if (const Frame* frame = design.frames.find(id))
        return of(*frame, design, theme);
    if (const Connection* connection = design.connections.find(id))
        return of(*connection, design, theme);
    if (const Card* card = design.cards.find(id))
        return of(*card, design, theme);
    if (const Shape* shape = design.shapes.find(id))
        return of(*shape, theme);
    return std::nullopt;
}

} // namespace groundplan
