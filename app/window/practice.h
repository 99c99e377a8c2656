#pragma once

#include "app/window/practice_dialog.h"
#include "app/window/session_catalogue.h"
#include "app/window/session_run.h"

#include <QPointer>

class QMenu;

namespace groundplan {

class Actions;
class AskingPanel;
class BannerArea;
class Desk;
class MainWindow;
class PlanPanel;
class SessionPill;
class SmallClock;

/// The practice sessions of one window: its clock, the interviewer, and the dialogs before and after.
class Practice : public QObject {
    Q_OBJECT
public:
    /// All outlive it; the window's own widgets it deletes itself.
    Practice(MainWindow& window, Desk& desk, const Actions& actions, BannerArea& banners);
    ~Practice() override;

    SessionRun& run() { return run_; }
    SessionPill* pill() const;
    AskingPanel* panel() const;     ///< nullptr before the first board
    SmallClock* smallClock() const; ///< nullptr until it is wanted

    /// The interviewer goes into it while a session is under way, and the clock's times. Once there is a
    /// board.
    void setPlan(PlanPanel* plan);
    void setDocument(Document* document); ///< nullptr: none any more
    void updateActions();
    /// The small clock and the sound are as the settings say: another window or their dialog changed them.
    void takeSettings();
    void tellWindows(); ///< each that it has to

    /// Asks for a case and begins it on a new board.
    void choose(const PracticeChoice& first = {});
    /// On the window's board, which is empty. False: it was not begun, and the window says why.
    bool begin(const PracticeChoice& choice);
    void showSummary(const PracticeSession& session);
    void showLastSummary();
    void showSummaryOf(qint64 id); ///< a session of the window's document; none of that id: nothing
    void showPast();
    /// Designs that answer the case, each as a new board in a window of its own.
    void showReferences(const QString& practice);

private:
    void connectActions();
    void start(const PracticeChoice& choice);
    void pauseOrGoOn();
    void pauseOthers();
    void showStill();
    QList<PastSession> rebuiltPast();
    void showSmallClock();
    void showFromSummary(const Found& found, const QString& what);
    void copyFor(const QString& title);
    void followClock();

    MainWindow& window_;
    Desk& desk_;
    const Actions& actions_;
    BannerArea& banners_;
    const Clock ownClock_{};
    SessionRun run_;
    SessionCatalogue past_;
    QPointer<SessionPill> pill_;
    QMenu* menu_;
    QPointer<AskingPanel> panel_;
    QPointer<PlanPanel> plan_;
    QString step_;               ///< of the session, that the plan was told to open
    QPointer<SmallClock> clock_; ///< made when it is wanted
    QPointer<QDialog> summary_;
};

} // namespace groundplan
