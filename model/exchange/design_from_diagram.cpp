#include "model/exchange/design_from_diagram.h"

#include "model/design/losses_on_board.h"
#include "model/design/names.h"
#include "model/design/recognition.h"
#include "model/design/validate.h"
#include "model/exchange/asked_blocks.h"
#include "model/exchange/data_uri.h"
#include "model/exchange/diagram_junctions.h"
#include "model/exchange/drawing_rows.h"
#include "model/exchange/drawio_figure.h"
#include "model/exchange/flow_of_edge.h"
#include "model/exchange/icon_titles.h"
#include "model/exchange/node_names.h"
#include "model/exchange/own_rows.h"
#include "model/graphviz/drawn_places.h"
#include "model/graphviz/on_board.h"
#include "model/graphviz/placement.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using NodeType = Diagram::NodeType;

constexpr qsizetype kNone = -1;

class DesignMaker {
    Q_DECLARE_TR_FUNCTIONS(Exchange)

public:
    DesignMaker(const Diagram& diagram, const Catalogue& catalogue, const ImportContext& context,
                const std::atomic<bool>* cancelled)
        : diagram_(diagram)
        , catalogue_(catalogue)
        , context_(context)
        , cancelled_(cancelled)
        , recognition_(catalogue)
        , names_({})
        , nodeNames_(diagram) {}

    Result<Import> make(int timeoutMs) {
        const QDeadlineTimer deadline(timeoutMs);
        notTaken_ = diagram_.notTaken;
        if (diagram_.ownBoard)
            design().board = diagram_.ownBoard->board;
        if (diagram_.title != design().board.title)
            design().board.title =
                clipped(diagram_.title.simplified(), limits::kLongest<&Board::title>, tr("the board"));
        if (!diagram_.remark.isEmpty())
            addRemark({}, clipped(diagram_.remark, limits::kLongest<&Note::text>, tr("the board")));
        indexNodes();
        makeBlocksOfEnds();
        makeFrames();
        for (qsizetype i = 0; i < diagram_.nodes.size(); ++i) {
            if (isCancelled())
                return fail(ErrorCode::Cancelled, tr("The import was cancelled."));
            if (ids_[i] || types_[i] == NodeType::Frame || isDouble_[i])
                continue;
            makeElement(i);
        }
        routeRequests(diagram_, byId_, ids_, catalogue_, design());
        for (const Diagram::Edge& edge : diagram_.edges)
            makeConnection(edge);
        own_.takeHangers(diagram_.ownBoard);
        settleCards();
        places_.makeReadable();
        const Result<bool> placed =
            placement_.placeTheRest(frames_, diagram_.leftToRight, notTaken_,
                                    int(std::max<qint64>(1, deadline.remainingTime())), cancelled_);
        if (!placed)
            return Failure(placed.error());
        import_.positioned = *placed;
        places_.makeRoomForLabels({ownWays_.keyBegin(), ownWays_.keyEnd()});
        places_.wrapFrames(frames_);
        places_.setCorners();
        setOwnWays();
        callAsOnBoard(notTaken_, design(),
                      [this](const QString& id) { return ids_.value(byId_.value(id, kNone)); });
        import_.say(notTaken_);
        return std::move(import_);
    }

private:
    Design& design() { return import_.design; }
    const Diagram::Node& node(qsizetype i) const { return diagram_.nodes[i]; }
    bool isCancelled() const { return cancelled_ && cancelled_->load(std::memory_order_relaxed); }
    QString clipped(const QString& text, qsizetype longest, const QString& whose) {
        return notTaken_.clipped(text, longest, whose);
    }
    // ---- nodes

