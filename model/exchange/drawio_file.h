#pragma once

#include "model/design/error.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <atomic>
#include <optional>
#include <utility>

namespace groundplan::drawio {

// A draw.io file taken apart: its pages and their cells as they stand there, in draw.io's pixels, which are
// points of the board at 100 %. What they mean is drawio_reader.h's business.

struct Geometry {
    QRectF rect; ///< of a relative one: x and y are parts of the parent's size, or of an edge's length
    bool relative = false; ///< rect.topLeft() is
    bool wrong = false;    ///< something in it was no number, or none that a board has room for
    QPointF offset;
    std::optional<QRectF> unfolded;    ///< of a folded container: its rectangle when it is open
    std::optional<QPointF> start, end; ///< of an edge that hangs on nothing there
    QList<QPointF> points;             ///< corners of an edge
};

struct Cell {
    QString id;
    QString parent;
    QString source, target; ///< of an edge; empty: none
    QString label;          ///< HTML if the style says so
    QString style;
    QString link, tooltip;
    QList<std::pair<QString, QString>> data; ///< what its author noted about it, in order
    bool vertex = false;
    bool edge = false;
    bool visible = true;
    bool folded = false;
    bool placeholders = false; ///< %name% in the label stands for that data
    Geometry geometry;
};

struct Page {
    QString name;
    QString background;                ///< a colour; empty: not said
    QHash<QString, QString> variables; ///< of the whole file: %name% in labels stands for them
    QList<Cell> cells;                 ///< lowest first
};

/// The pages of a `.drawio` or `.xml` file (plain or compressed), of a bare mxGraphModel, and of what draw.io
/// keeps within its SVG and PNG exports. `sourceName` stands in the error's sentence. All numbers are finite.
Result<QList<Page>> readPages(const QByteArray& bytes, const QString& sourceName,
                              const std::atomic<bool>* cancelled);

} // namespace groundplan::drawio
