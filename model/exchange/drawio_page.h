#pragma once

#include "model/exchange/drawio_file.h"
#include "model/exchange/loose_drawing.h"

#include <QStringList>

namespace groundplan::drawio {

/// What has no place in a design, counted over all pages so that one sentence can say how much of it was
/// lost.
struct Losses {
    QStringList hiddenLayers;
    int hidden = 0;    ///< shapes and connectors that were hidden one by one
    int turned = 0;    ///< shapes that are rotated or mirrored
    int figures = 0;   ///< drawn as rectangles
    int ornaments = 0; ///< figures within blocks
    int pictures = 0;  ///< that stand elsewhere
    int blockPictures = 0;
    int pageLinks = 0;
    int edgeNotes = 0;  ///< links and data of connectors
    int endless = 0;    ///< connectors that end nowhere
    int seeThrough = 0; ///< shapes with an opacity
    QStringList layers; ///< names of visible ones, if there are several

    QStringList sentences() const;
};

/// The cells of a page as a drawing. Ids begin with `prefix`.
LooseDrawing readPage(const Page& page, const QString& prefix, Losses& losses);

} // namespace groundplan::drawio
