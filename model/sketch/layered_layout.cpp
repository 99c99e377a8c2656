#include "model/sketch/layered_layout.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <vector>

namespace groundplan {

namespace {

constexpr Coord kGrid = 4 * kUnitsPerPoint;
constexpr Coord kLabelMargin = 32 * kUnitsPerPoint;
constexpr Coord kPassingHeight = 8 * kUnitsPerPoint; ///< what a line that passes a layer takes
constexpr std::size_t kMostPassing = 60'000;         ///< beyond, long edges take no room
constexpr int kSweeps = 6;
constexpr int kHeightPasses = 8;

Coord onGrid(double value) {
    return Coord(std::round(value / kGrid)) * kGrid;
}

/// One connected part. Nodes below `real` are rectangles, the others hold places for edges that pass a layer.
class Part {
public:
    Part(std::vector<Size> sizes, std::vector<LayoutEdge> edges)
        : sizes_(std::move(sizes))
        , edges_(std::move(edges))
        , real_(sizes_.size()) {}

    std::vector<Point> run() {
        breakCycles();
        assignLayers();
        addPassing();
        orderLayers();
        return places();
    }

private:
    void breakCycles() {
        std::vector<std::vector<std::size_t>> out(real_);
        for (std::size_t e = 0; e < edges_.size(); ++e)
            out[std::size_t(edges_[e].from)].push_back(e);
        enum : char { New, Open, Done };
        std::vector<char> state(real_, New);
        struct Step {
            std::size_t node, next;
        };
        for (std::size_t start = 0; start < real_; ++start) {
            if (state[start] != New)
                continue;
            std::vector<Step> way{{start, 0}};
            state[start] = Open;
            while (!way.empty()) {
                Step& step = way.back();
                if (step.next == out[step.node].size()) {
                    state[step.node] = Done;
                    way.pop_back();
                    continue;
                }
                LayoutEdge& edge = edges_[out[step.node][step.next++]];
                const std::size_t to = std::size_t(edge.to);
                if (state[to] == Open) {
                    std::swap(edge.from, edge.to); // leads back
                } else if (state[to] == New) {
                    state[to] = Open;
                    way.push_back({to, 0});
                }
            }
        }
        std::erase_if(edges_, [](const LayoutEdge& edge) { return edge.from == edge.to; });
    }

    void assignLayers() {
        layer_.assign(real_, 0);
        std::vector<std::vector<std::size_t>> out(real_);
        std::vector<int> waiting(real_, 0);
        for (const LayoutEdge& edge : edges_) {
            out[std::size_t(edge.from)].push_back(std::size_t(edge.to));
            ++waiting[std::size_t(edge.to)];
        }
        std::vector<std::size_t> ready, order;
        for (std::size_t i = real_; i-- > 0;) {
            if (waiting[i] == 0)
                ready.push_back(i);
        }
        while (!ready.empty()) {
            const std::size_t node = ready.back();
            ready.pop_back();
            order.push_back(node);
            for (const std::size_t to : out[node]) {
                layer_[to] = std::max(layer_[to], layer_[node] + 1);
                if (--waiting[to] == 0)
                    ready.push_back(to);
            }
        }
        // What nothing leads to stands right before what it leads to.
        std::vector<bool> entered(real_, false);
        for (const LayoutEdge& edge : edges_)
            entered[std::size_t(edge.to)] = true;
        for (const std::size_t node : order) {
            if (entered[node] || out[node].empty())
                continue;
            int nearest = layer_[out[node].front()];
            for (const std::size_t to : out[node])
                nearest = std::min(nearest, layer_[to]);
            layer_[node] = nearest - 1;
        }
    }

    void addPassing() {
        std::vector<LayoutEdge> steps;
        for (const LayoutEdge& edge : edges_) {
            int from = edge.from;
            const int last = layer_[std::size_t(edge.to)];
            for (int layer = layer_[std::size_t(edge.from)] + 1;
                 layer < last && sizes_.size() < real_ + kMostPassing; ++layer) {
                sizes_.push_back({0, kPassingHeight});
                layer_.push_back(layer);
                const int passing = int(sizes_.size()) - 1;
                steps.push_back({from, passing, edge.room});
                from = passing;
            }
            steps.push_back({from, edge.to, edge.room});
        }
        edges_ = std::move(steps);
        left_.resize(sizes_.size());
        right_.resize(sizes_.size());
        for (const LayoutEdge& edge : edges_) {
            right_[std::size_t(edge.from)].push_back(std::size_t(edge.to));
            left_[std::size_t(edge.to)].push_back(std::size_t(edge.from));
        }
    }