    void indexNodes() {
        types_.reserve(diagram_.nodes.size());
        isDouble_.fill(false, diagram_.nodes.size());
        for (qsizetype i = 0; i < diagram_.nodes.size(); ++i) {
            types_.append(node(i).type);
            if (byId_.contains(node(i).id)) {
                isDouble_[i] = true;
                notTaken_.add(
                    tr("%1 was left out: another thing has the same id.").arg(nodeNames_.drawnAs(i)));
            } else {
                byId_.insert(node(i).id, i);
            }
        }
        ids_.fill(ElementId(), diagram_.nodes.size());
    }
    /// What something is linked to means something, however it was drawn.
    void makeBlocksOfEnds() {
        for (const Diagram::Edge& edge : diagram_.edges) {
            for (const QString& id : {edge.source, edge.target}) {
                const qsizetype i = byId_.value(id, kNone);
                if (i != kNone && types_[i] != NodeType::Frame && types_[i] != NodeType::Stroke)
                    types_[i] = NodeType::Block;
            }
        }
    }
    /// The frame around a node: its parent, or what is around that if it is no frame.
    qsizetype frameAround(qsizetype i) const {
        constexpr int kMostSteps = 1000;
        qsizetype around = byId_.value(node(i).parent, kNone);
        for (int step = 0; around != kNone && types_[around] != NodeType::Frame; ++step)
            around = step == kMostSteps ? kNone : byId_.value(node(around).parent, kNone);
        return around;
    }

    Element addElement(ElementType type, ElementId parent, const Diagram::Own& own = {}) {
        constexpr qint64 kOrderGap = 1024;
        Element element;
        element.id = own_.idFor(own);
        while (!element.id || design().elements.contains(element.id))
            element.id = ElementId::random();
        element.type = type;
        element.parent = parent;
        element.order = lastOrder_ + kOrderGap;
        OwnRows::fill(element, own);
        lastOrder_ = std::max(lastOrder_, element.order);
        own_.note(element.id, own);
        return element;
    }
    void putElement(Element element, const Diagram::Node& from) {
        element.locked = from.locked;
        if (!from.group.isEmpty()) {
            GroupId& group = groups_[from.group];
            if (!group)
                group = GroupId::random();
            element.group = group;
        }
        design().elements.put(element);
    }
    /// What was not drawn gets a place later.
    void noteRect(const Diagram::Node& from, ElementId id) {
        if (!from.rect)
            placement_.addUnplaced(id);
    }
    QString nameFor(const Diagram::Node& from, const QString& title) {
        const bool chosen = !from.name.isEmpty() && (Recognition::isReadable(from.name) || title.isEmpty());
        return names_.take(chosen ? from.name : title);
    }

    // ---- frames

    void makeFrames() {
        QHash<qsizetype, QList<qsizetype>> inside; // by frame, or none
        for (qsizetype i = 0; i < diagram_.nodes.size(); ++i) {
            if (types_[i] == NodeType::Frame && !isDouble_[i])
                inside[frameAround(i)].append(i);
        }
        makeFramesIn(kNone, inside);
        // What is not reached from the board lies inside itself.
        for (qsizetype i = 0; i < diagram_.nodes.size(); ++i) {
            if (types_[i] != NodeType::Frame || isDouble_[i] || ids_[i])
                continue;
            notTaken_.add(
                tr("The frame %1 lay inside itself and was put on the board.").arg(nodeNames_.called(i)));
            makeFrame(i, {});
            makeFramesIn(i, inside);
        }
    }
    void makeFramesIn(qsizetype outermost, const QHash<qsizetype, QList<qsizetype>>& inside) {
        struct Level {
            qsizetype frame;
            int depth;
        };
        QList<Level> waiting{{outermost, outermost == kNone ? 0 : 1}};
        for (qsizetype at = 0; at < waiting.size(); ++at) {
            const auto [around, depth] = waiting[at];
            for (const qsizetype i : inside.value(around)) {
                if (ids_[i])
                    continue;
                ElementId parent = around == kNone ? ElementId() : ids_[around];
                // Beyond the deepest level they stand beside each other.
                if (depth >= limits::kDepth) {
                    parent = design().elements.find(parent)->parent;
                    tellDepth();
                }
                makeFrame(i, parent);
                waiting.append({i, std::min(depth + 1, limits::kDepth)});
            }
        }
    }
    void tellDepth() {
        if (!std::exchange(toldDepth_, true)) {
            notTaken_.add(
                tr("Frames can be nested %1 deep; those inside the innermost ones were put beside them.")
                    .arg(limits::kDepth));
        }
    }
    void makeFrame(qsizetype i, ElementId parent) {
        const Diagram::Node& from = node(i);
        const Element element = addElement(ElementType::Frame, parent, from.own);
        ids_[i] = element.id;
        putElement(element, from);
        const QStringList lines = linesOf(from.label);
        const QString whose = tr("the frame %1").arg(nodeNames_.called(i));
        const Frame* was = ownRow<Frame>(from.own);
        Frame frame = was ? *was : Frame();
        frame.id = element.id;
        if (!was || !from.own.words) {
            frame.title = clipped(lines.value(0), limits::kLongest<&Frame::title>, whose);
            frame.remark = clipped(lines.mid(1).join(u' '), limits::kLongest<&Frame::remark>, whose);
            frame.ownTitle = !frame.title.isEmpty();
        }
        frame.name = from.exact && !from.name.isEmpty() ? names_.take(from.name)
                     : was                              ? names_.take(was->name)
                                                        : nameFor(from, frame.title);
        if (!was || !from.own.look)
            frame.colour = colourOfNode(from.colour);
        if (was)
            places_.keep(frame.id);
        noteRect(from, frame.id);
        if (from.rect)
            frame.rect = onBoard(*from.rect);
        design().frames.put(frame);
        frames_.append(frame.id);
        addRemarks(from, frame.id, whose);
        if (!from.picture.isEmpty())
            notTaken_.add(tr("The picture of the frame %1 was left out.").arg(nodeNames_.called(i)));
    }
    /// Of what has no description and no link of its own.
    void addRemarks(const Diagram::Node& from, ElementId subject, const QString& whose) {
        const bool isBlock = from.type == NodeType::Block || from.type == NodeType::Frame;
        for (const QString& text : {from.description, isBlock ? dataOf(from) : QString(), from.link}) {
            if (!text.isEmpty())
                addRemark(subject, clipped(text, limits::kLongest<&Note::text>, whose));
        }
    }
    void addRemark(ElementId subject, const QString& text) {
        Note note;
        note.id = NoteId::random();
        note.subject = subject;
        note.text = text;
        note.order = ++lastNote_;
        design().notes.put(note);
    }

