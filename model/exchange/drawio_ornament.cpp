#include "model/exchange/drawio_ornament.h"

#include "model/graphviz/frame_margins.h"

#include <QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

namespace {

/// In a square of one, pointing to the right or opening to it.
QList<QPointF> unitLine(const QString& shape) {
    if (shape == u"curlybracket"_s)
        return {{1, 0}, {0.5, 0.06}, {0.5, 0.44}, {0, 0.5}, {0.5, 0.56}, {0.5, 0.94}, {1, 1}};
    if (shape == u"bracket"_s || shape == u"mxgraph.flowchart.annotation_1"_s)
        return {{1, 0}, {0, 0}, {0, 1}, {1, 1}};
    if (shape == u"mxgraph.flowchart.annotation_2"_s)
        return {{1, 0}, {0.5, 0}, {0.5, 0.5}, {0, 0.5}, {0.5, 0.5}, {0.5, 1}, {1, 1}};
    if (shape == u"singlearrow"_s || shape == u"doublearrow"_s || shape == u"mxgraph.arrows2.arrow"_s)
        return {{0, 0.5}, {1, 0.5}};
    return {};
}

} // namespace

OrnamentLine ornamentLine(const Style& style, const QRectF& rect) {
    OrnamentLine line{unitLine(style.shape()), style.shape().contains(u"arrow"_s)};
    const QString direction = style.value(u"direction"_s);
    for (QPointF& at : line.points) {
        // Clockwise from east, then mirrored.
        if (direction == u"south"_s)
            at = {1 - at.y(), at.x()};
        else if (direction == u"west"_s)
            at = {1 - at.x(), 1 - at.y()};
        else if (direction == u"north"_s)
            at = {at.y(), 1 - at.x()};
        if (style.is(u"flipH"_s))
            at.setX(1 - at.x());
        if (style.is(u"flipV"_s))
            at.setY(1 - at.y());
        at = {rect.x() + at.x() * rect.width(), rect.y() + at.y() * rect.height()};
    }
    return line;
}

void freeTitles(LooseDrawing& drawing) {
    using NodeType = Diagram::NodeType;
    QHash<QString, Coord> tops; // of the frames within each frame
    // Parents come before what is in them.
    for (auto node = drawing.nodes.rbegin(); node != drawing.nodes.rend(); ++node) {
        if (node->type != NodeType::Frame || !node->rect || node->own)
            continue;
        Rect& rect = *node->rect;
        const auto top = tops.constFind(node->id);
        if (top != tops.cend() && !node->label.isEmpty() && *top >= rect.y && *top - rect.y < kFrameTop) {
            const Coord by = kFrameTop - (*top - rect.y);
            rect.y = std::max(rect.y - by, -kMaxCoord);
            rect.h = std::min(rect.h + by, kMaxSize);
        }
        if (node->parent.isEmpty())
            continue;
        const auto known = tops.constFind(node->parent);
        tops.insert(node->parent, known == tops.cend() ? rect.y : std::min(*known, rect.y));
    }
}

} // namespace groundplan::drawio
