#include "app/render/exports.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>
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
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly))
        return notWritten(path, out.errorString());
    return write(out);
}

QDateTime exportTime() {
    bool valid = false;
    const qint64 seconds = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&valid);
    return valid ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()) : QDateTime::currentDateTime();
}

} // namespace groundplan
