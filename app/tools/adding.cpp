#include "app/tools/adding.h"

#include "app/tools/gesture.h"
#include "model/operations/operations.h"

#include <QCoreApplication>

#include <cstdlib>

namespace groundplan {

Point middleForDrop(const Rect& source, Point at) {
    constexpr Coord kAbreast = 10 * kUnitsPerPoint;
    const Point centre = source.center();
    const auto abreast = [](Coord value, Coord wanted) {
        return std::abs(value - wanted) <= kAbreast ? wanted : value;
    };
    if (at.x >= source.right())
        return {at.x + kBlockSize.w / 2, abreast(at.y, centre.y)};
    if (at.x <= source.left())
        return {at.x - kBlockSize.w / 2, abreast(at.y, centre.y)};
    return {abreast(at.x, centre.x), at.y >= centre.y ? at.y + kBlockSize.h / 2 : at.y - kBlockSize.h / 2};
}

Result<ElementId> addChosenBlock(ToolHost& host, const BlockChoice& choice, Point middle, ElementId neighbour,
                                 Beside side) {
    const Kind* kind = host.catalogue().kind(choice.kind);
    if (!kind) {
        const QString sentence =
            QCoreApplication::translate("Board", "The catalogue has no kind “%1”; choose another one.")
                .arg(choice.kind);
        host.showMessage(sentence);
        return fail(ErrorCode::WrongUse, sentence);
    }
    const Point topLeft{snapped(middle.x - kBlockSize.w / 2), snapped(middle.y - kBlockSize.h / 2)};
    const QString language = host.language();
    ElementId added;
    const auto done =
        host.edit({"add-block", {choice.title.isEmpty() ? kind->title.in(language) : choice.title}},
                  [&](Editor& editor) -> Result<void> {
                      const auto block = addBlock(editor, *kind, topLeft, language);
                      if (!block)
                          return Failure(block.error());
                      added = *block;
                      if (!choice.technology.isEmpty()) {
                          Block row = *editor.design().blocks.find(added);
                          row.technology = choice.technology;
                          editor.put(row);
                      }
                      if (!choice.title.isEmpty()) {
                          if (const auto named = renameElement(editor, added, choice.title); !named)
                              return named;
                      }
                      if (!neighbour)
                          return {};
                      const bool before = side == Beside::Before;
                      const ElementId source = before ? added : neighbour;
                      const ElementId target = before ? neighbour : added;
                      const Flow flow = likelyFlow(editor.design(), host.catalogue(), source, target);
                      const auto connection = connectElements(editor, source, target, flow);
                      if (!connection)
                          return Failure(connection.error());
                      return {};
                  });
    if (!done)
        return Failure(done.error());
    host.setSelection({added});
    host.bringIntoView({added});
    if (choice.title.isEmpty())
        host.startRename(added);
    return added;
}

} // namespace groundplan
