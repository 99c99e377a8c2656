#include "model/exchange/drawio_writer.h"

#include "model/design/shown_technology.h"
#include "model/design/web_link.h"
#include "model/exchange/drawio_attributes.h"
#include "model/exchange/drawio_carried.h"
#include "model/exchange/drawio_figure.h"
#include "model/exchange/drawio_text.h"
#include "model/graphviz/card_text.h"
#include "model/graphviz/dot_looks.h"

#include <QHash>
#include <QSet>
#include <QXmlStreamWriter>

#include <array>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

using namespace drawiotext;
using Attribute = std::pair<QString, QString>;

// Styles are "key=value;key=value;".
constexpr char kFont[] = "html=1;whiteSpace=wrap;fontFamily=Inter;";
constexpr char kFrame[] =
    "rounded=1;absoluteArcSize=1;arcSize=28;container=1;collapsible=0;recursiveResize=0;"
    "dropTarget=1;verticalAlign=top;align=left;spacingLeft=12;spacingTop=6;fontSize=12;"
    "fillColor=#f2f4f7;fontColor=#5d6b82;";
constexpr char kCard[] = "rounded=1;absoluteArcSize=1;arcSize=12;verticalAlign=top;align=left;spacingLeft=12;"
                         "spacingTop=8;spacingRight=12;overflow=hidden;fontSize=12;fillColor=#fff6d6;"
                         "strokeColor=#b7791f;fontColor=#1b1f27;";
constexpr char kLocked[] = "locked=1;movable=0;resizable=0;rotatable=0;deletable=0;editable=0;";

struct FlowLine {
    const char* style;
    const char* colour;
};
constexpr std::array<FlowLine, wordCount<Flow>()> kFlowLines = {{
    {"strokeWidth=1.6;", dotlooks::kInk},                          // request
    {"strokeWidth=2.4;", "#0f766e"},                               // stream
    {"strokeWidth=1.6;dashed=1;dashPattern=7 4;", dotlooks::kInk}, // batch
    {"strokeWidth=1.6;dashed=1;dashPattern=9 3 2 3;", "#6d28d9"},  // training data
    {"strokeWidth=3.2;", "#be185d"},                               // model artifact
    {"strokeWidth=1.6;dashed=1;dashPattern=4 3;", "#9a5b0a"},      // feedback
    {"strokeWidth=1.6;dashed=1;dashPattern=1.6 2.6;", "#c2410c"},  // telemetry
}};

class Writer {
public:
    Writer(const Design& design, const Catalogue& catalogue, bool carries)
        : design_(design)
        , catalogue_(catalogue)
        , carries_(carries)
        , xml_(&bytes_) {
        for (const Element* element : design.elements.sorted()) {
            const ElementId parent =
                element->type == ElementType::Connection ? frameAround(*element) : element->parent;
            children_[parent].append(element);
        }
    }

    QByteArray write() {
        xml_.setAutoFormatting(true);
        xml_.setAutoFormattingIndent(1);
        xml_.writeStartDocument();
        xml_.writeStartElement(u"mxfile"_s);
        xml_.writeAttribute(u"host"_s, u"Groundplan"_s);
        xml_.writeStartElement(u"diagram"_s);
        xml_.writeAttribute(u"id"_s, u"design"_s);
        const QString title = drawiotext::xml(design_.board.title.simplified());
        xml_.writeAttribute(u"name"_s, title.isEmpty() ? u"Design"_s : title);
        xml_.writeStartElement(u"mxGraphModel"_s);
        for (const auto& [key, value] :
             {Attribute{u"grid"_s, u"1"_s}, Attribute{u"gridSize"_s, u"10"_s}, Attribute{u"guides"_s, u"1"_s},
              Attribute{u"tooltips"_s, u"1"_s}, Attribute{u"connect"_s, u"1"_s},
              Attribute{u"arrows"_s, u"1"_s}, Attribute{u"fold"_s, u"1"_s}, Attribute{u"page"_s, u"0"_s},
              Attribute{u"pageScale"_s, u"1"_s}, Attribute{u"math"_s, u"0"_s},
              Attribute{u"shadow"_s, u"0"_s}})
            xml_.writeAttribute(key, value);
        xml_.writeStartElement(u"root"_s);
        writeRoot();
        writeInside({}, {});
        xml_.writeEndDocument();
        return bytes_;
    }

private:
    void writeRoot() {
        xml_.writeStartElement(u"UserObject"_s);
        xml_.writeAttribute(u"id"_s, u"0"_s);
        xml_.writeAttribute(u"label"_s, u""_s);
        if (carries_)
            xml_.writeAttribute(drawio::kCarried, drawio::carriedText(design_));
        xml_.writeEmptyElement(u"mxCell"_s);
        xml_.writeEndElement();
        xml_.writeEmptyElement(u"mxCell"_s);
        xml_.writeAttribute(u"id"_s, u"1"_s);
        xml_.writeAttribute(u"parent"_s, u"0"_s);
    }
    static QString cellOf(ElementId id) { return id ? u"e"_s + id.toString() : u"1"_s; }

