#include "model/design/losses_on_board.h"

#include "model/design/titles_apart.h"

#include <optional>

namespace groundplan {

void callAsOnBoard(NotTaken& list, const Design& design,
                   const std::function<ElementId(const QString& id)>& became) {
    std::optional<QHash<ElementId, QString>> apart; // most files lose nothing
    list.name([&](const QString& thing) {
        const ElementId id = became(thing);
        if (!design.blocks.contains(id) && !design.frames.contains(id))
            return QString();
        if (!apart)
            apart = titlesApart(design);
        return apart->value(id, design.captionOf(id));
    });
}

} // namespace groundplan
