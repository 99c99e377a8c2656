#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"

#include <QByteArray>

namespace groundplan {

/// The design as an uncompressed file of draw.io (diagrams.net), everything at the same place: blocks and
/// cards as boxes, frames as containers, connections along our routes, strokes as open lines, pictures
/// inside. What hangs on an element is its tooltip, what a block is made of stands in its data. Equal designs
/// give equal bytes; safe for any text. One unit of draw.io is one point. With `carries` the design itself
/// travels along, so that reading it again gives back what no drawing shows.
QByteArray writeDrawio(const Design& design, const Catalogue& catalogue, bool carries = true);

} // namespace groundplan
