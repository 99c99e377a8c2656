#include "app/render/import_context.h"

#include "app/render/board_painter.h"
#include "app/render/stroke_shape.h"

namespace groundplan {

ImportContext importContext(const Assets& pictures) {
    ImportContext context{
        [](const Block& block) { return sizeForTitle({}, block); },
        [](const QString& label) { return measureLabel(label); },
        pictures,
    };
    context.leastBlock = [](const Block& block) { return leastSizeForTitle(block); };
    context.card = [](const Card& card) { return leastCardSize(card); };
    context.text = [](const Shape& shape, Coord widest) { return fittingShapeSize(shape, widest); };
    return context;
}

} // namespace groundplan
