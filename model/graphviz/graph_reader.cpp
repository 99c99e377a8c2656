#include "model/graphviz/graph_reader.h"

#include "model/design/validate.h"
#include "model/graphviz/dialect.h"
#include "model/graphviz/dot_text.h"
#include "model/graphviz/grid.h"

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

Size GraphReader::sizeFor(Block block) const {
    block.rect = {0, 0, kImportedBlock.w, kImportedBlock.h};
    return context_.block ? context_.block(block) : kImportedBlock;
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

void GraphReader::setRect(ElementId id, const Rect& rect) {
    if (const Block* block = design().blocks.find(id)) {
        Block placed = *block;
        placed.rect = rect;
        design().blocks.put(placed);
    } else if (const Frame* frame = design().frames.find(id)) {
        Frame placed = *frame;
        placed.rect = rect;
        design().frames.put(placed);
    } else if (const Card* card = design().cards.find(id)) {
        Card placed = *card;
        placed.rect = rect;
        design().cards.put(placed);
    } else if (const Stroke* stroke = design().strokes.find(id)) {
        Stroke placed = *stroke;
        placed.rect = rect;
        design().strokes.put(placed);
    } else if (const Shape* shape = design().shapes.find(id)) {
        Shape placed = *shape;
        placed.rect = rect;
        design().shapes.put(placed);
    } else if (const Image* image = design().images.find(id)) {
        Image placed = *image;
        placed.rect = rect;
        design().images.put(placed);
    }
    unplaced_.remove(id);
}

void GraphReader::placeTheRest(bool leftToRight, int timeoutMs, const std::atomic<bool>* cancelled) {
    import_.positioned = true;
    const auto isPlaced = [this](const Element& element) {
        return element.type != ElementType::Frame && element.type != ElementType::Connection &&
               !unplaced_.contains(element.id);
    };
    const bool some = std::any_of(design().elements.begin(), design().elements.end(), isPlaced);
    if (unplaced_.isEmpty())
        return;
    if (some) {
        putBelow();
    } else {
        layOutAll(leftToRight, timeoutMs, cancelled);
    }
}

void GraphReader::layOutAll(bool leftToRight, int timeoutMs, const std::atomic<bool>* cancelled) {
    LayoutRequest request;
    request.leftToRight = leftToRight;
    for (const ElementId frame : frames_)
        request.clusters.append({frame, design().elements.find(frame)->parent});
    for (const Element* element : design().elements.sorted()) {
        const auto rect = design().rectOf(element->id);
        if (rect && element->type != ElementType::Frame)
            request.nodes.append({element->id, {rect->w, rect->h}, element->parent});
    }
    for (const Element* element : design().elements.sorted()) {
        if (const Connection* connection = design().connections.find(element->id))
            request.edges.append({connection->source, connection->target,
                                  context_.label && !connection->label.isEmpty()
                                      ? context_.label(connection->label)
                                      : Size{}});
    }
    Result<LayoutResult> layout = layOut(request, timeoutMs, cancelled);
    if (!layout && layout.error().code == ErrorCode::Cancelled) {
        cancelled_ = layout.error();
        return;
    }
    if (!layout) {
        import_.positioned = false;
        doNotTake(
            tr("The %1 blocks were put in rows, because Graphviz could not lay them out within its limits of "
               "time and memory.")
                .arg(QLocale().toString(request.nodes.size())));
        layout = gridLayout(request);
    }
    for (auto it = layout->rects.cbegin(); it != layout->rects.cend(); ++it)
        setRect(it.key(), it.value());
}

/// By frame (none: the board): what is directly in it and has a place.
QHash<ElementId, Rect> GraphReader::placedContents() const {
    QHash<ElementId, Rect> contents;
    for (const Element& element : import_.design.elements) {
        const auto rect = import_.design.rectOf(element.id);
        if (rect && !unplaced_.contains(element.id))
            contents[element.parent] = contents[element.parent].united(*rect);
    }
    return contents;
}

/// What has no place gets one below everything else in its frame, or on the board.
void GraphReader::putBelow() {
    constexpr Coord kGap = 24 * kUnitsPerPoint;
    const QHash<ElementId, Rect> contents = placedContents();
    QHash<ElementId, Point> rows; // by frame: where the next one goes
    const auto rowOf = [&](ElementId parent) -> Point& {
        const auto known = rows.find(parent);
        if (known != rows.end())
            return *known;
        const Rect around = contents.value(parent);
        Point start{around.x, around.bottom() + kGap};
        if (const Frame* frame = design().frames.find(parent); frame && around.isEmpty())
            start = {frame->rect.x + kFrameSide, frame->rect.y + kFrameTop};
        return *rows.insert(parent, start);
    };
    QSet<ElementId> parents;
    for (const Element& element : design().elements)
        parents.insert(element.parent);
    QList<ElementId> waiting;
    for (const Element* element : design().elements.sorted()) {
        // Frames that hold something go around it afterwards.
        if (unplaced_.contains(element->id) && !parents.contains(element->id))
            waiting.append(element->id);
    }
    QSet<ElementId> fuller;
    for (const ElementId id : waiting) {
        // A frame without a place gets it from what it holds: that goes where the next one with a place is.
        ElementId parent = design().elements.find(id)->parent;
        while (parent && unplaced_.contains(parent))
            parent = design().elements.find(parent)->parent;
        Point& next = rowOf(parent);
        Rect rect = *design().rectOf(id);
        if (rect.isEmpty())
            rect = {0, 0, kImportedFrame.w, kImportedFrame.h};
        rect.x = std::clamp(next.x, -kMaxCoord, kMaxCoord);
        rect.y = std::clamp(next.y, -kMaxCoord, kMaxCoord);
        next.x = std::min(rect.right() + kGap, kMaxCoord);
        setRect(id, rect);
        for (const Element* e = design().elements.find(id); e && e->parent;
             e = design().elements.find(e->parent))
            fuller.insert(e->parent);
    }
    wrapFrames(fuller);
}

/// Frames without a place go around what they hold, inner ones first; those that have come to hold more grow.
void GraphReader::wrapFrames(const QSet<ElementId>& fuller) {
    QHash<ElementId, Rect> contents = placedContents();
    // Outer frames come before inner ones.
    for (auto frame = frames_.crbegin(); frame != frames_.crend(); ++frame) {
        const Rect inside = contents.value(*frame);
        Rect rect = design().frames.find(*frame)->rect;
        const bool isPlaced = !unplaced_.contains(*frame);
        if (inside.isEmpty() || (isPlaced && (!fuller.contains(*frame) || rect.contains(inside))))
            continue;
        const Rect wanted{inside.x - kFrameSide, inside.y - kFrameTop, inside.w + 2 * kFrameSide,
                          inside.h + kFrameTop + kFrameSide};
        rect = isPlaced ? rect.united(wanted) : wanted;
        rect.x = std::clamp(rect.x, -kMaxCoord, kMaxCoord);
        rect.y = std::clamp(rect.y, -kMaxCoord, kMaxCoord);
        rect.w = std::min(rect.w, kMaxSize);
        rect.h = std::min(rect.h, kMaxSize);
        setRect(*frame, rect);
        const ElementId parent = design().elements.find(*frame)->parent;
        contents[parent] = contents[parent].united(rect);
    }
}

Result<Import> readGraph(const wire::Graph& parsed, const QString& sourceName, const Catalogue& catalogue,
                            const ImportContext& context, int timeoutMs, const std::atomic<bool>* cancelled) {
    DotGraph graph(parsed);
    const bool ours = !graph.board().value(dialect::kVersionOf).isEmpty();
    Result<Import> import = ours ? readOwnGraph(graph, catalogue, context, timeoutMs, cancelled)
                                    : readForeignGraph(graph, catalogue, context, timeoutMs, cancelled);
    if (!import)
        return import;
    if (parsed.moreGraphs)
        import->notTaken << tr("Only the first graph of the file was taken over; more text follows it.");
    const QStringList problems = validate(import->design, 1);
    if (!problems.isEmpty())
        return fail(ErrorCode::Unreadable,
                    tr("%1 cannot be taken over: %2").arg(sourceName, problems.first()));
    return import;
}

} // namespace groundplan
