#pragma once

#include "app/panels/panel_host.h"

#include <QDialog>
#include <QTimer>

class QGridLayout;
class QLabel;
class QLineEdit;
class QRadioButton;
class QScrollArea;

namespace groundplan {

class Choice;
class ScoreCell;

/// The options of a decision as rows, what they are compared by as columns with their weights, and in each
/// cell how well the option does; the weighted sums stand beside them and are always in sight. Everything is
/// written at once, and undone by the usual keys.
class ComparisonDialog : public QDialog {
    Q_OBJECT
public:
    ComparisonDialog(PanelHost& host, DecisionId decision, QWidget* parent = nullptr);

    ScoreCell* cell(OptionId option, CriterionId criterion) const; ///< nullptr: there is none
    /// Shows the decision as it is now in the design; closes when it is gone.
    void updateNow();

private:
    struct Row {
        OptionId option;
        QRadioButton* chosen = nullptr;
        QList<ScoreCell*> cells = {}; ///< as many as columns
        QLabel* sum = nullptr;
    };
    struct Column {
        CriterionId criterion;
        QLineEdit* title = nullptr;
        QWidget* remove = nullptr;
        Choice* weight = nullptr;
    };
    void build();
    void addColumn(CriterionId id, int at);
    void addRow(OptionId id, int at);
    QLineEdit* adder(const QString& words);
    void connectAdders();
    void showRow(const Row& row);
    int heightOfRow(int row) const; ///< of the table and of the sums alike
    void growToContent();           ///< as far as the screen goes; never smaller

    PanelHost& host_;
    const DecisionId decision_;
    QTimer timer_;
    QLabel* question_;
    QScrollArea* area_;
    QWidget* content_;
    QScrollArea* sumArea_; ///< beside it, scrolled along
    QWidget* sums_;
    QWidget* table_ = nullptr;    ///< made anew when rows or columns come, go or change places
    QWidget* sumTable_ = nullptr; ///< with it
    QGridLayout* sumGrid_ = nullptr;
    bool grown_ = false; ///< has had a size
    QGridLayout* grid_ = nullptr;
    QList<Row> rows_;
    QList<Column> columns_;
    QLineEdit* newOption_ = nullptr;
    QLineEdit* newCriterion_ = nullptr;
};

} // namespace groundplan
