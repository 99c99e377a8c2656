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
/// else a new one.
Requirement askedAs(const Design& design, const QString& topic, const QString& question) {
    const Requirement* there = openRequirement(design, topic, question);
    if (!there && !topic.isEmpty())
        there = requirementOf(design, topic);
    Requirement row;
    if (!there) {
        const QString wanted = question.simplified();
        const auto same = design.requirements.sorted([&](const Requirement& each) {
            return each.question.simplified().compare(wanted, Qt::CaseInsensitive) == 0;
        });
        there = same.isEmpty() ? nullptr : same.first();
    }
    if (there) {
        row = *there;
    } else {
        row.id = RequirementId::random();
        row.question = question;
        row.order = lastOrder(design.requirements);
    }
    if (row.topic.isEmpty())
        row.topic = topic;
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

Result<void> takeAnswer(Editor& editor, const Fact& fact, const QString& question, const QString& language) {
    const QString told = fact.answer.in(language);
    Requirement answered = askedAs(editor.design(), fact.topic, question);
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
