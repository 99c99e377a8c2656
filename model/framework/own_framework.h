#pragma once

#include "model/design/error.h"
#include "model/framework/templates.h"

namespace groundplan {

/// Writes a copy of a framework into the folder "frameworks" of `root`, a folder with templates of the user's
/// own, to be changed there, and says its path. The copy has a name and a title that none of `known` has; no
/// file that is there is written to. Keeps the form of the file where that can be done.
Result<QString> copyFramework(const Framework& framework, const QString& root, const Templates& known);

} // namespace groundplan
