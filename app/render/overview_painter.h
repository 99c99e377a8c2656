#pragma once

#include "app/render/board_painter.h"

#include <QImage>

namespace groundplan {

struct PaintContext;

/// Paints the board where no text could be read: cards with bars for their texts, further out coloured boxes
/// and thin lines, written straight into an image.
class OverviewPainter {
public:
    void paint(const PaintContext& context, const QRectF& area, const BoardPainter::Options& options);

private:
    QImage image_; ///< kept from one frame to the next
};

} // namespace groundplan
