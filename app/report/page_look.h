#pragma once

#include "app/render/theme.h"
#include "app/report/set_text.h"

#include <QRectF>

class QPainter;

namespace groundplan::report {

/// Where the text stands on a page of that size: points from its top left corner.
QRectF textArea(QSizeF paper);

/// What stands at the edges of every page.
struct PageEdges {
    QString left; ///< of the running head; empty: none
    QString right;
    QString number; ///< "3 / 12"
};
void paintEdges(QPainter& painter, QSizeF paper, const PageEdges& edges, const Theme& theme);

void paintLine(QPainter& painter, QPointF topLeft, const SetLine& line, bool muted, const Theme& theme);
void paintRule(QPainter& painter, QPointF from, double right, const QColor& colour, double width);

/// Whether a click on a piece leads somewhere.
bool leads(const Span& target);

} // namespace groundplan::report
