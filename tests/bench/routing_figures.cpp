#include "tests/bench/routing_figures.h"

#include "model/routing/frame_words.h"
#include "model/routing/index_data.h"
#include "model/routing/label_choice.h"
#include "model/routing/label_place.h"
#include "model/routing/router.h"
#include "model/routing/way.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <map>

using namespace Qt::StringLiterals;

namespace groundplan::bench {

namespace {

QSet<ElementId> allOf(const Design& design) {
    QSet<ElementId> all;
    for (const Connection& connection : design.connections)
        all.insert(connection.id);
    return all;
}

void store(Design& design, const QHash<ElementId, Route>& routes) {
    for (auto it = routes.cbegin(); it != routes.cend(); ++it) {
        Connection row = *design.connections.find(it.key());
        row.route = it.value();
        design.connections.put(row);
    }
}

void storeLabels(Design& design) {
    const QHash<ElementId, qint32> places = chooseLabelPlaces(design, RoutingIndex(design), allOf(design));
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        Connection row = *design.connections.find(it.key());
        row.labelAt = it.value();
        design.connections.put(row);
    }
}

QSet<ElementId> blocksOf(const Design& design) {
    QSet<ElementId> blocks;
    for (const Block& block : design.blocks)
        blocks.insert(block.id);
    return blocks;
}

/// Whether any orthogonal way joins the two with five points to everything else: all lines along the borders
/// of all blocks, looked through without a limit.
class FreeWay {
public:
    explicit FreeWay(const Design& design)
        : design_(design) {}

    bool exists(const Connection& connection) {
        source_ = *design_.rectOf(connection.source);
        target_ = *design_.rectOf(connection.target);
        walls_.clear();
        std::vector<Coord> xs, ys;
        for (const Block& block : design_.blocks) {
            const bool end = block.id == connection.source || block.id == connection.target;
            if (!end && (block.rect.contains(source_) || block.rect.contains(target_)))
                continue;
            const Rect wall = block.rect.grown(kKeep);
            walls_.push_back(wall);
            xs.insert(xs.end(), {wall.left(), wall.right()});
            ys.insert(ys.end(), {wall.top(), wall.bottom()});
        }
        std::vector<Point> starts, goals;
        for (const auto& [rect, list] : {std::pair(source_, &starts), std::pair(target_, &goals)}) {
            // The places where a line may leave: the middle and both ends of the part of each side that is
            // used.
            for (const Coord part : {1, 2, 3}) {
                const Coord x = rect.x + rect.w / 4 * part;
                const Coord y = rect.y + rect.h / 4 * part;
                list->insert(list->end(), {{x, rect.top() - kKeep},
                                           {x, rect.bottom() + kKeep},
                                           {rect.left() - kKeep, y},
                                           {rect.right() + kKeep, y}});
            }
            for (const Point p : *list) {
                xs.push_back(p.x);
                ys.push_back(p.y);
            }
        }
        sortUnique(xs);
        sortUnique(ys);
        return reaches(xs, ys, starts, goals);
    }

private:
    static constexpr Coord kKeep = 5 * kUnitsPerPoint;

    static void sortUnique(std::vector<Coord>& list) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    bool isFree(Point a, Point b) const {
        return std::none_of(walls_.begin(), walls_.end(), [&](const Rect& wall) {
            return wall.left() < std::max(a.x, b.x) && wall.right() > std::min(a.x, b.x) &&
                   wall.top() < std::max(a.y, b.y) && wall.bottom() > std::min(a.y, b.y);
        });
    }
    bool reaches(const std::vector<Coord>& xs, const std::vector<Coord>& ys, const std::vector<Point>& starts,
                 const std::vector<Point>& goals) const {
        const auto index = [](const std::vector<Coord>& list, Coord v) {
            return int(std::lower_bound(list.begin(), list.end(), v) - list.begin());
        };
        const int width = int(xs.size());
        std::vector<char> seen(xs.size() * ys.size());
        std::deque<std::pair<int, int>> open;
        const auto visit = [&](int i, int j) {
            char& mark = seen[std::size_t(j * width + i)];
            if (!mark) {
                mark = 1;
                open.emplace_back(i, j);
            }
        };
        // A wall may stand so near that the port itself is covered.
        const auto covered = [&](Point p) {
            return std::any_of(walls_.begin(), walls_.end(), [&](const Rect& wall) {
                return wall.left() < p.x && wall.right() > p.x && wall.top() < p.y && wall.bottom() > p.y;
            });
        };
        for (const Point p : starts) {
            if (!covered(p))
                visit(index(xs, p.x), index(ys, p.y));
        }
        while (!open.empty()) {
            const auto [i, j] = open.front();
            open.pop_front();
            const Point here{xs[std::size_t(i)], ys[std::size_t(j)]};
            for (const auto& [di, dj] :
                 {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)}) {
                const int ni = i + di, nj = j + dj;
                if (ni >= 0 && nj >= 0 && ni < width && nj < int(ys.size()) &&
                    isFree(here, {xs[std::size_t(ni)], ys[std::size_t(nj)]}))
                    visit(ni, nj);
            }
        }
        return std::any_of(goals.begin(), goals.end(), [&](Point p) {
            return !covered(p) && seen[std::size_t(index(ys, p.y) * width + index(xs, p.x))];
        });
    }

