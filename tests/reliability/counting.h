#pragma once

#include "model/document/document.h"

namespace groundplan {

/// An edit that only a board as it really is can make: adds one to the number in the board's task and leaves
/// a note.
inline Result<void> countUp(Document& document, const QString& note) {
    return document.edit({QByteArrayLiteral("add-note"), {}}, [&note](Editor& editor) -> Result<void> {
        Board board = editor.design().board;
        board.task = QString::number(board.task.toInt() + 1);
        editor.put(board);
        editor.put(Note{NoteId::random(), {}, NoteKind::Remark, note, 0});
        return {};
    });
}

} // namespace groundplan
