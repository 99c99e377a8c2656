#include "app/render/marks.h"

#include "app/render/look.h"
#include "model/versions/conflict_marks.h"

#include <QPainter>
#include <QPainterPath>

namespace groundplan {

namespace {

constexpr double kDisc = look::kMarkRadius - 1.5; ///< inside the ring

void paintDisc(QPainter& painter, QPointF centre, const QColor& fill, const QColor& ring) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(ring);
    painter.drawEllipse(centre, look::kMarkRadius, look::kMarkRadius);
    painter.setBrush(fill);
    painter.drawEllipse(centre, kDisc, kDisc);
}

/// Signs are drawn, not written: no font has to have them, and they are the same everywhere.
QPainterPath signOf(Mark mark) {
    QPainterPath sign;
    switch (mark) {
    case Mark::Conflict: // two values that are not the same
        sign.moveTo(-3.0, -1.4);
        sign.lineTo(3.0, -1.4);
        sign.moveTo(-3.0, 1.4);
        sign.lineTo(3.0, 1.4);
        sign.moveTo(-1.7, 3.6);
        sign.lineTo(1.7, -3.6);
        break;
    case Mark::Decision: // plus over minus
        sign.moveTo(-2.6, -1.0);
        sign.lineTo(2.6, -1.0);
        sign.moveTo(0, -3.6);
        sign.lineTo(0, 1.6);
        sign.moveTo(-2.6, 3.3);
        sign.lineTo(2.6, 3.3);
        break;
    case Mark::Question:
        sign.moveTo(-1.9, -1.7);
        sign.cubicTo(-1.9, -4.2, 2.0, -4.2, 2.0, -1.7);
        sign.cubicTo(2.0, -0.1, 0, -0.2, 0, 1.2);
        sign.moveTo(0, 3.25);
        sign.lineTo(0, 3.35);
        break;
    case Mark::Risk:
        sign.moveTo(0, -3.5);
        sign.lineTo(0, 0.8);
        sign.moveTo(0, 3.2);
        sign.lineTo(0, 3.3);
        break;
    case Mark::Note: // a pencil
        sign.moveTo(-3.0, 3.0);
        sign.lineTo(-2.3, 0.9);
        sign.lineTo(1.4, -2.8);
        sign.lineTo(2.8, -1.4);
        sign.lineTo(-0.9, 2.3);
        sign.closeSubpath();
        break;
    }
    return sign;
}

} // namespace

Marks marksOf(const Design& design, const BoardIndex::Attached& attached) {
    bool conflict = false, question = false, risk = false, note = false;
    for (NoteId id : attached.notes) {
        if (const Note* row = design.notes.find(id)) {
            const bool unsettled = isConflictMark(*row);
            conflict |= unsettled;
            question |= row->kind == NoteKind::Question && !unsettled;
            risk |= row->kind == NoteKind::Risk;
            note |= row->kind == NoteKind::Assumption || row->kind == NoteKind::Remark;
        }
    }
    Marks marks;
    if (conflict)
        marks.append(Mark::Conflict);
    if (!attached.decisions.isEmpty())
        marks.append(Mark::Decision);
    if (question)
        marks.append(Mark::Question);
    if (risk)
        marks.append(Mark::Risk);
    if (note)
        marks.append(Mark::Note);
    return marks;
}

QColor markColour(Mark mark, const Theme& theme) {
    switch (mark) {
    case Mark::Conflict:
        return theme.text; // of no other mark, and seen first
    case Mark::Decision:
        return theme.decision;
    case Mark::Question:
        return theme.question;
    case Mark::Risk:
        return theme.finding;
    case Mark::Note:
        return theme.note;
    }
    return theme.note;
}

QPointF markCentre(const QRectF& rect, int number) {
    return {rect.right() - look::kMarkInset - number * look::kMarkStep, rect.bottom()};
}

QPointF markCentreOnLine(const QRectF& label, QPointF middle, int number) {
    const double from = label.isEmpty() ? middle.x() : label.right() + look::kMarkRadius + 1;
    return {from + number * look::kMarkStep, label.isEmpty() ? middle.y() : label.center().y()};
}

void paintMark(QPainter& painter, QPointF centre, Mark mark, const Theme& theme, const QColor& ring,
               bool sign) {
    paintDisc(painter, centre, markColour(mark, theme), ring);
    if (!sign)
        return;
    const QPainterPath shape = signOf(mark).translated(centre);
    if (mark == Mark::Note)
        painter.fillPath(shape, theme.onMark);
    else
        painter.strokePath(shape, QPen(theme.onMark, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

namespace {

void paintLock(QPainter& painter, QPointF centre, const Theme& theme, const QColor& ring) {
    paintDisc(painter, centre, theme.muted, ring);
    QPainterPath bow;
    bow.moveTo(-1.9, -0.4);
    bow.lineTo(-1.9, -1.6);
    bow.cubicTo(-1.9, -4.2, 1.9, -4.2, 1.9, -1.6);
    bow.lineTo(1.9, -0.4);
    painter.strokePath(bow.translated(centre), QPen(theme.onMark, 1.2));
    painter.fillRect(QRectF(centre.x() - 3, centre.y() - 0.6, 6, 4.2), theme.onMark);
}

void paintPin(QPainter& painter, QPointF centre, const Theme& theme, const QColor& ring) {
    paintDisc(painter, centre, theme.muted, ring);
    QPainterPath head;
    head.moveTo(-1.5, -4);
    head.lineTo(1.5, -4);
    head.lineTo(1.2, -0.9);
    head.lineTo(2.9, 0.9);
    head.lineTo(-2.9, 0.9);
    head.lineTo(-1.2, -0.9);
    head.closeSubpath();
    painter.fillPath(head.translated(centre), theme.onMark);
    painter.setPen(QPen(theme.onMark, 1.3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre + QPointF(0, 0.9), centre + QPointF(0, 3.9));
}

} // namespace

void paintHeld(QPainter& painter, const QRectF& rect, bool locked, bool pinned, const Theme& theme,
               const QColor& ring) {
    QPointF centre(rect.left() + look::kMarkInset, rect.top());
    if (locked) {
        paintLock(painter, centre, theme, ring);
        centre.rx() += look::kMarkStep;
    }
    if (pinned)
        paintPin(painter, centre, theme, ring);
}

} // namespace groundplan
