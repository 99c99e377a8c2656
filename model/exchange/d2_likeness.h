#pragma once

#include <QString>

namespace groundplan {

/// Whether a text that nobody has called D2 is D2 all the same: it can be read so from end to end, but for
/// braces that are never closed, and has what only that language has (labels behind colons of connections,
/// shapes, styles, keys with a label that connections lead to), and no end is written as sentences or code
/// are. What is a plain chain as well
/// ("a -> b") has no such sign. Takes time that grows with the text.
bool isLikeD2(const QString& text);

} // namespace groundplan
