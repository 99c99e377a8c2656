#include "app/panels/plan_step.h"

#include "app/panels/evidence_words.h"
#include "app/panels/flow_layout.h"
#include "app/panels/prompt_answer.h"
#include "model/framework/answering.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr int kIndent = 30;    ///< of what belongs to a line below it, beside its mark
constexpr int kStepIndent = 8; ///< of a step's prompts
constexpr int kMostEvidence = 4;

QVBoxLayout* columnIn(QWidget* widget, int left, int spacing) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(left, 0, 6, 0);
    column->setSpacing(spacing);
    return column;
}

/// An arrow that points to what is folded away, or down when it is not.
void paintFold(QPainter& painter, const QRectF& area, bool open, const QColor& colour) {
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF c = area.center();
    const std::array<QPointF, 3> right{c + QPointF(-2, -3.5), c + QPointF(1.5, 0), c + QPointF(-2, 3.5)};
    const std::array<QPointF, 3> down{c + QPointF(-3.5, -2), c + QPointF(0, 1.5), c + QPointF(3.5, -2)};
    painter.drawPolyline((open ? down : right).data(), 3);
}

} // namespace

// --- PromptView ---

PromptView::PromptView(PanelHost& host, const Framework& framework, const Prompt& prompt, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , framework_(framework)
    , prompt_(prompt)
    , header_(new PlanButton(prompt.text.in(host.language())))
    , column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(2);
    column_->addWidget(header_);
    header_->setMark([this](QPainter& painter, const QRectF& area) {
        const PromptMark mark = progress_.found.holds ? PromptMark::Shown
                                : progress_.ticked    ? PromptMark::Ticked
                                                      : PromptMark::Open;
        paintPromptMark(painter, area, mark, host_.painter().theme());
    });
    connect(header_, &QAbstractButton::clicked, this, [this] { Q_EMIT openWanted(!open_); });
}

void PromptView::setOpen(bool open) {
    if (open == open_)
        return;
    open_ = open;
    header_->setStrong(open);
    if (open && !body_)
        makeBody();
    body_->setVisible(open);
    if (open)
        refresh(progress_);
}

void PromptView::makeBody() {
    const QString language = host_.language();
    body_ = new QWidget;
    QVBoxLayout* column = columnIn(body_, kIndent, 6);
    column->setContentsMargins(kIndent, 0, 6, 10);
    if (!prompt_.hint.isEmpty())
        column->addWidget(smallLabel(prompt_.hint.in(language)));
    answer_ = makePromptAnswer(host_, prompt_);
    if (answer_)
        column->addWidget(answer_);
    else if (!prompt_.evidence.isEmpty())
        column->addWidget(smallLabel(tr("What is drawn on the board answers this.")));
    for (const LocalText& point : prompt_.points)
        column->addWidget(smallLabel(u"• "_s + point.in(language)));
    evidence_ = new QWidget;
    auto* found = columnIn(evidence_, 0, 4);
    found->setContentsMargins(0, 0, 0, 0);
    found->addWidget(smallLabel(tr("Shown by")));
    chips_ = new FlowLayout(4);
    found->addLayout(chips_);
    column->addWidget(evidence_);
    evidence_->hide();
    missing_ = smallLabel();
    column->addWidget(missing_);
    tick_ = new Chip({});
    connect(tick_, &QAbstractButton::clicked, this, &PromptView::tick);
    column->addWidget(tick_, 0, Qt::AlignLeft);
    column_->addWidget(body_);
}

void PromptView::focusAnswer() {
    if (answer_)
        answer_->focusWords();
}

void PromptView::refresh(const PromptProgress& progress) {
    progress_ = progress;
    header_->setAccessibleDescription(progress.found.holds ? tr("done")
                                      : progress.ticked    ? tr("ticked by hand")
                                                           : tr("open"));
    header_->update();
    if (!open_)
        return;
    if (answer_)
        answer_->refresh();
    showEvidence();
    showMissing();
    tick_->setText(progress.ticked ? tr("Take the tick away") : tr("Tick by hand"));
    tick_->setAccessibleName(tick_->text());
    tick_->updateGeometry();
    tick_->setVisible(progress.ticked || !progress.found.holds);
    tick_->setEnabled(!host_.isReadOnly());
}

