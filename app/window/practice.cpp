#include "app/window/practice.h"

#include "app/panels/inspector_panel.h"
#include "app/panels/plan_panel.h"
#include "app/window/actions.h"
#include "app/window/appearance.h"
#include "app/window/asking_panel.h"
#include "app/window/banner.h"
#include "app/window/board_controller.h"
#include "app/window/desk.h"
#include "app/window/main_window.h"
#include "app/window/panel_board.h"
#include "app/window/past_sessions_dialog.h"
#include "app/window/practice_board.h"
#include "app/window/session_pill.h"
#include "app/window/session_times.h"
#include "app/window/summary_dialog.h"
#include "model/design/counted.h"
#include "model/framework/references.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScreen>
#include <QTimer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr qint64 kMore = 2 * 60'000; // ms
constexpr qint64 kMinute = 60'000;

const Clock& clockOf(const Desk& desk, const Clock& own) {
    return desk.services().clock ? *desk.services().clock : own;
}

/// A field with words in it: somebody is writing them.
bool holdsText(const QWidget* widget) {
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return !line->text().isEmpty();
    const auto* text = qobject_cast<const QPlainTextEdit*>(widget);
    return text && !text->document()->isEmpty();
}

} // namespace

Practice::Practice(MainWindow& window, Desk& desk, const Actions& actions, BannerArea& banners)
    : window_(window)
    , desk_(desk)
    , actions_(actions)
    , banners_(banners)
    , run_(desk.services().catalogue, desk.services().templates, clockOf(desk, ownClock_))
    , pill_(new SessionPill(run_, desk.services().appearance, desk.services().settings.language()))
    , menu_(new QMenu(&window)) {
    using enum ActionId;
    for (const ActionId id : {SessionPause, SessionNext, SessionBack, SessionMore})
        menu_->addAction(actions[id]);
    menu_->addSeparator();
    for (const ActionId id : {AskInterviewer, SmallClock, StepSound})
        menu_->addAction(actions[id]);
    menu_->addSeparator();
    menu_->addAction(actions[SessionEnd]);
    pill_->setMenu(menu_);
    connectActions();
    connect(&run_, &SessionRun::changed, this, [this] {
        pauseOthers();
        if (!run_.stillFor())
            banners_.clear(u"session"_s);
        updateActions();
        showSmallClock();
        followClock();
    });
    connect(&run_, &SessionRun::stoodStill, this, &Practice::showStill);
    connect(&run_, &SessionRun::ended, this, [this](const PracticeSession& session) {
        past_.take(*run_.document(), desk_.services().templates);
        showSummary(session);
    });
    connect(&run_, &SessionRun::stepIsOver, this, [this] {
        if (desk_.services().settings.stepSound())
            QApplication::beep();
    });
    connect(&desk, &Desk::kindsReplaced, &run_, &SessionRun::changed);
}

Practice::~Practice() {
    run_.disconnect(this);
    if (window_.panelBoard())
        window_.panelBoard()->setAsk({});
    delete summary_;
    delete clock_;
    delete panel_;
    delete pill_;
}

SessionPill* Practice::pill() const {
    return pill_;
}
AskingPanel* Practice::panel() const {
    return panel_;
}
SmallClock* Practice::smallClock() const {
    return clock_;
}

void Practice::connectActions() {
    using enum ActionId;
    takeSettings();
    const auto on = [this](ActionId id, auto function) {
        connect(actions_[id], &QAction::triggered, this, function);
    };
    on(PracticeStart, [this] { choose(); });
    on(SessionPause, [this] { pauseOrGoOn(); });
    on(SessionNext, [this] { run_.nextStep(); });
    on(SessionBack, [this] { run_.previousStep(); });
    on(SessionMore, [this] {
        run_.extend(kMore);
        window_.showMessage(takenText(run_, desk_.services().settings.language()));
    });
    on(SessionEnd, [this] {
        window_.settle();
        run_.end();
    });
    on(SessionSummary, [this] { showLastSummary(); });
    on(PastSessions, [this] { showPast(); });
    on(ShowReference, [this] { showReferences(run_.document()->design().board.practice); });
    on(AskInterviewer, [this] {
        if (!panel_)
            return;
        window_.showPlan();
        panel_->field()->setFocus(Qt::ShortcutFocusReason);
    });
    on(ActionId::SmallClock, [this](bool shown) {
        desk_.services().settings.setSmallClock(shown);
        tellWindows();
    });
    on(StepSound, [this](bool wanted) {
        desk_.services().settings.setStepSound(wanted);
        tellWindows();
    });
}

