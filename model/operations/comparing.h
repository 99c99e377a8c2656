#pragma once

#include "model/document/editor.h"

namespace groundplan {

// The comparison of a decision's options: criteria with weights, a score for each option and criterion.

QList<const Option*> optionsOf(const Design& design, DecisionId decision);          ///< in order
QList<const Criterion*> criteriaOf(const Design& design, DecisionId decision);      ///< in order
const Score* scoreOf(const Design& design, OptionId option, CriterionId criterion); ///< nullptr: none yet

/// How an option does.
struct Weighed {
    OptionId option;
    int sum = 0;       ///< of weight times score
    int open = 0;      ///< criteria that weigh something and have no score yet
    bool best = false; ///< the largest sum of those without open ones, and above another's; several may be
};
/// In the order of the options; nothing is best before two options can be told apart.
QList<Weighed> weigh(const Design& design, DecisionId decision);

// The following refuse when what they are about is gone.

/// A criterion at the end, with that id.
Result<void> addCriterion(Editor& editor, CriterionId id, DecisionId decision, const QString& title);
Result<void> renameCriterion(Editor& editor, CriterionId id, const QString& title);
/// `weight` is brought into 0 to kMostWeight.
Result<void> setWeight(Editor& editor, CriterionId id, int weight);
/// `value` above kBestScore counts as that; 0 and less take the score away.
Result<void> setScore(Editor& editor, OptionId option, CriterionId criterion, int value);

} // namespace groundplan
