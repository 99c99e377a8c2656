#include "app/panels/why_caption.h"

#include "app/panels/controls.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {

QLabel* smallLine(const QString& text, QWidget* parent) {
    QLabel* label = mutedLabel(text, parent);
    QFont small = label->font();
    small.setPixelSize(11);
    label->setFont(small);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(60);
    return label;
}

WhyCaption::WhyCaption(const QString& title, const QString& why, QWidget* parent)
    : QWidget(parent)
    , title_(smallLine(title))
    , line_(smallLine({})) {
    auto* sign = iconButton(u"info"_s, {});
    sign->setFixedSize(18, 18);
    sign->setIconSize({14, 14});
    sign->setFocusPolicy(Qt::NoFocus); // the keyboard goes from field to field; Shift+F1 says it there
    sign->setCheckable(true);
    sign->setAccessibleName(tr("Why this matters"));
    sign_ = sign;
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(4);
    top->addWidget(title_, 1);
    top->addWidget(sign, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(line_);
    line_->hide();
    connect(sign, &QToolButton::toggled, line_, &QWidget::setVisible);
    setWhy(why);
}

void WhyCaption::setWhy(const QString& why) {
    sign_->setVisible(!why.isEmpty());
    sign_->setToolTip(why);
    line_->setText(why);
    if (why.isEmpty())
        static_cast<QToolButton*>(sign_)->setChecked(false);
    if (field_)
        field_->setWhatsThis(why);
}

void WhyCaption::setField(QWidget* field) {
    field_ = field;
    title_->setBuddy(field);
    field->setAccessibleName(title_->text());
    field->setWhatsThis(line_->text());
}

} // namespace groundplan
