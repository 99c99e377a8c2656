#pragma once

#include "app/tools/tool.h"

namespace groundplan {

/// Rubs out what was drawn: every stroke, shape and image that it passes over is shown faintly and deleted at
/// the end, all of them as one edit. What is locked stays, and so do blocks and all else that has a meaning.
/// Stays active.
class EraserTool : public Tool {
public:
    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    bool keyPressed(ToolHost& host, const KeyPress& key) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return rubbing_; }
    bool scrollsAtEdge() const override { return false; }

private:
    void rub(ToolHost& host, const PointerEvent& event);

    bool rubbing_ = false;
    Point last_; ///< where it was
    QSet<ElementId> touched_;
};

} // namespace groundplan
