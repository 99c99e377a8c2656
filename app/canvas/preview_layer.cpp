#include "app/canvas/preview_layer.h"

#include <QPainter>

namespace groundplan {

namespace {

constexpr double kGhostOpacity = 0.7;
constexpr double kFadingOpacity = 0.2;

/// Puts a row with its element into `rows`, as it is or with another rectangle.
template <class Row>
void take(Design& rows, const Row& row, const Element& element,
          const std::optional<Rect>& rect = std::nullopt) {
    Row copy = row;
    copy.rect = rect.value_or(row.rect);
    rows.elements.put(element);
    tableOf<Row>(rows).put(copy);
}

/// A stroke, shape or image; false for all else.
bool takeDrawing(Design& rows, const Design& design, ElementId id,
                 const std::optional<Rect>& rect = std::nullopt) {
    const Element* element = design.elements.find(id);
    if (const Stroke* stroke = design.strokes.find(id); stroke && element)
        take(rows, *stroke, *element, rect);
    else if (const Shape* shape = design.shapes.find(id); shape && element)
        take(rows, *shape, *element, rect);
    else if (const Image* image = design.images.find(id); image && element)
        take(rows, *image, *element, rect);
    else
        return false;
    rows.assets = design.assets;
    return true;
}

/// What hangs on an element of the design, on the one that stands for it in `rows`.
void hang(Design& rows, const Preview::Hung& hung, ElementId id) {
    const auto put = [id](auto& table, const auto& list) {
        for (auto row : list) {
            row.subject = id;
            table.put(row);
        }
    };
    put(rows.notes, hung.notes);
    put(rows.decisions, hung.decisions);
    put(rows.metrics, hung.metrics);
}

} // namespace

void PreviewLayer::Layer::clear() {
    if (shown.isEmpty())
        return;
    rows = {};
    shown.clear();
    index.rebuild(rows);
}

void PreviewLayer::Layer::paint(QPainter& painter, const BoardPainter& board, const QRectF& area,
                                const BoardPainter::Options& options) const {
    if (shown.isEmpty())
        return;
    BoardPainter::Options mine;
    mine.background = false;
    mine.shadows = options.shadows;
    mine.cached = options.cached;
    mine.scale = options.scale;
    mine.only = &shown;
    board.paint(painter, rows, index, area, mine);
}

void PreviewLayer::addAttached(const Design& design, const BoardIndex& index, ElementId id) {
    const BoardIndex::Attached& attached = index.attached(id);
    for (const NoteId note : attached.notes) {
        if (const Note* row = design.notes.find(note))
            changed_.rows.notes.put(*row);
    }
    for (const DecisionId decision : attached.decisions) {
        if (const Decision* row = design.decisions.find(decision))
            changed_.rows.decisions.put(*row);
    }
    for (const MetricId metric : attached.shownMetrics) {
        if (const Metric* row = design.metrics.find(metric))
            changed_.rows.metrics.put(*row);
    }
}

void PreviewLayer::addResized(const Design& design, const BoardIndex& index, ElementId id, const Rect& rect) {
    const Element* element = design.elements.find(id);
    if (!element)
        return;
    // A frame would cover what it holds, so it stays where it is under its new outline.
    if (const Block* block = design.blocks.find(id)) {
        Block row = *block;
        row.rect = rect;
        changed_.rows.blocks.put(row);
    } else if (const Card* card = design.cards.find(id); card && card->kind == CardKind::Text) {
        Card row = *card;
        row.rect = rect;
        changed_.rows.cards.put(row);
    } else if (!takeDrawing(changed_.rows, design, id, rect)) {
        return;
    }
    changed_.rows.elements.put(*element);
    changed_.shown.insert(id);
    addAttached(design, index, id);
}

void PreviewLayer::addChanged(const Design& design, const Preview::Changed& changed) {
    const ElementId id = changed.block.id;
    const Element* element = design.elements.find(id);
    if (!element)
        return;
    changed_.rows.elements.put(*element);
    changed_.rows.blocks.put(changed.block);
    changed_.shown.insert(id);
    hang(changed_.rows, changed.hung, id);
}

void PreviewLayer::addRelabelled(const Design& design, const BoardIndex& index, ElementId id,
                                 qint32 labelAt) {
    const Element* element = design.elements.find(id);
    const Connection* connection = design.connections.find(id);
    const auto source = connection ? design.rectOf(connection->source) : std::nullopt;
    if (!element || !source)
        return;
    Connection row = *connection;
    row.labelAt = labelAt;
    changed_.rows.connections.put(row);
    changed_.rows.elements.put(*element);
    changed_.shown.insert(id);
    // The route counts from its source end, which is here for that alone: without an element it is not drawn.
    Block end;
    end.id = row.source;
    end.rect = *source;
    changed_.rows.blocks.put(end);
    addAttached(design, index, id);
}

void PreviewLayer::set(const Design& design, const BoardIndex& index, const Catalogue& catalogue,
                       const Preview& preview) {
    changed_.clear();
    ghost_.clear();
    for (auto it = preview.resized.cbegin(); it != preview.resized.cend(); ++it) {
        if (const auto changed = preview.changed.constFind(it.key()); changed != preview.changed.cend())
            addChanged(design, *changed);
        else
            addResized(design, index, it.key(), it.value());
    }
    for (auto it = preview.labelsAt.cbegin(); it != preview.labelsAt.cend(); ++it)
        addRelabelled(design, index, it.key(), it.value());
    if (!changed_.shown.isEmpty())
        changed_.index.rebuild(changed_.rows);
    setDrawn(preview);
    setFading(design, preview.fading);
    hidden_ = changed_.shown | fading_.shown;

    qint64 next = 1;
    if (preview.ghost && catalogue.kind(preview.ghostKind))
        addGhost({*preview.ghost, preview.ghostKind, preview.ghostTitle, {}}, catalogue, ElementId(next++));
    for (const Preview::Ghost& ghost : preview.ghosts)
        addGhost(ghost, catalogue, ElementId(next++));
    for (const Preview::GhostLine& line : preview.ghostLines) {
        addGhostLine(line, ElementId(next), ElementId(next + 1));
        next += 2;
    }
    if (!ghost_.shown.isEmpty())
        ghost_.index.rebuild(ghost_.rows);
}

void PreviewLayer::setDrawn(const Preview& preview) {
    drawn_.clear();
    const ElementId id(1);
    Element element;
    element.id = id;
    if (preview.ink && preview.ink->tool != StrokeTool::Pen) {
        element.type = ElementType::Stroke;
        Stroke stroke =
            strokeThrough(preview.ink->points, preview.ink->tool, preview.ink->colour, preview.ink->width);
        stroke.id = id;
        take(drawn_.rows, stroke, element);
    } else if (preview.shape) {
        element.type = ElementType::Shape;
        Shape shape = *preview.shape;
        shape.id = id;
        take(drawn_.rows, shape, element);
    } else {
        return;
    }
    drawn_.shown.insert(id);
    drawn_.index.rebuild(drawn_.rows);
}

void PreviewLayer::setFading(const Design& design, const QSet<ElementId>& ids) {
    fading_.clear();
    for (const ElementId id : ids) {
        if (takeDrawing(fading_.rows, design, id))
            fading_.shown.insert(id);
    }
    if (!fading_.shown.isEmpty())
        fading_.index.rebuild(fading_.rows);
}

void PreviewLayer::addGhost(const Preview::Ghost& ghost, const Catalogue& catalogue, ElementId id) {
    Element element;
    element.id = id;
    if (ghost.kind.isEmpty()) {
        element.type = ElementType::Frame;
        Frame frame;
        frame.id = id;
        frame.title = ghost.title;
        frame.rect = ghost.rect;
        ghost_.rows.frames.put(frame);
    } else {
        const Kind* kind = catalogue.kind(ghost.kind);
        Block block;
        block.id = id;
        block.kind = ghost.kind;
        block.title = ghost.title;
        block.technology = ghost.technology;
        block.ml = kind && kind->ml;
        block.rect = ghost.rect;
        ghost_.rows.blocks.put(block);
    }
    ghost_.rows.elements.put(element);
    ghost_.shown.insert(id);
    hang(ghost_.rows, ghost.hung, id);
}

void PreviewLayer::addGhostLine(const Preview::GhostLine& line, ElementId id, ElementId endId) {
    if (line.corners.size() < 2)
        return;
    Element element;
    element.id = id;
    element.type = ElementType::Connection;
    Connection connection;
    connection.id = id;
    connection.source = endId;
    connection.target = endId;
    connection.flow = line.flow;
    connection.direction = line.direction;
    connection.label = line.label;
    // The route counts from its source end, which is here for that alone: without an element it is not drawn.
    Block end;
    end.id = endId;
    end.rect = {line.corners.first().x, line.corners.first().y, kMinSize, kMinSize};
    for (const Point corner : line.corners)
        connection.route.append(corner - end.rect.topLeft());
    ghost_.rows.blocks.put(end);
    ghost_.rows.connections.put(connection);
    ghost_.rows.elements.put(element);
    ghost_.shown.insert(id);
}

void PreviewLayer::paint(QPainter& painter, const BoardPainter& board, const QRectF& area,
                         const BoardPainter::Options& options) const {
    changed_.paint(painter, board, area, options);
    // It is another one with each move: nothing of it is worth being kept.
    BoardPainter::Options once = options;
    once.cached = false;
    drawn_.paint(painter, board, area, once);
    const auto faintly = [&](const Layer& layer, double opacity) {
        if (layer.shown.isEmpty())
            return;
        painter.setOpacity(opacity);
        layer.paint(painter, board, area, options);
        painter.setOpacity(1);
    };
    faintly(fading_, kFadingOpacity);
    faintly(ghost_, kGhostOpacity);
}

} // namespace groundplan
