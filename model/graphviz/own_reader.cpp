#include "model/design/recognition.h"
#include "model/design/template_reader.h"
#include "model/design/validate.h"
#include "model/graphviz/dialect.h"
#include "model/graphviz/dot_lists.h"
#include "model/graphviz/dot_text.h"
#include "model/graphviz/graph_reader.h"
#include "model/graphviz/labels.h"
#include "model/graphviz/splines.h"
#include "model/graphviz/stroke_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

class OwnReader : public GraphReader {
    Q_DECLARE_TR_FUNCTIONS(Dot)

public:
    OwnReader(DotGraph& graph, const Catalogue& catalogue, const ImportContext& context)
        : GraphReader(graph, catalogue, context)
        , lists_(import_.design, notTaken_)
        , names_({}) {}

    Result<Import> read(int timeoutMs, const std::atomic<bool>* cancelled) {
        import_.ours = true;
        readBoard();
        takeNames();
        readFrames();
        readNodes();
        readEdges();
        linkCards();
        placeTheRest(graph_.board().value("rankdir") != QByteArrayView("TB"), timeoutMs, cancelled);
        if (!cancelled_.sentence.isEmpty())
            return Failure(cancelled_);
        import_.say(notTaken_);
        return std::move(import_);
    }

private:
    void readBoard() {
        const DotObject board = graph_.board();
        bool isNumber = false;
        const int version = board.text(dialect::kVersionOf).toInt(&isNumber);
        if (!isNumber || version > dialect::kVersion) {
            doNotTake(
                tr("The file was written by a newer version of Groundplan (%1): what only that one knows was "
                   "left out.")
                    .arg(board.text(dialect::kVersionOf)));
        }
        const QString whose = tr("the board");
        Board& row = design().board;
        row.title = clipped(textOf(board, dialect::kBoardTitle), limits::kLongest<&Board::title>, whose);
        row.task = clipped(textOf(board, dialect::kBoardTask), limits::kLongest<&Board::task>, whose);
        lists_.readNotes(board.longText(dialect::kBoardNotes), {}, whose);
        lists_.readDecisions(board.longText(dialect::kBoardDecisions), {}, whose);
        lists_.readMetrics(board.longText(dialect::kBoardMetrics), {}, whose);
        lists_.readRequirements(board.longText(dialect::kRequirements));
        lists_.readProperties(board.longText(dialect::kBoardProperties), {}, whose);
        row.framework = nameIn(board, dialect::kFramework);
        row.practice = nameIn(board, dialect::kPractice);
    }

    /// A name of a template; what is none is left out.
    QString nameIn(const DotObject& board, const char* name) {
        const QString written = textOf(board, name);
        if (written.isEmpty() || isTemplateName(written))
            return written;
        doNotTake(tr("“%1” is no name of a framework or case and was left out.").arg(written.left(40)));
        return {};
    }
    static QString textOf(const DotObject& object, const char* name) {
        return dottext::decodeValue(object.longText(name));
    }

    // ---- names

    bool isAnchor(const wire::Node& node) const {
        if (graph_.of(node).isTrue(dialect::kAnchor))
            return true;
        // An edge still names the anchor whose own line somebody has removed.
        const QString name = dottext::fromUtf8(viewOf(node.name));
        const QLatin1StringView suffix(dialect::kAnchorSuffix);
        return node.attributes.empty() && name.endsWith(suffix) &&
               clusterByName_.contains(name.chopped(suffix.size()));
    }
    bool says(const wire::Node& node, const char* name) const {
        return !graph_.of(node).value(name).isEmpty();
    }
    bool isCard(const wire::Node& node) const { return says(node, dialect::kCard); }
    bool isDrawing(const wire::Node& node) const {
        return says(node, dialect::kStroke) || says(node, dialect::kShapeKind) || says(node, dialect::kImage);
    }

    static QString nameOf(const wire::Cluster& cluster) {
        const QString name = dottext::fromUtf8(viewOf(cluster.name));
        const QLatin1StringView prefix(dialect::kClusterPrefix);
        return name.startsWith(prefix) ? name.mid(prefix.size()) : name;
    }

