#include "model/design/asked_block.h"
#include "model/design/end_labels.h"
#include "model/design/flow_drawn.h"
#include "model/design/label_lines.h"
#include "model/design/losses_on_board.h"
#include "model/design/recognition.h"
#include "model/design/validate.h"
#include "model/graphviz/colours.h"
#include "model/graphviz/dot_text.h"
#include "model/graphviz/drawn_places.h"
#include "model/graphviz/foreign_labels.h"
#include "model/graphviz/foreign_sayings.h"
#include "model/graphviz/graph_reader.h"
#include "model/graphviz/junctions.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

class ForeignReader : public GraphReader {
    Q_DECLARE_TR_FUNCTIONS(Dot)

public:
    ForeignReader(DotGraph& graph, const Catalogue& catalogue, const ImportContext& context)
        : GraphReader(graph, catalogue, context)
        , sayings_(graph)
        , names_({})
        , recognition_(catalogue) {}

    Result<Import> read(int timeoutMs, const std::atomic<bool>* cancelled) {
        readBoard();
        scale_ = scaleOfPositions();
        readFrames();
        noteWhatIsLinked();
        const Junctions led = junctions();
        for (const wire::Node& node : graph_.wire().nodes)
            elements_ << (gone_.contains(elements_.size()) ? ElementId() : readNode(node));
        routeRequests(led.ways);
        for (const QList<qsizetype>& way : led.ways)
            readWay(way);
        place(timeoutMs, cancelled);
        if (!cancelled_.sentence.isEmpty())
            return Failure(cancelled_);
        callAsOnBoard(notTaken_, design(),
                      [this](const QString& thing) { return elements_.value(thing.toLongLong()); });
        import_.say(notTaken_);
        return std::move(import_);
    }

private:
    // ---- texts

    /// The lines of an object's label, whatever sort of label it is.
    QStringList linesOf(const DotObject& object, const char* name, const QString& objectName) const {
        const wire::Attribute* label = object.find(name);
        if (!label)
            return {};
        if (label->html)
            return foreignlabels::htmlLines(viewOf(label->value));
        if (isRecord(object))
            return foreignlabels::recordLines(viewOf(label->value), objectName, graph_.name());
        return foreignlabels::plainLines(viewOf(label->value), objectName, graph_.name());
    }

    QString nameFor(const QString& id, const QString& title) {
        return names_.take(Recognition::isReadable(id) || title.isEmpty() ? id : title);
    }

    // ---- the graph

    void readBoard() {
        const DotObject graph = graph_.board();
        const QStringList lines = linesOf(graph, "label", graph_.name());
        // Most programs call every graph G or the like.
        const bool named = graph_.name().size() > 2 && Recognition::isReadable(graph_.name()) &&
                           !QStringList{u"graph"_s, u"digraph"_s}.contains(graph_.name().toLower());
        const QString whose = tr("the board");
        Board& board = design().board;
        board.title = clipped(lines.isEmpty() ? (named ? graph_.name() : QString()) : lines.first(),
                              limits::kLongest<&Board::title>, whose);
        // What stands below a title says more of the drawing; a task is what somebody is asked.
        addRemark({}, lines.mid(1) + whatItSays(graph, whose), whose);
    }

    /// What positions are multiplied by to be points. They are points in what Graphviz itself has written;
    /// neato and fdp read them as inches, or as inputscale says.
    double scaleOfPositions() const {
        constexpr double kPointsPerInch = 72;
        const DotObject graph = graph_.board();
        if (!graph.value("bb").isEmpty())
            return 1;
        QByteArrayView inputScale = graph.value("inputscale");
        if (const auto units = dottext::takeNumber(inputScale); units && *units > 0)
            return kPointsPerInch / *units;
        // By hand both are written. Nodes that would lie upon each other as points are meant as inches.
        double area = 0;
        Rect centres;
        for (const wire::Node& node : graph_.wire().nodes) {
            const DotObject object = graph_.of(node);
            const Size size = sizeOf(object);
            const auto rect = rectAt(object.value("pos"), size);
            if (!rect)
                continue;
            area += double(size.w) * size.h;
            centres = centres.united({rect->center().x, rect->center().y, 1, 1});
        }
        const bool piled = double(centres.w) * centres.h < area / 2 && centres.w < 3 * kImportedBlock.w;
        return piled ? kPointsPerInch : 1;
    }

