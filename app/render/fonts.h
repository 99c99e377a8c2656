#pragma once

#include <QFont>

namespace groundplan {

/// The one font family of the board with its fallbacks, named here and nowhere else (packages: packaging/packages).
namespace fonts {
enum class Role { BlockTitle, Technology, Chip, FrameTitle, Label, CardTitle, CardText, Panel, PanelTitle, InspectorTitle };

/// Sets the application font and the fallback order; call once after the application object exists.
/// Returns a sentence when the family is not installed (the board then shows in a substitute), empty otherwise.
QString install();
/// In pixels = points of the board at 100 %, tabular figures where the role shows numbers.
QFont of(Role role);
} // namespace fonts

} // namespace groundplan
