#pragma once

#include <QList>
#include <QString>

namespace groundplan {

/// Points at which the lines of a drawing meet and that mean nothing themselves: other programs have them, a
/// board does not.
struct Junctions {
    struct Line {
        qsizetype source = -1, target = -1; ///< as drawn, heads or not; -1: nothing
    };
    /// The lines as they lead past the points that are gone: indices of one line each, of more where they go
    /// on through such points, in their order.
    QList<QList<qsizetype>> ways;
    QList<bool> gone; ///< by point
};

/// Where one line comes to a point or one leaves it, it is clear what leads where: each of the others goes on
/// as that one, and the point is gone. Where several come and several leave, or all come, or all leave, each
/// pair would be a guess: the point stays. `points`: what of the ends of lines are some.
Junctions leadThrough(const QList<Junctions::Line>& lines, const QList<qsizetype>& points);

/// What a point that stays is called on the board, by whether arrows come to it and leave it.
QString junctionTitle(bool come, bool leave);

} // namespace groundplan