    static Size sizeOf(const DotObject& object) {
        return {lengthOf(object.value("width"), kImportedBlock.w),
                lengthOf(object.value("height"), kImportedBlock.h)};
    }

    // ---- frames

    void readFrames() {
        for (const wire::Cluster& cluster : graph_.wire().clusters) {
            const DotObject object = graph_.of(cluster);
            const QString clusterName = dottext::fromUtf8(viewOf(cluster.name));
            const QStringList lines = linesOf(object, "label", clusterName);
            const QString whose = tr("the frame “%1”").arg(NotTaken::beginning(lines.value(0)));
            Frame frame;
            const Element element = addElement(ElementType::Frame, parentFor(cluster));
            design().elements.put(element);
            frame.id = element.id;
            frame.title = clipped(lines.value(0), limits::kLongest<&Frame::title>, whose);
            frame.remark = clipped(lines.mid(1).join(u' '), limits::kLongest<&Frame::remark>, whose);
            frame.ownTitle = !frame.title.isEmpty();
            // The background of the whole graph is passed on to clusters, too.
            const DotObject own = graph_.withoutInherited(cluster);
            frame.colour = clusterColour(object, own);
            static const QRegularExpression prefix(u"^cluster[_-]?"_s,
                                                   QRegularExpression::CaseInsensitiveOption);
            frame.name = nameFor(QString(clusterName).remove(prefix), frame.title);
            boxes_ << boxOf(own.value("bb"));
            frames_ << frame.id;
            placement_.addUnplaced(frame.id);
            design().frames.put(frame);
            addRemark(frame.id, whatItSays(own, whose), whose);
        }
    }

    /// The colour that a cluster is filled with: its border's says nothing.
    static QString clusterColour(const DotObject& object, const DotObject& own) {
        if (isFilled(object)) {
            const QString fill = Recognition::visible(colourOf(object.value("fillcolor")));
            return fill.isEmpty() ? Recognition::visible(colourOf(object.value("color"))) : fill;
        }
        return Recognition::visible(colourOf(own.value("bgcolor")));
    }
    static bool isFilled(const DotObject& object) {
        const QByteArrayView style = object.value("style");
        return style.contains("filled") || style.contains("radial") || style.contains("striped");
    }
    // ---- blocks

