#include "model/document/migration.h"

#include "model/document/schema.h"

namespace groundplan {

bool migrate(sqlite::Connection& connection, qint32 version) {
    for (const TableInfo& table : schemaTables()) {
        if (table.since > version) {
            if (!connection.exec(table.createSql.constData()))
                return false;
            continue;
        }
        QByteArray rewrite;
        for (const TableInfo::ColumnInfo& column : table.columns) {
            if (column.since <= version)
                continue;
            const QByteArray add =
                "ALTER TABLE " + table.name + " ADD COLUMN " + column.name + ' ' + column.declaration;
            if (!connection.exec(add.constData()))
                return false;
            rewrite = "UPDATE " + table.name + " SET " + column.name + '=' + column.name;
        }
        // ADD COLUMN leaves the rows as they are, and a session (SQLite 3.40) then takes what they lack for
        // NULL instead of the default: changesets would not match.
        if (!rewrite.isEmpty() && !connection.exec(rewrite.constData()))
            return false;
    }
    return connection.exec(("PRAGMA user_version=" + QByteArray::number(kSchemaVersion)).constData());
}

} // namespace groundplan
