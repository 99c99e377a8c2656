#pragma once

#include "model/exchange/drawio_file.h"
#include "model/exchange/neighbours.h"

#include <optional>

namespace groundplan::drawio {

/// What a person calls the cells of a page in sentences; never by their ids, which nobody has seen.
class CellNames {
public:
    /// `page` must outlive this. The ids of what its cells become begin with `prefix`.
    CellNames(const Page& page, const QString& prefix)
        : page_(page)
        , prefix_(prefix) {}

    /// Its text; else its icon, or what it is, and beside what it lies.
    QString of(const Cell& cell) const;

private:
    QString whereIs(const Cell& cell) const;
    QRectF placeOf(const Cell& cell) const;

    const Page& page_;
    const QString prefix_;
    mutable QHash<QString, const Cell*> cells_; ///< by id; filled with `neighbours_`
    mutable std::optional<Neighbours> neighbours_;
};

} // namespace groundplan::drawio
