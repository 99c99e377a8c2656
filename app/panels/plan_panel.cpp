#include "app/panels/plan_panel.h"

#include "app/panels/controls.h"
#include "app/panels/plan_parts.h"
#include "app/panels/plan_step.h"
#include "app/panels/tab_order.h"
#include "model/framework/progress.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

void clear(QLayout* layout) {
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

/// With what it was written after: who follows it may want to read that.
QString aboutText(const Framework& framework, const QString& language) {
    return u"<p>%1</p><p>%2</p>"_s.arg(framework.summary.in(language).toHtmlEscaped(),
                                       framework.source.toHtmlEscaped());
}

constexpr int kLeastSteps = 96;       // pixels of height
constexpr double kSessionPart = 0.46; // of the height, at most

QVBoxLayout* columnIn(QWidget* widget, int spacing) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

} // namespace

PlanPanel::PlanPanel(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , host_(host)
    , title_(new PlanButton)
    , copy_(iconButton(u"copy"_s, tr("Copy this framework to my templates")))
    , progress_(new QWidget)
    , line_(new ProgressLine)
    , counts_(smallLabel())
    , session_(new QVBoxLayout)
    , scroll_(new QScrollArea)
    , chooser_(new QWidget)
    , list_(new QWidget) {
    setAutoFillBackground(true);
    setMinimumWidth(176);
    title_->setStrong(true);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(6, 6, 8, 0);
    top->setSpacing(2);
    top->addWidget(title_, 1);
    top->addWidget(copy_, 0, Qt::AlignTop);
    auto* done = columnIn(progress_, 3);
    done->setContentsMargins(12, 0, 12, 8);
    done->addWidget(line_);
    done->addWidget(counts_);
    session_->setContentsMargins(0, 0, 0, 0);

    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Window);
    auto* inside = columnIn(content, 0);
    inside->setContentsMargins(6, 6, 6, 12);
    inside->addWidget(chooser_);
    inside->addWidget(list_);
    inside->addStretch();
    columnIn(chooser_, 6)->setContentsMargins(6, 0, 6, 0);
    columnIn(list_, 0);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->viewport()->setBackgroundRole(QPalette::Window);
    scroll_->viewport()->setAutoFillBackground(true);
    scroll_->setWidget(content);
    scroll_->setMinimumHeight(kLeastSteps);

    auto* column = columnIn(this, 0);
    column->addLayout(top);
    column->addWidget(progress_);
    column->addWidget(new Hairline);
    column->addWidget(scroll_, 1);
    column->addLayout(session_);

    connect(title_, &QAbstractButton::clicked, this, [this] {
        choosing_ = !choosing_;
        updateNow();
    });
    connect(copy_, &QAbstractButton::clicked, this, &PlanPanel::copyWanted);
    timer_.setSingleShot(true);
    timer_.setInterval(0);
    connect(&timer_, &QTimer::timeout, this, &PlanPanel::updateNow);
    connect(&host_, &PanelHost::changed, this, &PlanPanel::schedule);
    connect(&host_, &PanelHost::selectionChanged, this, &PlanPanel::schedule);
    connect(&host_, &PanelHost::documentReset, this, &PlanPanel::startAnew);
    connect(&host_, &PanelHost::kindsReplaced, this, &PlanPanel::startAnew);
    connect(&host_, &PanelHost::themeChanged, content, qOverload<>(&QWidget::update));
}

void PlanPanel::setSessionArea(QWidget* area) {
    delete sessionArea_;
    sessionArea_ = area;
    if (!area)
        return;
    limitSessionArea();
    session_->addWidget(area);
}

void PlanPanel::limitSessionArea() {
    if (sessionArea_)
        sessionArea_->setMaximumHeight(int(height() * kSessionPart));
}

void PlanPanel::resizeEvent(QResizeEvent* event) {
    limitSessionArea();
    QWidget::resizeEvent(event);
}

void PlanPanel::setTimes(const PlanTimes& times) {
    if (times == times_)
        return;
    times_ = times;
    schedule();
}

void PlanPanel::schedule() {
    if (isVisible() && !timer_.isActive())
        timer_.start();
}

void PlanPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    schedule();
}

void PlanPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        host_.focusBoard();
    else
        QWidget::keyPressEvent(event);
}

bool PlanPanel::focusNextPrevChild(bool next) {
    orderTabsByPlace(*this, *this);
    return QWidget::focusNextPrevChild(next);
}

/// Another document, or other templates: nothing of before holds.
void PlanPanel::startAnew() {
    anew_ = true;
    schedule();
}

void PlanPanel::updateNow() {
    timer_.stop();
    const Design& design = host_.design();
    const QString name = design.board.framework;
    const Framework* framework = host_.templates().framework(name);
    if (anew_ || name != shown_)
        rebuild(framework);
    const bool choosing = !framework || choosing_;
    title_->setChevron(framework && !choosing_);
    title_->setAttribute(Qt::WA_TransparentForMouseEvents, !framework);
    title_->setFocusPolicy(framework ? Qt::StrongFocus : Qt::NoFocus);
    title_->setText(framework && !choosing_       ? framework->title.in(host_.language())
                    : framework || name.isEmpty() ? tr("Choose a plan")
                                                  : tr("“%1” is not among the templates").arg(name));
    title_->setAccessibleName(title_->text());
    title_->setToolTip(framework ? aboutText(*framework, host_.language()) : QString());
    title_->setRemark(choosing ? tr("It leads through the design step by step.") : QString());
    title_->updateGeometry();
    copy_->setVisible(framework && !choosing);
    progress_->setVisible(framework && !choosing);
    chooser_->setVisible(choosing);
    chooser_->setEnabled(!host_.isReadOnly());
    list_->setVisible(!choosing);
    if (framework) {
        const Progress progress = progressOf(*framework, design, host_.catalogue(), openLayers());
        line_->setProgress(progress.done, progress.of);
        const QString counts = tr("%1 of %2 done").arg(progress.done).arg(progress.of);
        counts_->setText(!times_.all.isEmpty()      ? tr("%1 · %2").arg(counts, times_.all)
                         : framework->minutes() > 0 ? tr("%1 · %2 min").arg(counts).arg(framework->minutes())
                                                    : counts);
        counts_->setToolTip(tr("What is under “Put into production” counts while it is unfolded."));
        for (qsizetype i = 0; i < steps_.size() && i < progress.steps.size(); ++i) {
            const QString step = steps_[i]->name();
            steps_[i]->setTime(times_.steps.value(step), times_.now == step);
            steps_[i]->refresh(progress.steps[i]);
        }
    }
}

