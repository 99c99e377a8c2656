#include "model/graphviz/dot.h"

#include "model/design/label_place.h"
#include "model/design/names.h"
#include "model/design/shown_technology.h"
#include "model/graphviz/card_text.h"
#include "model/graphviz/dialect.h"
#include "model/graphviz/dot_builder.h"
#include "model/graphviz/dot_lists.h"
#include "model/graphviz/dot_looks.h"
#include "model/graphviz/dot_text.h"
#include "model/graphviz/labels.h"
#include "model/graphviz/splines.h"
#include "model/graphviz/stroke_text.h"
#include "model/graphviz/text_form.h"

#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

using namespace dotlooks;
using Attributes = DotBuilder::Attributes;

// Graphviz's own attributes.
constexpr char kArrowHead[] = "arrowhead";
constexpr char kArrowSize[] = "arrowsize";
constexpr char kArrowTail[] = "arrowtail";
constexpr char kBb[] = "bb";
constexpr char kBgColor[] = "bgcolor";
constexpr char kColor[] = "color";
constexpr char kCompound[] = "compound";
constexpr char kDir[] = "dir";
constexpr char kFillColor[] = "fillcolor";
constexpr char kFixedSize[] = "fixedsize";
constexpr char kFontColor[] = "fontcolor";
constexpr char kFontName[] = "fontname";
constexpr char kFontSize[] = "fontsize";
constexpr char kHeight[] = "height";
constexpr char kLabelJust[] = "labeljust";
constexpr char kLabelLoc[] = "labelloc";
constexpr char kLabelText[] = "label";
constexpr char kLHead[] = "lhead";
constexpr char kLp[] = "lp";
constexpr char kLTail[] = "ltail";
constexpr char kMargin[] = "margin";
constexpr char kNodeSep[] = "nodesep";
constexpr char kPenWidth[] = "penwidth";
constexpr char kPeripheries[] = "peripheries";
constexpr char kPos[] = "pos";
constexpr char kRankDir[] = "rankdir";
constexpr char kRankSep[] = "ranksep";
constexpr char kShape[] = "shape";
constexpr char kStyle[] = "style";
constexpr char kSvgId[] = "id";
constexpr char kWidth[] = "width";

class Writer {
public:
    enum class Form { Dot, Text };

    Writer(const Design& design, const Catalogue& catalogue, Form form)
        : design_(design)
        , catalogue_(catalogue)
        , form_(form)
        , lists_(design)
        , builder_(slugOf(design.board.title).toUtf8()) {}

    /// Pictures that are to be kept beside the text, by their keys.
    const QMap<QString, QByteArray>& beside() const { return beside_; }

    QByteArray write() {
        writeBoard();
        takeNames();
        writeFrames();
        for (const Element* element : design_.elements.sorted()) {
            if (const Block* block = design_.blocks.find(element->id))
                writeBlock(*element, *block);
            else if (const Card* card = design_.cards.find(element->id))
                writeCard(*element, *card);
            else if (const Stroke* stroke = design_.strokes.find(element->id))
                writeStroke(*element, *stroke);
            else if (const Shape* shape = design_.shapes.find(element->id))
                writeShape(*element, *shape);
            else if (const Image* image = design_.images.find(element->id))
                writeImage(*element, *image);
            else if (const Frame* frame = design_.frames.find(element->id))
                writeAnchor(*frame);
        }
        for (const Element* element : design_.elements.sorted()) {
            if (const Connection* connection = design_.connections.find(element->id))
                writeConnection(*element, *connection);
        }
        return builder_.write();
    }

private:
    /// An attribute of ours with any text; empty texts are left out.
    void put(Attributes& attributes, const char* name, const QString& text) {
        putEncoded(attributes, name, dottext::encodeValue(text).toUtf8());
    }
    void putEncoded(Attributes& attributes, const char* name, const QByteArray& value) {
        if (value.isEmpty())
            return;
        const QList<QByteArray> pieces = dottext::pieces(value, dialect::kLongestValue);
        attributes.emplaceBack(name, pieces.first());
        for (qsizetype i = 1; i < pieces.size(); ++i)
            attributes.append(
                {builder_.intern(name + QByteArray("_") + QByteArray::number(i + 1)), pieces[i]});
    }
    static void putFlag(Attributes& attributes, const char* name, bool value) {
        if (value)
            attributes.emplaceBack(name, "true");
    }

