#pragma once

#include "app/tools/tool.h"
#include "model/routing/router.h"

namespace groundplan {

/// Blocks, frames (with what they hold) and cards that all go the same way, with the connections between them
/// and those that lead out. Borrows the host's routing index: for as long as the design stays as it is.
class MovedTogether {
public:
    MovedTogether(const ToolHost& host, const QSet<ElementId>& ids);

    const QSet<ElementId>& changing() const { return changing_; } ///< `ids` with what frames take along
    qsizetype routed() const { return routed_; }                  ///< connections with one end among them
    /// Them, and their connections, where they would be.
    Preview preview(Point by) const;

private:
    QSet<ElementId> changing_;
    QSet<ElementId> shifted_; ///< changing_ with the connections that come along
    qsizetype routed_ = 0;
    RoutePreview routes_;
};

} // namespace groundplan
