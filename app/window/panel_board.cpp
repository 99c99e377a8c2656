#include "app/window/panel_board.h"

#include "app/canvas/board_view.h"
#include "app/render/document_title.h"
#include "app/window/board_controller.h"
#include "model/design/web_link.h"

#include <QDesktopServices>

using namespace Qt::StringLiterals;

namespace groundplan {

PanelBoard::PanelBoard(BoardController& board, const Catalogue& catalogue, const Templates& templates,
                       const Theme& theme, const QString& language, QObject* parent)
    : PanelHost(parent)
    , board_(board)
    , catalogue_(catalogue)
    , templates_(templates)
    , painter_(catalogue, theme)
    , language_(language) {
    connect(&board, &BoardController::documentChanged, this, &PanelHost::changed);
    connect(&board, &BoardController::selectionChanged, this, &PanelHost::selectionChanged);
}

PanelBoard::~PanelBoard() = default;

void PanelBoard::setTheme(const Theme& theme) {
    painter_.setTheme(theme);
    Q_EMIT themeChanged();
}

void PanelBoard::documentReplaced() {
    Q_EMIT documentReset();
}

void PanelBoard::documentMoved() {
    ChangeSet name;
    name.board = true;
    Q_EMIT changed(name);
}

void PanelBoard::kindsWereReplaced() {
    Q_EMIT kindsReplaced();
}

const Design& PanelBoard::design() const {
    static const Design nothing;
    return board_.document() ? board_.document()->design() : nothing;
}

QString PanelBoard::documentTitle() const {
    const Document* document = board_.document();
    return document ? untitledNameOf(*document) : QString();
}

bool PanelBoard::isReadOnly() const {
    return !board_.document() || board_.document()->isReadOnly();
}
QSet<ElementId> PanelBoard::selection() const {
    return board_.selection();
}
void PanelBoard::setSelection(const QSet<ElementId>& ids) {
    board_.setSelection(ids);
}

void PanelBoard::showOnBoard(const QSet<ElementId>& ids) {
    board_.setSelection(ids);
    if (ids.isEmpty())
        Q_EMIT designPageWanted();
    else
        board_.bringIntoView(ids);
}

Result<void> PanelBoard::edit(const EditName& name, const EditFunction& function) {
    Q_EMIT commitRequested();
    return board_.edit(name, function);
}

Result<void> PanelBoard::editContinued(const EditName& name, const QByteArray& token,
                                       const EditFunction& function) {
    return board_.editContinued(name, token, function);
}

void PanelBoard::endContinued(const QByteArray& token) {
    if (board_.document())
        board_.endContinued(token);
}

void PanelBoard::undo() {
    Q_EMIT commitRequested();
    board_.undo();
}

void PanelBoard::redo() {
    Q_EMIT commitRequested();
    board_.redo();
}

bool PanelBoard::canUndo() const {
    return board_.document() && board_.document()->canUndo();
}
bool PanelBoard::canRedo() const {
    return board_.document() && board_.document()->canRedo();
}
void PanelBoard::addKind(const QString& kind) {
    board_.addKind(kind);
}
void PanelBoard::addCard(CardKind kind, DecisionId decision) {
    board_.addCard(kind, decision);
}
void PanelBoard::setLocked(bool locked) {
    board_.setLocked(locked);
}

void PanelBoard::openLink(const QString& link) {
    if (const QUrl url = webLink(link); url.isValid()) {
        QDesktopServices::openUrl(url);
        return;
    }
    Q_EMIT refused(tr("“%1” is not opened: only links that begin with http, https or mailto are.").arg(link));
}

void PanelBoard::focusBoard() {
    board_.view()->setFocus(Qt::OtherFocusReason);
}

} // namespace groundplan
