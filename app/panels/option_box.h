#pragma once

#include "app/panels/panel_host.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QRadioButton;

namespace groundplan {

class ContinuedField;
class GrowingTextEdit;
class MoveGrip;

/// One option of a decision: whether it was chosen, its title, its pros and cons, each a line that comes into
/// the design when something is typed and goes when it is emptied. An option that is not in the design yet
/// has its title only.
class OptionBox : public QWidget {
    Q_OBJECT
public:
    OptionBox(PanelHost& host, DecisionId decision, OptionId option, QWidget* parent = nullptr);

    OptionId id() const { return option_; }
    void refresh();
    GrowingTextEdit* titleField() const { return title_; }
    bool hasFocusInside() const;
    MoveGrip* grip() const { return grip_; }

Q_SIGNALS:
    void moveRequested(int step); ///< -1: up, 1: down

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QWidget* row;
        GrowingTextEdit* field;
        ContinuedField* binding;
    };
    Line makeLine(Side side, ArgumentId id);
    void syncSide(Side side);

    PanelHost& host_;
    const DecisionId decision_;
    const OptionId option_;
    MoveGrip* grip_;
    QRadioButton* chosen_;
    GrowingTextEdit* title_;
    QWidget* remove_;
    QWidget* arguments_;
    QBoxLayout* sides_[2];
    QList<std::pair<ArgumentId, Line>> lines_[2]; ///< in order; the last is the empty one to type into
};

} // namespace groundplan
