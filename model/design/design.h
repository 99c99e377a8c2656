#pragma once

#include "model/design/assets.h"
#include "model/design/rows.h"
#include "model/design/table.h"

#include <QSet>

#include <optional>

namespace groundplan {

/// One architecture diagram with all that belongs to it, in memory. A copyable value: a copy for another
/// thread, an export or a comparison costs a few reference counts. Only Document changes the one that is
/// shown.
struct Design {
    Board board;
    Table<Element> elements; ///< every thing on the board has its row here and one in the table of its type
    Table<Block> blocks;
    Table<Frame> frames;
    Table<Connection> connections;
    Table<Card> cards;
    Table<Stroke> strokes;
    Table<Shape> shapes;
    Table<Image> images;
    Table<Note> notes;
    Table<Decision> decisions;
    Table<Option> options;
    Table<Argument> arguments;
    Table<Metric> metrics;
    Table<Requirement> requirements;
    Table<Property> properties;
    Table<Criterion> criteria;
    Table<Score> scores;
    Assets assets; ///< what the images show

    friend bool operator==(const Design&, const Design&) = default;

    /// The rectangle of anything but a connection; nothing for that or an unknown id.
    std::optional<Rect> rectOf(ElementId id) const;
    /// What the user calls it: a block's or frame's title, a connection's label, else its name or kind; never
    /// empty for an element that exists.
    QString captionOf(ElementId id) const;
    /// Name of a block or frame; empty for anything else.
    QString nameOf(ElementId id) const;

    /// The elements directly inside a frame (or on the board, for no frame), back to front.
    QList<ElementId> childrenOf(ElementId frame) const;
    /// `ids` with everything inside their frames, each once.
    QSet<ElementId> withDescendants(const QSet<ElementId>& ids) const;
    /// Whether `element` lies, directly or not, inside `frame`.
    bool isInside(ElementId element, ElementId frame) const;
    /// Connections with at least one end in `ids`.
    QSet<ElementId> connectionsAt(const QSet<ElementId>& ids) const;
    /// Smallest rectangle around everything on the board, routes too; empty for an empty board.
    Rect bounds() const;
    /// The corners of a connection's route in board coordinates; empty when it is not routed or has lost its
    /// source.
    QList<Point> routeOf(const Connection& connection) const;
};

/// The table of a design that holds rows of that type: `tableOf<Block>(design)`.
template <class Row>
auto& tableOf(auto& design) {
    if constexpr (std::is_same_v<Row, Element>)
        return design.elements;
    else if constexpr (std::is_same_v<Row, Block>)
        return design.blocks;
    else if constexpr (std::is_same_v<Row, Frame>)
        return design.frames;
    else if constexpr (std::is_same_v<Row, Connection>)
        return design.connections;
    else if constexpr (std::is_same_v<Row, Card>)
        return design.cards;
    else if constexpr (std::is_same_v<Row, Stroke>)
        return design.strokes;
    else if constexpr (std::is_same_v<Row, Shape>)
        return design.shapes;
    else if constexpr (std::is_same_v<Row, Image>)
        return design.images;
    else if constexpr (std::is_same_v<Row, Note>)
        return design.notes;
    else if constexpr (std::is_same_v<Row, Decision>)
        return design.decisions;
    else if constexpr (std::is_same_v<Row, Option>)
        return design.options;
    else if constexpr (std::is_same_v<Row, Argument>)
        return design.arguments;
    else if constexpr (std::is_same_v<Row, Metric>)
        return design.metrics;
    else if constexpr (std::is_same_v<Row, Requirement>)
        return design.requirements;
    else if constexpr (std::is_same_v<Row, Property>)
        return design.properties;
    else if constexpr (std::is_same_v<Row, Criterion>)
        return design.criteria;
    else if constexpr (std::is_same_v<Row, Score>)
        return design.scores;
}

/// Which of the two of its tables differ for `id`: what a canvas must draw again when `before` became
/// `after`.
struct ChangeSet {
    bool reset = false; ///< the whole design was loaded anew (somebody else wrote the file); lists are empty
    QSet<ElementId> elements; ///< inserted, changed or removed; includes subjects whose notes, decisions,
                              ///< metrics or properties changed
    QSet<ElementId> added;    ///< subset of elements
    QSet<ElementId> removed;  ///< subset of elements
    bool board = false;       ///< the board row, or what hangs on the board, or requirements
    bool order = false;       ///< some element's order or parent changed
    bool isEmpty() const { return !reset && elements.isEmpty() && !board; }
};

} // namespace groundplan
