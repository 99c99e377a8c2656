#pragma once

#include "app/render/text_layout.h"
#include "app/render/theme.h"
#include "model/design/rows.h"

#include <QList>

class QPainter;

namespace groundplan {

/// What the lines of an exported page mean: a sample and a name for each flow, from left to right and in
/// rows.
class FlowLegend {
public:
    explicit FlowLegend(const QList<Flow>& flows = {});

    /// Breaks it into rows of that width (points).
    void fitInto(double width);
    double height() const; ///< of all rows; 0: there is none
    void paint(QPainter& painter, QPointF topLeft, const Theme& theme) const;

private:
    struct Entry {
        Flow flow;
        FittedText name;
        double width = 0; ///< with its sample
        double left = 0;
        int row = 0;
    };
    QList<Entry> entries_;
};

} // namespace groundplan
