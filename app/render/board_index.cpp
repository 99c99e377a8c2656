#include "app/render/board_index.h"

#include "app/render/board_layers.h"
#include "app/render/board_painter.h"
#include "app/render/look.h"
#include "app/render/route_shape.h"
#include "app/render/stroke_shape.h"
#include "model/routing/label_place.h"

#include <QColor>

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

template <class Entry>
bool before(const Entry& a, const Entry& b) {
    return a.order != b.order ? a.order < b.order : a.id < b.id;
}

QRgb ownColour(const QString& text) {
    const QColor colour = text.isEmpty() ? QColor() : QColor::fromString(text);
    return colour.isValid() ? colour.rgb() : 0;
}

Rect around(const QList<QPointF>& corners) {
    if (corners.isEmpty())
        return {};
    double l = corners[0].x(), r = l, t = corners[0].y(), b = t;
    for (QPointF p : corners) {
        l = std::min(l, p.x());
        r = std::max(r, p.x());
        t = std::min(t, p.y());
        b = std::max(b, p.y());
    }
    return {units(l), units(t), units(r - l), units(b - t)};
}

template <class Layer>
void takeOut(Layer& layer, std::size_t at) {
    layer.entries.erase(layer.entries.begin() + std::ptrdiff_t(at));
    layer.bounds.erase(layer.bounds.begin() + std::ptrdiff_t(at));
}

/// Where the entry with that order and id is, or belongs.
template <class Layer>
std::size_t placeOf(const Layer& layer, qint64 order, ElementId id) {
    const EntryBase wanted{id, order, false};
    return std::size_t(std::lower_bound(layer.entries.begin(), layer.entries.end(), wanted,
                                        [](const EntryBase& a, const EntryBase& b) { return before(a, b); }) -
                       layer.entries.begin());
}

template <class Layer>
bool isAt(const Layer& layer, std::size_t at, ElementId id) {
    return at < layer.entries.size() && layer.entries[at].id == id;
}

template <class Layer, class Entry>
void putAt(Layer& layer, Entry entry, const Rect& bounds) {
    const std::size_t at = placeOf(layer, entry.order, entry.id);
    if (isAt(layer, at, entry.id)) {
        layer.entries[at] = std::move(entry);
        layer.bounds[at] = bounds;
    } else {
        layer.entries.insert(layer.entries.begin() + std::ptrdiff_t(at), std::move(entry));
        layer.bounds.insert(layer.bounds.begin() + std::ptrdiff_t(at), bounds);
    }
}

/// Sorts entries by z-order and fills the bounds beside them.
template <class Layer, class BoundsOf>
void finish(Layer& layer, BoundsOf boundsOf) {
    std::sort(layer.entries.begin(), layer.entries.end(),
              [](const auto& a, const auto& b) { return before(a, b); });
    layer.bounds.clear();
    layer.bounds.reserve(layer.entries.size());
    for (const auto& entry : layer.entries)
        layer.bounds.push_back(boundsOf(entry));
}

Rect boundsOf(const FrameEntry& entry) {
    return entry.frame->rect.grown(units(look::kFrameReach));
}
Rect boundsOf(const FrontEntry& entry) {
    const Coord reach = entry.stroke ? strokeReach(*entry.stroke) : 0;
    return entry.rect().grown(std::max(units(look::kBlockReach), reach));
}
Rect boundsOf(const ConnectionEntry& entry) {
    const QList<QPointF> corners = cornersOf(entry);
    if (corners.isEmpty())
        return {entry.origin.x, entry.origin.y, 0, 0};
    return around(corners).grown(units(look::kLineReach)).united(entry.label);
}

} // namespace

QList<QPointF> cornersOf(const ConnectionEntry& entry) {
    return toPointsF(entry.connection->route, entry.origin);
}

