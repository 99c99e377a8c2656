#include "model/design/lens.h"

namespace groundplan {

namespace {

/// Nothing that is lit stands in a dim frame.
QSet<ElementId> withFramesAround(const Design& design, QSet<ElementId> lit) {
    const QSet<ElementId> inside = lit;
    for (const ElementId id : inside) {
        const Element* element = design.elements.find(id);
        // A frame that is known already has had its own frames added.
        while (element && element->parent && !lit.contains(element->parent)) {
            lit.insert(element->parent);
            element = design.elements.find(element->parent);
        }
    }
    return lit;
}

QSet<ElementId> litByFlow(const Design& design, Flow flow) {
    QSet<ElementId> lit;
    for (const Connection& connection : design.connections) {
        if (connection.flow != flow)
            continue;
        lit.insert(connection.id);
        lit.insert(connection.source);
        lit.insert(connection.target);
    }
    return lit;
}

} // namespace

QSet<ElementId> litBy(const Design& design, Lens lens) {
    if (lens >= Lens::Flow)
        return withFramesAround(design, litByFlow(design, Flow(int(lens) - int(Lens::Flow))));
    QSet<ElementId> measured;
    if (lens == Lens::NoMetrics) {
        for (const Metric& metric : design.metrics)
            measured.insert(metric.subject);
    }
    const auto isLit = [&](const Block& block) {
        switch (lens) {
        case Lens::Online:
            return block.path == Path::Online;
        case Lens::Offline:
            return block.path == Path::Offline;
        case Lens::MachineLearning:
            return block.ml;
        case Lens::NoMetrics:
            return !measured.contains(block.id);
        default:
            return false;
        }
    };
    QSet<ElementId> lit;
    for (const Block& block : design.blocks) {
        if (isLit(block))
            lit.insert(block.id);
    }
    for (const Connection& connection : design.connections) {
        if (lit.contains(connection.source) && lit.contains(connection.target))
            lit.insert(connection.id);
    }
    return withFramesAround(design, lit);
}

} // namespace groundplan
