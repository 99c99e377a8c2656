#pragma once

#include "model/exchange/drawio_file.h"

namespace groundplan::drawio {

/// A group without words of an icon and the text below it is that one thing: connectors that end at the
/// group, or at its text, end at the icon, so that the group is only what moves together. Takes time that
/// grows with the page.
void endAtIcons(Page& page);

} // namespace groundplan::drawio
