#include "app/window/board_private.h"
#include "app/window/clipboard_data.h"
#include "app/window/guest_design.h"
#include "app/window/import_run.h"

// Diagrams of other programs that are pasted.

namespace groundplan {

/// Positions in a diagram of others mean nothing here: it comes where one looks when it has been read.
void BoardController::Private::pasteDiagram(const CopiedDiagram& diagram) {
    auto* run = new ImportRun(
        diagram.text, diagram.format, diagram.name, kinds,
        [this, diagram, asked = QPointer(document)](const Result<DesignImport>& read) {
            const QString& name = diagram.name;
            if (!asked || asked != document) {
                showMessage(
                    BoardController::tr("%1 was read, but the board that it was for is closed.").arg(name));
                return;
            }
            const bool isEmpty = read && read->import.design.elements.isEmpty();
            if (diagram.orText && (!read || isEmpty)) {
                const QString why =
                    isEmpty ? BoardController::tr("There is nothing to draw in it.") : read.error().sentence;
                pasteCard(QString::fromUtf8(diagram.text),
                          BoardController::tr("Pasted as a text. %1").arg(why));
                return;
            }
            if (!read) {
                showMessage(read.error().sentence);
                return;
            }
            insertDiagram(name, read->import);
        },
        &q);
    Q_EMIT q.pasteBegun(run);
}

/// As an import into this design, but that what has no title needs no frame.
void BoardController::Private::insertDiagram(const QString& name, const Import& import) {
    const Design& whole = import.design;
    const QString& title = whole.board.title;
    const bool isGuest = saysAnything(design());
    const Design part = isGuest ? guestDesign(whole, title.isEmpty() ? name : title,
                                              templates ? *templates : Templates(), titleLanguage)
                                : whole;
    if (isGuest && part.elements.isEmpty() && part.decisions.isEmpty()) {
        showMessage(BoardController::tr("There is nothing to draw in what is on the clipboard."));
        Q_EMIT q.pasted(name, import);
        return;
    }
    const bool hasTitle = isGuest || !design().board.title.isEmpty();
    const QString frame =
        hasTitle && !part.elements.isEmpty() && title != design().board.title ? title : QString();
    const Rect bounds = frame.isEmpty() ? part.bounds() : rectOfFrameAround(part.bounds());
    insert(part, shiftToMiddle(bounds), "paste", frame);
    Q_EMIT q.pasted(name, import);
}

} // namespace groundplan
