#include "model/graphviz/near_places.h"

#include "model/graphviz/free_places.h"
#include "model/graphviz/placement.h"
#include "model/graphviz/snap.h"

#include <QQueue>

#include <algorithm>

namespace groundplan {

namespace {

constexpr Coord kAlong = 64 * kUnitsPerPoint;  ///< between two that a line joins
constexpr Coord kAcross = 32 * kUnitsPerPoint; ///< between others
constexpr Coord kLabelAir = 16 * kUnitsPerPoint;
constexpr qint64 kMostLooked = 200'000; ///< at each of what there is for each that waits

class Finder {
public:
    Finder(const Design& design, const QSet<ElementId>& unplaced, const QList<ElementId>& waiting,
           bool leftToRight)
        : design_(design)
        , unplaced_(unplaced)
        , waiting_(waiting)
        , leftToRight_(leftToRight) {}

    QHash<ElementId, Rect> run(const QList<ElementId>& frames,
                               const std::function<Size(const QString&)>& labelSize) {
        const QSet<ElementId> waiting(waiting_.begin(), waiting_.end());
        for (const Connection* connection : design_.connections.sorted()) {
            if (waiting.contains(connection->source) || waiting.contains(connection->target)) {
                lines_[connection->source].append(connection);
                lines_[connection->target].append(connection);
            }
        }
        places_.setGapOfNamed(leftToRight_ ? Size{kAlong, kAcross} : Size{kAcross, kAlong});
        collect(frames);
        QQueue<ElementId> next;
        for (const ElementId id : waiting_) {
            if (hasPlacedEnd(id))
                next.enqueue(id);
        }
        while (!next.isEmpty()) {
            const ElementId id = next.dequeue();
            if (found_.contains(id))
                continue;
            for (const Connection* line : lines_.value(id)) {
                if (labelSize && !line->label.isEmpty()) {
                    const Size size = labelSize(line->label);
                    places_.setRoom(line->source, line->target,
                                    {size.w + 2 * kLabelAir, size.h + 2 * kLabelAir});
                }
            }
            found_.insert(id, places_.take(design_.elements.find(id)->parent, wantedFor(id), id));
            for (const Connection* line : lines_.value(id)) {
                const ElementId other = line->source == id ? line->target : line->source;
                if (waiting.contains(other))
                    next.enqueue(other);
            }
        }
        return found_;
    }

private:
    std::optional<Rect> placeOf(ElementId id) const {
        if (found_.contains(id))
            return found_.value(id);
        return unplaced_.contains(id) ? std::nullopt : design_.rectOf(id);
    }
    bool hasPlacedEnd(ElementId id) const {
        const QList<const Connection*> lines = lines_.value(id);
        return std::any_of(lines.begin(), lines.end(), [&](const Connection* line) {
            return placeOf(line->source == id ? line->target : line->source).has_value();
        });
    }

    /// What stays, and the lines between that.
    void collect(const QList<ElementId>& frames) {
        places_.addFrame({}, {}, {});
        for (const ElementId frame : frames)
            places_.addFrame(frame, design_.elements.find(frame)->parent,
                             unplaced_.contains(frame) ? Rect{} : design_.frames.find(frame)->rect);
        for (const Element* element : design_.elements.sorted()) {
            const ElementId id = element->id;
            const std::optional<Rect> rect = design_.rectOf(id);
            if (rect && !unplaced_.contains(id) && !design_.frames.contains(id) &&
                !design_.strokes.contains(id) && !design_.connections.contains(id))
                places_.addObstacle(element->parent, *rect, id);
        }
        QSet<ElementId> around;
        for (const ElementId id : waiting_)
            around.insert(design_.elements.find(id)->parent);
        for (const Connection* connection : design_.connections.sorted()) {
            const QList<Point> way = design_.routeOf(*connection);
            for (qsizetype i = 1; i < way.size(); ++i) {
                const auto [left, right] = std::minmax(way[i - 1].x, way[i].x);
                const auto [top, bottom] = std::minmax(way[i - 1].y, way[i].y);
                const Rect piece{left, top, right - left + 1, bottom - top + 1};
                for (const ElementId frame : std::as_const(around)) {
                    if (!frame || (!unplaced_.contains(frame) && places_.rectOf(frame).intersects(piece)))
                        places_.addObstacle(frame, piece);
                }
            }
        }
    }

    /// Between what leads to it and what it leads to, or behind or before that.
    Rect wantedFor(ElementId id) const {
        Rect from, to;
        for (const Connection* line : lines_.value(id)) {
            const bool comes = line->target == id;
            if (const auto end = placeOf(comes ? line->source : line->target))
                (comes ? from : to) = (comes ? from : to).united(*end);
        }
        Rect rect = *design_.rectOf(id);
        if (rect.isEmpty())
            rect = {0, 0, kImportedFrame.w, kImportedFrame.h};
        Point middle;
        if (!from.isEmpty() && !to.isEmpty()) {
            middle = {(from.center().x + to.center().x) / 2, (from.center().y + to.center().y) / 2};
        } else {
            const Rect& near = from.isEmpty() ? to : from;
            middle = near.center();
            const Coord by = kAlong + (leftToRight_ ? near.w + rect.w : near.h + rect.h) / 2;
            (leftToRight_ ? middle.x : middle.y) += from.isEmpty() ? -by : by;
        }
        return {snappedDown(std::clamp(middle.x - rect.w / 2, -kMaxCoord, kMaxCoord)),
                snappedDown(std::clamp(middle.y - rect.h / 2, -kMaxCoord, kMaxCoord)), rect.w, rect.h};
    }

    const Design& design_;
    const QSet<ElementId>& unplaced_;
    const QList<ElementId>& waiting_;
    const bool leftToRight_;
    QHash<ElementId, QList<const Connection*>> lines_; ///< at those that wait, by either end
    FreePlaces places_;
    QHash<ElementId, Rect> found_;
};

} // namespace

QHash<ElementId, Rect> placesNearLinked(const Design& design, const QList<ElementId>& frames,
                                        const QSet<ElementId>& unplaced, const QList<ElementId>& waiting,
                                        bool leftToRight,
                                        const std::function<Size(const QString& label)>& labelSize) {
    if (waiting.isEmpty() || qint64(waiting.size()) * design.elements.size() > kMostLooked)
        return {};
    return Finder(design, unplaced, waiting, leftToRight).run(frames, labelSize);
}

} // namespace groundplan
