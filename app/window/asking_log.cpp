#include "app/window/asking_log.h"

#include "app/panels/plan_parts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kBetween = 12; ///< two exchanges

QLabel* textLabel(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QVBoxLayout* columnIn(QWidget* widget, int spacing) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

} // namespace

AskingLog::AskingLog(QWidget* parent)
    : QWidget(parent)
    , column_(columnIn(this, kBetween)) {
    hide();
}

void AskingLog::clear() {
    for (QWidget* part : std::as_const(parts_)) {
        part->hide();
        part->deleteLater();
    }
    parts_.clear();
    question_ = answer_ = nullptr;
    offer_ = nullptr;
    understood_ = true;
    hide();
}

void AskingLog::add(const Exchange& exchange) {
    if (!understood_ && !parts_.isEmpty()) {
        question_->setObjectName({});
        answer_->setObjectName({});
        QWidget* part = parts_.takeLast();
        part->hide();
        part->deleteLater();
    } else {
        dropOffer();
        if (answer_) {
            question_->setObjectName(u"earlier-question"_s);
            answer_->setObjectName(u"earlier-answer"_s);
        }
    }
    understood_ = exchange.understood;
    auto* part = new QWidget;
    auto* column = columnIn(part, 4);
    question_ = textLabel(exchange.question);
    question_->setObjectName(u"question"_s);
    question_->setForegroundRole(QPalette::PlaceholderText);
    answer_ = textLabel(exchange.answer);
    answer_->setObjectName(u"answer"_s);
    column->addWidget(question_);
    column->addWidget(answer_);
    offer_ = new QWidget;
    auto* offered = columnIn(offer_, 4);
    for (const NearQuestion& near : exchange.near) {
        auto* chip = new PlanButton(near.text);
        chip->setFramed(true);
        chip->setCompact(true);
        chip->setToolTip(tr("Ask this"));
        connect(chip, &QAbstractButton::clicked, this, [this, near] { Q_EMIT nearChosen(near); });
        offered->addWidget(chip);
    }
    if (exchange.open) {
        auto* assume = new QPushButton(tr("State an assumption"));
        assume->setEnabled(!readOnly_);
        connect(assume, &QPushButton::clicked, this, &AskingLog::assumptionWanted);
        offered->addWidget(assume, 0, Qt::AlignLeft);
    }
    column->addWidget(offer_);
    offer_->setVisible(offered->count() > 0);
    part->setAccessibleDescription(exchange.answer);
    column_->addWidget(part);
    parts_.append(part);
    part->show(); // now, so that the keyboard can go there
    show();
}

void AskingLog::dropOffer() {
    if (!offer_)
        return;
    offer_->hide();
    offer_->deleteLater();
    offer_ = nullptr;
}

void AskingLog::assumptionStated() {
    dropOffer();
}

void AskingLog::setReadOnly(bool readOnly) {
    readOnly_ = readOnly;
    const QList<QPushButton*> buttons = findChildren<QPushButton*>();
    for (QPushButton* each : buttons)
        each->setEnabled(!readOnly);
}

QString AskingLog::answer() const {
    return answer_ ? answer_->text() : QString();
}

} // namespace groundplan
