#pragma once

#include "app/tools/gesture.h"

namespace groundplan {

/// The place on a way, in thousandths of its length, that is nearest to `at`.
qint32 placeOnWay(const QList<Point>& corners, Point at);

/// Puts a label there, as one who has chosen the place.
Result<void> moveLabel(Editor& editor, ElementId connection, qint32 place);

/// Slides a connection's label along its line.
class LabelGesture : public Gesture {
public:
    explicit LabelGesture(ElementId connection);

    void moved(ToolHost& host, const PointerEvent& event) override;
    void released(ToolHost& host, const PointerEvent& event) override;

private:
    ElementId connection_;
};

} // namespace groundplan
