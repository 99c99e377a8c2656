#pragma once

#include <QString>

namespace groundplan {

/// Where tests find things. Functions rather than macros, so that no test's compile command names a folder of
/// the machine and a compiler cache serves every checkout.
QString projectPath(const char* below = ""); ///< of the source tree: projectPath("templates/catalog")
QString programPath(const char* name);       ///< of a program of this build: programPath("groundplan-cli")

} // namespace groundplan
