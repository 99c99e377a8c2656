#pragma once

#include "model/document/document.h"

#include <QSet>

namespace groundplan {

/// The name of an edit of these elements: the key with how many they are.
EditName editOf(const char* key, const Design& design, const QSet<ElementId>& ids);

} // namespace groundplan
