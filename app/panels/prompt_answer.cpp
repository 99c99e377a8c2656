#include "app/panels/prompt_answer.h"

#include "app/panels/answer_place.h"
#include "app/panels/continued_field.h"
#include "app/panels/element_edits.h"
#include "app/panels/fields.h"
#include "app/panels/flow_layout.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/host_icons.h"
#include "app/panels/plan_parts.h"
#include "model/framework/answering.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The answers that are made by a click.

namespace groundplan {
namespace {

class TaskAnswer : public PromptAnswer {
public:
    explicit TaskAnswer(PanelHost& host)
        : PromptAnswer(host) {
        const auto field = textField(host, PromptAnswer::tr("The task in your own words"), 3);
        field.widget->setAccessibleName(PromptAnswer::tr("Task"));
        field.binding->bind(
            EditName{"change-task", {}},
            [](const Design& design) -> std::optional<QString> { return design.board.task; },
            [](Editor& editor, const QString& typed) -> Result<void> {
                answerTask(editor, typed);
                return {};
            });
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(field.widget);
    }
    void refresh() override {}
};

/// A button for each kind that the prompt accepts.
class BlockAnswer : public PromptAnswer {
public:
    BlockAnswer(PanelHost& host, const Prompt& prompt)
        : PromptAnswer(host) {
        constexpr int kMost = 6;
        QStringList kinds{prompt.answer.name};
        for (const Evidence& evidence : prompt.evidence) {
            if (evidence.kind == EvidenceKind::Block)
                kinds += evidence.names;
        }
        kinds.removeDuplicates();
        auto* flow = new FlowLayout(6, this);
        for (const QString& name : std::as_const(kinds)) {
            const Kind* kind = host.catalogue().kind(name);
            if (!kind || flow->count() == kMost)
                continue;
            auto* chip = new Chip(PromptAnswer::tr("Add %1").arg(kind->title.in(host.language())));
            chip->setIcon(kindIcon(host, name));
            chip->setToolTip(chip->text());
            connect(chip, &QAbstractButton::clicked, this, [this, name] { host_.addKind(name); });
            flow->addWidget(chip);
        }
        BlockAnswer::refresh();
    }
    void refresh() override { setEnabled(!host_.isReadOnly()); }
};

/// The options as choices; the first choice puts the decision on the board.
class DecisionAnswer : public PromptAnswer {
public:
    DecisionAnswer(PanelHost& host, const Prompt& prompt)
        : PromptAnswer(host)
        , prompt_(prompt)
        , options_(new QVBoxLayout)
        , place_(new AnswerPlace(host))
        , weigh_(new Chip({})) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(6);
        options_->setSpacing(0);
        column->addWidget(place_);
        column->addLayout(options_);
        column->addWidget(weigh_, 0, Qt::AlignLeft);
        connect(weigh_, &QAbstractButton::clicked, this, [this] {
            if (const Decision* decision = decisionOf(host_.design(), prompt_.answer.name))
                host_.showEntry(decision->id);
            else
                choose({});
        });
        DecisionAnswer::refresh();
    }