void Practice::tellWindows() {
    const QList<MainWindow*> windows = desk_.windows();
    for (const MainWindow* window : windows)
        window->practice()->takeSettings();
}

void Practice::takeSettings() {
    const Settings& settings = desk_.services().settings;
    actions_[ActionId::SmallClock]->setChecked(settings.smallClock());
    actions_[ActionId::StepSound]->setChecked(settings.stepSound());
    showSmallClock();
}

void Practice::updateActions() {
    using enum ActionId;
    const PracticeSession* session = run_.session();
    for (const ActionId id : {SessionPause, SessionNext, SessionBack, SessionMore, SessionEnd})
        actions_[id]->setEnabled(session != nullptr);
    actions_[AskInterviewer]->setEnabled(run_.practice() != nullptr);
    actions_[PracticeStart]->setEnabled(!desk_.services().templates.cases().isEmpty());
    const Document* document = run_.document();
    const PracticeCase* practice =
        document ? desk_.services().templates.practiceCase(document->design().board.practice) : nullptr;
    // While the clock runs it would give the answer away.
    actions_[ShowReference]->setEnabled(!session && practice && !practice->references.isEmpty());
    // Asking the file each time would be slow; a board without a case was never practised on.
    actions_[SessionSummary]->setEnabled(document && !document->design().board.practice.isEmpty());
    if (!session)
        return;
    const bool last = session->step + 1 >= session->steps.size();
    actions_[SessionNext]->setEnabled(!last);
    actions_[SessionMore]->setEnabled(!last); // it is taken from later steps
    actions_[SessionBack]->setEnabled(session->step > 0);
    actions_[SessionPause]->setText(run_.isRunning() ? tr("&Pause the clock") : tr("&Go on"));
}

void Practice::setPlan(PlanPanel* plan) {
    plan_ = plan;
    panel_ = new AskingPanel(*window_.panelBoard(), run_);
    plan->setSessionArea(panel_);
    connect(panel_, &AskingPanel::copyWanted, this, &Practice::copyFor);
    connect(panel_, &AskingPanel::frameAdded, this,
            [this](ElementId id) { window_.board()->bringIntoView({id}); });
    connect(panel_, &AskingPanel::assumptionAdded, this, [this](RequirementId id) {
        window_.board()->setSelection({});
        QAction* inspector = actions_[ActionId::ToggleInspector];
        if (!inspector->isChecked())
            inspector->trigger();
        window_.inspector()->reveal(id);
    });
    connect(&run_, &SessionRun::ticked, this, [this] { plan_->setTimes(planTimes(run_)); });
}

/// The plan shows the times, and opens the step that the clock is in, unless somebody is typing into another.
void Practice::followClock() {
    if (!plan_)
        return;
    if (run_.practice())
        window_.panelBoard()->setAsk([this](const QString& topic) { return panel_->askAbout(topic); });
    else
        window_.panelBoard()->setAsk({});
    plan_->setTimes(planTimes(run_));
    const PracticeSession* session = run_.session();
    const QString step = session ? session->steps.value(session->step).name : QString();
    if (step == step_)
        return;
    step_ = step;
    const QWidget* focused = QApplication::focusWidget();
    const bool inPlan = focused && plan_->isAncestorOf(focused) && !panel_->isAncestorOf(focused);
    if (step.isEmpty() || (inPlan && holdsText(focused)))
        return;
    plan_->setOpenStep(step);
    if (inPlan) // what had the keyboard is folded away
        plan_->focusFirst();
}

void Practice::setDocument(Document* document) {
    delete summary_;
    banners_.clear(u"summary"_s);
    run_.setDocument(document);
    if (document)
        past_.take(*document, desk_.services().templates);
    if (run_.session())
        window_.showPlan();
    updateActions();
}

void Practice::choose(const PracticeChoice& first) {
    const Services& services = desk_.services();
    PracticeChoice shown = first;
    if (first.practice.isEmpty())
        shown.minutes = services.settings.practiceMinutes();
    auto* dialog = new PracticeDialog(services.templates, services.settings.language(), shown, &window_);
    connect(dialog, &PracticeDialog::started, this, &Practice::start);
    // What it lists would be gone.
    connect(&desk_, &Desk::kindsReplaced, dialog, &QDialog::reject);
    dialog->open();
}

void Practice::start(const PracticeChoice& choice) {
    desk_.services().settings.setPracticeMinutes(choice.minutes);
    MainWindow* where = desk_.newBoard(&window_);
    if (where && where->document())
        where->practice()->begin(choice);
}

