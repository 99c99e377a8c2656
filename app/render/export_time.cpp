#include "app/render/export_time.h"

#include <QCoreApplication>

#include <optional>

namespace groundplan {

namespace {

/// SOURCE_DATE_EPOCH in seconds; nothing when it is not set, -1 when it makes no sense.
std::optional<qint64> sourceDate() {
    constexpr qint64 kMost = 253'402'300'799; // the end of the year 9999
    const QString text = qEnvironmentVariable("SOURCE_DATE_EPOCH");
    if (text.isEmpty())
        return std::nullopt;
    bool valid = false;
    const qint64 seconds = text.toLongLong(&valid);
    return valid && seconds >= 0 && seconds <= kMost ? seconds : -1;
}

} // namespace

Result<void> checkExportTime() {
    if (sourceDate().value_or(0) >= 0)
        return {};
    return fail(
        ErrorCode::WrongUse,
        QCoreApplication::translate(
            "Exports",
            "SOURCE_DATE_EPOCH is “%1”, which is no number of seconds since 1970: correct or unset it.")
            .arg(qEnvironmentVariable("SOURCE_DATE_EPOCH")));
}

QDateTime exportTime() {
    const qint64 seconds = sourceDate().value_or(-1);
    return seconds >= 0 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime::currentDateTime();
}

} // namespace groundplan
