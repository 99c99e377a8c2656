#pragma once

#include "app/panels/panel_host.h"
#include "app/window/session_run.h"
#include "model/framework/asking.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace groundplan {

class AskingLog;
class FoldHeader;
struct Exchange;
struct NearQuestion;

/// The interviewer: the prompt of the case, a field to ask in (or questions to pick from), all that they
/// answered so far, and their follow-ups. Questions that can be picked are those of all topics, whatever the
/// case knows, and those of the case's own. Folded, the field is left, and an answer unfolds it.
class AskingPanel : public QWidget {
    Q_OBJECT
public:
    AskingPanel(PanelHost& host, SessionRun& run, QWidget* parent = nullptr);

    QLineEdit* field() const { return field_; }
    /// As if it were typed and sent.
    void ask(const QString& question);
    /// False: the case leaves it open, and an assumption is wanted; or there is nobody to ask.
    bool askAbout(const QString& topic);
    void dealFollowUp(); ///< the next one that was not dealt out yet
    QString reply() const;
    QString shownFollowUp() const;
    FoldHeader* header() const { return header_; }

Q_SIGNALS:
    /// The answer to the follow-up is to be drawn on a copy of the board.
    void copyWanted(const QString& title);
    void assumptionAdded(groundplan::RequirementId id);
    void frameAdded(groundplan::ElementId id); ///< to answer a follow-up in

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void fillQuestions();
    void fillFollowUps();
    void reveal(const Fact& fact, const Topic* about = nullptr);
    void answer(const Reply& reply, const QString& question);
    void answerWithoutFact(const Reply& reply, const QString& question);
    void askNear(const NearQuestion& near);
    void showReply(const Exchange& exchange);
    void showEarlier();
    void stateAssumption();
    void deal(const FollowUp& followUp);
    void showFollowUp(const FollowUp* followUp);
    void setFolded(bool folded);
    void bringIntoView(QWidget* part);
    void addFrame();
    bool happened(SessionEventKind kind, const QString& name) const;
    const FollowUp* lastDealt() const;

    PanelHost& host_;
    SessionRun& run_;
    qint64 shownSession_ = 0; ///< of which the reply is
    QString openQuestion_;    ///< that the interviewer left open
    QString openTopic_;       ///< of it; empty: none
    FoldHeader* header_;
    QScrollArea* said_; ///< all that the interviewer says
    QLabel* prompt_;
    QLabel* given_;
    QLineEdit* field_;
    QToolButton* pick_;
    QMenu* questions_;
    AskingLog* log_;
    QWidget* dealtBox_;
    QLabel* followUp_;
    QPushButton* next_;
    QToolButton* choose_;
    QMenu* followUps_;
    QWidget* where_; ///< to answer it on
    QWidget* dealing_;
};

} // namespace groundplan
