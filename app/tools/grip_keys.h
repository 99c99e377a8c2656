#pragma once

#include "app/tools/tool.h"

namespace groundplan {

/// What the mouse takes hold of by handles, by keys: the corners and sides of what has a size, the pieces,
/// waypoints and the label of a connection. Alt+Enter takes hold of the next one of the one selected element,
/// with Shift of the one before; then arrows with Ctrl move it, Delete removes a waypoint, Esc lets go.
class GripKeys {
public:
    bool pressed(ToolHost& host, const KeyPress& key);
    /// Moves what is held, or of a connection its first piece when nothing is; false: there is nothing to
    /// move so. A held key is one edit with `token`.
    bool move(ToolHost& host, Point by, const QByteArray& token);
    void letGo() { held_.reset(); }
    std::optional<Point> place() const { return held_ ? std::optional(held_->at) : std::nullopt; }

private:
    enum class Sort { Handle, Piece, Waypoint, Label };
    struct Grip {
        Sort sort = Sort::Handle;
        int number = 0; ///< of a handle (as Hit::corner) or waypoint
        Point at;
    };
    static QList<Grip> gripsOf(const Design& design, ElementId id);
    bool take(ToolHost& host, int step);
    bool remove(ToolHost& host);
    bool isHeld(const ToolHost& host) const;
    void show(ToolHost& host) const;

    ElementId of_;
    int number_ = 0; ///< of the grip among those of the element
    std::optional<Grip> held_;
};

} // namespace groundplan
