#include "model/document/file_replacement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace groundplan {

namespace {
QString tr(const char* text) {
    return QCoreApplication::translate("Document", text);
}

bool syncPath(const QString& path, int flags) {
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool done = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return done;
}
} // namespace

QString strayJournalOf(const QString& path) {
    for (const char* const ending : {"-journal", "-wal"}) {
        const QFileInfo journal(path + QLatin1String(ending));
        if (journal.size() > 0)
            return journal.fileName();
    }
    return {};
}

QString faultOfFolder(const QString& path) {
    const QFileInfo info(path);
    if (!info.absoluteDir().exists())
        return tr("the folder does not exist");
    if (::access(QFile::encodeName(info.absolutePath()).constData(), W_OK | X_OK) == 0)
        return {};
    return errno == EROFS ? tr("its disk is read-only; choose another folder")
                          : tr("you may not write into its folder; choose another one");
}

Result<void> replaceFile(const QString& target, const std::function<Result<void>(const QString&)>& write) {
    const QFileInfo link(target);
    const QFileInfo info(link.isSymLink() ? link.symLinkTarget() : target);
    const QString finalPath = info.absoluteFilePath();
    const QString shown = QDir::toNativeSeparators(target);
    const auto notWritten = [&shown](const QString& why) {
        return fail(ErrorCode::NotWritten, tr("“%1” cannot be written: %2.").arg(shown, why));
    };
    if (info.exists() && !info.isFile())
        return notWritten(tr("it is not a file"));
    if (const QString fault = faultOfFolder(finalPath); !fault.isEmpty())
        return notWritten(fault);
    const auto refuseStrayJournal = [&]() -> Result<void> {
        const QString journal = strayJournalOf(finalPath);
        if (journal.isEmpty())
            return {};
        return notWritten(
            tr("“%1” beside it holds an unfinished change of another file and would spoil this one; move it "
               "away or choose another name")
                .arg(journal));
    };
    if (const auto free = refuseStrayJournal(); !free)
        return free;
    const QString temporary =
        info.absoluteDir().filePath(QLatin1Char('.') + info.fileName() + QLatin1Char('.') +
                                    QUuid::createUuid().toString(QUuid::Id128).left(8));
    const auto cleanUp = [&temporary] {
        QFile::remove(temporary);
        QFile::remove(temporary + QLatin1String("-journal"));
    };
    if (const auto written = write(temporary); !written) {
        cleanUp();
        return written;
    }
    // Once more: writing may have taken a while.
    if (const auto free = refuseStrayJournal(); !free) {
        cleanUp();
        return free;
    }
    if (info.exists())
        QFile::setPermissions(temporary, QFile::permissions(finalPath));
    if (!syncPath(temporary, O_RDONLY) || std::rename(QFile::encodeName(temporary).constData(),
                                                      QFile::encodeName(finalPath).constData()) != 0) {
        const QString why = QString::fromLocal8Bit(std::strerror(errno));
        cleanUp();
        return notWritten(why);
    }
    syncPath(info.absolutePath(), O_RDONLY | O_DIRECTORY);
    return {};
}

} // namespace groundplan
