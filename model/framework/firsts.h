#pragma once

#include "model/framework/evidence.h"

/// What is noted of a practice session when it appears on the board for the first time
/// (SessionEventKind::First), beside the must-touch points of the case, whose names are "must." and their
/// own.
namespace groundplan::firsts {

inline constexpr auto kRequirement = "requirement"; ///< one that was not given is answered
inline constexpr auto kOffline = "metric-offline";
inline constexpr auto kOnline = "metric-online"; ///< or of the business
inline constexpr auto kDecision = "decision";
inline constexpr auto kPath = "path"; ///< see completePath()
QString must(const QString& name);

/// All but those of the case, in the order in which a summary tells them.
QStringList all();
/// What on the board is of that sort; holding nothing for another name.
Found lookFor(const QString& name, const Design& design, const Catalogue& catalogue);

} // namespace groundplan::firsts
