#pragma once

#include "model/design/design.h"

#include <QJsonObject>
#include <QString>

namespace groundplan::bench {

/// What edits of a board cost without a window, until they are safe in the file: moving one block, and moving
/// every second one, so that nearly every connection must be routed anew; and what it costs to look back at
/// them. Milliseconds.
void measureEdits(const Design& design, const QString& path, QJsonObject& figures);

} // namespace groundplan::bench