    /// The innermost frame that both ends of a connection lie in: it takes the line along when it is moved.
    ElementId frameAround(const Element& element) const {
        const Connection* connection = design_.connections.find(element.id);
        if (!connection)
            return {};
        QSet<ElementId> above;
        for (const Element* e = design_.elements.find(connection->source); e && e->parent;
             e = design_.elements.find(e->parent))
            above.insert(e->parent);
        for (const Element* e = design_.elements.find(connection->target); e && e->parent;
             e = design_.elements.find(e->parent)) {
            if (above.contains(e->parent))
                return e->parent;
        }
        return {};
    }

    /// In layers, as on the board: frames, connections, all else.
    void writeInside(ElementId frame, Point origin) {
        const QList<const Element*> children = children_.value(frame);
        for (const Element* element : children) {
            if (const Frame* inner = design_.frames.find(element->id)) {
                writeFrame(*element, *inner, origin);
                writeInside(inner->id, inner->rect.topLeft());
            }
        }
        for (const Element* element : children) {
            if (const Connection* connection = design_.connections.find(element->id))
                writeConnection(*element, *connection, frame, origin);
        }
        for (const Element* element : children)
            writeFront(*element, origin);
    }

    void writeFront(const Element& element, Point origin) {
        if (const Block* block = design_.blocks.find(element.id))
            writeBlock(element, *block, origin);
        else if (const Card* card = design_.cards.find(element.id))
            writeBox(element, html(cardText(design_, *card)), QLatin1StringView(kCard), card->rect, origin);
        else if (const Shape* shape = design_.shapes.find(element.id))
            writeShape(element, *shape, origin);
        else if (const Image* image = design_.images.find(element.id))
            writeImage(element, *image, origin);
        else if (const Stroke* stroke = design_.strokes.find(element.id))
            writeStroke(element, *stroke, origin);
    }

    /// A cell, within an object where it has data. `geometry` writes what is inside.
    template <class Geometry>
    void writeCell(const Element& element, const QString& label, const QString& style, ElementId parent,
                   const QList<Attribute>& cell, QList<Attribute> data, const Geometry& geometry) {
        if (const QString tip = tooltip(design_, element.id); !tip.isEmpty())
            data.append({u"tooltip"_s, tip});
        if (const QString mark = drawio::markOf(design_, element, carries_); !mark.isEmpty())
            data.append({drawio::kCarried, mark});
        const bool isObject = !data.isEmpty();
        xml_.writeStartElement(isObject ? u"UserObject"_s : u"mxCell"_s);
        xml_.writeAttribute(u"id"_s, cellOf(element.id));
        xml_.writeAttribute(isObject ? u"label"_s : u"value"_s, label);
        for (const auto& [key, value] : std::as_const(data))
            xml_.writeAttribute(key, value);
        if (isObject)
            xml_.writeStartElement(u"mxCell"_s);
        xml_.writeAttribute(u"style"_s, style + QLatin1StringView(element.locked ? kLocked : ""));
        xml_.writeAttribute(u"parent"_s, cellOf(parent));
        for (const auto& [key, value] : cell)
            xml_.writeAttribute(key, value);
        xml_.writeStartElement(u"mxGeometry"_s);
        geometry();
        xml_.writeEndElement();
        xml_.writeEndElement();
        if (isObject)
            xml_.writeEndElement();
    }

    void writeBox(const Element& element, const QString& label, const QString& style, const Rect& rect,
                  Point origin, const QList<Attribute>& data = {}) {
        writeCell(element, label, QLatin1StringView(kFont) + style, element.parent, {{u"vertex"_s, u"1"_s}},
                  data, [&] {
                      xml_.writeAttribute(u"x"_s, length(rect.x - origin.x));
                      xml_.writeAttribute(u"y"_s, length(rect.y - origin.y));
                      xml_.writeAttribute(u"width"_s, length(rect.w));
                      xml_.writeAttribute(u"height"_s, length(rect.h));
                      xml_.writeAttribute(u"as"_s, u"geometry"_s);
                  });
    }

