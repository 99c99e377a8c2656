#pragma once

#include <QIcon>
#include <QString>

namespace groundplan {

/// A line icon of resources/icons, tinted when it is painted: text colour, accent while checked, faint while
/// disabled. It follows the palette of the application, so a change of theme needs no new icon. Nothing is
/// parsed before it is shown.
QIcon icon(const QString& name);

} // namespace groundplan
