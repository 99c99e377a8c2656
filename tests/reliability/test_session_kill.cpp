#include "model/document/document.h"
#include "model/document/salvage.h"
#include "tests/reliability/database.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace groundplan;

/// A program that is killed in the middle of a practice session: the clock is right to a beat.
class TestSessionKill : public QObject {
    Q_OBJECT

    struct Said {
        qint64 elapsed = 0; ///< on the clock at the last beat
        qint64 beat = 0;    ///< when that was
        int beats = 0;
    };

    static void listen(QProcess& child, QByteArray& pending, Said& said) {
        pending += child.readAllStandardOutput();
        qsizetype end = 0;
        while ((end = pending.indexOf('\n')) >= 0) {
            const QList<QByteArray> words = pending.left(end).split(' ');
            pending.remove(0, end + 1);
            said = {words.value(0).toLongLong(), words.value(1).toLongLong(), said.beats + 1};
        }
    }

private Q_SLOTS:
    void theClockIsRightToABeat() {
        constexpr int kKills = 25;
        constexpr int kEvery = 5; // ms
        const QTemporaryDir folder(temporaryTemplate());
        const QString path = folder.filePath(u"session.gplan"_s);
        QVERIFY(Document::create(path, Document::Use::CommandLine));
        std::mt19937_64 random(20261121);
        Said said;
        int inTransaction = 0;
        for (int kill = 0; kill < kKills; ++kill) {
            QProcess child;
            QByteArray pending;
            child.start(QStringLiteral(SESSION_CHILD), {path, QString::number(kEvery)});
            QVERIFY2(child.waitForStarted(), qPrintable(child.errorString()));
            const int before = said.beats;
            QDeadlineTimer patience(10'000);
            while (said.beats == before) {
                QVERIFY2(child.state() == QProcess::Running && !patience.hasExpired(), "it does not beat");
                child.waitForReadyRead(100);
                listen(child, pending, said);
            }
            QDeadlineTimer moment(std::chrono::microseconds(random() % 60'000));
            while (!moment.hasExpired()) {
                child.waitForReadyRead(int(moment.remainingTime()));
                listen(child, pending, said);
            }
            child.kill();
            child.waitForFinished();
            const qint64 killed = QDateTime::currentMSecsSinceEpoch();
            listen(child, pending, said);
            QCOMPARE(child.exitStatus(), QProcess::CrashExit);
            inTransaction += QFile::exists(path + u"-journal"_s) ? 1 : 0;

            auto document = Document::open(path, Document::Use::CommandLine);
            QVERIFY2(document, document ? "" : qPrintable(document.error().sentence));
            const QList<PracticeSession> sessions = (*document)->sessions();
            QCOMPARE(sessions.size(), 1);
            const PracticeSession& session = sessions.first();
            QCOMPARE(session.state, SessionState::Running);
            // No beat that was said is lost, and none is made up.
            QVERIFY2(session.elapsed >= said.elapsed && session.beat.toMSecsSinceEpoch() >= said.beat &&
                         session.beat.toMSecsSinceEpoch() <= killed,
                     qPrintable(u"said %1, kept %2"_s.arg(said.elapsed).arg(session.elapsed)));
            // It went on as if it had run all the time, through every kill before this one.
            QCOMPARE(session.elapsed, session.started.msecsTo(session.beat));
            QCOMPARE(session.steps.value(0).used, session.elapsed);
            (*document).reset();
            QCOMPARE(integrityOf(path), u"ok"_s);
            QVERIFY(checkFile(path));
        }
        QVERIFY(said.beats > kKills);
        qInfo("%d kills, %d beats, %d kills inside a transaction", kKills, said.beats, inTransaction);
    }
};

QTEST_GUILESS_MAIN(TestSessionKill)
#include "test_session_kill.moc"
