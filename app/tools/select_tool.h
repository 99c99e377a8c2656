#pragma once

#include "app/tools/arrow_keys.h"
#include "app/tools/gesture.h"

#include <memory>
#include <optional>

namespace groundplan {

/// The tool one works with: a click selects, a drag moves, resizes, connects or draws a rubber band,
/// depending on what was pressed (one of a group stands for all of it until the second click); a double click
/// renames, or offers a kind on empty board. What the mouse does has keys, see ArrowKeys.
class SelectTool : public Tool {
public:
    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    void doubleClicked(ToolHost& host, const PointerEvent& event) override;
    void left(ToolHost& host) override;
    bool keyPressed(ToolHost& host, const KeyPress& key) override;
    void keyReleased(ToolHost& host, const KeyPress& key) override;
    void keysLost(ToolHost& host) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return gesture_ != nullptr; }

private:
    struct Press {
        PointerEvent event;
        std::optional<Hit> hit;
        bool wasSelected = false;
    };
    std::optional<Hit> hitAt(ToolHost& host, const PointerEvent& event) const;
    void hover(ToolHost& host, const PointerEvent& event);
    void setHovered(ToolHost& host, ElementId id);
    std::unique_ptr<Gesture> gestureFor(ToolHost& host, const Press& press) const;
    void click(ToolHost& host, const Press& press);

    std::optional<Press> press_;
    std::unique_ptr<Gesture> gesture_;
    ElementId hovered_;
    ArrowKeys keys_;
};

} // namespace groundplan
