#include "app/render/import_context.h"

#include "app/render/block_layout.h"
#include "app/render/board_painter.h"
#include "app/render/picture.h"
#include "app/render/stroke_shape.h"
#include "model/design/shown_technology.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <cmath>

namespace groundplan {
namespace {

/// Formats that say their size before they are decoded. SVG is none: what a stranger's asks for has no bound.
QByteArray rasterPicture(const QByteArray& file, double& pixelsLeft) {
    QBuffer buffer;
    buffer.setData(file);
    QImageReader reader(&buffer);
    const QByteArray format = reader.format();
    const QSize size = format == "gif" || format == "bmp" || format == "webp" ? reader.size() : QSize();
    const double pixels = double(size.width()) * size.height();
    if (!size.isValid() || pixels > pixelsLeft)
        return {};
    pixelsLeft -= pixels;
    const auto picture = pictureFrom(file);
    return picture ? picture->bytes : QByteArray();
}

/// At which no text of it is cut.
Size pleasantSize(const Block& block) {
    const Size size = sizeForTitle({}, block);
    const BlockParts parts{block.ml, showsTechnology(block), false, block.title};
    const double width = widthForTechnology({points(size.w), points(size.h)}, parts, block.technology);
    return {std::max(size.w, units(std::ceil(width))), size.h};
}

} // namespace

ImportContext importContext(const Assets& pictures) {
    ImportContext context{
        pleasantSize,
        [](const QString& label) { return measureLabel(label); },
        pictures,
    };
    context.leastBlock = [](const Block& block) { return leastSizeForTitle(block); };
    context.card = [](const Card& card) { return leastCardSize(card); };
    context.text = [](const Shape& shape, Coord widest) { return fittingShapeSize(shape, widest); };
    constexpr double kMostPixels = 256e6; // of one import, seconds of work
    context.picture = [left = kMostPixels](const QByteArray& file) mutable {
        return rasterPicture(file, left);
    };
    return context;
}

} // namespace groundplan
