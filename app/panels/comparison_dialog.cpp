#include "app/panels/comparison_dialog.h"

#include "app/panels/continued_field.h"
#include "app/panels/controls.h"
#include "app/panels/element_edits.h"
#include "app/panels/fields.h"
#include "app/panels/score_cell.h"
#include "app/panels/style.h"
#include "app/panels/why_caption.h"
#include "app/render/fonts.h"
#include "model/operations/comparing.h"
#include "model/operations/operations.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kTitles = 0; ///< rows of the grid
constexpr int kWeights = 1;
constexpr int kFirstOption = 3; ///< after a line
constexpr double kOfScreen = 0.94;

} // namespace

ComparisonDialog::ComparisonDialog(PanelHost& host, DecisionId decision, QWidget* parent)
    : QDialog(parent)
    , host_(host)
    , decision_(decision)
    , question_(new QLabel)
    , area_(new QScrollArea)
    , content_(new QWidget)
    , sumArea_(new QScrollArea)
    , sums_(new QWidget) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare the options"));
    question_->setFont(fonts::of(fonts::Role::InspectorTitle));
    question_->setWordWrap(true);
    question_->setTextFormat(Qt::PlainText);
    auto* how =
        smallLine(tr("Scores from 1 (poor) to %1 (good), by a click or a digit; Delete takes one back, the "
                     "arrow keys go on. A weight of 0 counts nothing.")
                      .arg(kBestScore));
    for (const auto& [area, content] : {std::pair(area_, content_), std::pair(sumArea_, sums_)}) {
        area->setFrameShape(QFrame::NoFrame);
        area->setWidgetResizable(true);
        area->setWidget(content);
        area->setFocusPolicy(Qt::NoFocus);
        area->viewport()->setBackgroundRole(QPalette::Window);
        content->setBackgroundRole(QPalette::Window);
        auto* column = new QVBoxLayout(content);
        column->setContentsMargins(0, 0, 0, 0);
        column->addStretch();
    }
    // The sums stay in sight, however many criteria there are.
    sumArea_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    sumArea_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(area_->verticalScrollBar(), &QScrollBar::valueChanged, sumArea_->verticalScrollBar(),
            &QScrollBar::setValue);
    auto* tables = new QHBoxLayout;
    tables->setSpacing(10);
    tables->addWidget(area_, 1);
    tables->addWidget(sumArea_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    for (QAbstractButton* button : buttons->buttons())
        static_cast<QPushButton*>(button)->setAutoDefault(false); // Enter belongs to the fields
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(8);
    layout->addWidget(question_);
    layout->addWidget(how);
    layout->addLayout(tables, 1);
    layout->addWidget(buttons);
    timer_.setSingleShot(true);
    timer_.setInterval(0);
    // After the event that changed the design: what was typed is written then.
    connect(&timer_, &QTimer::timeout, this, &ComparisonDialog::updateNow);
    connect(&host_, &PanelHost::changed, &timer_, qOverload<>(&QTimer::start));
    connect(&host_, &PanelHost::documentReset, &timer_, qOverload<>(&QTimer::start));
    connect(new QShortcut(QKeySequence::Undo, this), &QShortcut::activated, this, [this] {
        if (host_.canUndo())
            host_.undo();
    });
    connect(new QShortcut(QKeySequence::Redo, this), &QShortcut::activated, this, [this] {
        if (host_.canRedo())
            host_.redo();
    });
    updateNow();
}

void ComparisonDialog::growToContent() {
    const QSize table = table_->sizeHint();
    const QMargins around = layout()->contentsMargins();
    const QSize room = screen()->availableSize() * kOfScreen;
    const int beside = around.left() + around.right() + 10 + sumArea_->width() +
                       area_->verticalScrollBar()->sizeHint().width();
    const int width = std::clamp(table.width() + beside, std::min(560, room.width()), room.width());
    const int rest = layout()->totalHeightForWidth(width) - area_->sizeHint().height();
    const QSize wanted(width, std::max(rest + table.height() + 8, 320));
    resize((grown_ ? size().expandedTo(wanted) : wanted).boundedTo(room));
    grown_ = true;
}

