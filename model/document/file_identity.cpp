#include "model/document/file_identity.h"

#include <QFile>
#include <QList>
#include <QMutex>

#include <sys/stat.h>

namespace groundplan {

std::optional<FileIdentity> identityOf(const QString& path) {
    struct stat status {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return FileIdentity{quint64(status.st_dev), quint64(status.st_ino)};
}

namespace openDocuments {
namespace {
// POSIX drops locks per process, so what is open is a fact of the process: the one global of this library.
QMutex mutex;
QList<FileIdentity>& files() {
    static QList<FileIdentity> list;
    return list;
}
} // namespace

bool contains(const QString& path) {
    const auto file = identityOf(path);
    const QMutexLocker lock(&mutex);
    return file && files().contains(*file);
}

void add(const FileIdentity& file) {
    const QMutexLocker lock(&mutex);
    files().append(file);
}

void remove(const FileIdentity& file) {
    const QMutexLocker lock(&mutex);
    files().removeOne(file); // a file open twice is in the list twice
}
} // namespace openDocuments

} // namespace groundplan
