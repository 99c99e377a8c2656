#include "app/window/past_host.h"

namespace groundplan {

PastHost::PastHost(PastView& view, const Catalogue& catalogue, const Templates& templates,
                   const QString& language, QObject* parent)
    : PanelHost(parent)
    , view_(view)
    , catalogue_(catalogue)
    , templates_(templates)
    , language_(language) {
    connect(&view_, &PastView::selectionChanged, this, &PanelHost::selectionChanged);
    connect(&view_, &PastView::designChanged, this, [this] {
        ChangeSet all;
        all.reset = true;
        Q_EMIT changed(all);
    });
}

void PastHost::showOnBoard(const QSet<ElementId>& ids) {
    view_.setSelection(ids);
    view_.bringIntoView(ids);
}

Result<void> PastHost::edit(const EditName&, const EditFunction&) {
    return fail(ErrorCode::Refused, tr("What was can only be looked at. Restore it to go on from there."));
}

Result<void> PastHost::editContinued(const EditName& name, const QByteArray&, const EditFunction& function) {
    return edit(name, function);
}

} // namespace groundplan
