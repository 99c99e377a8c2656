#pragma once

#include "app/report/report_flow.h"

namespace groundplan::report {

/// Appends a table: its head kept with the first rows, rows whole unless they are very long, then parted
/// between lines; the last rows together. `table` is its index among the tables of the column.
void setTable(const Table& table, int index, double width, SetReport& into);

} // namespace groundplan::report