    void writeBoard() {
        const Board& board = design_.board;
        Attributes graph{
            {kBgColor, kPaper},
            {kCompound, "true"},
            {kFontColor, kText},
            {kFontName, "Inter"},
            {kFontSize, "16"},
            {kLabelJust, "l"},
            {kLabelLoc, "t"},
            {kNodeSep, "0.5"},
            {kRankDir, "LR"},
            {kRankSep, "0.9"},
            {dialect::kVersionOf, QByteArray::number(dialect::kVersion)},
        };
        if (!board.title.isEmpty())
            graph.emplaceBack(kLabelText, dottext::encodeLabel(board.title));
        put(graph, dialect::kBoardTitle, board.title);
        put(graph, dialect::kBoardTask, board.task);
        putEncoded(graph, dialect::kBoardNotes, lists_.notesOf({}));
        putEncoded(graph, dialect::kBoardDecisions, lists_.decisionsOf({}));
        putEncoded(graph, dialect::kBoardMetrics, lists_.metricsOf({}));
        putEncoded(graph, dialect::kRequirements, lists_.requirements());
        putEncoded(graph, dialect::kBoardProperties, lists_.propertiesOf({}));
        put(graph, dialect::kFramework, board.framework);
        put(graph, dialect::kPractice, board.practice);
        writeAssets(graph);
        builder_.setGraph(graph);
        builder_.setNodeDefaults({
            {kColor, kBorder},
            {kFillColor, kPaper},
            {kFixedSize, "true"},
            {kFontColor, kText},
            {kFontName, "Inter"},
            {kFontSize, "13"},
            {kLabelText, "\\N"},
            {kMargin, "0.05"},
            {kPenWidth, "1"},
            {kShape, "box"},
            {kSvgId, "\\N"},
            {kStyle, "rounded,filled"},
        });
        builder_.setEdgeDefaults({
            {kArrowHead, "normal"},
            {kArrowSize, "0.8"},
            {kArrowTail, "normal"},
            {kColor, kInk},
            {kFontColor, kMuted},
            {kFontName, "Inter"},
            {kFontSize, "11"},
            {kPenWidth, "1.5"},
            {kStyle, "solid"},
        });
    }

    /// The bytes that images show, each once: what is kept beside them for undo is not the design's.
    void writeAssets(Attributes& graph) {
        QMap<QString, QByteArray> shown;
        for (const Image& image : design_.images)
            shown.insert(image.asset, design_.assets.bytes(image.asset));
        for (auto it = shown.cbegin(); it != shown.cend(); ++it) {
            if (form_ == Form::Text && it.value().size() > kLargestAssetInText) {
                beside_.insert(it.key(), it.value());
                continue;
            }
            const char* name = builder_.intern(dialect::kAssetPrefix + it.key().toLatin1());
            putEncoded(graph, name, it.value().toBase64());
        }
    }

    /// Blocks and frames are called by their names; whatever else would have one of those gets its id for a
    /// name.
    void takeNames() {
        for (const Block* block : design_.blocks.sorted())
            nameBlockOrFrame(block->id, block->name);
        for (const Frame* frame : design_.frames.sorted())
            nameBlockOrFrame(frame->id, frame->name);
    }
    void nameBlockOrFrame(ElementId id, const QString& name) {
        const QString free = freeName(isSlug(name) ? name : u"b_"_s + id.toString());
        names_.insert(id, free);
    }
    QString freeName(QString name) {
        while (taken_.contains(name))
            name += u'_';
        taken_.insert(name);
        return name;
    }
    QByteArray nameOf(ElementId id) const { return names_.value(id).toUtf8(); }
    QByteArray clusterOf(ElementId frame) const { return dialect::kClusterPrefix + nameOf(frame); }

    void writeElement(Attributes& attributes, const Element& element) {
        // The id of an edge is its key.
        if (element.type != ElementType::Connection)
            attributes.emplaceBack(dialect::kId, QByteArray::number(element.id.value()));
        attributes.emplaceBack(dialect::kOrder, QByteArray::number(element.order));
        putFlag(attributes, dialect::kLocked, element.locked);
        putFlag(attributes, dialect::kPinned, element.pinned);
        if (element.group)
            attributes.emplaceBack(dialect::kGroup, QByteArray::number(element.group.value()));
        if (element.stop != 0)
            attributes.emplaceBack(dialect::kStop, QByteArray::number(element.stop));
        putEncoded(attributes, dialect::kNotes, lists_.notesOf(element.id));
        putEncoded(attributes, dialect::kDecisions, lists_.decisionsOf(element.id));
        putEncoded(attributes, dialect::kMetrics, lists_.metricsOf(element.id));
        putEncoded(attributes, dialect::kProperties, lists_.propertiesOf(element.id));
    }

