#include "model/exchange/drawing_rows.h"

#include "model/design/recognition.h"
#include "model/design/stroke.h"
#include "model/design/validate.h"
#include "model/graphviz/on_board.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr Size kSticky{176 * kUnitsPerPoint, 96 * kUnitsPerPoint};
constexpr Coord kTextSize = 16 * kUnitsPerPoint;

QString tr(const char* text) {
    return QCoreApplication::translate("Exchange", text);
}

/// About as large as the letters are; only a program with fonts knows better.
Size sizeOfText(const Shape& shape) {
    qsizetype longest = 1;
    qsizetype lines = 0;
    for (qsizetype at = 0; at <= shape.text.size(); ++lines) {
        const qsizetype end = shape.text.indexOf(u'\n', at);
        const qsizetype stop = end < 0 ? shape.text.size() : end;
        longest = std::max(longest, stop - at);
        at = stop + 1;
    }
    constexpr double kWidthOfEm = 0.55, kLine = 1.4;
    const auto side = [&shape](double ems) {
        return Coord(std::clamp(ems * shape.textSize, double(kMinSize), double(kMaxSize)));
    };
    return {side(double(longest) * kWidthOfEm), side(double(lines) * kLine)};
}

Rect rectOf(const Diagram::Node& node, Size size) {
    return onBoard(node.rect.value_or(Rect{0, 0, size.w, size.h}));
}

} // namespace

Card cardOf(const Diagram::Node& node, NotTaken& notTaken) {
    Card card;
    card.text = notTaken.clipped(textOf(node), limits::kLongest<&Card::text>, tr("a card"));
    card.rect = rectOf(node, kSticky);
    return card;
}

Shape shapeOf(const Diagram::Node& node, ShapeKind kind, NotTaken& notTaken) {
    Shape shape;
    shape.kind = kind;
    shape.text = notTaken.clipped(textOf(node), limits::kLongest<&Shape::text>, tr("a free text"));
    shape.colour = colourOfNode(node.colour);
    shape.filled = node.filled;
    shape.textSize = std::clamp(node.textSize > 0 ? node.textSize : kTextSize, 1, limits::kLargestText);
    shape.rect = rectOf(node, sizeOfText(shape));
    return shape;
}

Stroke strokeOf(const Diagram::Node& node) {
    constexpr quint8 kHalf = 128; // what devices without pressure give
    QList<PenPoint> points;
    points.reserve(node.points.size());
    const bool pressed = node.pressures.size() == node.points.size();
    for (qsizetype i = 0; i < node.points.size(); ++i)
        points.append({onBoard(node.points[i]), pressed ? node.pressures[i] : kHalf});
    Stroke stroke = strokeThrough(points, node.tool, colourOfNode(node.colour),
                                  std::clamp(node.width, 1, limits::kWidestStroke));
    stroke.rect = onBoard(stroke.rect);
    return stroke;
}

QString dataOf(const Diagram::Node& node) {
    QStringList lines;
    if (!node.kind.isEmpty())
        lines << u"kind: "_s + node.kind;
    if (!node.technology.isEmpty())
        lines << u"technology: "_s + node.technology;
    if (node.path)
        lines << u"path: "_s + wordOf(*node.path);
    if (node.ml)
        lines << u"ml: "_s + (*node.ml ? u"true"_s : u"false"_s);
    return lines.join(u'\n');
}

QString textOf(const Diagram::Node& node) {
    QStringList parts;
    for (const QString& part : {node.label, node.description, dataOf(node), node.link}) {
        if (!part.isEmpty() && !parts.contains(part))
            parts << part;
    }
    return parts.join(u'\n');
}

QStringList linesOf(const QString& label) {
    QStringList lines;
    for (const QString& line : label.split(u'\n')) {
        const QString plain = line.simplified();
        if (!plain.isEmpty())
            lines << plain;
    }
    return lines;
}

QString colourOfNode(const QString& colour) {
    constexpr qsizetype kLength = 7;
    const auto isDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    if (colour.size() != kLength || colour[0] != u'#' ||
        !std::all_of(colour.begin() + 1, colour.end(), isDigit))
        return {};
    return Recognition::visible(colour.toLower());
}

QString colourUnless(const Catalogue& catalogue, const QString& kind, const QString& colour) {
    const KindGroup* group = catalogue.groupOfKind(kind);
    const bool usual =
        group && QStringList{group->strong, group->tint, group->strongDark, group->tintDark}.contains(
                     colour, Qt::CaseInsensitive);
    return usual ? QString() : colour;
}

QString withLine(const QString& text, const QString& line) {
    return text + (text.isEmpty() || line.isEmpty() ? QString() : u"\n"_s) + line;
}

} // namespace groundplan