QLineEdit* ComparisonDialog::adder(const QString& words) {
    auto* field = new QLineEdit;
    field->setPlaceholderText(words);
    field->setAccessibleName(words);
    field->setMinimumWidth(130);
    return field;
}

ScoreCell* ComparisonDialog::cell(OptionId option, CriterionId criterion) const {
    for (const Row& row : rows_) {
        for (qsizetype i = 0; i < columns_.size(); ++i) {
            if (row.option == option && columns_[i].criterion == criterion)
                return row.cells[i];
        }
    }
    return nullptr;
}

void ComparisonDialog::updateNow() {
    timer_.stop();
    const Design& design = host_.design();
    const Decision* decision = design.decisions.find(decision_);
    if (!decision) {
        reject();
        return;
    }
    question_->setText(decision->question.isEmpty() ? tr("Unnamed decision") : decision->question);
    const auto options = optionsOf(design, decision_);
    const auto criteria = criteriaOf(design, decision_);
    const bool same =
        table_ &&
        std::equal(rows_.begin(), rows_.end(), options.begin(), options.end(),
                   [](const Row& row, const Option* option) { return row.option == option->id; }) &&
        std::equal(columns_.begin(), columns_.end(), criteria.begin(), criteria.end(),
                   [](const Column& column, const Criterion* criterion) {
                       return column.criterion == criterion->id;
                   });
    if (!same)
        build();
    const bool writable = !host_.isReadOnly();
    for (qsizetype i = 0; i < columns_.size(); ++i) {
        columns_[i].weight->setCurrentIndex(criteria[i]->weight);
        columns_[i].weight->setAccessibleName(tr("Weight of %1").arg(criteria[i]->title));
        columns_[i].weight->setEnabled(writable);
        columns_[i].remove->setEnabled(writable);
    }
    newOption_->setEnabled(writable);
    newCriterion_->setEnabled(writable);
    for (const Row& row : std::as_const(rows_))
        showRow(row);
    sumArea_->setVisible(!columns_.isEmpty());
    sumArea_->setFixedWidth(sumTable_->sizeHint().width() + 2);
    if (!same)
        growToContent();
}

void ComparisonDialog::showRow(const Row& row) {
    const Design& design = host_.design();
    const Option* option = design.options.find(row.option);
    const bool writable = !host_.isReadOnly();
    row.chosen->setText(option->title);
    row.chosen->setToolTip(tr("Choose this option"));
    row.chosen->setChecked(design.decisions.find(decision_)->chosen == row.option);
    row.chosen->setEnabled(writable);
    for (qsizetype i = 0; i < columns_.size(); ++i) {
        const Score* score = scoreOf(design, row.option, columns_[i].criterion);
        row.cells[i]->setValue(score ? score->value : 0);
        row.cells[i]->setAccessibleName(
            u"%1, %2"_s.arg(option->title, design.criteria.find(columns_[i].criterion)->title));
        row.cells[i]->setEnabled(writable);
    }
    for (const Weighed& one : weigh(design, decision_)) {
        if (one.option != row.option)
            continue;
        QString text = QString::number(one.sum);
        if (one.open > 0)
            text += one.open == 1 ? tr(" · 1 open") : tr(" · %1 open").arg(one.open);
        if (one.best)
            text += tr(" · best");
        row.sum->setText(text);
        QFont font = this->font();
        font.setWeight(one.best ? QFont::DemiBold : QFont::Normal);
        row.sum->setFont(font);
        QPalette colours = palette();
        if (one.best)
            colours.setColor(QPalette::WindowText, host_.painter().theme().good);
        else if (one.open > 0)
            colours.setColor(QPalette::WindowText, colours.color(QPalette::PlaceholderText));
        row.sum->setPalette(colours);
    }
}

