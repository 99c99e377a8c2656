#pragma once

#include "app/render/text_layout.h"
#include "app/report/page_groups.h"
#include "model/design/design.h"

#include <QHash>
#include <QMarginsF>
#include <QRectF>
#include <QSet>
#include <QTransform>

/// A part of a large diagram on a page, in the report and where a browser prints it.
namespace groundplan::report {

/// A view of the diagram, of what one frame holds, or of some of what lies outside of frames; no block is
/// ever cut. Each stands on a page of its own, but several parts that are low stand one below the other, like
/// the lines of a text, and several that are narrow side by side, like its columns.
struct DiagramPage {
    ElementId frame;       ///< none: the board
    QSizeF paper;          ///< points, turned as it fits
    QRectF content;        ///< points of the board; lines end at its edge
    double scale = 1;      ///< points of the page in one of the board
    QSet<ElementId> shown; ///< empty: everything
    int sheet = 0;         ///< the page that it stands on: 0, 1, ...
    QRectF room = {};      ///< where it stands there, in the middle
    QRectF things = {};    ///< of a part: around what it is for; points of the board
    /// Its page is the 1st, 2nd, ... of `parts` pages: some of what lies in the frame (or on the board), but
    /// in no frame there. Around it, as it lies on the board, the frames it lies in or between and what it is
    /// connected with. 0: all of it.
    int part = 0;
    int parts = 0;
    ElementId first = {}, last = {}; ///< of a part: what one reads of it first and last
    /// Around `content`, points of the board: where it is said what the lines that leave it lead to.
    QMarginsF signs = {};
    QRectF whole() const { return content.marginsAdded(signs); }
    /// Board points to points of the page, from its top left corner.
    QTransform toPage() const;
};

/// Points around what a diagram page shows; the running head and the legend stand in them.
inline constexpr double kDiagramSide = 36, kDiagramTop = 58, kDiagramBottom = 84;

/// The connections at each block and frame.
using LinesAt = QHash<ElementId, QList<const Connection*>>;
LinesAt linesAt(const Design& design);

/// Whether somebody reads it there: the others say nothing by themselves, or are told elsewhere.
bool isReading(const Design& design, ElementId id);

/// Wide: what lines lead to is seen where it is near. Tight: on small paper, that the lines lead on.
enum class Around { Wide, Tight };
/// What is seen around a frame or a part that these lines leave.
QRectF seenAround(const Design& design, const QRectF& rect, const QSet<ElementId>& shown, Around around);

/// Some of what lies in a frame, or anywhere, with the lines at it, what they lead to where that is near, and
/// the frames around it; of `along` comes what nobody reads and lies there. It has neither signs nor paper.
DiagramPage partAround(const Design& design, const LinesAt& lines, const QList<Lying>& group,
                       ElementId within, const QList<ElementId>& along, Around around);

/// "Kafka to Ranker": what one reads of a part first and last. `design` has titles for all.
QString endsOfPart(const Design& design, ElementId first, ElementId last);

/// The title of a frame, where the frame comes into sight.
struct CutTitle {
    QRectF place; ///< points of the board
    FittedText text;
};
/// Of the frames on a part's page whose own titles are not on it.
QList<CutTitle> cutTitles(const Design& design, const DiagramPage& page);

/// Whether the label of a line is seen on it, whole.
bool showsLabel(const Design& design, const DiagramPage& page, const Connection& connection);

/// What such a page shows, without the labels of lines that go on beyond it where its edge would cut them.
Design shownOn(const Design& design, const DiagramPage& page);

} // namespace groundplan::report
