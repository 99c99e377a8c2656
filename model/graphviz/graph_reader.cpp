#include "model/graphviz/graph_reader.h"

#include "model/design/validate.h"
#include "model/graphviz/dialect.h"
#include "model/graphviz/dot_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Dot", text);
}

/// A number of points as units, inside [-limit, limit].
Coord unitsOf(double value, double limit) {
    return Coord(std::clamp(std::round(value * kUnitsPerPoint), -limit, limit));
}

} // namespace

Element GraphReader::addElement(ElementType type, ElementId parent, qint64 wantedId,
                                std::optional<qint64> wantedOrder) {
    constexpr qint64 kGap = 1024;
    Element element;
    element.id = ElementId(wantedId);
    while (element.id.value() <= 0 || design().elements.contains(element.id))
        element.id = ElementId::random();
    element.type = type;
    element.parent = parent;
    const bool full = lastOrder_ > std::numeric_limits<qint64>::max() - kGap;
    element.order = wantedOrder.value_or(full ? lastOrder_ : lastOrder_ + kGap);
    lastOrder_ = std::max(lastOrder_, element.order);
    return element;
}

ElementId GraphReader::parentFor(const wire::Cluster& cluster) {
    const ElementId parent = frameOf(cluster.parent);
    int depth = 0;
    for (const Element* e = design().elements.find(parent); e; e = design().elements.find(e->parent))
        ++depth;
    if (depth < limits::kDepth)
        return parent;
    if (!std::exchange(toldDepth_, true)) {
        doNotTake(tr("Frames can be nested %1 deep; clusters inside the innermost ones were put beside them.")
                      .arg(limits::kDepth));
    }
    return design().elements.find(parent)->parent;
}

GraphReader::Ends GraphReader::endsOf(const wire::Edge& edge, const DotObject& attributes) const {
    Ends ends{elements_.at(qsizetype(edge.tail)), elements_.at(qsizetype(edge.head))};
    if (graph_.board().value("compound") != QByteArrayView("true"))
        return ends;
    // Graphviz cuts an edge off at a cluster that holds this end and not the other one.
    const auto cutOff = [&](const char* name, std::uint32_t here, std::uint32_t there) -> ElementId {
        const QByteArrayView wanted = attributes.value(name);
        if (wanted.isEmpty())
            return {};
        const auto find = [&](std::uint32_t node) {
            std::uint32_t cluster = graph_.wire().nodes[node].cluster;
            while (cluster != wire::kNone && viewOf(graph_.wire().clusters[cluster].name) != wanted)
                cluster = graph_.wire().clusters[cluster].parent;
            return cluster;
        };
        const std::uint32_t cluster = find(here);
        return cluster != wire::kNone && find(there) != cluster ? frameOf(cluster) : ElementId();
    };
    if (const ElementId frame = cutOff("ltail", edge.tail, edge.head))
        ends.source = frame;
    if (const ElementId frame = cutOff("lhead", edge.head, edge.tail))
        ends.target = frame;
    return ends;
}

std::optional<Rect> GraphReader::rectAt(QByteArrayView pos, Size size, double scale) {
    // "x,y", perhaps a third coordinate, perhaps "!" for a place that was set by hand.
    if (pos.endsWith('!'))
        pos.chop(1);
    const auto numbers = dottext::numbers(pos);
    if (!numbers || numbers->size() < 2)
        return std::nullopt;
    // Twice the middle is a whole number of units where we have written it.
    const double x = std::floor((std::round(numbers->at(0) * scale * 2 * kUnitsPerPoint) - size.w) / 2);
    const double y = std::floor((std::round(-numbers->at(1) * scale * 2 * kUnitsPerPoint) - size.h) / 2);
    return Rect{Coord(std::clamp<double>(x, -kMaxCoord, kMaxCoord)),
                Coord(std::clamp<double>(y, -kMaxCoord, kMaxCoord)), size.w, size.h};
}

Coord GraphReader::lengthOf(QByteArrayView inches, Coord otherwise) {
    constexpr double kPointsPerInch = 72;
    const auto number = dottext::takeNumber(inches);
    if (!number || *number <= 0)
        return otherwise;
    return std::clamp(unitsOf(*number * kPointsPerInch, kMaxSize), kMinSize, kMaxSize);
}

std::optional<Rect> GraphReader::boxOf(QByteArrayView bb) {
    const auto numbers = dottext::numbers(bb);
    if (!numbers || numbers->size() != 4)
        return std::nullopt;
    const Coord left = unitsOf(numbers->at(0), kMaxCoord);
    const Coord top = unitsOf(-numbers->at(3), kMaxCoord);
    // The far corner of a frame at the edge of the board lies beyond it.
    const Coord right = unitsOf(numbers->at(2), double(kMaxCoord) + kMaxSize);
    const Coord bottom = unitsOf(-numbers->at(1), double(kMaxCoord) + kMaxSize);
    if (right <= left || bottom <= top)
        return std::nullopt;
    return Rect{left, top, std::clamp(right - left, kMinSize, kMaxSize),
                std::clamp(bottom - top, kMinSize, kMaxSize)};
}

std::optional<Rect> GraphReader::downwardBoxOf(QByteArrayView rect) {
    const auto numbers = dottext::numbers(rect);
    if (!numbers || numbers->size() != 4 || !(numbers->at(2) > 0 && numbers->at(3) > 0))
        return std::nullopt;
    return Rect{unitsOf(numbers->at(0), kMaxCoord), unitsOf(numbers->at(1), kMaxCoord),
                std::max(unitsOf(numbers->at(2), kMaxSize), kMinSize),
                std::max(unitsOf(numbers->at(3), kMaxSize), kMinSize)};
}

void GraphReader::placeTheRest(bool leftToRight, int timeoutMs, const std::atomic<bool>* cancelled) {
    const Result<bool> placed =
        placement_.placeTheRest(frames_, leftToRight, notTaken_, timeoutMs, cancelled);
    import_.positioned = placed.value_or(false);
    if (!placed)
        cancelled_ = placed.error();
}

Result<Import> readGraph(const wire::Graph& parsed, const QString& sourceName, const Catalogue& catalogue,
                         const ImportContext& context, int timeoutMs, const std::atomic<bool>* cancelled) {
    DotGraph graph(parsed);
    const bool ours = !graph.board().value(dialect::kVersionOf).isEmpty();
    Result<Import> import = ours ? readOwnGraph(graph, catalogue, context, timeoutMs, cancelled)
                                 : readForeignGraph(graph, catalogue, context, timeoutMs, cancelled);
    if (!import)
        return import;
    if (parsed.moreGraphs) {
        import->sayLast(tr("Only the first graph of the file was taken over; more text follows it."));
    }
    const QStringList problems = validate(import->design, 1);
    if (!problems.isEmpty())
        return fail(ErrorCode::Unreadable,
                    tr("%1 cannot be taken over: %2").arg(sourceName, problems.first()));
    return import;
}

} // namespace groundplan
