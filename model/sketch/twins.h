#pragma once

#include "model/design/design.h"

#include <QHash>
#include <QList>

#include <optional>

namespace groundplan {

/// Says which of several blocks with equal names a word means: one that is selected, else the one that stands
/// nearest, else the one that the word was found to mean.
class Twins {
public:
    Twins(const Design& design, const QList<ElementId>& selected)
        : design_(design)
        , selected_(selected) {}

    /// `found` is what `words` mean by themselves; `near` is where the result will stand.
    ElementId meant(ElementId found, const QString& words, std::optional<Point> near);

private:
    const Design& design_;
    const QList<ElementId>& selected_;
    QHash<QString, QList<ElementId>> byTitle_; ///< filled when first asked: most lines only add blocks
    QHash<QString, ElementId> byName_;
};

} // namespace groundplan
