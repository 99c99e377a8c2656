#include "model/graphviz/dot.h"
#include "model/graphviz/helper_process.h"
#include "model/graphviz/wire.h"
#include "tests/places.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr char kVariable[] = "GROUNDPLAN_GRAPHVIZ";

QByteArray repeated(const char* text, int count) {
    return QByteArray(text).repeated(count);
}

QByteArray numbered(const char* prefix, int count) {
    QByteArray all;
    for (int i = 0; i < count; ++i)
        all += prefix + QByteArray::number(i) + ' ';
    return all;
}

/// The state letter of a process in /proc, or 0 when there is none.
char stateOf(qint64 pid) {
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = stat.readAll();
    return line.at(line.lastIndexOf(')') + 2);
}

} // namespace

/// The helper process from its client's side: what bad input comes to, and that nothing it does can hold up,
/// outlive or hurt the program.
class TestHelper : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void badInput_data();
    void badInput();
    void timeout();
    void cancel();
    void cancelFromAnotherThread();
    void killed_data();
    void killed();
    void missing();
    void notAProgram();
    void anotherProgram_data();
    void anotherProgram();
    void destructionEndsIt();
    void itsLimits();
    void itKnowsNothing();
    void wrongUse();
    void answersAreNotTrusted();
    void requestsAreNotTrusted();

private:
    QString program_;
};

void TestHelper::initTestCase() {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    qunsetenv(kVariable);
    program_ = HelperProcess::program();
    QVERIFY2(QFileInfo(program_).isExecutable(), qPrintable(program_));
}

void TestHelper::cleanup() {
    qunsetenv(kVariable);
}

void TestHelper::badInput_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const QByteArray& text, const QString& sentence) {
        QTest::newRow(name) << text << sentence;
    };
    row("empty", "",
        u"bad.dot, line 1: there is no graph in it; a DOT file begins with “graph” or “digraph”."_s);
    row("other text", "Dear all,\n",
        u"bad.dot, line 1: this is not valid DOT: “Dear” makes no sense here."_s);
    row("error", "digraph {\n  a [label=b\n}\n",
        u"bad.dot, line 3: this is not valid DOT: “}” makes no sense here."_s);
    row("wrong arrow", "graph {\n a -> b\n}",
        u"bad.dot, line 2: “->” cannot stand in an undirected graph; write “--”, or “digraph” at the start."_s);
    row("wrong line", "digraph {\n a -- b\n}",
        u"bad.dot, line 2: “--” cannot stand in a directed graph; write “->”, or “graph” at the start."_s);
    row("open quote", "digraph {\n a [label=\"b]\n}",
        u"bad.dot, line 2: the quoted text that begins here is never closed; add the missing quote."_s);
    row("open html", "digraph {\n a [label=<b]\n}",
        u"bad.dot, line 2: the HTML-like text that begins here is never closed; add the missing “>”."_s);
    row("open comment", "digraph {}\n/*", u"bad.dot: nothing"_s);
    row("open brace", "digraph {\n {\n a",
        u"bad.dot, line 2: the brace that opens here is never closed; add the missing “}”."_s);
    row("half a header", "digraph", u"bad.dot, line 1: the file ends before its graph does."_s);
    row("10,000 nested braces", "digraph {\n" + repeated("{", 10'000) + repeated("}", 10'000) + "}",
        u"bad.dot, line 2: braces are nested more than 256 deep; flatten the graph."_s);
    row("1,000,000 implied edges",
        "digraph {\n{" + numbered("n", 1'000) + "} ->\n{" + numbered("m", 1'000) + "}}",
        u"bad.dot, line 3: the graph has more than 500,000 edges, counting those implied between groups; split it."_s);
    row("chain of 10,000", "digraph {\n\n" + repeated("a->", 10'000) + "a}",
        u"bad.dot, line 3: a chain of edges has more than 2,000 links; break it into several statements."_s);
    row("label of 10 MB", "digraph { a [label=\"" + QByteArray(10'000'000, 'x') + "\"] }",
        u"bad.dot, line 1: a text or name has more than 262,144 bytes; shorten it."_s);
    row("130 MB", QByteArray(130 << 20, ' '),
        u"bad.dot: the file is larger than 128 MB, which is the most that is read."_s);
    row("not UTF-8", "digraph {\n \"caf\xE9\" }",
        u"bad.dot, line 2: this is not UTF-8 text (byte 15 of the file); save it as UTF-8, or say "
        u"charset=\"latin1\" in "
        "the graph if it is that."_s);
    row("a NUL byte", QByteArray("digraph {\0}", 11),
        u"bad.dot, line 1: there is a NUL byte here, so this is no text file."_s);
    row("too many nodes", "digraph {" + numbered("n", 500'001) + "}",
        u"bad.dot, line 1: the graph has more than 500,000 nodes; split it."_s);
    row("too many subgraphs", "digraph {" + repeated("{}", 50'001) + "}",
        u"bad.dot, line 1: the graph has more than 50,000 subgraphs; split it."_s);
}

void TestHelper::badInput() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, sentence);
    QElapsedTimer timer;
    timer.start();
    const Result<Import> import = readDot(text, u"bad.dot"_s, {});
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    if (sentence == u"bad.dot: nothing"_s) {
        // Behind the graph anything may stand; it is said that it was not read.
        QVERIFY(import);
        QCOMPARE(import->notTaken,
                 QStringList{u"Only the first graph of the file was taken over; more text follows it."_s});
        return;
    }
    QVERIFY(!import);
    QCOMPARE(import.error(), (Error{ErrorCode::Unreadable, sentence}));
}

