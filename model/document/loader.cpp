#include "model/document/loader.h"

#include "model/design/validate.h"
#include "model/document/asset_store.h"
#include "model/document/digest.h"
#include "model/document/schema.h"

#include <QCoreApplication>
#include <QHash>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Document", text);
}

QStringList columnNames(const sqlite::Connection& connection, const QByteArray& table) {
    QStringList names;
    sqlite::Statement info = connection.prepare("SELECT name FROM pragma_table_info(?)");
    info.bindText(0, table);
    while (info.step())
        names.append(QString::fromUtf8(info.bytes(0)));
    return names;
}

template <class Row>
Result<void> loadTable(const sqlite::Connection& connection, const SchemaComparison& schema,
                       LoadedDesign& loaded, qint64& rowsLeft) {
    const QByteArray name = tableName<Row>();
    int tableIndex = 0;
    const TableInfo& table = *recordedTable(name, &tableIndex);
    const auto columns = columnsOf<Row>();
    if (schema.newerTables.contains(QLatin1String(name)))
        return {};

    QList<int> present; // our columns that the file has, in our order
    QByteArray list;
    for (int i = 0; i < int(columns.size()); ++i) {
        const QString qualified = QString::fromLatin1(name + '.' + columns[std::size_t(i)].name);
        if (schema.missingColumns.contains(qualified))
            continue;
        present.append(i);
        list += (list.isEmpty() ? "" : ", ") + QByteArray(columns[std::size_t(i)].name);
    }
    sqlite::Statement select = connection.prepare("SELECT " + list + " FROM " + name);
    while (select.step()) {
        if (--rowsLeft < 0) {
            return fail(ErrorCode::Unreadable,
                        tr("it holds more than %1 rows, which is the limit").arg(limits::kRows));
        }
        Row row;
        const qint64 key = select.integer(0);
        for (int i = 0; i < int(present.size()); ++i) {
            const int column = present[i];
            const CellView cell = select.cell(i);
            if (!columns[std::size_t(column)].set(row, cell)) {
                return fail(ErrorCode::Unreadable, tr("the value of “%1” in row %2 of “%3” is out of range")
                                                       .arg(QLatin1String(columns[std::size_t(column)].name),
                                                            QString::number(key), QLatin1String(name)));
            }
            loaded.digest += cellDigest(table, column, key, cell);
        }
        if constexpr (std::is_same_v<Row, Board>) {
            if (key != 1)
                return fail(ErrorCode::Unreadable, tr("it holds more than one board"));
            loaded.design.board = std::move(row);
        } else {
            tableOf<Row>(loaded.design).put(std::move(row));
        }
    }
    if (!select.ok()) {
        return fail(ErrorCode::Unreadable, tr("its table “%1” cannot be read: %2")
                                               .arg(QLatin1String(name), sqlite::reasonOf(select.code())));
    }
    return {};
}

} // namespace

SchemaComparison compareSchema(const sqlite::Connection& connection) {
    SchemaComparison result;
    result.version = qint32(connection.number("PRAGMA user_version"));
    QHash<QByteArray, QByteArray> expected;
    // A file of an older version has what that version had, word for word, and nothing else. One without a
    // version (its header is lost) is measured by ours.
    const qint32 asOf = result.version < 1 ? kSchemaVersion : std::min(result.version, kSchemaVersion);
    for (const TableInfo& table : schemaTables()) {
        if (table.since <= asOf)
            expected.insert(table.name, table.createSqlIn(asOf));
    }

    bool wordForWord = true;
    QSet<QByteArray> seen;
    sqlite::Statement select = connection.prepare("SELECT type, name, sql FROM sqlite_schema");
    while (select.step()) {
        const QByteArray type = select.bytes(0);
        const QByteArray name = select.bytes(1);
        if (type == "trigger" || type == "view")
            result.codeInside = true;
        const auto known = expected.constFind(name);
        if (type != "table" || known == expected.cend()) {
            result.unknownTables.append(QString::fromUtf8(name));
            continue;
        }
        seen.insert(name);
        if (select.bytes(2) != *known)
            wordForWord = false;
    }
    if (!select.ok())
        wordForWord = false;

    for (const TableInfo& table : schemaTables()) {
        if (table.since > asOf) {
            result.newerTables.append(QLatin1String(table.name));
            continue;
        }
        if (!seen.contains(table.name)) {
            result.missingTables.append(QString::fromLatin1(table.name));
            continue;
        }
        if (!table.recorded)
            continue;
        const QStringList columns = columnNames(connection, table.name);
        for (const TableInfo::ColumnInfo& column : table.columns) {
            if (!columns.contains(QLatin1String(column.name)))
                result.missingColumns.append(QLatin1String(table.name + '.' + column.name));
        }
        for (const QString& column : columns) {
            const bool known =
                std::any_of(table.columns.begin(), table.columns.end(),
                            [&column](const auto& info) { return column == QLatin1String(info.name); });
            if (!known)
                result.unknownColumns.append(QLatin1String(table.name) + QLatin1Char('.') + column);
        }
    }
    result.exact = wordForWord && result.missingTables.isEmpty() && result.unknownTables.isEmpty();
    return result;
}

Result<LoadedDesign> loadDesign(const sqlite::Connection& connection, const SchemaComparison& schema) {
    LoadedDesign loaded;
    qint64 rowsLeft = limits::kRows;
    Result<void> result;
    forEachRowType([&]<class Row>() {
        if (result)
            result = loadTable<Row>(connection, schema, loaded, rowsLeft);
    });
    if (!result)
        return tl::unexpected(result.error());
    auto assets = assetStore::load(connection);
    if (!assets)
        return tl::unexpected(assets.error());
    loaded.design.assets = std::move(*assets);
    return loaded;
}

std::optional<quint64> storedDigest(const sqlite::Connection& connection) {
    sqlite::Statement select = connection.prepare("SELECT value FROM digest WHERE id = 1");
    if (!select.step())
        return std::nullopt;
    return quint64(select.integer(0));
}

bool createSchema(sqlite::Connection& connection) {
    bool done = connection.exec("PRAGMA page_size=4096") && connection.exec("PRAGMA encoding='UTF-8'") &&
                connection.exec("PRAGMA journal_mode=DELETE") &&
                connection.exec("PRAGMA synchronous=EXTRA") && connection.exec("BEGIN IMMEDIATE");
    for (const TableInfo& table : schemaTables())
        done = done && connection.exec(table.createSql.constData());
    const QByteArray marks = "PRAGMA application_id=" + QByteArray::number(kApplicationId) +
                             "; PRAGMA user_version=" + QByteArray::number(kSchemaVersion);
    done = done && connection.exec("INSERT INTO board(id) VALUES(1)") && connection.exec(marks.constData());
    if (!done)
        return false;
    const SchemaComparison schema = compareSchema(connection);
    const auto loaded = loadDesign(connection, schema);
    if (!loaded)
        return false;
    sqlite::Statement digest = connection.prepare("INSERT INTO digest(id, value) VALUES(1, ?)");
    return digest.bind(0, qint64(loaded->digest)).run() && connection.exec("COMMIT");
}

} // namespace groundplan
