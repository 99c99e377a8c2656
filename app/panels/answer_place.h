#pragma once

#include "app/panels/controls.h"
#include "app/panels/plan_parts.h"

namespace groundplan {

/// On what an answer of the plan is put: the design, or the one element that is selected. It is seen only
/// while there is that choice, and goes back to the design when another element is selected.
class AnswerPlace : public Choice {
    Q_OBJECT
public:
    explicit AnswerPlace(PanelHost& host, QWidget* parent = nullptr);

    /// None: the design. An element that is there.
    ElementId subject() const;
    void refresh(); ///< takes over the selection

private:
    PanelHost& host_;
    ElementId offered_;
};

/// What an answer has made last and where that went; a click shows it. Hidden at first.
class MadeChip : public Chip {
    Q_OBJECT
public:
    explicit MadeChip(PanelHost& host, QWidget* parent = nullptr);

    /// `what`: "AUC"; `subject`: none: the design. `isThere`: false hides it, since it was undone or deleted.
    void setMade(const QString& what, ElementId subject, bool isThere);

private:
    PanelHost& host_;
    ElementId subject_;
};

/// The one selected element, if notes, metrics and decisions can hang on it.
ElementId selectedHolder(const PanelHost& host);

} // namespace groundplan
