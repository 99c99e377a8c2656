#include "model/document/document_bytes.h"

#include "model/document/asset_store.h"
#include "model/document/loader.h"
#include "model/document/version_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <sqlite3.h>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Document", text);
}

Failure notCopied(const Document& document, int code) {
    return fail(ErrorCode::NotWritten,
                tr("“%1” cannot be put into the exported file, because %2.")
                    .arg(QDir::toNativeSeparators(document.path()), sqlite::reasonOf(code)));
}

/// All pages of `file`, as they are at one moment, in a database of its own in memory.
tl::expected<sqlite::Connection, int> inMemory(const sqlite::Connection& file) {
    auto copy = sqlite::Connection::open(QStringLiteral(":memory:"), sqlite::Access::Create);
    if (!copy)
        return copy;
    sqlite3_backup* backup = sqlite3_backup_init(copy->handle(), "main", file.handle(), "main");
    if (!backup)
        return tl::unexpected(copy->lastCode());
    const int all = sqlite3_backup_step(backup, -1);
    const int end = sqlite3_backup_finish(backup);
    if (all != SQLITE_DONE || end != SQLITE_OK)
        return tl::unexpected(end != SQLITE_OK ? end : all);
    return copy;
}

/// A received file may ask for write-ahead logging, which its content does not depend on.
void askForJournal(QByteArray& file) {
    constexpr int kWriteVersion = 18, kReadVersion = 19;
    file[kWriteVersion] = file[kReadVersion] = 1;
}

Result<QByteArray> bytesOf(const Document& document, const sqlite::Connection& file, bool withHistory) {
    auto copy = inMemory(file);
    if (!copy)
        return notCopied(document, copy.error());
    if (storedDigest(*copy) != document.digest()) {
        return fail(ErrorCode::Refused,
                    tr("“%1” was changed by another program just now: look at it, and export it again.")
                        .arg(QDir::toNativeSeparators(document.path())));
    }
    // VACUUM writes the rows of each table in the order of their keys into fresh pages; what a file counts in
    // its first page (how often it was written, and by which SQLite) never comes into memory.
    if (!copy->exec("DELETE FROM view") ||
        (!withHistory && !(copy->exec("DELETE FROM history") && versionStore::clear(*copy))) ||
        !assetStore::sweep(*copy) || !copy->exec("VACUUM"))
        return notCopied(document, copy->lastCode());
    sqlite3_int64 size = 0;
    unsigned char* pages = sqlite3_serialize(copy->handle(), "main", &size, 0);
    if (!pages)
        return notCopied(document, SQLITE_NOMEM);
    QByteArray bytes(reinterpret_cast<const char*>(pages), qsizetype(size));
    sqlite3_free(pages);
    askForJournal(bytes);
    return bytes;
}

Result<std::unique_ptr<Document>> madeOf(const Design& design, const QList<PracticeSession>& sessions,
                                         const QTemporaryDir& folder) {
    auto made = Document::create(folder.filePath(QStringLiteral("design.gplan")), Document::Use::CommandLine);
    if (!made)
        return made;
    if (const auto filled = fillWith(**made, {"import", {}}, design); !filled)
        return Failure(filled.error());
    for (const PracticeSession& session : sessions) {
        if (!(*made)->keepSession(session))
            return fail(ErrorCode::NotWritten, tr("A session of this document cannot be copied."));
    }
    return made;
}

} // namespace

Result<QByteArray> documentBytes(const Document& document, bool withHistory) {
    if (document.openedAs() == OpenedAs::Imported && !document.isUnnamed())
        return documentBytes(document.design(), {}); // what was taken out of a file that is not worked on
    const auto file = sqlite::Connection::open(document.path(), sqlite::Access::ReadOnly);
    if (!file)
        return notCopied(document, file.error());
    return bytesOf(document, *file, withHistory);
}

Result<QByteArray> documentBytes(const Design& design, const QList<PracticeSession>& sessions) {
    const QTemporaryDir folder;
    const auto made = madeOf(design, sessions, folder);
    return made ? documentBytes(**made, false) : Failure(made.error());
}

Result<void> saveDesign(const Design& design, const QList<PracticeSession>& sessions, const QString& path) {
    const QTemporaryDir folder;
    const auto made = madeOf(design, sessions, folder);
    return made ? (*made)->saveCopy(path, false) : Failure(made.error());
}

} // namespace groundplan