    // ---- blocks and drawings

    void makeElement(qsizetype i) {
        const qsizetype around = frameAround(i);
        const ElementId parent = around == kNone ? ElementId() : ids_[around];
        switch (types_[i]) {
        case NodeType::Block:
            makeBlock(i, parent);
            break;
        case NodeType::Sticky:
            makeCard(i, parent);
            break;
        case NodeType::Text:
        case NodeType::Rectangle:
        case NodeType::Ellipse:
            makeShape(i, parent);
            break;
        case NodeType::Image:
            makeImage(i, parent);
            break;
        case NodeType::Stroke:
            makeStroke(i, parent);
            break;
        case NodeType::Frame:
            break;
        }
    }

    void makeBlock(qsizetype i, ElementId parent) {
        const Diagram::Node& from = node(i);
        const Element element = addElement(ElementType::Block, parent, from.own);
        ids_[i] = element.id;
        putElement(element, from);
        const QString whose = tr("the block %1").arg(nodeNames_.called(i));
        const Block* was = ownRow<Block>(from.own);
        if (!from.kind.isEmpty() && !catalogue_.kind(from.kind) && !(was && was->kind == from.kind))
            notTaken_.add(tr("Kinds that the catalogue does not have were left out: %1."),
                          NotTaken::called(from.kind) + u" ("_s + nodeNames_.called(i) + u')');
        if (from.exact && (was || catalogue_.kind(from.kind))) {
            makeExactBlock(from, was, element.id, whose);
            return;
        }
        Block block;
        block.id = element.id;
        Recognition::Said said{linesOf(from.label), false,      from.description,
                               from.shape,          from.hints, from.titleLines};
        if (said.lines.isEmpty())
            said.lines << captionFor(from);
        if (!from.name.isEmpty() && Recognition::isReadable(from.name))
            said.hints << from.name;
        recognition_.read(said, whose, block, notTaken_);
        if (!from.technology.isEmpty())
            block.technology =
                clipped(from.technology.simplified(), limits::kLongest<&Block::technology>, whose);
        for (qsizetype hint = 0; block.technology.isEmpty() && hint < from.hints.size(); ++hint)
            block.technology = recognition_.technologyOfIcon(from.hints[hint]);
        if (const Kind* kind = catalogue_.kind(from.kind)) {
            block.kind = kind->name;
            block.ml = kind->ml;
            block.path = kind->path;
        } else if (!from.kind.isEmpty()) {
            block.description = clipped(withLine(block.description, u"kind: "_s + from.kind),
                                        limits::kLongest<&Block::description>, whose);
        }
        block.ml = from.ml.value_or(block.ml);
        block.path = from.path.value_or(block.path);
        block.ownTitle = true;
        block.name = nameFor(from, block.title);
        block.link = clipped(from.link, limits::kLongest<&Block::link>, whose);
        block.colour = colourUnless(catalogue_, block.kind, colourOfNode(from.colour));
        noteRect(from, block.id);
        const Size needed = from.rect ? Size{} : placement_.sizeFor(block);
        const Size drawn = from.size.value_or(Size{});
        const Size size{std::max(needed.w, drawn.w), std::max(needed.h, drawn.h)};
        block.rect = onBoard(from.rect.value_or(Rect{0, 0, size.w, size.h}));
        design().blocks.put(block);
        if (!from.picture.isEmpty())
            notTaken_.add(tr("Pictures of blocks were left out, which have the signs of their kinds: %1."),
                          nodeNames_.called(i));
    }
    /// `was`: null where no design came along.
    void makeExactBlock(const Diagram::Node& from, const Block* was, ElementId id, const QString& whose) {
        Block block = was ? *was : Block();
        block.id = id;
        if (!was || !from.own.words) {
            const QString title = linesOf(from.label).join(u' ');
            block.title =
                clipped(title.isEmpty() ? captionFor(from) : title, limits::kLongest<&Block::title>, whose);
            block.ownTitle = true;
        }
        if (const Kind* kind = catalogue_.kind(from.kind))
            block.kind = kind->name;
        if (from.technology != block.technology)
            block.technology =
                clipped(from.technology.simplified(), limits::kLongest<&Block::technology>, whose);
        block.path = from.path.value_or(block.path);
        block.ml = from.ml.value_or(block.ml);
        const QString kept = was && from.own.hangs ? was->description : QString();
        block.description =
            clipped(withLine(kept, from.description), limits::kLongest<&Block::description>, whose);
        block.name = names_.take(from.name.isEmpty() ? block.title : from.name);
        block.link = clipped(from.link, limits::kLongest<&Block::link>, whose);
        if (!was || !from.own.look)
            block.colour = colourUnless(
                catalogue_, block.kind,
                colourUnless(catalogue_, was ? was->kind : QString(), colourOfNode(from.colour)));
        block.rect = onBoard(from.rect.value_or(block.rect));
        const bool fits = was && from.own.words && block.technology == was->technology;
        if (fits && Size{block.rect.w, block.rect.h} == Size{was->rect.w, was->rect.h})
            places_.keep(id);
        const Kind* shown = catalogue_.kind(was ? was->kind : block.kind);
        if (from.shape !=
            drawio::seenAs(drawio::Style(drawio::figureOf(shown ? shown->dotShape : QString()))))
            notTaken_.add(tr("Shapes of blocks were left out, the kind says theirs: %1."),
                          NotTaken::thing(from.id, block.title));
        design().blocks.put(block);
    }
    QString captionFor(const Diagram::Node& from) const { return captionOf(from, recognition_, catalogue_); }

