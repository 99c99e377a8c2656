#include "app/panels/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

class LineIconEngine : public QIconEngine {
public:
    explicit LineIconEngine(QString name)
        : name_(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap pixmap = scaledPixmap(rect.size() * ratio, mode, state, ratio);
        pixmap.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, pixmap);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        const QColor colour = colourFor(mode, state);
        const QString key = u"groundplan/%1/%2x%3/%4"_s.arg(name_)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(colour.rgba(), 8, 16);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        QSvgRenderer renderer(u":/icons/%1.svg"_s.arg(name_));
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    bool isNull() override { return !QFile::exists(u":/icons/%1.svg"_s.arg(name_)); }
    QString iconName() override { return name_; }
    QString key() const override { return u"groundplan-line"_s; }
    QIconEngine* clone() const override { return new LineIconEngine(name_); }

private:
    static QColor colourFor(QIcon::Mode mode, QIcon::State state) {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) {
            QColor faint = palette.color(QPalette::PlaceholderText);
            faint.setAlphaF(0.5F);
            return faint;
        }
        if (state == QIcon::On)
            return palette.color(QPalette::Highlight);
        return palette.color(mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::PlaceholderText);
    }

    QString name_;
};

} // namespace

QIcon icon(const QString& name) {
    return QIcon(new LineIconEngine(name));
}

} // namespace groundplan
