#pragma once

#include "app/tools/tool.h"

#include <functional>
#include <optional>

namespace groundplan {

/// Makes one thing by a drag from corner to corner or from end to end: pressed, dragged with a preview,
/// released as one edit. One shot; Esc and cancel() leave no trace.
class DragTool : public Tool {
public:
    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    bool keyPressed(ToolHost& host, const KeyPress& key) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return press_.has_value(); }

protected:
    struct Making {
        EditName name;
        std::function<Result<ElementId>(Editor&)> make;
    };
    /// What shows while it is dragged from `from` to `to`.
    virtual Preview previewOf(const ToolHost& host, const PointerEvent& from,
                              const PointerEvent& to) const = 0;
    /// What a release at `to` makes; nothing where a mere click (see isDrag()) means nothing.
    virtual std::optional<Making> makingOf(const ToolHost& host, const PointerEvent& from,
                                           const PointerEvent& to) const = 0;
    /// It was made and is selected.
    virtual void made(ToolHost& host, ElementId id) {
        Q_UNUSED(host)
        Q_UNUSED(id)
    }

    /// `at` on the grid, unless `by` suspends that.
    static Point onGrid(Point at, const PointerEvent& by);
    static Point onGrid(const PointerEvent& event) { return onGrid(event.at, event); }

private:
    std::optional<PointerEvent> press_;
};

} // namespace groundplan
