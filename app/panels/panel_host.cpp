#include "app/panels/panel_host.h"

#include "model/framework/answering.h"

namespace groundplan {

bool PanelHost::waitsForInterviewer(const QString& topic) const {
    if (!ask_)
        return false;
    const Requirement* row = requirementOf(design(), topic);
    return !row || row->source == Source::Given ||
           (row->source != Source::NotRelevant && row->answer.trimmed().isEmpty());
}

} // namespace groundplan