QSet<QString> PlanPanel::openLayers() const {
    QSet<QString> names;
    for (const StepView* step : steps_) {
        if (step->isLayerOpen())
            names.insert(step->name());
    }
    return names;
}

void PlanPanel::rebuild(const Framework* framework) {
    const bool same = framework && framework->name == shown_ && !step_.isEmpty();
    anew_ = false;
    choosing_ = false;
    shown_ = host_.design().board.framework;
    clear(list_->layout());
    steps_.clear();
    if (framework) {
        for (const Step& step : framework->steps) {
            auto* view = new StepView(host_, *framework, step);
            connect(view, &StepView::openWanted, this,
                    [this, view](bool open) { setOpenStep(open ? view->name() : QString()); });
            connect(view, &StepView::layerToggled, this, &PlanPanel::updateNow);
            connect(view, &StepView::promptOpened, this, &PlanPanel::bringIntoView);
            list_->layout()->addWidget(view);
            view->show(); // now, so that the keyboard can go there
            steps_.append(view);
        }
        // Where the work goes on.
        const Progress progress = progressOf(*framework, host_.design(), host_.catalogue());
        QString next = framework->steps.first().name;
        for (qsizetype i = 0; i < progress.steps.size(); ++i) {
            if (progress.steps[i].done < progress.steps[i].of) {
                next = framework->steps[i].name;
                break;
            }
        }
        setOpenStep(same && framework->step(step_) ? step_ : framework->step(times_.now) ? times_.now : next);
    } else {
        step_.clear();
    }

    clear(chooser_->layout());
    const QString language = host_.language();
    for (const Framework& each : host_.templates().frameworks()) {
        auto* card = new PlanButton(each.title.in(language));
        card->setFramed(true);
        card->setStrong(true);
        card->setRemark(each.minutes() > 0 ? tr("%1\n%2 steps · %3 min")
                                                 .arg(each.summary.in(language))
                                                 .arg(each.steps.size())
                                                 .arg(each.minutes())
                                           : each.summary.in(language));
        card->setToolTip(aboutText(each, language));
        connect(card, &QAbstractButton::clicked, this, [this, name = each.name] { choose(name); });
        chooser_->layout()->addWidget(card);
        card->show();
    }
    if (!shown_.isEmpty()) {
        auto* none = new PlanButton(tr("No plan"));
        none->setFramed(true);
        none->setRemark(tr("What is on the board stays."));
        connect(none, &QAbstractButton::clicked, this, [this] { choose({}); });
        chooser_->layout()->addWidget(none);
    }
}

void PlanPanel::choose(const QString& framework) {
    choosing_ = false;
    if (framework != host_.design().board.framework) {
        const Framework* chosen = host_.templates().framework(framework);
        const EditName name = chosen ? EditName{"choose-plan", {chosen->title.in(host_.language())}}
                                     : EditName{"leave-plan", {}};
        host_.edit(name, [framework](Editor& editor) -> Result<void> {
            Board board = editor.design().board;
            board.framework = framework;
            editor.put(board);
            return {};
        });
    }
    updateNow();
    focusFirst();
}

void PlanPanel::setOpenStep(const QString& name) {
    step_ = name;
    for (StepView* view : std::as_const(steps_)) {
        const bool was = view->isOpen();
        view->setOpen(view->name() == name);
        if (view->isOpen() && !was)
            bringIntoView(view);
    }
    Q_EMIT stepOpened(name);
    schedule();
}

void PlanPanel::showPrompt(const QString& name) {
    updateNow();
    const Framework* framework = host_.templates().framework(shown_);
    if (!framework)
        return;
    for (const Step& step : framework->steps) {
        const bool has = std::any_of(step.prompts.begin(), step.prompts.end(),
                                     [&](const Prompt& prompt) { return prompt.name == name; });
        if (!has)
            continue;
        setOpenStep(step.name);
        for (StepView* view : std::as_const(steps_)) {
            if (view->name() == step.name)
                view->openPrompt(name);
        }
    }
    updateNow();
}

void PlanPanel::focusFirst() {
    updateNow();
    for (const StepView* view : std::as_const(steps_)) {
        if (view->isOpen() && list_->isVisible()) {
            view->header()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    const QLayoutItem* first = chooser_->isVisible() ? chooser_->layout()->itemAt(0) : nullptr;
    (first ? first->widget() : title_)->setFocus(Qt::OtherFocusReason);
}

/// Once it has its place.
void PlanPanel::bringIntoView(QWidget* widget) {
    QMetaObject::invokeMethod(
        widget,
        [this, widget] {
            updateNow();
            scroll_->widget()->layout()->activate();
            scroll_->ensureWidgetVisible(widget, 0, 0);
            scroll_->ensureVisible(0, widget->mapTo(scroll_->widget(), QPoint(0, 0)).y(), 0, 8);
        },
        Qt::QueuedConnection);
}

} // namespace groundplan