    static void writeRect(Attributes& attributes, const Rect& rect) {
        // The centre of a rectangle with an odd side lies between two units: sixteenths hold it.
        const qint64 x = 2 * qint64(rect.x) + rect.w;
        const qint64 y = -(2 * qint64(rect.y) + rect.h);
        attributes.emplaceBack(kPos, dottext::decimal(x, 4) + ',' + dottext::decimal(y, 4) + '!');
        attributes.emplaceBack(kWidth, dottext::inches(rect.w));
        attributes.emplaceBack(kHeight, dottext::inches(rect.h));
    }

    /// Frames, outer ones before what they hold.
    void writeFrames() {
        QHash<ElementId, QList<const Element*>> children;
        for (const Element* element :
             design_.elements.sorted([](const Element& e) { return e.type == ElementType::Frame; }))
            children[element->parent].append(element);
        QList<const Element*> open = children.value({});
        std::reverse(open.begin(), open.end());
        while (!open.isEmpty()) {
            const Element* element = open.takeLast();
            const Frame* frame = design_.frames.find(element->id);
            if (!frame || clusters_.contains(element->id))
                continue;
            writeFrame(*element, *frame);
            const QList<const Element*> inside = children.value(element->id);
            std::copy(inside.rbegin(), inside.rend(), std::back_inserter(open));
        }
    }

    void writeFrame(const Element& element, const Frame& frame) {
        const dotlabels::Lines lines{frame.title, frame.remark};
        Attributes attributes;
        writeElement(attributes, element);
        const QByteArray label = dotlabels::write(lines, dotlabels::Side::Left);
        attributes.emplaceBack(kLabelText, label);
        if (dotlabels::read(label, dotlabels::Side::Left, {}, frame.remark, {}, {}) != lines)
            put(attributes, dialect::kTitle, frame.title);
        put(attributes, dialect::kRemark, frame.remark);
        put(attributes, dialect::kColour, frame.colour);
        putFlag(attributes, dialect::kOwnTitle, frame.ownTitle);

        attributes.emplaceBack(kStyle, "rounded,filled");
        attributes.append(
            {kFillColor, frame.colour.isEmpty() ? QByteArray(kFrame) : lightened(frame.colour, 11)});
        attributes.emplaceBack(kColor, frame.colour.isEmpty() ? QByteArray(kBorder) : frame.colour.toUtf8());
        attributes.emplaceBack(kFontColor, kMuted);
        attributes.emplaceBack(kFontSize, "12");
        attributes.emplaceBack(kMargin, "16");
        writePlace(attributes, frame);
        clusters_.insert(element.id, builder_.addSubgraph(clusters_.value(element.parent, DotBuilder::kRoot),
                                                          clusterOf(element.id), attributes));
    }
    void writePlace(Attributes& attributes, const Frame& frame) {
        const Rect& r = frame.rect;
        if (form_ == Form::Text) {
            attributes.append({dialect::kRect, dottext::decimal(r.x, 3) + ',' + dottext::decimal(r.y, 3) +
                                                   ',' + dottext::decimal(r.w, 3) + ',' +
                                                   dottext::decimal(r.h, 3)});
            return;
        }
        attributes.append(
            {kBb, dottext::decimal(r.left(), 3) + ',' + dottext::decimal(-qint64(r.bottom()), 3) + ',' +
                      dottext::decimal(r.right(), 3) + ',' + dottext::decimal(-qint64(r.top()), 3)});
        const Point title = titleMiddle(frame);
        attributes.emplaceBack(kLp,
                               dottext::decimal(title.x, 3) + ',' + dottext::decimal(-qint64(title.y), 3));
    }
    /// About where the middle of a frame's title lies when it begins at the top left; fonts are not known
    /// here.
    static Point titleMiddle(const Frame& frame) {
        constexpr Coord kLetter = 7 * kUnitsPerPoint;
        constexpr Coord kLine = 15 * kUnitsPerPoint;
        const bool remark = !frame.remark.isEmpty();
        const qsizetype letters =
            std::min<qsizetype>(std::max(frame.title.size(), frame.remark.size()), 1000);
        const Coord half = std::min(Coord(letters) * kLetter / 2, frame.rect.w / 2 - 8 * kUnitsPerPoint);
        return {frame.rect.x + 10 * kUnitsPerPoint + std::max(half, 0),
                frame.rect.y + 8 * kUnitsPerPoint + (remark ? kLine : kLine / 2)};
    }

