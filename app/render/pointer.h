#pragma once

#include "model/design/geometry.h"

#include <QPointF>
#include <QString>
#include <Qt>

namespace groundplan {

/// A pointer event on the board as tools see it: plain data, so that a test can make one.
struct PointerEvent {
    Point at;                             ///< board units
    QPointF viewAt;                       ///< pixels in the viewport
    Coord tolerance = 4 * kUnitsPerPoint; ///< how near counts as a hit, in units at the current zoom
    Qt::MouseButton button = Qt::NoButton;
    Qt::MouseButtons buttons;
    Qt::KeyboardModifiers modifiers;
    quint8 pressure = 128; ///< as StrokePoint::pressure
    bool eraser = false;   ///< with the end of a pen that is not its tip
};

struct KeyPress {
    int key = 0; ///< Qt::Key
    Qt::KeyboardModifiers modifiers;
    QString text;
    bool autoRepeat = false;
};

} // namespace groundplan
