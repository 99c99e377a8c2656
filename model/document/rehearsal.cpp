#include "model/document/rehearsal.h"

namespace groundplan {

Rehearsal::Rehearsal(const Design& design, const EditFunction& edit) {
    CompanionSlot companion;
    Editor editor(design, companion, steps_);
    result_ = edit(editor);
    done_ = editor.design();
}

Result<void> Rehearsal::repeat(Editor& editor) const {
    if (!result_)
        return result_;
    const auto& assets = done_.assets.all();
    for (auto it = assets.cbegin(); it != assets.cend(); ++it) {
        if (!editor.design().assets.contains(it.key()))
            editor.addAsset(it.value());
    }
    for (const Editor::Step& step : steps_)
        step.repeat(editor, done_, step.id);
    return {};
}

} // namespace groundplan
