#include "model/exchange/drawio_figure.h"

using namespace Qt::StringLiterals;

namespace groundplan::drawio {

QString figureOf(const QString& dotShape) {
    if (dotShape == "cylinder"_L1)
        return u"shape=cylinder3;boundedLbl=1;backgroundOutline=1;size=8;"_s;
    if (dotShape == "component"_L1 || dotShape == "box3d"_L1)
        return u"shape=process;size=0.05;"_s;
    if (dotShape == "note"_L1)
        return u"shape=note;size=12;"_s;
    if (dotShape == "square"_L1 || dotShape == "folder"_L1 || dotShape == "tab"_L1)
        return u"rounded=0;"_s;
    return u"rounded=1;absoluteArcSize=1;arcSize=20;"_s; // draw.io counts diameters
}

QString seenAs(const Style& style) {
    const QString outline = outlineOf(style);
    return outline.isEmpty() ? iconsOf(style).value(0) : outline;
}

} // namespace groundplan::drawio
