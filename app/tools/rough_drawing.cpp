#include "app/tools/rough_drawing.h"

#include "app/tools/frame_tool.h"
#include "app/tools/gesture.h"
#include "model/operations/operations.h"
#include "model/sketch/rough_shape.h"

#include <QCoreApplication>

#include <cmath>

namespace groundplan {

namespace {

constexpr Coord kNearBlock = 16 * kUnitsPerPoint; ///< an end that misses a block by less means it

ElementId blockNear(const ToolHost& host, Point at) {
    ElementId nearest;
    double best = kNearBlock;
    for (const ElementId id : host.index().inArea(Rect{at.x, at.y, 1, 1}.grown(kNearBlock))) {
        const Block* block = host.design().blocks.find(id);
        if (!block)
            continue;
        const double dx = std::max({block->rect.left() - at.x, at.x - block->rect.right(), 0});
        const double dy = std::max({block->rect.top() - at.y, at.y - block->rect.bottom(), 0});
        if (const double off = std::hypot(dx, dy); off <= best) {
            best = off;
            nearest = id;
        }
    }
    return nearest;
}

/// Carries `add` out in place of the stroke; the new element, or none.
ElementId inPlaceOf(ToolHost& host, ElementId stroke, const char* key,
                    const std::function<Result<ElementId>(Editor&)>& add) {
    ElementId added;
    const auto done = host.edit({key, {}}, [&](Editor& editor) -> Result<void> {
        if (const auto removed = deleteElements(editor, {stroke}); !removed)
            return removed;
        const auto id = add(editor);
        if (!id)
            return Failure(id.error());
        added = *id;
        return {};
    });
    return done ? added : ElementId();
}

bool connectInPlace(ToolHost& host, ElementId stroke, const RoughShape& line) {
    const ElementId source = blockNear(host, line.from);
    const ElementId target = blockNear(host, line.to);
    if (!source || !target || source == target)
        return false;
    const Flow flow = likelyFlow(host.design(), host.catalogue(), source, target);
    const ElementId added = inPlaceOf(host, stroke, "draw-connection", [=](Editor& editor) {
        return connectElements(editor, source, target, flow);
    });
    if (added)
        host.setSelection({added});
    return bool(added);
}

bool encloseInPlace(ToolHost& host, ElementId stroke, const Rect& bounds) {
    const Design& design = host.design();
    bool around = false;
    bool across = false; // it only points something out
    for (const ElementId id : host.index().inArea(bounds)) {
        const auto rect =
            design.blocks.contains(id) || design.cards.contains(id) ? design.rectOf(id) : std::nullopt;
        if (!rect || !rect->intersects(bounds))
            continue;
        if (bounds.contains(*rect))
            around = true;
        else
            across = true;
    }
    if (across)
        return false;
    const Rect onGrid{snapped(bounds.x), snapped(bounds.y), snapped(bounds.w), snapped(bounds.h)};
    ElementId added;
    if (around) {
        const QString title = QCoreApplication::translate("Board", "Frame");
        const Rect frame = withTitleBand(host.design(), onGrid);
        added = inPlaceOf(host, stroke, "draw-frame",
                          [=](Editor& editor) { return addFrame(editor, frame, title); });
    } else if (const Kind* kind = host.catalogue().kind(kPlainKind)) {
        const QString language = host.language();
        Rect rect = onGrid;
        rect.w = std::max(rect.w, kBlockSize.w);
        rect.h = std::max(rect.h, kBlockSize.h);
        rect.x = snapped(bounds.center().x - rect.w / 2);
        rect.y = snapped(bounds.center().y - rect.h / 2);
        added = inPlaceOf(host, stroke, "draw-block", [=](Editor& editor) -> Result<ElementId> {
            const auto id = addBlock(editor, *kind, rect.topLeft(), language);
            if (!id)
                return id;
            if (const auto sized = resizeElement(editor, *id, rect); !sized)
                return Failure(sized.error());
            return id;
        });
    }
    if (!added)
        return false;
    host.setSelection({added});
    host.startRename(added);
    return true;
}

} // namespace

bool becomeTyped(ToolHost& host, ElementId id) {
    const Stroke* stroke = host.design().strokes.find(id);
    if (!stroke)
        return false;
    const RoughShape rough = roughShapeOf(pointsOf(*stroke));
    switch (rough.kind) {
    case RoughShape::Kind::Line:
        return connectInPlace(host, id, rough);
    case RoughShape::Kind::Closed:
        return encloseInPlace(host, id, rough.bounds);
    case RoughShape::Kind::Nothing:
        break;
    }
    return false;
}

} // namespace groundplan
