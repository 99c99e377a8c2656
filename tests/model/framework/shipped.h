#pragma once

#include "model/framework/evidence.h"
#include "model/framework/templates.h"
#include "resources/resources.h"

namespace groundplan::shipped {

// What comes with the program, loaded once a test. For `using namespace shipped`.

inline const Catalogue& catalogue() {
    static const Catalogue loaded = [] {
        initResources();
        return Catalogue::load({templatesFolder(QStringLiteral("catalog"))});
    }();
    return loaded;
}

inline const Templates& templates() {
    static const Templates loaded = Templates::load({templatesFolder({})}, catalogue());
    return loaded;
}

/// All that a board ticks, of all frameworks: "FRAMEWORK/STEP/PROMPT".
inline QStringList tickedBy(const Design& design) {
    EvidenceSearch search(design, catalogue());
    QStringList names;
    for (const Framework& framework : templates().frameworks()) {
        for (const Step& step : framework.steps) {
            for (const Prompt& prompt : step.prompts) {
                if (search.lookForAny(prompt.evidence).holds)
                    names << framework.name + QLatin1Char('/') + step.name + QLatin1Char('/') + prompt.name;
            }
        }
    }
    return names;
}

} // namespace groundplan::shipped
