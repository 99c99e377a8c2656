#pragma once

#include "model/design/catalogue.h"
#include "model/design/names.h"
#include "model/design/not_taken.h"
#include "model/graphviz/dot.h"
#include "model/graphviz/dot_graph.h"
#include "model/graphviz/placement.h"

#include <atomic>
#include <optional>

namespace groundplan {

/// What reading our own DOT and reading anybody's have in common: a design that grows element by element,
/// frames out of clusters, ends of edges, rectangles out of pos, and places for what came without one.
class GraphReader {
protected:
    GraphReader(DotGraph& graph, const Catalogue& catalogue, const ImportContext& context)
        : graph_(graph)
        , catalogue_(catalogue)
        , context_(context) {}

    Design& design() { return import_.design; }
    void doNotTake(const QString& sentence) { notTaken_.add(sentence); }
    QString clipped(const QString& text, qsizetype longest, const QString& whose) {
        return notTaken_.clipped(text, longest, whose);
    }

    /// The row that an element shares with all others, with the id and order that it asks for where they are
    /// free.
    Element addElement(ElementType type, ElementId parent, qint64 wantedId = 0,
                       std::optional<qint64> wantedOrder = std::nullopt);
    /// The frame that what lies in a cluster belongs to; none: the board.
    ElementId frameOf(std::uint32_t cluster) const {
        return cluster == wire::kNone ? ElementId() : frames_.at(qsizetype(cluster));
    }
    /// Frames can be nested to a depth; a cluster beyond it belongs beside its parent instead of inside.
    ElementId parentFor(const wire::Cluster& cluster);

    struct Ends {
        ElementId source;
        ElementId target;
    };
    /// What an edge connects; an end that is cut off at a cluster (lhead, ltail with compound=true) is that
    /// frame.
    Ends endsOf(const wire::Edge& edge, const DotObject& attributes) const;

    /// A rectangle out of pos (a centre) and a size; positions are multiplied by `scale` to give points.
    static std::optional<Rect> rectAt(QByteArrayView pos, Size size, double scale = 1);
    /// A length in inches; `otherwise` when there is none.
    static Coord lengthOf(QByteArrayView inches, Coord otherwise);
    static std::optional<Rect> boxOf(QByteArrayView bb);
    /// The same out of "x,y,w,h" with y downwards.
    static std::optional<Rect> downwardBoxOf(QByteArrayView rect);

    /// Places everything that is unplaced; sets `cancelled_` when the layout was cancelled.
    void placeTheRest(bool leftToRight, int timeoutMs, const std::atomic<bool>* cancelled);

    DotGraph& graph_;
    const Catalogue& catalogue_;
    const ImportContext& context_;
    Import import_;
    NotTaken notTaken_;
    QList<ElementId> frames_;   ///< by cluster
    QList<ElementId> elements_; ///< by node: a block, a card, the frame it stands for, or none
    Placement placement_{import_.design, context_};
    Error cancelled_; ///< set when the layout was cancelled

private:
    qint64 lastOrder_ = 0;
    bool toldDepth_ = false;
};

/// Reads DOT that writeDot() has written, perhaps edited by hand since.
Result<Import> readOwnGraph(DotGraph& graph, const Catalogue& catalogue, const ImportContext& context,
                            int timeoutMs, const std::atomic<bool>* cancelled);
/// Reads DOT of any other program.
Result<Import> readForeignGraph(DotGraph& graph, const Catalogue& catalogue, const ImportContext& context,
                                int timeoutMs, const std::atomic<bool>* cancelled);
/// Whichever of the two fits, checked by the validator.
Result<Import> readGraph(const wire::Graph& graph, const QString& sourceName, const Catalogue& catalogue,
                         const ImportContext& context, int timeoutMs, const std::atomic<bool>* cancelled);

} // namespace groundplan
