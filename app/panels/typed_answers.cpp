#include "app/panels/answer_place.h"
#include "app/panels/continued_field.h"
#include "app/panels/controls.h"
#include "app/panels/fields.h"
#include "app/panels/flow_layout.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/plan_parts.h"
#include "app/panels/prompt_answer.h"
#include "model/design/unit_remark.h"
#include "model/design/words_text.h"
#include "model/framework/answering.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The answers of a plan that are typed: requirements and notes.

namespace groundplan {
namespace {

QVBoxLayout* columnOf(QWidget* widget) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    return column;
}

class RequirementAnswer : public PromptAnswer {
public:
    RequirementAnswer(PanelHost& host, const Topic& topic)
        : PromptAnswer(host)
        , topic_(topic)
        , ask_(new Chip(PromptAnswer::tr("Ask the interviewer")))
        , leftOpen_(smallLabel(PromptAnswer::tr("The interviewer leaves that to you: state an assumption.")))
        , own_(new QWidget)
        , source_(new Choice(textsOf<Source>()))
        , understood_(smallLabel()) {
        const QString question = topic.question.in(host.language());
        auto* outer = columnOf(this);
        outer->addWidget(smallLabel(question));
        outer->addWidget(leftOpen_);
        auto* column = columnOf(own_);
        outer->addWidget(own_);
        outer->addWidget(ask_, 0, Qt::AlignLeft);
        connect(ask_, &QAbstractButton::clicked, this, &RequirementAnswer::askInterviewer);
        const auto field = textField(host, PromptAnswer::tr("Still open"));
        field.widget->setAccessibleName(question);
        field.binding->bind(
            [this] {
                return EditName{requirementOf(host_.design(), topic_.name) ? "change-requirement"
                                                                           : "add-requirement",
                                {}};
            },
            [name = topic.name](const Design& design) -> std::optional<QString> {
                const Requirement* row = requirementOf(design, name);
                return row ? row->answer : QString();
            },
            [this](Editor& editor, const QString& typed) -> Result<void> {
                const Requirement* row = requirementOf(editor.design(), topic_.name);
                Source source = row && !isLeftOpen_ ? row->source : Source(source_->currentIndex());
                if (source == Source::NotRelevant && !typed.trimmed().isEmpty())
                    source = Source::Asked; // there is an answer after all
                answerRequirement(editor, topic_, host_.language(), typed, source);
                return {};
            });
        field_ = field.widget;
        column->addWidget(field_);
        column->addWidget(understood_);
        if (!topic.choices.isEmpty()) {
            auto* usual = new QWidget;
            auto* flow = new FlowLayout(4, usual);
            for (const LocalText& choice : topic.choices) {
                auto* chip = new Chip(choice.in(host.language()));
                connect(chip, &QAbstractButton::clicked, this, [this, chip] { answer(chip->text()); });
                flow->addWidget(chip);
            }
            column->addWidget(usual);
        }
        source_->setAccessibleName(PromptAnswer::tr("Where the answer comes from"));
        source_->setToolTip(source_->accessibleName());
        connect(source_, &QComboBox::activated, this, [this](int index) {
            const Requirement* row = requirementOf(host_.design(), topic_.name);
            if (row || Source(index) == Source::NotRelevant)
                edit(row ? row->answer : QString(), Source(index));
        });
        column->addWidget(source_);
        RequirementAnswer::refresh();
    }