    /// Names that can stay as they are go first: whoever wrote them may use them elsewhere.
    void takeNames() {
        const wire::Graph& wire = graph_.wire();
        for (std::size_t i = 0; i < wire.clusters.size(); ++i)
            clusterByName_.insert(nameOf(wire.clusters[i]), std::uint32_t(i));
        QSet<QString> taken;
        const auto keep = [&taken](const QString& name) {
            if (!isSlug(name) || taken.contains(name))
                return QString();
            taken.insert(name);
            return name;
        };
        for (const wire::Node& node : wire.nodes) {
            const bool isBlock = !isAnchor(node) && !isCard(node) && !isDrawing(node);
            nodeNames_ << (isBlock ? keep(dottext::fromUtf8(viewOf(node.name))) : QString());
        }
        for (const wire::Cluster& cluster : wire.clusters)
            clusterNames_ << keep(nameOf(cluster));
        names_ = NameGiver(taken);
    }

    // ---- elements

    Element elementOf(ElementType type, const DotObject& object, ElementId parent, const QString& written) {
        bool ok = false;
        const qint64 order = object.text(dialect::kOrder).toLongLong(&ok);
        Element element =
            addElement(type, parent, written.toLongLong(), ok ? std::optional<qint64>(order) : std::nullopt);
        if (!written.isEmpty() && written.toLongLong() <= 0) // one that is there twice is a copy by hand
            doNotTake(tr("“%1” is no id: another was given.").arg(written.left(40)));
        element.locked = object.isTrue(dialect::kLocked);
        element.pinned = object.isTrue(dialect::kPinned);
        element.group = GroupId(std::max(object.text(dialect::kGroup).toLongLong(), 0LL));
        element.stop = std::clamp(object.text(dialect::kStop).toInt(), 0, kMostStops);
        design().elements.put(element);
        return element;
    }
    void readHangers(const DotObject& object, ElementId subject, const QString& whose) {
        lists_.readNotes(object.longText(dialect::kNotes), subject, whose);
        lists_.readDecisions(object.longText(dialect::kDecisions), subject, whose);
        lists_.readMetrics(object.longText(dialect::kMetrics), subject, whose);
        lists_.readProperties(object.longText(dialect::kProperties), subject, whose);
    }
    QString colourIn(const DotObject& object, const QString& whose) {
        const QString colour = textOf(object, dialect::kColour);
        static const QRegularExpression valid(u"^#[0-9a-fA-F]{6}$"_s);
        if (colour.isEmpty() || valid.match(colour).hasMatch())
            return colour;
        doNotTake(tr("The colour “%1” of %2 is not written as #rrggbb and was left out.")
                      .arg(colour.left(40), whose));
        return {};
    }
    dotlabels::Lines labelOf(const DotObject& object, dotlabels::Side side, const char* second,
                             const QString& objectName) const {
        return dotlabels::read(object.value("label"), side, textOf(object, dialect::kTitle),
                               textOf(object, second), objectName, graph_.name());
    }

    void readFrames() {
        const wire::Graph& wire = graph_.wire();
        for (std::size_t i = 0; i < wire.clusters.size(); ++i) {
            const wire::Cluster& cluster = wire.clusters[i];
            const DotObject inner = graph_.withoutInherited(cluster);
            const QString written = inner.text(dialect::kId);
            const DotObject object = written.isEmpty() ? inner : graph_.of(cluster);
            const dotlabels::Lines lines =
                labelOf(object, dotlabels::Side::Left, dialect::kRemark, nameOf(cluster));
            const QString whose = tr("the frame “%1”").arg(lines.title.left(40));
            Frame frame;
            frame.id = elementOf(ElementType::Frame, object, parentFor(cluster), written).id;
            frame.title = clipped(lines.title, limits::kLongest<&Frame::title>, whose);
            frame.remark = clipped(lines.second, limits::kLongest<&Frame::remark>, whose);
            frame.name = clusterNames_[qsizetype(i)];
            if (frame.name.isEmpty())
                frame.name = names_.take(frame.title.isEmpty() ? nameOf(cluster) : frame.title);
            frame.ownTitle = written.isEmpty() ? !frame.title.isEmpty() : object.isTrue(dialect::kOwnTitle);
            frame.colour = colourIn(object, whose);
            if (const auto rect = placeOf(object))
                frame.rect = *rect;
            else
                placement_.addUnplaced(frame.id);
            frames_ << frame.id;
            readHangers(object, frame.id, whose);
            design().frames.put(frame);
        }
    }

