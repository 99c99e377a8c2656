#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace groundplan {

/// Which file this is, whatever path leads to it.
struct FileIdentity {
    quint64 device = 0;
    quint64 inode = 0;
    friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

/// By stat(), without opening the file; nothing when it does not exist.
std::optional<FileIdentity> identityOf(const QString& path);

/// The files that are open as documents in this process. Nothing but SQLite may open them here: closing any
/// other handle of such a file would drop SQLite's locks on it (engine-notes A4).
namespace openDocuments {
bool contains(const QString& path);
void add(const FileIdentity& file);
void remove(const FileIdentity& file);
} // namespace openDocuments

} // namespace groundplan
