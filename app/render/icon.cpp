#include "app/render/icon.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QPen>
#include <QSvgRenderer>

#include <cmath>

namespace groundplan {

namespace {

constexpr double kSide = 24;

} // namespace

/// Receives what QtSvg paints and keeps the paths; so every element and path command that Qt reads is
/// understood.
class IconRecorder final : public QPaintEngine, public QPaintDevice {
public:
    explicit IconRecorder(Icon& icon)
        : QPaintEngine(QPaintEngine::AllFeatures)
        , icon_(icon) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return QPaintEngine::User; }
    QPaintEngine* paintEngine() const override { return const_cast<IconRecorder*>(this); }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}

    void updateState(const QPaintEngineState& now) override {
        if (now.state() & DirtyPen)
            pen_ = now.pen();
        if (now.state() & DirtyBrush)
            brush_ = now.brush();
        if (now.state() & DirtyTransform)
            transform_ = now.transform();
    }

    void drawPath(const QPainterPath& path) override {
        const QPainterPath mapped = transform_.map(path);
        if (brush_.style() != Qt::NoBrush)
            add(mapped, 0);
        if (pen_.style() != Qt::NoPen)
            add(mapped, pen_.widthF() * std::sqrt(std::abs(transform_.determinant())));
    }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        QPainterPath path;
        for (int i = 0; i < count; ++i)
            i == 0 ? path.moveTo(points[i]) : path.lineTo(points[i]);
        if (mode != PolylineMode)
            path.closeSubpath();
        const QBrush brush = std::exchange(brush_, mode == PolylineMode ? QBrush() : brush_);
        drawPath(path);
        brush_ = brush;
    }

protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
        case PdmWidth:
        case PdmHeight:
        case PdmWidthMM:
        case PdmHeightMM:
            return int(kSide);
        case PdmNumColors:
            return 1 << 24;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        default:
            return 72;
        }
    }

private:
    void add(const QPainterPath& path, double width) {
        // Pieces of one pen are painted as one path.
        if (!icon_.pieces_.isEmpty() && width > 0 && qFuzzyCompare(icon_.pieces_.last().width, width))
            icon_.pieces_.last().path.addPath(path);
        else
            icon_.pieces_.append({path, width});
    }

    Icon& icon_;
    QPen pen_{Qt::NoPen};
    QBrush brush_;
    QTransform transform_;
};

Icon Icon::load(const QString& svgPath) {
    QSvgRenderer svg;
    if (svgPath.isEmpty() || !svg.load(svgPath))
        return plain();
    Icon icon;
    IconRecorder recorder(icon);
    QPainter painter(&recorder);
    svg.render(&painter, QRectF(0, 0, kSide, kSide));
    painter.end();
    return icon.pieces_.isEmpty() ? plain() : icon;
}

Icon Icon::plain() {
    Icon icon;
    QPainterPath box;
    box.addRoundedRect(QRectF(4.5, 4.5, 15, 15), 3, 3);
    box.moveTo(4.5, 10);
    box.lineTo(19.5, 10);
    icon.pieces_.append({box, 1.75});
    return icon;
}

void Icon::paint(QPainter& painter, const QRectF& area, const QColor& colour) const {
    const QTransform before = painter.transform();
    painter.translate(area.topLeft());
    painter.scale(area.width() / kSide, area.height() / kSide);
    for (const Piece& piece : pieces_) {
        if (piece.width > 0)
            painter.strokePath(piece.path,
                               QPen(colour, piece.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        else
            painter.fillPath(piece.path, colour);
    }
    painter.setTransform(before);
}

} // namespace groundplan
