#pragma once

#include "app/tools/tool.h"

#include <optional>

namespace groundplan {

/// Drags a rectangle or an ellipse, with Shift a square or a circle; a mere click puts one of the usual size there. One shot.
class ShapeTool : public Tool {
public:
    explicit ShapeTool(ShapeKind kind); ///< Rectangle or Ellipse

    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    bool keyPressed(ToolHost& host, const KeyPress& key) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return press_.has_value(); }

private:
    Shape shapeAt(const ToolHost& host, const PointerEvent& event) const;

    ShapeKind kind_;
    std::optional<PointerEvent> press_;
};

/// Drags a straight line or an arrow, with Shift at a multiple of 45 degrees. One shot.
class LineTool : public Tool {
public:
    explicit LineTool(StrokeTool tool); ///< Line or Arrow

    void activate(ToolHost& host) override;
    void pressed(ToolHost& host, const PointerEvent& event) override;
    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;
    bool keyPressed(ToolHost& host, const KeyPress& key) override;
    void cancel(ToolHost& host) override;
    bool isBusy() const override { return press_.has_value(); }

private:
    QList<PenPoint> pointsTo(const PointerEvent& event) const;

    StrokeTool tool_;
    std::optional<PointerEvent> press_;
};

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
