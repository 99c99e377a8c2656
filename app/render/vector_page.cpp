#include "app/render/vector_page.h"

#include <QBrush>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

#include <cmath>

namespace groundplan {

/// What QPainter calls. Texts and pictures do not come here: the painters of the board hand them to the page
/// as a whole.
class VectorPage::Engine final : public QPaintEngine {
public:
    explicit Engine(VectorPage& page)
        : QPaintEngine(QPaintEngine::AllFeatures)
        , page_(page) {}

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return QPaintEngine::User; }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}

    void updateState(const QPaintEngineState& now) override {
        if (now.state() & DirtyPen)
            pen_ = now.pen();
        if (now.state() & DirtyBrush)
            brush_ = now.brush();
        if (now.state() & DirtyTransform)
            transform_ = now.transform();
    }

    void drawPath(const QPainterPath& path) override { page_.paintPath(path, transform_, pen_, brush_); }

    void drawRects(const QRectF* rects, int count) override {
        for (int i = 0; i < count; ++i)
            page_.paintRect(rects[i], transform_, pen_, brush_);
    }

    void drawEllipse(const QRectF& rect) override { page_.paintEllipse(rect, transform_, pen_, brush_); }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        if (count < 2)
            return;
        QPainterPath path(points[0]);
        for (int i = 1; i < count; ++i)
            path.lineTo(points[i]);
        if (mode != PolylineMode)
            path.closeSubpath();
        path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
        page_.paintPath(path, transform_, pen_, mode == PolylineMode ? QBrush() : brush_);
    }

private:
    VectorPage& page_;
    QPen pen_{Qt::NoPen};
    QBrush brush_;
    QTransform transform_;
};

VectorPage::VectorPage(QSizeF size)
    : size_(size)
    , engine_(std::make_unique<Engine>(*this)) {}

VectorPage::~VectorPage() = default;

VectorPage* vectorPageOf(const QPainter& painter) {
    // Asking the type first keeps the cast away from every text on the screen.
    const QPaintEngine* engine = painter.paintEngine();
    return engine && engine->type() == QPaintEngine::User ? dynamic_cast<VectorPage*>(painter.device())
                                                          : nullptr;
}

QPaintEngine* VectorPage::paintEngine() const {
    return engine_.get();
}

int VectorPage::metric(PaintDeviceMetric metric) const {
    switch (metric) {
    case PdmWidth:
        return int(std::ceil(size_.width()));
    case PdmHeight:
        return int(std::ceil(size_.height()));
    case PdmWidthMM:
        return int(std::ceil(size_.width() * 25.4 / 72));
    case PdmHeightMM:
        return int(std::ceil(size_.height() * 25.4 / 72));
    case PdmNumColors:
        return 1 << 24;
    case PdmDepth:
        return 24;
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return 72;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return int(devicePixelRatioFScale());
    }
    return 0;
}

void VectorPage::drawIcon(const QByteArray&, QPainter& painter, const QRectF& target, double side,
                          const std::function<void(QPainter&)>& paint) {
    const QTransform before = painter.worldTransform();
    painter.translate(target.topLeft());
    painter.scale(target.width() / side, target.height() / side);
    paint(painter);
    painter.setWorldTransform(before);
}

void VectorPage::paintRect(const QRectF& rect, const QTransform& transform, const QPen& pen,
                           const QBrush& brush) {
    QPainterPath path;
    path.addRect(rect);
    paintPath(path, transform, pen, brush);
}

void VectorPage::paintEllipse(const QRectF& rect, const QTransform& transform, const QPen& pen,
                              const QBrush& brush) {
    QPainterPath path;
    path.addEllipse(rect);
    paintPath(path, transform, pen, brush);
}

} // namespace groundplan
