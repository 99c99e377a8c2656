#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace groundplan {

/// The document as somebody else's SQLite sees it. Only for files that are not open as documents in this
/// process.

/// "ok", or the first complaint of PRAGMA integrity_check.
QString integrityOf(const QString& path);
/// Runs SQL on the file, with every safety of ours off; the error message, or empty.
QString runSql(const QString& path, const QString& sql);
/// First column of every row of a query.
QStringList queryColumn(const QString& path, const QString& sql);

/// Bytes and time of last change of a file, to see that nothing touched it.
struct FileState {
    QByteArray bytes;
    qint64 changedAt = 0; ///< ns since the epoch
    friend bool operator==(const FileState&, const FileState&) = default;
};
FileState stateOf(const QString& path);

/// Where temporary files of these tests go: into memory where that is possible, since nothing here pulls the
/// plug and waiting for a busy disk thousands of times shows nothing. A template for QTemporaryDir.
QString temporaryTemplate();

void writeFile(const QString& path, const QByteArray& bytes);

} // namespace groundplan
