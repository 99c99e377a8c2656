#pragma once

#include "app/render/board_index.h"
#include "app/render/exports.h"

#include <QRectF>

namespace groundplan {

/// What of a design an export shows: the elements that `request.selection` names (all without it) and where
/// they lie.
struct ExportPage {
    explicit ExportPage(const ExportRequest& request);

    const Design& design;
    BoardIndex index;
    const QSet<ElementId>* only; ///< nullptr: everything
    QRectF content;              ///< points, marks and labels included; empty for an empty board
    QList<Flow> flows;           ///< of the connections shown, each once
    bool hasLegend;              ///< a legend card is among what is shown
};

} // namespace groundplan
