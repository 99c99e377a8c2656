#include "model/document/document_p.h"

#include "model/design/validate.h"
#include "model/document/changeset.h"
#include "model/document/history_store.h"
#include "model/document/schema.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <limits>

namespace groundplan {

namespace {

/// A recording of what happens to the recorded tables while it exists.
class Recording {
public:
    explicit Recording(sqlite::Connection& connection) {
        if (sqlite3session_create(connection.handle(), "main", &session_) != SQLITE_OK)
            return;
        for (const TableInfo& table : schemaTables()) {
            if (table.recorded)
                sqlite3session_attach(session_, table.name.constData());
        }
    }
    ~Recording() { sqlite3session_delete(session_); }
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    /// Nothing when SQLite could not make one.
    std::optional<QByteArray> changeset() const {
        int size = 0;
        void* data = nullptr;
        if (!session_ || sqlite3session_changeset(session_, &size, &data) != SQLITE_OK)
            return std::nullopt;
        QByteArray bytes(static_cast<const char*>(data), size);
        sqlite3_free(data);
        return bytes;
    }

private:
    sqlite3_session* session_ = nullptr;
};

std::optional<QByteArray> concatenated(QByteArray first, QByteArray second) {
    int size = 0;
    void* data = nullptr;
    if (sqlite3changeset_concat(int(first.size()), first.data(), int(second.size()), second.data(), &size,
                                &data) != SQLITE_OK)
        return std::nullopt;
    QByteArray bytes(static_cast<const char*>(data), size);
    sqlite3_free(data);
    return bytes;
}

/// Applies a changeset that passed countChanges() and gives SQLite's code; SQLITE_ABORT when a row does not
/// fit, or when not every row was touched (SQLite skips tables it finds unfit without an error). The
/// connection has forgotten the code by then: putting the tables back as they were went well.
int apply(sqlite::Connection& connection, const QByteArray& changeset, qint64 rows) {
    const auto onConflict = [](void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; };
    const qint64 before = sqlite3_total_changes64(connection.handle());
    QByteArray bytes = changeset;
    const int code =
        sqlite3changeset_apply_v2(connection.handle(), int(bytes.size()), bytes.data(), nullptr, onConflict,
                                  nullptr, nullptr, nullptr, SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
    return code != SQLITE_OK || sqlite3_total_changes64(connection.handle()) - before == rows ? code
                                                                                              : SQLITE_ABORT;
}

constexpr int kAttempts =
    5; // how often an edit is carried out anew because another process wrote just before it

} // namespace

Result<void> Document::edit(const EditName& name, const EditFunction& function) {
    return runEdit(name, {}, function);
}

Result<void> Document::editContinued(const EditName& name, const QByteArray& token,
                                     const EditFunction& function) {
    return runEdit(name, token, function);
}

void Document::endContinued(const QByteArray& token) {
    if (d->token == token) {
        d->token.clear();
        d->tokenEntry = 0;
    }
}

Result<void> Document::runEdit(const EditName& name, const QByteArray& token, const EditFunction& function) {
    Q_ASSERT_X(!d->announcing, "Document::edit", "a handler of changed() must not edit");
    if (d->announcing)
        return fail(ErrorCode::Refused, tr("An edit cannot begin while another one is being shown."));
    if (isReadOnly())
        return fail(ErrorCode::Refused, !d->notice.isEmpty() ? d->notice : tr("This document is read-only."));

    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        if (!d->begin())
            return d->writeFailure(d->connection.lastCode());
        if (d->readDataVersion() != d->dataVersion) {
            d->rollback();
            if (const auto reloaded = reload(); !reloaded)
                return reloaded;
            continue;
        }

        std::optional<QByteArray> changeset;
        Assets assets;
        int code = d->bringUpToDate() ? SQLITE_OK : d->connection.lastCode();
        if (code == SQLITE_OK) {
            Editor editor(d->connection, d->design, d->companion);
            const Recording recording(d->connection);
            const auto done = function(editor);
            // What could not be written comes first: the function refuses when it misses a row of its own.
            code = editor.code_;
            if (code == SQLITE_RANGE) {
                d->rollback();
                return fail(ErrorCode::Refused,
                            tr("The change was not made: a text of it is too long, or a figure "
                               "lies beyond what a board can hold."));
            }
            if (code == SQLITE_OK && !done) {
                d->rollback();
                return done;
            }
            assets = editor.design().assets;
            if (code == SQLITE_OK) {
                if (const QStringList problems = validate(editor.design(), 1); !problems.isEmpty()) {
                    d->rollback();
                    return fail(ErrorCode::Refused, tr("The change was not made: %1").arg(problems.first()));
                }
                changeset = recording.changeset();
            }
        }
        const bool continues = !token.isEmpty() && token == d->token && d->tokenEntry == d->lastNumber &&
                               d->lastNumber != 0 && d->redoStack.isEmpty();
        HistoryEntry entry;
        QByteArray stored;
        bool vanished = false;
        if (code == SQLITE_OK && changeset) {
            if (changeset->isEmpty()) { // nothing was changed: no trace
                d->rollback();
                return {};
            }
            entry.number = continues ? d->lastNumber : d->lastNumber + 1;
            entry.time = QDateTime::currentDateTimeUtc();
            entry.author = d->author;
            entry.key = name.key;
            entry.args = name.args;
            entry.digest = d->digest + digestDelta(*changeset);
            stored = *changeset;
            bool kept = true;
            if (continues) {
                const auto last = historyStore::read(d->connection, d->lastNumber);
                const auto both = last ? concatenated(last->changeset, *changeset) : std::nullopt;
                if (both) {
                    entry.author = last->entry.author;
                    entry.key = last->entry.key;
                    entry.args = last->entry.args;
                    stored = *both;
                }
                vanished = both && both->isEmpty(); // typed and taken back: as if nothing had been
                kept = vanished ? historyStore::removeLast(d->connection, entry.number)
                                : both && historyStore::replace(d->connection, entry, stored);
            } else {
                kept = historyStore::append(d->connection, entry, stored);
            }
            if (!(kept && d->writeDigest(entry.digest) && d->commit()))
                code = d->connection.lastCode() != SQLITE_OK ? d->connection.lastCode() : SQLITE_ERROR;
        } else if (code == SQLITE_OK) {
            code = SQLITE_NOMEM;
        }
        if (code != SQLITE_OK) {
            const Failure failure = d->writeFailure(code);
            d->rollback();
            if (code == SQLITE_READONLY_DBMOVED) {
                if (const auto rescued = rescue(); !rescued)
                    return rescued;
                continue; // the same gesture, on the new file
            }
            return failure;
        }

        d->companion.keep();
        d->digest = entry.digest;
        if (vanished)
            d->forgetLast();
        else if (!continues)
            d->noteEntry(entry);
        d->design.assets = assets;
        d->token = vanished ? QByteArray() : token;
        d->tokenEntry = d->token.isEmpty() ? 0 : entry.number;
        ChangeSet changes;
        if (!applyToDesign(*changeset, d->design, changes))
            return reload();
        announce(changes);
        return {};
    }
    return fail(ErrorCode::NotWritten,
                tr("The change was not kept: another program keeps writing to this document."));
}

Result<void> Document::undo() {
    return invert(Direction::Undo);
}
Result<void> Document::redo() {
    return invert(Direction::Redo);
}

Result<void> Document::invert(Direction direction) {
    const bool undoing = direction == Direction::Undo;
    if (isReadOnly())
        return fail(ErrorCode::Refused, !d->notice.isEmpty() ? d->notice : tr("This document is read-only."));
    d->token.clear();
    d->tokenEntry = 0;

    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        if (undoing ? !canUndo() : !canRedo()) {
            if (!d->floorReason.isEmpty() && (undoing || !d->redoStack.isEmpty()))
                return fail(ErrorCode::Unreadable, d->floorReason);
            return fail(ErrorCode::Refused,
                        undoing ? tr("There is nothing to undo.") : tr("There is nothing to redo."));
        }
        if (!d->begin())
            return d->writeFailure(d->connection.lastCode());
        if (d->readDataVersion() != d->dataVersion) {
            d->rollback();
            if (const auto reloaded = reload(); !reloaded)
                return reloaded;
            continue;
        }
        const qint64 edit = undoing ? d->undoStack.last() : d->redoStack.last().edit;
        const auto original = historyStore::read(d->connection, edit);
        const auto previous = historyStore::read(d->connection, edit - 1);
        std::optional<QByteArray> changeset;
        if (original)
            changeset = undoing ? invertedChangeset(original->changeset) : original->changeset;
        const auto rows = changeset ? countChanges(*changeset) : std::nullopt;
        // The state before and after must be those that the history speaks of.
        const bool fits = rows && (!undoing || original->entry.digest == d->digest);
        const quint64 digest = fits ? d->digest + digestDelta(*changeset) : 0;
        const bool arrives = fits && (undoing ? !previous || previous->entry.digest == digest
                                              : original->entry.digest == digest);
        // Without its bytes an image would make the design one that is refused when the file is opened.
        const bool shows = arrives && d->hasPicturesOf(*changeset);
        if (!shows && !undoing) {
            d->rollback();
            d->redoStack.clear(); // what lies before it can be undone all the same
            Q_EMIT historyChanged();
            return fail(ErrorCode::Unreadable,
                        arrives
                            ? tr("A picture that entry %1 of the history shows is damaged; redo ends there.")
                                  .arg(edit)
                            : tr("Entry %1 of the history is damaged; redo ends there.").arg(edit));
        }
        if (!shows) {
            d->rollback();
            d->floor = edit;
            d->floorReason =
                arrives ? tr("A picture that entry %1 of the history shows is damaged; undo ends there.")
                              .arg(edit)
                        : tr("Entry %1 of the history is damaged; undo ends there.").arg(edit);
            Q_EMIT historyChanged();
            return fail(ErrorCode::Unreadable, d->floorReason);
        }

        HistoryEntry entry;
        entry.number = d->lastNumber + 1;
        entry.time = QDateTime::currentDateTimeUtc();
        entry.author = d->author;
        entry.key = undoing ? "undo" : "redo";
        entry.inverts = undoing ? edit : d->redoStack.last().undoEntry;
        entry.digest = digest;
        int code = d->bringUpToDate() ? apply(d->connection, *changeset, *rows) : d->connection.lastCode();
        if (code == SQLITE_OK &&
            !(historyStore::append(d->connection, entry, {}) && d->writeDigest(digest) && d->commit()))
            code = d->connection.lastCode();
        if (code != SQLITE_OK) {
            const Failure failure = d->writeFailure(code);
            d->rollback();
            if (code == SQLITE_READONLY_DBMOVED) {
                if (const auto rescued = rescue(); !rescued)
                    return rescued;
                continue;
            }
            return failure;
        }
        d->digest = digest;
        d->noteEntry(entry);
        ChangeSet changes;
        if (!applyToDesign(*changeset, d->design, changes))
            return reload();
        d->companion.note(changes);
        announce(changes);
        return {};
    }
    return fail(ErrorCode::NotWritten,
                tr("The change was not kept: another program keeps writing to this document."));
}

