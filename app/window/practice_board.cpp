#include "app/window/practice_board.h"

#include "app/render/board_painter.h"
#include "model/framework/answering.h"
#include "model/framework/beginning.h"
#include "model/operations/operations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

/// The requirement of that topic, rather one that waits for its answer; else that with the same question;
/// else a new one. What was given from the start stays as it was given.
Requirement askedAs(const Design& design, const QString& topic, const QString& question) {
    const Requirement* there = openRequirement(design, topic, question);
    const QString wanted = question.simplified();
    const auto firstWhere = [&](const auto& fits) {
        const auto rows = design.requirements.sorted(
            [&](const Requirement& each) { return each.source != Source::Given && fits(each); });
        return rows.isEmpty() ? nullptr : rows.first();
    };
    if (!there && !topic.isEmpty())
        there = firstWhere([&](const Requirement& each) { return each.topic == topic; });
    if (!there)
        there = firstWhere([&](const Requirement& each) {
            return each.question.simplified().compare(wanted, Qt::CaseInsensitive) == 0;
        });
    if (there) {
        Requirement row = *there;
        if (row.topic.isEmpty())
            row.topic = topic;
        return row;
    }
    Requirement row;
    row.id = RequirementId::random();
    row.question = question;
    row.topic = topic;
    row.order = lastOrder(design.requirements);
    return row;
}

} // namespace

Result<void> beginCase(Editor& editor, const PracticeCase& practice, const Framework& framework,
                       const QString& language) {
    begin(editor, &framework, &practice, language);
    Card sample;
    sample.kind = CardKind::Task;
    sample.rect = {0, 0, kCardSize.w, kCardSize.h};
    const Size size{kCardSize.w, std::max(kCardSize.h, fittingCardSize(editor.design(), sample).h)};
    const auto card = addCard(editor, CardKind::Task, {0, 0, size.w, size.h});
    return card ? Result<void>() : Failure(card.error());
}

bool isTaken(const Design& design, const QString& topic, const QString& told) {
    return std::any_of(design.requirements.begin(), design.requirements.end(), [&](const Requirement& row) {
        return row.topic == topic && row.answer.contains(told);
    });
}

Result<void> takeAnswer(Editor& editor, const QString& topic, const QString& question, const QString& told) {
    Requirement answered = askedAs(editor.design(), topic, question);
    if (answered.answer.trimmed().isEmpty())
        answered.answer = told;
    else if (!answered.answer.contains(told))
        answered.answer += u'\n' + told;
    answered.source = Source::Asked;
    editor.put(answered);
    return {};
}

RequirementId addAssumption(Editor& editor, const QString& question, const QString& topic) {
    Requirement row = askedAs(editor.design(), topic, question);
    if (row.answer.trimmed().isEmpty())
        row.source = Source::Assumed;
    editor.put(row);
    return row.id;
}

} // namespace groundplan
