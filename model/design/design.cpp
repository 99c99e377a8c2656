#include "model/design/design.h"

#include <QMultiHash>

#include <algorithm>

namespace groundplan {

std::optional<Rect> Design::rectOf(ElementId id) const {
    if (const Block* block = blocks.find(id))
        return block->rect;
    if (const Frame* frame = frames.find(id))
        return frame->rect;
    if (const Card* card = cards.find(id))
        return card->rect;
    if (const Stroke* stroke = strokes.find(id))
        return stroke->rect;
    if (const Shape* shape = shapes.find(id))
        return shape->rect;
    if (const Image* image = images.find(id))
        return image->rect;
    return std::nullopt;
}

QString Design::nameOf(ElementId id) const {
    if (const Block* block = blocks.find(id))
        return block->name;
    if (const Frame* frame = frames.find(id))
        return frame->name;
    return {};
}

QString Design::captionOf(ElementId id) const {
    // Blanks say as little as nothing: no heading or link could be seen.
    const auto said = [](const QString& text, const QString& otherwise) {
        const QString words = text.trimmed();
        return !words.isEmpty() ? words : otherwise;
    };
    if (const Block* block = blocks.find(id))
        return said(block->title, block->name);
    if (const Frame* frame = frames.find(id))
        return said(frame->title, frame->name);
    if (const Connection* connection = connections.find(id))
        return said(connection->label, wordOf(connection->flow));
    if (const Card* card = cards.find(id))
        return wordOf(card->kind);
    if (const Stroke* stroke = strokes.find(id))
        return wordOf(stroke->tool);
    if (const Shape* shape = shapes.find(id))
        return said(shape->text, wordOf(shape->kind));
    if (const Image* image = images.find(id))
        return said(image->description, wordOf(ElementType::Image));
    return {};
}

QList<ElementId> Design::childrenOf(ElementId frame) const {
    QList<ElementId> children;
    for (const Element* element : elements.sorted([frame](const Element& e) { return e.parent == frame; }))
        children.append(element->id);
    return children;
}

QSet<ElementId> Design::withDescendants(const QSet<ElementId>& ids) const {
    QSet<ElementId> all = ids;
    bool anyFrame = std::any_of(ids.begin(), ids.end(), [this](ElementId id) { return frames.contains(id); });
    if (!anyFrame)
        return all;
    QMultiHash<ElementId, ElementId> children;
    for (const Element& element : elements) {
        if (element.parent)
            children.insert(element.parent, element.id);
    }
    QList<ElementId> open(ids.begin(), ids.end());
    while (!open.isEmpty()) {
        const ElementId id = open.takeLast();
        for (auto [it, end] = children.equal_range(id); it != end; ++it) {
            if (!all.contains(*it)) {
                all.insert(*it);
                open.append(*it);
            }
        }
    }
    return all;
}

bool Design::isInside(ElementId element, ElementId frame) const {
    // A valid design nests without cycles; the bound keeps an invalid one from hanging its own validator.
    qsizetype steps = frames.size() + 1;
    for (const Element* e = elements.find(element); e && e->parent && steps-- > 0;
         e = elements.find(e->parent)) {
        if (e->parent == frame)
            return true;
    }
    return false;
}

QSet<ElementId> Design::connectionsAt(const QSet<ElementId>& ids) const {
    QSet<ElementId> found;
    if (ids.isEmpty())
        return found;
    for (const Connection& connection : connections) {
        if (ids.contains(connection.source) || ids.contains(connection.target))
            found.insert(connection.id);
    }
    return found;
}

QList<Point> Design::routeOf(const Connection& connection) const {
    const auto source = rectOf(connection.source);
    if (!source)
        return {};
    QList<Point> corners = connection.route;
    for (Point& corner : corners)
        corner = corner + source->topLeft();
    return corners;
}

Rect Design::bounds() const {
    Rect all;
    const auto unite = [&all](const auto& table) {
        for (const auto& row : table)
            all = all.united(row.rect);
    };
    unite(blocks);
    unite(frames);
    unite(cards);
    unite(strokes);
    unite(shapes);
    unite(images);
    for (const Connection& connection : connections) {
        for (Point corner : routeOf(connection))
            all = all.united({corner.x, corner.y, 1, 1});
    }
    return all;
}

} // namespace groundplan