void ComparisonDialog::build() {
    // The keyboard stays in the cell it is in, or goes on where something was added.
    OptionId inOption;
    CriterionId inCriterion;
    for (const Row& row : std::as_const(rows_)) {
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i]->hasFocus()) {
                inOption = row.option;
                inCriterion = columns_[i].criterion;
            }
        }
    }
    const bool addingOption = newOption_ && newOption_->hasFocus();
    const bool addingCriterion = newCriterion_ && newCriterion_->hasFocus();
    if (table_) {
        table_->hide(); // writes what was typed
        table_->deleteLater();
        sumTable_->hide();
        sumTable_->deleteLater();
    }
    rows_.clear();
    columns_.clear();
    table_ = new QWidget;
    grid_ = new QGridLayout(table_);
    grid_->setContentsMargins(0, 4, 0, 4);
    grid_->setHorizontalSpacing(10);
    grid_->setVerticalSpacing(6);
    sumTable_ = new QWidget;
    sumGrid_ = new QGridLayout(sumTable_);
    sumGrid_->setContentsMargins(0, 4, 4, 4);
    sumGrid_->setVerticalSpacing(6);

    const Design& design = host_.design();
    const auto criteria = criteriaOf(design, decision_);
    const int last = int(criteria.size()) + 1;
    auto* weights = mutedLabel(tr("Weight"));
    grid_->addWidget(weights, kWeights, 0, Qt::AlignRight);
    weights->setVisible(!criteria.isEmpty());
    for (qsizetype i = 0; i < criteria.size(); ++i)
        addColumn(criteria[i]->id, int(i) + 1);
    newCriterion_ = adder(tr("Add a criterion"));
    grid_->addWidget(newCriterion_, kTitles, last);
    auto* sums = mutedLabel(tr("Weighted sum"));
    sumGrid_->addWidget(new QWidget, kTitles, 0); // an empty row would have no space below it
    sumGrid_->addWidget(sums, kWeights, 0);
    grid_->addWidget(new Hairline, kWeights + 1, 0, 1, last + 1);
    sumGrid_->addWidget(new Hairline, kWeights + 1, 0);
    int at = kFirstOption;
    for (const Option* option : optionsOf(design, decision_))
        addRow(option->id, at++);
    newOption_ = adder(tr("Add an option"));
    grid_->addWidget(newOption_, at, 0);
    for (int row = 0; row <= at; ++row) {
        const int height = heightOfRow(row);
        for (QGridLayout* grid : {grid_, sumGrid_})
            grid->setRowMinimumHeight(row, height);
    }
    grid_->setColumnStretch(0, 3);
    for (int i = 1; i <= last; ++i)
        grid_->setColumnStretch(i, 2);
    connectAdders();
    static_cast<QVBoxLayout*>(content_->layout())->insertWidget(0, table_);
    static_cast<QVBoxLayout*>(sums_->layout())->insertWidget(0, sumTable_);
    table_->show();
    sumTable_->show();

    // From field to field as they stand: titles, weights, then the options line by line.
    QWidget* before = nullptr;
    const auto next = [&](QWidget* widget) {
        if (before)
            setTabOrder(before, widget);
        before = widget;
    };
    for (const Column& column : std::as_const(columns_)) {
        next(column.title);
        next(column.remove);
    }
    next(newCriterion_);
    for (const Column& column : std::as_const(columns_))
        next(column.weight);
    for (const Row& row : std::as_const(rows_)) {
        next(row.chosen);
        for (ScoreCell* each : row.cells)
            next(each);
    }
    next(newOption_);
    if (ScoreCell* in = cell(inOption, inCriterion))
        in->setFocus(Qt::OtherFocusReason);
    else if (addingOption)
        newOption_->setFocus(Qt::OtherFocusReason);
    else if (addingCriterion || columns_.isEmpty())
        newCriterion_->setFocus(Qt::OtherFocusReason);
    else if (!rows_.isEmpty())
        rows_.first().cells.first()->setFocus(Qt::OtherFocusReason);
}

int ComparisonDialog::heightOfRow(int row) const {
    int height = 0;
    for (const QGridLayout* grid : {grid_, sumGrid_}) {
        for (int i = 0; i < grid->count(); ++i) {
            int at = 0, column = 0, rows = 0, columns = 0;
            grid->getItemPosition(i, &at, &column, &rows, &columns);
            if (at == row)
                height = std::max(height, grid->itemAt(i)->sizeHint().height());
        }
    }
    return height;
}

