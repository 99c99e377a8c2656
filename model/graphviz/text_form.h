#pragma once

#include "model/design/catalogue.h"
#include "model/design/design.h"

#include <QByteArray>
#include <QMap>

namespace groundplan {

/// A design as text that people and git compare line by line (design.md 5): our DOT, one attribute a line,
/// without what the program computes (routes, places and sizes of labels that nobody has moved, Graphviz's
/// own boxes), so that moving one block changes one line. readDot() takes it back; routes are found anew.
struct TextForm {
    QByteArray text;
    /// Bytes of pictures that are too large to stand in the text, by their keys (assets.h): each belongs into
    /// a file of that name beside it.
    QMap<QString, QByteArray> pictures;
};
TextForm writeTextForm(const Design& design, const Catalogue& catalogue);

/// Bytes. A smaller picture (an icon) stands in the text itself.
inline constexpr qsizetype kLargestAssetInText = 4096;

} // namespace groundplan
