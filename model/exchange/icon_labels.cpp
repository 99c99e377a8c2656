#include "model/exchange/icon_labels.h"

#include "model/design/box_index.h"
#include "model/exchange/nearest.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace groundplan {

namespace {

using Node = Diagram::Node;
using NodeType = Diagram::NodeType;

constexpr Coord kClose = 16 * kUnitsPerPoint;
constexpr Coord kAligned = 6 * kUnitsPerPoint;
/// By so much another one must be farther away.
constexpr Coord kClearly = 4 * kUnitsPerPoint;

bool isGap(Coord gap, Coord side) {
    return gap >= -kClose / 2 && gap <= std::max(kClose, side / 2);
}

/// How far the text is from where a label stands in the icon's column; nothing: it is none.
std::optional<Coord> awayInColumn(const Rect& icon, const Node& text) {
    // Most write below: what lies between two icons is the upper one's.
    constexpr Coord kAbove = 12 * kUnitsPerPoint;
    const Rect& rect = *text.rect;
    const Coord off = rect.center().x - icon.center().x;
    const bool inColumn = std::abs(off) <= std::max(kAligned, icon.w / 6) ||
                          (text.heldAcross == 0 && std::abs(rect.left() - icon.left()) <= kAligned) ||
                          (text.heldAcross == 1 && std::abs(rect.right() - icon.right()) <= kAligned);
    if (!inColumn)
        return std::nullopt;
    if (const Coord gap = rect.top() - icon.bottom(); isGap(gap, icon.h))
        return std::max(gap, 0);
    // What stands farther above it is a remark, or the label of what is higher up.
    if (const Coord gap = icon.top() - rect.bottom(); isGap(gap, icon.h) && gap <= kClose)
        return std::max(gap, 0) + kAbove;
    return std::nullopt;
}
/// How far it stands right of it; nothing: elsewhere.
std::optional<Coord> gapBeside(const Rect& icon, const Rect& text) {
    const Coord off = text.center().y - icon.center().y, gap = text.left() - icon.right();
    const bool beside = std::abs(off) <= std::max(kAligned, icon.h / 6) && isGap(gap, icon.w);
    return beside ? std::optional(std::max(gap, 0)) : std::nullopt;
}

/// What else stands about the texts.
class Surroundings {
public:
    Surroundings(const QList<Node>& nodes, const QList<qsizetype>& holders, const QList<LooseLine>& lines)
        : nodes_(nodes)
        , holders_(holders) {
        QHash<QString, qsizetype> byId;
        for (qsizetype i = 0; i < nodes.size(); ++i) {
            byId.insert(nodes[i].id, i);
            const bool thing = nodes[i].type == NodeType::Block || nodes[i].type == NodeType::Image ||
                               nodes[i].type == NodeType::Sticky;
            if (thing && nodes[i].rect)
                things_.add(i, nodes[i].rect->grown(kFar));
        }
        for (const LooseLine& line : lines) {
            const qsizetype from = byId.value(line.edge.source, -1), to = byId.value(line.edge.target, -1);
            if (from < 0 || to < 0 || from == to)
                continue;
            ends_[from] << to;
            ends_[to] << from;
            joined_ << std::pair(from, to) << std::pair(to, from);
        }
    }

    /// Whether a text right of an icon, after that gap, belongs to something else as well as to the icon.
    bool claims(qsizetype icon, qsizetype text, Coord gap) const {
        const Node& words = nodes_[text];
        // Letters at the left of a wide box were put there, beside the icon.
        if (words.heldAcross == 0 && words.wraps)
            return false;
        const Rect& rect = *words.rect;
        const Point middle = rect.center();
        // The line leads through its words.
        constexpr qsizetype kMost = 200; // only a hostile file has more
        const QList<qsizetype> ends = ends_.value(icon);
        const auto last = ends.begin() + std::min(kMost, ends.size());
        const bool upon = std::any_of(ends.begin(), last, [&](qsizetype other) {
            const Rect end = nodes_[other].rect.value_or(Rect());
            return end.left() >= middle.x && end.top() <= middle.y && end.bottom() >= middle.y;
        });
        return upon || gapAfter(text) < gap + kClearly;
    }
    /// How far right of a text the next thing stands; looked for once.
    Coord gapAfter(qsizetype text) const {
        if (text == asked_)
            return gap_;
        asked_ = text;
        gap_ = kMaxCoord;
        const Rect& rect = *nodes_[text].rect;
        things_.at({rect.right(), rect.center().y}, [&](qsizetype i, const Rect&) {
            const Coord gap = nodes_[i].rect->left() - rect.right();
            if (holders_[i] == holders_[text] && isGap(gap, 2 * kFar))
                gap_ = std::min(gap_, gap);
        });
        return gap_;
    }
    bool areJoined(qsizetype icon, qsizetype text) const { return joined_.contains({icon, text}); }

private:
    static constexpr Coord kFar = 48 * kUnitsPerPoint;
    const QList<Node>& nodes_;
    const QList<qsizetype>& holders_;
    BoxIndex things_;
    QHash<qsizetype, QList<qsizetype>> ends_; ///< of the lines of each node, the other ones
    QSet<std::pair<qsizetype, qsizetype>> joined_;
    mutable qsizetype asked_ = -1; ///< whose gap this is
    mutable Coord gap_ = 0;
};

} // namespace

QList<std::pair<qsizetype, qsizetype>> iconLabels(const QList<Node>& nodes, const QList<qsizetype>& icons,
                                                  const QList<qsizetype>& texts,
                                                  const QList<qsizetype>& holders,
                                                  const QList<LooseLine>& lines) {
    if (icons.isEmpty() || texts.isEmpty())
        return {};
    constexpr Coord kRight = 8 * kUnitsPerPoint;
    const Surroundings around(nodes, holders, lines);
    QHash<qsizetype, Nearest> textOf, iconOf;
    BoxIndex reach;
    for (const qsizetype icon : icons) {
        const Rect& rect = *nodes[icon].rect;
        reach.add(icon, rect.grown(std::max(rect.w, rect.h) + kClose));
    }
    for (const qsizetype text : texts) {
        QSet<qsizetype> seen;
        const auto look = [&](qsizetype icon, const Rect&) {
            if (seen.contains(icon) || nodes[icon].parent != nodes[text].parent ||
                holders[icon] != holders[text])
                return;
            seen.insert(icon);
            const Rect& rect = *nodes[icon].rect;
            std::optional<Coord> away = awayInColumn(rect, nodes[text]);
            if (const auto gap = away ? std::nullopt : gapBeside(rect, *nodes[text].rect)) {
                if (!around.claims(icon, text, *gap))
                    away = *gap + kRight;
            }
            if (!away || around.areJoined(icon, text))
                return;
            iconOf[text].note(icon, *away);
            textOf[icon].note(text, *away);
        };
        // A wide text begins beside its icon and has its middle far away.
        const Rect& rect = *nodes[text].rect;
        reach.at(rect.center(), look);
        reach.at({rect.left(), rect.center().y}, look);
    }
    QList<std::pair<qsizetype, qsizetype>> pairs;
    for (const qsizetype icon : icons) {
        const Nearest text = textOf.value(icon);
        if (text.isClear(kClearly) && iconOf[text.which].which == icon &&
            iconOf[text.which].isClear(kClearly))
            pairs << std::pair(icon, text.which);
    }
    return pairs;
}

} // namespace groundplan