    void orderLayers() {
        const int count = 1 + *std::max_element(layer_.begin(), layer_.end());
        layers_.resize(std::size_t(count));
        for (std::size_t i = 0; i < sizes_.size(); ++i)
            layers_[std::size_t(layer_[i])].push_back(i);
        place_.resize(sizes_.size());
        const auto number = [this](const std::vector<std::size_t>& layer) {
            for (std::size_t i = 0; i < layer.size(); ++i)
                place_[layer[i]] = double(i);
        };
        for (const auto& layer : layers_)
            number(layer);
        const auto sortBy = [&](std::vector<std::size_t>& layer,
                                const std::vector<std::vector<std::size_t>>& neighbours) {
            std::vector<std::pair<double, std::size_t>> keyed;
            for (const std::size_t node : layer) {
                std::vector<double> at;
                for (const std::size_t other : neighbours[node])
                    at.push_back(place_[other]);
                keyed.emplace_back(at.empty() ? place_[node] : median(at), node);
            }
            std::stable_sort(keyed.begin(), keyed.end(),
                             [](const auto& a, const auto& b) { return a.first < b.first; });
            for (std::size_t i = 0; i < layer.size(); ++i)
                layer[i] = keyed[i].second;
            number(layer);
        };
        auto best = layers_;
        auto fewest = crossings();
        for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
            if (sweep % 2 == 0) {
                for (std::size_t l = 1; l < layers_.size(); ++l)
                    sortBy(layers_[l], left_);
            } else {
                for (std::size_t l = layers_.size() - 1; l-- > 0;)
                    sortBy(layers_[l], right_);
            }
            if (const auto now = crossings(); now < fewest) {
                fewest = now;
                best = layers_;
            }
        }
        layers_ = best;
        for (const auto& layer : layers_)
            number(layer);
    }

