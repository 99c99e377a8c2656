#include "app/canvas/text_places.h"

#include "app/render/block_layout.h"
#include "app/render/board_painter.h"
#include "app/render/fonts.h"
#include "app/render/frame_fill.h"
#include "app/render/look.h"
#include "app/render/route_shape.h"
#include "app/render/stroke_shape.h"
#include "app/render/text_layout.h"
#include "model/design/shown_technology.h"
#include "model/routing/label_place.h"

namespace groundplan {

namespace {

constexpr double kLeastLabel = 60; ///< points; room for a label that is still empty

TextPlace placeOf(const QRectF& area, fonts::Role role, const QColor& background, const QColor& colour,
                  const Theme& theme) {
    return {area, fonts::of(role), lineStep(role), background, colour, theme.accent, theme.onAccent};
}

EditableText of(const Block& block, const BoardIndex& index, const Theme& theme, const QString& typed) {
    const QRectF rect = toRectF(block.rect);
    const BlockParts parts{block.ml, showsTechnology(block), !index.attached(block.id).shownMetrics.isEmpty(),
                           typed};
    TextCache texts;
    const BlockLayout layout = layoutBlock(rect.size(), parts, texts);
    QRectF title = layout.title;
    // The pill beside the first line stays in sight where that takes no line more.
    const double beside = title.width() - layout.titleSpared;
    const auto& narrow = texts.lines(typed, fonts::Role::BlockTitle, beside, 0, kMostTitleLines + 1);
    if (int(narrow.lines.size()) <= layout.titleLines)
        title.setWidth(beside);
    return {block.title, placeOf(title.translated(rect.topLeft()), fonts::Role::BlockTitle, theme.card,
                                 theme.text, theme)};
}

EditableText of(const Frame& frame, const Design& design, const Theme& theme) {
    const QRectF rect = toRectF(frame.rect);
    const double height = lineStep(fonts::Role::FrameTitle);
    const double middle = std::min(look::kFrameTitleBand, rect.height()) / 2;
    const QRectF title(rect.left() + look::kFramePadding + 16, rect.top() + middle - height / 2,
                       std::max(24.0, rect.width() - 2 * look::kFramePadding - 16), height);
    EditableText text{frame.title, placeOf(title, fonts::Role::FrameTitle,
                                           frameFillOf(theme, design, frame.id), theme.text, theme)};
    text.place.widens = true;
    return text;
}

EditableText of(const Connection& connection, const Design& design, const Theme& theme) {
    const QList<QPointF> corners = toPointsF(design.routeOf(connection));
    const QSizeF pill(points(connection.labelSize.w), points(connection.labelSize.h));
    const QPointF middle = connection.label.isEmpty()
                               ? pointAlong(corners, lengthOf(corners) * connection.labelAt / 1000.0)
                               : placeLabel(corners, connection.labelAt, pill, connection.direction).center();
    const double width = std::max(kLeastLabel, pill.width());
    const QRectF label(middle.x() - width / 2, middle.y() - look::kLabelHeight / 2, width,
                       look::kLabelHeight);
    EditableText text{connection.label,
                      placeOf(label, fonts::Role::Label, theme.canvas, theme.chipText, theme)};
    text.place.centred = true;
    text.place.widens = true;
    return text;
}

std::optional<EditableText> of(const Card& card, const Design& design, const Theme& theme) {
    const bool task = card.kind == CardKind::Task;
    if (!task && card.kind != CardKind::Text)
        return std::nullopt;
    const double heading = task ? lineStep(fonts::Role::CardHeading) + look::kCardGap : 0;
    const QRectF area = toRectF(card.rect).adjusted(look::kCardInsetX, look::kCardInsetY + heading,
                                                    -look::kCardInsetX, -look::kCardInsetY);
    EditableText text{task ? design.board.task : card.text,
                      placeOf(area, fonts::Role::CardText, theme.sticky, theme.stickyText, theme)};
    text.place.manyLines = true;
    if (task)
        text.place.area.setHeight(text.place.lineHeight); // the requirements below stay in sight
    return text;
}

EditableText of(const Shape& shape, const Theme& theme) {
    const QColor ink = shape.colour.isEmpty() ? theme.text : QColor(shape.colour);
    const bool free = shape.kind == ShapeKind::Text;
    const QRectF room = captionRoom(shape, toRectF(shape.rect));
    const bool wrapped = free && !shape.text.isEmpty() && shape.rect.w < fittingShapeSize(shape).w;
    EditableText text{shape.text, placeOf(room, fonts::Role::CardText, theme.canvas, ink, theme)};
    text.place.background.setAlpha(0); // it lies on whatever the shape lies on
    text.place.font.setPixelSize(std::max(1, qRound(points(shape.textSize))));
    text.place.lineHeight *= points(shape.textSize) / textEm();
    text.place.centred = !free;
    text.place.manyLines = true;
    text.place.widens = free && !wrapped;
    return text;
}

} // namespace

std::optional<EditableText> editableTextOf(const Design& design, const BoardIndex& index, const Theme& theme,
                                           ElementId id, const std::optional<QString>& typed) {
    if (const Block* block = design.blocks.find(id))
        return of(*block, index, theme, typed.value_or(block->title));
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
