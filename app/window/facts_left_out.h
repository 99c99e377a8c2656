#pragma once

#include "model/design/design.h"
#include "model/framework/templates.h"

#include <QStringList>

namespace groundplan {

/// What `part` says of its board and insertDesign() leaves out, since `mine` says something else already: a
/// sentence each, with what is lost. To be asked before it is inserted.
QStringList factsLeftOut(const Design& mine, const Design& part, const Templates& templates,
                         const QString& language);

} // namespace groundplan
