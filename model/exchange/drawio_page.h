#pragma once

#include "model/exchange/drawio_file.h"
#include "model/exchange/drawio_losses.h"
#include "model/exchange/loose_drawing.h"

namespace groundplan::drawio {

/// The cells of a page as a drawing. Ids begin with `prefix`.
LooseDrawing readPage(const Page& page, const QString& prefix, Losses& losses);

} // namespace groundplan::drawio
