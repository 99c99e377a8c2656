#include "app/report/page_look.h"

#include "app/report/diagram_pages.h"

#include <QPainter>

#include <algorithm>

namespace groundplan::report {
namespace {

constexpr double kSide = 64, kTop = 74, kBottom = 66;
constexpr double kHead = 40;   ///< of the running head, from the top
constexpr double kFooter = 40; ///< of the page number, from the bottom

/// Blue on a screen, nearly black on a printer without colour.
constexpr QColor kLink(0x1e, 0x40, 0xaf);

} // namespace

QRectF textArea(QSizeF paper) {
    return {kSide, kTop, paper.width() - 2 * kSide, paper.height() - kTop - kBottom};
}

bool leads(const Span& target) {
    return target.element || !target.entry.isEmpty() || !target.url.isEmpty();
}

void paintEdges(QPainter& painter, QSizeF paper, const PageEdges& edges, const Theme& theme) {
    const TextStyle style{fonts::Role::CardText, fonts::Role::CardText, 8, 12, true};
    const double left = paper.width() > paper.height() ? kDiagramSide : kSide;
    const double right = paper.width() - left;
    // At the right end; what is too long for a running head is told on the page itself.
    const auto atRight = [&](const QString& text, double top) {
        const SetLine line = setText(text, style, (right - left) / 2).value(0);
        double width = 0;
        for (const Piece& piece : line)
            width = std::max(width, piece.right);
        paintLine(painter, {right - width, top}, line, true, theme);
        return width;
    };
    const double used = atRight(edges.right.simplified(), kHead - 12);
    paintLine(painter, {left, kHead - 12},
              setText(edges.left.simplified(), style, right - left - used - 24).value(0), true, theme);
    atRight(edges.number, paper.height() - kFooter);
}

void paintLine(QPainter& painter, QPointF topLeft, const SetLine& line, bool muted, const Theme& theme) {
    for (const Piece& piece : line) {
        // A strong text that leads somewhere is a heading: it looks like the others.
        const bool link = leads(piece.target) && piece.target.tone != Span::Tone::Strong;
        const bool pale = muted || piece.target.tone == Span::Tone::Muted;
        const QColor ink = link ? kLink : pale ? theme.muted : theme.text;
        painter.save();
        painter.translate(topLeft);
        painter.scale(piece.scale, piece.scale);
        paintText(painter, {}, piece.text, ink);
        painter.restore();
        if (!piece.target.url.isEmpty()) {
            const double below = topLeft.y() + piece.text.height * piece.scale * 0.72 + 2;
            paintRule(painter, {topLeft.x() + piece.left, below}, topLeft.x() + piece.right, ink, 0.5);
        }
    }
}

void paintRule(QPainter& painter, QPointF from, double right, const QColor& colour, double width) {
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(from, QPointF(right, from.y()));
}

} // namespace groundplan::report
