#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"
#include "model/design/error.h"
#include "model/design/import.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <atomic>
#include <functional>

namespace groundplan {

/// DOT of the whole design, lossless (design.md 5): blocks, connections, frames as clusters, cards, notes,
/// decisions, metrics, requirements, properties, positions, sizes, routes. Stable order and names: equal
/// designs with equal ids give equal bytes, in every language and under every file name. dialect.h describes
/// the attributes. Safe for any text. The catalogue gives shapes and colours only.
QByteArray writeDot(const Design& design, const Catalogue& catalogue);

/// Parses DOT in the helper process (groundplan-graphviz) with time, memory, depth and count limits
/// (dot_limits.h); graphs without positions are laid out there with dot. The error's sentence carries
/// `sourceName` and the line. Blocks up to `timeoutMs`, or until `cancelled` becomes true (looked at 50 times
/// a second; may be null); any thread. Connections of foreign graphs come without routes; labels without
/// sizes (measure and route before showing), and so do connections of ours whose ends were moved or that were
/// added by hand.
Result<Import> readDot(const QByteArray& text, const QString& sourceName, const Catalogue& catalogue,
                       int timeoutMs = 30'000, const std::atomic<bool>* cancelled = nullptr,
                       const ImportContext& context = {});

/// Nodes (with sizes), their frames and edges in, positions out; for Tidy and for imports without positions.
/// Runs in the helper. Only sizes and who belongs to whom leave this process.
struct LayoutRequest {
    struct Node {
        ElementId id;
        Size size;
        ElementId frame;
    };
    struct Cluster {
        ElementId id;
        ElementId parent;
    };
    struct Edge {
        ElementId source;
        ElementId target;
        Size label = {};     ///< room to be left for it on the way
    };                       ///< nodes or clusters
    QList<Node> nodes;       ///< their order decides among equally good places
    QList<Cluster> clusters; ///< parents before their children
    QList<Edge> edges;
    bool leftToRight = true;
    /// What comes from outside: dot is not asked for what would take it more than some seconds, by counting,
    /// so that it is the same everywhere.
    bool inBounds = false;
};
/// Rectangles of nodes and clusters: nodes keep their size and lie on multiples of 4 points, frames hold what
/// is inside with 36 points above and 20 at the other sides (an empty one is 240 x 120), everything begins at
/// (0, 0).
struct LayoutResult {
    QHash<ElementId, Rect> rects;
};
Result<LayoutResult> layOut(const LayoutRequest& request, int timeoutMs = 30'000,
                            const std::atomic<bool>* cancelled = nullptr);

} // namespace groundplan
