#include "model/exchange/lost_dashes.h"

#include "model/exchange/neighbours.h"
#include "model/exchange/places_in_drawing.h"

#include <QCoreApplication>

#include <algorithm>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Exchange", text);
}

bool losesDashes(const LooseLine& line) {
    const bool dashed = line.edge.line == LineLook::Dashed || line.edge.line == LineLook::Dotted;
    return dashed && !line.joins() && line.points.size() > 1;
}

} // namespace

void noteLostDashes(const QList<LooseLine>& lines, const QList<Diagram::Node>& nodes, NotTaken& notTaken) {
    if (std::none_of(lines.begin(), lines.end(), losesDashes))
        return;
    Neighbours neighbours;
    for (const Diagram::Node& node : nodes) {
        if (node.rect && !node.label.trimmed().isEmpty())
            neighbours.add(NotTaken::thing(node.id, node.title()), *node.rect);
    }
    for (const LooseLine& line : lines) {
        if (!losesDashes(line))
            continue;
        const QString label = NotTaken::called(line.edge.label);
        const QString where = neighbours.whereIs(indrawing::spanOf(line.points));
        notTaken.add(tr("Dashes of drawn lines were left out: %1."),
                     label.isEmpty() ? tr("a line %1").arg(where) : label);
    }
}

} // namespace groundplan
