#pragma once

#include "app/window/actions.h"

#include <QString>

namespace groundplan {

/// What people also type for an action, several by "; ", in the language of the window; empty: nothing beside
/// its own words.
QString otherWordsOf(ActionId id);

} // namespace groundplan
