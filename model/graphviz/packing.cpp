#include "model/graphviz/packing.h"

#include "model/graphviz/snap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace groundplan {

namespace {

/// The upper rim of what is placed, from left to right; y grows downwards, so that boxes hang from the top.
class Skyline {
public:
    explicit Skyline(qint64 width)
        : width_(width)
        , steps_{{0, 0}} {}

    struct Place {
        qint64 x = 0;
        qint64 y = 0;
    };
    /// The highest free place of that size, the leftmost of several; there is one if it is no wider than all.
    Place take(qint64 w, qint64 h) {
        Place best{0, std::numeric_limits<qint64>::max()};
        for (std::size_t i = 0; i < steps_.size() && steps_[i].x + w <= width_; ++i) {
            qint64 y = 0;
            for (std::size_t j = i; j < steps_.size() && steps_[j].x < steps_[i].x + w && y < best.y; ++j)
                y = std::max(y, steps_[j].y);
            if (y < best.y)
                best = {steps_[i].x, y};
        }
        cover(best, w, best.y + h);
        return best;
    }

private:
    struct Step {
        qint64 x;
        qint64 y; ///< from x to the next step
    };
    void cover(Place at, qint64 w, qint64 y) {
        std::vector<Step> steps;
        const qint64 end = at.x + w;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const qint64 next = i + 1 < steps_.size() ? steps_[i + 1].x : width_;
            if (steps_[i].x < at.x || steps_[i].x >= end)
                steps.push_back(steps_[i]);
            if (steps_[i].x == at.x)
                steps.push_back({at.x, y});
            if (steps_[i].x < end && next > end)
                steps.push_back({end, steps_[i].y});
        }
        steps_ = std::move(steps);
    }

    const qint64 width_;
    std::vector<Step> steps_;
};

struct Packing {
    std::vector<Skyline::Place> places; ///< by box
    double cost = 0;
};

/// Boxes as Skyline sees them: standing ones in rows; turned, in columns.
class Packer {
public:
    Packer(const QList<Size>& boxes, Coord gap, bool turned)
        : turned_(turned) {
        for (const Size& box : boxes) {
            const Coord w = snappedUp(box.w) + snappedUp(gap), h = snappedUp(box.h) + snappedUp(gap);
            widths_.push_back(turned ? h : w);
            heights_.push_back(turned ? w : h);
            area_ += double(w) * double(h);
            widest_ = std::max(widest_, widths_.back());
        }
    }

    /// Puts into `best` what costs less.
    void improve(Packing& best) const {
        std::vector<std::size_t> inOrder(widths_.size());
        std::iota(inOrder.begin(), inOrder.end(), 0);
        std::vector<std::size_t> byHeight = inOrder;
        std::stable_sort(byHeight.begin(), byHeight.end(),
                         [this](std::size_t a, std::size_t b) { return heights_[a] > heights_[b]; });
        const auto tryOut = [&](const std::vector<std::size_t>& order, double penalty) {
            for (const qint64 width : widthsFor(order)) {
                Packing packing = pack(order, width);
                packing.cost *= penalty;
                if (best.places.empty() || packing.cost < best.cost)
                    best = std::move(packing);
            }
        };
        constexpr double kDisorder = 1.15; // so much more may their order cost
        tryOut(inOrder, 1);
        if (!isMany())
            tryOut(byHeight, kDisorder);
    }

private:
    /// No time to try much, and they fill any form.
    bool isMany() const { return widths_.size() > 300; }
    /// At which something fits exactly: one box beside the other until the row is long; and for many, at
    /// which all of them would have a pleasant form.
    std::vector<qint64> widthsFor(const std::vector<std::size_t>& order) const {
        constexpr std::size_t kFew = 12;
        if (isMany())
            return {std::max(widest_, qint64(std::sqrt(area_ * 1.6)))};
        std::vector<qint64> widths{widest_};
        qint64 row = 0;
        for (std::size_t i = 0; i < std::min(order.size(), kFew); ++i) {
            row += widths_[order[i]];
            if (row > widest_)
                widths.push_back(row);
        }
        for (const double form : {1.0, 1.4, 1.8, 2.4}) {
            if (const auto width = qint64(std::sqrt(turned_ ? area_ / form : area_ * form)); width > widest_)
                widths.push_back(width);
        }
        return widths;
    }

    Packing pack(const std::vector<std::size_t>& order, qint64 width) const {
        Packing packing;
        packing.places.resize(order.size());
        Skyline skyline(width);
        qint64 w = 0, h = 0;
        for (const std::size_t box : order) {
            Skyline::Place place = skyline.take(widths_[box], heights_[box]);
            w = std::max(w, place.x + widths_[box]);
            h = std::max(h, place.y + heights_[box]);
            if (turned_)
                std::swap(place.x, place.y);
            packing.places[box] = place;
        }
        if (turned_)
            std::swap(w, h);
        // The room that it takes, and that a screen or a page of 8 to 5 shows around it.
        constexpr double kForm = 1.6;
        const double shown = std::max(double(w), double(h) * kForm);
        packing.cost = double(w) * double(h) + shown * shown / kForm;
        return packing;
    }

    const bool turned_;
    std::vector<qint64> widths_, heights_; ///< with a gap
    double area_ = 0;
    qint64 widest_ = 0;
};

} // namespace

QList<Point> packed(const QList<Size>& boxes, Coord gap) {
    Packing best;
    for (const bool turned : {false, true})
        Packer(boxes, gap, turned).improve(best);
    QList<Point> corners;
    for (const auto& [x, y] : best.places) {
        const auto onBoard = [](qint64 at) { return Coord(std::min<qint64>(at, kMaxCoord)); };
        corners << Point{snappedDown(onBoard(x)), snappedDown(onBoard(y))};
    }
    return corners;
}

} // namespace groundplan
