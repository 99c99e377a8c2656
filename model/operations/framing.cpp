#include "model/operations/operations.h"

#include "model/design/names.h"
#include "model/design/validate.h"
#include "model/operations/nesting.h"
#include "model/operations/parts.h"

namespace groundplan {

namespace {

constexpr Coord kMargin = 20 * kUnitsPerPoint;
constexpr Coord kTitleRoom = 24 * kUnitsPerPoint; ///< above the content, beside the margin

/// The frames around an element, innermost first.
QList<ElementId> framesAround(const Design& design, ElementId id) {
    QList<ElementId> around;
    for (const Element* e = design.elements.find(id); e && e->parent; e = design.elements.find(e->parent))
        around.append(e->parent);
    return around;
}

} // namespace

Rect rectOfFrameAround(const Rect& rect) {
    const Rect grown = rect.grown(kMargin);
    return clamped({grown.x, grown.y - kTitleRoom, grown.w, grown.h + kTitleRoom});
}

Result<ElementId> frameAround(Editor& editor, const QSet<ElementId>& ids, const QString& title) {
    if (const auto there = allThere(editor.design(), ids); !there)
        return Failure(there.error());
    if (const auto fit = fits(title, limits::kTitleLength, OperationText::tr("title")); !fit)
        return Failure(fit.error());
    const Design before = editor.design();
    QList<ElementId> tops;
    Rect rect;
    std::optional<QList<ElementId>> common;
    for (const ElementId id : sortedIds(ids)) {
        const auto own = before.rectOf(id);
        if (!own)
            continue;
        const QList<ElementId> around = framesAround(before, id);
        if (std::any_of(around.begin(), around.end(), [&](ElementId frame) { return ids.contains(frame); }))
            continue; // comes along with its frame
        tops.append(id);
        rect = rect.united(*own);
        if (!common)
            common = around;
        else
            common->removeIf([&](ElementId frame) { return !around.contains(frame); });
    }
    if (tops.isEmpty()) {
        return fail(ErrorCode::Refused,
                    OperationText::tr("A frame goes around blocks, frames or cards; select some of these."));
    }
    const ElementId parent = common->isEmpty() ? ElementId{} : common->first();
    for (const ElementId id : std::as_const(tops)) {
        if (depthOf(before, parent) + 1 + heightOf(before, id) > limits::kDepth) {
            return fail(ErrorCode::Refused,
                        OperationText::tr("Frames can be nested %1 deep and these are; take some apart.")
                            .arg(limits::kDepth));
        }
    }
    Frame frame;
    frame.id = ElementId::random();
    frame.title = cleaned(title);
    frame.name = uniqueName(frame.title, namesIn(before));
    frame.rect = rectOfFrameAround(rect);
    putElement(editor, frame.id, ElementType::Frame, parent);
    editor.put(frame);
    for (const ElementId id : std::as_const(tops))
        putParent(editor, id, frame.id);
    rerouteAround(editor, {frame.id}, {});
    return frame.id;
}

} // namespace groundplan
