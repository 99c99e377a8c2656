#pragma once

#include "app/render/board_index.h"
#include "app/render/board_painter.h"
#include "app/render/flow_legend.h"
#include "app/report/diagram_part.h"
#include "app/report/overview_map.h"
#include "app/report/page_pointers.h"
#include "app/report/paper.h"

#include <optional>

namespace groundplan {
class PdfPage;
}

namespace groundplan::report {

/// How pages of a diagram are set.
struct DiagramSetting {
    QList<QSizeF> papers;  ///< the usual one and larger ones that may be taken; points
    QMarginsF margins;     ///< what they leave
    double legible = 0.42; ///< of a whole or a frame: smaller it is an overview
    double part = 0.42;    ///< the least of a part, which can be made to hold less
    Around around = Around::Wide;
    Numbered numbered = Numbered::Pages;
    bool isParted = false; ///< all of it stands elsewhere, too small to be read
};
/// In the report.
DiagramSetting settingOf(Paper paper);

/// Which pages show a design: one, on the smallest paper and in the direction in which it can be read, and no
/// larger than twice the paper. What is too large for that becomes an overview and a page for each frame (and
/// for those in it, where it is too large itself), and pages of what lies outside of the frames. A frame of
/// blocks alone, or a design without frames, is given paper of four times the size where it can be read on
/// that and is no strip; else pages of its parts. All but the overview are of one size, turned as it fits
/// each. None for an empty board.
class Diagrams {
public:
    Diagrams(const Design& design, Paper paper);
    Diagrams(const Design& design, const DiagramSetting& setting);

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

    /// What has pages of its own of what an overview shows, frames before what they hold; none: it is not
    /// one.
    QList<MapEntry> mapOf(int page) const;
    /// Where its picture and the list of their pages stand; its scale is 0 where there is none.
    MapRoom mapRoomOf(int page) const { return mapRooms_.value(page); }

    /// All that stands on that sheet, and its legend, onto the page that `painter` paints on.
    void paint(PdfPage& page, QPainter& painter, const BoardPainter& board, int sheet) const;

private:
    struct Fit {
        QSizeF paper;
        double scale = 0;
    };
    Fit fitOn(const QSizeF& given, const QSizeF& content) const;
    Fit fitOnFirst(qsizetype count, const QSizeF& content) const;
    Fit fitOrGrow(const QSizeF& content, bool hasFrames) const;
    QRectF roomOn(const QSizeF& paper) const;
    void addFrames();
    /// Pages of what can be read directly in the frame, or on the board.
    void addParts(ElementId within);
    DiagramPage partOf(ElementId within, const QList<Lying>& group) const;
    /// All pages but the first get the paper of the one that needs the largest, each turned as it fits, or as
    /// most are; what can only be read on a still larger paper than the usual ones keeps that.
    void shareOnePaper();
    /// Gives each its sheet; parts in rows or columns where a page has room for several.
    void fold();
    /// Makes room for the lists of overviews.
    void layMaps();
    void paintOne(PdfPage& page, QPainter& painter, const BoardPainter& board,
                  const DiagramPage& shown) const;
    QList<Flow> flowsOn(int sheet) const;

    const Design& design_;
    const DiagramSetting setting_;
    BoardIndex index_;
    bool hasLegend_ = false; ///< a legend card lies on the board
    QList<DiagramPage> pages_;
    QHash<ElementId, int> best_;                  ///< pages of frames by what they show
    QHash<ElementId, QList<ElementId>> children_; ///< by frame, as it is told
    LinesAt lines_;
    QHash<int, MapRoom> mapRooms_; ///< by page
};

} // namespace groundplan::report
