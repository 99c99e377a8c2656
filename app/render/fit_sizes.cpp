#include "app/render/fit_sizes.h"

#include "app/render/board_painter.h"
#include "app/render/stroke_shape.h"
#include "model/design/shown_technology.h"
#include "model/operations/operations.h"

namespace groundplan {

namespace {

constexpr Coord kFrameMargin = 20 * kUnitsPerPoint; ///< kept between a frame and a block that grows in it

void fitLabels(Editor& editor, const Design& before) {
    QList<Connection> changed;
    for (const Connection& connection : editor.design().connections) {
        if (connection.label.isEmpty() && connection.labelSize == Size{})
            continue;
        const Connection* was = before.connections.find(connection.id);
        if (was && was->label == connection.label)
            continue;
        const Size size = measureLabel(connection.label);
        if (size == connection.labelSize)
            continue;
        changed.append(connection);
        changed.last().labelSize = size;
    }
    for (const Connection& connection : std::as_const(changed))
        editor.put(connection);
}

/// Blocks with metrics that the edit has added, shown, hidden or written otherwise.
QSet<ElementId> subjectsOfChangedMetrics(const Design& design, const Design& before) {
    QSet<ElementId> subjects;
    for (const Metric& metric : design.metrics) {
        const Metric* was = before.metrics.find(metric.id);
        if (metric.subject && metric.shown && !(was && (was == &metric || *was == metric)))
            subjects.insert(metric.subject);
    }
    return subjects;
}

/// Blocks that have got another title, a technology or a pill; new ones where nobody has chosen their size.
QSet<ElementId> blocksWithOtherTexts(const Design& design, const Design& before) {
    QSet<ElementId> changed;
    for (const Block& block : design.blocks) {
        const Block* was = before.blocks.find(block.id);
        if (was == &block)
            continue;
        const bool other = was ? was->title != block.title || was->ml != block.ml ||
                                     showsTechnology(*was) != showsTechnology(block)
                               : Size{block.rect.w, block.rect.h} == kBlockSize;
        if (other)
            changed.insert(block.id);
    }
    return changed;
}

/// Where a side of a frame goes when what it holds grows: it keeps its distance, but for wide margins.
Coord grownSide(Coord frame, Coord held, Coord grown) {
    return held <= frame ? std::max(frame, grown + std::min(frame - held, kFrameMargin)) : frame;
}

/// The rectangle of an element that grows to the right and down, with those of the frames that held it. A
/// locked frame stays as it is, and so do those around it.
QHash<ElementId, Rect> grownWithFrames(const Design& design, ElementId id, const Rect& rect) {
    QHash<ElementId, Rect> rects{{id, rect}};
    Rect held = *design.rectOf(id);
    Rect grown = rect;
    for (ElementId at = design.elements.find(id)->parent; at;) {
        const Frame* frame = design.frames.find(at);
        const Element* element = design.elements.find(at);
        if (!frame || element->locked)
            break;
        const Rect old = frame->rect;
        Rect around = old;
        around.w = grownSide(old.right(), held.right(), grown.right()) - old.x;
        around.h = grownSide(old.bottom(), held.bottom(), grown.bottom()) - old.y;
        if (around == old)
            break;
        rects.insert(at, around);
        held = old;
        grown = around;
        at = element->parent;
    }
    return rects;
}

/// Free texts are as large as what they say, unless they have been made narrower by hand.
void fitTexts(Editor& editor, const Design& before) {
    QList<Shape> changed;
    for (const Shape& shape : editor.design().shapes) {
        const Shape* was = before.shapes.find(shape.id);
        if (shape.kind != ShapeKind::Text || was == &shape ||
            (was && was->text == shape.text && was->textSize == shape.textSize))
            continue;
        if (was && was->rect.w < fittingShapeSize(*was).w)
            continue;
        const Size size = fittingShapeSize(shape);
        if (Size{shape.rect.w, shape.rect.h} == size)
            continue;
        changed.append(shape);
        changed.last().rect = {shape.rect.x, shape.rect.y, size.w, size.h};
    }
    for (const Shape& shape : std::as_const(changed))
        editor.put(shape);
}

/// Stickies whose text has changed, with the height they need.
QHash<ElementId, Rect> outgrownCards(const Design& design, const Design& before) {
    QHash<ElementId, Rect> grown;
    for (const Card& card : design.cards) {
        const Card* was = before.cards.find(card.id);
        if (!was || card.kind == CardKind::Legend || card.kind == CardKind::Decision)
            continue;
        const bool task = card.kind == CardKind::Task && design.board.task != before.board.task;
        if (was == &card ? !task : (was->text == card.text && !task))
            continue;
        Rect rect = card.rect;
        rect.h = std::max(rect.h, fittingCardSize(design, card).h);
        if (rect != card.rect && !design.elements.find(card.id)->locked)
            grown.insert(card.id, rect);
    }
    return grown;
}

} // namespace

Result<void> fitSizes(Editor& editor, const Design& before) {
    fitLabels(editor, before);
    fitTexts(editor, before);
    const QSet<ElementId> retitled = blocksWithOtherTexts(editor.design(), before);
    QSet<ElementId> changed = subjectsOfChangedMetrics(editor.design(), before);
    for (const ElementId id : changed.unite(retitled)) {
        const Block* block = editor.design().blocks.find(id);
        if (!block)
            continue;
        Size size = fittingBlockSize(editor.design(), *block);
        if (retitled.contains(id))
            size = sizeForTitle(editor.design(), *block);
        Rect rect = block->rect;
        rect.w = std::max(rect.w, size.w);
        rect.h = std::max(rect.h, size.h);
        if (rect == block->rect || editor.design().elements.find(id)->locked)
            continue;
        if (const auto done = resizeElements(editor, grownWithFrames(editor.design(), id, rect)); !done)
            return done;
    }
    const QHash<ElementId, Rect> cards = outgrownCards(editor.design(), before);
    for (auto it = cards.cbegin(); it != cards.cend(); ++it) {
        if (const auto done = resizeElements(editor, grownWithFrames(editor.design(), it.key(), *it)); !done)
            return done;
    }
    return {};
}

} // namespace groundplan