    void refresh() override {
        const Requirement* row = requirementOf(host_.design(), topic_.name);
        if (row && !isLeftOpen_)
            source_->setCurrentIndex(int(row->source));
        source_->setEnabled(!host_.isReadOnly());
        QString understood = row && topic_.quantity ? readBack(row->answer, *topic_.quantity) : QString();
        if (row && topic_.quantity && understood.isEmpty())
            understood = unitRemark(row->answer, *topic_.quantity);
        understood_->setText(understood);
        understood_->setVisible(!understood.isEmpty() && understood != row->answer);
        showInterviewer(row);
    }

private:
    /// In a session what the interviewer knows is asked for; a field of one's own comes when they leave it
    /// open.
    void showInterviewer(const Requirement* row) {
        const bool waits = host_.waitsForInterviewer(topic_.name);
        const bool answered = row && (row->source == Source::NotRelevant || !row->answer.trimmed().isEmpty());
        if (!host_.ask() || answered)
            isLeftOpen_ = false;
        own_->setVisible(!waits || answered || isLeftOpen_ || field_->hasFocus());
        leftOpen_->setVisible(isLeftOpen_);
        ask_->setVisible(waits && !isLeftOpen_);
        ask_->setEnabled(!host_.isReadOnly());
    }
    void askInterviewer() {
        const PanelHost::Ask ask = host_.ask();
        if (!ask)
            return;
        isLeftOpen_ = !ask(topic_.name);
        if (isLeftOpen_)
            source_->setCurrentIndex(int(Source::Assumed));
        refresh();
        if (isLeftOpen_)
            field_->setFocus(Qt::OtherFocusReason);
    }
    void answer(const QString& text) {
        const Requirement* row = requirementOf(host_.design(), topic_.name);
        const Source source = row ? row->source : Source(source_->currentIndex());
        edit(text, source == Source::NotRelevant ? Source::Asked : source);
    }
    void edit(const QString& text, Source source) {
        const bool there = requirementOf(host_.design(), topic_.name);
        host_.edit({there ? "change-requirement" : "add-requirement", {}},
                   [this, text, source](Editor& editor) -> Result<void> {
                       answerRequirement(editor, topic_, host_.language(), text, source);
                       return {};
                   });
    }

    const Topic topic_;
    Chip* ask_;
    QLabel* leftOpen_;
    QWidget* own_; ///< what one answers with oneself
    GrowingTextEdit* field_ = nullptr;
    bool isLeftOpen_ = false;
    Choice* source_;
    QLabel* understood_;
};

/// Enter ends a note and begins the next one.
class NoteAnswer : public PromptAnswer {
public:
    NoteAnswer(PanelHost& host, NoteKind kind)
        : PromptAnswer(host)
        , kind_(kind)
        , field_(textField(host))
        , made_(new MadeChip(host)) {
        auto* column = columnOf(this);
        field_.widget->setReturnFinishes(true);
        field_.widget->setAccessibleName(capitalised(textOf(kind)));
        column->addWidget(field_.widget);
        column->addWidget(made_, 0, Qt::AlignLeft);
        connect(field_.widget, &GrowingTextEdit::returnPressed, this, [this] {
            field_.binding->finish();
            if (!host_.design().notes.contains(id_))
                return;
            madeId_ = id_;
            begin();
        });
        begin();
    }

    void refresh() override {
        next_ = selectedHolder(host_);
        const Note* note = host_.design().notes.find(madeId_);
        made_->setMade(capitalised(textOf(kind_)), note ? note->subject : ElementId{}, note);
        field_.widget->setPlaceholderText(
            next_ ? PromptAnswer::tr("%1 on %2")
                        .arg(capitalised(textOf(kind_)), host_.design().captionOf(next_))
                  : PromptAnswer::tr("%1 on the board").arg(capitalised(textOf(kind_))));
    }

private:
    void begin() {
        id_ = NoteId::random();
        field_.binding->bind(
            [this] {
                return EditName{host_.design().notes.contains(id_) ? "change-note" : "add-note", {}};
            },
            [id = id_](const Design& design) -> std::optional<QString> {
                const Note* note = design.notes.find(id);
                return note ? note->text : QString();
            },
            [this, id = id_](Editor& editor, const QString& typed) -> Result<void> {
                const bool there = editor.design().elements.contains(next_);
                answerNote(editor, id, kind_, there ? next_ : ElementId{}, typed);
                return {};
            });
        refresh();
    }

    const NoteKind kind_;
    const BoundField<GrowingTextEdit> field_;
    MadeChip* made_;
    NoteId id_, madeId_;
    ElementId next_; ///< on what a new one hangs
};

} // namespace

PromptAnswer* makeRequirementAnswer(PanelHost& host, const Prompt& prompt) {
    const Topic* topic = host.templates().topic(prompt.answer.name);
    return topic ? new RequirementAnswer(host, *topic) : nullptr;
}

PromptAnswer* makeNoteAnswer(PanelHost& host, const Prompt& prompt) {
    const auto kind = fromWord<NoteKind>(prompt.answer.name);
    return kind ? new NoteAnswer(host, *kind) : nullptr;
}

} // namespace groundplan
