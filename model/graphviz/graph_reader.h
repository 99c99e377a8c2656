#pragma once

#include "model/design/catalogue.h"
#include "model/design/names.h"
#include "model/graphviz/dot.h"
#include "model/graphviz/dot_graph.h"
#include "model/graphviz/frame_margins.h"
#include "model/design/not_taken.h"

#include <QSet>

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
    /// Of a block that does not say how large it is.
    Size sizeFor(Block block) const;

    /// Places everything of which `unplaced_` knows: all of it by dot when nothing has a place, else below
    /// what has.
    void placeTheRest(bool leftToRight, int timeoutMs, const std::atomic<bool>* cancelled);

    DotGraph& graph_;
    const Catalogue& catalogue_;
    const ImportContext& context_;
    Import import_;
    NotTaken notTaken_;
    QList<ElementId> frames_;   ///< by cluster
    QList<ElementId> elements_; ///< by node: a block, a card, the frame it stands for, or none
    QSet<ElementId> unplaced_;  ///< without a rectangle yet
    Error cancelled_;           ///< set when the layout was cancelled

private:
    void layOutAll(bool leftToRight, int timeoutMs, const std::atomic<bool>* cancelled);
    void putBelow();
    void wrapFrames(const QSet<ElementId>& fuller);
    QHash<ElementId, Rect> placedContents() const;
    void setRect(ElementId id, const Rect& rect);

    qint64 lastOrder_ = 0;
    bool toldDepth_ = false;
};

/// The generic kind: of a block that nobody says anything about.
inline const QString kPlainKind = QStringLiteral("block");
/// Blocks and empty frames that do not say how large they are.
inline constexpr Size kImportedBlock{176 * kUnitsPerPoint, 64 * kUnitsPerPoint};
inline constexpr Size kImportedFrame{240 * kUnitsPerPoint, 120 * kUnitsPerPoint};

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