bool Practice::begin(const PracticeChoice& choice) {
    const Services& services = desk_.services();
    const PracticeCase* practice = services.templates.practiceCase(choice.practice);
    const Framework* framework = services.templates.framework(choice.framework);
    if (!practice || !framework || !window_.document())
        return false;
    const QString language = services.settings.language();
    const auto done =
        window_.panelBoard()->edit({"start-practice", {practice->title.in(language)}}, [&](Editor& editor) {
            return beginCase(editor, *practice, *framework, language);
        });
    if (!done)
        return false; // the window has said why
    if (!run_.start(*framework, practice->name, choice.minutes)) {
        window_.showError(u"session"_s,
                          tr("The session was not begun: its clock cannot be kept in the file."));
        return false;
    }
    past_.take(*window_.document(), services.templates); // should the program be killed
    window_.showPlan();
    window_.board()->fitAll();
    return true;
}

void Practice::pauseOrGoOn() {
    if (run_.isRunning())
        run_.pause();
    else
        run_.resume();
}

/// Nobody thinks about two boards at once: where this clock goes, those of the other windows stand.
void Practice::pauseOthers() {
    if (!run_.isRunning())
        return;
    const QList<MainWindow*> windows = desk_.windows();
    for (const MainWindow* each : windows) {
        Practice* other = each->practice();
        if (!other || other == this || !other->run_.isRunning())
            continue;
        other->run_.pause();
        const QString paused = tr("This session is paused: the clock of another one goes.");
        other->banners_.show(BannerArea::Tone::Info, u"session"_s, paused,
                             {{tr("Go on"), [other] { other->run_.resume(); }}});
        window_.showMessage(tr("The session in the other window is paused."));
    }
}

