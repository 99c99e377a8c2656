#include "model/exchange/drawio_look.h"

#include "model/exchange/plain_colour.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

void readLook(const Style& style, Diagram::Node& node) {
    node.colour = plainColour(style.value(u"fillColor"_s));
    if (node.colour.isEmpty())
        node.colour = plainColour(style.value(u"strokeColor"_s));
    const QString fill = style.value(u"fillColor"_s);
    node.filled = !fill.isEmpty() && !isNone(fill);
    node.shape = outlineOf(style);
    constexpr double kUsual = 12;
    node.textSize = units(std::clamp(style.number(u"fontSize"_s, kUsual), 1.0, 1'000.0));
}

QRectF rectOf(const Geometry& geometry, bool folded, QPointF origin, QSizeF parent) {
    QRectF rect = geometry.rect;
    if (folded && geometry.unfolded)
        rect.setSize(geometry.unfolded->size());
    if (geometry.relative)
        rect.moveTopLeft({rect.x() * parent.width() + geometry.offset.x(),
                          rect.y() * parent.height() + geometry.offset.y()});
    rect.translate(origin);
    // Sums of a deep pile stay numbers.
    constexpr double kMost = 1e9;
    rect.moveTopLeft({std::clamp(rect.x(), -kMost, kMost), std::clamp(rect.y(), -kMost, kMost)});
    return rect;
}

void readAlignment(const Style& style, Diagram::Node& node) {
    // The style "text" begins at the top left, all others are centred.
    const bool text = style.hasWord(u"text"_s);
    const auto share = [&style, text](const QString& key, const QString& first, const QString& last) {
        const QString value = style.value(key);
        return value == first || (value.isEmpty() && text) ? 0.0 : value == last ? 1.0 : 0.5;
    };
    node.heldAcross = share(u"align"_s, u"left"_s, u"right"_s);
    node.heldDown = share(u"verticalAlign"_s, u"top"_s, u"bottom"_s);
    node.wraps = style.value(u"whiteSpace"_s) == u"wrap"_s;
}

} // namespace groundplan::drawio