    void noteWhatIsLinked() {
        for (const wire::Edge& edge : graph_.wire().edges) {
            if (!isInvisible(graph_.of(edge)))
                linked_ << edge.tail << edge.head;
        }
    }
    ElementId readNode(const wire::Node& node) {
        const DotObject object = graph_.of(node);
        // Invisible nodes hold places; one in a cluster mostly stands for the cluster.
        if (isInvisible(object)) {
            const ElementId frame = frameOf(node.cluster);
            if (!frame) {
                notTaken_.add(tr("Invisible nodes, which only hold places, were left out: %1."),
                              NotTaken::called(linesOfNode(node).join(u' ')));
            }
            return frame;
        }
        const QString nodeName = dottext::fromUtf8(viewOf(node.name));
        QStringList lines = linesOfNode(node);
        if (isPoint(node)) // it shows no words
            lines = QStringList{
                junctionTitle(ends_.contains(elements_.size()), begins_.contains(elements_.size()))};
        // Without words its icon is what it shows.
        if (const QString product = recognition_.technologyOfIcon(iconOf(object));
            !product.isEmpty() && object.value("label").trimmed().isEmpty())
            lines = QStringList{product};
        if (object.value("shape") == QByteArrayView("note") &&
            !linked_.contains(std::uint32_t(elements_.size())))
            return readSticky(node, lines);
        Block block;
        const Element element = addElement(ElementType::Block, frameOf(node.cluster));
        design().elements.put(element);
        block.id = element.id;
        readTexts(object, lines, block);
        block.name = nameFor(nodeName.contains(u'\\') ? linesOfName(node).join(u' ') : nodeName, block.title);
        block.ownTitle = true;
        readColour(object, block);
        const Size size = sizeOf(object);
        if (const auto rect = rectAt(object.value("pos"), size, scale_)) {
            block.rect = *rect;
        } else {
            placement_.addUnplaced(block.id);
        }
        design().blocks.put(block);
        if (object.find("image") || sayings_.sawPicture())
            notTaken_.add(tr("Pictures of blocks were left out: %1."),
                          NotTaken::thing(QString::number(elements_.size()), lines.first()));
        return block.id;
    }
    /// A sheet of paper that no line leads to is a remark on the drawing.
    ElementId readSticky(const wire::Node& node, QStringList lines) {
        const DotObject object = graph_.of(node);
        const Element element = addElement(ElementType::Card, frameOf(node.cluster));
        design().elements.put(element);
        const QString whose = tr("a card");
        lines << linesOf(object, "xlabel", {});
        for (const QString& said : whatItSays(object, whose)) {
            if (!lines.contains(said) && said != lines.join(u'\n'))
                lines << said;
        }
        Card card;
        card.id = element.id;
        card.text = clipped(lines.join(u'\n'), limits::kLongest<&Card::text>, whose);
        const auto rect = rectAt(object.value("pos"), sizeOf(object), scale_);
        card.rect = rect.value_or(Rect{0, 0, kImportedBlock.w, kImportedBlock.h});
        if (!rect)
            placement_.addUnplaced(card.id);
        design().cards.put(card);
        return card.id;
    }
    static bool isInvisible(const DotObject& object) { return object.value("style").contains("invis"); }

    void readTexts(const DotObject& object, const QStringList& lines, Block& block) {
        const QString whose = tr("the block “%1”").arg(NotTaken::beginning(lines.first()));
        // A second label beside a block says more about it.
        const QStringList tooltips =
            linesOf(object, "xlabel", {}) + foreignlabels::plainLines(object.value("tooltip"), {}, {});
        const QString tooltip = tooltips.join(u'\n');
        const QString icon = iconOf(object);
        const QString product = recognition_.technologyOfIcon(icon);
        const QStringList hints = product.isEmpty() ? QStringList() : QStringList{icon};
        recognition_.read({lines, isTable(object), tooltip, object.text("shape"), hints}, whose, block,
                          notTaken_);
        if (block.technology.isEmpty())
            block.technology = product;
        const QByteArrayView url = object.value("URL");
        block.link =
            clipped(dottext::decodeEntities(dottext::fromUtf8(url.isEmpty() ? object.value("href") : url))
                        .simplified(),
                    limits::kLongest<&Block::link>, whose);
        QStringList texts{block.description};
        for (const QString& said : whatItSays(object, whose)) {
            if (said != block.link && said != tooltip && said != block.title && said != lines.join(u'\n'))
                texts << said;
        }
        texts.removeAll(QString());
        block.description = clipped(texts.join(u'\n'), limits::kLongest<&Block::description>, whose);
    }
    /// Shared defaults are looked through for everything: what it all comes to has a bound.
    QStringList whatItSays(const DotObject& object, const QString& whose) {
        if (sayings_.isFull())
            notTaken_.add(tr("Tooltips, addresses and data beyond the first %1 million characters were left "
                             "out: %2.")
                              .arg(ForeignSayings::kMost / 1'000'000),
                          whose);
        return sayings_.of(object);
    }
    /// The name of its picture, which comes without its folder and ending.
    static QString iconOf(const DotObject& object) { return dottext::fromUtf8(object.value("image")); }
    /// Fields and rows are apart from each other on purpose.
    static bool isTable(const DotObject& object) {
        const wire::Attribute* label = object.find("label");
        if (!label)
            return false;
        const QByteArray text = viewOf(label->value).toByteArray().toLower();
        return label->html ? text.contains("<td") : isRecord(object) && text.contains('|');
    }
    static bool isRecord(const DotObject& object) {
        const QByteArrayView shape = object.value("shape");
        return shape == QByteArrayView("record") || shape == QByteArrayView("Mrecord");
    }
    static void readColour(const DotObject& object, Block& block) {
        if (isFilled(object))
            block.colour = Recognition::visible(colourOf(object.value("fillcolor")));
        if (block.colour.isEmpty())
            block.colour = Recognition::visible(colourOf(object.value("color")));
        if (block.colour.isEmpty())
            block.colour = Recognition::visible(colourOf(object.value("fillcolor")));
    }

