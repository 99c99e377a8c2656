#include "model/document/session_store.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <optional>
#include <tuple>

namespace groundplan::sessionStore {

namespace {

constexpr int kMostMinutes = 24 * 60;
constexpr int kMostEventsRead = 200'000;            // of all sessions
constexpr qint64 kLastMoment = 253'402'300'799'999; // the end of the year 9999, in milliseconds since 1970

bool exists(const sqlite::Connection& connection) {
    return connection.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                             "('session', 'session_step', 'session_event')") == 3;
}

/// The name in a column; nothing when it is longer than any name.
std::optional<QString> nameIn(const sqlite::Statement& row, int column) {
    const QString name = QString::fromUtf8(row.bytes(column));
    return name.size() <= kLongestName ? std::optional(name) : std::nullopt;
}

bool isDuration(qint64 ms) {
    return ms >= 0 && ms <= kLongestClock;
}

bool isMoment(qint64 ms) {
    return ms >= 0 && ms <= kLastMoment;
}

const QByteArray kColumns =
    "SELECT id, practice, framework, minutes, started, state, elapsed, beat, step FROM session";

std::optional<PracticeSession> sessionIn(const sqlite::Statement& row) {
    const auto practice = nameIn(row, 1);
    const auto framework = nameIn(row, 2);
    const auto state = fromWord<SessionState>(QString::fromUtf8(row.bytes(5)));
    const qint64 minutes = row.integer(3);
    if (row.integer(0) <= 0 || !practice || !framework || !state || minutes < 1 || minutes > kMostMinutes ||
        !isMoment(row.integer(4)) || !isDuration(row.integer(6)) || !isMoment(row.integer(7)) ||
        row.integer(8) < 0 || row.integer(8) >= kMostSteps)
        return std::nullopt;
    PracticeSession session;
    session.id = row.integer(0);
    session.practice = *practice;
    session.framework = *framework;
    session.minutes = int(minutes);
    session.started = QDateTime::fromMSecsSinceEpoch(row.integer(4), QTimeZone::utc());
    session.state = *state;
    session.elapsed = row.integer(6);
    session.beat = QDateTime::fromMSecsSinceEpoch(row.integer(7), QTimeZone::utc());
    session.step = int(row.integer(8));
    return session;
}

/// Sessions by their ids, and which of them had a step that cannot be, or lack one, so that the current step
/// would be another.
struct Read {
    QHash<qint64, PracticeSession> sessions;
    QSet<qint64> broken;
    qint64 leftOut = 0; ///< events
};

void readSteps(const sqlite::Connection& connection, const QByteArray& condition, Read& read) {
    sqlite::Statement select = connection.prepare("SELECT session, number, name, planned, used "
                                                  "FROM session_step" +
                                                  condition + " ORDER BY number, id LIMIT ?");
    select.bind(0, qint64(kMostSessions) * kMostSteps);
    while (select.step()) {
        const auto session = read.sessions.find(select.integer(0));
        if (session == read.sessions.end())
            continue;
        const auto name = nameIn(select, 2);
        if (session->steps.size() >= kMostSteps || select.integer(1) != session->steps.size() || !name ||
            !isDuration(select.integer(3)) || !isDuration(select.integer(4)))
            read.broken.insert(session.key());
        else
            session->steps.append({*name, select.integer(3), select.integer(4)});
    }
}

void readEvents(const sqlite::Connection& connection, const QByteArray& condition, Read& read) {
    sqlite::Statement select = connection.prepare("SELECT session, kind, name, at FROM session_event" +
                                                  condition + " ORDER BY id LIMIT ?");
    select.bind(0, qint64(kMostEventsRead));
    while (select.step()) {
        const auto session = read.sessions.find(select.integer(0));
        if (session == read.sessions.end())
            continue;
        const auto kind = fromWord<SessionEventKind>(QString::fromUtf8(select.bytes(1)));
        const auto name = nameIn(select, 2);
        if (kind && name && isDuration(select.integer(3)) && session->events.size() < kMostEvents)
            session->events.append({*kind, *name, select.integer(3)});
        else
            ++read.leftOut;
    }
}

/// All of them, or the one with that id.
Read readSessions(const sqlite::Connection& connection, qint64 only = 0) {
    const QByteArray id = QByteArray::number(only);
    Read read;
    sqlite::Statement select = connection.prepare(kColumns + (only ? " WHERE id = " + id : QByteArray()) +
                                                  " ORDER BY started DESC LIMIT ?");
    select.bind(0, qint64(kMostSessions));
    while (select.step()) {
        if (const std::optional<PracticeSession> session = sessionIn(select))
            read.sessions.insert(session->id, *session);
    }
    const QByteArray condition = only ? " WHERE session = " + id : QByteArray();
    readSteps(connection, condition, read);
    readEvents(connection, condition, read);
    for (const PracticeSession& session : std::as_const(read.sessions)) {
        if (session.step >= std::max<qsizetype>(session.steps.size(), 1))
            read.broken.insert(session.id);
    }
    return read;
}

/// A clock that ran on for longer than is believed stays at the longest.
qint64 kept(qint64 ms) {
    return std::clamp<qint64>(ms, 0, kLongestClock);
}

template <class Enum>
QByteArray word(Enum value) {
    return QString(wordOf(value)).toUtf8();
}

bool insertSteps(sqlite::Connection& connection, const PracticeSession& session) {
    sqlite::Statement insert = connection.prepare(
        "INSERT INTO session_step(session, number, name, planned, used) VALUES(?, ?, ?, ?, ?)");
    for (qsizetype i = 0; i < session.steps.size(); ++i) {
        const SessionStep& step = session.steps.at(i);
        insert.bind(0, session.id).bind(1, qint64(i)).bindText(2, step.name.toUtf8());
        if (!insert.bind(3, kept(step.planned)).bind(4, kept(step.used)).run())
            return false;
    }
    return true;
}

bool insertEvents(sqlite::Connection& connection, const PracticeSession& session, qsizetype from) {
    sqlite::Statement insert =
        connection.prepare("INSERT INTO session_event(session, kind, name, at) VALUES(?, ?, ?, ?)");
    for (qsizetype i = from; i < session.events.size(); ++i) {
        const SessionEvent& event = session.events.at(i);
        insert.bind(0, session.id).bindText(1, word(event.kind)).bindText(2, event.name.toUtf8());
        if (!insert.bind(3, event.at).run())
            return false;
    }
    return true;
}

bool removeRows(sqlite::Connection& connection, const QByteArray& table, qint64 session) {
    sqlite::Statement remove = connection.prepare("DELETE FROM " + table + " WHERE session = ?");
    return remove.bind(0, session).run();
}

bool writeSteps(sqlite::Connection& connection, const PracticeSession& before, const PracticeSession& now) {
    const bool same = std::equal(before.steps.begin(), before.steps.end(), now.steps.begin(), now.steps.end(),
                                 [](const auto& a, const auto& b) { return a.name == b.name; });
    if (!same)
        return removeRows(connection, "session_step", now.id) && insertSteps(connection, now);
    sqlite::Statement update =
        connection.prepare("UPDATE session_step SET planned = ?, used = ? WHERE session = ? AND number = ?");
    for (qsizetype i = 0; i < now.steps.size(); ++i) {
        const SessionStep& step = now.steps.at(i);
        if (step == before.steps.at(i))
            continue;
        if (!update.bind(0, kept(step.planned))
                 .bind(1, kept(step.used))
                 .bind(2, now.id)
                 .bind(3, qint64(i))
                 .run())
            return false;
    }
    return true;
}

bool writeEvents(sqlite::Connection& connection, const PracticeSession& before, const PracticeSession& now) {
    const bool grown = before.events.size() <= now.events.size() &&
                       std::equal(before.events.begin(), before.events.end(), now.events.begin());
    if (grown)
        return insertEvents(connection, now, before.events.size());
    return removeRows(connection, "session_event", now.id) && insertEvents(connection, now, 0);
}

} // namespace

