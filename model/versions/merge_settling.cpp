#include "model/versions/merge_settling.h"

#include "model/design/label_place.h"
#include "model/design/names.h"
#include "model/versions/row_references.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan {

void forgetStaleWays(Design& merged, const Design& ours, const Design& theirs) {
    for (const Connection* row : merged.connections.sorted()) {
        const auto sameIn = [&](const Design& side) -> const Connection* {
            const Connection* same = side.connections.find(row->id);
            const bool fits = same && same->source == row->source && same->target == row->target &&
                              same->waypoints == row->waypoints &&
                              side.rectOf(row->source) == merged.rectOf(row->source) &&
                              side.rectOf(row->target) == merged.rectOf(row->target);
            return fits ? same : nullptr;
        };
        const Connection* mine = sameIn(ours);
        const Connection* other = sameIn(theirs);
        // Where both fit, the row has the way of the one that changed it.
        const Connection* from = mine && (!other || mine->route == row->route) ? mine : other;
        Connection connection = *row;
        connection.route = from ? from->route : Route();
        if (from && from->route != row->route && !isLabelByHand(row->labelAt))
            connection.labelAt = from->labelAt;
        const auto measuredIn = [&](const Design& side) {
            const Connection* same = side.connections.find(row->id);
            return same && same->label == row->label ? same->labelSize : Size();
        };
        if (row->labelSize != measuredIn(ours) && row->labelSize != measuredIn(theirs))
            connection.labelSize = measuredIn(ours) == Size() ? measuredIn(theirs) : measuredIn(ours);
        if (!(connection == *row))
            merged.connections.put(connection);
    }
}

QStringList makeNamesUnique(Design& merged, const Design& ours) {
    QStringList remarks;
    QSet<QString> taken;
    QList<ElementId> doubles;
    const auto take = [&]<class Row>(bool fromUs) {
        for (const Row* row : tableOf<Row>(merged).sorted()) {
            const Row* mine = rowIn<Row>(ours, row->id);
            if (bool(mine && mine->name == row->name) != fromUs)
                continue;
            if (taken.contains(row->name))
                doubles.append(row->id);
            taken.insert(row->name);
        }
    };
    for (const bool fromUs : {true, false}) {
        take.template operator()<Block>(fromUs);
        take.template operator()<Frame>(fromUs);
    }
    NameGiver names(taken);
    const auto rename = [&](auto row) {
        const QString before = row.name;
        row.name = names.take(before);
        remarks.append(QCoreApplication::translate("Merge", "“%1” of the other version is called “%2” now.")
                           .arg(before, row.name));
        tableOf<decltype(row)>(merged).put(row);
    };
    for (const ElementId id : std::as_const(doubles)) {
        if (const Block* block = merged.blocks.find(id))
            rename(*block);
        else
            rename(merged.frames.at(id));
    }
    return remarks;
}

} // namespace groundplan
