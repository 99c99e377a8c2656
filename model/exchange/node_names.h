#pragma once

#include "model/exchange/diagram.h"
#include "model/exchange/neighbours.h"

namespace groundplan {

/// What a person calls the nodes of a diagram in sentences: their words, else where they lie. Ids only where
/// there is neither: of what was typed, not drawn.
class NodeNames {
public:
    /// `diagram` must outlive this.
    explicit NodeNames(const Diagram& diagram)
        : diagram_(diagram) {}

    /// As NotTaken::thing() says it.
    QString called(qsizetype node) const;
    /// By what the file says of it, whatever it became.
    QString drawnAs(qsizetype node) const;

private:
    QString placeOf(qsizetype node) const;

    const Diagram& diagram_;
    mutable std::optional<Neighbours> neighbours_; ///< made when first needed
};

} // namespace groundplan
