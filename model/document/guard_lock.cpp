#include "model/document/guard_lock.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

namespace groundplan {

std::optional<GuardLock> GuardLock::take(const FileIdentity& file) {
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString folder = runtime + QLatin1String("/groundplan");
    if (runtime.isEmpty() || !QDir().mkpath(folder))
        return GuardLock(-1);
    const QString path = folder + QStringLiteral("/%1-%2.lock").arg(file.device).arg(file.inode);
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return GuardLock(-1);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return std::nullopt;
    }
    return GuardLock(descriptor);
}

GuardLock::~GuardLock() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

GuardLock::GuardLock(GuardLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

GuardLock& GuardLock::operator=(GuardLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

} // namespace groundplan