    void makeCard(qsizetype i, ElementId parent) {
        const Diagram::Node& from = node(i);
        const Element element = addElement(ElementType::Card, parent, from.own);
        ids_[i] = element.id;
        putElement(element, from);
        Card card = cardOf(from, notTaken_);
        if (const Card* was = ownRow<Card>(from.own)) {
            card = OwnRows::card(*was, card.rect);
            ownCards_.append(i);
            if (from.own.words)
                places_.keep(element.id);
            addRemarks(from, element.id, tr("a card"));
        }
        card.id = element.id;
        noteRect(from, card.id);
        design().cards.put(card);
    }
    void settleCards() {
        for (const qsizetype i : std::as_const(ownCards_)) {
            Card card = own_.settled(*design().cards.find(ids_[i]), node(i));
            card.text = clipped(card.text, limits::kLongest<&Card::text>, tr("a card"));
            design().cards.put(card);
        }
    }
    void makeShape(qsizetype i, ElementId parent) {
        const Diagram::Node& from = node(i);
        const Element element = addElement(ElementType::Shape, parent, from.own);
        ids_[i] = element.id;
        putElement(element, from);
        const ShapeKind kind = types_[i] == NodeType::Text      ? ShapeKind::Text
                               : types_[i] == NodeType::Ellipse ? ShapeKind::Ellipse
                                                                : ShapeKind::Rectangle;
        Shape shape = shapeOf(from, kind, notTaken_);
        if (const Shape* was = ownRow<Shape>(from.own); was && was->kind == kind) {
            shape = OwnRows::shape(from, *was, shape);
            if (from.own.words)
                places_.keep(element.id);
            else
                shape.text = clipped(from.label, limits::kLongest<&Shape::text>, tr("a free text"));
            addRemarks(from, element.id, tr("a free text"));
        }
        shape.id = element.id;
        noteRect(from, shape.id);
        places_.hold(shape.id, {from.heldAcross, from.heldDown, from.wraps});
        design().shapes.put(shape);
    }
    void makeImage(qsizetype i, ElementId parent) {
        const Diagram::Node& from = node(i);
        const QString whose = nodeNames_.called(i);
        QByteArray bytes = from.picture;
        if (!isPngOrJpeg(bytes))
            bytes = context_.picture ? context_.picture(bytes) : QByteArray();
        if (bytes.isEmpty()) {
            notTaken_.add(tr("The picture %1 could not be read and was left out.").arg(whose));
            return;
        }
        assetBytes_ += design().assets.contains(Assets::keyOf(bytes)) ? 0 : bytes.size();
        if (bytes.size() > limits::kAssetBytes || assetBytes_ > limits::kAllAssetBytes) {
            notTaken_.add(tr("The picture %1 is too large and was left out.").arg(whose));
            return;
        }
        const Element element = addElement(ElementType::Image, parent);
        ids_[i] = element.id;
        putElement(element, from);
        Image image;
        image.id = element.id;
        image.asset = design().assets.add(bytes);
        image.description =
            clipped(textOf(from).simplified(), limits::kLongest<&Image::description>, tr("a picture"));
        noteRect(from, image.id);
        image.rect = onBoard(from.rect.value_or(Rect{0, 0, kImportedFrame.w, kImportedFrame.h}));
        design().images.put(image);
    }

