#pragma once

#include "model/document/loader.h"

#include <QTemporaryDir>

#include <memory>

namespace groundplan {

/// What the first hundred bytes of a file say.
struct FileHeader {
    qint32 applicationId = 0;
    qint32 version = 0;
};
/// Reads and checks them: an empty file, a text, somebody else's database each get their own sentence. Must
/// not be called for a file that is open as a document in this process (copies.h).
Result<FileHeader> readHeader(const QString& path);

/// A file that passed the checks of design.md 3, in the order given there.
struct OpenedFile {
    sqlite::Connection connection; ///< open for writing when `writable`; on a private copy after a rollback
                                   ///< in a read-only folder
    LoadedDesign loaded;
    qint64 dataVersion = 0; ///< what SQLite said in the transaction that read `loaded`
    SchemaComparison schema;
    bool writable = false;
    bool import = false; ///< must not be worked on in place: its rows are to go into a new document
    bool historyReadable = true;
    QString notice;      ///< why not writable or why import; empty otherwise
    QString takenNotice; ///< the same for a new document that its design was taken into
    std::shared_ptr<QTemporaryDir> privateCopy; ///< kept while the connection uses it
};

/// `wantWrite` false: a reader. `alreadyOpen`: the file is open as a document in this process, so that only
/// SQLite may touch it and its header is known to be ours.
Result<OpenedFile> openChecked(const QString& path, bool wantWrite, bool alreadyOpen);

/// Whether new entries can be made in the folder of `path` (SQLite needs its journal there).
bool folderWritable(const QString& path);

} // namespace groundplan
