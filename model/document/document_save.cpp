#include "model/document/document_p.h"

#include "model/document/asset_store.h"
#include "model/document/file_replacement.h"
#include "model/document/migration.h"
#include "model/document/schema.h"
#include "model/document/session_store.h"
#include "model/document/version_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <sqlite3.h>

#include <utility>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Document", text);
}

/// Writes a compact, whole copy of what `connection` holds to `target`, by way of a file beside it.
Result<void> copyTo(const sqlite::Connection& connection, const QString& target, bool withHistory) {
    const QString shown = QDir::toNativeSeparators(target);
    if (openDocuments::contains(target)) {
        return fail(ErrorCode::NotWritten,
                    tr("“%1” is open in Groundplan and was not replaced; choose another name.").arg(shown));
    }
    return replaceFile(target, [&](const QString& temporary) -> Result<void> {
        const auto notWritten = [&shown](int code) -> Result<void> {
            return fail(ErrorCode::NotWritten,
                        tr("“%1” cannot be written, because %2.").arg(shown, sqlite::reasonOf(code)));
        };
        sqlite::Statement vacuum = connection.prepare("VACUUM INTO " + sqlite::quoted(temporary));
        if (!vacuum.run())
            return notWritten(connection.lastCode());
        auto copy = sqlite::Connection::open(temporary, sqlite::Access::ReadWrite);
        if (!copy)
            return notWritten(copy.error());
        if (!withHistory && !(copy->exec("DELETE FROM history") && versionStore::clear(*copy)))
            return notWritten(copy->lastCode());
        const qint64 changes = sqlite3_total_changes64(copy->handle());
        if (!assetStore::sweep(*copy))
            return notWritten(copy->lastCode());
        if ((!withHistory || sqlite3_total_changes64(copy->handle()) != changes) && !copy->exec("VACUUM"))
            return notWritten(copy->lastCode());
        sqlite::Statement check = copy->prepare("PRAGMA quick_check(1)");
        if (!check.step() || check.bytes(0) != "ok")
            return notWritten(check.code());
        return {};
    });
}

} // namespace

Result<void> Document::saveAs(const QString& path) {
    const auto target = identityOf(path);
    if (target && d->identity && *target == *d->identity)
        return {}; // it is that file already, with all changes in it
    std::optional<sqlite::Connection> reader;
    if (!d->connection.isOpen()) {
        auto opened = sqlite::Connection::open(d->path, sqlite::Access::ReadOnly);
        if (!opened)
            return d->writeFailure(opened.error());
        reader = std::move(*opened);
    }
    if (const auto copied = copyTo(reader ? *reader : d->connection, path, true); !copied)
        return copied;
    auto file = openChecked(path, true, false);
    if (!file)
        return tl::unexpected(file.error());
    const bool moves = d->unnamed;
    const QString oldPath = d->path;
    d->connection.close();
    d->registerFile(path);
    const bool writable = file->writable;
    d->notice = file->notice;
    d->openedAs = writable ? OpenedAs::Writable : OpenedAs::ReadOnly;
    d->adopt(std::move(*file));
    if (d->use == Use::Window && d->identity)
        d->guard = GuardLock::take(*d->identity);
    if (moves)
        QFile::remove(oldPath); // the same content now has a name
    Q_EMIT fileChanged();
    Q_EMIT historyChanged();
    return {};
}

Result<void> Document::saveCopy(const QString& path, bool withHistory) const {
    const auto target = identityOf(path);
    if (target && d->identity && *target == *d->identity) {
        return fail(ErrorCode::WrongUse, tr("“%1” is this document itself; choose another name for the copy.")
                                             .arg(QDir::toNativeSeparators(path)));
    }
    if (d->connection.isOpen())
        return copyTo(d->connection, path, withHistory);
    auto opened = sqlite::Connection::open(d->path, sqlite::Access::ReadOnly);
    if (!opened)
        return d->writeFailure(opened.error());
    return copyTo(*opened, path, withHistory);
}

Result<void> Document::forgetHistory() {
    if (isReadOnly())
        return fail(ErrorCode::Refused, !d->notice.isEmpty() ? d->notice : tr("This document is read-only."));
    if (!d->begin())
        return d->writeFailure(d->connection.lastCode());
    if (d->readDataVersion() !=
        d->dataVersion) { // somebody else wrote: first see it, then forget how it came about
        d->rollback();
        if (const auto reloaded = reload(); !reloaded)
            return reloaded;
        return forgetHistory();
    }
    if (!(d->connection.exec("DELETE FROM history") && versionStore::clear(d->connection) &&
          assetStore::sweep(d->connection) && d->commit())) {
        const int code = d->connection.lastCode();
        const Failure failure = d->writeFailure(code);
        d->rollback();
        if (code != SQLITE_READONLY_DBMOVED)
            return failure;
        const auto rescued = rescue();
        return rescued ? forgetHistory() : rescued;
    }
    if (auto left =
            assetStore::load(d->connection)) // what was swept must be written again when it is used again
        d->design.assets = std::move(*left);
    // Deleted pages are zeroed already (secure_delete); this gives the room back. Not vital, so no failure.
    d->connection.exec("VACUUM");
    d->readHistory();
    d->token.clear();
    Q_EMIT historyChanged();
    return {};
}