    // ---- connections

    /// Points where lines meet, of no words and no inside.
    Junctions junctions() {
        const auto& nodes = graph_.wire().nodes;
        QList<qsizetype> points;
        for (qsizetype i = 0; i < qsizetype(nodes.size()); ++i) {
            if (isPoint(nodes[std::size_t(i)]))
                points << i;
        }
        QList<Junctions::Line> lines;
        for (const wire::Edge& edge : graph_.wire().edges) {
            const DotObject object = graph_.of(edge);
            const Junctions::Line line = isInvisible(object) ? Junctions::Line() : lineOf(edge, object);
            lines << line;
            if (!points.isEmpty() && directionOf(object) != Direction::None) {
                begins_ << line.source;
                ends_ << line.target;
            }
        }
        const Junctions led = leadThrough(lines, points);
        for (qsizetype i = 0; i < points.size(); ++i) {
            if (led.gone[i])
                gone_ << points[i];
        }
        return led;
    }
    bool isPoint(const wire::Node& node) const {
        const DotObject object = graph_.of(node);
        const QByteArrayView label = object.value("label");
        return object.value("shape") == QByteArrayView("point") && !isInvisible(object) &&
               (label.isEmpty() || label == QByteArrayView("\\N")) && object.value("xlabel").isEmpty();
    }
    Junctions::Line lineOf(const wire::Edge& edge, const DotObject& object) const {
        const Junctions::Line line{edge.tail, edge.head};
        return isBackwards(object) ? Junctions::Line{line.target, line.source} : line;
    }
    /// The same as elements of the board.
    Ends drawnEnds(const wire::Edge& edge, const DotObject& object) const {
        const Ends ends = endsOf(edge, object);
        return isBackwards(object) ? Ends{ends.target, ends.source} : ends;
    }
    QString labelOf(const DotObject& object) const {
        QStringList lines = linesOf(object, "label", {});
        lines << linesOf(object, "xlabel", {});
        const auto atEnd = [&](const char* name) { return linesOf(object, name, {}).join(u' '); };
        const bool turned = isBackwards(object);
        return withEndLabels(labelOfLines(lines), atEnd(turned ? "headlabel" : "taillabel"),
                             atEnd(turned ? "taillabel" : "headlabel"));
    }

