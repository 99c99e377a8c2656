#include "model/operations/comparing.h"

#include "model/design/validate.h"
#include "model/operations/parts.h"

#include <algorithm>

namespace groundplan {

namespace {

Failure gone() {
    return fail(ErrorCode::Refused,
                OperationText::tr("This is not on the board any more; nothing was changed."));
}

template <class Change>
Result<void> changeCriterion(Editor& editor, CriterionId id, const Change& change) {
    const Criterion* found = editor.design().criteria.find(id);
    if (!found)
        return gone();
    Criterion row = *found;
    change(row);
    editor.put(row);
    return {};
}

Result<void> titleFits(const QString& title) {
    return fits(title, limits::kLongest<&Criterion::title>, OperationText::tr("title"));
}

} // namespace

QList<const Option*> optionsOf(const Design& design, DecisionId decision) {
    return design.options.sorted([decision](const Option& row) { return row.decision == decision; });
}

QList<const Criterion*> criteriaOf(const Design& design, DecisionId decision) {
    return design.criteria.sorted([decision](const Criterion& row) { return row.decision == decision; });
}

const Score* scoreOf(const Design& design, OptionId option, CriterionId criterion) {
    for (const Score& row : design.scores) {
        if (row.option == option && row.criterion == criterion)
            return &row;
    }
    return nullptr;
}

QList<Weighed> weigh(const Design& design, DecisionId decision) {
    const QList<const Criterion*> criteria = criteriaOf(design, decision);
    QList<Weighed> all;
    int most = 0;
    int least = std::numeric_limits<int>::max();
    int whole = 0;
    for (const Option* option : optionsOf(design, decision)) {
        Weighed one{option->id};
        for (const Criterion* criterion : criteria) {
            if (const Score* score = scoreOf(design, option->id, criterion->id))
                one.sum += criterion->weight * score->value;
            else if (criterion->weight > 0)
                ++one.open;
        }
        if (one.open == 0) {
            most = std::max(most, one.sum);
            least = std::min(least, one.sum);
            ++whole;
        }
        all.append(one);
    }
    for (Weighed& one : all)
        one.best = whole > 1 && most > least && one.open == 0 && one.sum == most;
    return all;
}

Result<void> addCriterion(Editor& editor, CriterionId id, DecisionId decision, const QString& title) {
    if (!editor.design().decisions.contains(decision))
        return gone();
    if (const auto fit = titleFits(title); !fit)
        return fit;
    editor.put(Criterion{id, decision, cleaned(title), 1, lastOrder(editor.design().criteria)});
    return {};
}

Result<void> renameCriterion(Editor& editor, CriterionId id, const QString& title) {
    if (const auto fit = titleFits(title); !fit)
        return fit;
    return changeCriterion(editor, id, [&](Criterion& row) { row.title = cleaned(title); });
}

Result<void> setWeight(Editor& editor, CriterionId id, int weight) {
    return changeCriterion(
        editor, id, [weight](Criterion& row) { row.weight = std::clamp(weight, 0, int(kMostWeight)); });
}

Result<void> setScore(Editor& editor, OptionId option, CriterionId criterion, int value) {
    const Design& design = editor.design();
    const Option* of = design.options.find(option);
    const Criterion* by = design.criteria.find(criterion);
    if (!of || !by || of->decision != by->decision)
        return gone();
    const Score* found = scoreOf(design, option, criterion);
    if (value <= 0) {
        if (found)
            editor.remove<Score>(found->id);
        return {};
    }
    Score row = found ? *found : Score{ScoreId::random(), option, criterion};
    row.value = std::min(value, int(kBestScore));
    editor.put(row);
    return {};
}

} // namespace groundplan