QList<PracticeSession> Document::sessions() const {
    if (d->connection.isOpen())
        return sessionStore::load(d->connection);
    const auto connection = sqlite::Connection::open(d->path, sqlite::Access::ReadOnly);
    return connection ? sessionStore::load(*connection) : QList<PracticeSession>{};
}

bool Document::keepSession(const PracticeSession& session) {
    if (isReadOnly())
        return false;
    // As in refresh(): there is a next beat.
    const int patience = int(d->connection.number("PRAGMA busy_timeout"));
    sqlite3_busy_timeout(d->connection.handle(), 0);
    const bool begun = d->begin();
    sqlite3_busy_timeout(d->connection.handle(), patience);
    if (!begun)
        return false;
    // Not schemaVersion: another process may have brought the file up to date, and this is no moment to
    // reload.
    const auto version = qint32(d->connection.number("PRAGMA user_version"));
    const bool current = version == kSchemaVersion ||
                         (version >= 1 && version < kSchemaVersion && migrate(d->connection, version));
    if (current && sessionStore::write(d->connection, session) && d->commit())
        return true;
    d->rollback();
    return false;
}

Result<void> Document::refresh() {
    if (!d->connection.isOpen() || d->privateCopy)
        return {};
    if (identityOf(d->path) != d->identity) {
        if (!isReadOnly())
            return rescue();
        if (!std::exchange(d->gone, true)) {
            d->notice = tr("“%1” was replaced or deleted by another program. This window shows it as it was; "
                           "save a copy to keep that.")
                            .arg(QDir::toNativeSeparators(d->path));
            Q_EMIT fileChanged();
        }
        return {};
    }
    // Whoever writes at this moment is not waited for: there is a next time.
    const int patience = int(d->connection.number("PRAGMA busy_timeout"));
    sqlite3_busy_timeout(d->connection.handle(), 0);
    const qint64 version = d->connection.number("PRAGMA data_version", d->dataVersion);
    sqlite3_busy_timeout(d->connection.handle(), patience);
    return version == d->dataVersion ? Result<void>{} : reload();
}

/// Another process has written: take in what it made of the design.
Result<void> Document::reload() {
    d->token.clear();
    d->connection.exec("BEGIN");
    const SchemaComparison schema = compareSchema(d->connection);
    auto loaded = loadDesign(d->connection, schema);
    const auto claimed = storedDigest(d->connection);
    const qint64 version = d->readDataVersion();
    d->readHistory();
    d->connection.exec("COMMIT");
    if (schema.version > kSchemaVersion) {
        d->openedAs = OpenedAs::ReadOnly;
        d->notice =
            tr("A newer version of Groundplan has written to “%1”; this window shows it read-only from now on.")
                .arg(QDir::toNativeSeparators(d->path));
        return fail(ErrorCode::Refused, d->notice);
    }
    d->schemaVersion = schema.version;
    if (!loaded || claimed != loaded->digest) {
        return fail(
            ErrorCode::Unreadable,
            tr("Another program has changed “%1” in a way that Groundplan cannot read (%2); the change was not "
               "made.")
                .arg(QDir::toNativeSeparators(d->path),
                     loaded ? tr("its content does not match its checksum") : loaded.error().sentence));
    }
    d->dataVersion = version;
    if (loaded->design == d->design) { // where somebody else looked, or done and undone
        Q_EMIT historyChanged();
        return {};
    }
    d->design = std::move(loaded->design);
    d->digest = loaded->digest;
    ChangeSet changes;
    changes.reset = true;
    d->companion.note(changes);
    announce(changes);
    return {};
}

/// The file was replaced or deleted from outside: the work, which our connection still reaches, goes on in a
/// new document without a name. What lies at the old path now is left alone.
Result<void> Document::rescue() {
    const QString oldPath = d->path;
    const QString folder = d->folder.isEmpty() ? unnamedFolder() : d->folder;
    const QString newPath =
        QDir(folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1String(".gplan"));
    QDir().mkpath(folder);
    if (const auto copied = copyTo(d->connection, newPath, true); !copied) {
        return fail(
            ErrorCode::NotWritten,
            tr("“%1” was replaced or deleted by another program, and your work could not be kept in a "
               "new document yet: %2 Make room, or save it under another name.")
                .arg(QDir::toNativeSeparators(oldPath), copied.error().sentence));
    }
    auto file = openChecked(newPath, true, false);
    if (!file)
        return tl::unexpected(file.error());
    d->connection.close();
    d->folder = folder;
    d->registerFile(newPath);
    d->adopt(std::move(*file));
    if (d->use == Use::Window && d->identity)
        d->guard = GuardLock::take(*d->identity);
    d->openedAs = OpenedAs::Writable;
    d->notice =
        tr("“%1” was replaced or deleted by another program. Your work was kept and goes on in a new document "
           "without a name; save it under one of your choice.")
            .arg(QDir::toNativeSeparators(oldPath));
    Q_EMIT fileChanged();
    return {};
}

} // namespace groundplan
