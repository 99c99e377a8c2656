#include "app/panels/sheet_field_box.h"

#include "app/panels/chip_field.h"
#include "app/panels/continued_field.h"
#include "app/panels/controls.h"
#include "app/panels/element_edits.h"
#include "app/panels/fields.h"
#include "app/panels/growing_text_edit.h"
#include "app/panels/why_caption.h"
#include "model/operations/filling.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {

SheetFieldBox::SheetFieldBox(PanelHost& host, ElementId subject, const SheetField& field, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , subject_(subject)
    , field_(field)
    , title_(field.title.in(host.language())) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* caption = new WhyCaption(title_, field.bearing.in(host.language()));
    column->addWidget(caption);
    switch (field.form) {
    case FieldForm::Text:
    case FieldForm::Number:
        makeTyped(false);
        break;
    case FieldForm::Lines:
        makeTyped(true);
        break;
    case FieldForm::Choice:
    case FieldForm::Choices:
        makeChips();
        break;
    case FieldForm::YesNo:
        makeYesNo();
        break;
    }
    const bool typed = !chips_ && !yesNo_;
    if (const QString hint = field.hint.in(host.language()); !typed && !hint.isEmpty())
        column->addWidget(smallLine(hint));
    column->addWidget(control_);
    caption->setField(control_);
    refresh();
}

void SheetFieldBox::makeTyped(bool severalLines) {
    const auto made = textField(host_, field_.hint.in(host_.language()), severalLines ? 2 : 1);
    made.widget->setWholePlaceholder();
    made.widget->setReturnFinishes(!severalLines);
    connect(made.widget, &GrowingTextEdit::returnPressed, made.binding, &ContinuedField::finish);
    made.binding->bind(
        EditName{"change-field", {title_}},
        [subject = subject_, field = field_.name](const Design& design) -> std::optional<QString> {
            if (subject && !design.elements.contains(subject))
                return std::nullopt;
            const Property* row = propertyOf(design, subject, field);
            return row ? row->value : QString();
        },
        [subject = subject_, field = field_.name, severalLines](Editor& editor, const QString& text) {
            return fillField(editor, subject, field, severalLines ? text : oneLine(text));
        });
    control_ = made.widget;
}

void SheetFieldBox::makeChips() {
    QList<ChipField::Chip> chips;
    for (const FieldChoice& choice : field_.choices)
        chips.append({choice.name, choice.title.in(host_.language()), choice.hint.in(host_.language())});
    const bool one = field_.form == FieldForm::Choice;
    chips_ = new ChipField(chips, one ? ChipField::Mode::One : ChipField::Mode::Any);
    connect(chips_, &ChipField::chosen, this, [this](const QStringList& names) { put(valueOf(names)); });
    control_ = chips_;
}

void SheetFieldBox::makeYesNo() {
    yesNo_ = new SegmentedControl({tr("Yes"), tr("No")});
    yesNo_->setAllowNone(true);
    connect(yesNo_, &SegmentedControl::chosen, this, [this](int index) {
        put(index < 0 ? QString() : index == 0 ? u"yes"_s : u"no"_s);
    });
    control_ = yesNo_;
}

void SheetFieldBox::put(const QString& value) {
    host_.edit({"change-field", {title_}},
               [this, value](Editor& editor) { return fillField(editor, subject_, field_.name, value); });
    refresh(); // a refused edit leaves the control as the design is
}

void SheetFieldBox::refresh() {
    if (!chips_ && !yesNo_)
        return; // the binding keeps it
    const Property* row = propertyOf(host_.design(), subject_, field_.name);
    const QString value = row ? row->value : QString();
    if (chips_) {
        const QString whole = value.trimmed();
        const bool one = field_.form == FieldForm::Choice;
        chips_->setNames(!one ? choicesIn(value) : whole.isEmpty() ? QStringList() : QStringList{whole});
    } else {
        yesNo_->setCurrent(value == "yes"_L1 ? 0 : value == "no"_L1 ? 1 : -1);
    }
    control_->setEnabled(!host_.isReadOnly());
}

} // namespace groundplan
