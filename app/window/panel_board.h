#pragma once

#include "app/panels/panel_host.h"

#include <memory>

namespace groundplan {

class BoardController;

/// The panels' way to the board: a BoardController seen as a PanelHost.
class PanelBoard : public PanelHost {
    Q_OBJECT
public:
    PanelBoard(BoardController& board, const Catalogue& catalogue, const Templates& templates,
               const Theme& theme, const QString& language, QObject* parent = nullptr);
    ~PanelBoard() override;

    void setTheme(const Theme& theme);
    /// Says kindsReplaced(): the catalogue has been filled anew.
    void kindsWereReplaced();
    /// Says documentReset(): the controller has another document, or the one it has became read-only.
    void documentReplaced();
    void documentMoved(); ///< it lies elsewhere and may have another name

    const Design& design() const override;
    const Catalogue& catalogue() const override { return catalogue_; }
    const Templates& templates() const override { return templates_; }
    const BoardPainter& painter() const override { return painter_; }
    QString language() const override { return language_; }
    QString documentTitle() const override;
    bool isReadOnly() const override;
    QSet<ElementId> selection() const override;
    void setSelection(const QSet<ElementId>& ids) override;
    void showOnBoard(const QSet<ElementId>& ids) override;
    void showEntry(const BoardRow& entry) override { Q_EMIT entryWanted(entry); }
    Result<void> edit(const EditName& name, const EditFunction& function) override;
    Result<void> editContinued(const EditName& name, const QByteArray& token,
                               const EditFunction& function) override;
    void endContinued(const QByteArray& token) override;
    void undo() override;
    void redo() override;
    bool canUndo() const override;
    bool canRedo() const override;
    void addKind(const QString& kind) override;
    void addCard(CardKind kind, DecisionId decision) override;
    void setLocked(bool locked) override;
    void openLink(const QString& link) override;
    void focusBoard() override;

Q_SIGNALS:
    /// A sentence for the user about something that was not done.
    void refused(const QString& sentence);
    void designPageWanted();
    void entryWanted(const groundplan::BoardRow& entry);

private:
    BoardController& board_;
    const Catalogue& catalogue_;
    const Templates& templates_;
    BoardPainter painter_;
    QString language_;
};

} // namespace groundplan
