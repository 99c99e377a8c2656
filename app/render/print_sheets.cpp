#include "app/render/print_sheets.h"

#include "app/render/fonts.h"
#include "app/render/text_layout.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace groundplan {

namespace {

constexpr double kMargin = 34; ///< most printers reach to within 18 points of the edge
constexpr double kFooter = 22; ///< of the room, below it
constexpr double kMark = 12;   ///< length of a cutting mark
constexpr double kMarkGap = 4; ///< from the corner that it marks
constexpr double kLargest = 2; ///< a small board is not blown up beyond this
constexpr double kLeast = 0.1;
constexpr double kMost = 4;

QString tr(const char* text) {
    return QCoreApplication::translate("Print", text);
}

QRectF roomOf(const QSizeF& paper) {
    return {kMargin, kMargin, std::max(1.0, paper.width() - 2 * kMargin),
            std::max(1.0, paper.height() - 2 * kMargin - kFooter)};
}

int sheetsAlong(double length, double room) {
    // A hair over the edge is no sheet of its own.
    return std::max(1, int(std::ceil(length / room - 1e-6)));
}

PrintSheets onPaper(const QRectF& content, const QSizeF& paper, const PrintSetup& setup) {
    PrintSheets sheets;
    sheets.content = content;
    sheets.paper = paper;
    sheets.room = roomOf(paper);
    const double width = std::max(1.0, content.width());
    const double height = std::max(1.0, content.height());
    if (!setup.tiled) {
        sheets.scale = std::min({sheets.room.width() / width, sheets.room.height() / height, kLargest});
        return sheets;
    }
    sheets.scale = std::clamp(setup.scale, kLeast, kMost);
    const auto count = [&] {
        sheets.columns = sheetsAlong(width * sheets.scale, sheets.room.width());
        sheets.rows = sheetsAlong(height * sheets.scale, sheets.room.height());
        return double(sheets.columns) * sheets.rows;
    };
    while (count() > kMostSheets)
        sheets.scale *= 0.95;
    return sheets;
}

void paintMarks(QPainter& painter, const QRectF& room) {
    painter.setPen(QPen(Qt::black, 0.5));
    for (const double x : {room.left(), room.right()}) {
        const double outwards = x == room.left() ? -1 : 1;
        for (const double y : {room.top(), room.bottom()}) {
            const double down = y == room.top() ? -1 : 1;
            painter.drawLine(QPointF(x + outwards * kMarkGap, y),
                             QPointF(x + outwards * (kMarkGap + kMark), y));
            painter.drawLine(QPointF(x, y + down * kMarkGap), QPointF(x, y + down * (kMarkGap + kMark)));
        }
    }
}

void paintFooter(QPainter& painter, const PrintBoard& board, const PrintSheets& sheets, int number) {
    const QColor colour = board.painter.theme().muted;
    const double width = sheets.room.width() - 2 * (kMarkGap + kMark);
    const double left = sheets.room.left() + kMarkGap + kMark;
    const double top = sheets.room.bottom() + kMarkGap + 6;
    const FittedText date = fitLine(board.date, fonts::Role::Technology, width / 3);
    const FittedText title = fitLine(board.title, fonts::Role::Technology, width / 3);
    paintText(painter, {left, top}, title, colour);
    paintText(painter, {left + width - date.width, top}, date, colour);
    if (sheets.count() == 1)
        return;
    const QString place = tr("row %1 of %2, column %3 of %4")
                              .arg(number / sheets.columns + 1)
                              .arg(sheets.rows)
                              .arg(number % sheets.columns + 1)
                              .arg(sheets.columns);
    const FittedText middle = fitLine(place, fonts::Role::Technology, width / 3);
    paintText(painter, {left + (width - middle.width) / 2, top}, middle, colour);
}

} // namespace

PrintSheets printSheets(const QRectF& content, const QSizeF& paper, const PrintSetup& setup) {
    const PrintSheets upright = onPaper(content, paper, setup);
    PrintSheets across = onPaper(content, paper.transposed(), setup);
    across.landscape = true;
    if (!setup.tiled)
        return across.scale > upright.scale ? across : upright;
    return across.count() < upright.count() ? across : upright;
}

void paintSheet(QPainter& painter, const PrintBoard& board, const PrintSheets& sheets, int number) {
    const QSizeF step = sheets.room.size() / sheets.scale;
    const QSizeF all(step.width() * sheets.columns, step.height() * sheets.rows);
    const QPointF first = sheets.content.center() - QPointF(all.width(), all.height()) / 2;
    const QRectF area(
        first + QPointF((number % sheets.columns) * step.width(), (number / sheets.columns) * step.height()),
        step);
    painter.save();
    painter.setClipRect(sheets.room);
    painter.translate(sheets.room.topLeft());
    painter.scale(sheets.scale, sheets.scale);
    painter.translate(-area.topLeft());
    BoardPainter::Options options;
    options.background = false;
    options.fullDetail = true;
    board.painter.paint(painter, board.design, board.index, area, options);
    if (board.overlay)
        board.overlay(painter, board.painter.theme());
    painter.restore();
    if (sheets.count() > 1)
        paintMarks(painter, sheets.room);
    paintFooter(painter, board, sheets, number);
}

} // namespace groundplan
