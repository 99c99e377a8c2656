#include "model/design/flow_order.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <queue>
#include <tuple>
#include <vector>

namespace groundplan {
namespace {

/// What stands this little higher or lower (further left or right) is read as one row (column).
constexpr Coord kBand = 48 * kUnitsPerPoint;

/// The blocks, and frames that hold nothing, by number in the order of reading; and which leads to which.
class Graph {
public:
    explicit Graph(const Design& design)
        : design_(design) {
        for (const Element& element : design.elements) {
            if (element.type == ElementType::Block || element.type == ElementType::Frame)
                holds_.insert(element.parent);
        }
        sortLeaves();
        addLines();
        breakCircles();
    }

    /// Topological; the smallest number first where several may be next.
    QList<ElementId> inOrder() const {
        std::vector<int> missing(next_.size(), 0);
        for (const std::vector<int>& targets : next_) {
            for (const int target : targets)
                ++missing[std::size_t(target)];
        }
        std::priority_queue<int, std::vector<int>, std::greater<>> free;
        for (std::size_t i = 0; i < missing.size(); ++i) {
            if (missing[i] == 0)
                free.push(int(i));
        }
        QList<ElementId> order;
        while (!free.empty()) {
            const int leaf = free.top();
            free.pop();
            order.append(leaves_[leaf]);
            for (const int target : next_[std::size_t(leaf)]) {
                if (--missing[std::size_t(target)] == 0)
                    free.push(target);
            }
        }
        return order;
    }

private:
    bool isLeaf(const Element& element) const {
        return element.type == ElementType::Block ||
               (element.type == ElementType::Frame && !holds_.contains(element.id));
    }

    static bool counts(const Connection& connection) {
        return connection.direction != Direction::None && connection.flow != Flow::Feedback &&
               connection.source != connection.target;
    }

    bool goesRight() const {
        qsizetype right = 0, down = 0; // lines that lead back say nothing
        for (const Connection& connection : design_.connections) {
            const auto from = design_.rectOf(connection.source), to = design_.rectOf(connection.target);
            if (!counts(connection) || !from || !to)
                continue;
            const Coord across = to->center().x - from->center().x, along = to->center().y - from->center().y;
            right += across > std::abs(along) ? 1 : 0;
            down += along > std::abs(across) ? 1 : 0;
        }
        return right > down;
    }

    void sortLeaves() {
        const bool across = goesRight();
        const auto bandOf = [](Coord at) { return at >= 0 ? at / kBand : (at - kBand + 1) / kBand; };
        using Place = std::tuple<Coord, Coord, Coord, ElementId>;
        std::vector<Place> places;
        for (const Element& element : design_.elements) {
            const auto rect = isLeaf(element) ? design_.rectOf(element.id) : std::nullopt;
            if (!rect)
                continue;
            places.push_back(across ? Place(bandOf(rect->x), rect->y, rect->x, element.id)
                                    : Place(bandOf(rect->y), rect->x, rect->y, element.id));
        }
        std::sort(places.begin(), places.end());
        for (const Place& place : places) {
            const int number = int(leaves_.size());
            leaves_.append(std::get<ElementId>(place));
            // A frame is the leaf in it that is read first.
            for (ElementId id = leaves_.constLast(); id && !numbers_.contains(id);) {
                numbers_.insert(id, number);
                const Element* element = design_.elements.find(id);
                id = element ? element->parent : ElementId();
            }
        }
    }

    void addLines() {
        next_.resize(std::size_t(leaves_.size()));
        isReached_.assign(next_.size(), false);
        for (const Connection& connection : design_.connections) {
            const int from = numbers_.value(connection.source, -1),
                      to = numbers_.value(connection.target, -1);
            if (!counts(connection) || from < 0 || to < 0 || from == to)
                continue;
            next_[std::size_t(from)].push_back(to);
            isReached_[std::size_t(to)] = true;
        }
        for (std::vector<int>& targets : next_) {
            std::sort(targets.begin(), targets.end());
            targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
        }
    }

    void breakCircles() {
        enum class State { New, Open, Done };
        std::vector<State> states(next_.size(), State::New);
        struct Step {
            std::size_t leaf, line;
        };
        std::vector<Step> way; // no recursion: a chain may be as long as there are blocks
        const auto walk = [&](std::size_t start) {
            if (states[start] != State::New)
                return;
            way.push_back({start, 0});
            states[start] = State::Open;
            while (!way.empty()) {
                auto& [leaf, line] = way.back();
                std::vector<int>& targets = next_[leaf];
                if (line == targets.size()) {
                    states[leaf] = State::Done;
                    way.pop_back();
                    continue;
                }
                const auto target = std::size_t(targets[line]);
                if (states[target] == State::Open) {
                    targets.erase(targets.begin() + std::ptrdiff_t(line));
                    continue;
                }
                ++line;
                if (states[target] == State::New) {
                    states[target] = State::Open;
                    way.push_back({target, 0});
                }
            }
        };
        for (std::size_t i = 0; i < next_.size(); ++i) {
            if (!isReached_[i])
                walk(i);
        }
        for (std::size_t i = 0; i < next_.size(); ++i)
            walk(i);
    }

    const Design& design_;
    QSet<ElementId> holds_; ///< frames with something to tell in them, and the board
    QList<ElementId> leaves_;
    QHash<ElementId, int> numbers_; ///< of leaves, and of frames by their first leaf
    std::vector<std::vector<int>> next_;
    std::vector<bool> isReached_; ///< by some line
};

} // namespace

QList<ElementId> flowOrder(const Design& design) {
    QHash<ElementId, QList<ElementId>> children;
    QSet<ElementId> known;
    for (const ElementId leaf : Graph(design).inOrder()) {
        for (ElementId id = leaf; id && !known.contains(id);) {
            known.insert(id);
            const Element* element = design.elements.find(id);
            const ElementId parent = element ? element->parent : ElementId();
            children[parent].append(id);
            id = parent;
        }
    }
    QList<ElementId> order, open; // last in, first out: frames may lie deep in each other
    const auto push = [&](ElementId frame) {
        const QList<ElementId> held = children.take(frame); // once only, whatever the parents say
        for (auto it = held.rbegin(); it != held.rend(); ++it)
            open.append(*it);
    };
    push({});
    while (!open.isEmpty()) {
        order.append(open.takeLast());
        push(order.constLast());
    }
    return order;
}

} // namespace groundplan
