#pragma once

#include <QCursor>

namespace groundplan {

inline constexpr int kEraserRadius = 8; ///< pixels
QCursor eraserCursor();                 ///< a ring of that size
QCursor laserCursor();                  ///< a red point

} // namespace groundplan
