#include "model/framework/progress.h"

namespace groundplan {

Progress progressOf(const Framework& framework, const Design& design, const Catalogue& catalogue,
                    const QSet<QString>& operations) {
    QSet<QString> ticks;
    for (const Property& property : design.properties) {
        if (!property.subject && !property.value.isEmpty())
            ticks.insert(property.field);
    }
    EvidenceSearch search(design, catalogue);
    Progress progress;
    for (const Step& step : framework.steps) {
        StepProgress here;
        for (const Prompt& prompt : step.prompts) {
            PromptProgress one;
            one.found = search.lookForAny(prompt.evidence);
            one.ticked = ticks.contains(tickField(framework, prompt));
            one.done = one.found.holds || one.ticked;
            const bool counts = !prompt.operations || operations.contains(step.name);
            here.done += one.done && counts;
            here.of += counts;
            here.beyond += one.done && !counts;
            here.prompts.append(one);
        }
        progress.done += here.done;
        progress.of += here.of;
        progress.beyond += here.beyond;
        progress.steps.append(here);
    }
    return progress;
}

} // namespace groundplan
