#pragma once

#include "app/tools/tool.h"

namespace groundplan {

/// Draws by hand, with a pen or a highlighter: each line is one stroke and one edit. Stays active, since one
/// line is seldom the last one. When the user wants shapes to become blocks, what the pen draws is then taken
/// for what it means, by a second edit: one undo brings the line back.
class PenTool : public Tool {
public:
    explicit PenTool(StrokeTool tool); ///< Pen or Highlighter

    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    bool keyPressed(ToolHost& host, const KeyPress& key) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return !points_.isEmpty(); }
    bool scrollsAtEdge() const override { return false; } // a board that runs away spoils a line
    bool wantsPressure() const override { return tool_ == StrokeTool::Pen; }

private:
    void take(const PointerEvent& event);

    StrokeTool tool_;
    QList<PenPoint> points_; ///< the last one is where the pen is
};

} // namespace groundplan