    int clusterAround(const Element& element) const {
        return clusters_.value(element.parent, DotBuilder::kRoot);
    }

    /// dot drops clusters without nodes, and no edge can end at one.
    void writeAnchor(const Frame& frame) {
        Attributes attributes{
            {dialect::kAnchor, "true"}, {kStyle, "invis"}, {kShape, "point"},
            {kLabelText, ""},           {kWidth, "0.01"},  {kHeight, "0.01"},
        };
        if (form_ == Form::Dot) {
            const Point middle = frame.rect.center();
            attributes.append(
                {kPos, dottext::decimal(middle.x, 3) + ',' + dottext::decimal(-qint64(middle.y), 3) + '!'});
        }
        nodes_.insert(
            frame.id,
            builder_.addNode(
                clusters_.value(frame.id, DotBuilder::kRoot),
                freeName(names_.value(frame.id) + QLatin1StringView(dialect::kAnchorSuffix)).toUtf8(),
                attributes));
    }

    void writeBlock(const Element& element, const Block& block) {
        const dotlabels::Lines lines{block.title, block.technology};
        Attributes attributes;
        writeElement(attributes, element);
        const dotlabels::Lines shown{block.title, showsTechnology(block) ? block.technology : QString()};
        const QByteArray label = dotlabels::write(shown, dotlabels::Side::Middle);
        attributes.emplaceBack(kLabelText, label);
        if (dotlabels::read(label, dotlabels::Side::Middle, {}, block.technology, {}, {}) != lines)
            put(attributes, dialect::kTitle, block.title);
        put(attributes, dialect::kTechnology, block.technology);
        put(attributes, dialect::kKind, block.kind);
        put(attributes, dialect::kDescription, block.description);
        put(attributes, dialect::kLink, block.link);
        put(attributes, dialect::kColour, block.colour);
        putFlag(attributes, dialect::kOwnTitle, block.ownTitle);
        putFlag(attributes, dialect::kMl, block.ml);
        if (block.path != Path::Unset)
            attributes.emplaceBack(dialect::kPath, QByteArray(wordOf(block.path).data()));
        writeRect(attributes, block.rect);
        writeLook(attributes, block);
        nodes_.insert(element.id, builder_.addNode(clusterAround(element), nameOf(element.id), attributes));
    }

    void writeLook(Attributes& attributes, const Block& block) {
        const Kind* kind = catalogue_.kind(block.kind);
        const ShapeLook look = lookOf(kind ? kind->dotShape : QString());
        attributes.emplaceBack(kShape, look.shape);
        attributes.emplaceBack(kStyle, look.style);
        if (look.twoLines)
            attributes.emplaceBack(kPeripheries, "2");
        if (!block.colour.isEmpty()) {
            attributes.emplaceBack(kColor, block.colour.toUtf8());
            attributes.emplaceBack(kFillColor, lightened(block.colour, 3));
        } else if (const KindGroup* group = catalogue_.groupOfKind(block.kind)) {
            attributes.emplaceBack(kColor, group->strong.toUtf8());
            attributes.emplaceBack(kFillColor, group->tint.toUtf8());
        }
        if (block.ml)
            attributes.emplaceBack(kPenWidth, "2");
    }

    void writeCard(const Element& element, const Card& card) {
        Attributes attributes;
        writeElement(attributes, element);
        attributes.emplaceBack(dialect::kCard, QByteArray(wordOf(card.kind).data()));
        attributes.emplaceBack(kLabelText,
                               dotlabels::writeCard(cardText(design_, card), points(card.rect.w)));
        put(attributes, dialect::kText, card.text);
        if (card.decision)
            attributes.emplaceBack(dialect::kDecision, QByteArray::number(card.decision.value()));
        writeRect(attributes, card.rect);
        attributes.emplaceBack(kShape, "note");
        attributes.emplaceBack(kStyle, "filled");
        attributes.emplaceBack(kColor, kStickyBorder);
        attributes.emplaceBack(kFillColor, kSticky);
        attributes.emplaceBack(kFontSize, "11");
        const QString name = QLatin1StringView(dialect::kCardPrefix) + element.id.toString();
        builder_.addNode(clusterAround(element), freeName(name).toUtf8(), attributes);
    }

    void addDrawing(const Element& element, const char* prefix, const Attributes& attributes) {
        const QString name = QLatin1StringView(prefix) + element.id.toString();
        builder_.addNode(clusterAround(element), freeName(name).toUtf8(), attributes);
    }

