#include "app/tools/note_tool.h"

#include "app/tools/gesture.h"
#include "model/operations/operations.h"

#include <QCoreApplication>

namespace groundplan {

namespace {

/// What a note would hang on: anything but a card, which is a note itself.
ElementId subjectAt(const ToolHost& host, const PointerEvent& event) {
    for (const Hit& hit : hitsAt(host.design(), host.index(), event.at, event.tolerance)) {
        if (!host.design().cards.contains(hit.element))
            return hit.element;
    }
    return {};
}

void addNoteOn(ToolHost& host, ElementId subject) {
    const auto done = host.edit({"add-note", {}}, [subject](Editor& editor) -> Result<void> {
        if (!editor.design().elements.contains(subject))
            return fail(ErrorCode::Refused,
                        QCoreApplication::translate("Board", "The element is gone; no note was put on it."));
        Note note;
        note.id = NoteId::random();
        note.subject = subject;
        note.order = lastOrder(editor.design().notes);
        editor.put(note);
        return {};
    });
    if (done) {
        host.setSelection({subject});
        host.openMark(subject, Hit::Part::NoteMark);
    }
}

void addCardAt(ToolHost& host, Point at) {
    const Rect rect{snapped(at.x), snapped(at.y), kCardSize.w, kCardSize.h};
    ElementId added;
    const auto done = host.edit({"add-card", {}}, [&](Editor& editor) -> Result<void> {
        const auto card = addCard(editor, CardKind::Text, rect);
        if (!card)
            return Failure(card.error());
        added = *card;
        return {};
    });
    if (done) {
        host.setSelection({added});
        host.startRename(added);
    }
}

} // namespace

void NoteTool::activate(ToolHost& host) {
    host.setCursor(Qt::CrossCursor);
}

void NoteTool::pressed(ToolHost& host, const PointerEvent& event) {
    pressed_ = event.button == Qt::LeftButton && !host.isReadOnly();
}

void NoteTool::moved(ToolHost& host, const PointerEvent& event) {
    Preview preview;
    if (!host.isReadOnly()) {
        preview.dropTarget = subjectAt(host, event);
        if (!preview.dropTarget)
            preview.ghost = Rect{snapped(event.at.x), snapped(event.at.y), kCardSize.w, kCardSize.h};
    }
    host.setPreview(preview);
}

void NoteTool::released(ToolHost& host, const PointerEvent& event) {
    if (event.button != Qt::LeftButton || !std::exchange(pressed_, false))
        return;
    host.setPreview({});
    const ElementId subject = subjectAt(host, event);
    host.finishTool();
    if (subject)
        addNoteOn(host, subject);
    else
        addCardAt(host, event.at);
}

void NoteTool::left(ToolHost& host) {
    host.setPreview({});
}

void NoteTool::cancel(ToolHost& host) {
    pressed_ = false;
    host.setPreview({});
}

} // namespace groundplan
