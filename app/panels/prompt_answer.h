#pragma once

#include "app/panels/panel_host.h"

#include <QWidget>

namespace groundplan {

/// Where a prompt of a plan is answered in place: a field, a choice or buttons, as its Answer says.
class PromptAnswer : public QWidget {
    Q_OBJECT
public:
    explicit PromptAnswer(PanelHost& host, QWidget* parent = nullptr)
        : QWidget(parent)
        , host_(host) {}
    /// Takes over the design and the selection; what is being typed stays.
    virtual void refresh() = 0;
    /// Puts the keyboard into the first field for words; without one into a choice that has to be made first.
    void focusWords();

protected:
    PanelHost& host_;
};

/// nullptr: there is nothing to answer; it is drawn, or ticked by hand.
PromptAnswer* makePromptAnswer(PanelHost& host, const Prompt& prompt);

// The sorts of answers, each in a file with its like.
PromptAnswer* makeTaskAnswer(PanelHost& host);
PromptAnswer* makeRequirementAnswer(PanelHost& host, const Prompt& prompt);
PromptAnswer* makeNoteAnswer(PanelHost& host, const Prompt& prompt);
PromptAnswer* makeMetricAnswer(PanelHost& host, const Prompt& prompt);
PromptAnswer* makeErrorCostAnswer(PanelHost& host);
PromptAnswer* makeBlockAnswer(PanelHost& host, const Prompt& prompt);
PromptAnswer* makeDecisionAnswer(PanelHost& host, const Prompt& prompt);
PromptAnswer* makeFieldAnswer(PanelHost& host, const Prompt& prompt);

} // namespace groundplan
