#include "model/operations/operations.h"

#include "model/design/catalogue.h"

namespace groundplan {

Flow likelyFlow(const Design& design, const Catalogue& catalogue, ElementId source, ElementId target) {
    Q_UNUSED(design)
    Q_UNUSED(catalogue)
    Q_UNUSED(source)
    Q_UNUSED(target)
    return Flow::Request;
}

} // namespace groundplan
