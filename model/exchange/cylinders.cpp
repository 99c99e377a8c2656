#include "model/exchange/cylinders.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

bool isOfGroup(const Diagram::Node& node) {
    return node.type == Diagram::NodeType::Block && node.rect && !node.group.isEmpty() && !node.exact;
}
/// Upon the upper or the lower edge.
bool isLid(const Rect& lid, const Rect& box) {
    const double wide = box.w / 10.0;
    const Coord middle = lid.center().y;
    return std::abs(lid.x - box.x) <= wide && std::abs(lid.right() - box.right()) <= wide && lid.h < box.h &&
           std::min(std::abs(middle - box.top()), std::abs(middle - box.bottom())) <= lid.h / 4;
}

} // namespace

QList<std::pair<qsizetype, qsizetype>> joinCylinders(QList<Diagram::Node>& nodes) {
    QHash<QString, qsizetype> boxes; // the first of a group
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        if (isOfGroup(nodes[i]) && nodes[i].shape.isEmpty() && !boxes.contains(nodes[i].group))
            boxes.insert(nodes[i].group, i);
    }
    QList<std::pair<qsizetype, qsizetype>> lids;
    QHash<qsizetype, Rect> joined;
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        const Diagram::Node& lid = nodes[i];
        if (!isOfGroup(lid) || lid.shape != u"ellipse"_s || !lid.label.isEmpty() ||
            !boxes.contains(lid.group))
            continue;
        const qsizetype box = boxes[lid.group];
        const Rect& body = *nodes[box].rect;
        if (!isLid(*lid.rect, body))
            continue;
        joined[box] = joined.value(box, body).united(*lid.rect);
        lids << std::pair(i, box);
    }
    for (const auto& [lid, box] : std::as_const(lids)) {
        nodes[box].rect = joined[box];
        nodes[box].shape = u"cylinder"_s;
        nodes[lid].rect.reset();
    }
    return lids;
}

} // namespace groundplan
