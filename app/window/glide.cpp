#include "app/window/glide.h"

#include <QEasingCurve>

#include <algorithm>

namespace groundplan {

namespace {

constexpr int kDuration = 140; // ms

Coord between(Coord from, Coord to, double part) {
    return Coord(std::lround(from + (double(to) - from) * part));
}

Point between(Point from, Point to, double part) {
    return {between(from.x, to.x, part), between(from.y, to.y, part)};
}

/// With as many corners as the other has, some of them in one place.
QList<Point> withCorners(const QList<Point>& line, qsizetype count) {
    QList<Point> corners;
    for (qsizetype i = 0; i < count; ++i)
        corners.append(line[count > 1 ? i * (line.size() - 1) / (count - 1) : 0]);
    return corners;
}

} // namespace

Glide::Glide(std::function<void(const Preview&)> show, QObject* parent)
    : QObject(parent)
    , show_(std::move(show)) {
    animation_.setStartValue(0.0);
    animation_.setEndValue(1.0);
    animation_.setDuration(kDuration);
    animation_.setEasingCurve(QEasingCurve::OutCubic);
    connect(&animation_, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { showAt(value.toDouble()); });
    connect(&animation_, &QVariantAnimation::finished, this, [this] { show_({}); });
}

void Glide::start(const Design& from, const Design& to, const QSet<ElementId>& changed) {
    stop();
    rects_.clear();
    lines_.clear();
    for (const ElementId id : changed) {
        const auto before = from.rectOf(id);
        const auto after = to.rectOf(id);
        if (before && after && *before != *after)
            rects_.insert(id, {*before, *after});
        const Connection* a = from.connections.find(id);
        const Connection* b = to.connections.find(id);
        if (!a || !b)
            continue;
        const QList<Point> old = from.routeOf(*a);
        const QList<Point> now = to.routeOf(*b);
        if (old.isEmpty() || now.isEmpty() || old == now)
            continue;
        const qsizetype corners = std::max(old.size(), now.size());
        lines_.insert(id, {withCorners(old, corners), withCorners(now, corners)});
    }
    if (rects_.isEmpty() || rects_.size() > kMost)
        return;
    animation_.start();
}

bool Glide::isRunning() const {
    return animation_.state() == QAbstractAnimation::Running;
}

void Glide::stop() {
    if (!isRunning())
        return;
    animation_.stop();
    show_({});
}

void Glide::showAt(double part) {
    Preview preview;
    for (auto it = rects_.cbegin(); it != rects_.cend(); ++it) {
        const auto& [from, to] = it.value();
        const Point at = between(from.topLeft(), to.topLeft(), part);
        preview.resized.insert(it.key(),
                               {at.x, at.y, between(from.w, to.w, part), between(from.h, to.h, part)});
    }
    for (auto it = lines_.cbegin(); it != lines_.cend(); ++it) {
        QList<Point> corners;
        for (qsizetype i = 0; i < it->from.size(); ++i)
            corners.append(between(it->from[i], it->to[i], part));
        preview.routes.insert(it.key(), corners);
    }
    show_(preview);
}

} // namespace groundplan
