#include "app/tools/adding.h"

#include "app/tools/gesture.h"
#include "model/operations/operations.h"

#include <QCoreApplication>

namespace groundplan {

Point middleForDrop(const Rect& source, Point at) {
    if (at.x >= source.right())
        return {at.x + kBlockSize.w / 2, at.y};
    if (at.x <= source.left())
        return {at.x - kBlockSize.w / 2, at.y};
    return {at.x, at.y >= source.center().y ? at.y + kBlockSize.h / 2 : at.y - kBlockSize.h / 2};
}

Result<ElementId> addBlockOfKind(ToolHost& host, const QString& kindName, Point middle, ElementId source) {
    const Kind* kind = host.catalogue().kind(kindName);
    if (!kind) {
        const QString sentence =
            QCoreApplication::translate("Board", "The catalogue has no kind “%1”; choose another one.")
                .arg(kindName);
        host.showMessage(sentence);
        return fail(ErrorCode::WrongUse, sentence);
    }
    const Point topLeft{snapped(middle.x - kBlockSize.w / 2), snapped(middle.y - kBlockSize.h / 2)};
    const QString language = host.language();
    ElementId added;
    const auto done =
        host.edit({"add-block", {kind->title.in(language)}}, [&](Editor& editor) -> Result<void> {
            const auto block = addBlock(editor, *kind, topLeft, language);
            if (!block)
                return Failure(block.error());
            added = *block;
            if (!source)
                return {};
            const Flow flow = likelyFlow(editor.design(), host.catalogue(), source, added);
            const auto connection = connectElements(editor, source, added, flow);
            if (!connection)
                return Failure(connection.error());
            return {};
        });
    if (!done)
        return Failure(done.error());
    host.setSelection({added});
    host.bringIntoView({added});
    host.startRename(added);
    return added;
}

} // namespace groundplan
