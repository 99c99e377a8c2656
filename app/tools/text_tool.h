#pragma once

#include "app/tools/tool.h"

namespace groundplan {

/// A click puts a text there, to be typed at once; one that stays empty is no edit. One shot.
class TextTool : public Tool {
public:
    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return false; }

private:
    bool pressed_ = false;
};

} // namespace groundplan
