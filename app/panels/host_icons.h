#pragma once

#include "app/panels/panel_host.h"

#include <QIcon>

namespace groundplan {

class BoardPainter;

// Icons that the board's painter draws when they are shown, in the theme of that moment. The host outlives
// them.
QIcon kindIcon(const PanelHost& host, const QString& kind);
QIcon kindIcon(const BoardPainter& painter, const QString& kind); ///< the painter outlives it
QIcon flowIcon(const PanelHost& host, Flow flow);                 ///< 14 high

} // namespace groundplan
