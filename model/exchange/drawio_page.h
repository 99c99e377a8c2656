#pragma once

#include "model/exchange/drawio_carried.h"
#include "model/exchange/drawio_file.h"
#include "model/exchange/drawio_losses.h"
#include "model/exchange/loose_drawing.h"

namespace groundplan::drawio {

/// The cells of a page as a drawing; what is ours and unchanged is said so. Ids begin with `prefix`.
LooseDrawing readPage(const Page& page, const QString& prefix, const Carried& carried, Losses& losses);

} // namespace groundplan::drawio