void ComparisonDialog::addColumn(CriterionId id, int at) {
    Column column{id};
    const auto title = lineField(host_);
    column.title = title.widget;
    column.title->setAccessibleName(tr("Criterion"));
    column.title->setMinimumWidth(92);
    title.binding->bind(
        EditName{"change-criterion", {}},
        [id](const Design& design) -> std::optional<QString> {
            const Criterion* found = design.criteria.find(id);
            return found ? std::optional(found->title) : std::nullopt;
        },
        [id](Editor& editor, const QString& text) -> Result<void> {
            return text.trimmed().isEmpty() ? Result<void>() : renameCriterion(editor, id, text);
        });
    auto* remove = iconButton(u"close"_s, tr("Delete this criterion"));
    remove->setFixedSize(22, 22);
    remove->setIconSize({12, 12});
    column.remove = remove;
    QStringList weights;
    for (int i = 0; i <= kMostWeight; ++i)
        weights.append(QString::number(i));
    column.weight = new Choice(weights);
    column.weight->setFixedWidth(64);
    connect(remove, &QToolButton::clicked, this, [this, id] {
        host_.edit({"delete-criterion", {}}, [id](Editor& editor) -> Result<void> {
            removeCriterion(editor, id);
            return {};
        });
    });
    connect(column.weight, &QComboBox::activated, this, [this, id](int weight) {
        host_.edit({"change-weight", {}},
                   [id, weight](Editor& editor) { return setWeight(editor, id, weight); });
    });
    auto* top = new QHBoxLayout;
    top->setSpacing(2);
    top->addWidget(column.title, 1);
    top->addWidget(remove);
    grid_->addLayout(top, kTitles, at);
    grid_->addWidget(column.weight, kWeights, at, Qt::AlignLeft);
    columns_.append(column);
}

void ComparisonDialog::addRow(OptionId id, int at) {
    Row row{id};
    row.chosen = new QRadioButton;
    row.chosen->setAutoExclusive(false); // a second click takes the choice back
    row.sum = new QLabel;
    grid_->addWidget(row.chosen, at, 0);
    connect(row.chosen, &QRadioButton::clicked, this, [this, id](bool on) {
        const Option* option = host_.design().options.find(id);
        host_.edit(on && option ? EditName{"choose-option", {option->title}}
                                : EditName{"change-decision", {}},
                   [this, id, on](Editor& editor) {
                       return changeRow<Decision>(editor, decision_, [&](Decision& changed) {
                           changed.chosen = on && editor.design().options.contains(id) ? id : OptionId{};
                       });
                   });
    });
    const int line = int(rows_.size());
    for (qsizetype i = 0; i < columns_.size(); ++i) {
        auto* made = new ScoreCell;
        grid_->addWidget(made, at, int(i) + 1);
        connect(made, &ScoreCell::chosen, this, [this, id, criterion = columns_[i].criterion](int value) {
            host_.edit({"change-score", {}},
                       [=](Editor& editor) { return setScore(editor, id, criterion, value); });
            timer_.start(); // a refused edit leaves the cell as the design is
        });
        connect(made, &ScoreCell::moveRequested, this, [this, line, i](int columns, int lines) {
            const auto to = std::clamp<qsizetype>(line + lines, 0, rows_.size() - 1);
            const auto across = std::clamp<qsizetype>(i + columns, 0, columns_.size() - 1);
            rows_[to].cells[across]->setFocus(Qt::OtherFocusReason);
        });
        row.cells.append(made);
    }
    sumGrid_->addWidget(row.sum, at, 0);
    rows_.append(row);
}

void ComparisonDialog::connectAdders() {
    // Written when the field is left, too: what was typed is not to be lost.
    connect(newCriterion_, &QLineEdit::editingFinished, this, [this, field = newCriterion_] {
        const QString title = field->text().trimmed();
        if (title.isEmpty())
            return;
        field->clear();
        host_.edit({"add-criterion", {}}, [this, title](Editor& editor) {
            return addCriterion(editor, CriterionId::random(), decision_, title);
        });
    });
    connect(newOption_, &QLineEdit::editingFinished, this, [this, field = newOption_] {
        const QString title = field->text().trimmed();
        if (title.isEmpty())
            return;
        field->clear();
        host_.edit({"add-option", {}}, [this, title](Editor& editor) -> Result<void> {
            if (!editor.design().decisions.contains(decision_))
                return Failure(subjectGone());
            editor.put(Option{OptionId::random(), decision_, title, lastOrder(editor.design().options)});
            return {};
        });
    });
}

} // namespace groundplan
