#pragma once

#include <QString>

namespace groundplan {

/// Starts editor_child again and again, kills it with SIGKILL at a random moment and looks at what it left
/// behind.
struct KillRun {
    int kills = 200;
    quint64 seed = 0;
    bool acknowledgeBeforeCommit = false; ///< the child lies; a run must then fail
};

struct KillOutcome {
    int kills = 0;
    qint64 acknowledged = 0; ///< commits the child said it had made
    int inTransaction = 0;   ///< kills that left a journal behind
    int undone = 0;          ///< entries undone and redone afterwards
    QString failure; ///< what was wrong after the last kill, with the seed; empty: every kill was survived
};

/// After every kill: the database passes integrity_check and our own checks, every acknowledged edit is in
/// the history with its digest, typing has lost nothing that was acknowledged, and undo and redo work. The
/// document lives in `folder`.
KillOutcome runKills(const KillRun& run, const QString& folder);

} // namespace groundplan