    static double median(std::vector<double>& values) {
        std::sort(values.begin(), values.end());
        const std::size_t half = values.size() / 2;
        return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /// Pairs of edges between neighbouring layers that cross, by counting inversions.
    qint64 crossings() const {
        qint64 all = 0;
        for (std::size_t l = 0; l + 1 < layers_.size(); ++l) {
            std::vector<double> ends;
            for (const std::size_t node : layers_[l]) {
                std::vector<double> to;
                for (const std::size_t other : right_[node])
                    to.push_back(place_[other]);
                std::sort(to.begin(), to.end());
                ends.insert(ends.end(), to.begin(), to.end());
            }
            all += inversions(ends);
        }
        return all;
    }
    static qint64 inversions(std::vector<double>& values) {
        if (values.size() < 2)
            return 0;
        const auto half = values.begin() + qsizetype(values.size() / 2);
        std::vector<double> a(values.begin(), half), b(half, values.end());
        qint64 count = inversions(a) + inversions(b);
        std::size_t i = 0, j = 0, k = 0;
        while (i < a.size() || j < b.size()) {
            if (j == b.size() || (i < a.size() && a[i] <= b[j])) {
                values[k++] = a[i++];
            } else {
                count += qint64(a.size() - i);
                values[k++] = b[j++];
            }
        }
        return count;
    }

    std::vector<Point> places() {
        std::vector<double> middle(sizes_.size(), 0);
        const auto gapBetween = [this](std::size_t above, std::size_t below) {
            const bool passing = above >= real_ && below >= real_;
            return double(sizes_[above].h + sizes_[below].h) / 2 + double(passing ? kRowGap / 4 : kRowGap);
        };
        alignRows(middle, gapBetween);
        std::vector<Coord> x(layers_.size(), 0);
        std::vector<Coord> gaps(layers_.size(), kLayerGap);
        for (const LayoutEdge& edge : edges_) {
            if (edge.room > 0) {
                Coord& gap = gaps[std::size_t(layer_[std::size_t(edge.to)])];
                gap = std::max(gap, edge.room + kLabelMargin);
            }
        }
        for (std::size_t l = 1; l < layers_.size(); ++l) {
            Coord width = 0;
            for (const std::size_t node : layers_[l - 1])
                width = std::max(width, sizes_[node].w);
            x[l] = x[l - 1] + width + onGrid(gaps[l]);
        }
        std::vector<Point> corners(real_);
        for (std::size_t i = 0; i < real_; ++i)
            corners[i] = {x[std::size_t(layer_[i])], onGrid(onGrid(middle[i]) - sizes_[i].h / 2.0)};
        return corners;
    }

    static constexpr std::size_t kNone = std::size_t(-1);

    /// Nodes along the longest way from each, in edges: to the left or to the right.
    std::vector<int> longest(const std::vector<std::vector<std::size_t>>& next, bool forth) const {
        std::vector<int> length(sizes_.size(), 0);
        for (std::size_t n = 0; n < layers_.size(); ++n) {
            for (const std::size_t node : layers_[forth ? layers_.size() - 1 - n : n]) {
                for (const std::size_t other : next[node])
                    length[node] = std::max(length[node], length[other] + 1);
            }
        }
        return length;
    }

    /// The neighbour with which a node stands in one row: where the longest way goes on, of several such an
    /// odd one's middle, else the first; none among several that all end there, since it stands in the middle
    /// of them.
    std::size_t rowPartner(const std::vector<std::size_t>& neighbours, const std::vector<int>& length) const {
        int best = -1;
        std::vector<std::size_t> equals;
        for (const std::size_t other : neighbours) {
            if (length[other] > best)
                equals.clear();
            best = std::max(best, length[other]);
            if (length[other] == best)
                equals.push_back(other);
        }
        if (equals.empty() || (neighbours.size() > 1 && best == 0))
            return kNone;
        if (equals.size() % 2 == 0)
            return equals.front();
        std::stable_sort(equals.begin(), equals.end(),
                         [this](std::size_t a, std::size_t b) { return place_[a] < place_[b]; });
        return equals[equals.size() / 2];
    }

    /// Rows of nodes at one height, none crossing another.
    std::vector<std::size_t> rows() const {
        const std::vector<int> before = longest(left_, false);
        const std::vector<int> behind = longest(right_, true);
        struct Step {
            std::size_t from, to;
            bool passes;
            int length;
        };
        std::vector<Step> steps;
        for (const LayoutEdge& edge : edges_) {
            const std::size_t from = std::size_t(edge.from);
            const std::size_t to = std::size_t(edge.to);
            if (layer_[to] == layer_[from] + 1 && rowPartner(right_[from], behind) == to &&
                rowPartner(left_[to], before) == from)
                steps.push_back({from, to, from >= real_ || to >= real_, before[from] + behind[to]});
        }
        std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
            return std::pair(a.passes, -a.length) < std::pair(b.passes, -b.length);
        });
        std::vector<std::map<double, double>> taken(layers_.size());
        std::vector<std::size_t> next(sizes_.size(), kNone);
        std::vector<bool> follows(sizes_.size(), false);
        for (const Step& step : steps) {
            auto& there = taken[std::size_t(layer_[step.from])];
            const double from = place_[step.from];
            const double to = place_[step.to];
            const auto below = there.lower_bound(from);
            if ((below != there.end() && below->second <= to) ||
                (below != there.begin() && std::prev(below)->second >= to))
                continue;
            there.emplace(from, to);
            next[step.from] = step.to;
            follows[step.to] = true;
        }
        std::vector<std::size_t> row(sizes_.size());
        for (std::size_t node = 0; node < sizes_.size(); ++node) {
            for (std::size_t at = follows[node] ? kNone : node; at != kNone; at = next[at])
                row[at] = node;
        }
        return row;
    }

