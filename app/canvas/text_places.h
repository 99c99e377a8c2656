#pragma once

#include "app/canvas/in_place_editor.h"
#include "app/render/board_index.h"

#include <optional>

namespace groundplan {

/// A text that can be edited in place: a block's or frame's title, a connection's label, a card's text, the
/// task, what stands in a shape.
struct EditableText {
    QString text;
    TextPlace place;
};

/// Where the painter shows it; nothing for an element without a text of its own (a legend, a decision card).
/// With `typed` where that is shown once it is the element's text.
std::optional<EditableText> editableTextOf(const Design& design, const BoardIndex& index, const Theme& theme,
                                           ElementId id, const std::optional<QString>& typed = std::nullopt);

} // namespace groundplan
