#pragma once

#include "model/design/catalogue.h"

namespace groundplan {

/// How another program draws a line.
enum class LineLook { Plain, Dashed, Dotted, Thick };

/// The flow of a connection in a drawing that does not say it, between two blocks (nullptr: a frame). A label
/// that names a flow counts; then the kinds at its ends. The line hardly does: people dash what happens
/// later, what is optional or all there is, and draw thick what is important to them. Only where nothing else
/// speaks for a request and an end is offline, a dashed line is batch. A stream's product or a lookup in the
/// label says more than kinds that could do either.
Flow flowDrawn(const Catalogue& catalogue, const Block* source, const Block* target, const QString& label,
               LineLook look = LineLook::Plain);

/// The commonest of the flows that look like that here.
Flow flowLike(LineLook look);
/// Whether that flow looks like that here, so that nothing of the drawing is lost.
bool isDrawnLike(Flow flow, LineLook look);

} // namespace groundplan
