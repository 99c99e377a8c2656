#include "app/panels/host_icons.h"

#include <QIconEngine>
#include <QPainter>

#include <functional>

namespace groundplan {
namespace {

class PainterIconEngine : public QIconEngine {
public:
    using Paint = std::function<void(QPainter&, const QRectF&)>;

    explicit PainterIconEngine(Paint draw)
        : draw_(std::move(draw)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        draw_(*painter, rect);
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.scale(scale, scale);
        paint(&painter, QRect({}, (QSizeF(size) / scale).toSize()), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new PainterIconEngine(draw_); }

private:
    Paint draw_;
};

} // namespace

QIcon kindIcon(const PanelHost& host, const QString& kind) {
    return QIcon(new PainterIconEngine([&host, kind](QPainter& painter, const QRectF& area) {
        host.painter().paintKindIcon(painter, QRectF(area.topLeft(), QSizeF(area.height(), area.height())),
                                     kind);
    }));
}

QIcon kindIcon(const BoardPainter& painter, const QString& kind) {
    return QIcon(new PainterIconEngine([&painter, kind](QPainter& on, const QRectF& area) {
        painter.paintKindIcon(on, QRectF(area.topLeft(), QSizeF(area.height(), area.height())), kind);
    }));
}

QIcon flowIcon(const PanelHost& host, Flow flow) {
    return QIcon(new PainterIconEngine([&host, flow](QPainter& painter, const QRectF& area) {
        host.painter().paintFlowSample(
            painter, QRectF(area.topLeft(), QSizeF(std::min(area.width(), 44.0), area.height())), flow);
    }));
}

} // namespace groundplan
