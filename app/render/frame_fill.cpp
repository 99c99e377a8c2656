#include "app/render/frame_fill.h"

#include "model/design/validate.h"

namespace groundplan {

const QColor& frameFillOf(const Theme& theme, const Design& design, ElementId frame) {
    int around = 0;
    for (const Element* e = design.elements.find(frame); e && e->parent && around < limits::kDepth;
         e = design.elements.find(e->parent))
        ++around;
    return around % 2 == 0 ? theme.frameFill : theme.canvas;
}

} // namespace groundplan
