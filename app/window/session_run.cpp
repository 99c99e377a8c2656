#include "app/window/session_run.h"

namespace groundplan {
namespace {

/// A longer time between two beats of a program that runs means that the machine slept.
constexpr qint64 kStill = 60'000; // ms

} // namespace

QDateTime Clock::now() const {
    return QDateTime::currentDateTimeUtc();
}

SessionRun::SessionRun(const Catalogue& catalogue, const Templates& templates, const Clock& clock,
                       int everyMs, QObject* parent)
    : QObject(parent)
    , catalogue_(catalogue)
    , templates_(templates)
    , clock_(clock) {
    timer_.setInterval(everyMs);
    connect(&timer_, &QTimer::timeout, this, &SessionRun::tick);
}

SessionRun::~SessionRun() = default;

const Framework* SessionRun::framework() const {
    return session_ ? templates_.framework(session_->framework) : nullptr;
}

const PracticeCase* SessionRun::practice() const {
    return session_ ? templates_.practiceCase(session_->practice) : nullptr;
}

void SessionRun::setDocument(Document* document) {
    if (document_) {
        if (session_) {
            if (!still_)
                groundplan::pause(*session_, clock_.now());
            keep();
        }
        document_->disconnect(this);
    }
    document_ = document;
    session_.reset();
    unkept_.reset();
    still_.reset();
    overSaid_ = -1;
    if (document) {
        connect(document, &Document::changed, this, &SessionRun::lookAtBoard);
        const QList<PracticeSession> sessions = document->sessions();
        if (!sessions.isEmpty() && sessions.last().state != SessionState::Ended && !document->isReadOnly()) {
            session_ = sessions.last();
            still_ = recover(*session_, clock_.now());
            if (still_)
                keep();
        }
    }
    follow();
    Q_EMIT changed();
    if (still_)
        Q_EMIT stoodStill(*still_);
}

void SessionRun::follow() {
    if (isRunning() || unkept_)
        timer_.start();
    else
        timer_.stop();
}

bool SessionRun::start(const Framework& framework, const QString& practice, int minutes) {
    if (!document_ || session_)
        return false;
    const PracticeSession begun = beginSession(framework, practice, minutes, clock_.now());
    if (!document_->keepSession(begun))
        return false;
    session_ = begun;
    overSaid_ = -1;
    follow();
    lookAtBoard();
    Q_EMIT changed();
    return true;
}

void SessionRun::keep() {
    if (document_ && session_)
        document_->keepSession(*session_);
}

void SessionRun::tick() {
    if (unkept_ && document_ && document_->keepSession(*unkept_)) {
        unkept_.reset();
        follow();
    }
    if (!isRunning())
        return;
    const QDateTime now = clock_.now();
    if (session_->beat.msecsTo(now) > kStill) {
        still_ = recover(*session_, now);
        keep();
        follow();
        Q_EMIT changed();
        Q_EMIT stoodStill(*still_);
        return;
    }
    beat(*session_, now);
    keep();
    if (overSaid_ != session_->step && leftOfStep(*session_, now) <= 0 &&
        usedAt(*session_, session_->step, now) > 0) {
        overSaid_ = session_->step;
        Q_EMIT stepIsOver();
    }
    Q_EMIT ticked();
}

void SessionRun::pause() {
    if (!isRunning())
        return;
    groundplan::pause(*session_, clock_.now());
    keep();
    follow();
    Q_EMIT changed();
}

void SessionRun::resume() {
    goOn(false);
}

void SessionRun::goOn() {
    goOn(false);
}

void SessionRun::countStill() {
    goOn(still_.has_value());
}

void SessionRun::goOn(bool count) {
    if (!session_ || session_->state != SessionState::Paused)
        return;
    const QDateTime now = clock_.now();
    if (count) // with the time that it took to ask
        countPause(*session_, session_->beat.msecsTo(now));
    still_.reset();
    groundplan::resume(*session_, now);
    keep();
    follow();
    lookAtBoard(); // what came while it was paused counts from now on
    Q_EMIT changed();
}

void SessionRun::goTo(int step) {
    if (!session_)
        return;
    goToStep(*session_, step, clock_.now());
    keep();
    Q_EMIT changed();
}

void SessionRun::nextStep() {
    if (session_)
        goTo(session_->step + 1);
}

void SessionRun::previousStep() {
    if (session_)
        goTo(session_->step - 1);
}

void SessionRun::extend(qint64 ms) {
    if (!session_)
        return;
    extendStep(*session_, ms, clock_.now());
    overSaid_ = -1;
    keep();
    Q_EMIT changed();
}

void SessionRun::end() {
    if (!session_)
        return;
    lookAtBoard();
    endSession(*session_, clock_.now());
    const PracticeSession over = *session_;
    session_.reset();
    still_.reset();
    if (document_ && !document_->keepSession(over))
        unkept_ = over;
    follow();
    Q_EMIT changed();
    Q_EMIT ended(over);
}

void SessionRun::note(SessionEventKind kind, const QString& name) {
    if (!session_ || !groundplan::note(*session_, kind, name, clock_.now()))
        return;
    keep();
    Q_EMIT changed();
}

void SessionRun::noteFirst(const QString& name) {
    note(SessionEventKind::First, name);
}

void SessionRun::lookAtBoard() {
    if (!isRunning())
        return;
    const Design& design = document_->design();
    QSet<QString> seen;
    for (const SessionEvent& event : std::as_const(session_->events)) {
        if (event.kind == SessionEventKind::First)
            seen.insert(event.name);
    }
    const auto first = [&](const QString& name, auto&& holds) {
        if (!seen.contains(name) && holds())
            noteFirst(name);
    };
    for (const QString& name : firsts::all())
        first(name, [&] { return firsts::lookFor(name, design, catalogue_).holds; });
    if (const PracticeCase* answered = practice()) {
        for (const MustTouch& point : answered->must) {
            first(firsts::must(point.name),
                  [&] { return lookForAny(point.evidence, design, catalogue_).holds; });
        }
    }
}

} // namespace groundplan
