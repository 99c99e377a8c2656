#pragma once

#include "model/report/report.h"

namespace groundplan::report {

/// The web address (http, https) that begins at `at` of a text, without what only ends a sentence; empty:
/// none does.
QStringView webAddressAt(QStringView text, qsizetype at);

/// The same text, in which addresses lead to where they say. What leads somewhere already stays as it is.
Line linked(const Line& line);
void linkAddresses(Report& report);

} // namespace groundplan::report