    const Design& design_;
    Rect source_, target_;
    std::vector<Rect> walls_;
};

Rect labelOf(const Design& design, const Connection& connection) {
    QList<QPointF> corners;
    for (const Point corner : design.routeOf(connection))
        corners.append({points(corner.x), points(corner.y)});
    const QRectF pill = placeLabel(corners, connection.labelAt,
                                   QSizeF(points(connection.labelSize.w), points(connection.labelSize.h)),
                                   connection.direction);
    return {units(pill.x()), units(pill.y()), units(pill.width()), units(pill.height())};
}

void countLines(const Design& design, RouteFigures& figures) {
    routing::GridHash lines, labels;
    std::vector<std::pair<int, Rect>> pieces;
    std::vector<std::pair<int, Rect>> pills;
    int number = 0;
    for (const Connection* connection : design.connections.sorted()) {
        const QList<Point> path = design.routeOf(*connection);
        figures.bends += std::max(0, int(path.size()) - 2);
        for (qsizetype i = 1; i < path.size(); ++i) {
            const Rect span = routing::spanOf(path.at(i - 1), path.at(i));
            figures.length += points(span.w + span.h);
            lines.insert(int(pieces.size()), span);
            pieces.emplace_back(number, span);
        }
        if (connection->labelSize.w > 0) {
            const Rect pill = labelOf(design, *connection);
            labels.insert(int(pills.size()), pill);
            pills.emplace_back(number, pill);
        }
        ++number;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& [mine, a] = pieces[i];
        lines.visit(a, [&](int other, const Rect& b) {
            if (std::size_t(other) <= i || pieces[std::size_t(other)].first == mine)
                return;
            if ((a.w == 0) != (b.w == 0)) {
                figures.crossings += a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() &&
                                     b.top() < a.bottom();
            } else {
                const Coord common = a.w == 0 ? std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top())
                                              : std::min(a.right(), b.right()) - std::max(a.left(), b.left());
                figures.overlap += points(std::max(0, common));
            }
        });
    }
    routing::GridHash blocks;
    for (const Block& block : design.blocks)
        blocks.insert(0, block.rect);
    for (std::size_t i = 0; i < pills.size(); ++i) {
        const auto& [mine, pill] = pills[i];
        const Rect inside = pill.grown(-1);
        bool covers = false;
        blocks.visit(inside, [&](int, const Rect&) { covers = true; });
        lines.visit(inside, [&](int other, const Rect&) {
            covers = covers || pieces[std::size_t(other)].first != mine;
        });
        labels.visit(inside, [&](int other, const Rect&) { covers = covers || std::size_t(other) != i; });
        figures.labelOverlaps += covers;
    }
}

/// Lines that run along a frame's border, and those over its title or remark.
void countFrames(const Design& design, RouteFigures& figures) {
    constexpr Coord kNear = 7 * kUnitsPerPoint;
    for (const Connection& connection : design.connections) {
        const QList<Point> path = design.routeOf(connection);
        for (const Frame& frame : design.frames) {
            const Rect& rect = frame.rect;
            QList<Rect> words;
            routing::FrameWords(frame).visit(rect, [&](const Rect& word) { words.append(word); });
            QList<bool> struck(words.size(), false);
            for (qsizetype i = 1; i < path.size(); ++i) {
                const Rect span = routing::spanOf(path.at(i - 1), path.at(i));
                const bool flat = span.h == 0;
                const Coord at = flat ? span.y : span.x;
                const Coord common =
                    flat ? std::min(span.right(), rect.right()) - std::max(span.left(), rect.left())
                         : std::min(span.bottom(), rect.bottom()) - std::max(span.top(), rect.top());
                for (const Coord border :
                     flat ? std::array{rect.top(), rect.bottom()} : std::array{rect.left(), rect.right()})
                    figures.border += std::abs(at - border) < kNear ? points(std::max(0, common)) : 0;
                for (qsizetype w = 0; w < words.size(); ++w)
                    struck[w] = struck[w] || span.grown(1).intersects(words.at(w));
            }
            figures.struck += int(struck.count(true));
        }
    }
}

