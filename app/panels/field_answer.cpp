#include "app/panels/controls.h"
#include "app/panels/plan_parts.h"
#include "app/panels/prompt_answer.h"
#include "app/panels/sheet_field_box.h"
#include "model/framework/answering.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

// The answer of a plan that fills in a field of a sheet.

namespace groundplan {
namespace {

/// The field as the inspector has it, for one subject at a time; where several have the sheet it asks which
/// one.
class FieldAnswer : public PromptAnswer {
public:
    FieldAnswer(PanelHost& host, const SheetField& field)
        : PromptAnswer(host)
        , field_(field)
        , about_(smallLabel())
        , which_(new Choice) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(6);
        column->addWidget(about_);
        column->addWidget(which_);
        which_->setAccessibleName(PromptAnswer::tr("Which block"));
        which_->setPlaceholderText(PromptAnswer::tr("Which block?"));
        connect(which_, &QComboBox::activated, this, [this](int index) {
            const ElementId id = candidates_.value(index);
            if (!id)
                return;
            host_.showOnBoard({id});
            refresh();
            focusWords(); // who chose it wants to type now
        });
        FieldAnswer::refresh();
    }

    void refresh() override {
        const Design& design = host_.design();
        const FieldSubject found =
            subjectOf(field_.name, design, host_.templates(), host_.catalogue(), host_.selection());
        if (found.candidates != candidates_) {
            candidates_ = found.candidates;
            which_->clear();
            for (const ElementId id : std::as_const(candidates_))
                which_->addItem(design.captionOf(id));
        }
        which_->setCurrentIndex(int(candidates_.indexOf(found.subject)));
        which_->setVisible(candidates_.size() > 1);
        const QString title = field_.title.in(host_.language());
        about_->setText(found.subject ? design.captionOf(found.subject)
                        : found.known ? PromptAnswer::tr("The whole design")
                        : candidates_.isEmpty()
                            ? PromptAnswer::tr("No block on the board has “%1” yet.").arg(title)
                            : PromptAnswer::tr("“%1” of").arg(title));
        about_->setVisible(!which_->isVisibleTo(this) || !found.known);
        if (box_ && (!found.known || found.subject != subject_)) {
            Q_EMIT host_.commitRequested(); // what was typed belongs to the last one
            box_->hide();
            box_->deleteLater();
            box_ = nullptr;
        }
        if (!found.known)
            return;
        if (!box_) {
            subject_ = found.subject;
            box_ = new SheetFieldBox(host_, subject_, field_);
            layout()->addWidget(box_);
            box_->show();
        }
        box_->setEnabled(!host_.isReadOnly());
        box_->refresh();
    }

private:
    const SheetField field_;
    QLabel* about_;
    Choice* which_;
    SheetFieldBox* box_ = nullptr; ///< for the subject that there is
    QList<ElementId> candidates_;
    ElementId subject_;
};

} // namespace

PromptAnswer* makeFieldAnswer(PanelHost& host, const Prompt& prompt) {
    const SheetField* field = host.templates().field(prompt.answer.name);
    return field ? new FieldAnswer(host, *field) : nullptr;
}

} // namespace groundplan
