#pragma once

#include "app/render/board_index.h"
#include "app/render/board_painter.h"
#include "app/render/preview.h"

#include <QRectF>

class QPainter;

namespace groundplan {

/// What a preview shows that the stored rows do not have: a block being resized, a label on its way along the
/// line, blocks about to be dropped or sketched. Kept as small designs of their own, so that the one painter
/// draws them.
class PreviewLayer {
public:
    void set(const Design& design, const BoardIndex& index, const Catalogue& catalogue,
             const Preview& preview);
    /// Not to be painted from the design meanwhile.
    const QSet<ElementId>& hidden() const { return hidden_; }
    /// Over the board; `options` as for the board below, of which it takes scale and looks.
    void paint(QPainter& painter, const BoardPainter& board, const QRectF& area,
               const BoardPainter::Options& options) const;

private:
    struct Layer {
        Design rows;
        BoardIndex index;
        QSet<ElementId> shown;
        void clear();
        void paint(QPainter& painter, const BoardPainter& board, const QRectF& area,
                   const BoardPainter::Options& options) const;
    };
    void addResized(const Design& design, const BoardIndex& index, ElementId id, const Rect& rect);
    void addChanged(const Design& design, const Preview::Changed& changed);
    void addRelabelled(const Design& design, const BoardIndex& index, ElementId id, qint32 labelAt);
    void addGhost(const Preview::Ghost& ghost, const Catalogue& catalogue, ElementId id);
    void addGhostLine(const Preview::GhostLine& line, ElementId id, ElementId endId);
    void addAttached(const Design& design, const BoardIndex& index, ElementId id);
    void setDrawn(const Preview& preview);
    void setFading(const Design& design, const QSet<ElementId>& ids);

    Layer changed_;
    Layer ghost_;
    Layer drawn_;  ///< what is being drawn, but for a pen's line (see live_ink.h)
    Layer fading_; ///< under an eraser
    QSet<ElementId> hidden_;
};

} // namespace groundplan
