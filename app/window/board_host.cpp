#include "app/canvas/text_places.h"
#include "app/panels/meaning_chooser.h"
#include "app/tools/gesture.h"
#include "app/window/board_private.h"
#include "model/operations/kept_index.h"
#include "model/operations/nesting.h"

#include <QCoreApplication>
#include <QGuiApplication>

// What the board's tools ask for and its canvas reports.

namespace groundplan {

// ToolHost

const Design& BoardController::Private::design() const {
    static const Design empty;
    return document ? document->design() : empty;
}

const RoutingIndex& BoardController::Private::routing() const {
    static const RoutingIndex none;
    return document ? routingIndexOf(*document) : none;
}

Result<void> BoardController::Private::edit(const EditName& name, const EditFunction& function) {
    finishRouting();
    if (!document)
        return fail(ErrorCode::WrongUse, tr("No board is open."));
    return report(document->edit(name, fitting(function)));
}

Result<void> BoardController::Private::editContinued(const EditName& name, const QByteArray& token,
                                                     const EditFunction& function) {
    finishRouting();
    if (!document)
        return fail(ErrorCode::WrongUse, tr("No board is open."));
    return report(document->editContinued(name, token, fitting(function)));
}

void BoardController::Private::endContinued(const QByteArray& token) {
    finishRouting();
    if (document)
        document->endContinued(token);
}

void BoardController::Private::setPreview(const Preview& preview) {
    glide.stop();
    if (routingRun)
        previewAfterRouting = preview;
    else if (chooser)
        previewAfterChooser = preview;
    else
        view.setPreview(preview);
}

void BoardController::Private::startRename(ElementId id) {
    if (isReadOnly())
        return;
    const Card* card = design().cards.find(id);
    if (card && card->kind == CardKind::Decision) {
        openMark(id, Hit::Part::DecisionMark);
        return;
    }
    if (design().images.contains(id)) {
        q.setSelection({id});
        Q_EMIT q.descriptionWanted();
        return;
    }
    const auto text = editableTextOf(design(), index(), view.painter().theme(), id);
    if (!text)
        return;
    view.endEditing();
    q.setSelection({id});
    q.bringIntoView({id});
    typing.begin(id);
    view.editText(id, unkept && unkept->id == id ? unkept->text : text->text, text->place);
}

void BoardController::Private::offerKinds(Point at, ElementId neighbour, Beside side,
                                          std::function<void(const BlockChoice& choice)> done) {
    const Preview waiting = view.preview(); // a line that ends in the open stays in sight meanwhile
    settle();
    view.setPreview(waiting);
    previewAfterChooser = {};
    const Block* from = design().blocks.find(neighbour);
    const bool before = side == Beside::Before;
    const auto asks = before ? MeaningChooser::Asks::Before : MeaningChooser::Asks::Next;
    chooser =
        new MeaningChooser(kinds, titleLanguage, view.painter(), from ? asks : MeaningChooser::Asks::Any,
                           from ? kinds.usualNext(from->kind, before) : QList<const Kind*>(), &view);
    QObject::connect(chooser, &MeaningChooser::finished, &q, [this, done](const Meaning& meaning) {
        chooser = nullptr;
        view.setPreview(previewAfterChooser);
        view.setFocus(Qt::PopupFocusReason);
        done({meaning.kind, meaning.technology, meaning.title});
    });
    const QPoint aside = before ? QPoint(-MeaningChooser::kWidth - 8, -20) : QPoint(8, -20);
    chooser->openAt(view.viewport()->mapToGlobal(view.transform().toView(at).toPoint() + aside));
}

void BoardController::Private::openMark(ElementId id, Hit::Part part) {
    Q_EMIT q.markActivated(id, part);
}

// CanvasInput

void BoardController::Private::textCommitted(ElementId id, const QString& text) {
    if (typing.committed(text)) {
        if (unkept && unkept->id == id)
            unkept.reset();
        return;
    }
    if (!document || isReadOnly() || !design().elements.contains(id))
        return;
    unkept = Unkept{id, text};
    // Back it comes at once, but into nobody's way who has begun something else; then with the next F2.
    QTimer::singleShot(0, &q, [this, id] {
        if (unkept && unkept->id == id && view.hasFocus() && !view.editor().isOpen() && !tool().isBusy() &&
            QGuiApplication::mouseButtons() == Qt::NoButton)
            startRename(id);
    });
}

void BoardController::Private::pointerPressed(const PointerEvent& event) {
    view.endEditing();
    if (event.eraser && current != ToolId::Eraser) {
        beforeEraser = {current, toolLocked};
        q.setTool(ToolId::Eraser);
    }
    tool().pressed(*this, event);
}

void BoardController::Private::pointerReleased(const PointerEvent& event) {
    tool().released(*this, event);
    if (beforeEraser) {
        const auto [before, locked] = *std::exchange(beforeEraser, std::nullopt);
        q.setTool(before);
        q.setToolLocked(locked);
    }
}

void BoardController::Private::pointerLeft() {
    if (!chooser)
        tool().left(*this);
}

void BoardController::Private::keyReleased(const KeyPress& key) {
    tool().keyReleased(*this, key);
}

void BoardController::Private::focusLost() {
    tool().keysLost(*this);
}

bool BoardController::Private::keyPressed(const KeyPress& key) {
    return tool().keyPressed(*this, key) || commandKey(key);
}

bool BoardController::Private::commandKey(const KeyPress& key) {
    const bool control = key.modifiers.testFlag(Qt::ControlModifier);
    const bool shift = key.modifiers.testFlag(Qt::ShiftModifier);
    if (key.modifiers.testFlag(Qt::AltModifier) || key.modifiers.testFlag(Qt::MetaModifier))
        return false;
    if (!control) {
        switch (key.key) {
        case Qt::Key_Escape:
            if (q.isTidying())
                q.cancelTidy();
            else if (current != ToolId::Select)
                q.setTool(ToolId::Select);
            else if (!selected.isEmpty())
                q.setSelection({});
            else if (view.isDimmed())
                Q_EMIT q.lensUnwanted();
            else
                return false;
            return true;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            q.deleteSelection();
            return true;
        case Qt::Key_F2:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (selected.isEmpty() && key.key != Qt::Key_F2)
                Q_EMIT q.lineWanted();
            else
                q.startRename();
            return true;
        default:
            return false;
        }
    }
    switch (key.key) {
    case Qt::Key_A:
        q.selectAll();
        return true;
    case Qt::Key_C:
        q.copy();
        return true;
    case Qt::Key_X:
        q.cut();
        return true;
    case Qt::Key_V:
        q.paste();
        return true;
    case Qt::Key_D:
        q.duplicate();
        return true;
    case Qt::Key_Z:
        if (shift)
            q.redo();
        else
            q.undo();
        return true;
    case Qt::Key_Y:
        q.redo();
        return true;
    case Qt::Key_0:
        q.zoomTo(1);
        return true;
    default:
        return false;
    }
}

void BoardController::Private::contextMenu(const PointerEvent& event, QPoint global) {
    // By mouse it is about what lies there, by key about what is selected.
    settle();
    const bool byKey = event.button == Qt::NoButton;
    if (!byKey) {
        const QList<Hit> hits = hitsAt(design(), index(), event.at, event.tolerance);
        if (hits.isEmpty())
            q.setSelection({});
        else if (!selected.contains(hits.first().element))
            q.setSelection(withGroups(design(), {hits.first().element}));
    }
    Q_EMIT q.contextMenuRequested(global);
}

void BoardController::Private::kindDragged(const QString& kindName, Point at) {
    const Kind* kind = kinds.kind(kindName);
    if (!kind || isReadOnly())
        return;
    Preview preview;
    preview.ghost =
        Rect{snapped(at.x - kBlockSize.w / 2), snapped(at.y - kBlockSize.h / 2), kBlockSize.w, kBlockSize.h};
    preview.ghostKind = kindName;
    preview.ghostTitle = kind->title.in(titleLanguage);
    preview.dropTarget = FrameFinder(design()).parentFor(preview.ghost->center());
    setPreview(preview);
}

void BoardController::Private::kindDropped(const QString& kind, Point at) {
    setPreview({});
    if (isReadOnly())
        showMessage(
            QCoreApplication::translate("Board", "This board is read-only; save a copy to change it."));
    else
        q.addKind(kind, at);
}

} // namespace groundplan
