#pragma once

#include "model/exchange/diagram.h"

#include <QSet>

namespace groundplan {

/// A line of a drawing that may join two things.
struct LooseLine {
    Diagram::Edge edge;  ///< source and target empty where the file names none
    QList<Point> points; ///< all of its way on the board, both ends included; none: not known
    bool arrow = true;   ///< has a head; a line without any joins things only where it ends at two of them
    /// How many nodes lie below it. What it is if it joins nothing:
    qsizetype above = 0;
    QString parent;
    QString group;
    QString colour;
    Coord width = 16;
    bool locked = false;
    bool leftOut = false; ///< the reader has said why: it becomes nothing

    bool joins() const { return !edge.source.isEmpty() && !edge.target.isEmpty(); }
};

/// How an end of a line is marked.
enum class EndMark {
    None,
    Ornament, ///< a diamond, a circle, the signs of databases: a head only if the other end has nothing
    Head,
};
/// Says which way a line leads; one that leads back to its start is turned round. Its ends and points must be
/// set.
void setDirection(LooseLine& line, EndMark start, EndMark end);

/// What hand and mouse drew, where the place of things says what belongs together and not the file: texts
/// upon boxes, boxes within boxes, arrows that end close to something.
struct LooseDrawing {
    /// Lowest first. A Block is any box or outline, whatever it turns out to be.
    QList<Diagram::Node> nodes;
    QList<LooseLine> lines;
    /// Boxes by id that show what lies below them although they are filled: hatched or translucent.
    QSet<QString> seeThrough = {};
    QString prefix = {}; ///< of the ids of lines, which stand beside those of other drawings
};

/// The same with what its places say: a text upon a box without other boxes becomes its label, a box around
/// others that have a label or an arrow becomes their frame (a text above those its title), drawn before them
/// or after them unless it hides them, and what lies within a frame belongs to it; arrows join what they end
/// at or near to, texts upon an arrow label it; lines that join nothing become strokes, and boxes that
/// nothing was said of plain figures. A style that all lines have says nothing. Only what has the same parent
/// is put together. What Groundplan itself has exported (Diagram::Own) stays what it was.
Diagram structured(LooseDrawing drawing);

} // namespace groundplan
