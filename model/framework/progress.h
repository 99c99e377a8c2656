#pragma once

#include "model/framework/framework.h"

namespace groundplan {

struct PromptProgress {
    bool done = false;
    bool ticked = false; ///< by hand
    Found found;         ///< what shows it
};

struct StepProgress {
    QList<PromptProgress> prompts; ///< as many as the step has
    int done = 0;                  ///< of those that count
    int of = 0;                    ///< those that count: all, or all but those of a layer that is not open
    int beyond = 0;                ///< done in a layer that is not open
};

struct Progress {
    QList<StepProgress> steps; ///< as many as the framework has
    int done = 0;
    int of = 0;
    int beyond = 0;
};

/// How far a design is by a framework. `operations`: the steps whose layer is open; the prompts of a closed
/// one count neither as done nor as missing.
Progress progressOf(const Framework& framework, const Design& design, const Catalogue& catalogue,
                    const QSet<QString>& operations = {});

} // namespace groundplan