    static QString strong(const QString& text) { return u"<b>"_s + html(text) + u"</b>"_s; }

    void writeBlock(const Element& element, const Block& block, Point origin) {
        const Kind* kind = catalogue_.kind(block.kind);
        const KindGroup* group = catalogue_.groupOfKind(block.kind);
        QString fill = group ? group->tint : QString::fromLatin1(dotlooks::kPaper);
        QString stroke = group ? group->strong : QString::fromLatin1(dotlooks::kBorder);
        if (!block.colour.isEmpty()) {
            stroke = block.colour;
            fill = QString::fromLatin1(dotlooks::lightened(block.colour, 4));
        }
        QString label = strong(design_.captionOf(block.id));
        if (!block.technology.isEmpty() && showsTechnology(block))
            label += u"<br><font style=\"font-size: 11px\">"_s + html(block.technology) + u"</font>"_s;
        QList<Attribute> data{{u"kind"_s, drawiotext::xml(block.kind)}, {u"name"_s, block.name}};
        if (!block.technology.isEmpty())
            data.append({u"technology"_s, drawiotext::xml(block.technology)});
        if (block.path != Path::Unset)
            data.append({u"path"_s, wordOf(block.path)});
        if (block.ml)
            data.append({u"ml"_s, u"true"_s});
        if (!block.link.isEmpty() && webLink(block.link).isValid())
            data.append({u"link"_s, drawiotext::xml(block.link)});
        writeBox(element, label,
                 drawio::figureOf(kind ? kind->dotShape : QString()) +
                     u"fontSize=13;fontColor=#1b1f27;fillColor=%1;strokeColor=%2;"_s.arg(fill, stroke),
                 block.rect, origin, data);
    }

    void writeFrame(const Element& element, const Frame& frame, Point origin) {
        QString label = strong(design_.captionOf(frame.id));
        if (!frame.remark.isEmpty())
            label += u" &nbsp; "_s + html(frame.remark);
        const QString colour = frame.colour.isEmpty() ? QString::fromLatin1(dotlooks::kBorder) : frame.colour;
        writeBox(element, label, QLatin1StringView(kFrame) + u"strokeColor=%1;"_s.arg(colour), frame.rect,
                 origin, {{u"name"_s, frame.name}});
    }

    void writeShape(const Element& element, const Shape& shape, Point origin) {
        const QString ink = shape.colour.isEmpty() ? QString::fromLatin1(dotlooks::kText) : shape.colour;
        QString style = u"fontColor=%1;fontSize=%2;"_s.arg(ink, length(shape.textSize));
        if (shape.kind == ShapeKind::Text) {
            style += u"text;align=left;verticalAlign=top;strokeColor=none;fillColor=none;spacing=0;"_s;
        } else {
            style += u"strokeColor=%1;fillColor=%2;"_s.arg(
                ink, shape.filled ? QString::fromLatin1(dotlooks::lightened(ink, 4)) : u"none"_s);
            style += shape.kind == ShapeKind::Ellipse ? u"ellipse;"_s : u"rounded=0;"_s;
        }
        writeBox(element, html(shape.text), style, shape.rect, origin);
    }

    void writeImage(const Element& element, const Image& image, Point origin) {
        const QByteArray bytes = design_.assets.bytes(image.asset);
        const QString type = bytes.startsWith("\xff\xd8") ? u"jpeg"_s : u"png"_s;
        // draw.io leaves ";base64" out, since ";" divides styles.
        const QString style =
            u"shape=image;imageAspect=0;verticalLabelPosition=bottom;verticalAlign=top;noLabel=1;"
            "image=data:image/%1,%2;"_s.arg(type, QString::fromLatin1(bytes.toBase64()));
        writeBox(element, html(image.description), style, image.rect, origin);
    }

    void writePoint(Point point, Point origin, const QString& as = {}) {
        xml_.writeEmptyElement(u"mxPoint"_s);
        xml_.writeAttribute(u"x"_s, length(qint64(point.x) - origin.x));
        xml_.writeAttribute(u"y"_s, length(qint64(point.y) - origin.y));
        if (!as.isEmpty())
            xml_.writeAttribute(u"as"_s, as);
    }
    void writeCorners(const QList<Point>& corners, Point origin) {
        if (corners.isEmpty())
            return;
        xml_.writeStartElement(u"Array"_s);
        xml_.writeAttribute(u"as"_s, u"points"_s);
        for (const Point& corner : corners)
            writePoint(corner, origin);
        xml_.writeEndElement();
    }

