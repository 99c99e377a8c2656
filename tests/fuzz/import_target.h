#pragma once

#include "model/design/catalogue.h"
#include "model/design/validate.h"
#include "model/exchange/design_from_diagram.h"
#include "tests/places.h"

#include <algorithm>
#include <cstdlib>

namespace groundplan::fuzz {

/// What every reader of a foreign file must hold: it gives a drawing that becomes a sound design, or one
/// sentence.
inline void checkSentence(const QString& sentence) {
    if (sentence.isEmpty() || sentence.contains(u'\n'))
        std::abort();
}
inline void checkError(const Error& error) {
    checkSentence(error.sentence);
}
inline const Catalogue& catalogue() {
    static const Catalogue shipped = [] {
        // A helper that is not there makes layouts end in rows at once.
        qputenv("GROUNDPLAN_GRAPHVIZ", "/nonexistent");
        return Catalogue::load({projectPath("templates/catalog")});
    }();
    return shipped;
}
inline void checkImport(const Result<Import>& import) {
    if (!import)
        checkError(import.error());
    else if (!validate(import->design).isEmpty())
        std::abort();
    else
        std::ranges::for_each(import->notTaken, checkSentence);
}
inline void checkDiagram(Result<Diagram> diagram) {
    if (!diagram) {
        checkError(diagram.error());
        return;
    }
    // What has a place needs no layout, which would start a process for each input.
    Coord row = 0;
    for (Diagram::Node& node : diagram->nodes) {
        if (!node.rect && node.type != Diagram::NodeType::Frame)
            node.rect = Rect{0, row += 600, 1'000, 500};
    }
    checkImport(designFromDiagram(*diagram, QStringLiteral("fuzz"), catalogue(), {}, 1));
}

} // namespace groundplan::fuzz
