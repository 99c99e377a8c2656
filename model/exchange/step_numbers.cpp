#include "model/exchange/step_numbers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

using Node = Diagram::Node;
using NodeType = Diagram::NodeType;

bool isStepNumber(const Node& node) {
    constexpr Coord kMost = 40 * kUnitsPerPoint;
    const QString& label = node.label;
    return node.type == NodeType::Block && !node.exact && node.hints.isEmpty() &&
           node.description.isEmpty() && node.link.isEmpty() && node.rect &&
           std::max(node.rect->w, node.rect->h) <= kMost && !label.isEmpty() && label.size() <= 2 &&
           std::all_of(label.begin(), label.end(), [](QChar sign) { return sign.isDigit(); });
}

QList<Node> drawnStep(Node ring) {
    if (ring.group.isEmpty())
        ring.group = ring.id;
    Node number = ring;
    number.type = NodeType::Text;
    number.id = ring.id + u"-number"_s;
    number.shape.clear();
    number.colour.clear();
    number.heldAcross = number.heldDown = 0.5;
    ring.label.clear();
    ring.filled = false; // no colour of letters is sure to show on it
    const bool round = ring.shape == u"ellipse"_s || ring.shape == u"doublecircle"_s ||
                       ring.shape == u"diamond"_s || ring.shape == u"triangle"_s;
    ring.type = round ? NodeType::Ellipse : NodeType::Rectangle;
    return {ring, number};
}

} // namespace groundplan
