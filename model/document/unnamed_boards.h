#pragma once

#include <QString>

namespace groundplan {

/// Removes from `folder` the boards without a name that nobody touched (Document::isUntouched()): what a
/// window that was ended from outside could not remove itself. Left alone are boards that are open in this
/// process or, by the guard lock, in another, those that were written to in the last seconds (another process
/// may just be making them), and whatever does not simply open. Returns how many went.
int removeUntouchedBoards(const QString& folder);

} // namespace groundplan
