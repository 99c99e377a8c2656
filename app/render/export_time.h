#pragma once

#include "model/design/error.h"

#include <QDateTime>

namespace groundplan {

/// The time of export: SOURCE_DATE_EPOCH (UTC) when set, else now.
QDateTime exportTime();
/// Refuses a SOURCE_DATE_EPOCH that is no number, rather than to export another date than was meant.
Result<void> checkExportTime();

} // namespace groundplan
