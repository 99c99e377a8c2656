#include "app/canvas/laser_trail.h"

#include <QPainter>

#include <algorithm>

namespace groundplan {

namespace {

constexpr int kTick = 16;     ///< ms
constexpr double kWidth = 6;  ///< pixels, where the light is
constexpr double kHalo = 2.4; ///< of the glow around, in widths
constexpr QRgb kRed = 0xFFE52B20;

} // namespace

LaserTrail::LaserTrail(QObject* parent)
    : QObject(parent) {
    clock_.start();
    timer_.setInterval(kTick);
    connect(&timer_, &QTimer::timeout, this, &LaserTrail::fade);
}

void LaserTrail::shine(Point at, bool begins) {
    Q_EMIT changing();
    sparks_.append({at, clock_.elapsed(), begins});
    timer_.start();
    Q_EMIT changed();
}

void LaserTrail::putOut() {
    if (sparks_.isEmpty())
        return;
    Q_EMIT changing();
    sparks_.clear();
    timer_.stop();
    Q_EMIT changed();
}

void LaserTrail::fade() {
    Q_EMIT changing();
    const qint64 now = clock_.elapsed();
    sparks_.removeIf([now](const Spark& spark) { return now - spark.when >= kLasts; });
    if (sparks_.isEmpty())
        timer_.stop();
    Q_EMIT changed();
}

QRectF LaserTrail::bounds(const ViewTransform& view) const {
    if (sparks_.isEmpty())
        return {};
    QPointF least = view.toView(sparks_.first().at);
    QPointF most = least;
    for (const Spark& spark : sparks_) {
        const QPointF p = view.toView(spark.at);
        least = {std::min(least.x(), p.x()), std::min(least.y(), p.y())};
        most = {std::max(most.x(), p.x()), std::max(most.y(), p.y())};
    }
    constexpr double kReach = kWidth * kHalo;
    return QRectF(least, most).adjusted(-kReach, -kReach, kReach, kReach);
}

void LaserTrail::paint(QPainter& painter, const ViewTransform& view) const {
    if (sparks_.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const qint64 now = clock_.elapsed();
    QColor red = QColor::fromRgb(kRed);
    // Each piece is thinner than the next; the tail runs out into nothing.
    for (qsizetype i = 0; i < sparks_.size(); ++i) {
        const Spark& spark = sparks_[i];
        const double left = 1 - double(now - spark.when) / kLasts;
        if (left <= 0)
            continue;
        const QPointF to = view.toView(spark.at);
        const QPointF from = spark.begins || i == 0 ? to + QPointF(0.01, 0) : view.toView(sparks_[i - 1].at);
        painter.setPen(QPen(red, std::max(0.5, kWidth * left), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(from, to);
    }
    const Spark& head = sparks_.last();
    const double left = std::max(0.0, 1 - double(now - head.when) / kLasts);
    red.setAlphaF(float(0.25 * left));
    painter.setPen(Qt::NoPen);
    painter.setBrush(red);
    painter.drawEllipse(view.toView(head.at), kWidth * kHalo * 0.8, kWidth * kHalo * 0.8);
    painter.restore();
}

} // namespace groundplan