Rect labelRect(const Connection& connection, const QList<QPointF>& corners) {
    const Size size = connection.labelSize.w > 0 ? connection.labelSize : measureLabel(connection.label);
    const QRectF rect =
        placeLabel(corners, connection.labelAt, {points(size.w), points(size.h)}, connection.direction);
    return {units(rect.left()), units(rect.top()), size.w, size.h};
}

struct BoardIndex::Private {
    BoardLayers layers;
    QHash<ElementId, qint64> orders; ///< the order under which each element is kept
    QHash<QString, qint32> kindNumbers;
    QHash<ElementId, Attached> attached;

    qint32 kindNumber(const QString& kind) {
        const auto it = kindNumbers.constFind(kind);
        if (it != kindNumbers.cend())
            return *it;
        const auto number = qint32(layers.kinds.size());
        layers.kinds.append(kind);
        kindNumbers.insert(kind, number);
        return number;
    }

    FrameEntry frameEntry(const Element& element, std::shared_ptr<const Frame> frame) const {
        const QRgb colour = ownColour(frame->colour);
        return {{element.id, element.order, element.locked, element.pinned}, std::move(frame), colour};
    }

    static FrontEntry frontEntry(const Element& element) {
        FrontEntry entry;
        static_cast<EntryBase&>(entry) = {element.id, element.order, element.locked, element.pinned};
        return entry;
    }

    FrontEntry blockEntry(const Element& element, std::shared_ptr<const Block> block) {
        FrontEntry entry = frontEntry(element);
        entry.block = std::move(block);
        entry.kind = kindNumber(entry.block->kind);
        entry.colour = ownColour(entry.block->colour);
        entry.hung = attached.contains(element.id);
        return entry;
    }

    /// A card, stroke, shape or image.
    static std::optional<FrontEntry> otherEntry(const Design& design, const Element& element) {
        FrontEntry entry = frontEntry(element);
        switch (element.type) {
        case ElementType::Card:
            entry.card = design.cards.share(element.id);
            return entry.card ? std::optional(entry) : std::nullopt;
        case ElementType::Stroke:
            entry.stroke = design.strokes.share(element.id);
            if (entry.stroke)
                entry.colour = ownColour(entry.stroke->colour);
            return entry.stroke ? std::optional(entry) : std::nullopt;
        case ElementType::Shape:
            entry.shape = design.shapes.share(element.id);
            if (entry.shape)
                entry.colour = ownColour(entry.shape->colour);
            return entry.shape ? std::optional(entry) : std::nullopt;
        case ElementType::Image:
            entry.image = design.images.share(element.id);
            return entry.image ? std::optional(entry) : std::nullopt;
        default:
            return std::nullopt;
        }
    }

    ConnectionEntry connectionEntry(const Design& design, const Element& element,
                                    std::shared_ptr<const Connection> connection) const {
        ConnectionEntry entry{
            {element.id, element.order, element.locked, element.pinned}, std::move(connection), {}, {}};
        if (const auto source = design.rectOf(entry.connection->source))
            entry.origin = source->topLeft();
        if (!entry.connection->label.trimmed().isEmpty()) {
            const QList<QPointF> corners = cornersOf(entry);
            if (corners.size() > 1)
                entry.label = labelRect(*entry.connection, corners);
        }
        return entry;
    }

    /// Collects what hangs on each element, or on those of `only`.
    void collectAttached(const Design& design, const QSet<ElementId>* only) {
        const auto wanted = [only](const auto& row) { return !only || only->contains(row.subject); };
        for (const Note* note : design.notes.sorted(wanted))
            attached[note->subject].notes.append(note->id);
        for (const Decision* decision : design.decisions.sorted(wanted))
            attached[decision->subject].decisions.append(decision->id);
        for (const Metric* metric :
             design.metrics.sorted([&](const Metric& m) { return m.shown && wanted(m); }))
            attached[metric->subject].shownMetrics.append(metric->id);
    }