QList<PracticeSession> load(const sqlite::Connection& connection) {
    QList<PracticeSession> sessions;
    if (!exists(connection))
        return sessions;
    const Read read = readSessions(connection);
    for (const PracticeSession& session : read.sessions) {
        if (!read.broken.contains(session.id))
            sessions.append(session);
    }
    std::sort(sessions.begin(), sessions.end(), [](const PracticeSession& a, const PracticeSession& b) {
        return std::tie(a.started, a.id) < std::tie(b.started, b.id);
    });
    return sessions;
}

bool write(sqlite::Connection& connection, const PracticeSession& session) {
    const Read read = readSessions(connection, session.id);
    PracticeSession before;
    if (read.broken.isEmpty() && read.leftOut == 0)
        before = read.sessions.value(session.id);
    // What a damaged file holds of it is not continued, but replaced.
    if (before.id == 0 && !(removeRows(connection, "session_step", session.id) &&
                            removeRows(connection, "session_event", session.id)))
        return false;

    sqlite::Statement put = connection.prepare(
        "INSERT INTO session(id, practice, framework, minutes, started, state, elapsed, beat, step) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET practice = excluded.practice, "
        "framework = excluded.framework, minutes = excluded.minutes, started = excluded.started, "
        "state = excluded.state, elapsed = excluded.elapsed, beat = excluded.beat, step = excluded.step");
    put.bind(0, session.id).bindText(1, session.practice.toUtf8()).bindText(2, session.framework.toUtf8());
    put.bind(3, qint64(session.minutes)).bind(4, session.started.toMSecsSinceEpoch());
    put.bindText(5, word(session.state)).bind(6, kept(session.elapsed));
    put.bind(7, session.beat.toMSecsSinceEpoch()).bind(8, qint64(session.step));
    return put.run() && writeSteps(connection, before, session) && writeEvents(connection, before, session);
}

} // namespace groundplan::sessionStore
