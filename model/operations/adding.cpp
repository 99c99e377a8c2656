#include "model/operations/operations.h"

#include "model/design/catalogue.h"
#include "model/design/names.h"
#include "model/design/validate.h"
#include "model/operations/nesting.h"
#include "model/operations/parts.h"

namespace groundplan {

Result<ElementId> addBlock(Editor& editor, const Kind& kind, Point topLeft, const QString& language) {
    Block block;
    block.id = ElementId::random();
    block.kind = kind.name;
    block.title = cleaned(kind.title.in(language)).left(limits::kTitleLength);
    block.name = uniqueName(block.title, namesIn(editor.design()));
    block.ml = kind.ml;
    block.path = kind.path;
    block.rect = clamped({topLeft.x, topLeft.y, kBlockSize.w, kBlockSize.h});
    putElement(editor, block.id, ElementType::Block,
               FrameFinder(editor.design()).parentFor(block.rect.center()));
    editor.put(block);
    rerouteAround(editor, {block.id}, {});
    return block.id;
}

Result<ElementId> addFrame(Editor& editor, const Rect& rect, const QString& title) {
    if (const auto fit = fits(title, limits::kTitleLength, OperationText::tr("title")); !fit)
        return Failure(fit.error());
    Frame frame;
    frame.id = ElementId::random();
    frame.title = cleaned(title);
    frame.name = uniqueName(frame.title, namesIn(editor.design()));
    frame.rect = clamped(rect);

    const Design before = editor.design();
    const auto mayHold = [&](const Element& element, ElementId parent) {
        const auto inner = before.rectOf(element.id);
        return element.parent == parent && inner && frame.rect.contains(*inner) && frame.rect != *inner;
    };
    // The parent depends on how deep the content goes, the content on the parent: content is looked for
    // beside the frame that a shallow one would have, and left alone where the nesting would become too deep.
    const ElementId parent = FrameFinder(before).parentFor(frame.rect.center(), areaOf(frame.rect), 1);
    putElement(editor, frame.id, ElementType::Frame, parent);
    editor.put(frame);
    const int depth = depthOf(before, parent) + 1;
    for (const Element* element :
         before.elements.sorted([&](const Element& e) { return mayHold(e, parent); })) {
        if (depth + heightOf(before, element->id) <= limits::kDepth)
            putParent(editor, element->id, frame.id);
    }
    rerouteAround(editor, {frame.id}, {});
    return frame.id;
}

Result<ElementId> addCard(Editor& editor, CardKind kind, const Rect& rect, const QString& text,
                          DecisionId decision) {
    if (const auto fit = fits(text, limits::kTextLength, OperationText::tr("text")); !fit)
        return Failure(fit.error());
    if (decision && !editor.design().decisions.contains(decision)) {
        return fail(
            ErrorCode::Refused,
            OperationText::tr(
                "The decision that the card should show is no longer in the design; choose another."));
    }
    Card card;
    card.id = ElementId::random();
    card.kind = kind;
    card.text = cleaned(text);
    card.decision = decision;
    card.rect = clamped(rect);
    putElement(editor, card.id, ElementType::Card,
               FrameFinder(editor.design()).parentFor(card.rect.center()));
    editor.put(card);
    rerouteAround(editor, {card.id}, {});
    return card.id;
}

} // namespace groundplan
