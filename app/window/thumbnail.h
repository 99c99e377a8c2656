#pragma once

#include "app/render/board_painter.h"
#include "model/design/error.h"

#include <QImage>

namespace groundplan {

/// A picture of the whole design on the canvas colour, `size` logical pixels, as `painter` would show it on
/// the board; an empty design gives the bare canvas.
QImage thumbnailOf(const Design& design, const BoardPainter& painter, const QSize& size, double ratio);

/// The design of a document or of an example's DOT text, read without touching the file or keeping it open.
Result<Design> readDesign(const QString& path, const Catalogue& catalogue);

} // namespace groundplan
