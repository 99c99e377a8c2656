#include "model/sketch/layered_layout.h"

#include <algorithm>
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
        for (const auto& layer : layers_) {
            for (std::size_t i = 1; i < layer.size(); ++i)
                middle[layer[i]] = middle[layer[i - 1]] + gapBetween(layer[i - 1], layer[i]);
        }
        for (int pass = 0; pass < kHeightPasses; ++pass) {
            const bool forth = pass % 2 == 0;
            for (std::size_t n = 0; n < layers_.size(); ++n) {
                const auto& layer = layers_[forth ? n : layers_.size() - 1 - n];
                std::vector<double> wanted;
                for (const std::size_t node : layer) {
                    std::vector<double> at;
                    // The last pass looks to both sides.
                    for (const std::size_t other :
                         forth || pass + 2 >= kHeightPasses ? left_[node] : right_[node])
                        at.push_back(middle[other]);
                    if (pass + 2 >= kHeightPasses) {
                        for (const std::size_t other : right_[node])
                            at.push_back(middle[other]);
                    }
                    wanted.push_back(at.empty() ? middle[node] : median(at));
                }
                settle(layer, wanted, middle, gapBetween);
            }
        }
        std::vector<Coord> x(layers_.size(), 0);
        for (std::size_t l = 1; l < layers_.size(); ++l) {
            Coord width = 0;
            for (const std::size_t node : layers_[l - 1])
                width = std::max(width, sizes_[node].w);
            Coord gap = kLayerGap;
            for (const LayoutEdge& edge : edges_) {
                if (edge.room > 0 && layer_[std::size_t(edge.to)] == int(l))
                    gap = std::max(gap, edge.room + kLabelMargin);
            }
            x[l] = x[l - 1] + width + onGrid(gap);
        }
        std::vector<Point> corners(real_);
        for (std::size_t i = 0; i < real_; ++i)
            corners[i] = {x[std::size_t(layer_[i])], onGrid(middle[i] - sizes_[i].h / 2.0)};
        return corners;
    }

    /// The heights nearest to the wanted ones (least squares) that keep order and gaps: pool adjacent
    /// violators on heights from which the gaps are taken out.
    template <class Gap>
    static void settle(const std::vector<std::size_t>& layer, const std::vector<double>& wanted,
                       std::vector<double>& middle, Gap gapBetween) {
        struct Pool {
            double sum;
            std::size_t count;
            double mean() const { return sum / double(count); }
        };
        std::vector<double> shift(layer.size(), 0);
        for (std::size_t i = 1; i < layer.size(); ++i)
            shift[i] = shift[i - 1] + gapBetween(layer[i - 1], layer[i]);
        std::vector<Pool> pools;
        for (std::size_t i = 0; i < layer.size(); ++i) {
            pools.push_back({wanted[i] - shift[i], 1});
            while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
                const Pool last = pools.back();
                pools.pop_back();
                pools.back().sum += last.sum;
                pools.back().count += last.count;
            }
        }
        std::size_t i = 0;
        for (const Pool& pool : pools) {
            for (std::size_t n = 0; n < pool.count; ++n, ++i)
                middle[layer[i]] = pool.mean() + shift[i];
        }
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
