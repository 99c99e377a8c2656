#pragma once

#include "model/design/design.h"

#include <QByteArray>

namespace groundplan {

/// The whole design as JSON for other programs, one row a line (resources/schema/groundplan.schema.json
/// describes it; readJson() takes it back). Equal designs give equal bytes.
QByteArray writeJson(const Design& design);

/// The JSON Schema (draft 2020-12) of what writeJson() writes and readJson() takes, made from the same
/// columns.
QByteArray writeJsonSchema();

} // namespace groundplan
