#pragma once

#include "app/render/board_index.h"
#include "app/render/board_layers.h"
#include "app/render/board_painter.h"
#include "app/render/icon.h"
#include "app/render/jumps.h"
#include "app/render/level_of_detail.h"
#include "app/render/picture.h"
#include "app/render/route_shape.h"
#include "app/render/text_layout.h"
#include "app/render/theme.h"

#include <QCache>
#include <QHash>
#include <QImage>

namespace groundplan {

/// How a kind looks, resolved once.
struct KindLook {
    Theme::GroupColours colours;
    Icon icon;
};

/// Pictures of cards without their texts, by what they show and their size in device pixels.
struct FaceKey {
    int width = 0, height = 0;                  ///< device pixels
    int look = 0;                               ///< number in PaintCaches::looks
    QRgb own = 0;                               ///< the block's own colour
    int scale = 0;                              ///< in 1/4096 device pixels a point
    int tileTop = 0, pillTop = 0, pillLeft = 0; ///< units
    bool small = true;                          ///< with the pill, not its dot
    bool shadow = false;
    friend bool operator==(const FaceKey&, const FaceKey&) = default;
    friend size_t qHash(const FaceKey& key, size_t seed = 0) noexcept {
        return qHashMulti(seed, key.width, key.height, key.look, key.own, key.scale, key.tileTop, key.pillTop,
                          key.pillLeft, key.small, key.shadow);
    }
};

/// Pictures of strokes. A stroke that changes is another row, and the picture holds its row, so that no other
/// one comes to lie at its address.
struct StrokeKey {
    const Stroke* stroke = nullptr;
    QRgb ink = 0;
    int scale = 0; ///< in 1/4096 device pixels a point
    friend bool operator==(const StrokeKey&, const StrokeKey&) = default;
    friend size_t qHash(const StrokeKey& key, size_t seed = 0) noexcept {
        return qHashMulti(seed, key.stroke, key.ink, key.scale);
    }
};
struct StrokePicture {
    std::shared_ptr<const Stroke> row;
    QImage image;
};

/// What the painter keeps from one picture to the next; everything in it belongs to one theme.
struct PaintCaches {
    PaintCaches();
    int lookNumber(const Catalogue& catalogue, const Theme& theme, const QString& kind);
    /// Of blocks that have this colour.
    const Theme::GroupColours& ownColours(const Theme& theme, QRgb own);

    std::vector<KindLook> looks;
    QHash<QString, int> lookNumbers;
    QHash<QRgb, Theme::GroupColours> owns;
    TextCache texts;
    QCache<FaceKey, QImage> faces;            ///< cost in bytes
    QCache<StrokeKey, StrokePicture> strokes; ///< likewise
    PictureCache pictures;
};

/// What every part of the painter needs while one picture is painted.
struct PaintContext {
    QPainter& painter;
    const Theme& theme;
    const Catalogue& catalogue;
    const Design& design;
    const BoardIndex& index;
    PaintCaches& caches;
    Detail detail;
    bool bitmaps = false; ///< faces may come from the cache
    bool shadows = false;
    QTransform toView{};                  ///< board points to the painter's untransformed coordinates
    double ratio = 1;                     ///< device pixels in one of those
    double scale = 1;                     ///< device pixels a point
    ElementId typed{};                    ///< shown without its text
    const Crossings* crossings = nullptr; ///< of the lines in the picture
    std::vector<int> lookOfKind{};        ///< number in caches.looks by BoardLayers::kinds number

    /// Moved to where its edge falls on a device pixel; only for bitmaps.
    double snappedX(double x) const;
    double snappedY(double y) const;
    /// Rectangle with all edges on device pixels.
    QRectF snapped(const QRectF& r) const;
};

/// Under a lens a lit frame is painted in two parts: what may be veiled, and what stays above the veil.
enum class FramePart { All, Ground, Rest };
void paintFrame(const PaintContext& context, const FrameEntry& entry, Point offset,
                FramePart part = FramePart::All);
/// The line, its heads and chevrons; `route` is a previewed one.
void paintConnection(const PaintContext& context, const ConnectionEntry& entry, Point offset,
                     const QList<Point>* route);
/// The label's pill and the marks of a connection: above blocks, so that they are always read.
void paintConnectionLabel(const PaintContext& context, const ConnectionEntry& entry, Point offset,
                          const QList<Point>* route);
void paintFront(const PaintContext& context, const FrontEntry& entry, Point offset);
void paintBlock(const PaintContext& context, const FrontEntry& entry, Point offset);
void paintCard(const PaintContext& context, const FrontEntry& entry, Point offset);
/// A stroke, shape or image.
void paintDrawing(const PaintContext& context, const FrontEntry& entry, Point offset);

/// Line, heads and chevrons along corners (points); chevrons keep off `label`; `jumps` as roundedPath() takes
/// them.
void paintLine(QPainter& painter, const QList<QPointF>& corners, Flow flow, Direction direction,
               const QColor& colour, const QRectF& label = {}, const QList<Jump>& jumps = {});

/// Stands for a line of text that would be too small to be read; `room` is the line's.
void paintBar(QPainter& painter, const QRectF& room, const QColor& colour);

/// White card with hairline, and its soft shadow below.
void paintCardShape(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& border);
void paintShadow(QPainter& painter, const QRectF& rect, double radius, const QColor& colour);

} // namespace groundplan
