// Two processes at one document at the same moment: no edit is lost, none is applied to a stale board, no
// reader sees half of one.
#include "tests/reliability/counting.h"
#include "tests/reliability/database.h"

#include "model/document/salvage.h"

#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {
constexpr int kEdits = 500;
constexpr int kReads = 100;

void start(QProcess& process, const QStringList& words) {
    process.start(QStringLiteral(OTHER_PROCESS), words);
    if (!process.waitForStarted())
        qFatal("%s", qPrintable(process.errorString()));
}

void begin(QProcess& process) {
    process.write("go\n");
    process.waitForBytesWritten();
}

QString endOf(QProcess& process) {
    if (process.state() != QProcess::NotRunning && !process.waitForFinished(120'000))
        return u"it does not end"_s;
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError());
}

QStringList notesOf(const Design& design) {
    QStringList texts;
    for (const Note& note : design.notes)
        texts += note.text;
    texts.sort();
    return texts;
}

QStringList expectedNotes(const QStringList& labels) {
    QStringList texts;
    for (const QString& label : labels) {
        for (int i = 0; i < kEdits; ++i)
            texts += u"%1 %2"_s.arg(label).arg(i);
    }
    texts.sort();
    return texts;
}
} // namespace

class TestProcesses : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};

    QString newDocument(const char* name) {
        const QString path = folder_.filePath(QString::fromLatin1(name));
        if (const auto made = Document::create(path, Document::Use::CommandLine); !made)
            qFatal("%s", qPrintable(made.error().sentence));
        return path;
    }

private Q_SLOTS:
    void twoProcessesEditAndNothingIsLost_data() {
        QTest::addColumn<QString>("other");
        QTest::newRow("both keep it open") << u"write"_s;
        QTest::newRow("one opens it for every edit") << u"rewrite"_s;
    }
    void twoProcessesEditAndNothingIsLost() {
        QFETCH(QString, other);
        const QString path = newDocument(qPrintable(other + u".gplan"_s));
        QProcess one;
        QProcess two;
        start(one, {u"write"_s, path, u"one"_s, QString::number(kEdits)});
        start(two, {other, path, u"two"_s, QString::number(kEdits)});
        begin(one);
        begin(two);
        QCOMPARE(endOf(one), QString());
        QCOMPARE(endOf(two), QString());

        const auto document = Document::open(path, Document::Use::CommandLine);
        QVERIFY2(document, document ? "" : qPrintable(document.error().sentence));
        QCOMPARE((*document)->design().board.task, QString::number(2 * kEdits));
        QCOMPARE(notesOf((*document)->design()), expectedNotes({u"one"_s, u"two"_s}));
        const QList<HistoryEntry> history = (*document)->history();
        QCOMPARE(history.size(), 2 * kEdits);
        int turns = 0; // otherwise one was done before the other began
        for (qsizetype i = 1; i < history.size(); ++i)
            turns += history.at(i).author != history.at(i - 1).author ? 1 : 0;
        QVERIFY2(turns > 20, qPrintable(QString::number(turns)));
        while ((*document)->canUndo()) {
            const Result<void> undone = (*document)->undo();
            QVERIFY2(undone, undone ? "" : qPrintable(undone.error().sentence));
        }
        QVERIFY((*document)->design() == Design());
        QVERIFY(checkFile(path));
    }

    void anOpenDocumentKeepsUpWithAnotherProcess() {
        const QString path = newDocument("open.gplan");
        const auto document = Document::open(path, Document::Use::Window);
        QVERIFY(document);
        QProcess other;
        start(other, {u"write"_s, path, u"other"_s, QString::number(kEdits)});
        begin(other);
        int refused = 0;
        for (int i = 0; i < kEdits;) {
            if (const Result<void> done = countUp(**document, u"mine %1"_s.arg(i)); done)
                ++i;
            else
                QVERIFY2(done.error().code == ErrorCode::NotWritten && ++refused < 10'000,
                         qPrintable(done.error().sentence));
            QThread::usleep(500);
        }
        QCOMPARE(endOf(other), QString());
        QVERIFY((*document)->refresh());
        QCOMPARE((*document)->design().board.task, QString::number(2 * kEdits));
        QCOMPARE(notesOf((*document)->design()), expectedNotes({u"mine"_s, u"other"_s}));
        QCOMPARE((*document)->history().size(), 2 * kEdits);
    }

    void aReaderNeverSeesHalfAnEditAndNeverStopsTheWriter() {
        const QString path = newDocument("read.gplan");
        const auto document = Document::open(path, Document::Use::Window);
        QVERIFY(document);
        QSet<quint64> states{(*document)->digest()};
        QProcess reader;
        start(reader, {u"read"_s, path, u"-"_s, QString::number(kReads)});
        int edits = 0;
        while (reader.state() == QProcess::Running) {
            const Result<void> done = countUp(**document, u"mine %1"_s.arg(edits));
            QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));
            states.insert((*document)->digest());
            ++edits;
            reader.waitForFinished(0);
        }
        QCOMPARE(endOf(reader), QString());
        const QList<QByteArray> seen = reader.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(seen.size(), kReads);
        for (const QByteArray& digest : seen)
            QVERIFY2(states.contains(digest.toULongLong()), "a reader saw a design that never was");
        QVERIFY(QSet<QByteArray>(seen.begin(), seen.end()).size() > 1);
        qInfo("%d edits while %d reads went on", edits, kReads);
    }
};

QTEST_GUILESS_MAIN(TestProcesses)
#include "test_processes.moc"
