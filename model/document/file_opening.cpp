#include "model/document/file_opening.h"

#include "model/design/validate.h"
#include "model/document/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QtEndian>

#include <sqlite3.h>

#include <unistd.h>

namespace groundplan {

namespace {

constexpr int kLoadDeadlineMs = 30'000;

QString tr(const char* text) {
    return QCoreApplication::translate("Document", text);
}

QString shown(const QString& path) {
    return QDir::toNativeSeparators(path);
}

Failure unreadable(const QString& sentence) {
    return fail(ErrorCode::Unreadable, sentence);
}

Failure cannotOpen(const QString& path, int code) {
    return unreadable(tr("“%1” cannot be opened: %2.").arg(shown(path), sqlite::reasonOf(code)));
}

Failure damaged(const QString& path, QString what) {
    if (what.endsWith(QLatin1Char('.')))
        what.chop(1);
    return fail(ErrorCode::Damaged, tr("“%1” is damaged (%2) and was left as it is.").arg(shown(path), what));
}

/// Whether SQLite refuses a read-only connection because it sees a journal that waits to be rolled back.
/// While another process commits it may see one that is gone a moment later, so only a refusal that lasts is
/// one.
bool isHotJournalCode(int code) {
    return code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_CANTINIT || code == SQLITE_CANTOPEN ||
           code == SQLITE_READONLY_RECOVERY;
}
constexpr int kLooks = 10;
constexpr int kMillisecondsBetweenLooks = 5;

/// A read-only open of a file with a hot journal fails; this tells it from a file that somebody writes to
/// right now.
bool hasHotJournal(const QString& path) {
    for (int look = 0; look < kLooks; ++look) {
        if (!QFileInfo::exists(path + QLatin1String("-journal")))
            return false;
        if (const auto probe = sqlite::Connection::open(path, sqlite::Access::ReadOnly); probe) {
            sqlite::Statement select = probe->prepare("SELECT count(*) FROM sqlite_schema");
            select.step();
            if (!isHotJournalCode(select.isValid() ? select.code() : probe->lastCode()))
                return false;
        }
        QThread::msleep(kMillisecondsBetweenLooks);
    }
    return true;
}

Result<std::shared_ptr<QTemporaryDir>> copyWithJournal(const QString& path, QString* copy) {
    auto folder = std::make_shared<QTemporaryDir>();
    *copy = folder->filePath(QStringLiteral("copy.gplan"));
    if (!folder->isValid() || !QFile::copy(path, *copy) ||
        !QFile::copy(path + QLatin1String("-journal"), *copy + QLatin1String("-journal"))) {
        return unreadable(tr("“%1” was not closed properly, and a copy to check it cannot be made in “%2”.")
                              .arg(shown(path), shown(QDir::tempPath())));
    }
    QFile::setPermissions(*copy, QFile::ReadOwner | QFile::WriteOwner);
    QFile::setPermissions(*copy + QLatin1String("-journal"), QFile::ReadOwner | QFile::WriteOwner);
    return folder;
}

bool tableIsSound(const sqlite::Connection& connection, const QByteArray& table) {
    sqlite::Statement check = connection.prepare("PRAGMA quick_check('" + table + "')");
    return check.step() && check.bytes(0) == "ok";
}

/// Whether the file ends before the last page that its header speaks of.
bool isCutOff(const sqlite::Connection& connection, const QString& path) {
    const qint64 expected = connection.number("PRAGMA page_count") * connection.number("PRAGMA page_size");
    return QFileInfo(path).size() < expected; // a stat, no handle
}

/// The checks that need the database open; fills `file` but for its connection.
Result<void> checkContents(const sqlite::Connection& connection, const QString& path, const QString& onDisk,
                           OpenedFile& file) {
    int code = SQLITE_OK;
    for (int look = 0; look < kLooks; ++look) {
        sqlite::Statement first = connection.prepare("SELECT count(*) FROM sqlite_schema");
        code = first.step() ? SQLITE_OK : first.isValid() ? first.code() : connection.lastCode();
        if (!isHotJournalCode(code))
            break;
        QThread::msleep(kMillisecondsBetweenLooks);
    }
    if (code != SQLITE_OK) {
        return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB
                   ? damaged(path, tr("its structure cannot be read"))
                   : cannotOpen(path, code);
    }
    if (isCutOff(connection, onDisk))
        return damaged(path, tr("its end is missing"));

    file.schema = compareSchema(connection);
    const SchemaComparison& schema = file.schema;
    const bool newer = schema.version > kSchemaVersion;
    if (schema.version < 1)
        return damaged(path, tr("its version is %1").arg(schema.version));

    bool allSound = true;
    {
        sqlite::Statement check = connection.prepare("PRAGMA quick_check(1)");
        allSound = check.step() && check.bytes(0) == "ok";
    }
    QStringList missing = schema.missingTables;
    if (newer) // tables that are not the design may have changed their name
        missing.removeIf([](const QString& name) { return !recordedTable(name.toLatin1()); });
    if (!missing.isEmpty())
        return damaged(path, tr("the table “%1” is missing").arg(missing.first()));
    if (!allSound) {
        for (const TableInfo& table : schemaTables()) {
            if (table.recorded && !schema.newerTables.contains(QLatin1String(table.name)) &&
                !tableIsSound(connection, table.name))
                return damaged(path, tr("its table “%1” is broken").arg(QLatin1String(table.name)));
        }
    }

    auto loaded = loadDesign(connection, schema);
    if (!loaded)
        return damaged(path, loaded.error().sentence);
    const bool unknownColumns = !schema.unknownColumns.isEmpty();
    // Columns that we do not know count in the digest of whoever wrote them.
    if (!(newer && unknownColumns) && storedDigest(connection) != loaded->digest)
        return damaged(path, tr("its content does not match its checksum"));
    if (const QStringList problems = validate(loaded->design, 1); !problems.isEmpty())
        return damaged(path, problems.first());
    file.loaded = std::move(*loaded);
    file.dataVersion = connection.number("PRAGMA data_version", -1);

    const QStringList unknown = schema.unknownTables + schema.unknownColumns;
    const auto mayBeTaken = [&file](const QString& oddity) {
        file.import = true;
        file.notice = tr("%1 and is opened read-only.").arg(oddity);
        file.takenNotice =
            tr("%1; its design was taken into a new document, without the history.").arg(oddity);
    };
    if (schema.codeInside) {
        mayBeTaken(tr("“%1” holds program code of its own (%2)")
                       .arg(shown(path), schema.unknownTables.join(tr(", "))));
    } else if (newer && unknown.isEmpty()) {
        file.notice =
            tr("“%1” was written by a newer version of Groundplan and is opened read-only.").arg(shown(path));
        file.takenNotice =
            tr("“%1” was written by a newer version of Groundplan; its design was taken into a new "
               "document, without the history.")
                .arg(shown(path));
    } else if (newer) {
        file.notice =
            tr("“%1” was written by a newer version of Groundplan and is opened read-only; not shown: %2.")
                .arg(shown(path), unknown.join(tr(", ")));
        file.takenNotice =
            tr("“%1” was written by a newer version of Groundplan; its design was taken into a new "
               "document, without the history and without what this version does not know: %2.")
                .arg(shown(path), unknown.join(tr(", ")));
    } else if (!allSound || !schema.exact) {
        file.historyReadable = false;
        mayBeTaken(!allSound ? tr("“%1” is damaged outside of its design").arg(shown(path))
                             : tr("“%1” has a structure of its own (%2)")
                                   .arg(shown(path), unknown.isEmpty() ? tr("other definitions")
                                                                       : unknown.join(tr(", "))));
    }
    return {};
}

/// Rolls a hot journal back in a private copy, opens that and checks it.
Result<void> openRolledBackCopy(const QString& path, OpenedFile& file) {
    QString copy;
    auto folder = copyWithJournal(path, &copy);
    if (!folder)
        return tl::unexpected(folder.error());
    auto connection = sqlite::Connection::open(copy, sqlite::Access::ReadWrite);
    if (!connection)
        return cannotOpen(path, connection.error());
    if (const auto checked = checkContents(*connection, path, copy, file); !checked)
        return checked;
    file.connection = std::move(*connection);
    file.privateCopy = *folder;
    return {};
}

} // namespace

bool folderWritable(const QString& path) {
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    return ::access(folder.constData(), W_OK | X_OK) == 0;
}

Result<FileHeader> readHeader(const QString& path) {
    constexpr qint64 kHeaderSize = 100;
    const QFileInfo info(path);
    if (!info.exists())
        return unreadable(tr("“%1” does not exist.").arg(shown(path)));
    if (!info.isFile())
        return unreadable(tr("“%1” is not a file.").arg(shown(path)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(tr("“%1” cannot be read: %2.").arg(shown(path), file.errorString()));
    const QByteArray header = file.read(kHeaderSize);
    if (header.isEmpty())
        return unreadable(tr("“%1” is empty.").arg(shown(path)));
    if (!header.startsWith(QByteArrayView("SQLite format 3\0", 16)) || header.size() < kHeaderSize)
        return unreadable(tr("“%1” is not a Groundplan document.").arg(shown(path)));
    FileHeader result;
    result.version = qFromBigEndian<qint32>(header.constData() + 60);
    result.applicationId = qFromBigEndian<qint32>(header.constData() + 68);
    if (result.applicationId != kApplicationId)
        return unreadable(
            tr("“%1” is a database of another program, not a Groundplan document.").arg(shown(path)));
    return result;
}

Result<OpenedFile> openChecked(const QString& path, bool wantWrite, bool alreadyOpen) {
    OpenedFile file;
    qint32 version = kSchemaVersion;
    if (!alreadyOpen) {
        const auto header = readHeader(path);
        if (!header)
            return tl::unexpected(header.error());
        version = header->version;
    }
    const bool canWrite =
        wantWrite && version <= kSchemaVersion && QFileInfo(path).isWritable() && folderWritable(path);

    if (!alreadyOpen && hasHotJournal(path)) {
        OpenedFile rolledBack;
        if (const auto checked = openRolledBackCopy(path, rolledBack); !checked) {
            // If another process was quicker, the copy was made while it put the file right.
            return hasHotJournal(path) ? Result<OpenedFile>(tl::unexpected(checked.error()))
                                       : openChecked(path, wantWrite, alreadyOpen);
        }
        if (!canWrite || rolledBack.import) {
            if (rolledBack.notice.isEmpty() && wantWrite)
                rolledBack.notice = tr("“%1” cannot be written and is opened read-only.").arg(shown(path));
            return rolledBack;
        }
    }

    auto connection =
        sqlite::Connection::open(path, canWrite ? sqlite::Access::ReadWrite : sqlite::Access::ReadOnly);
    if (!connection)
        return cannotOpen(path, connection.error());
    connection->setDeadline(kLoadDeadlineMs);
    // One short transaction: all that is read belongs to one moment, and nobody is kept waiting afterwards.
    connection->exec("BEGIN");
    const auto checked = checkContents(*connection, path, path, file);
    connection->exec("COMMIT");
    if (!checked)
        return tl::unexpected(checked.error());
    connection->setDeadline(0);
    file.writable = canWrite && !file.import && file.notice.isEmpty() &&
                    sqlite3_db_readonly(connection->handle(), "main") == 0;
    if (file.writable) {
        // A received file may ask for write-ahead logging, which keeps other files beside it.
        sqlite::Statement mode = connection->prepare("PRAGMA journal_mode=DELETE");
        mode.step();
        connection->exec("PRAGMA synchronous=EXTRA");
    }
    if (!file.writable && wantWrite && file.notice.isEmpty())
        file.notice = tr("“%1” cannot be written and is opened read-only.").arg(shown(path));
    file.connection = std::move(*connection);
    return file;
}

} // namespace groundplan
