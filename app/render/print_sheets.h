#pragma once

#include "app/render/board_index.h"
#include "app/render/board_painter.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <functional>

class QPainter;

namespace groundplan {

/// How a board comes onto paper.
struct PrintSetup {
    bool tiled = false; ///< over as many sheets as it takes, to be cut and put together; else one sheet
    double scale = 1;   ///< tiled: points of paper for a point of the board, 0.1 to 4
};

/// The sheets that a board takes. All measures in points; a sheet's origin is its upper left corner.
struct PrintSheets {
    QRectF content; ///< of the board
    QSizeF paper;   ///< as it lies, upright or across
    QRectF room;    ///< of a sheet that shows the board
    bool landscape = false;
    double scale = 1;
    int rows = 1;
    int columns = 1;

    int count() const { return rows * columns; }
};
/// A board of more sheets than these is scaled down to that many.
inline constexpr int kMostSheets = 400;

/// `paper`: upright. Upright or across is chosen: what makes the board larger, or takes fewer sheets.
PrintSheets printSheets(const QRectF& content, const QSizeF& paper, const PrintSetup& setup);

/// What is printed.
struct PrintBoard {
    const Design& design;
    const BoardIndex& index;
    const BoardPainter& painter; ///< of the light theme
    QString title;
    QString date;
    std::function<void(QPainter&, const Theme&)> overlay = {}; ///< painted over the design, in its points
};
/// Paints sheet `number` (row by row, from 0): the part of the board, title and date in the margin below and,
/// of several sheets, cutting marks and "row 1 of 2, column 2 of 3". One unit of `painter` is one point.
void paintSheet(QPainter& painter, const PrintBoard& board, const PrintSheets& sheets, int number);

} // namespace groundplan
