#include "app/window/session_catalogue.h"

#include "app/window/session_run.h"
#include "model/document/sqlite.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr auto kVersion = 1;
constexpr auto kColumns = "path, id, practice, framework, started, minutes, elapsed, ended, touched, points";

bool isSound(const sqlite::Connection& connection) {
    sqlite::Statement check = connection.prepare("PRAGMA quick_check(1)");
    return check.step() && check.bytes(0) == "ok" && connection.number("PRAGMA user_version") == kVersion;
}

/// The catalogue to write to; what cannot be used is put away first.
tl::expected<sqlite::Connection, int> opened(const QString& file, bool* made) {
    QDir().mkpath(QFileInfo(file).absolutePath());
    if (QFileInfo::exists(file)) {
        auto connection = sqlite::Connection::open(file, sqlite::Access::ReadWrite);
        if (connection && isSound(*connection))
            return connection;
        if (connection)
            connection->close();
        QFile::remove(file);
        QFile::remove(file + u"-journal"_s);
    }
    auto connection = sqlite::Connection::open(file, sqlite::Access::Create);
    if (!connection)
        return connection;
    *made = true;
    connection->exec("CREATE TABLE past(path TEXT NOT NULL, id INTEGER NOT NULL, practice TEXT NOT NULL, "
                     "framework TEXT NOT NULL, started INTEGER NOT NULL, minutes INTEGER NOT NULL, "
                     "elapsed INTEGER NOT NULL, ended INTEGER NOT NULL, touched INTEGER NOT NULL, "
                     "points INTEGER NOT NULL, PRIMARY KEY(path, id)) STRICT");
    connection->exec(("PRAGMA user_version=" + QByteArray::number(kVersion)).constData());
    return connection;
}

} // namespace

QString SessionCatalogue::defaultFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/groundplan/sessions.sqlite"_s;
}

SessionCatalogue::SessionCatalogue(QString file)
    : file_(std::move(file)) {}

PastSession pastSession(const QString& path, const PracticeSession& session, const Templates& templates) {
    PastSession past;
    past.path = path;
    past.id = session.id;
    past.practice = session.practice;
    past.framework = session.framework;
    past.started = session.started;
    past.minutes = session.minutes;
    past.elapsed = session.elapsed;
    past.ended = session.state == SessionState::Ended;
    if (const PracticeCase* practice = templates.practiceCase(session.practice)) {
        past.points = int(practice->must.size());
        for (const MustTouch& point : practice->must) {
            past.touched +=
                std::any_of(session.events.begin(), session.events.end(), [&](const SessionEvent& event) {
                    return event.kind == SessionEventKind::First && event.name == firsts::must(point.name);
                });
        }
    }
    return past;
}

Result<void> SessionCatalogue::put(const QString& path, const QList<PastSession>& sessions) {
    auto connection = opened(file_, &new_);
    if (!connection)
        return fail(ErrorCode::NotWritten, sqlite::reasonOf(connection.error()));
    bool done = connection->exec("BEGIN IMMEDIATE");
    {
        sqlite::Statement remove = connection->prepare("DELETE FROM past WHERE path = ?");
        done = done && remove.bindText(0, path.toUtf8()).run();
        sqlite::Statement insert =
            connection->prepare("INSERT INTO past("_ba + kColumns + ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (const PastSession& past : sessions) {
            insert.bindText(0, path.toUtf8()).bind(1, past.id).bindText(2, past.practice.toUtf8());
            insert.bindText(3, past.framework.toUtf8()).bind(4, past.started.toMSecsSinceEpoch());
            insert.bind(5, qint64(past.minutes)).bind(6, past.elapsed).bind(7, qint64(past.ended));
            done = done && insert.bind(8, qint64(past.touched)).bind(9, qint64(past.points)).run();
        }
    }
    if (done && connection->exec("COMMIT"))
        return {};
    connection->exec("ROLLBACK");
    return fail(ErrorCode::NotWritten, sqlite::reasonOf(connection->lastCode()));
}

void SessionCatalogue::take(const Document& document, const Templates& templates) {
    QList<PastSession> past;
    const QList<PracticeSession> sessions = document.sessions();
    if (sessions.isEmpty())
        return;
    for (const PracticeSession& session : sessions)
        past.append(pastSession(document.path(), session, templates));
    (void)put(document.path(), past); // the documents keep it all the same
}

void SessionCatalogue::rebuild(const QStringList& paths, const Templates& templates) {
    QStringList all = paths;
    for (const PastSession& past : sessions())
        all.append(past.path);
    all.removeDuplicates();
    for (const QString& path : std::as_const(all)) {
        const auto document = Document::open(path, Document::Use::Reader);
        if (document)
            take(**document, templates);
        else if (!QFileInfo::exists(path))
            (void)put(path, {});
    }
    new_ = false;
}

void SessionCatalogue::readNotEnded(const Templates& templates) {
    QStringList paths;
    if (auto connection = opened(file_, &new_)) {
        sqlite::Statement select = connection->prepare("SELECT DISTINCT path FROM past WHERE ended = 0");
        while (select.step())
            paths.append(QString::fromUtf8(select.bytes(0)));
    }
    for (const QString& path : std::as_const(paths)) {
        if (const auto document = Document::open(path, Document::Use::Reader))
            take(**document, templates);
    }
}

QList<PastSession> SessionCatalogue::sessions() const {
    QList<PastSession> past;
    auto connection = opened(file_, &new_);
    if (!connection)
        return past;
    sqlite::Statement select = connection->prepare(
        "SELECT "_ba + kColumns + " FROM past ORDER BY started DESC, id, elapsed DESC, path");
    while (select.step()) {
        PastSession row;
        row.path = QString::fromUtf8(select.bytes(0));
        if (!QFileInfo::exists(row.path))
            continue;
        row.id = select.integer(1);
        if (!past.isEmpty() && past.last().id == row.id)
            continue;
        row.practice = QString::fromUtf8(select.bytes(2));
        row.framework = QString::fromUtf8(select.bytes(3));
        row.started = QDateTime::fromMSecsSinceEpoch(select.integer(4), QTimeZone::utc());
        row.minutes = int(select.integer(5));
        row.elapsed = select.integer(6);
        row.ended = select.integer(7) != 0;
        row.touched = int(select.integer(8));
        row.points = int(select.integer(9));
        past.append(row);
    }
    return past;
}

} // namespace groundplan
