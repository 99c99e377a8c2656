#pragma once

#include "model/design/recognition.h"

#include <QJsonObject>

namespace groundplan {

/// What a block that somebody wrote by hand does not say, as it is found out in drawings: its kind and
/// technology from its title, ml and path from its kind. What `written` has stays as it is in `block`.
void recogniseUnsaid(const QJsonObject& written, const Recognition& recognition, const Catalogue& catalogue,
                     Block& block);

} // namespace groundplan
