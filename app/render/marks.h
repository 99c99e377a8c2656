#pragma once

#include "app/render/board_index.h"
#include "app/render/theme.h"
#include "model/design/design.h"

#include <QPointF>
#include <QRectF>
#include <QVarLengthArray>

class QPainter;

namespace groundplan {

/// The round marks of what hangs on an element. A conflict is the question that a merge has left.
enum class Mark { Conflict, Decision, Question, Risk, Note };
using Marks = QVarLengthArray<Mark, 5>; ///< from the right

Marks marksOf(const Design& design, const BoardIndex::Attached& attached);

/// Middles of the marks at the lower edge of a block, card or frame.
QPointF markCentre(const QRectF& rect, int number);
/// Likewise on a connection, in a row to the right of its label or of the middle of its way.
QPointF markCentreOnLine(const QRectF& label, QPointF middle, int number);

QColor markColour(Mark mark, const Theme& theme);
/// A disc with a ring of the ground it lies on; without its sign where that would be too small to be told.
void paintMark(QPainter& painter, QPointF centre, Mark mark, const Theme& theme, const QColor& ring,
               bool sign = true);
/// The small lock of a locked element and the pin of one that Tidy leaves where it is, at its upper left.
void paintHeld(QPainter& painter, const QRectF& rect, bool locked, bool pinned, const Theme& theme,
               const QColor& ring);

} // namespace groundplan