    /// Heights: each row goes to the middle of what its nodes are joined with, as far as the rows above and
    /// below let it.
    template <class Gap>
    void alignRows(std::vector<double>& middle, Gap gapBetween) const {
        const std::vector<std::size_t> row = rows();
        struct Bound {
            std::size_t row;
            double gap;
        };
        const std::size_t count = sizes_.size();
        std::vector<std::vector<Bound>> above(count), below(count);
        std::vector<std::vector<std::size_t>> joined(count);
        std::vector<int> waiting(count, 0);
        for (const auto& layer : layers_) {
            for (std::size_t i = 1; i < layer.size(); ++i) {
                const std::size_t upper = row[layer[i - 1]];
                const std::size_t lower = row[layer[i]];
                const double gap = gapBetween(layer[i - 1], layer[i]);
                above[lower].push_back({upper, gap});
                below[upper].push_back({lower, gap});
                ++waiting[lower];
            }
        }
        for (const LayoutEdge& edge : edges_) {
            const std::size_t from = row[std::size_t(edge.from)];
            const std::size_t to = row[std::size_t(edge.to)];
            if (from != to) {
                joined[from].push_back(to);
                joined[to].push_back(from);
            }
        }
        std::vector<std::size_t> order; // from above
        for (std::size_t node = 0; node < count; ++node) {
            if (row[node] == node && waiting[node] == 0)
                order.push_back(node);
        }
        std::vector<double> height(count, 0);
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (const Bound& bound : below[order[i]]) {
                height[bound.row] = std::max(height[bound.row], height[order[i]] + bound.gap);
                if (--waiting[bound.row] == 0)
                    order.push_back(bound.row);
            }
        }
        for (int pass = 0; pass < kHeightPasses; ++pass) {
            for (std::size_t n = 0; n < order.size(); ++n) {
                const std::size_t at = order[pass % 2 ? n : order.size() - 1 - n];
                if (joined[at].empty())
                    continue;
                std::vector<double> wanted;
                for (const std::size_t other : joined[at])
                    wanted.push_back(height[other]);
                double lo = -std::numeric_limits<double>::infinity();
                double hi = -lo;
                for (const Bound& bound : above[at])
                    lo = std::max(lo, height[bound.row] + bound.gap);
                for (const Bound& bound : below[at])
                    hi = std::min(hi, height[bound.row] - bound.gap);
                height[at] = std::max(lo, std::min(hi, median(wanted)));
            }
        }
        for (std::size_t node = 0; node < count; ++node)
            middle[node] = height[row[node]];
    }

    std::vector<Size> sizes_;
    std::vector<LayoutEdge> edges_;
    const std::size_t real_;
    std::vector<int> layer_;
    std::vector<std::vector<std::size_t>> left_, right_; ///< neighbours in the layers before and behind
    std::vector<std::vector<std::size_t>> layers_;
    std::vector<double> place_; ///< in its layer
};

} // namespace

QList<Point> layeredLayout(const QList<Size>& sizes, const QList<LayoutEdge>& edges) {
    const int count = int(sizes.size());
    std::vector<int> root(std::size_t(count), 0);
    std::iota(root.begin(), root.end(), 0);
    const auto find = [&root](int node) {
        while (root[std::size_t(node)] != node)
            node = root[std::size_t(node)] = root[std::size_t(root[std::size_t(node)])];
        return node;
    };
    for (const LayoutEdge& edge : edges) {
        const int a = find(edge.from);
        const int b = find(edge.to);
        root[std::size_t(std::max(a, b))] = std::min(a, b);
    }
    std::vector<std::vector<int>> parts(static_cast<std::size_t>(count));
    std::vector<int> number(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        auto& part = parts[std::size_t(find(i))];
        number[std::size_t(i)] = int(part.size());
        part.push_back(i);
    }
    std::vector<std::vector<LayoutEdge>> partEdges(static_cast<std::size_t>(count));
    for (const LayoutEdge& edge : edges)
        partEdges[std::size_t(find(edge.from))].push_back(
            {number[std::size_t(edge.from)], number[std::size_t(edge.to)], edge.room});

    QList<Point> corners(count);
    Coord below = 0;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        if (parts[p].empty())
            continue;
        std::vector<Size> partSizes;
        for (const int node : parts[p])
            partSizes.push_back(sizes[node]);
        const std::vector<Point> places = Part(partSizes, partEdges[p]).run();
        Coord top = places.front().y;
        for (const Point& place : places)
            top = std::min(top, place.y);
        Coord bottom = below;
        for (std::size_t i = 0; i < places.size(); ++i) {
            corners[parts[p][i]] = {places[i].x, places[i].y - top + below};
            bottom = std::max(bottom, places[i].y - top + below + partSizes[i].h);
        }
        below = bottom + onGrid(kRowGap);
    }
    return corners;
}

} // namespace groundplan
