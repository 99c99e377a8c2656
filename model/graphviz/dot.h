#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"
#include "model/design/error.h"

#include <QByteArray>
#include <QStringList>

namespace groundplan {

/// DOT of the whole design, lossless (design.md 5): blocks, connections, frames as clusters, cards, notes,
/// decisions, metrics, requirements, properties, positions, sizes, routes. Stable order and names: equal
/// designs with equal ids give equal bytes, in every language and under every file name. dialect.h describes
/// the attributes. Safe for any text. The catalogue gives shapes and colours only.
QByteArray writeDot(const Design& design, const Catalogue& catalogue);

/// What came out of a DOT file.
struct DotImport {
    Design design;     ///< of our own DOT: equal to what was written, ids included; of foreign DOT: fresh ids
    bool ours = false; ///< written by writeDot()
    bool positioned = false; ///< every node had a position or was laid out by the helper
    QStringList notTaken;    ///< what could not be taken over, one sentence each
};

/// Parses DOT in the helper process (groundplan-graphviz) with time, memory, depth and count limits; foreign
/// graphs without positions are laid out there with dot. The error's sentence carries `sourceName` and the
/// line. Blocks up to `timeoutMs`. Connections of foreign graphs come without routes; labels without sizes
/// (measure and route before showing).
Result<DotImport> readDot(const QByteArray& text, const QString& sourceName, const Catalogue& catalogue,
                          int timeoutMs = 30'000);

/// Nodes (with sizes), their frames and edges in, positions out; for Tidy and for imports without positions.
/// Runs in the helper. Only ids and sizes leave this process.
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
    };
    QList<Node> nodes;
    QList<Cluster> clusters;
    QList<Edge> edges;
    bool leftToRight = true;
};
struct LayoutResult {
    QHash<ElementId, Rect> rects; ///< nodes and clusters
};
Result<LayoutResult> layOut(const LayoutRequest& request, int timeoutMs = 30'000);

} // namespace groundplan
