#pragma once

#include "app/panels/panel_host.h"
#include "app/panels/plan_parts.h"
#include "model/framework/progress.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace groundplan {

class FlowLayout;
class PromptAnswer;

/// A prompt of a plan: its line, and when opened why and how, a place to answer it and what shows that it was
/// answered.
class PromptView : public QWidget {
    Q_OBJECT
public:
    PromptView(PanelHost& host, const Framework& framework, const Prompt& prompt, QWidget* parent = nullptr);

    QString name() const { return prompt_.name; }
    PlanButton* header() const { return header_; }
    bool isOpen() const { return open_; }
    void setOpen(bool open);
    void focusAnswer(); ///< of one that is open: into its first field for words; without one nothing happens
    void refresh(const PromptProgress& progress);

Q_SIGNALS:
    void openWanted(bool open);

private:
    void makeBody();
    void showEvidence();
    void showMissing();
    void tick();

    PanelHost& host_;
    const Framework framework_;
    const Prompt prompt_;
    PromptProgress progress_;
    bool open_ = false;
    PlanButton* header_;
    QVBoxLayout* column_;
    QWidget* body_ = nullptr; ///< made when it is first opened
    PromptAnswer* answer_ = nullptr;
    QWidget* evidence_ = nullptr;
    FlowLayout* chips_ = nullptr;
    Found shown_; ///< by the chips
    QLabel* missing_ = nullptr;
    Chip* tick_ = nullptr;
};

/// A step of a plan: its line with the progress, and when opened why it matters and its prompts. The prompts
/// that put it into production are folded away until they are wanted.
class StepView : public QWidget {
    Q_OBJECT
public:
    StepView(PanelHost& host, const Framework& framework, const Step& step, QWidget* parent = nullptr);

    QString name() const { return step_.name; }
    PlanButton* header() const { return header_; }
    bool isOpen() const { return open_; }
    void setOpen(bool open);
    bool isLayerOpen() const { return layerOpen_; }
    PlanButton* layerButton() const { return layer_; }             ///< nullptr: there is no such layer
    const QList<PromptView*>& prompts() const { return prompts_; } ///< none before it was opened first
    void openPrompt(const QString& name);                          ///< empty: none
    /// In place of the framework's minutes; empty: those. `now`: the clock of a session is in this step.
    void setTime(const QString& time, bool now);
    void refresh(const StepProgress& progress);

Q_SIGNALS:
    void openWanted(bool open);
    void layerToggled();
    void promptOpened(QWidget* prompt); ///< it wants to be seen

private:
    void makeBody();
    void showLayer();

    PanelHost& host_;
    const Framework framework_;
    const Step step_;
    bool open_ = false;
    bool layerOpen_ = false;
    QString time_;
    bool now_ = false;
    PlanButton* header_;
    QVBoxLayout* column_;
    QWidget* body_ = nullptr;
    PlanButton* layer_ = nullptr;
    QWidget* layerBody_ = nullptr;
    QList<PromptView*> prompts_;
};

} // namespace groundplan
