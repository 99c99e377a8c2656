#include "app/render/write_file.h"

#include "model/document/file_identity.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Exports", text);
}

/// One sentence for what the system said.
Failure notWritten(const QString& path, int error) {
    QString sentence;
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        sentence =
            tr("“%1” could not be written because there is no room left: free some space or choose another "
               "folder.");
        break;
    case EACCES:
    case EPERM:
        sentence = tr("“%1” could not be written because you may not write there: choose another folder.");
        break;
    case EROFS:
        sentence = tr("“%1” could not be written because its disk is read-only: choose another folder.");
        break;
    case ENOENT:
    case ENOTDIR:
        sentence =
            tr("“%1” could not be written because its folder does not exist: create it or choose another.");
        break;
    case EISDIR:
        sentence = tr("“%1” is a folder: name a file in it.");
        break;
    default:
        return fail(ErrorCode::NotWritten, tr("“%1” could not be written: %2. Choose another name or folder.")
                                               .arg(path, QString::fromLocal8Bit(std::strerror(error))));
    }
    return fail(ErrorCode::NotWritten, sentence.arg(path));
}

/// A file that remembers which error of the system it met first. Nothing is buffered here: the writers hand
/// over large pieces, and so every error is met by the write that it belongs to.
class Descriptor final : public QIODevice {
public:
    explicit Descriptor(int descriptor)
        : descriptor_(descriptor) {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    ~Descriptor() override { ::close(descriptor_); }
    Q_DISABLE_COPY_MOVE(Descriptor)

    int error() const { return error_; }
    bool isSequential() const override { return true; }
    bool sync() { return ::fsync(descriptor_) == 0 || note(errno); }
    int number() const { return descriptor_; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override {
        for (qint64 done = 0; done < size;) {
            const ssize_t count = ::write(descriptor_, data + done, std::size_t(size - done));
            if (count >= 0) {
                done += count;
            } else if (errno != EINTR) {
                note(errno);
                return -1;
            }
        }
        return size;
    }

private:
    bool note(int error) {
        if (error_ == 0)
            error_ = error;
        setErrorString(QString::fromLocal8Bit(std::strerror(error)));
        return false;
    }

    int descriptor_;
    int error_ = 0;
};

/// While it lives, this thread meets a pipe whose reader has gone, or a file that may not grow, as an error
/// of write() instead of a signal that ends the program.
class QuietSignals {
public:
    QuietSignals() {
        sigemptyset(&quiet_);
        sigaddset(&quiet_, SIGPIPE);
        sigaddset(&quiet_, SIGXFSZ);
        pthread_sigmask(SIG_BLOCK, &quiet_, &before_);
    }
    ~QuietSignals() {
        const timespec now{};
        while (sigtimedwait(&quiet_, nullptr, &now) > 0) {
        }
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    Q_DISABLE_COPY_MOVE(QuietSignals)

private:
    sigset_t quiet_;
    sigset_t before_;
};

using Write = std::function<Result<void>(QIODevice&)>;

/// Writes through `out`; an error of the system is said with the file's name, whatever sentence the writer
/// had for it.
Result<void> run(const Write& write, Descriptor& out, const QString& path) {
    Result<void> done = write(out);
    if (out.error() != 0)
        return notWritten(path, out.error());
    return done;
}

Result<void> writeThrough(const QString& path, const Write& write) {
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return notWritten(path, errno);
    Descriptor out(descriptor);
    return run(write, out, path);
}

/// The file that `path` stands for: where symbolic links lead, even to a file that is not there yet.
QString realPath(const QString& path) {
    constexpr int kMostLinks = 40;
    QString real = path;
    for (int i = 0; i < kMostLinks; ++i) {
        const QFileInfo info(real);
        if (!info.isSymLink())
            return real;
        real = info.symLinkTarget();
    }
    return path;
}

/// The permissions of a new file, as any program's would be.
mode_t usualMode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

Result<void> replaceWhole(const QString& path, const QString& real, const struct stat* old,
                          const Write& write) {
    if (old && ::access(QFile::encodeName(real).constData(), W_OK) != 0)
        return notWritten(path, errno);
    const QFileInfo target(real);
    QByteArray temporary = QFile::encodeName(target.absolutePath() + QStringLiteral("/.groundplan-XXXXXX"));
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0)
        return notWritten(path, errno);
    Result<void> done;
    {
        Descriptor out(descriptor);
        if (old && ::fchown(descriptor, old->st_uid, old->st_gid) != 0)
            errno = 0; // somebody else's file becomes ours: the content is what was asked for
        if (::fchmod(descriptor, old ? old->st_mode & 07777 : usualMode()) != 0)
            done = notWritten(path, errno);
        else if (done = run(write, out, path); done && !out.sync())
            done = notWritten(path, out.error());
    }
    if (done && std::rename(temporary.constData(), QFile::encodeName(real).constData()) != 0)
        done = notWritten(path, errno);
    if (!done)
        ::unlink(temporary.constData());
    return done;
}

} // namespace

Result<void> writeFileWhole(const QString& path, const Write& write) {
    const QuietSignals quiet;
    struct stat status {};
    // Before links are followed by hand: /dev/stdout leads to "pipe:[123]", which is no path.
    if (::stat(QFile::encodeName(path).constData(), &status) == 0 && !S_ISREG(status.st_mode) &&
        !S_ISDIR(status.st_mode))
        return writeThrough(path, write);
    const QString real = realPath(path);
    // Known by its ending alone: a look into a document that is open in this process would drop its locks.
    if (real.endsWith(QStringLiteral(".gplan"), Qt::CaseInsensitive))
        return fail(ErrorCode::NotWritten,
                    tr("“%1” is the name of a Groundplan document, which an export does not replace: choose "
                       "another name.")
                        .arg(path));
    if (openDocuments::contains(real)) // under another name
        return fail(ErrorCode::NotWritten,
                    tr("“%1” is a Groundplan document that is open, which an export does not "
                       "replace: choose another name.")
                        .arg(path));
    if (::stat(QFile::encodeName(real).constData(), &status) != 0)
        return replaceWhole(path, real, nullptr, write);
    if (S_ISDIR(status.st_mode))
        return notWritten(path, EISDIR);
    return replaceWhole(path, real, &status, write);
}

} // namespace groundplan