    static std::optional<Rect> placeOf(const DotObject& cluster) {
        const QByteArrayView own = cluster.value(dialect::kRect);
        return own.isEmpty() || !cluster.value("bb").isEmpty() ? boxOf(cluster.value("bb"))
                                                               : downwardBoxOf(own);
    }

    void readNodes() {
        const wire::Graph& wire = graph_.wire();
        for (std::size_t i = 0; i < wire.nodes.size(); ++i) {
            const wire::Node& node = wire.nodes[i];
            if (isAnchor(node))
                elements_ << anchoredFrame(node);
            else if (isCard(node))
                elements_ << readCard(node);
            else if (says(node, dialect::kStroke))
                elements_ << readStroke(node);
            else if (says(node, dialect::kShapeKind))
                elements_ << readShape(node);
            else if (says(node, dialect::kImage))
                elements_ << readImage(node);
            else
                elements_ << readBlock(node, nodeNames_[qsizetype(i)]);
        }
    }

    ElementId anchoredFrame(const wire::Node& node) const {
        if (node.cluster != wire::kNone)
            return frameOf(node.cluster);
        const QLatin1StringView suffix(dialect::kAnchorSuffix);
        return frameOf(
            clusterByName_.value(dottext::fromUtf8(viewOf(node.name)).chopped(suffix.size()), wire::kNone));
    }

    Rect rectOf(const DotObject& object, ElementId id, Size otherwise) {
        const Size size{lengthOf(object.value("width"), otherwise.w),
                        lengthOf(object.value("height"), otherwise.h)};
        if (const auto rect = rectAt(object.value("pos"), size))
            return *rect;
        if (!object.value("pos").isEmpty())
            doNotTake(
                tr("The place “%1” is none; what has it was placed anew.").arg(object.text("pos").left(40)));
        placement_.addUnplaced(id);
        return {0, 0, size.w, size.h};
    }

    ElementId readBlock(const wire::Node& node, const QString& name) {
        const DotObject object = graph_.of(node);
        const QString written = object.text(dialect::kId);
        const QString nodeName = dottext::fromUtf8(viewOf(node.name));
        const dotlabels::Lines lines =
            labelOf(object, dotlabels::Side::Middle, dialect::kTechnology, nodeName);
        const QString whose = tr("the block “%1”").arg(lines.title.left(40));
        Block block;
        block.id = elementOf(ElementType::Block, object, frameOf(node.cluster), written).id;
        block.title = clipped(lines.title, limits::kLongest<&Block::title>, whose);
        block.technology = clipped(lines.second, limits::kLongest<&Block::technology>, whose);
        block.name =
            name.isEmpty() ? names_.take(slugOf(nodeName) == u"block"_s ? block.title : nodeName) : name;
        block.kind = kindOf(object, block);
        block.description =
            clipped(textOf(object, dialect::kDescription), limits::kLongest<&Block::description>, whose);
        block.link = clipped(textOf(object, dialect::kLink), limits::kLongest<&Block::link>, whose);
        block.colour = colourIn(object, whose);
        block.ml = object.isTrue(dialect::kMl);
        if (const QString path = textOf(object, dialect::kPath); !path.isEmpty()) {
            const auto known = fromWord<Path>(path);
            block.path = known.value_or(Path::Unset);
            if (!known)
                doNotTake(tr("The path “%1” of %2 is neither online nor offline.").arg(path.left(40), whose));
        }
        // A block that somebody added by hand has the title that it was given.
        block.ownTitle = written.isEmpty() ? block.title != nodeName : object.isTrue(dialect::kOwnTitle);
        block.rect = rectOf(object, block.id, placement_.sizeFor(block));
        readHangers(object, block.id, whose);
        design().blocks.put(block);
        return block.id;
    }

