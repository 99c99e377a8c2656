#include "model/routing/grid_hash.h"

namespace groundplan::routing {

const GridHash::Cell* GridHash::find(qint32 x, qint32 y) const {
    const std::size_t mask = cells_.size() - 1;
    for (std::size_t i = hashOf(x, y) & mask;; i = (i + 1) & mask) {
        const Cell& cell = cells_[i];
        if (cell.head == kUnused)
            return nullptr;
        if (cell.x == x && cell.y == y)
            return &cell;
    }
}

GridHash::Cell& GridHash::cellFor(qint32 x, qint32 y) {
    if (cells_.empty() || used_ * 3 >= cells_.size() * 2)
        grow();
    const std::size_t mask = cells_.size() - 1;
    for (std::size_t i = hashOf(x, y) & mask;; i = (i + 1) & mask) {
        Cell& cell = cells_[i];
        if (cell.head == kUnused) {
            cell = {x, y, kEmpty};
            ++used_;
            return cell;
        }
        if (cell.x == x && cell.y == y)
            return cell;
    }
}

void GridHash::grow() {
    std::vector<Cell> old(cells_.empty() ? 64 : cells_.size() * 2);
    old.swap(cells_);
    const std::size_t mask = cells_.size() - 1;
    used_ = 0;
    for (const Cell& cell : old) {
        if (cell.head == kUnused || cell.head == kEmpty)
            continue;
        std::size_t i = hashOf(cell.x, cell.y) & mask;
        while (cells_[i].head != kUnused)
            i = (i + 1) & mask;
        cells_[i] = cell;
        ++used_;
    }
}

void GridHash::insert(int item, const Rect& rect) {
    ++count_;
    const Span span = spanOf(rect);
    if (span.count() > kMostCells) {
        large_.push_back({rect, item, -1});
        return;
    }
    for (qint32 y = span.y0; y <= span.y1; ++y) {
        for (qint32 x = span.x0; x <= span.x1; ++x) {
            Cell& cell = cellFor(x, y);
            int index = free_;
            if (index >= 0) {
                free_ = entries_[std::size_t(index)].next;
                entries_[std::size_t(index)] = {rect, item, cell.head};
            } else {
                index = int(entries_.size());
                entries_.push_back({rect, item, cell.head});
            }
            cell.head = index;
        }
    }
}

void GridHash::remove(int item, const Rect& rect) {
    --count_;
    const Span span = spanOf(rect);
    if (span.count() > kMostCells) {
        const auto it = std::find_if(large_.rbegin(), large_.rend(), [&](const Entry& entry) {
            return entry.item == item && entry.rect == rect;
        });
        if (it != large_.rend())
            large_.erase(std::next(it).base());
        return;
    }
    for (qint32 y = span.y0; y <= span.y1; ++y) {
        for (qint32 x = span.x0; x <= span.x1; ++x) {
            int* link = &cellFor(x, y).head;
            while (*link >= 0) {
                Entry& entry = entries_[std::size_t(*link)];
                if (entry.item == item && entry.rect == rect) {
                    const int index = *link;
                    *link = entry.next;
                    entry.item = -1;
                    entry.next = free_;
                    free_ = index;
                    break;
                }
                link = &entry.next;
            }
        }
    }
}

} // namespace groundplan::routing
