#include "app/panels/element_edits.h"

#include "app/render/board_painter.h"
#include "model/design/names.h"
#include "model/operations/operations.h"

#include <QCoreApplication>

namespace groundplan {

Error subjectGone() {
    return {ErrorCode::Refused, QCoreApplication::translate(
                                    "Inspector", "This is not on the board any more; nothing was changed.")};
}

Result<void> changeKind(Editor& editor, ElementId id, const Kind& kind, const QString& language) {
    return changeRow<Block>(editor, id, [&](Block& block) {
        block.kind = kind.name;
        if (!block.ownTitle) {
            block.title = kind.title.in(language);
            block.name = uniqueName(block.title, namesIn(editor.design(), {id}));
        }
    });
}

Result<void> changeCardText(Editor& editor, ElementId id, const QString& text) {
    return changeRow<Card>(editor, id, [&](Card& card) {
        card.text = text;
        card.rect.h = std::max(card.rect.h, fittingCardSize(editor.design(), card).h);
    });
}

Result<void> reverseConnection(Editor& editor, ElementId id) {
    const Connection* connection = editor.design().connections.find(id);
    if (!connection)
        return Failure(subjectGone());
    return reconnect(editor, id, connection->target, connection->source);
}

QString oneLine(const QString& text) {
    QString line = text;
    return line.replace(u'\n', u' ');
}

} // namespace groundplan
