#include "model/document/version_store.h"

#include <QTimeZone>

namespace groundplan::versionStore {

namespace {

constexpr qint64 kLastMoment = 253'402'300'799'999; // the end of the year 9999, in milliseconds since 1970

bool exists(const sqlite::Connection& connection) {
    return connection.number(
               "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'version'") == 1;
}

} // namespace

QList<Version> load(const sqlite::Connection& connection) {
    QList<Version> versions;
    if (!exists(connection))
        return versions;
    sqlite::Statement select =
        connection.prepare("SELECT id, entry, time, name FROM version ORDER BY entry, id LIMIT ?");
    select.bind(0, kMostVersions);
    while (select.step()) {
        Version version;
        version.id = select.integer(0);
        version.entry = select.integer(1);
        const qint64 time = select.integer(2);
        version.name = QString::fromUtf8(select.bytes(3));
        if (version.id <= 0 || version.entry < 0 || time < 0 || time > kLastMoment ||
            version.name.isEmpty() || version.name.size() > kLongestName)
            continue;
        version.time = QDateTime::fromMSecsSinceEpoch(time, QTimeZone::utc());
        versions.append(version);
    }
    return versions;
}

bool write(sqlite::Connection& connection, const Version& version) {
    sqlite::Statement insert =
        connection.prepare("INSERT OR REPLACE INTO version(id, entry, time, name) VALUES(?, ?, ?, ?)");
    return insert.bind(0, version.id)
        .bind(1, version.entry)
        .bind(2, version.time.toMSecsSinceEpoch())
        .bindText(3, version.name.toUtf8())
        .run();
}

bool remove(sqlite::Connection& connection, qint64 id) {
    sqlite::Statement removal = connection.prepare("DELETE FROM version WHERE id = ?");
    return removal.bind(0, id).run();
}

bool clear(sqlite::Connection& connection) {
    return !exists(connection) || connection.exec("DELETE FROM version");
}

} // namespace groundplan::versionStore