int closeEndsIn(const Design& design) {
    std::map<std::pair<ElementId, routing::Way>, std::vector<Coord>> ends;
    const auto add = [&](ElementId id, Point at) {
        const Rect rect = *design.rectOf(id);
        for (const routing::Way side : routing::kWays) {
            const Coord along = routing::alongSide(at, side);
            if (routing::pointOn(rect, side, along) == at && routing::sideOf(rect, side).contains(along)) {
                ends[{id, side}].push_back(along);
                return;
            }
        }
    };
    for (const Connection& connection : design.connections) {
        const QList<Point> path = design.routeOf(connection);
        if (path.size() < 2)
            continue;
        add(connection.source, path.first());
        add(connection.target, path.last());
    }
    int close = 0;
    for (auto& [side, places] : ends) {
        const routing::Range range = routing::portRange(*design.rectOf(side.first), side.second);
        if (range.length() < units(16) * Coord(places.size() - 1))
            continue;
        std::sort(places.begin(), places.end());
        for (std::size_t i = 1; i < places.size(); ++i)
            close += places[i] - places[i - 1] < units(12);
    }
    return close;
}

/// A connection has a reason to be in a frame when an end is in it, or is it, or stands half in it.
int intrusionsIn(const Design& design) {
    int intrusions = 0;
    for (const Connection& connection : design.connections) {
        const QList<Point> path = design.routeOf(connection);
        const Rect source = *design.rectOf(connection.source), target = *design.rectOf(connection.target);
        for (const Frame& frame : design.frames) {
            if (frame.rect.intersects(source) || frame.rect.intersects(target))
                continue;
            bool enters = false;
            for (qsizetype i = 1; i < path.size(); ++i) {
                const Rect span = routing::spanOf(path.at(i - 1), path.at(i));
                enters = enters || (frame.rect.left() < span.right() && frame.rect.right() > span.left() &&
                                    frame.rect.top() < span.bottom() && frame.rect.bottom() > span.top());
            }
            intrusions += enters;
        }
    }
    return intrusions;
}

/// Moves one block that has no connection, in a corner where nothing is, and routes what has to be.
int changedByAStranger(Design design) {
    Block stranger;
    stranger.id = ElementId(1'000'000);
    const Rect bounds = design.bounds();
    stranger.rect = {bounds.right() + units(300), bounds.bottom() + units(300), units(140), units(60)};
    design.blocks.put(stranger);
    const QHash<ElementId, Route> before = Router(design).route(allOf(design));
    stranger.rect = stranger.rect.translated({units(40), units(16)});
    design.blocks.put(stranger);
    const QHash<ElementId, Route> after = Router(design).route(allOf(design));
    int changed = 0;
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        changed += after.value(it.key()) != it.value();
    return changed;
}

/// Labels that cover something when the connections come one by one, as somebody draws them.
int labelOverlapsOneByOne(Design design) {
    Design board = design;
    for (const Connection* connection : design.connections.sorted())
        board.connections.remove(connection->id);
    RoutingIndex index(board);
    for (const Connection* connection : design.connections.sorted()) {
        const auto put = [&](const QSet<ElementId>& ids) {
            ChangeSet changes;
            changes.elements = ids;
            index.update(board, changes);
        };
        Connection row = *connection;
        row.route.clear();
        board.connections.put(row);
        put({row.id});
        const QHash<ElementId, Route> routes = Router(index).route({row.id});
        store(board, routes);
        const QSet<ElementId> routed(routes.keyBegin(), routes.keyEnd());
        put(routed);
        const QHash<ElementId, qint32> places = chooseLabelPlaces(board, index, routed);
        for (auto it = places.cbegin(); it != places.cend(); ++it) {
            Connection moved = *board.connections.find(it.key());
            moved.labelAt = it.value();
            board.connections.put(moved);
        }
        put(QSet<ElementId>(places.keyBegin(), places.keyEnd()));
    }
    RouteFigures figures;
    countLines(board, figures);
    return figures.labelOverlaps;
}

