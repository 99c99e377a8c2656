#include "app/render/svg_shapes.h"

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

constexpr double kSame = 1e-6;
constexpr double kArc = 0.5522847498; ///< how far the control points of a quarter circle reach

bool same(double a, double b) {
    return std::abs(a - b) < kSame;
}

} // namespace

std::optional<RoundedRect> roundedRectIn(const QPainterPath& path) {
    constexpr int kFewest = 13, kMost = 18; // four curves, and up to four lines between them
    const int count = path.elementCount();
    if (count < kFewest || count > kMost || path.elementAt(0).type != QPainterPath::MoveToElement)
        return std::nullopt;
    QPointF at = path.elementAt(0);
    double left = at.x(), right = left, top = at.y(), bottom = top, rx = -1, ry = -1;
    int curves = 0;
    for (int i = 1; i < count; ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        QPointF to = element;
        if (element.type == QPainterPath::CurveToElement) {
            const QPointF first = element, second = path.elementAt(i + 1);
            to = path.elementAt(i + 2);
            i += 2;
            ++curves;
            const double wide = std::abs(to.x() - at.x()), high = std::abs(to.y() - at.y());
            if (rx < 0) {
                rx = wide;
                ry = high;
            }
            if (!same(wide, rx) || !same(high, ry))
                return std::nullopt;
            // It leaves and arrives level or upright.
            const bool upright = same(first.x(), at.x());
            const QPointF corner = upright ? QPointF(at.x(), to.y()) : QPointF(to.x(), at.y());
            const auto isPart = [&](QPointF control, QPointF end) {
                constexpr double kSlack = 1e-3;
                const QPointF wanted = end + (corner - end) * kArc;
                return std::abs(control.x() - wanted.x()) < kSlack * (1 + rx) &&
                       std::abs(control.y() - wanted.y()) < kSlack * (1 + ry);
            };
            if (!isPart(first, at) || !isPart(second, to))
                return std::nullopt;
        } else if (element.type != QPainterPath::LineToElement ||
                   (!same(to.x(), at.x()) && !same(to.y(), at.y()))) {
            return std::nullopt;
        }
        left = std::min(left, to.x());
        right = std::max(right, to.x());
        top = std::min(top, to.y());
        bottom = std::max(bottom, to.y());
        at = to;
    }
    const QPointF start = path.elementAt(0);
    if (curves != 4 || rx <= 0 || ry <= 0 || !same(at.x(), start.x()) || !same(at.y(), start.y()))
        return std::nullopt;
    return RoundedRect{QRectF(QPointF(left, top), QPointF(right, bottom)), rx, ry};
}

bool isCompound(const QPainterPath& path) {
    for (int i = 1; i < path.elementCount(); ++i) {
        if (path.elementAt(i).type == QPainterPath::MoveToElement)
            return true;
    }
    return false;
}

} // namespace groundplan
