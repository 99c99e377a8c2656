#include "app/window/practice_board.h"

#include "app/render/board_painter.h"
#include "model/framework/answering.h"
#include "model/framework/beginning.h"
#include "model/operations/operations.h"

#include <algorithm>

namespace groundplan {

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
    Requirement answered;
    if (const Requirement* open = openRequirement(editor.design(), fact.topic, question)) {
        answered = *open;
    } else {
        answered.id = RequirementId::random();
        answered.question = question;
        answered.order = lastOrder(editor.design().requirements);
    }
    answered.topic = fact.topic.isEmpty() ? answered.topic : fact.topic;
    answered.answer = fact.answer.in(language);
    answered.source = Source::Asked;
    editor.put(answered);
    return {};
}

Result<RequirementId> addAssumption(Editor& editor, const QString& question) {
    Requirement row;
    row.id = RequirementId::random();
    row.question = question;
    row.source = Source::Assumed;
    row.order = lastOrder(editor.design().requirements);
    editor.put(row);
    return row.id;
}

} // namespace groundplan
