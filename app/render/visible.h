#pragma once

#include "app/render/board_layers.h"
#include "app/render/board_painter.h"

namespace groundplan {

/// Which entries of a layer a picture shows, and how far each is shifted by a preview.
class Visible {
public:
    Visible(const BoardPainter::Options& options, const QRectF& area);

    /// With a lens a picture is painted in two turns, with the veil between them.
    enum class Turn { All, Dim, Lit };
    /// Calls paint(entry, offset) for each of that turn, back to front.
    template <class Entry, class Paint>
    void each(const LayerOf<Entry>& layer, Paint paint, Turn turn = Turn::All) const {
        const std::size_t count = layer.entries.size();
        for (std::size_t i = 0; i < count; ++i) {
            const Rect& bounds = layer.bounds[i];
            const bool here = bounds.intersects(area_);
            if (!here && !always_ && !(moved_ && bounds.intersects(movedArea_)))
                continue;
            const Entry& entry = layer.entries[i];
            if (!wanted(entry.id) || (turn != Turn::All && lit_->contains(entry.id) != (turn == Turn::Lit)))
                continue;
            const bool routed = always_ && always_->contains(entry.id);
            const bool shifted = !routed && isMoved(entry);
            if (routed || (shifted ? bounds.intersects(movedArea_) : here))
                paint(entry, shifted ? by_ : Point());
        }
    }

private:
    bool wanted(ElementId id) const {
        return (!only_ || only_->contains(id)) && (!hidden_ || !hidden_->contains(id));
    }
    bool isMoved(const EntryBase& entry) const { return moved_ && moved_->contains(entry.id); }
    /// A connection moves along when both its ends do.
    bool isMoved(const ConnectionEntry& entry) const {
        return moved_ && (moved_->contains(entry.id) || (moved_->contains(entry.connection->source) &&
                                                         moved_->contains(entry.connection->target)));
    }

    Rect area_;
    Rect movedArea_; ///< where what is seen shifted by `by_` lies
    Point by_;
    const QSet<ElementId>* only_;
    const QSet<ElementId>* hidden_;
    const QSet<ElementId>* moved_;
    const QHash<ElementId, QList<Point>>* always_; ///< previewed routes
    const QSet<ElementId>* lit_;
};

} // namespace groundplan
