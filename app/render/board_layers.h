#pragma once

#include "model/design/design.h"

#include <QHash>
#include <QPointF>
#include <QRgb>
#include <QStringList>

#include <memory>
#include <vector>

namespace groundplan {

/// What the board index holds for the painter and the pointer: each layer's elements in one piece of memory,
/// back to front, with what a frame of the picture needs close at hand. Rows are shared with the design, so
/// an entry stays whole even while the design moves on before update().
struct EntryBase {
    ElementId id;
    qint64 order = 0;
    bool locked = false;
    bool pinned = false;
};

struct FrameEntry : EntryBase {
    std::shared_ptr<const Frame> frame;
    QRgb colour = 0; ///< own colour; 0: none
};

struct ConnectionEntry : EntryBase {
    std::shared_ptr<const Connection> connection;
    Point origin; ///< top left of the source end: the route's zero
    Rect label;   ///< of the pill, board units; empty without a label
};

/// Anything but a frame or a connection: one of the rows is set.
struct FrontEntry : EntryBase {
    std::shared_ptr<const Block> block;
    std::shared_ptr<const Card> card;
    std::shared_ptr<const Stroke> stroke;
    std::shared_ptr<const Shape> shape;
    std::shared_ptr<const Image> image;
    qint32 kind = -1;  ///< block: number in BoardLayers::kinds
    QRgb colour = 0;   ///< own colour; 0: the kind's, or the theme's ink
    bool hung = false; ///< has notes, decisions or shown metrics (see BoardIndex::attached)
    const Rect& rect() const {
        return block    ? block->rect
               : card   ? card->rect
               : stroke ? stroke->rect
               : shape  ? shape->rect
                        : image->rect;
    }
};

template <class Entry>
struct LayerOf {
    std::vector<Entry> entries; ///< by order, then id
    std::vector<Rect> bounds;   ///< of each, as painted, marks and labels included
};

struct BoardLayers {
    LayerOf<FrameEntry> frames;
    LayerOf<ConnectionEntry> connections;
    LayerOf<FrontEntry> fronts;
    QStringList kinds; ///< names of the kinds in use, by number
};

/// Corners of a connection in points, on the board.
QList<QPointF> cornersOf(const ConnectionEntry& entry);
/// Where the pill of its label lies, in units; measured with the board's font where no size is stored.
/// `corners`: its way, of two points at least.
Rect labelRect(const Connection& connection, const QList<QPointF>& corners);

} // namespace groundplan
