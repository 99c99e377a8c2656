#include "model/exchange/frames_of_file.h"

#include "model/design/box_index.h"
#include "model/exchange/places_in_drawing.h"

#include <QHash>

namespace groundplan {

namespace {

using namespace indrawing;
using NodeType = Diagram::NodeType;

/// The innermost frame that holds `place`, reached from `parent` through frames that hold it too.
QString innermostAround(const Rect& place, const QString& parent, const BoxIndex& frames,
                        const QList<Diagram::Node>& nodes) {
    constexpr double kWholly = 0.98;  // as boxes of one parent hold each other
    QHash<QString, qsizetype> within; // the smallest by its parent
    frames.at(place.center(), [&](qsizetype i, const Rect& rect) {
        if (areaOf(rect) <= areaOf(place) || shareWithin(place, rect) < kWholly)
            return;
        const auto other = within.constFind(nodes[i].parent);
        if (other == within.cend() || areaOf(rect) <= areaOf(*nodes[*other].rect))
            within.insert(nodes[i].parent, i);
    });
    QString innermost = parent;
    for (auto next = within.find(innermost); next != within.end(); next = within.find(innermost)) {
        innermost = nodes[*next].id;
        within.erase(next); // a file may name frames that lie within themselves
    }
    return innermost;
}

} // namespace

void enterFrames(LooseDrawing& drawing) {
    BoxIndex frames;
    for (qsizetype i = 0; i < drawing.nodes.size(); ++i) {
        const Diagram::Node& node = drawing.nodes[i];
        if (node.type == NodeType::Frame && node.rect && !node.exact)
            frames.add(i, *node.rect);
    }
    for (Diagram::Node& node : drawing.nodes) {
        const Rect place = node.type == NodeType::Stroke ? spanOf(node.points) : node.rect.value_or(Rect());
        // Frames of the file stay where it has them.
        if (node.type != NodeType::Frame && !node.exact && !place.isEmpty())
            node.parent = innermostAround(place, node.parent, frames, drawing.nodes);
    }
    for (LooseLine& line : drawing.lines) {
        if (const Rect place = spanOf(line.points); !place.isEmpty())
            line.parent = innermostAround(place, line.parent, frames, drawing.nodes);
    }
}

} // namespace groundplan
