#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"

#include <QString>

namespace groundplan {

/// Files that cannot hold all of a design. A picture is not asked: it is what one sees.
enum class LeavesAs {
    Flowchart,    ///< Mermaid
    Drawing,      ///< draw.io without the design inside
    DocumentAlone ///< Markdown without the picture beside it
};

/// What of a design is not in such a file, as a sentence for the user; empty: it has all.
QString leftOutSentence(const Design& design, const Catalogue& catalogue, LeavesAs leavesAs);

} // namespace groundplan
