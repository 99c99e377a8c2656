#pragma once

#include "model/design/recognition.h"
#include "model/exchange/diagram.h"

namespace groundplan {

/// What a block without a label is called: its name, else what its icon shows.
QString captionOf(const Diagram::Node& node, const Recognition& recognition, const Catalogue& catalogue);

/// Blocks called by their icons, whose names are those of files ("Sagemaker studio"), with the products in
/// them as their makers write them ("SageMaker Studio").
Diagram withProductsAsWritten(Diagram diagram, const Catalogue& catalogue);

} // namespace groundplan
