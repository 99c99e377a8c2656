#include "model/exchange/idle_marks.h"

#include <QHash>

#include <algorithm>

namespace groundplan {

namespace {

/// Where every line is dashed or thick, that is their author's taste and tells none from another.
void dropCommonStyle(QList<Diagram::Edge>& edges) {
    const bool same = edges.size() > 1 &&
                      std::all_of(edges.cbegin(), edges.cend(),
                                  [&edges](const auto& edge) { return edge.line == edges.first().line; });
    if (!same)
        return;
    for (Diagram::Edge& edge : edges)
        edge.line = LineLook::Plain;
}
/// Of a box and its text one thing is left.
void dissolveGroups(QList<Diagram::Node>& nodes) {
    QHash<QString, int> members;
    for (const Diagram::Node& node : std::as_const(nodes))
        ++members[node.group];
    for (Diagram::Node& node : nodes) {
        if (members.value(node.group) < 2)
            node.group.clear();
    }
}

} // namespace

void dropWhatTellsNothing(Diagram& diagram) {
    dissolveGroups(diagram.nodes);
    dropCommonStyle(diagram.edges);
}

} // namespace groundplan
