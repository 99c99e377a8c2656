#include "model/framework/beginning.h"

#include "model/operations/operations.h"

namespace groundplan {

void begin(Editor& editor, const Framework* framework, const PracticeCase* practice,
           const QString& language) {
    Board board = editor.design().board;
    if (framework)
        board.framework = framework->name;
    if (practice) {
        board.practice = practice->name;
        if (board.title.isEmpty())
            board.title = practice->title.in(language);
    }
    editor.put(board);
    if (!practice)
        return;
    for (const GivenNumber& number : practice->numbers) {
        Requirement row;
        row.id = RequirementId::random();
        row.question = number.title.in(language);
        row.answer = number.value;
        row.source = Source::Given;
        row.topic = number.topic;
        row.order = lastOrder(editor.design().requirements);
        editor.put(row);
    }
}

} // namespace groundplan