    void refresh() override {
        const Design& design = host_.design();
        const Decision* decision = decisionOf(design, prompt_.answer.name);
        QStringList titles;
        QString chosen;
        if (decision) {
            for (const Option* option :
                 design.options.sorted([&](const Option& row) { return row.decision == decision->id; })) {
                titles << option->title;
                if (option->id == decision->chosen)
                    chosen = option->title;
            }
        } else {
            for (const LocalText& option : prompt_.answer.options)
                titles << option.in(host_.language());
        }
        // Buttons stay while their place does, so that what has the keyboard keeps it.
        while (buttons_.size() > titles.size()) {
            buttons_.last()->hide();
            buttons_.takeLast()->deleteLater();
        }
        while (buttons_.size() < titles.size()) {
            auto* button = new PlanButton;
            connect(button, &QAbstractButton::clicked, this, [this, button] {
                choose(button->property("chosen").toBool() ? QString() : button->text());
            });
            options_->addWidget(button);
            buttons_.append(button);
        }
        for (qsizetype i = 0; i < titles.size(); ++i) {
            PlanButton* button = buttons_[i];
            const bool on = !chosen.isEmpty() && titles[i] == chosen;
            button->setProperty("chosen", on);
            button->setText(titles[i]);
            button->setAccessibleName(titles[i]);
            button->setAccessibleDescription(on ? PromptAnswer::tr("chosen") : QString());
            button->setMark([this, on](QPainter& painter, const QRectF& area) {
                paintRadio(painter, area, on, host_.painter().theme());
            });
        }
        place_->refresh();
        if (decision) // it has its place
            place_->hide();
        weigh_->setText(decision ? PromptAnswer::tr("Weigh them in the inspector")
                                 : PromptAnswer::tr("Write it down, still open"));
        weigh_->setToolTip(decision && decision->subject
                               ? PromptAnswer::tr("It is on %1").arg(design.captionOf(decision->subject))
                               : QString());
        weigh_->setAccessibleName(weigh_->text());
        weigh_->updateGeometry();
        setEnabled(!host_.isReadOnly());
    }

private:
    void choose(const QString& title) {
        const bool there = decisionOf(host_.design(), prompt_.answer.name);
        const EditName name = there && !title.isEmpty() ? EditName{"choose-option", {title}}
                              : there                   ? EditName{"change-decision", {}}
                                                        : EditName{"add-decision", {}};
        host_.edit(name, [this, title, subject = place_->subject()](Editor& editor) -> Result<void> {
            answerDecision(editor, prompt_, host_.language(), title, subject);
            return {};
        });
    }

    const Prompt prompt_;
    QVBoxLayout* options_;
    AnswerPlace* place_;
    Chip* weigh_;
    QList<PlanButton*> buttons_;
};

} // namespace

void PromptAnswer::focusWords() {
    QWidget* choice = nullptr;
    const QList<QWidget*> all = findChildren<QWidget*>();
    for (QWidget* each : all) {
        if (!each->isEnabled() || !each->isVisibleTo(this))
            continue;
        if (qobject_cast<QLineEdit*>(each) || qobject_cast<QPlainTextEdit*>(each)) {
            each->setFocus(Qt::OtherFocusReason);
            return;
        }
        const auto* box = qobject_cast<QComboBox*>(each);
        if (box && box->currentIndex() < 0 && !choice)
            choice = each;
    }
    if (choice)
        choice->setFocus(Qt::OtherFocusReason);
}

PromptAnswer* makeTaskAnswer(PanelHost& host) {
    return new TaskAnswer(host);
}
PromptAnswer* makeBlockAnswer(PanelHost& host, const Prompt& prompt) {
    return new BlockAnswer(host, prompt);
}
PromptAnswer* makeDecisionAnswer(PanelHost& host, const Prompt& prompt) {
    return new DecisionAnswer(host, prompt);
}

PromptAnswer* makePromptAnswer(PanelHost& host, const Prompt& prompt) {
    switch (prompt.answer.makes) {
    case Answer::Makes::Nothing:
        return nullptr;
    case Answer::Makes::Task:
        return makeTaskAnswer(host);
    case Answer::Makes::Requirement:
        return makeRequirementAnswer(host, prompt);
    case Answer::Makes::Note:
        return makeNoteAnswer(host, prompt);
    case Answer::Makes::Metric:
        return makeMetricAnswer(host, prompt);
    case Answer::Makes::Block:
        return makeBlockAnswer(host, prompt);
    case Answer::Makes::Decision:
        return makeDecisionAnswer(host, prompt);
    case Answer::Makes::Field:
        return makeFieldAnswer(host, prompt);
    case Answer::Makes::ErrorCost:
        return makeErrorCostAnswer(host);
    }
    return nullptr;
}

} // namespace groundplan