    /// Before any flow is told by the kinds at its ends.
    void routeRequests(const QList<QList<qsizetype>>& ways) {
        for (const QList<qsizetype>& way : ways) {
            const DotObject object = graph_.of(edgeAt(way.last()));
            if (isInvisible(object) || flowOf(object))
                continue;
            const Ends ends = endsOfWay(way);
            const Block* source = design().blocks.find(ends.source);
            const Block* target = design().blocks.find(ends.target);
            const auto asked = source && target ? askedBlock(*source, *target, catalogue_) : std::nullopt;
            if (asked)
                design().blocks.put(*asked);
        }
    }
    const wire::Edge& edgeAt(qsizetype i) const { return graph_.wire().edges[std::size_t(i)]; }
    Ends endsOfWay(const QList<qsizetype>& way) const {
        const wire::Edge& first = edgeAt(way.first());
        const wire::Edge& last = edgeAt(way.last());
        return {drawnEnds(first, graph_.of(first)).source, drawnEnds(last, graph_.of(last)).target};
    }
    /// An edge, or several that lead on through points where they meet: what the last one looks like counts.
    void readWay(const QList<qsizetype>& way) {
        const wire::Edge& first = edgeAt(way.first());
        const wire::Edge& edge = edgeAt(way.last());
        const DotObject object = graph_.of(edge);
        if (isInvisible(object)) {
            notTaken_.add(tr("Invisible connections, which only place nodes, were left out: %1."),
                          NotTaken::link(called(edge.tail), called(edge.head)));
            return;
        }
        QStringList labels, remarks;
        Direction direction = Direction::None;
        LineLook look = LineLook::Plain;
        for (const qsizetype part : way) {
            const DotObject said = graph_.of(edgeAt(part));
            if (const QString label = labelOf(said); !label.isEmpty() && !labels.contains(label))
                labels << label;
            remarks << whatItSays(said, aConnection_);
            if (direction == Direction::None || directionOf(said) == Direction::Both)
                direction = directionOf(said);
            if (lookOf(said) != LineLook::Plain)
                look = lookOf(said);
        }
        const QString label = labels.join(u", "_s);
        const QString name = NotTaken::link(called(lineOf(first, graph_.of(first)).source),
                                            called(lineOf(edge, object).target), label);
        const Ends ends = endsOfWay(way);
        if (!ends.source || !ends.target) {
            notTaken_.add(tr("Connections with invisible nodes were left out: %1."), name);
            return;
        }
        // Between an invisible node and its own cluster there is nothing to see.
        if (ends.source == ends.target && edge.tail != edge.head)
            return;
        Connection connection;
        const Element element = addElement(ElementType::Connection, {});
        connection.id = element.id;
        connection.direction = direction;
        connection.source = ends.source;
        connection.target = ends.target;
        connection.label = clipped(label, limits::kLongest<&Connection::label>,
                                   tr("the connection “%1”").arg(NotTaken::beginning(label)));
        const std::optional<Flow> ours = flowOf(object);
        connection.flow = ours.value_or(flowDrawn(catalogue_, design().blocks.find(ends.source),
                                                  design().blocks.find(ends.target), connection.label, look));
        design().elements.put(element);
        design().connections.put(connection);
        addRemark(connection.id, remarks, aConnection_);
        if (!ours && !isDrawnLike(connection.flow, look))
            notTaken_.add(tr("Dashes and widths of lines were left out, the flow says theirs: %1."), name);
        const QString colour = Recognition::visible(colourOf(object.value("color")));
        if (!colour.isEmpty() && colour != u"#000000"_s)
            notTaken_.add(tr("Colours of connections were left out, the flow says theirs: %1."), name);
    }
    QString called(qsizetype node) const {
        return NotTaken::thing(QString::number(node),
                               linesOfNode(graph_.wire().nodes[std::size_t(node)]).first());
    }
    QStringList linesOfNode(const wire::Node& node) const {
        const DotObject object = graph_.of(node);
        const QStringList lines = object.value("label") == QByteArrayView("\\N")
                                      ? QStringList()
                                      : linesOf(object, "label", dottext::fromUtf8(viewOf(node.name)));
        return lines.isEmpty() ? linesOfName(node) : lines;
    }
    /// A node without a label shows its name, as if that were one: with its line breaks.
    QStringList linesOfName(const wire::Node& node) const {
        const QString name = dottext::fromUtf8(viewOf(node.name));
        const QStringList lines = foreignlabels::plainLines(viewOf(node.name), name, graph_.name());
        return lines.isEmpty() ? QStringList{name.simplified()} : lines;
    }
    /// What has no description and no link of its own has a note that says it.
    void addRemark(ElementId subject, const QStringList& texts, const QString& whose) {
        if (texts.isEmpty())
            return;
        Note note;
        note.id = NoteId::random();
        note.subject = subject;
        note.text = clipped(texts.join(u'\n'), limits::kLongest<&Note::text>, whose);
        note.order = ++lastNote_;
        design().notes.put(note);
    }

    static LineLook lookOf(const DotObject& object) {
        const QByteArrayView style = object.value("style");
        return style.contains("dashed")   ? LineLook::Dashed
               : style.contains("dotted") ? LineLook::Dotted
               : style.contains("bold")   ? LineLook::Thick
                                          : LineLook::Plain;
    }
    /// Told by the line as our own DOT draws it for other programs.
    static std::optional<Flow> flowOf(const DotObject& object) {
        QByteArrayView penWidth = object.value("penwidth");
        if (const auto width = dottext::takeNumber(penWidth)) {
            if (const auto flow = Recognition::flowOf(lookOf(object), *width))
                return flow;
        }
        if (object.value("arrowhead") == QByteArrayView("normalnormal"))
            return Flow::Stream;
        return std::nullopt;
    }