    QString kindOf(const DotObject& object, const Block& block) {
        const QString said = textOf(object, dialect::kKind);
        if (!said.isEmpty())
            return said.left(limits::kLongest<&Block::kind>);
        const Kind* guess = catalogue_.guess(block.title);
        if (!guess)
            guess = catalogue_.guessByShape(object.text("shape"));
        return guess ? guess->name : kPlainKind;
    }

    ElementId readCard(const wire::Node& node) {
        const DotObject object = graph_.of(node);
        const QString word = object.text(dialect::kCard);
        const auto kind = fromWord<CardKind>(word);
        if (!kind) {
            doNotTake(
                tr("The card “%1” is of a sort that is not known here and was left out.").arg(word.left(40)));
            return {};
        }
        Card card;
        card.id = elementOf(ElementType::Card, object, frameOf(node.cluster), object.text(dialect::kId)).id;
        card.kind = *kind;
        card.text = textOf(object, dialect::kText);
        if (card.kind == CardKind::Text && card.text.isEmpty())
            card.text = handWritten(object);
        card.text = clipped(card.text, limits::kLongest<&Card::text>, tr("a card"));
        if (const QString decision = object.text(dialect::kDecision); !decision.isEmpty())
            shownDecisions_.insert(card.id, decision);
        card.rect = rectOf(object, card.id, kImportedBlock);
        design().cards.put(card);
        return card.id;
    }

    /// By hand, a sticky or a free text says its text in the label.
    QString handWritten(const DotObject& object) const {
        if (object.value("label").isEmpty() || !object.value(dialect::kId).isEmpty())
            return {};
        QString text = dottext::decodeLabel(object.value("label"), {}, graph_.name());
        while (text.endsWith(u'\n'))
            text.chop(1);
        return text;
    }

    // ---- drawings

    /// A length in points, of at least one unit; `otherwise` when there is none.
    Coord pointsIn(const DotObject& object, const char* name, Coord otherwise, Coord most,
                   const QString& whose) {
        QByteArrayView text = object.value(name);
        if (text.isEmpty())
            return otherwise;
        const auto number = dottext::takeNumber(text);
        if (number && text.isEmpty()) {
            const double length = std::round(*number * kUnitsPerPoint);
            if (length >= 1 && length <= most)
                return Coord(length);
        }
        doNotTake(tr("The %1 of %2 is no number of points up to %3 and was left out.")
                      .arg(QLatin1StringView(name), whose)
                      .arg(points(most)));
        return otherwise;
    }

    ElementId readStroke(const wire::Node& node) {
        const DotObject object = graph_.of(node);
        const stroketext::Points read = stroketext::read(object.longText(dialect::kStrokePoints).toLatin1());
        const QString whose = tr("the drawn line “%1”").arg(dottext::fromUtf8(viewOf(node.name)).left(40));
        if (read.points.isEmpty()) {
            doNotTake(tr("Of %1 no point can be read; it was left out.").arg(whose));
            return {};
        }
        if (read.damaged > 0)
            doNotTake(
                tr("Points of %1 that cannot be read and were left out: %2.").arg(whose).arg(read.damaged));
        if (read.tooMany > 0)
            doNotTake(tr("Of %1 the first %2 points were taken over.")
                          .arg(whose, QLocale().toString(limits::kStrokePoints)));
        Stroke stroke;
        stroke.id =
            elementOf(ElementType::Stroke, object, frameOf(node.cluster), object.text(dialect::kId)).id;
        if (const auto known = fromWord<StrokeTool>(object.text(dialect::kStroke)))
            stroke.tool = *known;
        else
            doNotTake(tr("The tool “%1” of %2 is not known; it became a pen.")
                          .arg(object.text(dialect::kStroke).left(40), whose));
        stroke.colour = colourIn(object, whose);
        stroke.width = pointsIn(object, dialect::kStrokeWidth, stroke.width, limits::kWidestStroke, whose);
        stroke.points = read.points;
        stroke.rect = rectOf(object, stroke.id, kImportedBlock);
        design().strokes.put(stroke);
        return stroke.id;
    }