    /// Where on the border of `rect` a line ends.
    static QString endStyle(const QString& end, Point point, const Rect& rect) {
        return u"%1X=%2;%1Y=%3;%1Dx=0;%1Dy=0;%1Perimeter=0;"_s.arg(
            end, share(double(point.x - rect.x) / rect.w), share(double(point.y - rect.y) / rect.h));
    }

    void writeConnection(const Element& element, const Connection& connection, ElementId parent,
                         Point origin) {
        const FlowLine& line = kFlowLines[std::size_t(connection.flow)];
        const QList<Point> route = design_.routeOf(connection);
        const auto source = design_.rectOf(connection.source);
        const auto target = design_.rectOf(connection.target);
        QString style = u"html=1;fontFamily=Inter;fontSize=11;fontColor=#5d6b82;labelBackgroundColor=#ffffff;"
                        "rounded=1;arcSize=18;endSize=5;startSize=5;"_s;
        style += QLatin1StringView(line.style) + u"strokeColor="_s + QLatin1StringView(line.colour) + u';';
        style +=
            connection.direction == Direction::None ? u"endArrow=none;"_s : u"endArrow=block;endFill=1;"_s;
        style += connection.direction == Direction::Both ? u"startArrow=block;startFill=1;"_s
                                                         : u"startArrow=none;"_s;
        if (route.size() >= 2 && source && target) {
            style += u"edgeStyle=none;"_s + endStyle(u"exit"_s, route.first(), *source) +
                     endStyle(u"entry"_s, route.last(), *target);
        } else {
            style += u"edgeStyle=orthogonalEdgeStyle;"_s;
        }
        const QList<Attribute> cell{{u"edge"_s, u"1"_s},
                                    {u"source"_s, cellOf(connection.source)},
                                    {u"target"_s, cellOf(connection.target)}};
        writeCell(element, html(connection.label), style, parent, cell,
                  {{u"flow"_s, wordOf(connection.flow)}}, [&] {
                      if (connection.labelAt != 500)
                          xml_.writeAttribute(u"x"_s, share((connection.labelAt - 500) / 500.0));
                      xml_.writeAttribute(u"relative"_s, u"1"_s);
                      xml_.writeAttribute(u"as"_s, u"geometry"_s);
                      if (route.size() > 2)
                          writeCorners(route.mid(1, route.size() - 2), origin);
                  });
    }

    void writeStroke(const Element& element, const Stroke& stroke, Point origin) {
        QList<Point> line;
        for (const StrokePoint& point : stroke.points) {
            line.append({stroke.rect.x + Coord(qint64(stroke.rect.w) * point.x / StrokePoint::kFar),
                         stroke.rect.y + Coord(qint64(stroke.rect.h) * point.y / StrokePoint::kFar)});
        }
        if (line.isEmpty())
            return;
        const bool marks = stroke.tool == StrokeTool::Highlighter;
        const bool isArrow = stroke.tool == StrokeTool::Arrow;
        QString style =
            u"edgeStyle=none;html=1;rounded=1;startArrow=none;endArrow=%1;strokeWidth=%2;strokeColor=%3;"_s
                .arg(isArrow ? u"open"_s : u"none"_s, length(stroke.width),
                     stroke.colour.isEmpty() ? QString::fromLatin1(dotlooks::kText) : stroke.colour);
        if (marks)
            style += u"opacity=40;"_s;
        if (stroke.tool == StrokeTool::Pen || marks)
            style += u"curved=1;"_s;
        writeCell(element, {}, style, element.parent, {{u"edge"_s, u"1"_s}}, {}, [&] {
            xml_.writeAttribute(u"relative"_s, u"1"_s);
            xml_.writeAttribute(u"as"_s, u"geometry"_s);
            writePoint(line.first(), origin, u"sourcePoint"_s);
            writePoint(line.last(), origin, u"targetPoint"_s);
            writeCorners(line.mid(1, line.size() - 2), origin);
        });
    }

    const Design& design_;
    const Catalogue& catalogue_;
    const bool carries_;
    QHash<ElementId, QList<const Element*>> children_; ///< back to front
    QByteArray bytes_;
    QXmlStreamWriter xml_;
};

} // namespace

QByteArray writeDrawio(const Design& design, const Catalogue& catalogue, bool carries) {
    return Writer(design, catalogue, carries).write();
}

} // namespace groundplan
