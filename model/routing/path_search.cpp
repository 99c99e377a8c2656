#include "model/routing/path_search.h"

#include <algorithm>
#include <queue>

namespace groundplan::routing {

namespace {

constexpr Coord kMargins[] = {120 * kUnitsPerPoint, 480 * kUnitsPerPoint, 1920 * kUnitsPerPoint};
constexpr std::size_t kMostLines = 400; ///< in each axis; more are thinned out
/// First the cheapest line is looked for; where that takes too long, one that is found soon: with what is
/// left counted for more than it is, the search goes straight ahead and turns aside only where it must.
struct Effort {
    int expansions;
    qint64 weight; ///< of what is left, in sixteenths
};
constexpr Effort kEfforts[] = {{8'000, 18}, {20'000, 24}, {100'000, 48}};
constexpr std::size_t kMostSegments = 4'000; ///< of other routes that are looked at for crossings
constexpr Coord kTouching = 4 * kUnitsPerPoint;

/// One axis of the grid: ascending coordinates of its lines.
class Lines {
public:
    void add(Coord v, bool needed) { (needed ? needed_ : wanted_).push_back(v); }
    /// `walls`: what blocks lines, across them and along.
    void finish(Range window, const std::vector<std::pair<Range, Coord>>& walls) {
        const auto outside = [&](Coord v) { return !window.contains(v); };
        // Beyond the window nobody has looked what stands about.
        wanted_.erase(std::remove_if(wanted_.begin(), wanted_.end(), outside), wanted_.end());
        needed_.erase(std::remove_if(needed_.begin(), needed_.end(), outside), needed_.end());
        unique(wanted_);
        if (wanted_.size() > kMostLines)
            thinOut(walls);
        at_ = wanted_;
        at_.insert(at_.end(), needed_.begin(), needed_.end());
        unique(at_);
    }
    std::size_t size() const { return at_.size(); }
    Coord operator[](std::size_t i) const { return at_[i]; }
    /// First line at or after / after v.
    std::size_t from(Coord v) const {
        return std::size_t(std::lower_bound(at_.begin(), at_.end(), v) - at_.begin());
    }
    std::size_t after(Coord v) const {
        return std::size_t(std::upper_bound(at_.begin(), at_.end(), v) - at_.begin());
    }

private:
    /// Of each handful of neighbours the one that the walls block least: that is the one in the channel.
    void thinOut(const std::vector<std::pair<Range, Coord>>& walls) {
        std::vector<qint64> blocked(wanted_.size() + 1, 0);
        const auto at = [this](Coord v) {
            return std::size_t(std::lower_bound(wanted_.begin(), wanted_.end(), v) - wanted_.begin());
        };
        for (const auto& [across, length] : walls) {
            const std::size_t first = at(across.lo + 1);
            const std::size_t last = at(across.hi);
            if (first < last) {
                blocked[first] += length;
                blocked[last] -= length;
            }
        }
        for (std::size_t i = 1; i < blocked.size(); ++i)
            blocked[i] += blocked[i - 1];
        std::vector<Coord> thinned;
        for (std::size_t k = 0; k < kMostLines; ++k) {
            std::size_t best = k * wanted_.size() / kMostLines;
            for (std::size_t i = best + 1; i < (k + 1) * wanted_.size() / kMostLines; ++i) {
                if (blocked[i] < blocked[best])
                    best = i;
            }
            thinned.push_back(wanted_[best]);
        }
        wanted_ = std::move(thinned);
    }
    static void unique(std::vector<Coord>& list) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    std::vector<Coord> needed_, wanted_, at_;
};

class Search {
public:
    Search(SearchSpace& space, const Scene& scene, const Ends& ends, const std::vector<SearchEnd>& sources,
           const std::vector<SearchEnd>& targets, Coord clearance, Coord stub)
        : space_(space)
        , scene_(scene)
        , ends_(ends)
        , sources_(sources)
        , targets_(targets)
        , clearance_(clearance)
        , stub_(stub) {}

    std::optional<Found> run(Coord margin) {
        setWindow(margin);
        collectObstacles();
        findStubs();
        if (starts_.empty() || goals_.empty())
            return std::nullopt;
        layLines();
        markBlocked();
        markCosts();
        markLabels();
        markFrames();
        for (const Effort& effort : kEfforts) {
            // A last try for where there is no other way at all.
            if (&effort == &kEfforts[2] && clearance_ > kTightClearance)
                return std::nullopt;
            if (auto found = expand(effort); found || !gaveUp_)
                return found;
            if (&effort == kEfforts && !isReachable())
                return std::nullopt; // or all that can be reached would be looked at twice more
        }
        return std::nullopt;
    }
    /// Whether a wider window may hold a way: the last one was searched to its end, and is not a frame.
    bool couldWiden() const { return windowLimited_ && !gaveUp_; }

private:
    struct Stub {
        std::size_t index; ///< in sources_ or targets_
        Point at;          ///< where the line is free to turn
        qint64 cost;       ///< of the way there
        std::size_t i = 0, j = 0;
    };

    /// How far a line keeps from `rect`: from what stands nearer to a bare end than that, as far as the end.
    Coord keptFrom(const Rect& rect, Part part) const {
        Coord kept = part == Part::Other ? clearance_ : std::max(clearance_, stub_);
        for (const Rect& end : {ends_.source, ends_.target}) {
            if (end.isEmpty())
                kept = std::min(kept, std::max({rect.left() - end.x, end.x - rect.right(), rect.top() - end.y,
                                                end.y - rect.bottom(), 0}));
        }
        return kept;
    }

    void setWindow(Coord margin) {
        Rect box{sources_.front().port.at.x, sources_.front().port.at.y, 1, 1};
        for (const SearchEnd& end : sources_)
            box = box.united({end.port.at.x, end.port.at.y, 1, 1});
        for (const SearchEnd& end : targets_)
            box = box.united({end.port.at.x, end.port.at.y, 1, 1});
        window_ = box.grown(margin);
        // A line to the frame around its block stays inside.
        const auto meet = [this](const Rect& r) {
            const Coord l = std::max(window_.left(), r.left());
            const Coord t = std::max(window_.top(), r.top());
            window_ = {l, t, std::min(window_.right(), r.right()) - l,
                       std::min(window_.bottom(), r.bottom()) - t};
        };
        if (ends_.sourceInTarget)
            meet(ends_.target);
        if (ends_.targetInSource)
            meet(ends_.source);
        windowLimited_ = !ends_.sourceInTarget && !ends_.targetInSource;
    }

    void collectObstacles() {
        obstacles_.clear();
        scene_.visitObstacles(ends_, window_.grown(clearance_), [this](const Rect& rect, Part part) {
            const Coord kept = keptFrom(rect, part);
            obstacles_.push_back({rect.grown(kept), part, kept});
        });
    }

    bool isFree(const Rect& span, Part own) const {
        return std::none_of(obstacles_.begin(), obstacles_.end(),
                            [&](const Obstacle& o) { return o.part != own && overlapsInside(o.rect, span); });
    }

    /// Between the side and where the line is free to turn. In the least room only what really covers it
    /// counts: what stands nearer to the element than any clearance would wall it in otherwise.
    bool isStubFree(const Rect& stub, Part own) const {
        if (clearance_ > kTightClearance)
            return isFree(stub, own);
        return std::none_of(obstacles_.begin(), obstacles_.end(), [&](const Obstacle& o) {
            return o.part != own && overlapsInside(o.rect.grown(-o.kept), stub);
        });
    }
    static bool overlapsInside(const Rect& rect, const Rect& span) {
        return rect.left() < span.right() && rect.right() > span.left() && rect.top() < span.bottom() &&
               rect.bottom() > span.top();
    }

    qint64 costOfStub(Point from, Point to) const {
        return lengthOf({from, to}) + (scene_.hasWords() ? frameCost(scene_, {from, to}) : 0);
    }

    void findStubs() {
        const auto add = [&](const std::vector<SearchEnd>& ends, const Rect& end, Part part,
                             std::vector<Stub>& list) {
            list.clear();
            for (std::size_t i = 0; i < ends.size(); ++i) {
                const Coord length = end.isEmpty() ? ends[i].bit : stub_;
                const Point at = ends[i].port.at + step(ends[i].port.way, length);
                if (window_.contains(at) && isStubFree(spanOf(ends[i].port.at, at), part))
                    list.push_back({i, at, costOfStub(ends[i].port.at, at)});
            }
        };
        add(sources_, ends_.source, Part::Source, starts_);
        add(targets_, ends_.target, Part::Target, goals_);
    }

    void layLines() {
        xs_ = Lines();
        ys_ = Lines();
        for (const Obstacle& o : obstacles_) {
            const bool needed = o.part != Part::Other;
            xs_.add(o.rect.left(), needed);
            xs_.add(o.rect.right(), needed);
            ys_.add(o.rect.top(), needed);
            ys_.add(o.rect.bottom(), needed);
        }
        for (const std::vector<Stub>* stubs : {&starts_, &goals_}) {
            for (const Stub& stub : *stubs) {
                xs_.add(stub.at.x, true);
                ys_.add(stub.at.y, true);
            }
        }
        layLinesAboutFrames();
        std::vector<std::pair<Range, Coord>> inX, inY;
        for (const Obstacle& o : obstacles_) {
            inX.push_back({{o.rect.left(), o.rect.right()}, o.rect.h});
            inY.push_back({{o.rect.top(), o.rect.bottom()}, o.rect.w});
        }
        constexpr qint64 kLaying = 64; // looks: they are sorted, and thinned out
        scene_.noteWork(kLaying * qint64(inX.size() + inY.size()));
        xs_.finish({window_.left(), window_.right()}, inX);
        ys_.finish({window_.top(), window_.bottom()}, inY);
        for (std::vector<Stub>* stubs : {&starts_, &goals_}) {
            for (Stub& stub : *stubs) {
                stub.i = xs_.from(stub.at.x);
                stub.j = ys_.from(stub.at.y);
            }
        }
    }

    /// Beside borders, where room is left as from blocks and where there is just enough, and about words.
    void layLinesAboutFrames() {
        if (!scene_.hasWords())
            return;
        scene_.visitBorders(window_, [this](const Rect& strip, bool flat) {
            Lines& lines = flat ? ys_ : xs_;
            const Point middle = strip.center();
            for (const Coord off : {Scene::kBorderKeep, kClearance}) {
                lines.add((flat ? middle.y : middle.x) - off, false);
                lines.add((flat ? middle.y : middle.x) + off, false);
            }
        });
        scene_.visitWords(window_, [this](const Rect& words) {
            xs_.add(words.left(), false);
            xs_.add(words.right(), false);
            ys_.add(words.bottom(), false);
        });
    }

    /// What running along borders of frames and over their words costs.
    void markFrames() {
        if (!scene_.hasWords())
            return;
        const auto mark = [this](const Rect& zone, bool flat, auto&& costOfPart) {
            const Lines& along = flat ? xs_ : ys_;
            const Lines& across = flat ? ys_ : xs_;
            const Range span = flat ? Range{zone.left(), zone.right()} : Range{zone.top(), zone.bottom()};
            const Range strip = flat ? Range{zone.top(), zone.bottom()} : Range{zone.left(), zone.right()};
            const std::size_t first = along.after(span.lo);
            for (std::size_t k = across.after(strip.lo); k < across.from(strip.hi); ++k) {
                for (std::size_t i = first > 0 ? first - 1 : 0; i + 1 < along.size() && along[i] < span.hi;
                     ++i) {
                    qint32& edge = flat ? space_.flat[cell(i, k)] : space_.upright[cell(k, i)];
                    const Coord length = std::min(along[i + 1], span.hi) - std::max(along[i], span.lo);
                    if (edge != kBlocked && length > 0)
                        edge += qint32(costOfPart(across[k], length));
                }
            }
        };
        // Who wants a line to pass a point beside a border wants it there: it goes straight on.
        const auto passes = [this](bool flat, Coord at) {
            const auto isOn = [&](const Rect& end) { return end.isEmpty() && (flat ? end.y : end.x) == at; };
            return isOn(ends_.source) || isOn(ends_.target);
        };
        scene_.visitBorders(window_, [&](const Rect& strip, bool flat) {
            mark(strip, flat, [&](Coord at, Coord length) {
                return passes(flat, at) ? 0 : borderCost(strip, flat, at, length);
            });
        });
        scene_.visitWords(window_, [&](const Rect& words) {
            const auto isIn = [&](const Rect& end) { return end.isEmpty() && words.contains(end.topLeft()); };
            if (isIn(ends_.source) || isIn(ends_.target))
                return; // nor is it sent round words that it is to pass over
            for (const bool flat : {true, false})
                mark(words, flat, [](Coord, Coord length) { return length * kWordsPart; });
        });
    }

    std::size_t cell(std::size_t i, std::size_t j) const { return j * xs_.size() + i; }

    void markBlocked() {
        scene_.noteWork(qint64(xs_.size() * ys_.size()));
        space_.flat.assign(xs_.size() * ys_.size(), 0);
        space_.upright.assign(xs_.size() * ys_.size(), 0);
        for (const Obstacle& o : obstacles_) {
            const std::size_t i0 = xs_.after(o.rect.left()), i1 = xs_.from(o.rect.right());
            const std::size_t j0 = ys_.after(o.rect.top()), j1 = ys_.from(o.rect.bottom());
            // Edge i runs from line i to the next one; it is blocked where it reaches into the open inside.
            const std::size_t e0 = i0 > 0 ? i0 - 1 : 0;
            const std::size_t f0 = j0 > 0 ? j0 - 1 : 0;
            for (std::size_t j = j0; j < j1; ++j) {
                for (std::size_t i = e0; i < i1; ++i)
                    space_.flat[cell(i, j)] = kBlocked;
            }
            for (std::size_t j = f0; j < j1; ++j) {
                for (std::size_t i = i0; i < i1; ++i)
                    space_.upright[cell(i, j)] = kBlocked;
            }
        }
    }

    /// What crossing or running along other routes costs, edge by edge.
    void markCosts() {
        std::vector<Rect> spans;
        scene_.visitSegments(window_, [&](const Rect& span) { spans.push_back(span); });
        constexpr qint64 kMarking = 32; // looks that the marks of one take
        if (spans.size() > kMostSegments)
            return;
        scene_.noteWork(kMarking * qint64(spans.size()));
        const auto raise = [](qint32& edge, qint32 by) {
            if (edge != kBlocked)
                edge += by;
        };
        for (const Rect& span : spans) {
            if (span.w == 0) {
                // The edge that ends on the route's line or passes it pays, so that going on pays once.
                const std::size_t i = xs_.from(span.x);
                if (i > 0 && i < xs_.size()) {
                    for (std::size_t j = ys_.after(span.top()); j < ys_.from(span.bottom()); ++j)
                        raise(space_.flat[cell(i - 1, j)], kCrossingCost);
                }
                for (std::size_t k = xs_.from(span.x - kTouching); k < xs_.after(span.x + kTouching); ++k)
                    for (std::size_t j = ys_.from(span.top()); j + 1 < ys_.size() && ys_[j] < span.bottom();
                         ++j)
                        raise(space_.upright[cell(k, j)],
                              (std::min(ys_[j + 1], span.bottom()) - ys_[j]) / kOverlapPart);
            }
            if (span.h == 0) {
                const std::size_t j = ys_.from(span.y);
                if (j > 0 && j < ys_.size()) {
                    for (std::size_t i = xs_.after(span.left()); i < xs_.from(span.right()); ++i)
                        raise(space_.upright[cell(i, j - 1)], kCrossingCost);
                }
                for (std::size_t k = ys_.from(span.y - kTouching); k < ys_.after(span.y + kTouching); ++k)
                    for (std::size_t i = xs_.from(span.left()); i + 1 < xs_.size() && xs_[i] < span.right();
                         ++i)
                        raise(space_.flat[cell(i, k)],
                              (std::min(xs_[i + 1], span.right()) - xs_[i]) / kOverlapPart);
            }
        }
    }

    /// What passing under the labels of other routes costs: the edge past the middle of one pays.
    void markLabels() {
        const auto edge = [](const Lines& lines, Coord middle) {
            const std::size_t next = lines.after(middle);
            return next > 0 && next < lines.size() ? std::optional(next - 1) : std::nullopt;
        };
        const auto raise = [](qint32& cost) {
            if (cost != kBlocked)
                cost += kLabelCost;
        };
        scene_.visitLabels(window_, [&](const Rect& label) {
            if (const auto i = edge(xs_, label.center().x)) {
                for (std::size_t j = ys_.after(label.top()); j < ys_.from(label.bottom()); ++j)
                    raise(space_.flat[cell(*i, j)]);
            }
            if (const auto j = edge(ys_, label.center().y)) {
                for (std::size_t i = xs_.after(label.left()); i < xs_.from(label.right()); ++i)
                    raise(space_.upright[cell(i, *j)]);
            }
        });
    }

    /// The fewest bends that lead on from going `way` to a goal that is entered going to the right.
    static int bendsTo(Point goal, Way way) {
        switch (way) {
        case Way::Right:
            return goal.x < 0 ? 4 : goal.y == 0 ? 0 : 2;
        case Way::Left:
            return goal.y == 0 ? 4 : 2;
        case Way::Down:
            return goal.x >= 0 && goal.y >= 0 ? 1 : 3;
        case Way::Up:
            break;
        }
        return goal.x >= 0 && goal.y <= 0 ? 1 : 3;
    }

    /// Length that is left at least, with the bends that there will be at least.
    qint64 ahead(std::size_t i, std::size_t j, Way way) const {
        qint64 least = std::numeric_limits<qint64>::max();
        for (const Stub& goal : goals_) {
            const Coord dx = goal.at.x - xs_[i];
            const Coord dy = goal.at.y - ys_[j];
            const Way arrival = opposite(targets_[goal.index].port.way);
            const qint64 cost =
                std::abs(dx) + std::abs(dy) + targets_[goal.index].cost + goal.cost +
                qint64(bendsTo(Turn(arrival).in(Point{dx, dy}), Turn(arrival).in(way))) * kBendCost;
            least = std::min(least, cost);
        }
        return least;
    }

    /// Whether anything leads from a goal to a start, whatever it costs.
    bool isReachable() const {
        const std::size_t columns = xs_.size(), rows = ys_.size();
        std::vector<bool> isStart(columns * rows), seen(columns * rows);
        for (const Stub& start : starts_)
            isStart[cell(start.i, start.j)] = true;
        std::vector<std::size_t> open;
        const auto reach = [&](std::size_t at) {
            if (!seen[at]) {
                seen[at] = true;
                open.push_back(at);
            }
        };
        for (const Stub& goal : goals_)
            reach(cell(goal.i, goal.j));
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            scene_.noteWork(1);
            if (isStart[at])
                return true;
            const std::size_t i = at % columns, j = at / columns;
            if (i + 1 < columns && space_.flat[at] != kBlocked)
                reach(at + 1);
            if (i > 0 && space_.flat[at - 1] != kBlocked)
                reach(at - 1);
            if (j + 1 < rows && space_.upright[at] != kBlocked)
                reach(at + columns);
            if (j > 0 && space_.upright[at - columns] != kBlocked)
                reach(at - columns);
        }
        return false;
    }

    std::optional<Found> expand(const Effort& effort) {
        struct Entry {
            qint64 total;
            qint64 left;
            std::size_t state;
            bool operator>(const Entry& other) const {
                return std::tie(total, left, state) > std::tie(other.total, other.left, other.state);
            }
        };
        constexpr qint64 kFar = std::numeric_limits<qint64>::max();
        constexpr quint8 kFirst = 4; // from here on: the start with that index
        const std::size_t states = xs_.size() * ys_.size() * 4;
        if (space_.states.size() < states)
            space_.states.resize(states);
        ++space_.search;
        std::vector<SearchSpace::State>& at = space_.states;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        const auto reach = [&](std::size_t i, std::size_t j, Way way, qint64 cost, quint8 by) {
            const std::size_t state = cell(i, j) * 4 + std::size_t(way);
            if (at[state].search == space_.search && cost >= at[state].cost)
                return;
            at[state] = {cost, space_.search, by};
            const qint64 left = ahead(i, j, way) * effort.weight / 16;
            open.push({cost + left, left, state});
        };
        for (std::size_t s = 0; s < starts_.size(); ++s) {
            const SearchEnd& end = sources_[starts_[s].index];
            reach(starts_[s].i, starts_[s].j, end.port.way, end.cost + starts_[s].cost, quint8(kFirst + s));
        }
        qint64 best = kFar;
        std::size_t bestState = 0;
        const Stub* bestGoal = nullptr;
        gaveUp_ = false;
        for (int expansions = 0; !open.empty(); ++expansions) {
            gaveUp_ = expansions == effort.expansions;
            if (gaveUp_)
                break;
            constexpr qint64 kExpanding = 16; // looks
            scene_.noteWork(kExpanding);
            const Entry entry = open.top();
            open.pop();
            if (entry.total >= best)
                break;
            const Way way = Way(entry.state % 4);
            const std::size_t i = entry.state / 4 % xs_.size();
            const std::size_t j = entry.state / 4 / xs_.size();
            const qint64 so = at[entry.state].cost;
            if (so + entry.left != entry.total)
                continue; // found again, cheaper, in the meantime
            for (const Stub& goal : goals_) {
                const SearchEnd& end = targets_[goal.index];
                if (goal.i != i || goal.j != j || way == end.port.way)
                    continue;
                const qint64 total =
                    so + goal.cost + end.cost + (way == opposite(end.port.way) ? 0 : kBendCost);
                if (total < best) {
                    best = total;
                    bestState = entry.state;
                    bestGoal = &goal;
                }
            }
            const auto go = [&](Way next) {
                const qint64 turn = next == way ? 0 : kBendCost;
                const auto advance = [&](std::size_t ni, std::size_t nj, qint32 extra, Coord length) {
                    if (extra != kBlocked)
                        reach(ni, nj, next, so + turn + extra + length, quint8(way));
                };
                if (next == Way::Right && i + 1 < xs_.size())
                    advance(i + 1, j, space_.flat[cell(i, j)], xs_[i + 1] - xs_[i]);
                else if (next == Way::Left && i > 0)
                    advance(i - 1, j, space_.flat[cell(i - 1, j)], xs_[i] - xs_[i - 1]);
                else if (next == Way::Down && j + 1 < ys_.size())
                    advance(i, j + 1, space_.upright[cell(i, j)], ys_[j + 1] - ys_[j]);
                else if (next == Way::Up && j > 0)
                    advance(i, j - 1, space_.upright[cell(i, j - 1)], ys_[j] - ys_[j - 1]);
            };
            for (const Way next : kWays) {
                if (next != opposite(way))
                    go(next);
            }
        }
        if (!bestGoal)
            return std::nullopt;

        Found found;
        found.cost = best;
        found.target = bestGoal->index;
        Path backwards{targets_[bestGoal->index].port.at};
        std::size_t state = bestState;
        while (true) {
            std::size_t i = state / 4 % xs_.size();
            std::size_t j = state / 4 / xs_.size();
            backwards.append({xs_[i], ys_[j]});
            const quint8 by = at[state].from;
            if (by >= kFirst) {
                found.source = starts_[by - kFirst].index;
                backwards.append(sources_[found.source].port.at);
                break;
            }
            const Way way = Way(state % 4);
            i = way == Way::Right ? i - 1 : way == Way::Left ? i + 1 : i;
            j = way == Way::Down ? j - 1 : way == Way::Up ? j + 1 : j;
            state = cell(i, j) * 4 + by;
        }
        std::reverse(backwards.begin(), backwards.end());
        found.path = simplified(backwards);
        return found;
    }

    static constexpr qint32 kBlocked = -1;
    struct Obstacle {
        Rect rect; ///< with its clearance
        Part part;
        Coord kept; ///< that clearance
    };

    SearchSpace& space_;
    const Scene& scene_;
    const Ends& ends_;
    const std::vector<SearchEnd>& sources_;
    const std::vector<SearchEnd>& targets_;
    Coord clearance_;
    Coord stub_;
    Rect window_;
    bool windowLimited_ = true;
    bool gaveUp_ = false;
    std::vector<Obstacle> obstacles_;
    std::vector<Stub> starts_, goals_;
    Lines xs_, ys_;
};

} // namespace

std::optional<Found> searchPath(SearchSpace& space, const Scene& scene, const Ends& ends,
                                const std::vector<SearchEnd>& sources, const std::vector<SearchEnd>& targets,
                                Coord clearance, Coord stub) {
    if (sources.empty() || targets.empty())
        return std::nullopt;
    Search search(space, scene, ends, sources, targets, clearance, stub);
    for (const Coord margin : kMargins) {
        if (auto found = search.run(margin))
            return found;
        if (!search.couldWiden())
            break;
    }
    return std::nullopt;
}

} // namespace groundplan::routing
