#pragma once

#include <QRectF>
#include <QSize>

namespace groundplan {

/// How large writePng() makes a picture.
struct PngSize {
    QSize pixels;
    bool reduced = false; ///< it would have been larger than a PNG may be
};

/// `content`: of an ExportPage (points); `scale`: pixels a point, as it is asked for.
PngSize pngSizeOf(const QRectF& content, double scale);

} // namespace groundplan