    /// DOT has no word for a free line: other programs keep its place clear.
    void writeStroke(const Element& element, const Stroke& stroke) {
        Attributes attributes;
        writeElement(attributes, element);
        attributes.emplaceBack(dialect::kStroke, QByteArray(wordOf(stroke.tool).data()));
        put(attributes, dialect::kColour, stroke.colour);
        attributes.emplaceBack(dialect::kStrokeWidth, dottext::decimal(stroke.width, 3));
        putEncoded(attributes, dialect::kStrokePoints, stroketext::write(stroke.points));
        writeRect(attributes, stroke.rect);
        attributes.emplaceBack(kLabelText, "");
        attributes.emplaceBack(kStyle, "invis");
        addDrawing(element, dialect::kStrokePrefix, attributes);
    }

    void writeShape(const Element& element, const Shape& shape) {
        Attributes attributes;
        writeElement(attributes, element);
        attributes.emplaceBack(dialect::kShapeKind, QByteArray(wordOf(shape.kind).data()));
        put(attributes, dialect::kText, shape.text);
        put(attributes, dialect::kColour, shape.colour);
        putFlag(attributes, dialect::kFilled, shape.filled);
        attributes.emplaceBack(dialect::kTextSize, dottext::decimal(shape.textSize, 3));
        writeRect(attributes, shape.rect);
        const bool isText = shape.kind == ShapeKind::Text;
        const auto side = isText ? dotlabels::Side::Left : dotlabels::Side::Middle;
        attributes.emplaceBack(
            kLabelText, dotlabels::writeText(shape.text, points(shape.rect.w), points(shape.textSize), side));
        attributes.emplaceBack(kShape, isText                             ? "plaintext"
                                       : shape.kind == ShapeKind::Ellipse ? "ellipse"
                                                                          : "box");
        attributes.emplaceBack(kStyle, shape.filled && !isText ? "filled" : "solid");
        // A text larger than its rectangle is no mistake.
        attributes.emplaceBack(kFixedSize, "shape");
        if (isText)
            attributes.emplaceBack(kLabelLoc, "t");
        attributes.emplaceBack(kFontSize, dottext::decimal(shape.textSize, 3));
        const QString colour = shape.colour.isEmpty() ? QString::fromLatin1(kText) : shape.colour;
        attributes.emplaceBack(kColor, colour.toUtf8());
        attributes.emplaceBack(kFontColor, colour.toUtf8());
        attributes.emplaceBack(kFillColor, lightened(colour, 5));
        addDrawing(element, dialect::kShapePrefix, attributes);
    }

    /// The bytes are in this file and not in one beside it, where Graphviz looks for pictures: it gets an
    /// outline.
    void writeImage(const Element& element, const Image& image) {
        Attributes attributes;
        writeElement(attributes, element);
        put(attributes, dialect::kImage, image.asset);
        put(attributes, dialect::kDescription, image.description);
        writeRect(attributes, image.rect);
        constexpr double kSize = 11;
        attributes.emplaceBack(kLabelText, dotlabels::writeText(image.description, points(image.rect.w),
                                                                kSize, dotlabels::Side::Middle));
        attributes.emplaceBack(kFontSize, "11");
        attributes.emplaceBack(kFontColor, kMuted);
        attributes.emplaceBack(kFixedSize, "shape");
        attributes.emplaceBack(kStyle, "dashed");
        addDrawing(element, dialect::kImagePrefix, attributes);
    }