    void take(const Design& design, ElementId id) {
        const Element* element = design.elements.find(id);
        if (!element)
            return;
        if (auto block = design.blocks.share(id)) {
            const FrontEntry entry = blockEntry(*element, std::move(block));
            putAt(layers.fronts, entry, boundsOf(entry));
        } else if (const auto other = otherEntry(design, *element)) {
            putAt(layers.fronts, *other, boundsOf(*other));
        } else if (auto frame = design.frames.share(id)) {
            const FrameEntry entry = frameEntry(*element, std::move(frame));
            putAt(layers.frames, entry, boundsOf(entry));
        } else if (auto connection = design.connections.share(id)) {
            const ConnectionEntry entry = connectionEntry(design, *element, std::move(connection));
            putAt(layers.connections, entry, boundsOf(entry));
        } else {
            return;
        }
        orders.insert(id, element->order);
    }

    void drop(ElementId id) {
        const auto order = orders.constFind(id);
        if (order == orders.cend())
            return;
        const auto from = [&](auto& layer) {
            const std::size_t at = placeOf(layer, *order, id);
            const bool here = isAt(layer, at, id);
            if (here)
                takeOut(layer, at);
            return here;
        };
        if (!from(layers.fronts) && !from(layers.connections))
            from(layers.frames);
        orders.erase(order);
    }
};

BoardIndex::BoardIndex()
    : d(std::make_unique<Private>()) {}

BoardIndex::BoardIndex(const Design& design)
    : BoardIndex() {
    rebuild(design);
}

BoardIndex::~BoardIndex() = default;
BoardIndex::BoardIndex(BoardIndex&&) noexcept = default;
BoardIndex& BoardIndex::operator=(BoardIndex&&) noexcept = default;

void BoardIndex::rebuild(const Design& design) {
    *d = Private();
    BoardLayers& layers = d->layers;
    layers.frames.entries.reserve(std::size_t(design.frames.size()));
    layers.connections.entries.reserve(std::size_t(design.connections.size()));
    layers.fronts.entries.reserve(
        std::size_t(design.elements.size() - design.frames.size() - design.connections.size()));
    d->orders.reserve(design.elements.size());
    d->collectAttached(design, nullptr);
    for (const Element& element : design.elements) {
        const ElementId id = element.id;
        switch (element.type) {
        case ElementType::Block:
            if (auto block = design.blocks.share(id))
                layers.fronts.entries.push_back(d->blockEntry(element, std::move(block)));
            break;
        case ElementType::Card:
        case ElementType::Stroke:
        case ElementType::Shape:
        case ElementType::Image:
            if (auto entry = Private::otherEntry(design, element))
                layers.fronts.entries.push_back(std::move(*entry));
            break;
        case ElementType::Frame:
            if (auto frame = design.frames.share(id))
                layers.frames.entries.push_back(d->frameEntry(element, std::move(frame)));
            break;
        case ElementType::Connection:
            if (auto connection = design.connections.share(id))
                layers.connections.entries.push_back(
                    d->connectionEntry(design, element, std::move(connection)));
            break;
        }
        d->orders.insert(id, element.order);
    }
    const auto bounds = [](const auto& entry) { return boundsOf(entry); };
    finish(layers.frames, bounds);
    finish(layers.connections, bounds);
    finish(layers.fronts, bounds);
}

void BoardIndex::update(const Design& design, const ChangeSet& changes) {
    // Inserting one by one moves what lies behind; beyond some share of the board building anew is quicker.
    if (changes.reset || changes.elements.size() > 64 + design.elements.size() / 8) {
        rebuild(design);
        return;
    }
    QSet<ElementId> subjects = changes.elements;
    if (changes.board)
        subjects.insert(ElementId());
    for (ElementId id : std::as_const(subjects))
        d->attached.remove(id);
    d->collectAttached(design, &subjects);

    // Routes are relative to their source: where that moved, its connections moved along without a change of
    // their own.
    QSet<ElementId> again = changes.elements;
    for (const ConnectionEntry& entry : d->layers.connections.entries) {
        if (changes.elements.contains(entry.connection->source))
            again.insert(entry.id);
    }
    for (ElementId id : std::as_const(again)) {
        const Element* element = design.elements.find(id);
        const auto order = d->orders.constFind(id);
        if (order != d->orders.cend() && (!element || element->order != *order))
            d->drop(id);
        d->take(design, id);
    }
}

