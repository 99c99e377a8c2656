#pragma once

#include "app/render/board_index.h"
#include "app/render/board_painter.h"
#include "app/render/flow_legend.h"
#include "app/report/page_groups.h"
#include "app/report/paper.h"

#include <QMarginsF>
#include <QRectF>
#include <QTransform>

#include <optional>

namespace groundplan {
class PdfPage;
}

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
    QRectF room = {};      ///< where it stands there; empty: in the middle
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

/// Which pages show a design: one, on the smallest paper and in the direction in which it can be read, and no
/// larger than twice the paper. What is too large for that becomes an overview and a page for each frame (and
/// for those in it, where it is too large itself), and pages of what lies outside of the frames. A frame of
/// blocks alone, or a design without frames, is given paper of four times the size where it can be read on
/// that and is no strip; else pages of its parts. All but the overview are of one size, turned as it fits
/// each. None for an empty board.
class Diagrams {
public:
    Diagrams(const Design& design, Paper paper);

    const QList<DiagramPage>& pages() const { return pages_; }
    /// How many pages they stand on.
    int sheets() const { return pages_.isEmpty() ? 0 : pages_.constLast().sheet + 1; }
    /// Those on one page, from top to bottom or from left to right, as places in pages().
    QList<int> on(int sheet) const;
    /// The page on which an element is seen best; nothing: on none.
    std::optional<int> pageOf(ElementId element) const;
    /// Where it is there, in points from the top left corner of that page.
    QRectF placeOf(ElementId element, int page) const;
    /// The elements on a page that lead to their descriptions, and the places to click on, back to front: a
    /// frame's title, whole blocks and cards.
    QList<std::pair<ElementId, QRectF>> placesOn(int page) const;

    /// All that stands on that sheet, and its legend, onto the page that `painter` paints on.
    void paint(PdfPage& page, QPainter& painter, const BoardPainter& board, int sheet) const;

private:
    void addFrames(const QList<QSizeF>& papers);
    /// Pages of what can be read directly in the frame, or on the board.
    void addParts(ElementId within, const QList<QSizeF>& papers);
    /// What is seen around a frame or a part that these lines leave.
    QRectF seenAround(const QRectF& rect, const QSet<ElementId>& shown) const;
    DiagramPage partOf(ElementId within, const QList<Lying>& group, const QList<QSizeF>& papers) const;
    /// All pages but the first get the paper of the one that needs the largest, each turned as it fits, or as
    /// most are; what can only be read on a still larger paper than the usual ones keeps that.
    void shareOnePaper(const QList<QSizeF>& papers);
    /// Gives each its sheet; parts in rows or columns where a page has room for several.
    void fold();
    void paintOne(PdfPage& page, QPainter& painter, const BoardPainter& board,
                  const DiagramPage& shown) const;
    bool isReading(ElementId id) const;
    /// Of frames on a part's page whose own titles are not on it: where they begin there.
    void paintCutTitles(QPainter& painter, const BoardPainter& board, const DiagramPage& page) const;
    QList<Flow> flowsOn(int sheet) const;
    /// Without the labels of lines that go on beyond the page, where its edge would cut them; nothing: none.
    std::optional<Design> withoutCutLabels(const DiagramPage& page) const;

    const Design& design_;
    BoardIndex index_;
    bool hasLegend_ = false; ///< a legend card lies on the board
    QList<DiagramPage> pages_;
    QHash<ElementId, int> best_;                      ///< pages of frames by what they show
    QHash<ElementId, QList<ElementId>> children_;     ///< by frame, as it is told
    QHash<ElementId, QList<const Connection*>> from_; ///< by source
    QHash<ElementId, QList<const Connection*>> to_;   ///< by target
};

} // namespace groundplan::report
