#include "model/document/asset_store.h"

#include "model/design/validate.h"
#include "model/document/changeset.h"
#include "model/document/schema.h"

#include <QCoreApplication>

namespace groundplan::assetStore {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Document", text);
}

/// A file of an older schema has no such table before its first edit.
bool exists(const sqlite::Connection& connection) {
    return connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'asset'") > 0;
}

/// Adds the keys that a changeset's rows of the image table name.
void noteKeys(const QByteArray& changeset, bool before, bool after, QSet<QByteArray>& keys) {
    int imageTable = 0;
    const TableInfo& image = *recordedTable(tableName<Image>(), &imageTable);
    const auto column = std::find_if(image.columns.begin(), image.columns.end(),
                                     [](const TableInfo::ColumnInfo& info) { return info.name == "asset"; });
    const qsizetype at = column - image.columns.begin();
    readChangeset(changeset, [&](const RowChange& change) {
        if (change.table != imageTable)
            return;
        const auto note = [&](const QList<CellView>& cells) {
            if (at < cells.size() && cells.at(at).type == CellType::Text)
                keys.insert(cells.at(at).bytes.toByteArray());
        };
        if (before)
            note(change.before);
        if (after)
            note(change.after);
    });
}

} // namespace

bool add(sqlite::Connection& connection, const QByteArray& bytes) {
    sqlite::Statement insert = connection.prepare("INSERT INTO asset(key, bytes) VALUES(?, ?)");
    return insert.bindText(0, Assets::keyOf(bytes).toLatin1()).bindBlob(1, bytes).run();
}

Result<Assets> load(const sqlite::Connection& connection) {
    Assets assets;
    if (!exists(connection))
        return assets;
    qsizetype all = 0;
    sqlite::Statement select = connection.prepare("SELECT key, bytes FROM asset ORDER BY id");
    while (select.step()) {
        const QByteArray bytes = select.bytes(1);
        all += bytes.size();
        if (bytes.size() > limits::kAssetBytes || all > limits::kAllAssetBytes) {
            return fail(ErrorCode::Unreadable,
                        tr("its pictures take more than %1 MB, or one of them more than %2 MB")
                            .arg(limits::kAllAssetBytes >> 20)
                            .arg(limits::kAssetBytes >> 20));
        }
        if (Assets::keyOf(bytes) == QLatin1String(select.bytes(0)))
            assets.add(bytes);
    }
    return assets;
}

QSet<QString> broughtBy(const QByteArray& changeset) {
    QSet<QByteArray> keys;
    noteKeys(changeset, false, true, keys);
    QSet<QString> texts;
    for (const QByteArray& key : std::as_const(keys))
        texts.insert(QString::fromLatin1(key));
    return texts;
}

bool sweep(sqlite::Connection& connection) {
    if (!exists(connection))
        return true;
    QSet<QByteArray> needed;
    sqlite::Statement images = connection.prepare("SELECT asset FROM image");
    while (images.step())
        needed.insert(images.bytes(0));
    sqlite::Statement changesets = connection.prepare("SELECT changeset FROM history");
    while (changesets.step())
        noteKeys(changesets.bytes(0), true, true, needed);
    if (!images.ok() || !changesets.ok())
        return false;
    QList<qint64> gone;
    sqlite::Statement assets = connection.prepare("SELECT id, key FROM asset");
    while (assets.step()) {
        if (!needed.contains(assets.bytes(1)))
            gone.append(assets.integer(0));
    }
    for (const qint64 id : gone) {
        sqlite::Statement remove = connection.prepare("DELETE FROM asset WHERE id = ?");
        if (!remove.bind(0, id).run())
            return false;
    }
    return assets.ok();
}

} // namespace groundplan::assetStore