    ElementId readShape(const wire::Node& node) {
        const DotObject object = graph_.of(node);
        const QString whose = tr("the shape “%1”").arg(dottext::fromUtf8(viewOf(node.name)).left(40));
        Shape shape;
        shape.id = elementOf(ElementType::Shape, object, frameOf(node.cluster), object.text(dialect::kId)).id;
        if (const auto known = fromWord<ShapeKind>(object.text(dialect::kShapeKind)))
            shape.kind = *known;
        else
            doNotTake(tr("The form “%1” of %2 is not known; it became a rectangle.")
                          .arg(object.text(dialect::kShapeKind).left(40), whose));
        shape.text = textOf(object, dialect::kText);
        if (shape.text.isEmpty())
            shape.text = handWritten(object);
        shape.text = clipped(shape.text, limits::kLongest<&Shape::text>, whose);
        shape.colour = colourIn(object, whose);
        shape.filled = object.isTrue(dialect::kFilled);
        shape.textSize = pointsIn(object, dialect::kTextSize, shape.textSize, limits::kLargestText, whose);
        shape.rect = rectOf(object, shape.id, kImportedBlock);
        design().shapes.put(shape);
        return shape.id;
    }

    ElementId readImage(const wire::Node& node) {
        const DotObject object = graph_.of(node);
        const QString key = textOf(object, dialect::kImage);
        const QString description = clipped(textOf(object, dialect::kDescription),
                                            limits::kLongest<&Image::description>, tr("a picture"));
        const QString whose = description.isEmpty()
                                  ? tr("the picture “%1”").arg(dottext::fromUtf8(viewOf(node.name)).left(40))
                                  : tr("the picture “%1”").arg(description.left(40));
        const bool shown = takeAsset(key, whose);
        const ElementId id = elementOf(shown ? ElementType::Image : ElementType::Shape, object,
                                       frameOf(node.cluster), object.text(dialect::kId))
                                 .id;
        const Rect rect = rectOf(object, id, kImportedBlock);
        if (shown) {
            design().images.put({id, key, description, rect});
        } else {
            Shape outline; // what it was of, and where
            outline.id = id;
            outline.text = description;
            outline.rect = rect;
            design().shapes.put(outline);
        }
        return id;
    }

