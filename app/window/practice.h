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

    /// A column with `above` and, while a session is under way, the interviewer below it. Once there is a
    /// board.
    QWidget* dockBelow(QWidget* above);
    void setDocument(Document* document); ///< nullptr: none any more
    void setPresenting(bool on);
    void updateActions();

    /// Asks for a case and begins it on a new board.
    void choose(const PracticeChoice& first = {});
    /// On the window's board, which is empty. False: it was not begun, and the window says why.
    bool begin(const PracticeChoice& choice);
    void showSummary(const PracticeSession& session);
    void showLastSummary();
    void showPast();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectActions();
    void start(const PracticeChoice& choice);
    void pauseOrGoOn();
    void showStill();
    void showSmallClock();
    void copyFor(const QString& title);
    void updateDock();

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
    QPointer<QWidget> dock_;
    QPointer<QWidget> above_;
    QPointer<SmallClock> clock_; ///< made when it is wanted
    QPointer<QDialog> summary_;
    bool presenting_ = false;
};

} // namespace groundplan