    void makeStroke(qsizetype i, ElementId parent) {
        const Diagram::Node& from = node(i);
        const Stroke* was = ownRow<Stroke>(from.own);
        if (from.points.isEmpty() && !was) {
            notTaken_.add(tr("A line without a point was left out."));
            return;
        }
        const Element element = addElement(ElementType::Stroke, parent, from.own);
        ids_[i] = element.id;
        putElement(element, from);
        Stroke stroke = was ? OwnRows::stroke(from, *was) : strokeOf(from);
        stroke.id = element.id;
        design().strokes.put(stroke);
    }

    // ---- connections

    void makeConnection(const Diagram::Edge& edge) {
        const qsizetype source = byId_.value(edge.source, kNone);
        const qsizetype target = byId_.value(edge.target, kNone);
        const auto isEnd = [this](qsizetype i) { return i != kNone && types_[i] != NodeType::Stroke; };
        if (!isEnd(source) || !isEnd(target)) {
            const auto called = [&](qsizetype i, const QString& id) {
                return i == kNone ? NotTaken::called(id) : nodeNames_.called(i);
            };
            const QString from = called(source, edge.source);
            const QString to = called(target, edge.target);
            if (source != kNone && target != kNone) {
                notTaken_.add(
                    tr("The connection from %1 to %2 was left out: it ends at a drawn line.").arg(from, to));
            } else if (from.isEmpty() || to.isEmpty()) {
                notTaken_.add(tr("The connection %1 was left out: it is not linked at both ends.")
                                  .arg(nameOf(edge, from + to)));
            } else {
                notTaken_.add(tr("The connection from %1 to %2 was left out: there is no %3.")
                                  .arg(from, to, isEnd(target) ? from : to));
            }
            return;
        }
        const Element element = addElement(ElementType::Connection, {}, edge.own);
        const Connection* was = ownRow<Connection>(edge.own);
        Connection connection;
        connection.id = element.id;
        connection.source = ids_[source];
        connection.target = ids_[target];
        connection.direction = edge.direction;
        const QString label = labelOf(edge, was);
        connection.label = clipped(label, limits::kLongest<&Connection::label>,
                                   tr("the connection “%1”").arg(NotTaken::beginning(label)));
        if (was && edge.own.words) {
            connection.label = was->label;
            connection.labelSize = was->labelSize;
        }
        connection.flow = flowOf(edge, connection, was, design(), catalogue_);
        if (!was)
            noteLostLook(edge, connection.flow,
                         NotTaken::link(nodeNames_.called(source), nodeNames_.called(target), label),
                         notTaken_);
        if (was)
            ownWays_.insert(connection.id, &edge - diagram_.edges.constData());
        design().elements.put(element);
        design().connections.put(connection);
        if (!edge.waypoints.isEmpty() && !(was && edge.own.way))
            places_.addCorners(connection.id, edge.waypoints);
        if (!edge.remark.isEmpty())
            addRemark(connection.id, clipped(edge.remark, limits::kLongest<&Note::text>,
                                             tr("the connection “%1”").arg(NotTaken::beginning(label))));
    }
    void setOwnWays() {
        for (auto way = ownWays_.cbegin(); way != ownWays_.cend(); ++way) {
            const Diagram::Edge& edge = diagram_.edges[way.value()];
            Connection connection = *design().connections.find(way.key());
            if (edge.own.way)
                connection.waypoints = ownRow<Connection>(edge.own)->waypoints;
            if (isAsDrawn(edge.source, connection.source) && isAsDrawn(edge.target, connection.target))
                OwnRows::setWay(connection, edge, design());
            design().connections.put(connection);
        }
    }
    bool isAsDrawn(const QString& end, ElementId element) const {
        const auto& rect = node(byId_.value(end)).rect;
        return rect && import_.design.rectOf(element) == onBoard(*rect);
    }
    static QString nameOf(const Diagram::Edge& edge, const QString& end) {
        return NotTaken::called(edge.label, end.isEmpty() ? tr("without a label") : end);
    }

