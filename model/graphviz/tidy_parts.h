#pragma once

#include "model/graphviz/tidy.h"

namespace groundplan {

/// A card that goes where its block goes.
struct TidyCard {
    ElementId id;
    Rect rect; ///< beside its block, even if it lay over it
};

/// What tidying moves as one: a block with the cards that stand by it, a card in a frame, an empty frame.
struct TidyBox {
    ElementId id;
    ElementId frame; ///< around it; none: the board
    Rect rect;       ///< around all of it; the element itself lies on whole steps from its corner
    QList<TidyCard> cards;
    bool isFree = false; ///< may be moved
};

/// A card farther from every block than this stands by itself, and is given that room.
inline constexpr Coord kCardBeside = 64 * kUnitsPerPoint;

struct TidyFrame {
    ElementId id;
    ElementId parent;
    Rect rect;
    int depth = 0;       ///< frames around it
    bool isFree = false; ///< moves with all that it holds
    bool fits = false;   ///< may become smaller, to fit what it holds
};

/// A design as tidying sees it.
struct TidyParts {
    QList<TidyBox> boxes;              ///< by place: from left to right, or from top to bottom
    QList<TidyFrame> frames;           ///< parents before their children; without empty ones that are boxes
    QList<ElementId> loose;            ///< cards on the board that stand by nothing and may be pushed aside
    QHash<ElementId, ElementId> boxOf; ///< of blocks
};

TidyParts tidyParts(const Design& design, const TidyOptions& options);

} // namespace groundplan
