#pragma once

#include "model/design/geometry.h"

#include <QHash>
#include <QList>

#include <bit>

namespace groundplan {

/// Finds the rectangles at a place among many: each stands in at most four cells of a grid as coarse as
/// itself, so a question looks into one cell a size.
class BoxIndex {
public:
    void add(qsizetype which, const Rect& rect) {
        const int level = levelOf(rect);
        levels_ |= 1u << level;
        for (qint64 x = rect.x >> level; x <= qint64(rect.right()) >> level; ++x) {
            for (qint64 y = rect.y >> level; y <= qint64(rect.bottom()) >> level; ++y)
                cells_[{level, x, y}] << Entry{which, rect};
        }
    }

    /// Calls `found(which, rect)` for what contains `at`. In one place no more than some hundred of one size
    /// are looked at: only a hostile file has more.
    template <class Found>
    void at(Point at, Found found) const {
        for (quint32 left = levels_; left != 0; left &= left - 1) {
            const int level = std::countr_zero(left);
            const auto cell = cells_.constFind({level, at.x >> level, at.y >> level});
            if (cell == cells_.cend())
                continue;
            constexpr qsizetype kMost = 500;
            const qsizetype count = std::min(cell->size(), kMost);
            for (qsizetype i = 0; i < count; ++i) {
                const Entry& entry = (*cell)[i];
                if (entry.rect.contains(at))
                    found(entry.which, entry.rect);
            }
        }
    }

private:
    struct Entry {
        qsizetype which;
        Rect rect;
    };
    struct Cell {
        int level;
        qint64 x, y;
        friend bool operator==(const Cell&, const Cell&) = default;
        friend size_t qHash(const Cell& cell, size_t seed = 0) {
            return qHashMulti(seed, cell.level, cell.x, cell.y);
        }
    };
    static int levelOf(const Rect& rect) {
        return std::bit_width(quint32(std::max({rect.w, rect.h, Coord(1)})));
    }

    QHash<Cell, QList<Entry>> cells_;
    quint32 levels_ = 0;
};

} // namespace groundplan