int unstableInOtherOrder(const Design& design) {
    Design other;
    other.blocks.reserve(5000);
    auto blocks = design.blocks.sorted();
    std::reverse(blocks.begin(), blocks.end());
    for (const Block* block : blocks)
        other.blocks.put(*block);
    auto frames = design.frames.sorted();
    std::reverse(frames.begin(), frames.end());
    for (const Frame* frame : frames)
        other.frames.put(*frame);
    auto connections = design.connections.sorted();
    std::reverse(connections.begin(), connections.end());
    for (const Connection* connection : connections)
        other.connections.put(*connection);
    const QHash<ElementId, Route> routes = Router(other).route(allOf(other));
    int unstable = 0;
    for (const Connection* connection : connections)
        unstable += routes.value(connection->id) != connection->route;
    return unstable;
}

double milliseconds(const QElapsedTimer& clock) {
    return double(clock.nsecsElapsed()) / 1e6;
}
double rounded(double value) {
    return std::round(value * 1000) / 1000;
}
double middleOf(QList<double> times) {
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

} // namespace

RouteFigures figuresOf(const RoutingSet& set) {
    Design design = set.design;
    store(design, Router(design).route(allOf(design)));
    storeLabels(design);
    RouteFigures figures;
    countLines(design, figures);
    countFrames(design, figures);
    figures.intrusions = intrusionsIn(design);
    figures.closeEnds = closeEndsIn(design);
    const QSet<ElementId> hit = RoutingIndex(design).connectionsThrough(blocksOf(design));
    figures.hits = int(hit.size());
    if (set.small) {
        FreeWay ways(design);
        for (const ElementId id : hit)
            figures.needless += ways.exists(*design.connections.find(id));
        figures.changed = changedByAStranger(design);
        figures.unstable = unstableInOtherOrder(design);
        figures.labelOverlapsDrawn = labelOverlapsOneByOne(set.design);
    }
    return figures;
}

QJsonObject toJson(const RouteFigures& figures) {
    return {{u"hits"_s, figures.hits},
            {u"needless_hits"_s, figures.needless},
            {u"frames_entered"_s, figures.intrusions},
            {u"bends"_s, figures.bends},
            {u"crossings"_s, figures.crossings},
            {u"overlap_pt"_s, std::round(figures.overlap)},
            {u"on_border_pt"_s, std::round(figures.border)},
            {u"titles_struck"_s, figures.struck},
            {u"label_overlaps"_s, figures.labelOverlaps},
            {u"label_overlaps_drawn"_s, figures.labelOverlapsDrawn},
            {u"close_ends"_s, figures.closeEnds},
            {u"changed_without_need"_s, figures.changed},
            {u"changed_by_order"_s, figures.unstable},
            {u"length_pt"_s, std::round(figures.length)}};
}

QJsonObject routingTimes() {
    QJsonObject times;
    constexpr int kRounds = 3;
    for (const int count : {1'000, 10'000}) {
        const Design design = jitterGrid(count, 1);
        const QSet<ElementId> all = allOf(design);
        QList<double> full;
        for (int i = 0; i < kRounds; ++i) {
            QElapsedTimer clock;
            clock.start();
            Router(design).route(all);
            full += milliseconds(clock);
        }
        times.insert(u"route_%1_ms"_s.arg(count), rounded(middleOf(full)));
    }
    Design design = jitterGrid(1'000, 1);
    store(design, Router(design).route(allOf(design)));
    {
        const RoutingIndex index(design);
        const RoutePreview preview(index, {ElementId(516)});
        QList<double> frames;
        for (int i = 0; i < 50; ++i) {
            QElapsedTimer clock;
            clock.start();
            preview.routes({units(6 * i), units(4 * i)});
            frames += milliseconds(clock);
        }
        times.insert(u"drag_frame_p50_ms"_s, rounded(middleOf(frames)));
        times.insert(u"drag_frame_most_ms"_s, rounded(*std::max_element(frames.begin(), frames.end())));
    }
    for (const RoutingSet& set : routingSets()) {
        if (set.name != "long links 1000"_L1)
            continue;
        QElapsedTimer clock;
        clock.start();
        Router(set.design).route(allOf(set.design));
        times.insert(u"long_link_ms"_s, rounded(milliseconds(clock) / double(set.design.connections.size())));
    }
    return times;
}

} // namespace groundplan::bench
