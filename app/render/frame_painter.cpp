#include "app/render/frame_fill.h"
#include "app/render/look.h"
#include "app/render/marks.h"
#include "app/render/paint_context.h"
#include "app/render/route_shape.h"

#include <QPainter>

namespace groundplan {

void paintFrame(const PaintContext& context, const FrameEntry& entry, Point offset, FramePart part) {
    const Frame& frame = *entry.frame;
    const Theme& theme = context.theme;
    QPainter& painter = context.painter;
    const QColor& fill = frameFillOf(theme, context.design, entry.id);
    const QRectF rect = context.snapped(toRectF(frame.rect.translated(offset)));
    painter.setPen(QPen(theme.frameBorder, 1));
    painter.setBrush(part == FramePart::Rest ? QBrush(Qt::NoBrush) : QBrush(fill));
    const double r = std::min({look::kFrameRadius, rect.width() / 2, rect.height() / 2});
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), r, r);
    if (part == FramePart::Ground)
        return;

    const double middle = rect.top() + std::min(look::kFrameTitleBand, rect.height()) / 2;
    double left = rect.left() + look::kFramePadding;
    double right = rect.right() - look::kFramePadding;
    if (right - left < 12)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(entry.colour ? readableOn(QColor::fromRgb(entry.colour), fill, 3) : theme.muted);
    painter.drawRoundedRect(QRectF(left, middle - 4, 8, 8), 2, 2);
    left += 16;
    // The title is whole before its remark has room.
    const FittedText title =
        context.caches.texts.line(frame.title, fonts::Role::FrameTitle, std::max(0.0, right - left));
    if (entry.id != context.typed)
        paintText(painter, {left, middle - title.height / 2}, title, theme.muted);
    constexpr double kGap = 12, kLeastRemark = 28;
    const double rest = right - left - (title.isEmpty() ? 0 : title.width + kGap);
    if (!frame.remark.isEmpty() && context.detail.technology && rest >= kLeastRemark) {
        const FittedText& remark = context.caches.texts.line(frame.remark, fonts::Role::Remark, rest);
        paintText(painter, {right - remark.width, middle - remark.height / 2}, remark, theme.muted);
    }

    const Marks marks = marksOf(context.design, context.index.attached(entry.id));
    for (int i = 0; i < int(marks.size()); ++i)
        paintMark(painter, markCentre(rect, i), marks[i], theme, fill, context.detail.small);
    paintHeld(painter, rect, entry.locked, entry.pinned, theme, fill);
}

} // namespace groundplan
