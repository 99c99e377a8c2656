#pragma once

#include "model/design/geometry.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace groundplan::routing {

/// Rectangles by place: a hash of square cells of 256 points, for "what lies about here". A rectangle may be
/// flat (a segment). Inserting and removing touch only the cells it covers; the few that cover very many are
/// kept in a list.
class GridHash {
public:
    void clear() { *this = GridHash(); }
    bool isEmpty() const { return count_ == 0; }
    void insert(int item, const Rect& rect);
    /// `rect` must be the one it was inserted with.
    void remove(int item, const Rect& rect);

    /// Calls `found(item, rect)` once for every rectangle that touches `area` (borders count), in no useful
    /// order.
    template <class Found>
    void visit(const Rect& area, Found&& found) const;

private:
    static constexpr int kCellShift = 11; ///< 2048 units
    static constexpr int kMostCells = 256;

    struct Entry {
        Rect rect;
        int item = -1;
        int next = -1;
    };
    struct Cell {
        qint32 x = 0;
        qint32 y = 0;
        int head = kUnused; ///< index of an entry, kEmpty, or kUnused
    };
    static constexpr int kEmpty = -1;
    static constexpr int kUnused = -2;

    struct Span {
        qint32 x0, y0, x1, y1;
        qint64 count() const { return (qint64(x1) - x0 + 1) * (qint64(y1) - y0 + 1); }
    };
    static Span spanOf(const Rect& rect) {
        return {rect.left() >> kCellShift, rect.top() >> kCellShift, rect.right() >> kCellShift,
                rect.bottom() >> kCellShift};
    }
    static std::size_t hashOf(qint32 x, qint32 y) {
        std::uint64_t key = (std::uint64_t(std::uint32_t(x)) << 32) | std::uint32_t(y);
        key = (key ^ (key >> 32)) * 0x9E3779B97F4A7C15ULL;
        return std::size_t(key ^ (key >> 29));
    }
    static bool touches(const Rect& a, const Rect& b) {
        return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() &&
               b.top() <= a.bottom();
    }
    const Cell* find(qint32 x, qint32 y) const;
    Cell& cellFor(qint32 x, qint32 y);
    void grow();

    std::vector<Cell> cells_; ///< open addressing; size is a power of two
    std::size_t used_ = 0;
    std::vector<Entry> entries_;
    int free_ = -1;
    std::size_t count_ = 0; ///< of rectangles
    std::vector<Entry> large_;
};

template <class Found>
void GridHash::visit(const Rect& area, Found&& found) const {
    for (const Entry& entry : large_) {
        if (touches(entry.rect, area))
            found(entry.item, entry.rect);
    }
    if (cells_.empty())
        return;
    const Span wanted = spanOf(area);
    // A rectangle lies in several cells; the first one that it shares with the area reports it.
    const auto visitCell = [&](const Cell& cell) {
        for (int i = cell.head; i >= 0; i = entries_[std::size_t(i)].next) {
            const Entry& entry = entries_[std::size_t(i)];
            if (!touches(entry.rect, area))
                continue;
            if (std::max(wanted.x0, entry.rect.left() >> kCellShift) == cell.x &&
                std::max(wanted.y0, entry.rect.top() >> kCellShift) == cell.y)
                found(entry.item, entry.rect);
        }
    };
    if (wanted.count() > qint64(used_)) {
        for (const Cell& cell : cells_) {
            if (cell.head >= 0 && cell.x >= wanted.x0 && cell.x <= wanted.x1 && cell.y >= wanted.y0 &&
                cell.y <= wanted.y1)
                visitCell(cell);
        }
        return;
    }
    for (qint32 y = wanted.y0; y <= wanted.y1; ++y) {
        for (qint32 x = wanted.x0; x <= wanted.x1; ++x) {
            if (const Cell* cell = find(x, y))
                visitCell(*cell);
        }
    }
}

} // namespace groundplan::routing