void PromptView::showEvidence() {
    const Found& found = progress_.found;
    evidence_->setVisible(found.holds);
    QStringList captions;
    for (const ElementId id : found.elements)
        captions << host_.design().captionOf(id);
    if (found.elements == shown_.elements && found.onBoard == shown_.onBoard && !captions.isEmpty()) {
        for (int i = 0; i < std::min<int>(kMostEvidence, int(captions.size())); ++i) {
            auto* chip = static_cast<Chip*>(chips_->itemAt(i)->widget());
            chip->setText(captions[i]);
            chip->updateGeometry();
        }
        return;
    }
    if (found.elements == shown_.elements && found.onBoard == shown_.onBoard && found.holds == shown_.holds)
        return;
    shown_ = found;
    while (QLayoutItem* item = chips_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto add = [this](const QString& text, const QString& name, const QSet<ElementId>& ids) {
        auto* chip = new Chip(text);
        chip->setAccessibleName(name);
        chip->setToolTip(name);
        connect(chip, &QAbstractButton::clicked, this, [this, ids] { host_.showOnBoard(ids); });
        chips_->addWidget(chip);
    };
    for (qsizetype i = 0; i < std::min<qsizetype>(kMostEvidence, captions.size()); ++i)
        add(captions[i], tr("Show %1").arg(captions[i]), {found.elements[i]});
    if (captions.size() > 1)
        add(tr("All %1").arg(captions.size()), tr("Show all %1").arg(captions.size()),
            {found.elements.begin(), found.elements.end()});
    if (!found.onBoard)
        return;
    auto* chip = new Chip(found.row ? tr("Its entry") : tr("The design’s page"));
    chip->setAccessibleName(found.row ? tr("Show its entry on the design’s page")
                                      : tr("Show the design’s page"));
    chip->setToolTip(chip->accessibleName());
    connect(chip, &QAbstractButton::clicked, this, [this] {
        if (progress_.found.row)
            host_.showEntry(*progress_.found.row);
        else
            host_.showOnBoard({});
    });
    chips_->addWidget(chip);
}

/// Who has done a half of it wants to know which one is open.
void PromptView::showMissing() {
    const QStringList missing = progress_.found.holds
                                    ? QStringList()
                                    : missingTexts(prompt_.evidence, host_.design(), host_.catalogue(),
                                                   host_.templates(), host_.language());
    missing_->setText(tr("Still open: %1").arg(missing.join(tr("; "))));
    missing_->setVisible(!missing.isEmpty());
}

void PromptView::tick() {
    const bool on = !progress_.ticked;
    host_.edit({on ? "tick-prompt" : "untick-prompt", {}}, [this, on](Editor& editor) -> Result<void> {
        return setTicked(editor, framework_, prompt_, on);
    });
}

// --- StepView ---

StepView::StepView(PanelHost& host, const Framework& framework, const Step& step, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , framework_(framework)
    , step_(step)
    , header_(new PlanButton(step.title.in(host.language())))
    , column_(new QVBoxLayout(this)) {
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(2);
    header_->setStrong(true);
    column_->addWidget(header_);
    connect(header_, &QAbstractButton::clicked, this, [this] { Q_EMIT openWanted(!open_); });
}

void StepView::setOpen(bool open) {
    if (open == open_)
        return;
    open_ = open;
    if (open && !body_)
        makeBody();
    body_->setVisible(open);
}

void StepView::makeBody() {
    body_ = new QWidget;
    auto* column = columnIn(body_, 0, 0);
    column->setContentsMargins(kStepIndent, 0, 0, 10);
    if (!step_.why.isEmpty()) {
        QLabel* why = smallLabel(step_.why.in(host_.language()));
        why->setContentsMargins(kIndent - kStepIndent, 0, 6, 6);
        column->addWidget(why);
    }
    layerBody_ = new QWidget;
    auto* layerColumn = columnIn(layerBody_, 0, 0);
    layerColumn->setContentsMargins(0, 0, 0, 0);
    int inLayer = 0;
    for (const Prompt& prompt : step_.prompts) {
        auto* view = new PromptView(host_, framework_, prompt);
        connect(view, &PromptView::openWanted, this, [this, view](bool open) {
            openPrompt(open ? view->name() : QString());
            if (open) // who opens it wants to type at once
                view->focusAnswer();
        });
        (prompt.operations ? layerColumn : column)->addWidget(view);
        inLayer += prompt.operations;
        prompts_.append(view);
    }
    if (inLayer > 0) {
        layer_ = new PlanButton(tr("Put into production"));
        layer_->setMark([this](QPainter& painter, const QRectF& area) {
            paintFold(painter, area, layerOpen_, host_.painter().theme().muted);
        });
        connect(layer_, &QAbstractButton::clicked, this, [this] {
            layerOpen_ = !layerOpen_;
            showLayer();
            Q_EMIT layerToggled();
        });
        column->addWidget(layer_);
    }
    column->addWidget(layerBody_);
    column_->addWidget(body_);
    showLayer();
}

void StepView::showLayer() {
    layerBody_->setVisible(layerOpen_);
    if (layer_) {
        layer_->setAccessibleDescription(layerOpen_ ? tr("open") : tr("folded"));
        layer_->update();
    }
}

void StepView::openPrompt(const QString& name) {
    const bool inLayer = std::any_of(step_.prompts.begin(), step_.prompts.end(), [&](const Prompt& prompt) {
        return prompt.operations && prompt.name == name;
    });
    if (inLayer && !layerOpen_) {
        layerOpen_ = true;
        showLayer();
    }
    for (PromptView* view : std::as_const(prompts_)) {
        const bool open = view->name() == name;
        const bool was = view->isOpen();
        view->setOpen(open);
        if (open && !was)
            Q_EMIT promptOpened(view);
    }
}

void StepView::setTime(const QString& time, bool now) {
    time_ = time;
    now_ = now;
}

void StepView::refresh(const StepProgress& progress) {
    const QString done =
        progress.of == 0 ? tr("only for production") : tr("%1 of %2").arg(progress.done).arg(progress.of);
    const QString time = !time_.isEmpty()    ? time_
                         : step_.minutes > 0 ? tr("%1 min").arg(step_.minutes)
                                             : QString();
    header_->setRemark(time.isEmpty() ? done : tr("%1 · %2").arg(done, time));
    header_->setStripe(now_);
    header_->setMark([this, progress](QPainter& painter, const QRectF& area) {
        paintProgressRing(painter, area, progress.done, progress.of, host_.painter().theme());
    });
    int inLayer = 0;
    int doneThere = 0;
    for (qsizetype i = 0; i < prompts_.size() && i < progress.prompts.size(); ++i) {
        prompts_[i]->refresh(progress.prompts[i]);
        const bool operations = step_.prompts.value(i).operations;
        inLayer += operations;
        doneThere += operations && progress.prompts[i].done;
    }
    if (layer_) {
        layer_->setRemark(layerOpen_ ? tr("%1 of %2, counted").arg(doneThere).arg(inLayer)
                                     : tr("%1 of %2, not counted while folded").arg(doneThere).arg(inLayer));
    }
}

} // namespace groundplan
