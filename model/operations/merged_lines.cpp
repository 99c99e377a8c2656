#include "model/operations/merged_lines.h"

#include "model/operations/kept_index.h"
#include "model/operations/parts.h"
#include "model/routing/grid_hash.h"
#include "model/routing/index_data.h"
#include "model/routing/router.h"

#include <algorithm>
#include <vector>

namespace groundplan {

namespace {

/// Lines that run along each other nearer than this look like one.
constexpr Coord kAsOne = 4 * kUnitsPerPoint;

QList<Point> wayIn(const Design& side, ElementId id) {
    const Connection* row = side.connections.find(id);
    return row ? side.routeOf(*row) : QList<Point>();
}

class Lines {
public:
    Lines(Editor& editor, const Design& ours, const Design& theirs)
        : editor_(editor)
        , ours_(ours)
        , theirs_(theirs) {
        for (const Connection* row : design().connections.sorted()) {
            const QList<Point> way = design().routeOf(*row);
            Line line{row->id, way, way == wayIn(ours_, row->id), way == wayIn(theirs_, row->id)};
            if (way.isEmpty())
                wanted_.insert(row->id);
            else
                lines_.append(line);
        }
    }

    void followEnds(const Design& before, const QHash<ElementId, Point>& shifts) {
        QSet<ElementId> moved(shifts.keyBegin(), shifts.keyEnd()); // frames may have grown, too
        for (const Frame& frame : design().frames) {
            const auto old = before.rectOf(frame.id);
            if (old && *old != frame.rect)
                moved.insert(frame.id);
        }
        for (const ElementId id : routingIndexOf(editor_).connectionsAt(moved)) {
            const Connection& row = design().connections.at(id);
            const bool together = shifts.contains(row.source) && shifts.contains(row.target) &&
                                  shifts.value(row.source) == shifts.value(row.target);
            if (!together)
                wanted_.insert(id);
        }
        keepWaypoints(editor_, before, wanted_);
        placed_ = moved;
    }

    /// Whether each side has a place or a way that the other one has not.
    bool bothChanged() const {
        bool ours = false;
        bool theirs = false;
        const auto count = [&](bool asOurs, bool asTheirs) {
            ours = ours || (asOurs && !asTheirs);
            theirs = theirs || (asTheirs && !asOurs);
        };
        for (const Line& line : lines_)
            count(line.asOurs, line.asTheirs);
        for (const Element& element : design().elements) {
            if (const auto rect = design().rectOf(element.id))
                count(rect == ours_.rectOf(element.id), rect == theirs_.rectOf(element.id));
        }
        return ours && theirs;
    }

    /// Ways that were free in the version that they come from, and that something now stands on.
    void freeTheWays() {
        QHash<ElementId, const Line*> lines;
        for (const Line& line : std::as_const(lines_))
            lines.insert(line.id, &line);
        for (const Element* element : design().elements.sorted()) {
            const auto rect = design().rectOf(element->id);
            if (!rect)
                continue;
            const bool asOurs = rect == ours_.rectOf(element->id);
            const bool asTheirs = rect == theirs_.rectOf(element->id);
            if (!(asOurs && asTheirs))
                placed_.insert(element->id);
            for (const ElementId id : routingIndexOf(editor_).connectionsThrough({element->id})) {
                const Line* line = lines.value(id);
                if (line && !(asOurs && line->asOurs) && !(asTheirs && line->asTheirs))
                    wanted_.insert(id);
            }
        }
    }

    /// Two new lines, one from each side, may lie on each other: theirs makes room.
    void partLines() {
        routing::GridHash grid;
        for (qsizetype i = 0; i < lines_.size(); ++i) {
            if (lines_.at(i).asOurs && !lines_.at(i).asTheirs && !wanted_.contains(lines_.at(i).id)) {
                for (qsizetype n = 1; n < lines_.at(i).way.size(); ++n)
                    grid.insert(int(i), routing::spanOf(lines_.at(i).way.at(n - 1), lines_.at(i).way.at(n)));
            }
        }
        if (grid.isEmpty())
            return;
        for (const Line& line : std::as_const(lines_)) {
            if (line.asOurs || !line.asTheirs)
                continue;
            bool meets = false;
            for (qsizetype n = 1; n < line.way.size() && !meets; ++n) {
                const Rect span = routing::spanOf(line.way.at(n - 1), line.way.at(n));
                grid.visit(span.grown(kAsOne), [&](int, const Rect& other) {
                    const Coord along = std::min(span.right(), other.right()) - std::max(span.x, other.x);
                    const Coord down = std::min(span.bottom(), other.bottom()) - std::max(span.y, other.y);
                    const bool flat = span.h == 0 && other.h == 0;
                    const bool upright = span.w == 0 && other.w == 0;
                    meets = meets || (flat && along > kAsOne) || (upright && down > kAsOne);
                });
            }
            if (meets)
                wanted_.insert(line.id);
        }
    }

    void route() {
        if (!wanted_.isEmpty() || !placed_.isEmpty())
            putRoutes(editor_, Router(routingIndexOf(editor_)).route(wanted_), placed_);
    }

private:
    struct Line {
        ElementId id;
        QList<Point> way;
        bool asOurs = false;
        bool asTheirs = false;
    };
    const Design& design() const { return editor_.design(); }

    Editor& editor_;
    const Design& ours_;
    const Design& theirs_;
    QList<Line> lines_;
    QSet<ElementId> wanted_;
    QSet<ElementId> placed_; ///< what may have come to lie on a line or a label
};

} // namespace

void routeMergedLines(Editor& editor, const Design& ours, const Design& theirs, const Design& before,
                      const QHash<ElementId, Point>& shifts) {
    Lines lines(editor, ours, theirs);
    if (lines.bothChanged()) {
        lines.followEnds(before, shifts);
        lines.freeTheWays();
        lines.partLines();
    }
    lines.route();
}

} // namespace groundplan