    void writeConnection(const Element& element, const Connection& connection) {
        const auto source = nodes_.constFind(connection.source);
        const auto target = nodes_.constFind(connection.target);
        if (source == nodes_.cend() || target == nodes_.cend())
            return;
        Attributes attributes;
        writeElement(attributes, element);
        if (connection.flow != Flow::Request)
            attributes.emplaceBack(dialect::kFlow, QByteArray(wordOf(connection.flow).data()));
        const FlowLook& look = kFlowLooks[std::size_t(connection.flow)];
        attributes.emplaceBack(kStyle, look.style);
        attributes.emplaceBack(kPenWidth, look.penWidth);
        attributes.emplaceBack(kArrowHead, look.arrow);
        attributes.emplaceBack(kColor, look.colour);
        if (connection.direction == Direction::Both) {
            attributes.emplaceBack(kDir, "both");
            attributes.emplaceBack(kArrowTail, look.arrow);
        } else if (connection.direction == Direction::None) {
            attributes.emplaceBack(kDir, "none");
        }
        if (!connection.label.isEmpty()) {
            const QByteArray label = dottext::encodeLabel(connection.label);
            attributes.emplaceBack(kLabelText, label);
            if (dottext::decodeLabel(label, {}, {}) != connection.label)
                put(attributes, dialect::kLabel, connection.label);
        }
        if (form_ == Form::Dot && connection.labelSize != Size{}) {
            attributes.emplaceBack(dialect::kLabelSize, dottext::decimal(connection.labelSize.w, 3) + ',' +
                                                            dottext::decimal(connection.labelSize.h, 3));
        }
        if (connection.labelAt != Connection().labelAt &&
            (form_ == Form::Dot || isLabelByHand(connection.labelAt)))
            attributes.emplaceBack(dialect::kLabelAt, QByteArray::number(connection.labelAt));
        writeEnds(attributes, connection);
        writeRoute(attributes, connection);
        builder_.addEdge(*source, *target, QByteArray::number(element.id.value()), attributes);
    }

    /// An edge that ends at a frame is cut off at its border, unless it comes from inside.
    void writeEnds(Attributes& attributes, const Connection& connection) const {
        const auto isAround = [this](ElementId frame, ElementId other) {
            return frame == other || design_.isInside(other, frame);
        };
        if (design_.frames.contains(connection.source) && !isAround(connection.source, connection.target))
            attributes.emplaceBack(kLTail, clusterOf(connection.source));
        if (design_.frames.contains(connection.target) && !isAround(connection.target, connection.source))
            attributes.emplaceBack(kLHead, clusterOf(connection.target));
    }

    /// Graphviz paints no pill under a label: it stands above a level piece of the line and to the right of
    /// an upright one, so that the line does not run through it.
    static Point labelMiddle(const QList<Point>& corners, const Connection& connection) {
        constexpr Coord kAbove = 10 * kUnitsPerPoint;
        constexpr Coord kBeside = 4 * kUnitsPerPoint;
        constexpr Coord kHalfLetter = 3 * kUnitsPerPoint;
        const Point at = splines::pointAt(corners, connection.labelAt);
        const Point before = splines::pointAt(corners, connection.labelAt - 1);
        const Point after = splines::pointAt(corners, connection.labelAt + 1);
        if (std::abs(after.x - before.x) >= std::abs(after.y - before.y))
            return {at.x, at.y - kAbove};
        const auto letters = Coord(std::min<qsizetype>(connection.label.size(), 1000));
        return {at.x + kBeside + letters * kHalfLetter, at.y};
    }

    void writeRoute(Attributes& attributes, const Connection& connection) const {
        if (!connection.waypoints.isEmpty())
            attributes.emplaceBack(dialect::kWaypoints, splines::writeRoute(connection.waypoints));
        if (connection.route.isEmpty() || form_ == Form::Text)
            return;
        attributes.emplaceBack(dialect::kRoute, splines::writeRoute(connection.route));
        const bool fits = splines::fits(connection.route, *design_.rectOf(connection.source),
                                        *design_.rectOf(connection.target));
        putFlag(attributes, dialect::kLoose, !fits);
        const QList<Point> corners = design_.routeOf(connection);
        const QByteArray pos = splines::writePos(corners, connection.direction);
        if (pos.isEmpty())
            return;
        attributes.emplaceBack(kPos, pos);
        if (!connection.label.isEmpty()) {
            const Point middle = labelMiddle(corners, connection);
            attributes.append(
                {kLp, dottext::decimal(middle.x, 3) + ',' + dottext::decimal(-qint64(middle.y), 3)});
        }
    }

    const Design& design_;
    const Catalogue& catalogue_;
    const Form form_;
    DotListWriter lists_;
    DotBuilder builder_;
    QHash<ElementId, QString> names_;
    QSet<QString> taken_;
    QHash<ElementId, int> clusters_;
    QHash<ElementId, int> nodes_; ///< of blocks and of the anchors of frames
    QMap<QString, QByteArray> beside_;
};

} // namespace

QByteArray writeDot(const Design& design, const Catalogue& catalogue) {
    return Writer(design, catalogue, Writer::Form::Dot).write();
}

TextForm writeTextForm(const Design& design, const Catalogue& catalogue) {
    Writer writer(design, catalogue, Writer::Form::Text);
    const QByteArray text = writer.write();
    return {text, writer.beside()};
}

} // namespace groundplan
