#include "model/operations/operations.h"

#include "model/operations/parts.h"

namespace groundplan {

void removeNote(Editor& editor, NoteId id) {
    editor.remove<Note>(id);
}

void removeDecision(Editor& editor, DecisionId id) {
    if (editor.design().decisions.contains(id))
        removeRows(editor, {}, {id});
}

void removeMetric(Editor& editor, MetricId id) {
    editor.remove<Metric>(id);
}

void removeOption(Editor& editor, OptionId id) {
    const Design design = editor.design();
    const Option* option = design.options.find(id);
    if (!option)
        return;
    for (const Argument& argument : design.arguments) {
        if (argument.option == id)
            editor.remove<Argument>(argument.id);
    }
    for (const Score& score : design.scores) {
        if (score.option == id)
            editor.remove<Score>(score.id);
    }
    const Decision* decision = design.decisions.find(option->decision);
    if (decision && decision->chosen == id) {
        Decision row = *decision;
        row.chosen = {};
        editor.put(row);
    }
    editor.remove<Option>(id);
}

void removeCriterion(Editor& editor, CriterionId id) {
    const Design design = editor.design();
    for (const Score& score : design.scores) {
        if (score.criterion == id)
            editor.remove<Score>(score.id);
    }
    editor.remove<Criterion>(id);
}

} // namespace groundplan
