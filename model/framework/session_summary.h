#pragma once

#include "model/document/practice_session.h"
#include "model/framework/practice_case.h"
#include "model/framework/progress.h"

#include <optional>

namespace groundplan {

/// What can be seen of a practice session, and nothing that would have to be guessed. Everything is looked
/// for on the board as it is; times are those of the session's clock, in milliseconds.
struct SessionSummary {
    struct First {
        QString name;             ///< of firsts::all()
        std::optional<qint64> at; ///< nothing: it never appeared
        Found found;              ///< what shows it now; it may have gone since
    };
    struct Point {
        const MustTouch* point = nullptr;
        Found found;
        std::optional<qint64> at; ///< when it was seen first
    };
    struct Dealt {
        const FollowUp* followUp = nullptr;
        qint64 at = 0;
        ElementId frame; ///< called as it is, with something in it: it was answered there; else none
    };
    QList<First> firsts;
    QList<Point> points; ///< of the case, in its order
    Progress progress;   ///< by the framework; empty without one
    QList<const Fact*> asked, neverAsked;
    QList<Dealt> dealt; ///< in the order in which they were
    int touched = 0;    ///< of the points
    struct StepTime {
        qint64 used = 0;
        qint64 budget = 0;  ///< what it was to take in the end
        qint64 plan = 0;    ///< at the beginning; as the budget where the framework has changed since
        bool moved = false; ///< extra time was given to it or taken from it
    };
    QList<StepTime> steps; ///< of the session, in whole seconds that add up (WholeSeconds)
    StepTime all;

    /// Steps, points, facts and follow-ups are those of `framework` and `practice`, which outlive the
    /// summary; nullptr: none.
    static SessionSummary of(const PracticeSession& session, const Framework* framework,
                             const PracticeCase* practice, const Design& design, const Catalogue& catalogue);
};

/// When that happened; nothing: it did not.
std::optional<qint64> timeOf(const PracticeSession& session, SessionEventKind kind, const QString& name);

} // namespace groundplan
