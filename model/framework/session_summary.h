#pragma once

#include "model/document/practice_session.h"
#include "model/framework/practice_case.h"

#include <optional>

namespace groundplan {

/// What can be seen of a practice session, and nothing that would have to be guessed.
struct SessionSummary {
    struct First {
        QString name;             ///< as the event of that kind names it
        std::optional<qint64> at; ///< milliseconds on the clock; nothing: it never appeared
    };
    struct Point {
        const MustTouch* point = nullptr;
        Found found;              ///< on the board as it is
        std::optional<qint64> at; ///< when it was seen first
    };
    QList<First> firsts;
    QList<Point> points; ///< of the case, in its order
    QList<const Fact*> asked, neverAsked;
    QList<const FollowUp*> dealt; ///< in the order in which they were
    int touched = 0;              ///< of the points

    /// `firsts`: the names of what is asked about; `mustPrefix`: before the names of points in events.
    /// Points, facts and follow-ups are those of `practice`, which outlives the summary; nullptr: none.
    static SessionSummary of(const PracticeSession& session, const QStringList& firsts,
                             const QString& mustPrefix, const PracticeCase* practice, const Design& design,
                             const Catalogue& catalogue);
};

/// When that happened; nothing: it did not.
std::optional<qint64> timeOf(const PracticeSession& session, SessionEventKind kind, const QString& name);

} // namespace groundplan