    const Diagram& diagram_;
    const Catalogue& catalogue_;
    const ImportContext& context_;
    const std::atomic<bool>* cancelled_;
    Recognition recognition_;
    NameGiver names_;
    const NodeNames nodeNames_;
    Import import_;
    NotTaken notTaken_;
    Placement placement_{import_.design, context_};
    DrawnPlaces places_{import_.design, placement_, context_, notTaken_};
    QHash<QString, qsizetype> byId_;
    QList<NodeType> types_;   ///< by node: what becomes of it
    QList<bool> isDouble_;    ///< by node
    QList<ElementId> ids_;    ///< by node: what it has become
    QList<ElementId> frames_; ///< outer ones before inner ones
    QHash<QString, GroupId> groups_;
    OwnRows own_{import_.design};
    QList<qsizetype> ownCards_;           ///< nodes
    QHash<ElementId, qsizetype> ownWays_; ///< by connection: the edge
    qsizetype assetBytes_ = 0;
    qint64 lastOrder_ = 0;
    qint64 lastNote_ = 0;
    bool toldDepth_ = false;
};

} // namespace

Result<Import> designFromDiagram(const Diagram& diagram, const QString& sourceName,
                                 const Catalogue& catalogue, const ImportContext& context, int timeoutMs,
                                 const std::atomic<bool>* cancelled) {
    const Diagram tidied = withProductsAsWritten(withoutJunctions(diagram), catalogue);
    Result<Import> import = DesignMaker(tidied, catalogue, context, cancelled).make(timeoutMs);
    if (!import)
        return import;
    const QStringList problems = validate(import->design, 1);
    if (!problems.isEmpty()) {
        return fail(ErrorCode::Unreadable,
                    QCoreApplication::translate("Exchange", "%1 cannot be taken over: %2")
                        .arg(sourceName, problems.first()));
    }
    return import;
}

} // namespace groundplan