void Practice::showStill() {
    const qint64 still = run_.stillFor().value_or(0);
    const qint64 minutes = (still + kMinute / 2) / kMinute;
    const QString time = minutes > 0
                             ? counted(tr("%n minute(s)", nullptr, int(minutes)), minutes)
                             : counted(tr("%n second(s)", nullptr, int(still / 1'000)), still / 1'000);
    banners_.show(BannerArea::Tone::Info, u"session"_s,
                  tr("The clock of the session stood still for %1.").arg(time),
                  {{tr("Count that time"), [this] { run_.countStill(); }},
                   {tr("Go on"), [this] { run_.goOn(); }},
                   {tr("End the session"), [this] { run_.end(); }}});
}

void Practice::showSmallClock() {
    const bool wanted = run_.session() && desk_.services().settings.smallClock();
    if (!wanted) {
        if (clock_)
            clock_->hide();
        return;
    }
    if (!clock_) {
        const Services& services = desk_.services();
        clock_ =
            new groundplan::SmallClock(run_, services.appearance, services.settings.language(), &window_);
        connect(clock_, &groundplan::SmallClock::closed, actions_[ActionId::SmallClock], &QAction::trigger);
        // Over the foot of the inspector when the window fills the screen: there it covers least.
        const QRect room = window_.screen()->availableGeometry();
        clock_->move(room.bottomRight() - QPoint(clock_->width() + 24, clock_->height() + 56));
    }
    clock_->show();
}

void Practice::showSummary(const PracticeSession& session) {
    delete summary_;
    banners_.clear(u"summary"_s);
    if (!window_.document())
        return;
    const Services& services = desk_.services();
    auto* dialog = new SummaryDialog(session, window_.document()->design(), services.catalogue,
                                     services.templates, services.settings.language(), &window_);
    summary_ = dialog;
    connect(dialog, &SummaryDialog::showWanted, this, &Practice::showFromSummary);
    connect(dialog, &QDialog::finished, this, [this] { banners_.clear(u"summary"_s); });
    connect(dialog, &SummaryDialog::referenceWanted, this,
            [this, session] { showReferences(session.practice); });
    connect(dialog, &SummaryDialog::againWanted, this, [this, session, dialog] {
        dialog->close();
        choose({session.practice, session.framework, session.minutes});
    });
    dialog->show();
}

void Practice::showSummaryOf(qint64 id) {
    for (const PracticeSession& session : window_.document()->sessions()) {
        if (session.id == id)
            showSummary(session);
    }
}

void Practice::showFromSummary(const Found& found, const QString& what) {
    if (!window_.document())
        return;
    QSet<ElementId> there;
    for (const ElementId id : found.elements) {
        if (window_.document()->design().elements.find(id))
            there.insert(id);
    }
    if (there.isEmpty() && !found.elements.isEmpty()) {
        window_.showMessage(tr("It is not on the board any more."));
        return;
    }
    // It would lie over what it shows; it comes back as it was left, and where.
    const QPoint place = summary_->pos();
    summary_->hide();
    banners_.show(BannerArea::Tone::Info, u"summary"_s, tr("From the summary: %1").arg(what),
                  {{tr("Back to the summary"), [this, place] {
                        banners_.clear(u"summary"_s);
                        if (!summary_)
                            return;
                        summary_->move(place);
                        summary_->show();
                    }}});
    window_.activateWindow();
    if (there.isEmpty() && found.row)
        window_.panelBoard()->showEntry(*found.row);
    else
        window_.panelBoard()->showOnBoard(there);
    // Once more when the banner has taken its room.
    QTimer::singleShot(0, summary_, [this, there] {
        if (window_.document() && !there.isEmpty())
            window_.board()->bringIntoView(there);
    });
}

void Practice::showLastSummary() {
    if (!window_.document())
        return;
    const QList<PracticeSession> sessions = window_.document()->sessions();
    if (sessions.isEmpty())
        window_.showMessage(tr("There was no practice session on this board."));
    else
        showSummary(run_.session() ? *run_.session() : sessions.last());
}

/// From the documents that there are.
QList<PastSession> Practice::rebuiltPast() {
    const Services& services = desk_.services();
    QStringList paths = services.settings.recentFiles();
    const QFileInfoList unnamed = QDir(Document::unnamedFolder()).entryInfoList({u"*.gplan"_s}, QDir::Files);
    for (const QFileInfo& file : unnamed)
        paths.append(file.absoluteFilePath());
    past_.rebuild(paths, services.templates);
    return past_.sessions();
}

void Practice::showPast() {
    const Services& services = desk_.services();
    if (run_.document()) // as far as the clock is now
        past_.take(*run_.document(), services.templates);
    past_.readNotEnded(services.templates);
    QList<PastSession> sessions = past_.sessions();
    if (past_.isNew())
        sessions = rebuiltPast();
    auto* dialog =
        new PastSessionsDialog(sessions, services.templates, services.settings.language(), &window_);
    // The board may be in a window already.
    const auto opened = [this](const QString& path) {
        for (MainWindow* each : desk_.windows()) {
            if (each->document() && each->document()->path() == path) {
                each->activateWindow();
                return each;
            }
        }
        return desk_.open(path, &window_);
    };
    connect(dialog, &PastSessionsDialog::summaryWanted, this, [opened](const QString& path, qint64 id) {
        MainWindow* shown = opened(path);
        if (shown->document())
            shown->practice()->showSummaryOf(id);
    });
    connect(dialog, &PastSessionsDialog::openWanted, this, opened);
    connect(dialog, &PastSessionsDialog::againWanted, this, &Practice::choose);
    connect(dialog, &PastSessionsDialog::rebuildWanted, this,
            [this, dialog] { dialog->setSessions(rebuiltPast()); });
    connect(&desk_, &Desk::kindsReplaced, dialog, &QDialog::reject);
    dialog->open();
}

void Practice::showReferences(const QString& name) {
    const Services& services = desk_.services();
    if (const PracticeCase* practice = services.templates.practiceCase(name)) {
        for (const ReferenceDesign& design : referencesOf(*practice))
            desk_.newFromReference(design.path, design.title(services.settings.language()), &window_);
    }
}

void Practice::copyFor(const QString& title) {
    window_.settle();
    const QString path =
        Document::unnamedFolder() + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".gplan"_s;
    if (const auto copied = window_.document()->saveCopy(path, true); !copied) {
        window_.showError(u"copy"_s, copied.error().sentence);
        return;
    }
    {
        // The clock runs on in this window alone, and one can tell the two boards by their titles.
        const auto copy = Document::open(path, Document::Use::CommandLine);
        if (copy && !(*copy)->design().board.title.isEmpty()) {
            (void)(*copy)->edit({"change-title", {}}, [](Editor& editor) -> Result<void> {
                Board board = editor.design().board;
                board.title = tr("%1, follow-up").arg(board.title);
                editor.put(board);
                return {};
            });
        }
        const QList<PracticeSession> sessions = copy ? (*copy)->sessions() : QList<PracticeSession>{};
        for (PracticeSession session : sessions) {
            if (session.state == SessionState::Ended)
                continue;
            session.state = SessionState::Ended;
            (*copy)->keepSession(session);
        }
    }
    MainWindow* shown = desk_.open(path, &window_);
    shown->showInfo(u"follow-up"_s, tr("A copy of the board, to answer: %1").arg(title));
}

} // namespace groundplan
