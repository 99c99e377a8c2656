#pragma once

#include "model/design/design.h"

#include <QHash>
#include <QString>

namespace groundplan {

/// What the elements of a design are called in an SVG file: blocks and frames by their names ("ranker"),
/// connections by those of their ends ("ranker-to-feature_store", a second one with "-2"), all else by its
/// sort and number ("card-12"). Unique, and the same as long as names stay; names have no hyphens, so other
/// ids of the file that do have one take none away.
class SvgIds {
public:
    /// The design must outlive this.
    explicit SvgIds(const Design& design);
    /// Empty for an element that the design does not have.
    QString of(ElementId id) const;

private:
    const Design& design_;
    QHash<ElementId, int> numbers_; ///< of those whose words alone are not unique; from 2
};

} // namespace groundplan
