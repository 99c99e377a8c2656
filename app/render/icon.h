#pragma once

#include <QColor>
#include <QList>
#include <QPainterPath>
#include <QRectF>
#include <QString>

class QPainter;

namespace groundplan {

/// A line icon as paths: read once from an SVG file of 24x24 whose strokes are `currentColor`, then painted
/// in any colour and size, as vectors.
class Icon {
public:
    /// The icon in that file; the plain one (a box) when it cannot be read or holds nothing.
    static Icon load(const QString& svgPath);
    static Icon plain();

    void paint(QPainter& painter, const QRectF& area, const QColor& colour) const;

private:
    struct Piece {
        QPainterPath path;
        double width = 0; ///< of the stroke; 0: filled
    };
    friend class IconRecorder;
    QList<Piece> pieces_;
};

} // namespace groundplan
