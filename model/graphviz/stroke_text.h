#pragma once

#include "model/design/rows.h"

#include <QByteArray>

namespace groundplan::stroketext {

/// Points of a stroke as the value of gp_points: "x,y,pressure x,y,pressure ...", x and y from 0 to 65535
/// within the stroke's rectangle. A pressure of 128, that of a device without any, is left out.
QByteArray write(const QList<StrokePoint>& points);

struct Points {
    QList<StrokePoint> points; ///< at most limits::kStrokePoints
    qsizetype damaged = 0;     ///< what is no point, or has a number out of range
    qsizetype tooMany = 0;     ///< what stood behind the last one that there is room for
};
Points read(QByteArrayView text);

} // namespace groundplan::stroketext
