#include "app/render/exports.h"

#include "model/document/file_replacement.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimeZone>

#include <sys/stat.h>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Exports", text);
}

Failure notWritten(const QString& path, const QString& why) {
    return fail(ErrorCode::NotWritten, tr("“%1” could not be written: %2.").arg(path, why));
}

} // namespace

Result<void> writeFileWhole(const QString& path, const std::function<Result<void>(QIODevice&)>& write) {
    const auto writeTo = [&](const QString& target) -> Result<void> {
        QFile out(target);
        if (!out.open(QIODevice::WriteOnly))
            return notWritten(path, out.errorString());
        const Result<void> written = write(out);
        // Whoever wrote knows the device's complaint, but not the name that the user gave.
        if (!out.flush() || out.error() != QFileDevice::NoError)
            return notWritten(path, out.errorString());
        return written;
    };
    struct stat status {};
    const bool exists = ::stat(QFile::encodeName(path).constData(), &status) == 0;
    return exists && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode) ? writeTo(path)
                                                                          : replaceFile(path, writeTo);
}

QDateTime exportTime() {
    bool valid = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&valid);
    return valid ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()) : QDateTime::currentDateTime();
}

} // namespace groundplan
