#include "model/exchange/neighbours.h"

#include "model/exchange/places_in_drawing.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Exchange", text);
}

/// Between their borders, each way; negative: they share some of it.
Point apart(const Rect& a, const Rect& b) {
    return {std::max(a.left() - b.right(), b.left() - a.right()),
            std::max(a.top() - b.bottom(), b.top() - a.bottom())};
}
double distance(const Rect& a, const Rect& b) {
    if (b.contains(a)) // a frame around all is farther than what stands beside
        return std::min(
            {a.left() - b.left(), b.right() - a.right(), a.top() - b.top(), b.bottom() - a.bottom()});
    const Point gap = apart(a, b);
    return std::hypot(double(std::max(gap.x, 0)), double(std::max(gap.y, 0)));
}

} // namespace

void Neighbours::add(const QString& called, const Rect& rect) {
    entries_ << Entry{called, rect};
}

QString Neighbours::whereIs(const Rect& rect) const {
    const Entry* nearest = nullptr;
    std::tuple<double, double> least;
    looks_ -= entries_.size();
    for (qsizetype i = 0; looks_ > 0 && i < entries_.size(); ++i) {
        const std::tuple rank(distance(rect, entries_[i].rect), indrawing::areaOf(entries_[i].rect));
        if (entries_[i].rect != rect && (!nearest || rank < least)) {
            nearest = &entries_[i];
            least = rank;
        }
    }
    if (!nearest)
        return tr("at %1, %2").arg(std::round(points(rect.x))).arg(std::round(points(rect.y)));
    const Point gap = apart(rect, nearest->rect);
    const Point way = nearest->rect.center() - rect.center();
    const QString where = std::max(gap.x, gap.y) < 0 ? tr("on %1")
                          : gap.x >= gap.y           ? (way.x > 0 ? tr("left of %1") : tr("right of %1"))
                                                     : (way.y > 0 ? tr("above %1") : tr("below %1"));
    return where.arg(nearest->called);
}

} // namespace groundplan