Rect BoardIndex::bounds() const {
    Rect all;
    for (const Rect& bounds : d->layers.frames.bounds)
        all = all.united(bounds);
    for (const Rect& bounds : d->layers.connections.bounds)
        all = all.united(bounds);
    for (const Rect& bounds : d->layers.fronts.bounds)
        all = all.united(bounds);
    return all;
}

QList<ElementId> BoardIndex::inArea(const Rect& area) const {
    QList<ElementId> found;
    const auto collect = [&](const auto& layer) {
        for (std::size_t i = 0; i < layer.bounds.size(); ++i) {
            if (layer.bounds[i].intersects(area))
                found.append(layer.entries[i].id);
        }
    };
    collect(d->layers.frames);
    collect(d->layers.connections);
    collect(d->layers.fronts);
    return found;
}

QSet<ElementId> BoardIndex::inside(const Rect& area) const {
    QSet<ElementId> found;
    for (const FrameEntry& entry : d->layers.frames.entries) {
        if (area.contains(entry.frame->rect))
            found.insert(entry.id);
    }
    for (const FrontEntry& entry : d->layers.fronts.entries) {
        if (area.contains(entry.rect()))
            found.insert(entry.id);
    }
    for (const ConnectionEntry& entry : d->layers.connections.entries) {
        const Route& route = entry.connection->route;
        if (!route.isEmpty() && std::all_of(route.begin(), route.end(), [&](Point corner) {
                return area.contains(corner + entry.origin);
            }))
            found.insert(entry.id);
    }
    return found;
}

const BoardIndex::Attached& BoardIndex::attached(ElementId id) const {
    static const Attached nothing;
    const auto it = d->attached.constFind(id);
    return it == d->attached.cend() ? nothing : *it;
}

const BoardLayers& BoardIndex::layers() const {
    return d->layers;
}

bool operator==(const BoardIndex& a, const BoardIndex& b) {
    const auto same = [](const auto& x, const auto& y, auto equal) {
        return x.bounds == y.bounds && std::equal(x.entries.begin(), x.entries.end(), y.entries.begin(),
                                                  y.entries.end(), [&](const auto& p, const auto& q) {
                                                      return p.id == q.id && p.order == q.order &&
                                                             p.locked == q.locked && p.pinned == q.pinned &&
                                                             equal(p, q);
                                                  });
    };
    const BoardLayers& x = a.d->layers;
    const BoardLayers& y = b.d->layers;
    return same(x.frames, y.frames,
                [](const FrameEntry& p, const FrameEntry& q) {
                    return *p.frame == *q.frame && p.colour == q.colour;
                }) &&
           same(x.connections, y.connections,
                [](const ConnectionEntry& p, const ConnectionEntry& q) {
                    return *p.connection == *q.connection && p.origin == q.origin && p.label == q.label;
                }) &&
           same(x.fronts, y.fronts,
                [&](const FrontEntry& p, const FrontEntry& q) {
                    const auto sameRow = [](const auto& m, const auto& n) { return m ? n && *m == *n : !n; };
                    return sameRow(p.block, q.block) && sameRow(p.card, q.card) &&
                           sameRow(p.stroke, q.stroke) && sameRow(p.shape, q.shape) &&
                           sameRow(p.image, q.image) && (!p.block || x.kinds[p.kind] == y.kinds[q.kind]) &&
                           p.colour == q.colour && p.hung == q.hung;
                }) &&
           a.d->attached == b.d->attached;
}

} // namespace groundplan
