#pragma once

#include "model/framework/templates.h"

namespace groundplan {

/// What a practice case lacks to be worked with, or has twice, a sentence each: one can be loaded without,
/// but is not done. Texts and evidence that cannot be read are said by the loader.
QStringList lackingIn(const PracticeCase& practice, const Templates& templates);

} // namespace groundplan
