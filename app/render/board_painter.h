#pragma once

#include "app/render/theme.h"
#include "model/design/design.h"

#include <QHash>
#include <QList>
#include <QRectF>
#include <QSet>
#include <QTransform>

#include <memory>

class QPainter;

namespace groundplan {

class BoardIndex;

/// The one painter of the board: screen, PDF, PNG, print, thumbnail and command line. The painter given to it
/// is scaled so that one unit of its coordinate system is one point of the board (painter.scale(zoom, zoom)
/// for a view).
class BoardPainter {
public:
    struct Options {
        bool background = true; ///< fills the area with the theme's canvas first
        bool grid = false;
        bool shadows = false; ///< on screen only
        /// For bitmaps: edges lie on whole pixels, and pictures of cards may be kept by scale. Never for
        /// vector output.
        bool cached = false;
        double scale = 1;                      ///< device pixels a point; decides the level of detail
        bool fullDetail = false;               ///< ignore the level of detail (vector exports)
        const QSet<ElementId>* only = nullptr; ///< paint these elements only (export of a selection)
        /// Preview: these are drawn shifted by `movedBy`, and so are connections whose both ends are among
        /// them. Frames do not take along what they hold: name it too (Design::withDescendants).
        const QSet<ElementId>* moved = nullptr;
        Point movedBy;
        /// Preview: connections drawn along these corners (board units) instead of their own.
        const QHash<ElementId, QList<Point>>* routes = nullptr;
        const QSet<ElementId>* hidden = nullptr; ///< not drawn (being previewed otherwise)
        ElementId typed;                         ///< drawn without its text, over which there is a field
        /// A lens, on screen only: everything else lies under a veil, and so do all frames, since what they
        /// hold may be dim. Wants `background`.
        const QSet<ElementId>* lit = nullptr;
    };

    BoardPainter(const Catalogue& catalogue, const Theme& theme);
    ~BoardPainter();
    BoardPainter(const BoardPainter&) = delete;
    BoardPainter& operator=(const BoardPainter&) = delete;

    void setTheme(const Theme& theme); ///< drops the caches
    const Theme& theme() const;
    const Catalogue& catalogue() const;

    /// Paints what meets `area` (points), found through `index`, back to front: frames, connections, blocks
    /// and cards.
    void paint(QPainter& painter, const Design& design, const BoardIndex& index, const QRectF& area,
               const Options& options) const;

    /// One palette or inspector icon: tile in the group's tint with the kind's icon.
    void paintKindIcon(QPainter& painter, const QRectF& tile, const QString& kind) const;
    /// One sample of a flow's line, for legends and menus.
    void paintFlowSample(QPainter& painter, const QRectF& area, Flow flow) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Size of a connection label's pill, in units, measured with the board's font; 0 x 0 for an empty label.
Size measureLabel(const QString& label);
/// The height in units at which a block of that width shows all it has (title, technology, chips of shown
/// metrics).
Size fittingBlockSize(const Design& design, const Block& block);
/// At least the block's own size in units: wider where its title does not fit whole (up to 320 points), and
/// as high as fittingBlockSize() says.
Size sizeForTitle(const Design& design, const Block& block);
/// At least the block's own size: the next larger one at which it shows all it has, as small as it may be.
Size leastSizeForTitle(const Block& block);
/// Likewise for a card of that width.
Size fittingCardSize(const Design& design, const Card& card);
/// The same for a sticky, which becomes wider where a word would be broken.
Size leastCardSize(const Card& card);

} // namespace groundplan
