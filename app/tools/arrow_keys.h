#pragma once

#include "app/tools/grip_keys.h"
#include "app/tools/tool.h"

namespace groundplan {

/// Walking over the board, choosing several elements and moving them by keys.
///
/// An arrow key walks from the selected element along its connections (from a connection to its ends); with
/// Alt it goes to the nearest element in that direction, whatever joins them. With Shift the new one joins
/// the selection. Ctrl+Space (or Insert) keeps what is selected while one walks on, and takes out what was
/// kept. Alt+PageDown and Alt+PageUp go round the connections of an element. Ctrl moves the selection by 8
/// points, Ctrl and Shift by 1 (held, that is one continued edit), or what GripKeys hold of it.
class ArrowKeys {
public:
    /// True when the key was used: without a selection plain arrows are the view's.
    bool pressed(ToolHost& host, const KeyPress& key);
    void released(ToolHost& host, const KeyPress& key);
    void lost(ToolHost& host); ///< no release will come
    void letGo() { grips_.letGo(); }
    /// The place of the handle that is held.
    std::optional<Point> grip() const { return grips_.place(); }

private:
    void follow(const ToolHost& host, Point direction);
    bool walkTo(ToolHost& host, ElementId id, bool adding);
    bool keep(ToolHost& host);
    bool walkConnections(ToolHost& host, int step, bool adding);
    bool move(ToolHost& host, Point by);

    ElementId at_;             ///< where the walk has come to
    ElementId around_;         ///< whose connections are walked
    QSet<ElementId> kept_;     ///< stay selected until they are taken out, or something else is selected
    QSet<ElementId> with_;     ///< stay selected as long as Shift is held
    QSet<ElementId> selected_; ///< as the walk has left the selection
    GripKeys grips_;
};

namespace arrowKeys {

/// What is nearest to `from` in a direction (one of dx, dy is 1 or -1, the other 0), connections apart; what
/// is nearest to the board's top left when `from` is none.
ElementId nearest(const Design& design, ElementId from, int dx, int dy);
/// What a connection joins to `from` in a direction, nearest first: what lies there; else, to the right what
/// it leads to, to the left what leads to it; else, up and down, what hangs on the same neighbour. Of a
/// connection the end that lies there. None: there is nothing.
ElementId connected(const Design& design, ElementId from, int dx, int dy);
/// The connections of a block or frame, clockwise by where they lead, from the top.
QList<ElementId> connectionsAround(const Design& design, ElementId id);

} // namespace arrowKeys
} // namespace groundplan
