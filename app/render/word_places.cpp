#include "app/render/word_places.h"

#include "app/render/cut_line.h"

#include <algorithm>
#include <array>
#include <limits>

namespace groundplan {
namespace {

constexpr double kTouching = 3; ///< gap to what a box belongs to
constexpr double kClear = 10;   ///< to all else, so that it does not seem to belong there
constexpr double kShared = 16;  ///< length of the side that both share where they touch
constexpr double kStep = 24;    ///< between places that are tried
constexpr double kOfALine = 6;  ///< for each point of a line that is covered
constexpr double kOfAWay = 40;  ///< for each point away
constexpr double kOfALeader = 300;
constexpr std::array kGaps{kTouching, 20.0, 40.0, 64.0, 96.0, 136.0, 184.0, 240.0, 304.0, 376.0, 456.0};

double lengthWithin(const QLineF& line, const QRectF& rect) {
    const auto part = partWithin(line, rect);
    return part ? (part->second - part->first) * line.length() : 0;
}

/// The shortest way between two rectangles beside each other; straight where they share a stretch.
QLineF between(const QRectF& from, const QRectF& to) {
    const auto along = [](double a, double b, double c, double d) -> std::pair<double, double> {
        if (b <= c)
            return {b, c};
        if (d <= a)
            return {a, d};
        const double middle = (std::max(a, c) + std::min(b, d)) / 2;
        return {middle, middle};
    };
    const auto [x1, x2] = along(from.left(), from.right(), to.left(), to.right());
    const auto [y1, y2] = along(from.top(), from.bottom(), to.top(), to.bottom());
    return {x1, y1, x2, y2};
}

bool touch(const QRectF& a, const QRectF& b) {
    const double least = std::min({kShared, a.width(), a.height()});
    constexpr double kReach = kTouching + 1;
    const QRectF both = a.adjusted(-kReach, -kReach, kReach, kReach) & b;
    return std::max(both.width(), both.height()) >= least;
}

/// Around `about`, `gap` away: first where a side or the middle is in line with it.
QList<QPointF> cornersAround(const QRectF& about, QSizeF size, double gap) {
    const double right = about.right() + gap;
    const double left = about.left() - gap - size.width();
    const double below = about.bottom() + gap;
    const double above = about.top() - gap - size.height();
    QList<QPointF> corners;
    for (const double y : {below, above}) {
        for (const double x :
             {about.left(), about.right() - size.width(), about.center().x() - size.width() / 2})
            corners.append({x, y});
    }
    for (const double x : {right, left}) {
        for (const double y :
             {about.top(), about.bottom() - size.height(), about.center().y() - size.height() / 2})
            corners.append({x, y});
    }
    for (double x = left; x <= right; x += kStep)
        corners += {QPointF(x, below), QPointF(x, above)};
    for (double y = above; y <= below; y += kStep)
        corners += {QPointF(right, y), QPointF(left, y)};
    return corners;
}

} // namespace

void WordPlaces::keepOff(const QRectF& thing, double weight) {
    things_.append({thing.adjusted(-kClear, -kClear, kClear, kClear), weight});
}

void WordPlaces::keepOffLine(const QList<QPointF>& way) {
    for (qsizetype i = 1; i < way.size(); ++i)
        lines_.append({way.at(i - 1), way.at(i)});
}

WordPlaces::Place WordPlaces::take(const QRectF& about, QSizeF size) {
    // What can matter: not itself and what it lies in, nor what is too far away.
    const double reach = kGaps.back();
    const QRectF near = about.adjusted(-reach - size.width(), -reach - size.height(), reach + size.width(),
                                       reach + size.height());
    QList<Thing> things;
    for (const Thing& thing : std::as_const(things_)) {
        if (thing.rect.intersects(near) && !thing.rect.contains(about))
            things.append(thing);
    }
    QList<QLineF> lines;
    for (const QLineF& line : std::as_const(lines_)) {
        if (lengthWithin(line, near) > 0)
            lines.append(line);
    }
    Place best;
    double least = std::numeric_limits<double>::max();
    for (const double gap : kGaps) {
        const double away = kOfAWay * (gap - kTouching);
        if (away >= least)
            break;
        const QList<QPointF> corners = cornersAround(about, size, gap);
        for (const QPointF& corner : corners) {
            Place tried{QRectF(corner, size), {}};
            double cost = away;
            if (!touch(about, tried.box)) {
                if (gap == kTouching)
                    continue; // a leader would be too short to be seen
                tried.leader = between(about, tried.box);
                cost += kOfALeader;
            }
            for (const Thing& thing : std::as_const(things)) {
                const QRectF both = thing.rect & tried.box;
                cost += thing.weight * (both.width() * both.height());
                if (!tried.leader.isNull())
                    cost += thing.weight * kClear * lengthWithin(tried.leader, thing.rect);
                if (cost >= least)
                    break;
            }
            for (qsizetype i = 0; i < lines.size() && cost < least; ++i) {
                cost += kOfALine * lengthWithin(lines.at(i), tried.box);
                QPointF at;
                if (!tried.leader.isNull() &&
                    tried.leader.intersects(lines.at(i), &at) == QLineF::BoundedIntersection)
                    cost += kOfALeader;
            }
            if (cost < least) {
                least = cost;
                best = tried;
            }
        }
    }
    keepOff(best.box);
    return best;
}

} // namespace groundplan
