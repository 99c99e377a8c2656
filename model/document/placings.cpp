#include "model/document/changeset.h"
#include "model/document/document.h"
#include "model/document/document_p.h"
#include "model/document/history_store.h"

#include <algorithm>

// What the history tells of how things came to lie where they do.

namespace groundplan {

namespace {

/// The columns of a recorded table that say where its rows lie; negative: it has none.
struct PlaceColumns {
    qsizetype x = -1;
    qsizetype y = -1;
};

QList<PlaceColumns> placeColumns() {
    QList<PlaceColumns> all;
    for (const TableInfo& table : schemaTables()) {
        const auto find = [&table](QByteArrayView name) {
            const auto at = std::ranges::find(table.columns, name, &TableInfo::ColumnInfo::name);
            return at == table.columns.end() ? qsizetype(-1) : std::distance(table.columns.begin(), at);
        };
        all.append({find("x"), find("y")});
    }
    return all;
}

bool isSaid(const QList<CellView>& row, qsizetype column) {
    return column >= 0 && column < row.size() && row.at(column).type != CellType::Undefined;
}

} // namespace

bool Document::eachPlacing(const PlacingVisitor& visit) const {
    std::optional<sqlite::Connection> own;
    if (!d->connection.isOpen()) {
        auto opened = sqlite::Connection::open(d->path, sqlite::Access::ReadOnly);
        if (!opened)
            return false;
        own = std::move(*opened);
    }
    const sqlite::Connection& connection = own ? *own : d->connection;
    const QList<PlaceColumns> columns = placeColumns();
    return std::ranges::all_of(d->undoStack, [&](qint64 number) {
        const auto stored = historyStore::read(connection, number);
        return stored && readChangeset(stored->changeset, [&](const RowChange& change) {
                   const PlaceColumns& place = columns.at(change.table);
                   const bool added = change.operation == RowChange::Operation::Insert;
                   if (isSaid(change.after, place.x) || isSaid(change.after, place.y))
                       visit(ElementId(change.key), stored->entry.key, added);
               });
    });
}

} // namespace groundplan
