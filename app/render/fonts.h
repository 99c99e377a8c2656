#pragma once

#include <QFont>
#include <QString>

#include <future>

namespace groundplan {

/// The one font family of the board with its fallbacks, named here and nowhere else (packages:
/// packaging/packages).
namespace fonts {
enum class Role {
    BlockTitle, ///< of a block's card
    Technology, ///< under it
    Chip,       ///< shown metrics
    Pill,       ///< "ML"
    FrameTitle,
    Remark,      ///< of a frame, at its top right
    Label,       ///< of a connection
    CardTitle,   ///< a decision card's question
    CardHeading, ///< "Task", "Flows"
    CardText,
    CardStrong, ///< the chosen option
    PageTitle,  ///< of an exported page
    Panel,
    PanelTitle,
    InspectorTitle,
};
inline constexpr int kRoleCount = int(Role::InspectorTitle) + 1;

/// Sets the application font and the fallback order; call once after the application object exists.
/// Returns a sentence when the family is not installed (the board then shows in a substitute), empty
/// otherwise.
QString install();
/// The same, and the sentence when it is known: the first look at the fonts takes some milliseconds.
std::shared_future<QString> beginInstall();
/// Whether nothing at all can be written: the sentence says so.
bool isNone();
/// In pixels = points of the board at 100 %. Needs the application object.
const QFont& of(Role role);
} // namespace fonts

} // namespace groundplan
