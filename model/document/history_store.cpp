#include "model/document/history_store.h"

#include "model/document/changeset.h"
#include "model/document/digest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace groundplan::historyStore {

namespace {

QByteArray argsToJson(const QStringList& args) {
    return QJsonDocument(QJsonArray::fromStringList(args)).toJson(QJsonDocument::Compact);
}

QStringList argsFromJson(const QByteArray& json) {
    QStringList args;
    for (const QJsonValue value : QJsonDocument::fromJson(json).array())
        args.append(value.toString());
    return args;
}

quint64 checksum(const HistoryEntry& entry, const QByteArray& changeset) {
    QByteArray all;
    const auto add = [&all](const QByteArray& part) {
        all += QByteArray::number(part.size());
        all += ':';
        all += part;
    };
    add(QByteArray::number(entry.number));
    add(QByteArray::number(entry.time.toMSecsSinceEpoch()));
    add(entry.author.toUtf8());
    add(entry.key);
    add(argsToJson(entry.args));
    add(QByteArray::number(entry.inverts));
    add(QByteArray::number(entry.digest));
    add(changeset);
    return checksumOf(all);
}

constexpr auto kColumns = "number, time, author, key, args, inverts, digest";

HistoryEntry entryOf(const sqlite::Statement& row) {
    HistoryEntry entry;
    entry.number = row.integer(0);
    entry.time = QDateTime::fromMSecsSinceEpoch(row.integer(1), QTimeZone::utc());
    entry.author = QString::fromUtf8(row.bytes(2));
    entry.key = row.bytes(3);
    entry.args = argsFromJson(row.bytes(4));
    entry.inverts = row.integer(5);
    entry.digest = quint64(row.integer(6));
    return entry;
}

} // namespace

bool append(sqlite::Connection& connection, const HistoryEntry& entry, const QByteArray& changeset) {
    sqlite::Statement insert = connection.prepare(
        "INSERT INTO history(number, time, author, key, args, inverts, digest, checksum, changeset) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    return insert.bind(0, entry.number)
        .bind(1, entry.time.toMSecsSinceEpoch())
        .bindText(2, entry.author.toUtf8())
        .bindText(3, entry.key)
        .bindText(4, argsToJson(entry.args))
        .bind(5, entry.inverts)
        .bind(6, qint64(entry.digest))
        .bind(7, qint64(checksum(entry, changeset)))
        .bindBlob(8, changeset)
        .run();
}

bool replace(sqlite::Connection& connection, const HistoryEntry& entry, const QByteArray& changeset) {
    sqlite::Statement update = connection.prepare(
        "UPDATE history SET time = ?, digest = ?, checksum = ?, changeset = ? WHERE number = ?");
    return update.bind(0, entry.time.toMSecsSinceEpoch())
        .bind(1, qint64(entry.digest))
        .bind(2, qint64(checksum(entry, changeset)))
        .bindBlob(3, changeset)
        .bind(4, entry.number)
        .run();
}

bool removeLast(sqlite::Connection& connection, qint64 number) {
    sqlite::Statement remove = connection.prepare("DELETE FROM history WHERE number = ?");
    return remove.bind(0, number).run();
}

std::optional<StoredEntry> read(const sqlite::Connection& connection, qint64 number) {
    sqlite::Statement select = connection.prepare(QByteArray("SELECT ") + kColumns +
                                                  ", checksum, changeset FROM history WHERE number = ?");
    select.bind(0, number);
    if (!select.step())
        return std::nullopt;
    StoredEntry stored{entryOf(select), select.bytes(8)};
    if (quint64(select.integer(7)) != checksum(stored.entry, stored.changeset) ||
        !countChanges(stored.changeset))
        return std::nullopt;
    return stored;
}

QList<HistoryEntry> list(const sqlite::Connection& connection, bool* complete) {
    QList<HistoryEntry> entries;
    sqlite::Statement select =
        connection.prepare(QByteArray("SELECT ") + kColumns + " FROM history ORDER BY number");
    while (select.step())
        entries.append(entryOf(select));
    if (complete)
        *complete = select.ok();
    return entries;
}

} // namespace groundplan::historyStore
