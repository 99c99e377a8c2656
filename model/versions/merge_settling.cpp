#include "model/versions/merge_settling.h"

#include "model/design/names.h"
#include "model/versions/row_references.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan {

void forgetStaleWays(Design& merged, const Design& ours, const Design& theirs) {
    for (const Connection* row : merged.connections.sorted()) {
        const auto fits = [&](const Design& side) {
            const Connection* same = side.connections.find(row->id);
            return same && same->source == row->source && same->target == row->target &&
                   side.rectOf(row->source) == merged.rectOf(row->source) &&
                   side.rectOf(row->target) == merged.rectOf(row->target);
        };
        Connection connection = *row;
        if (fits(ours)) {
            connection.route = ours.connections.at(row->id).route;
            connection.labelAt = ours.connections.at(row->id).labelAt;
        } else if (fits(theirs)) {
            connection.route = theirs.connections.at(row->id).route;
            connection.labelAt = theirs.connections.at(row->id).labelAt;
        } else {
            connection.route.clear();
        }
        for (const Design* side : {&ours, &theirs}) {
            const Connection* same = side->connections.find(row->id);
            if (same && same->label == connection.label)
                connection.labelSize = same->labelSize;
        }
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