void TestHelper::timeout() {
    HelperProcess helper(HelperProcess::Task::Parse, u"Reading a.dot"_s);
    QVERIFY(helper.start("digraph {}"));
    const qint64 pid = helper.processId();
    kill(pid_t(pid), SIGSTOP);
    QElapsedTimer timer;
    timer.start();
    const Result<QByteArray> answer =
        helper.wait(311); // what is left of a longer time is seldom a round number
    QVERIFY(timer.elapsed() >= 300 && timer.elapsed() < 5'000);
    QVERIFY(!answer);
    QCOMPARE(answer.error(),
             (Error{ErrorCode::Unreadable, u"Reading a.dot took longer than 0.3 s and was stopped; "
                                           "choose less at a time."_s}));
    QCOMPARE(stateOf(pid), char(0));
}

void TestHelper::cancel() {
    std::atomic<bool> cancelled = true;
    const Result<Import> import = readDot("digraph { a -> b }", u"a.dot"_s, {}, 30'000, &cancelled);
    QVERIFY(!import);
    QCOMPARE(import.error(), (Error{ErrorCode::Cancelled, u"Reading a.dot was cancelled."_s}));
}

void TestHelper::cancelFromAnotherThread() {
    // A helper that gets nowhere, cancelled while it is at it.
    HelperProcess helper(HelperProcess::Task::Layout, u"The layout of 7,000 blocks"_s);
    QVERIFY(helper.start({}));
    const qint64 pid = helper.processId();
    kill(pid_t(pid), SIGSTOP);
    std::atomic<bool> cancelled = false;
    std::thread canceller([&cancelled] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        cancelled = true;
    });
    QElapsedTimer timer;
    timer.start();
    const Result<QByteArray> answer = helper.wait(60'000, &cancelled);
    canceller.join();
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!answer);
    QCOMPARE(answer.error(), (Error{ErrorCode::Cancelled, u"The layout of 7,000 blocks was cancelled."_s}));
    QCOMPARE(stateOf(pid), char(0));
}

void TestHelper::killed_data() {
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("sentence");
    const QString crashed =
        u"Reading a.dot made Graphviz crash or run out of memory (signal %1); nothing was taken over."_s;
    QTest::newRow("crash") << SIGSEGV << crashed.arg(SIGSEGV);
    QTest::newRow("abort") << SIGABRT << crashed.arg(SIGABRT);
    QTest::newRow("out of memory") << SIGKILL << crashed.arg(SIGKILL);
    QTest::newRow("out of time") << SIGXCPU
                                 << u"Reading a.dot took more than 30 s of processor time and was stopped; "
                                    "choose less at a time."_s;
}

void TestHelper::killed() {
    QFETCH(const int, signal);
    QFETCH(const QString, sentence);
    HelperProcess helper(HelperProcess::Task::Parse, u"Reading a.dot"_s);
    QVERIFY(helper.start("digraph {}"));
    // It still waits for its input, which goes out while we wait for the answer.
    kill(pid_t(helper.processId()), signal);
    const Result<QByteArray> answer = helper.wait(5'000);
    QVERIFY(!answer);
    QCOMPARE(answer.error(), (Error{ErrorCode::Unreadable, sentence}));
}

void TestHelper::missing() {
    qputenv(kVariable, "/nowhere/groundplan-graphviz");
    const Result<Import> import = readDot("digraph {}", u"a.dot"_s, {});
    QVERIFY(!import);
    QCOMPARE(import.error().code, ErrorCode::Unreadable);
    QVERIFY2(
        import.error().sentence.startsWith(
            u"Reading a.dot needs the program “/nowhere/groundplan-graphviz”, which could not be started: "_s),
        qPrintable(import.error().sentence));
}

void TestHelper::notAProgram() {
    qputenv(kVariable, QFile::encodeName(projectPath("tests/data/dot/strict.dot")));
    QVERIFY(!readDot("digraph {}", u"a.dot"_s, {}));
}

void TestHelper::anotherProgram_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("echoes")
        << QByteArray("/bin/echo")
        << u"a.dot: the helper program groundplan-graphviz is of another version: install Groundplan "
           "again."_s;
    QTest::newRow("fails") << QByteArray("/bin/false")
                           << u"Reading a.dot failed in the program groundplan-graphviz (exit code 1)."_s;
    QTest::newRow("says nothing")
        << QByteArray("/bin/true")
        << u"a.dot: the helper program groundplan-graphviz is of another version: install "
           "Groundplan again."_s;
}

void TestHelper::anotherProgram() {
    QFETCH(const QByteArray, path);
    QFETCH(const QString, sentence);
    qputenv(kVariable, path);
    const Result<Import> import = readDot("digraph {}", u"a.dot"_s, {});
    QVERIFY(!import);
    QCOMPARE(import.error(), (Error{ErrorCode::Unreadable, sentence}));
}

void TestHelper::destructionEndsIt() {
    qint64 pid = 0;
    {
        HelperProcess helper(HelperProcess::Task::Parse, u"x"_s);
        QVERIFY(helper.start("digraph {}"));
        pid = helper.processId();
        kill(pid_t(pid), SIGSTOP);
    }
    QCOMPARE(stateOf(pid), char(0));
}

/// Looks at the process while it waits for its input.
void TestHelper::itsLimits() {
    const int inherited = open("/dev/null", O_RDONLY); // without O_CLOEXEC
    QProcess process;
    process.start(program_, {u"parse"_s});
    QVERIFY(process.waitForStarted());
    close(inherited);
    const QString proc = u"/proc/%1/"_s.arg(process.processId());
    const auto fileOf = [&proc](const QString& name) {
        QFile file(proc + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    // NoNewPrivs is the last thing that it sets.
    QTRY_VERIFY(fileOf(u"status"_s).contains("NoNewPrivs:\t1"));
    const QByteArray limits = fileOf(u"limits"_s).simplified();
    QVERIFY2(limits.contains("Max cpu time 30 31 seconds"), limits);
    QVERIFY2(limits.contains("Max core file size 0 0 bytes"), limits);
#ifndef GROUNDPLAN_SANITIZED
    QVERIFY2(limits.contains("Max address space 2147483648 2147483648 bytes"), limits);
#endif
    QTRY_COMPARE(QDir(proc + u"fd"_s).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot),
                 (QStringList{u"0"_s, u"1"_s, u"2"_s}));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

/// No variable of the program reaches it, and it works in an empty folder.
void TestHelper::itKnowsNothing() {
    QTemporaryDir folder;
    const QString script = folder.filePath(u"spy"_s);
    QFile file(script);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n{ env; echo \"here: $(ls -A | wc "
               "-l)\"; } >" +
               folder.filePath(u"seen"_s).toUtf8() + "\n");
    file.setPermissions(file.permissions() | QFile::ExeOwner);
    file.close();
    qputenv("SECRET_OF_THE_USER", "42");
    qputenv(kVariable, script.toUtf8());
    readDot("digraph {}", u"a.dot"_s, {});
    qunsetenv("SECRET_OF_THE_USER");
    QFile seen(folder.filePath(u"seen"_s));
    QVERIFY(seen.open(QIODevice::ReadOnly));
    const QByteArray text = seen.readAll();
    QVERIFY2(!text.contains("SECRET") && text.contains("LC_ALL=C"), text);
    QVERIFY2(text.contains("here: 0"), text);
}

void TestHelper::wrongUse() {
    QProcess process;
    process.start(program_, QStringList());
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("Usage: groundplan-graphviz parse|layout"));
}

/// Answers cut off anywhere, and with any byte changed, are read as something or refused, and never more than
/// that.
void TestHelper::answersAreNotTrusted() {
    HelperProcess helper(HelperProcess::Task::Parse, u"x"_s);
    QVERIFY(helper.start("digraph g { graph [label=x]; node [shape=box]; subgraph cluster_a { a [label=<b>] "
                         "} a -> b:n [key=k] }"));
    const Result<QByteArray> answer = helper.wait(5'000);
    QVERIFY(answer);
    const std::string good = answer->toStdString();
    const auto graph = wire::readGraph(good);
    QVERIFY(graph);
    QCOMPARE(graph->nodes.size(), std::size_t(2));
    QCOMPARE(wire::writeGraph(*graph), good);
    for (std::size_t length = 0; length < good.size(); ++length)
        QVERIFY(!wire::readGraph(std::string_view(good).substr(0, length)));
    QVERIFY(!wire::readGraph(good + '\0'));
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const int value : {0, 1, 0x7f, 0xff}) {
            std::string bad = good;
            bad[i] = char(value);
            if (const auto read = wire::readGraph(bad))
                QCOMPARE(wire::writeGraph(*read), bad);
        }
    }
}

void TestHelper::requestsAreNotTrusted() {
    const auto answerTo = [](const QByteArray& request) {
        HelperProcess helper(HelperProcess::Task::Layout, u"x"_s);
        const auto started = helper.start(request);
        const Result<QByteArray> answer = helper.wait(5'000);
        return started && answer ? wire::readFailure(answer->toStdString()) : std::nullopt;
    };
    for (const QByteArray& request : {QByteArray(), QByteArray("garbage"), QByteArray(100, '\xff')}) {
        const auto failure = answerTo(request);
        QVERIFY(failure);
        QCOMPARE(failure->status, wire::Status::BadRequest);
    }
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestHelper)
#include "test_helper.moc"