    /// Whether the bytes of that key are in the design now; else says why not.
    bool takeAsset(const QString& key, const QString& whose) {
        if (design().assets.contains(key))
            return true;
        if (const QByteArray beside = context_.pictures.bytes(key); !beside.isEmpty()) {
            design().assets.add(beside);
            return true;
        }
        const auto leaveOut = [this](const QString& why) {
            doNotTake(why);
            return false;
        };
        const QByteArray text =
            Assets::isKey(key) ? graph_.board().longText(dialect::kAssetPrefix + key.toLatin1()).toLatin1()
                               : QByteArray();
        if (text.isEmpty())
            return leaveOut(tr("The bytes of %1 are not there; a rectangle is in its place.").arg(whose));
        const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || Assets::keyOf(decoded.decoded) != key)
            return leaveOut(tr("The bytes of %1 are damaged; a rectangle is in its place.").arg(whose));
        if (decoded.decoded.size() > limits::kAssetBytes)
            return leaveOut(tr("The file of %1 has more than %2 MB; a rectangle is in its place.")
                                .arg(whose)
                                .arg(limits::kAssetBytes / (1024 * 1024)));
        design().assets.add(decoded.decoded);
        return true;
    }

    /// Decisions are known when everything they can hang on has been read.
    void linkCards() {
        for (auto it = shownDecisions_.cbegin(); it != shownDecisions_.cend(); ++it) {
            Card card = *design().cards.find(it.key());
            card.decision = lists_.decision(it.value());
            if (!card.decision)
                doNotTake(tr("A card shows a decision that is no longer in the file."));
            design().cards.put(card);
        }
    }

    // ---- connections

    void readEdges() {
        for (const wire::Edge& edge : graph_.wire().edges)
            readEdge(edge);
    }

    void readEdge(const wire::Edge& edge) {
        const DotObject object = graph_.of(edge);
        Ends ends = endsOf(edge, object);
        const auto isEnd = [this](ElementId id) {
            return design().blocks.contains(id) || design().frames.contains(id);
        };
        if (!isEnd(ends.source) || !isEnd(ends.target)) {
            doNotTake(
                tr("The connection from “%1” to “%2” was left out: only blocks and frames can be connected.")
                    .arg(dottext::fromUtf8(viewOf(graph_.wire().nodes[edge.tail].name)).left(40),
                         dottext::fromUtf8(viewOf(graph_.wire().nodes[edge.head].name)).left(40)));
            return;
        }
        const QString said = object.text(dialect::kId);
        const QString key = dottext::fromUtf8(viewOf(edge.key));
        Connection connection;
        connection.id = elementOf(ElementType::Connection, object, {}, said.isEmpty() ? key : said).id;
        const QByteArrayView dir = object.value("dir");
        if (dir == QByteArrayView("back"))
            std::swap(ends.source, ends.target);
        connection.source = ends.source;
        connection.target = ends.target;
        const bool none = dir == QByteArrayView("none") || (dir.isEmpty() && !graph_.wire().directed);
        connection.direction = none                            ? Direction::None
                               : dir == QByteArrayView("both") ? Direction::Both
                                                               : Direction::Forward;
        const QString whose = tr("the connection “%1”").arg(object.text("label").left(40));
        if (const QString flow = object.text(dialect::kFlow); !flow.isEmpty()) {
            const auto known = fromWord<Flow>(flow);
            connection.flow = known.value_or(Flow::Request);
            if (!known)
                doNotTake(
                    tr("The flow “%1” is not known; the connection became a request.").arg(flow.left(40)));
        }
        connection.label = clipped(labelOf(object), limits::kLongest<&Connection::label>, whose);
        readLabelPlace(object, connection);
        readRoute(object, connection);
        readHangers(object, connection.id, whose);
        design().connections.put(connection);
    }

    QString labelOf(const DotObject& object) const {
        const QString said = textOf(object, dialect::kLabel);
        if (!said.isEmpty() && QByteArrayView(dottext::encodeLabel(said)) == object.value("label"))
            return said;
        return dottext::decodeLabel(object.value("label"), {}, graph_.name());
    }

    static void readLabelPlace(const DotObject& object, Connection& connection) {
        const auto size = dottext::numbers(object.value(dialect::kLabelSize));
        if (size && size->size() == 2) {
            const auto length = [](double points) {
                return Coord(std::clamp(std::round(points * kUnitsPerPoint), 0.0, double(kMaxSize)));
            };
            connection.labelSize = {length(size->at(0)), length(size->at(1))};
        }
        bool ok = false;
        const int at = object.text(dialect::kLabelAt).toInt(&ok);
        if (ok)
            connection.labelAt = std::clamp(at, 0, 1000);
    }

    /// A route is kept when it is as it was written, or when it still fits: somebody may have moved an end.
    void readRoute(const DotObject& object, Connection& connection) {
        const auto waypoints = splines::readRoute(object.value(dialect::kWaypoints));
        if (waypoints && waypoints->size() <= limits::kWaypoints)
            connection.waypoints = *waypoints;
        const auto route = splines::readRoute(object.value(dialect::kRoute));
        if (!route || route->size() < 2 || route->size() > limits::kRoutePoints)
            return;
        const auto source = design().rectOf(connection.source);
        const auto target = design().rectOf(connection.target);
        const bool placed =
            !placement_.isUnplaced(connection.source) && !placement_.isUnplaced(connection.target);
        if (object.isTrue(dialect::kLoose) || (placed && splines::fits(*route, *source, *target)))
            connection.route = *route;
    }

    DotListReader lists_;
    NameGiver names_;
    QStringList nodeNames_;    ///< by node: the name that it can keep, or empty
    QStringList clusterNames_; ///< by cluster: likewise
    QHash<QString, std::uint32_t> clusterByName_;
    QHash<ElementId, QString> shownDecisions_; ///< by card: the id of a decision, as written
};

} // namespace

Result<Import> readOwnGraph(DotGraph& graph, const Catalogue& catalogue, const ImportContext& context,
                            int timeoutMs, const std::atomic<bool>* cancelled) {
    return OwnReader(graph, catalogue, context).read(timeoutMs, cancelled);
}

} // namespace groundplan
