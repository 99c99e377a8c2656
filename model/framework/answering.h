#pragma once

#include "model/document/editor.h"
#include "model/framework/templates.h"

namespace groundplan {

// What answering a prompt in place makes of a design; to be called within an edit. Blocks are added by
// addBlock(), fields filled in by fillField() (model/operations). Texts are stored as typed; one that is
// empty makes no new row.

/// The task in the user's own words.
void answerTask(Editor& editor, const QString& task);

/// The requirement of that topic, the first one where there are several; nullptr: there is none.
const Requirement* requirementOf(const Design& design, const QString& topic);
/// One that was asked and waits for its answer: of that topic (empty: of none), else with the same question.
const Requirement* openRequirement(const Design& design, const QString& topic, const QString& question);
/// Answers the requirement of a topic; the first answer adds it, with the topic's question in `language`.
/// "Not relevant" is an answer without words. The id is none where nothing was added.
RequirementId answerRequirement(Editor& editor, const Topic& topic, const QString& language,
                                const QString& answer, Source source);

/// A note with that id on a subject (none: the board), or its text anew.
void answerNote(Editor& editor, NoteId id, NoteKind kind, ElementId subject, const QString& text);

/// A metric as typed: "AUC", "auc >= 0.8", "p99 20 ms". `kind`: what was asked for; none: what the catalogue
/// says of it. `subject`: an element that is there; none: the board. Refuses an empty line.
Result<MetricId> answerMetric(Editor& editor, std::optional<MetricKind> kind, const QString& typed,
                              const Catalogue& catalogue, ElementId subject = {});

/// What the catalogue says of the metric that is being typed; nothing when it does not know it.
std::optional<MetricKind> knownMetricKind(const QString& typed, const Catalogue& catalogue);

/// The decision of that topic, the first one where there are several; nullptr: there is none.
const Decision* decisionOf(const Design& design, const QString& topic);
/// What a decision without topic is about: the topic of which its question says most (DecisionQuestions);
/// nullptr: none.
const DecisionTopic* decisionTopicOf(const QString& question, const Templates& templates);
/// Chooses an option by its title (empty: leaves it open) of the decision that a prompt asks for, which is
/// put on `subject` (an element that is there; none: the board) with the prompt's options where it is not
/// there yet. An option that it does not have is added.
DecisionId answerDecision(Editor& editor, const Prompt& prompt, const QString& language,
                          const QString& chosen, ElementId subject = {});

/// On what a field of a sheet can be filled in.
struct FieldSubject {
    bool known = false;          ///< `subject` is the one
    ElementId subject;           ///< none: the board
    QList<ElementId> candidates; ///< from left to right: blocks that have the sheet
};
/// The selected block that has the sheet, else the only one that has it, else the only one on which it has
/// been begun, else the board if the sheet is the board's.
FieldSubject subjectOf(const QString& field, const Design& design, const Templates& templates,
                       const Catalogue& catalogue, const QSet<ElementId>& selection);
/// The value of a field; empty: not filled in.
QString fieldValue(const Design& design, ElementId subject, const QString& field);

/// The metrics that errors can cost something on, those that say so first: of what carries a cost already,
/// what the catalogue says it of, then the others.
QList<MetricId> metricsForErrors(const Design& design, const Catalogue& catalogue);
enum class WrongAnswer { FalsePositive, FalseNegative };
/// What an error costs by that metric. Refuses when it is gone.
Result<void> answerErrorCost(Editor& editor, MetricId metric, WrongAnswer error, const QString& cost);

/// Ticks a prompt by hand, or takes the tick away.
Result<void> setTicked(Editor& editor, const Framework& framework, const Prompt& prompt, bool ticked);

} // namespace groundplan
