#pragma once

#include "model/document/document.h"
#include "model/framework/firsts.h"
#include "model/framework/session_clock.h"
#include "model/framework/templates.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace groundplan {

/// The time of day for sessions; a test has its own.
class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const; ///< UTC
};

/// Lets a practice session run on a document: the clock, kept in the file with every beat, and what appears
/// on the board for the first time. It never edits the design. One session at a time is not ended.
class SessionRun : public QObject {
    Q_OBJECT
public:
    /// All three outlive it. `everyMs`: between two beats.
    SessionRun(const Catalogue& catalogue, const Templates& templates, const Clock& clock, int everyMs = 1000,
               QObject* parent = nullptr);
    ~SessionRun() override;

    /// Goes on with the last session of that document that was not ended: paused, where it was running when
    /// the program ended (then stillFor() says since when). nullptr: lets go, after a last beat; a session
    /// that was running then is paused, since nobody sees its clock.
    void setDocument(Document* document);
    Document* document() const { return document_; }

    /// The one that is not ended; nullptr: none.
    const PracticeSession* session() const { return session_ ? &*session_ : nullptr; }
    const Framework* framework() const; ///< of the session; nullptr: none, or not known here
    const PracticeCase* practice() const;
    QDateTime now() const { return clock_.now(); }
    bool isRunning() const { return session_ && session_->state == SessionState::Running; }

    /// False: the document cannot be written, or a session is not ended yet.
    bool start(const Framework& framework, const QString& practice, int minutes);
    void pause();
    void resume();
    void goTo(int step);
    void nextStep();
    void previousStep();
    void extend(qint64 ms); ///< of the current step
    void end();
    /// A fact was asked for, a follow-up dealt out; once each.
    void note(SessionEventKind kind, const QString& name);

    /// How long the clock stood still because nobody was there to let it run (the program was killed, the
    /// machine slept), in milliseconds; nothing: it did not, or that is settled.
    std::optional<qint64> stillFor() const { return still_; }
    void countStill(); ///< up to now, as if it had run on
    void goOn();       ///< from where it stood

    /// A beat now, for tests with a clock of their own; otherwise the timer does it.
    void tick();

Q_SIGNALS:
    /// Another session, none, another step, state or budget, or another event.
    void changed();
    void ticked();
    /// The current step has used what it may take: once a step.
    void stepIsOver();
    void stoodStill(qint64 ms);
    void ended(const groundplan::PracticeSession& session);

private:
    void goOn(bool count);
    void keep();
    void lookAtBoard();
    void noteFirst(const QString& name);
    void follow();

    const Catalogue& catalogue_;
    const Templates& templates_;
    const Clock& clock_;
    QPointer<Document> document_;
    std::optional<PracticeSession> session_;
    std::optional<PracticeSession> unkept_; ///< an ended one that could not be written yet
    std::optional<qint64> still_;
    int overSaid_ = -1; ///< the step of which stepIsOver() was said
    QTimer timer_;
};

} // namespace groundplan
