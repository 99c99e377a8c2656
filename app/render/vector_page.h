#pragma once

#include "model/design/id.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QRectF>

#include <functional>
#include <memory>

class QPainterPath;
class QPen;
class QBrush;

namespace groundplan {

struct FittedText;

/// A page of vectors that a QPainter paints on (PDF, SVG). Lines and areas come through the painter; what
/// QPainter would take to pieces, and what only a file knows (which element is painted), the painters of the
/// board hand over whole: they ask vectorPageOf() and need not know which page it is.
class VectorPage : public QPaintDevice {
public:
    ~VectorPage() override;
    QPaintEngine* paintEngine() const override;

    /// A connection is painted in two parts: its label lies above what lies above its line.
    enum class Part { Frame, Connection, Front, Label };
    /// What is painted until endElement() belongs to that element; elements are not nested.
    virtual void beginElement(ElementId, Part) {}
    virtual void endElement() {}

    /// Whether texts must come with their glyphs (TextCache::keepGlyphs()).
    virtual bool wantsGlyphs() const { return true; }
    /// A fitted text in the painter's coordinates, which `transform` maps to points of the page.
    virtual void drawText(const QTransform& transform, QPointF topLeft, const FittedText& text,
                          const QColor& colour) = 0;

    /// Paints what `paint` paints around (0, 0) within `bounds`, at `at`. The same `key` paints the same, so
    /// that a page may write it once and refer to it.
    virtual void drawForm(const QByteArray& key, QPainter& painter, QPointF at, const QRectF& bounds,
                          const std::function<void(QPainter&)>& paint) = 0;

    /// Paints the icon that `paint` paints in a square of `side` at (0, 0), into `target`. The same `name`
    /// is the same icon; it is readable ("feature-store").
    virtual void drawIcon(const QByteArray& name, QPainter& painter, const QRectF& target, double side,
                          const std::function<void(QPainter&)>& paint);

    /// Paints a picture in `target`; `bytes` is the file it was read from, PNG or JPEG. A key that comes
    /// again is the same picture.
    virtual void drawPicture(const QString& key, const QByteArray& bytes, const QImage& image,
                             QPainter& painter, const QRectF& target) = 0;

protected:
    explicit VectorPage(QSizeF size); ///< points

    QSizeF size() const { return size_; }
    int metric(PaintDeviceMetric metric) const override;

    /// What QPainter paints: fills, strokes or both, as brush and pen say; `transform` maps it to points.
    virtual void paintPath(const QPainterPath& path, const QTransform& transform, const QPen& pen,
                           const QBrush& brush) = 0;
    virtual void paintRect(const QRectF& rect, const QTransform& transform, const QPen& pen,
                           const QBrush& brush);
    virtual void paintEllipse(const QRectF& rect, const QTransform& transform, const QPen& pen,
                              const QBrush& brush);

private:
    class Engine;
    QSizeF size_;
    std::unique_ptr<Engine> engine_;
};

/// The page that the painter paints on, if it is one.
VectorPage* vectorPageOf(const QPainter& painter);

} // namespace groundplan
