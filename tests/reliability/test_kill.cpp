// test_kill [QTest options] [--kills N] [--seed S]
#include "tests/reliability/database.h"
#include "tests/reliability/kill_harness.h"
#include "tests/reliability/words.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {
int gKills = 200;
quint64 gSeed = 20261120;
} // namespace

class TestKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// The harness is worth something only if it finds out a program that says "kept" too early.
    void aProgramThatAcknowledgesBeforeItCommitsIsFoundOut() {
        const QTemporaryDir folder(temporaryTemplate());
        const KillOutcome outcome = runKills({400, gSeed, true}, folder.path());
        QVERIFY2(outcome.failure.contains(u"was acknowledged, but the history ends at"_s),
                 qPrintable(outcome.failure));
        qInfo("found out after %d kills", outcome.kills);
    }

    void everyAcknowledgedEditSurvives() {
        const QTemporaryDir folder(temporaryTemplate());
        QElapsedTimer time;
        time.start();
        const KillOutcome outcome = runKills({gKills, gSeed, false}, folder.path());
        QVERIFY2(outcome.failure.isEmpty(), qPrintable(outcome.failure));
        QCOMPARE(outcome.kills, gKills);
        // Otherwise the run has shown little.
        QVERIFY(outcome.acknowledged > 2 * gKills);
        QVERIFY(outcome.undone > gKills);
        qInfo("%d kills in %.1f s: %lld commits acknowledged, %d kills inside a transaction, %d entries "
              "undone and redone",
              outcome.kills, double(time.elapsed()) / 1000, outcome.acknowledged, outcome.inTransaction,
              outcome.undone);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QStringList words = application.arguments();
    gKills = int(takeNumber(words, u"--kills"_s, quint64(gKills)));
    gSeed = takeNumber(words, u"--seed"_s, gSeed);
    TestKill test;
    return QTest::qExec(&test, words);
}

#include "test_kill.moc"
