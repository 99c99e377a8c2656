#pragma once

#include "model/sketch/sketch_plan.h"
#include "tests/model/operations/workbench.h"
#include "tests/places.h"

namespace groundplan::test {

inline const Catalogue& sketchCatalogue() {
    static const Catalogue loaded = Catalogue::load({projectPath("templates/catalog")});
    return loaded;
}

/// A text carried out on a board.
inline SketchResult sketch(Workbench& bench, const QString& text, const SketchContext& context = {}) {
    return bench.make<SketchResult>([&](Editor& editor) -> Result<SketchResult> {
        const auto plan = planSketch(editor.design(), sketchCatalogue(), text, context);
        if (!plan)
            return fail(ErrorCode::Unreadable, plan.error().sentence);
        return applySketch(editor, *plan);
    });
}

/// The block, else the frame, of that name; none where there is no such.
inline ElementId named(const Workbench& bench, const QString& name) {
    for (const Block& block : bench.design().blocks) {
        if (block.name == name)
            return block.id;
    }
    for (const Frame& frame : bench.design().frames) {
        if (frame.name == name)
            return frame.id;
    }
    return {};
}

} // namespace groundplan::test
