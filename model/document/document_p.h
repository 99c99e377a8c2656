#pragma once

#include "model/document/document.h"
#include "model/document/file_opening.h"
#include "model/document/guard_lock.h"

#include <QHash>

#include <optional>

namespace groundplan {

/// The state behind a Document, shared by document.cpp, document_edit.cpp and document_save.cpp.
struct Document::Private {
    Use use = Use::Window;
    QString path;
    QString folder; ///< where unnamed documents live
    bool unnamed = false;
    OpenedAs openedAs = OpenedAs::Writable;
    QString notice;
    QString author;

    sqlite::Connection connection; ///< closed for readers once everything is loaded
    std::shared_ptr<QTemporaryDir> privateCopy;
    std::optional<FileIdentity> identity;
    std::optional<GuardLock> guard;
    bool gone =
        false; ///< it is read-only, and what lies at `path` now is another file or none; said in notice

    Design design;
    CompanionSlot companion; ///< of `design`
    quint64 digest = 0;
    qint64 dataVersion = 0;   ///< what SQLite said when `design` was last known to be the file's
    qint32 schemaVersion = 0; ///< of the file

    // The history in short: what can be undone and redone, and what it is called.
    QList<qint64> undoStack; ///< numbers of edits that are not undone, oldest first
    struct Undone {
        qint64 edit = 0;
        qint64 undoEntry = 0;
    };
    QList<Undone> redoStack;
    QHash<qint64, EditName> names; ///< of the edits
    qint64 lastNumber = 0;
    qint64 floor = 0; ///< entries up to this one cannot be undone
    QString floorReason;
    qint64 beginning = 0; ///< the entry that the board was made from; 0: it began empty

    QByteArray token; ///< of the edit that may be continued
    qint64 tokenEntry = 0;
    bool announcing = false;

    ~Private();

    /// Takes over an opened file: connection, design, history.
    void adopt(OpenedFile file);
    /// Makes `newPath` the file that is watched and registered as open in this process.
    void registerFile(const QString& newPath);
    void readHistory();
    /// Accounts for one more entry of the history.
    void noteEntry(const HistoryEntry& entry);
    /// The last entry, an edit, is gone from the history.
    void forgetLast();

    bool begin() { return connection.exec("BEGIN IMMEDIATE"); }
    /// An older version's file gets the tables of this one with the first edit that is kept, not by being
    /// looked at. After begin(), before anything is recorded.
    bool bringUpToDate();
    void rollback() {
        connection.exec("ROLLBACK");
        companion.takeBack();
    }
    bool commit();
    qint64 readDataVersion() const { return connection.number("PRAGMA data_version", -1); }
    bool writeDigest(quint64 value);
    /// Whether the bytes of every picture that this changeset puts on the board are there.
    bool hasPicturesOf(const QByteArray& changeset) const;
    /// The failure of the last statement as an error for people.
    Failure writeFailure(int code) const;
};

} // namespace groundplan
