#pragma once

#include "app/render/preview.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace groundplan {

/// Paints the part of a pen's line that meets `area`, both in points: the same curve as the stroke will have,
/// piece by piece, so that drawing on costs the same at the end of a long line as at its beginning.
void paintPenInk(QPainter& painter, const Preview::Ink& ink, const QColor& colour, const QRectF& area);

/// What has changed between two states of a line that is being drawn, in board units; empty: nothing. Covers
/// its width.
Rect changedPart(const Preview::Ink& before, const Preview::Ink& after);

} // namespace groundplan