    bool hasHead(const DotObject& object) const {
        const QByteArrayView dir = object.value("dir");
        const bool head = dir == QByteArrayView("forward") || dir == QByteArrayView("both") ||
                          (dir.isEmpty() && graph_.wire().directed);
        return head && object.value("arrowhead") != QByteArrayView("none");
    }
    static bool hasTail(const DotObject& object) {
        const QByteArrayView dir = object.value("dir");
        const bool tail = dir == QByteArrayView("back") || dir == QByteArrayView("both");
        return tail && object.value("arrowtail") != QByteArrayView("none");
    }
    Direction directionOf(const DotObject& object) const {
        const bool head = hasHead(object);
        const bool tail = hasTail(object);
        return head && tail ? Direction::Both : head || tail ? Direction::Forward : Direction::None;
    }
    bool isBackwards(const DotObject& object) const { return hasTail(object) && !hasHead(object); }

    // ---- places

    void place(int timeoutMs, const std::atomic<bool>* cancelled) {
        const bool all = std::none_of(design().blocks.begin(), design().blocks.end(),
                                      [this](const Block& block) { return placement_.isUnplaced(block.id); });
        DrawnPlaces places(design(), placement_, context_, notTaken_);
        if (all && !design().blocks.isEmpty()) {
            takeBoxes();
            places.makeReadable();
        } else {
            // Half a layout is none: dot places everything.
            const Design read = design();
            for (const Card& card : read.cards)
                placement_.addUnplaced(card.id);
            for (Block block : read.blocks) {
                placement_.addUnplaced(block.id);
                const Size size = placement_.sizeFor(block);
                block.rect = {0, 0, size.w, size.h};
                design().blocks.put(block);
            }
        }
        placeTheRest(isLeftToRight(), timeoutMs, cancelled);
        if (all) {
            places.makeRoomForLabels({});
            places.wrapFrames(frames_);
            moveToOrigin();
        }
    }
    bool isLeftToRight() const {
        const QByteArrayView direction = graph_.board().value("rankdir");
        return direction == QByteArrayView("LR") || direction == QByteArrayView("RL");
    }
    void takeBoxes() {
        for (qsizetype i = 0; i < frames_.size(); ++i) {
            if (!boxes_[i])
                continue;
            placement_.place(frames_[i], *boxes_[i]);
        }
    }
    /// y points upwards in DOT: as it is, everything would lie above the board's origin.
    void moveToOrigin() {
        const Rect bounds = design().bounds();
        const Point by{-bounds.x, -bounds.y};
        const Design placed = design();
        for (const Block& block : placed.blocks) {
            Block moved = block;
            moved.rect = block.rect.translated(by);
            design().blocks.put(moved);
        }
        for (const Card& card : placed.cards) {
            Card moved = card;
            moved.rect = card.rect.translated(by);
            design().cards.put(moved);
        }
        for (const Frame& frame : placed.frames) {
            Frame moved = frame;
            moved.rect = frame.rect.translated(by);
            design().frames.put(moved);
        }
    }

    ForeignSayings sayings_;
    const QString aConnection_ = tr("a connection");
    NameGiver names_;
    Recognition recognition_;
    QList<std::optional<Rect>> boxes_; ///< by cluster: its own bb
    QSet<std::uint32_t> linked_;       ///< nodes that a line is seen to lead to
    double scale_ = 1;
    QSet<qsizetype> gone_;          ///< nodes that lines lead past
    QSet<qsizetype> begins_, ends_; ///< nodes that arrows leave and come to, where there are points
    qint64 lastNote_ = 0;
};

} // namespace

Result<Import> readForeignGraph(DotGraph& graph, const Catalogue& catalogue, const ImportContext& context,
                                int timeoutMs, const std::atomic<bool>* cancelled) {
    return ForeignReader(graph, catalogue, context).read(timeoutMs, cancelled);
}

} // namespace groundplan
