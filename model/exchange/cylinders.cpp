#include "model/exchange/cylinders.h"

#include "model/exchange/places_in_drawing.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using namespace indrawing;
using Node = Diagram::Node;
using NodeType = Diagram::NodeType;
using Pairs = QList<std::pair<qsizetype, qsizetype>>;

bool isOfGroup(const Node& node) {
    return node.type == NodeType::Block && node.rect && !node.group.isEmpty() && !node.exact;
}
/// Upon the upper or the lower edge.
bool isLid(const Rect& lid, const Rect& box) {
    const double wide = box.w / 10.0;
    const Coord middle = lid.center().y;
    return std::abs(lid.x - box.x) <= wide && std::abs(lid.right() - box.right()) <= wide && lid.h < box.h &&
           std::min(std::abs(middle - box.top()), std::abs(middle - box.bottom())) <= lid.h / 4;
}

Pairs joinBoxes(QList<Node>& nodes) {
    QHash<QString, qsizetype> boxes; // the first of a group
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        if (isOfGroup(nodes[i]) && nodes[i].shape.isEmpty() && !boxes.contains(nodes[i].group))
            boxes.insert(nodes[i].group, i);
    }
    Pairs lids;
    QHash<qsizetype, Rect> joined;
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        const Node& lid = nodes[i];
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

struct Group {
    QList<qsizetype> ellipses, texts, lines;
    bool other = false; ///< holds what no cylinder has
};

QHash<QString, Group> groupsOf(const QList<Node>& nodes, const QList<LooseLine>& lines) {
    QHash<QString, Group> groups;
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        const Node& node = nodes[i];
        if (node.group.isEmpty())
            continue;
        Group& group = groups[node.group];
        if (isOfGroup(node) && node.shape == u"ellipse"_s && node.label.isEmpty())
            group.ellipses << i;
        else if (node.type == NodeType::Text && node.rect && !node.exact)
            group.texts << i;
        else
            group.other = true;
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const LooseLine& line = lines[i];
        if (line.group.isEmpty())
            continue;
        Group& group = groups[line.group];
        group.lines << i;
        if (line.arrow || line.points.size() < 2 || !line.edge.label.isEmpty() ||
            !line.edge.source.isEmpty() || !line.edge.target.isEmpty())
            group.other = true;
    }
    return groups;
}
/// What the parts of a group cover that is drawn as an ellipse, walls down from its sides and a bottom of
/// another ellipse or an arc, which may be one line with the walls; nothing: it is no cylinder.
Rect cylinderOf(const Group& group, const Rect& lid, const QList<Node>& nodes,
                const QList<LooseLine>& lines) {
    const double wide = lid.w / 10.0;
    const auto isNear = [wide](Coord a, Coord b) { return std::abs(a - b) <= wide; };
    bool left = false, right = false, bottom = false;
    Coord lowest = lid.bottom();
    for (const qsizetype i : group.ellipses) {
        const Rect& disk = *nodes[i].rect;
        if (!isNear(disk.x, lid.x) || !isNear(disk.right(), lid.right()))
            return {};
        bottom = bottom || disk.top() > lid.center().y;
        lowest = std::max(lowest, disk.bottom());
    }
    for (const qsizetype i : group.lines) {
        const QList<Point>& way = lines[i].points;
        const auto [from, to] =
            std::minmax(way.first(), way.last(), [](Point a, Point b) { return a.x < b.x; });
        const Rect span = spanOf(way);
        const bool below = std::abs(span.top() - lid.center().y) <= lid.h / 2 && span.bottom() > lid.bottom();
        const bool atLeft = isNear(from.x, lid.x), atRight = isNear(to.x, lid.right());
        if (isNear(from.x, to.x) && below && isNear(span.w, 0)) {
            left = left || atLeft;
            right = right || atRight;
            if (!atLeft && !atRight)
                return {};
        } else if (way.size() > 2 && atLeft && atRight && isNear(from.y, to.y) &&
                   span.bottom() > lid.bottom()) {
            bottom = true;
            left = left || below;
            right = right || below;
        } else {
            return {};
        }
        for (const Point& at : way)
            lowest = std::max(lowest, at.y);
    }
    return left && right && bottom ? Rect{lid.x, lid.y, lid.w, lowest - lid.y} : Rect();
}

Pairs joinEllipses(QList<Node>& nodes, QList<LooseLine>& lines) {
    Pairs gone;
    const QHash<QString, Group> groups = groupsOf(nodes, lines);
    for (Group group : groups) {
        if (group.other || group.ellipses.isEmpty() || group.lines.isEmpty())
            continue;
        const auto isHigher = [&nodes](qsizetype a, qsizetype b) {
            return nodes[a].rect->y < nodes[b].rect->y;
        };
        const qsizetype lid = *std::min_element(group.ellipses.begin(), group.ellipses.end(), isHigher);
        const Rect body = cylinderOf(group, *nodes[lid].rect, nodes, lines);
        const auto isAtIt = [&](qsizetype text) {
            return nodes[text].rect->intersects(body.grown(body.h / 2));
        };
        if (body.isEmpty() || !std::all_of(group.texts.begin(), group.texts.end(), isAtIt))
            continue;
        nodes[lid].rect = body;
        nodes[lid].shape = u"cylinder"_s;
        std::stable_sort(group.texts.begin(), group.texts.end(), isHigher);
        QStringList words;
        for (const qsizetype text : std::as_const(group.texts))
            words << nodes[text].label;
        nodes[lid].label = words.join(u'\n');
        if (words.isEmpty()) // its name may stand beside it, as that of an icon
            nodes[lid].hints << u"database"_s;
        group.ellipses.removeOne(lid);
        for (const qsizetype part : group.ellipses + group.texts) {
            nodes[part].rect.reset();
            gone << std::pair(part, lid);
        }
        for (const qsizetype line : std::as_const(group.lines)) {
            lines[line] = LooseLine();
            lines[line].leftOut = true;
        }
    }
    return gone;
}

} // namespace

QList<std::pair<qsizetype, qsizetype>> joinCylinders(QList<Node>& nodes, QList<LooseLine>& lines) {
    return joinBoxes(nodes) + joinEllipses(nodes, lines);
}

} // namespace groundplan
