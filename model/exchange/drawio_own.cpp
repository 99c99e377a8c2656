#include "model/exchange/drawio_own.h"

#include "model/design/recognition.h"
#include "model/exchange/board_place.h"
#include "model/exchange/drawio_attributes.h"
#include "model/exchange/drawio_figure.h"
#include "model/exchange/drawio_text.h"
#include "model/exchange/html_text.h"
#include "model/exchange/plain_colour.h"
#include "model/graphviz/dot_looks.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

namespace {

using NodeType = Diagram::NodeType;

bool isSame(const Style& one, const Style& other, std::initializer_list<QString> names) {
    return std::all_of(names.begin(), names.end(),
                       [&](const QString& name) { return one.value(name) == other.value(name); });
}

bool looksTheSame(ElementType type, const Style& is, const Style& was, const Design& design, ElementId id) {
    switch (type) {
    case ElementType::Block:
        // Colours of kinds are recognised where they are known.
        return !design.blocks.find(id)->colour.isEmpty() &&
               isSame(is, was, {u"fillColor"_s, u"strokeColor"_s});
    case ElementType::Frame:
        return isSame(is, was, {u"fillColor"_s, u"strokeColor"_s});
    case ElementType::Shape:
        return isSame(is, was, {u"fillColor"_s, u"strokeColor"_s, u"fontColor"_s, u"fontSize"_s});
    case ElementType::Connection:
        return isSame(is, was, {u"dashed"_s, u"dashPattern"_s, u"strokeWidth"_s});
    case ElementType::Stroke:
        return isSame(is, was, {u"strokeColor"_s, u"strokeWidth"_s});
    case ElementType::Card:
    case ElementType::Image:
        break;
    }
    return true;
}

/// How far the points lie from where they were, all of them alike; nothing: the line was bent.
std::optional<QPointF> movedBy(const QList<QPointF>& is, const QList<QPointF>& was) {
    if (is.size() != was.size())
        return std::nullopt;
    const QPointF by = is.isEmpty() ? QPointF() : is.first() - was.first();
    for (qsizetype i = 0; i < is.size(); ++i) {
        constexpr double kNothing = 0.01;
        const QPointF rest = is[i] - was[i] - by;
        if (std::abs(rest.x()) > kNothing || std::abs(rest.y()) > kNothing)
            return std::nullopt;
    }
    return by;
}
QList<QPointF> wholeLine(const Geometry& geometry) {
    QList<QPointF> line{geometry.start.value_or(QPointF())};
    line += geometry.points;
    line << geometry.end.value_or(QPointF());
    return line;
}

struct Parts {
    QString title;
    QString rest;
};
/// The title is bold; where somebody has typed over that, what followed it is known.
Parts partsOf(const Cell& cell, const QString& label, const QStringList& rests) {
    static const QRegularExpression bold(
        u"^(?:\\s|<(?:div|span|p|font)\\b[^>]*>)*<b\\b[^>]*>(.*?)</b>(.*)$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = bold.match(cell.label); match.hasMatch())
        return {readHtml(match.captured(1)).text, readHtml(match.captured(2)).text};
    for (const QString& rest : rests) {
        const QString known = tidiedLines(rest);
        if (!known.isEmpty() && label.size() > known.size() && label.endsWith(known) &&
            label[label.size() - known.size() - 1].isSpace())
            return {tidiedLines(label.chopped(known.size())), known};
    }
    return {label, {}};
}

QStringList linesOfTip(const QString& tooltip) {
    const QString text = readHtml(QString(tooltip).replace(u'\n', "<br>"_L1)).text; // as draw.io shows it
    return text.split(u'\n', Qt::SkipEmptyParts);
}

/// The colour that was chosen for a block, of which border and fill are made.
QString colourOf(const Style& style, const QString& read) {
    const QString stroke = plainColour(style.value(u"strokeColor"_s));
    // Of a kind without a group.
    if (style.value(u"fillColor"_s) == QLatin1StringView(dotlooks::kPaper) &&
        stroke == QLatin1StringView(dotlooks::kBorder))
        return {};
    return read == QLatin1StringView(dotlooks::lightened(stroke, 4)) ? stroke : read;
}

/// `block` and `written`, null without a design, are what it was.
void readBlock(Diagram::Node& node, const Cell& cell, const Block* block, const Cell* written) {
    const Style style(cell.style);
    const Attributes is = attributesOf(cell);
    node.colour = colourOf(style, node.colour);
    node.shape = seenAs(style);
    const Parts parts = partsOf(cell, node.label, {is.technology, block ? block->technology : QString()});
    node.label = parts.title;
    node.kind = is.kind;
    node.name = is.name;
    node.technology = is.technology;
    node.path = is.path.value_or(Path::Unset);
    node.ml = is.ml.value_or(false);
    if (!block)
        return;
    const Attributes was = attributesOf(*written);
    const Parts before = partsOf(*written, {}, {});
    node.own.words = parts.title == before.title;
    if (is.kind == was.kind || is.kind.isEmpty())
        node.kind = block->kind;
    if (is.name == was.name || is.name.isEmpty())
        node.name = block->name;
    // Both show it: what was typed anew counts.
    if (!parts.rest.isEmpty() && parts.rest != before.rest)
        node.technology = parts.rest;
    else if (is.technology == was.technology)
        node.technology = block->technology;
    for (const auto& [name, value] : cell.data) {
        if (name == u"path"_s && !is.path)
            node.path = block->path;
        else if (name == u"ml"_s && !is.ml)
            node.ml = block->ml;
    }
    if (cell.link == written->link)
        node.link = block->link;
}

void readFrame(Diagram::Node& node, const Cell& cell, const Frame* frame, const Cell* written) {
    const Style style(cell.style);
    if (!written || Style(written->style).value(u"fillColor"_s) == style.value(u"fillColor"_s))
        node.colour = plainColour(style.value(u"strokeColor"_s));
    const Parts parts = partsOf(cell, node.label, {frame ? frame->remark : QString()});
    const QString title = QString(parts.title).replace(u'\n', u' ');
    node.label = title + u'\n' + parts.rest;
    const Attributes is = attributesOf(cell);
    const bool same = frame && (is.name.isEmpty() || is.name == attributesOf(*written).name);
    node.name = same ? frame->name : is.name;
}

/// Where a line ends that is fixed to a place on the border; nothing: draw.io chooses it.
std::optional<Point> endOf(const Style& style, const QString& end, const Rect& rect) {
    constexpr double kNone = -1e9, kFar = 1e4;
    const double x = style.number(end + u'X', kNone), y = style.number(end + u'Y', kNone);
    if (std::abs(x) > kFar || std::abs(y) > kFar)
        return std::nullopt;
    const auto along = [](Coord from, double share, Coord length) {
        return Coord(std::clamp<qint64>(from + std::llround(share * length), -kMaxCoord, kMaxCoord));
    };
    return Point{along(rect.x, x, rect.w), along(rect.y, y, rect.h)};
}

} // namespace

Diagram::Own ownOf(const Carried& carried, const Cell& cell, const Cell& written, const Page& page) {
    Diagram::Own own;
    own.design = carried.design();
    own.element = Carried::elementOf(cell);
    const Style is(cell.style), was(written.style);
    own.words = labelOf(cell, is, page).text == labelOf(written, was, page).text;
    own.look = looksTheSame(own.design->elements.find(own.element)->type, is, was, *own.design, own.element);
    own.order = carried.isInOrder();
    own.way = movedBy(cell.geometry.points, written.geometry.points).has_value();
    return own;
}

QString wordsOf(const Cell& cell, const Cell& written, Diagram::Own& own, bool& lost) {
    own.hangs = true;
    lost = false;
    if (cell.tooltip == written.tooltip)
        return {};
    const Block* block = own.design->blocks.find(own.element);
    const QStringList described =
        block ? linesOfTip(drawiotext::xml(block->description).toHtmlEscaped()) : QStringList();
    QStringList hung = linesOfTip(written.tooltip).mid(described.size());
    QStringList words;
    for (const QString& line : linesOfTip(cell.tooltip)) {
        if (!hung.removeOne(line))
            words << line;
    }
    lost = !hung.isEmpty();
    own.hangs = words == described;
    return own.hangs ? QString() : words.join(u'\n');
}

bool readMarkedBox(Diagram::Node& node, const Cell& cell, const Cell* written) {
    const Design* design = node.own.design.get();
    const ElementId id = node.own.element;
    QString sort = sortOfMark(cell);
    if (design) {
        const Shape* shape = design->shapes.find(id);
        sort = shape ? wordOf(shape->kind) : wordOf(design->elements.find(id)->type);
    }
    const Style style(cell.style);
    if (sort == wordOf(ElementType::Block)) {
        node.type = NodeType::Block;
        readBlock(node, cell, design ? design->blocks.find(id) : nullptr, written);
    } else if (sort == wordOf(ElementType::Frame)) {
        node.type = NodeType::Frame;
        readFrame(node, cell, design ? design->frames.find(id) : nullptr, written);
    } else if (const auto kind = fromWord<ShapeKind>(sort)) {
        node.type = *kind == ShapeKind::Text      ? NodeType::Text
                    : *kind == ShapeKind::Ellipse ? NodeType::Ellipse
                                                  : NodeType::Rectangle;
        const QString colour =
            plainColour(style.value(*kind == ShapeKind::Text ? u"fontColor"_s : u"strokeColor"_s));
        if (!colour.isEmpty() && (*kind != ShapeKind::Text || !design))
            node.colour = colour;
    } else if (sort == wordOf(ElementType::Card)) {
        node.type = NodeType::Sticky;
    } else {
        return false;
    }
    if (design)
        node.locked = style.is(u"locked"_s);
    if (node.type == NodeType::Block || node.type == NodeType::Frame)
        node.hints.clear();
    node.exact = true;
    return true;
}

void readData(Diagram::Node& node, const Cell& cell) {
    const Attributes said = attributesOf(cell);
    node.kind = said.kind;
    node.technology = said.technology;
    node.path = said.path;
    node.ml = said.ml;
    if (Recognition::isReadable(said.name))
        node.name = said.name;
    const QString line = u'\n' + said.technology;
    if (!said.technology.isEmpty() && node.label.endsWith(line))
        node.label.chop(line.size());
}

std::optional<Diagram::Node> ownStroke(const Diagram::Own& own, const Cell& cell, const Cell& written,
                                       QPointF origin) {
    const Stroke* stroke = own.design->strokes.find(own.element);
    if (!stroke || stroke->points.isEmpty() || !cell.source.isEmpty() || !cell.target.isEmpty() || !own.words)
        return std::nullopt;
    if (!movedBy(wholeLine(cell.geometry), wholeLine(written.geometry)))
        return std::nullopt;
    const Style style(cell.style);
    Diagram::Node node;
    const Point start = boardPoint(origin + cell.geometry.start.value_or(QPointF()));
    const StrokePoint& first = stroke->points.first();
    const Rect& rect = stroke->rect;
    // As it was written.
    const Point was{rect.x + Coord(qint64(rect.w) * first.x / StrokePoint::kFar),
                    rect.y + Coord(qint64(rect.h) * first.y / StrokePoint::kFar)};
    node.rect = rect.translated(start - was);
    node.type = NodeType::Stroke;
    node.own = own;
    node.locked = style.is(u"locked"_s);
    node.colour = plainColour(style.value(u"strokeColor"_s));
    node.width = units(std::clamp(style.number(u"strokeWidth"_s, 1), 1.0, 100.0));
    return node;
}

void readOwnWay(Diagram::Edge& edge, const Cell& cell, const Cell& written, QPointF origin,
                const Rect& source, const Rect& target) {
    const Connection* connection = edge.own.design->connections.find(edge.own.element);
    const Style style(cell.style);
    const auto start = endOf(style, u"exit"_s, source), end = endOf(style, u"entry"_s, target);
    if (!connection)
        return;
    const double x = cell.geometry.rect.x();
    edge.labelAt = x == written.geometry.rect.x() ? connection->labelAt
                                                  : qint32(std::lround(500 + 500 * std::clamp(x, -1.0, 1.0)));
    if (!start || !end || style.value(u"edgeStyle"_s) != Style(written.style).value(u"edgeStyle"_s))
        return;
    edge.route << *start;
    for (const QPointF corner : cell.geometry.points)
        edge.route << boardPoint(origin + corner);
    edge.route << *end;
}

} // namespace groundplan::drawio
