#pragma once

#include "app/cli/arguments.h"

namespace groundplan::cli {

/// Every command of groundplan-cli, in the order of the help.
const std::vector<Command>& commands();

// What the commands do. Each is called with arguments that its table entry has parsed, under an application
// object.
Result<void> runNew(const Arguments& arguments, Console& console);
Result<void> runInfo(const Arguments& arguments, Console& console);
Result<void> runExport(const Arguments& arguments, Console& console);
Result<void> runReport(const Arguments& arguments, Console& console);
Result<void> runImport(const Arguments& arguments, Console& console);
Result<void> runText(const Arguments& arguments, Console& console);
Result<void> runFromText(const Arguments& arguments, Console& console);
Result<void> runDiff(const Arguments& arguments, Console& console);
Result<void> runMerge(const Arguments& arguments, Console& console);
Result<void> runTidy(const Arguments& arguments, Console& console);
Result<void> runSketch(const Arguments& arguments, Console& console);
Result<void> runHistory(const Arguments& arguments, Console& console);
Result<void> runVersion(const Arguments& arguments, Console& console);
Result<void> runRestore(const Arguments& arguments, Console& console);
Result<void> runUndo(const Arguments& arguments, Console& console);
Result<void> runRedo(const Arguments& arguments, Console& console);
Result<void> runCheck(const Arguments& arguments, Console& console);
Result<void> runFrameworks(const Arguments& arguments, Console& console);
Result<void> runCases(const Arguments& arguments, Console& console);
Result<void> runProgress(const Arguments& arguments, Console& console);

} // namespace groundplan::cli