Companion& Document::companion(MakeCompanion make) const {
    return d->companion.at(d->design, make);
}

void Document::announce(const ChangeSet& changes) {
    d->announcing = true;
    Q_EMIT changed(changes);
    d->announcing = false;
    Q_EMIT historyChanged();
}

Result<void> Document::checkHistory() {
    if (!d->connection.isOpen())
        return {};
    bool complete = true;
    const QList<HistoryEntry> entries = historyStore::list(d->connection, &complete);
    for (qsizetype i = entries.size() - 1; i >= 0; --i) {
        const auto stored = historyStore::read(d->connection, entries[i].number);
        const auto back =
            stored && !stored->changeset.isEmpty() ? invertedChangeset(stored->changeset) : std::nullopt;
        if (!stored || (back && !d->hasPicturesOf(*back))) {
            const qint64 number = entries[i].number;
            if (number < d->floor)
                break; // what was found on opening lies above
            d->floor = number;
            d->floorReason =
                stored ? tr("A picture that entry %1 of the history shows is damaged; undo ends there.")
                             .arg(number)
                       : tr("Entry %1 of the history is damaged; undo ends there.").arg(number);
            Q_EMIT historyChanged();
            return fail(ErrorCode::Unreadable, d->floorReason);
        }
    }
    if (!complete)
        return fail(ErrorCode::Unreadable, tr("The history of this document is damaged."));
    return d->floorReason.isEmpty() ? Result<void>{} : fail(ErrorCode::Unreadable, d->floorReason);
}

} // namespace groundplan
