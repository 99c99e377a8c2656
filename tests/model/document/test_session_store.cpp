#include "model/document/document.h"
#include "model/document/salvage.h"
#include "model/document/schema.h"
#include "tests/places.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <sqlite3.h>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Document> opened(const QString& path, Document::Use use = Document::Use::CommandLine) {
    auto document = Document::open(path, use);
    if (!document)
        qFatal("%s", qPrintable(document.error().sentence));
    return std::move(*document);
}

PracticeSession sample(qint64 id, int day = 21) {
    PracticeSession session;
    session.id = id;
    session.practice = u"video-recommendation"_s;
    session.framework = u"cheat-sheet"_s;
    session.minutes = 45;
    session.started = QDateTime({2026, 11, day}, {9, 0}, QTimeZone::utc());
    session.beat = session.started.addSecs(61);
    session.elapsed = 61'000;
    session.step = 1;
    session.steps = {{u"clarify"_s, 300'000, 30'000}, {u"data"_s, 600'000, 31'000}, {u"model"_s, 0, 0}};
    session.events = {{SessionEventKind::Step, u"clarify"_s, 0},
                      {SessionEventKind::Fact, u"latency"_s, 12'000},
                      {SessionEventKind::Step, u"data"_s, 30'000}};
    return session;
}

Result<void> setTask(Document& document, const QString& task) {
    return document.edit({"change-task", {}}, [task](Editor& editor) -> Result<void> {
        Board board = editor.design().board;
        board.task = task;
        editor.put(board);
        return {};
    });
}

} // namespace

/// Timed runs in the file, beside the design.
class TestSessionStore : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path_;

    static void sql(const QString& path, const QByteArray& statements) {
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(path.toUtf8().constData(), &db), SQLITE_OK);
        char* message = nullptr;
        const int code = sqlite3_exec(db, statements.constData(), nullptr, nullptr, &message);
        QVERIFY2(code == SQLITE_OK, message ? message : "");
        sqlite3_close(db);
    }

private Q_SLOTS:
    void init() {
        static int number = 0;
        path_ = folder_.filePath(u"%1.gplan"_s.arg(++number));
        QVERIFY(Document::create(path_, Document::Use::CommandLine));
    }

    void isKeptAsItIsWithoutATraceInTheDesign() {
        auto document = opened(path_);
        QVERIFY(setTask(*document, u"Rank."_s));
        const Design before = document->design();
        const quint64 digest = document->digest();
        QVERIFY(document->sessions().isEmpty());
        PracticeSession second = sample(7, 22);
        PracticeSession first = sample(8, 21);
        QVERIFY(document->keepSession(second));
        QVERIFY(document->keepSession(first));
        QCOMPARE(document->sessions(), (QList<PracticeSession>{first, second}));

        second.elapsed += 1000;
        second.beat = second.beat.addSecs(1);
        second.steps[1].used += 1000;
        second.steps[2].planned = 60'000;
        second.events.append({SessionEventKind::First, u"path"_s, 61'500});
        second.state = SessionState::Paused;
        QVERIFY(document->keepSession(second));
        QCOMPARE(document->sessions(), (QList<PracticeSession>{first, second}));
        second.events.removeFirst();
        second.steps.removeLast();
        second.state = SessionState::Ended;
        QVERIFY(document->keepSession(second));
        QCOMPARE(document->sessions(), (QList<PracticeSession>{first, second}));

        QCOMPARE(document->history().size(), 1);
        QCOMPARE(document->digest(), digest);
        QVERIFY(document->design() == before);
        QVERIFY(document->undo());
        QCOMPARE(document->sessions(), (QList<PracticeSession>{first, second}));
        document.reset();
        QVERIFY(checkFile(path_));
        QCOMPARE(opened(path_)->sessions(), (QList<PracticeSession>{first, second}));
        QCOMPARE(opened(path_, Document::Use::Reader)->sessions(), (QList<PracticeSession>{first, second}));
    }

    void isInACopyWithoutHistory() {
        auto document = opened(path_);
        QVERIFY(setTask(*document, u"Rank."_s));
        QVERIFY(document->keepSession(sample(7)));
        const QString copy = folder_.filePath(u"copy.gplan"_s);
        QVERIFY(document->saveCopy(copy, false));
        QVERIFY(document->forgetHistory());
        QCOMPARE(document->sessions(), QList{sample(7)});
        QCOMPARE(opened(copy)->sessions(), QList{sample(7)});
        QVERIFY(opened(copy)->history().isEmpty());
    }

    /// The first thing that is written to an older file may be a session.
    void bringsAnOlderFileUpToDate_data() {
        QTest::addColumn<int>("version");
        for (int version = 1; version < kSchemaVersion; ++version)
            QTest::addRow("%d", version) << version;
    }
    void bringsAnOlderFileUpToDate() {
        QFETCH(int, version);
        const QString path = folder_.filePath(u"old-%1.gplan"_s.arg(version));
        QVERIFY(QFile::copy(projectPath("tests/data/golden/schema-%1.gplan").arg(version), path));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        auto document = opened(path);
        auto other = opened(path); // another program's
        QVERIFY(document->sessions().isEmpty());
        QVERIFY(document->keepSession(sample(7)));
        QCOMPARE(document->sessions(), QList{sample(7)});
        // Both go on; the other one still believes the file to be an older one.
        QVERIFY(other->keepSession(sample(8, 22)));
        QVERIFY(setTask(*other, u"Rank."_s));
        QVERIFY(document->undo());
        QVERIFY(setTask(*document, u"Rank more."_s));
        document.reset();
        other.reset();
        QVERIFY(checkFile(path));
        QCOMPARE(opened(path)->sessions().size(), 2);
        QCOMPARE(opened(path)->design().board.task, u"Rank more."_s);
        QCOMPARE(opened(path)->openedAs(), OpenedAs::Writable);
    }

    /// What another process writes meanwhile is neither lost nor taken in behind the user's back.
    void standsBesideWhatAnotherProcessWrites() {
        auto document = opened(path_);
        auto other = opened(path_);
        QVERIFY(setTask(*other, u"Rank."_s));
        QVERIFY(document->keepSession(sample(7)));
        QCOMPARE(document->design().board.task, QString());
        QVERIFY(document->refresh());
        QCOMPARE(document->design().board.task, u"Rank."_s);
        QCOMPARE(other->sessions(), QList{sample(7)});
        QVERIFY(other->undo());

        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(path_.toUtf8().constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
        QElapsedTimer time;
        time.start();
        QVERIFY(!document->keepSession(sample(9)));
        QVERIFY2(time.elapsed() < 1000, "a clock holds the user up");
        sqlite3_close(db);
        QVERIFY(document->keepSession(sample(9)));
    }

    void isKeptInAHandlerOfChanged() {
        auto document = opened(path_);
        bool kept = false;
        connect(document.get(), &Document::changed, this, [&] { kept = document->keepSession(sample(7)); });
        QVERIFY(setTask(*document, u"Rank."_s));
        QVERIFY(kept);
        QVERIFY(document->undo());
        QCOMPARE(document->sessions(), QList{sample(7)});
    }

    void isNotKeptWhereNothingCanBeWritten() {
        const auto document = opened(path_, Document::Use::Window);
        QVERIFY(document->keepSession(sample(7)));
        for (const auto use : {Document::Use::Window, Document::Use::Reader}) {
            const auto second = opened(path_, use);
            QVERIFY(second->isReadOnly());
            QVERIFY(!second->keepSession(sample(8)));
            QCOMPARE(second->sessions(), QList{sample(7)});
        }
    }

    void leavesOutWhatCannotBe_data() {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<int>("events"); // of the session; -1: it is left out
        const auto row = [](const char* name, const char* damage, int events) {
            QTest::newRow(name) << QByteArray(damage) << events;
        };
        row("nothing", "SELECT 1", 3);
        row("negative id", "UPDATE session SET id = -7 WHERE id = 7", -1);
        row("minutes", "UPDATE session SET minutes = 1441 WHERE id = 7", -1);
        row("no minutes", "UPDATE session SET minutes = 0 WHERE id = 7", -1);
        row("started", "UPDATE session SET started = 9223372036854775807 WHERE id = 7", -1);
        row("state", "UPDATE session SET state = 'flying' WHERE id = 7", -1);
        row("elapsed", "UPDATE session SET elapsed = -1 WHERE id = 7", -1);
        row("beat", "UPDATE session SET beat = -9223372036854775808 WHERE id = 7", -1);
        row("step", "UPDATE session SET step = 3 WHERE id = 7", -1);
        row("negative step", "UPDATE session SET step = -1 WHERE id = 7", -1);
        row("name", "UPDATE session SET practice = printf('%.*c', 201, 'x') WHERE id = 7", -1);
        row("a step is missing", "DELETE FROM session_step WHERE session = 7 AND number = 1", -1);
        row("a step twice", "INSERT INTO session_step SELECT 99, 7, 1, 'x', 1, 1", -1);
        row("a step's plan", "UPDATE session_step SET planned = 1 << 60 WHERE session = 7", -1);
        row("a step's use", "UPDATE session_step SET used = -1 WHERE session = 7 AND number = 2", -1);
        row("event", "UPDATE session_event SET kind = 'born' WHERE session = 7 AND at = 0", 2);
        row("event's time", "UPDATE session_event SET at = -5 WHERE session = 7", 0);
        row("event of nobody", "UPDATE session_event SET session = 99 WHERE session = 7 AND at = 0", 2);
        row("too many events",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250000) "
            "INSERT INTO session_event(session, kind, name, at) SELECT 7, 'fact', 'x', i FROM n",
            5000);
    }
    void leavesOutWhatCannotBe() {
        QFETCH(QByteArray, damage);
        QFETCH(int, events);
        opened(path_)->keepSession(sample(7));
        opened(path_)->keepSession(sample(8, 22));
        sql(path_, damage);
        auto document = opened(path_);
        QCOMPARE(document->openedAs(), OpenedAs::Writable);
        QList<PracticeSession> sessions = document->sessions();
        QCOMPARE(sessions.size(), events < 0 ? 1 : 2);
        QCOMPARE(sessions.last().id, 8);
        if (events >= 0)
            QCOMPARE(sessions.first().events.size(), events);
        // Kept again, it is whole.
        PracticeSession again = sample(7);
        again.elapsed += 500;
        QVERIFY(document->keepSession(again));
        sessions = document->sessions();
        QCOMPARE(sessions.size(), 2);
        QCOMPARE(sessions.first(), again);
    }
};

QTEST_GUILESS_MAIN(TestSessionStore)
#include "test_session_store.moc"
