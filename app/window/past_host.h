#pragma once

#include "app/panels/panel_host.h"
#include "app/window/past_view.h"

namespace groundplan {

/// What the inspector sees of a design that is only looked at: everything, and nothing can be changed.
class PastHost : public PanelHost {
    Q_OBJECT
public:
    PastHost(PastView& view, const Catalogue& catalogue, const Templates& templates, const QString& language,
             QObject* parent = nullptr);

    void setTitle(const QString& title) { title_ = title; } ///< of a design without one of its own

    const Design& design() const override { return view_.design(); }
    const Catalogue& catalogue() const override { return catalogue_; }
    const Templates& templates() const override { return templates_; }
    const BoardPainter& painter() const override { return view_.view()->painter(); }
    QString language() const override { return language_; }
    QString documentTitle() const override { return title_; }
    bool isReadOnly() const override { return true; }
    QSet<ElementId> selection() const override { return view_.selection(); }
    void setSelection(const QSet<ElementId>& ids) override { view_.setSelection(ids); }
    void showOnBoard(const QSet<ElementId>& ids) override;
    void showEntry(const BoardRow&) override {}
    Result<void> edit(const EditName& name, const EditFunction& function) override;
    Result<void> editContinued(const EditName& name, const QByteArray& token,
                               const EditFunction& function) override;
    void endContinued(const QByteArray&) override {}
    void undo() override {}
    void redo() override {}
    bool canUndo() const override { return false; }
    bool canRedo() const override { return false; }
    void addKind(const QString&) override {}
    void addCard(CardKind, DecisionId) override {}
    void setLocked(bool) override {}
    void openLink(const QString& link) override { Q_EMIT linkWanted(link); }
    void focusBoard() override { view_.view()->setFocus(); }

Q_SIGNALS:
    void linkWanted(const QString& link);

private:
    PastView& view_;
    const Catalogue& catalogue_;
    const Templates& templates_;
    const QString language_;
    QString title_;
};

} // namespace groundplan
