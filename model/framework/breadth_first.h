#pragma once

#include "model/design/id.h"

#include <QHash>
#include <QList>

#include <deque>
#include <optional>

namespace groundplan {

/// A breadth-first search that remembers how it came to each place. Place: a value with a hash, whose member
/// `block` is none where there is no place.
template <class Place>
class BreadthFirst {
public:
    /// `place` is to be gone on from, unless it was reached before; `before`: from where; none: it is a
    /// beginning.
    void reach(const Place& place, const Place& before = {}) {
        if (from_.contains(place))
            return;
        from_.insert(place, before);
        open_.push_back(place);
    }
    /// The next place to go on from, the nearest first; nothing when all has been seen.
    std::optional<Place> next() {
        if (open_.empty())
            return std::nullopt;
        const Place place = open_.front();
        open_.pop_front();
        return place;
    }
    /// The blocks from `end` back to where the way begins.
    QList<ElementId> backFrom(const Place& end) const {
        QList<ElementId> way;
        for (Place on = end; on.block; on = from_.value(on))
            way.append(on.block);
        return way;
    }

private:
    QHash<Place, Place> from_;
    std::deque<Place> open_;
};

} // namespace groundplan
