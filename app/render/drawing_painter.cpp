#include "app/render/look.h"
#include "app/render/marks.h"
#include "app/render/paint_context.h"
#include "app/render/route_shape.h"
#include "app/render/stroke_shape.h"
#include "app/render/vector_page.h"

#include <QGlyphRun>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace groundplan {

namespace {

constexpr float kHighlight = 0.35F;  ///< opacity of a highlighter
constexpr float kFill = 0.14F;       ///< opacity of a filled shape
constexpr double kShapeLine = 2;     ///< width of a shape's outline, points
constexpr double kCaptionInset = 10; ///< of a shape's caption from its outline
constexpr int kLeastShown = 2;       ///< device pixels; below that a picture is not worth decoding

QColor inkOf(const PaintContext& context, const FrontEntry& entry) {
    return entry.colour ? QColor::fromRgb(entry.colour) : context.theme.text;
}

void paintStroke(QPainter& painter, const Stroke& stroke, QColor ink, Point offset) {
    const StrokeShape shape = shapeOf(stroke, offset);
    if (stroke.tool == StrokeTool::Highlighter)
        ink.setAlphaF(kHighlight);
    if (shape.width > 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, shape.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(shape.line);
    }
    if (!shape.area.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPath(shape.area);
    }
}

/// From the cache of pictures; false when the stroke is too large to be kept. A stroke of 200 points takes
/// 0.8 ms to paint and 0.02 ms to copy.
bool paintStrokePicture(const PaintContext& context, const FrontEntry& entry, const QColor& ink,
                        Point offset) {
    constexpr double kScaleSteps = 4096; // as the faces of blocks
    const double scale = std::lround(context.scale * kScaleSteps) / kScaleSteps;
    const double reach = points(strokeReach(*entry.stroke)) + 1;
    const QRectF around = toRectF(entry.stroke->rect).adjusted(-reach, -reach, reach, reach);
    const double width = std::ceil(around.width() * scale) + 1;
    const double height = std::ceil(around.height() * scale) + 1;
    PaintCaches& caches = context.caches;
    if (width * height * 4 > double(caches.strokes.maxCost()) / 24)
        return false;
    const StrokeKey key{entry.stroke.get(), ink.rgb(), int(std::lround(scale * kScaleSteps))};
    const StrokePicture* picture = caches.strokes.object(key);
    if (!picture) {
        auto* made = new StrokePicture{entry.stroke,
                                       QImage(int(width), int(height), QImage::Format_ARGB32_Premultiplied)};
        made->image.fill(Qt::transparent);
        QPainter painter(&made->image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        painter.translate(-around.topLeft());
        paintStroke(painter, *entry.stroke, ink, {});
        painter.end();
        made->image.setDevicePixelRatio(context.ratio);
        caches.strokes.insert(key, made, made->image.sizeInBytes());
        picture = made;
    }
    QPainter& painter = context.painter;
    const QTransform board = painter.worldTransform();
    const QPointF at =
        context.toView.map(around.topLeft() + QPointF(points(offset.x), points(offset.y))) * context.ratio;
    painter.setWorldTransform(QTransform());
    painter.drawImage(QPointF(std::round(at.x()), std::round(at.y())) / context.ratio, picture->image);
    painter.setWorldTransform(board);
    return true;
}

void paintStroke(const PaintContext& context, const FrontEntry& entry, Point offset) {
    const QColor ink = inkOf(context, entry);
    if (!context.bitmaps || !paintStrokePicture(context, entry, ink, offset))
        paintStroke(context.painter, *entry.stroke, ink, offset);
}

/// Each line of a caption in the middle of all.
void paintLinesCentred(QPainter& painter, const FittedText& text, const QColor& ink) {
    FittedText one = text;
    for (const FittedText::Line& line : text.lines) {
        QRectF glyphs;
        for (const QGlyphRun& run : line.runs)
            glyphs |= run.boundingRect();
        one.lines = {line};
        paintText(painter, {(text.width - glyphs.left() - glyphs.right()) / 2, 0}, one, ink);
    }
}

/// Letters of any size are those of a role, laid out in a room as much smaller or larger and painted scaled.
void paintTextScaled(const PaintContext& context, const QRectF& room, const Shape& shape, const QColor& ink) {
    const double factor = points(shape.textSize) / textEm();
    const FittedText& text = context.caches.texts.paragraphs(shape.text, fonts::Role::CardText,
                                                             room.width() / factor, room.height() / factor);
    const bool centred = shape.kind != ShapeKind::Text;
    const double x =
        centred ? room.left() + std::max(0.0, room.width() - text.width * factor) / 2 : room.left();
    const double y =
        centred ? room.top() + std::max(0.0, room.height() - text.height * factor) / 2 : room.top();
    QPainter& painter = context.painter;
    const QTransform board = painter.worldTransform();
    painter.translate(context.snappedX(x), context.snappedY(y));
    painter.scale(factor, factor);
    if (centred && text.lines.size() > 1)
        paintLinesCentred(painter, text, ink);
    else
        paintText(painter, {}, text, ink);
    painter.setWorldTransform(board);
}

void paintShape(const PaintContext& context, const FrontEntry& entry, Point offset) {
    const Shape& shape = *entry.shape;
    const QRectF rect = toRectF(shape.rect.translated(offset));
    const QColor ink = inkOf(context, entry);
    QPainter& painter = context.painter;
    const bool typed = entry.id == context.typed;
    if (shape.kind == ShapeKind::Text) {
        if (!typed)
            paintTextScaled(context, rect, shape, ink);
        return;
    }
    QColor fill = ink;
    fill.setAlphaF(kFill);
    painter.setPen(QPen(ink, kShapeLine, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(shape.filled ? QBrush(fill) : QBrush(Qt::NoBrush));
    const QRectF line =
        context.snapped(rect).adjusted(kShapeLine / 2, kShapeLine / 2, -kShapeLine / 2, -kShapeLine / 2);
    if (shape.kind == ShapeKind::Ellipse)
        painter.drawEllipse(line);
    else
        painter.drawRoundedRect(line, look::kCardRadius / 2, look::kCardRadius / 2);
    if (!shape.text.isEmpty() && !typed)
        paintTextScaled(context, captionRoom(shape, rect), shape, ink);
}

/// For a picture whose bytes no reader of pictures understands: where it is, and of what.
void paintNoImage(const PaintContext& context, const QString& description, const QRectF& rect) {
    QPainter& painter = context.painter;
    painter.setPen(QPen(context.theme.muted, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(context.snapped(rect).adjusted(0.5, 0.5, -0.5, -0.5));
    const QRectF room = rect.adjusted(kCaptionInset, kCaptionInset, -kCaptionInset, -kCaptionInset);
    if (room.width() > kCaptionInset && room.height() > kCaptionInset) {
        paintText(
            painter, room.topLeft(),
            context.caches.texts.paragraphs(description, fonts::Role::CardText, room.width(), room.height()),
            context.theme.muted);
    }
}

void paintImage(const PaintContext& context, const FrontEntry& entry, Point offset) {
    const QRectF rect = toRectF(entry.image->rect.translated(offset));
    const QString& key = entry.image->asset;
    QPainter& painter = context.painter;
    if (VectorPage* page = vectorPageOf(painter)) {
        const QImage whole = context.caches.pictures.decoded(context.design.assets, key);
        if (whole.isNull())
            paintNoImage(context, entry.image->description, rect);
        else
            page->drawPicture(key, context.design.assets.bytes(key), whole, painter, rect);
        return;
    }
    const QRectF target = context.snapped(rect);
    const QSize pixels(int(std::lround(target.width() * context.scale)),
                       int(std::lround(target.height() * context.scale)));
    if (pixels.width() < kLeastShown || pixels.height() < kLeastShown) {
        painter.fillRect(target, context.theme.muted);
        return;
    }
    const QImage whole = context.caches.pictures.decoded(context.design.assets, key);
    if (whole.isNull()) {
        paintNoImage(context, entry.image->description, rect);
        return;
    }
    const bool smaller =
        context.bitmaps && pixels.width() < whole.width() && pixels.height() < whole.height();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target,
                      smaller ? context.caches.pictures.scaled(context.design.assets, key, pixels) : whole);
}

} // namespace

QRectF captionRoom(const Shape& shape, const QRectF& rect) {
    if (shape.kind == ShapeKind::Text)
        return rect;
    // Of an ellipse the rectangle within it.
    const double part = shape.kind == ShapeKind::Ellipse ? (1 - std::numbers::sqrt2 / 2) / 2 : 0;
    const double x = std::min(rect.width() * part + kCaptionInset, rect.width() / 2 - 1);
    const double y = std::min(rect.height() * part + kCaptionInset, rect.height() / 2 - 1);
    return rect.adjusted(x, y, -x, -y);
}

Size fittingShapeSize(const Shape& shape) {
    constexpr double kWide = 100'000;
    const double factor = points(shape.textSize) / textEm();
    TextCache texts;
    const FittedText& text = texts.paragraphs(shape.text, fonts::Role::CardText, kWide, kWide);
    // One letter of air: what a line needs to the last hundredth may be broken elsewhere.
    return {std::max(kMinSize, units(std::ceil(text.width * factor) + points(shape.textSize) / 2)),
            std::max(kMinSize, units(std::ceil(text.height * factor)))};
}

Size fittingShapeSize(const Shape& shape, Coord widest) {
    constexpr double kTall = 100'000, kStep = 1.1;
    const Size natural = fittingShapeSize(shape);
    const double factor = points(shape.textSize) / textEm();
    TextCache texts;
    for (double width = std::ceil(points(std::max(widest, shape.textSize))); units(width) < natural.w;
         width = std::ceil(width * kStep)) {
        const FittedText& text = texts.paragraphs(shape.text, fonts::Role::CardText, width / factor, kTall);
        if (!text.split && !text.cut)
            return {std::max(kMinSize, units(width)),
                    std::max(kMinSize, units(std::ceil(text.height * factor)))};
    }
    return natural;
}

double textEm() {
    return fonts::of(fonts::Role::CardText).pixelSize();
}

void paintDrawing(const PaintContext& context, const FrontEntry& entry, Point offset) {
    context.painter.setRenderHint(QPainter::Antialiasing);
    if (entry.stroke)
        paintStroke(context, entry, offset);
    else if (entry.shape)
        paintShape(context, entry, offset);
    else
        paintImage(context, entry, offset);
    if (entry.locked || entry.pinned) {
        const QRectF rect = toRectF(entry.rect().translated(offset));
        paintHeld(context.painter, rect, entry.locked, entry.pinned, context.theme, context.theme.canvas);
    }
}

} // namespace groundplan
