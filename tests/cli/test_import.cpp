// new --example, import and what becomes of DOT that is not as it should be.
#include "tests/cli/cli_run.h"
#include "tests/file_bytes.h"
#include "tests/places.h"
#include "tests/reliability/database.h"

#include "model/document/document.h"
#include "model/document/salvage.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace groundplan;

class TestImport : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};

    QString file(const QString& name) const { return folder_.filePath(name); }

private Q_SLOTS:
    void init() {
        QDir folder(folder_.path());
        for (const QString& name : folder.entryList(QDir::Files | QDir::Hidden))
            folder.remove(name);
    }

    /// As a shell's <(...) gives it: what has been read of it is gone.
    void aPipeIsReadOnce() {
        const QString pipe = file(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QProcess writer;
        writer.start(u"sh"_s, {u"-c"_s, u"echo 'digraph { a -> b }' > \"$1\""_s, u"sh"_s, pipe});
        const QString path = file(u"piped.gplan"_s);
        const CliRun run = runCli({u"import"_s, pipe, u"-o"_s, path});
        QVERIFY(writer.waitForFinished());
        QCOMPARE(run.code, 0);
        QCOMPARE((*Document::open(path, Document::Use::Reader))->design().blocks.size(), 2);
    }

    void nothingOnStandardInputIsSaid() {
        const CliRun run = runCli({u"import"_s, u"-"_s, u"-o"_s, file(u"none.gplan"_s)});
        QCOMPARE(run.code, 3);
        QCOMPARE(run.err, u"groundplan-cli: standard input: it is empty.\n"_s);
    }

    void whatNeverEndsIsRefused() {
        const CliRun run = runCli({u"import"_s, u"/dev/zero"_s, u"-o"_s, file(u"zero.gplan"_s)});
        QCOMPARE(run.err,
                 u"groundplan-cli: “/dev/zero” is larger than 512 MB, which is the most that is read.\n"_s);
        QCOMPARE(run.code, 3);
        QVERIFY(!QFileInfo::exists(file(u"zero.gplan"_s)));
    }

    void aDiskWithoutRoomIsSaidOfWhatWasToBeMade() {
        const QString path = file(u"full.gplan"_s);
        QProcess shell;
        shell.start(u"sh"_s, {u"-c"_s, u"ulimit -f 97; exec \"$1\" new \"$2\" -e video-recommendation"_s,
                              u"sh"_s, programPath("groundplan-cli"), path});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 4);
        const QString said = QString::fromUtf8(shell.readAllStandardError());
        QVERIFY2(said.startsWith(u"groundplan-cli: “%1” "_s.arg(path)), qPrintable(said));
        QCOMPARE(said.count(u".gplan"_s), 1);
        QVERIFY(!QFile::exists(path));
    }

    void everyExampleIsACompleteDesign_data() {
        QTest::addColumn<QString>("name");
        const QStringList names =
            QDir(projectPath("templates/designs")).entryList({u"*.dot"_s}, QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 3);
        for (const QString& name : names)
            QTest::newRow(qPrintable(name)) << name.chopped(4);
    }
    void everyExampleIsACompleteDesign() {
        QFETCH(QString, name);
        const QString path = file(u"board.gplan"_s);
        const CliRun made = runCli({u"new"_s, path, u"--example"_s, name});
        QCOMPARE(made.err, QString());
        QCOMPARE(made.code, 0);
        QVERIFY(checkFile(path));
        const auto document = Document::open(path, Document::Use::CommandLine);
        QVERIFY(document);
        const Design& design = (*document)->design();
        QVERIFY(design.blocks.size() >= 12 && design.blocks.size() <= 25);
        QVERIFY(!design.notes.isEmpty() && !design.decisions.isEmpty() && !design.metrics.isEmpty());
        for (const Connection& connection : design.connections) {
            QVERIFY2(!connection.route.isEmpty(), qPrintable(connection.label));
            QCOMPARE(connection.labelSize == Size{}, connection.label.isEmpty());
        }
        QCOMPARE((*document)->history().size(), 1);
        QCOMPARE((*document)->history().first().key, "new-from-example");
        // A board begins with its example; nothing lies before it.
        QVERIFY(!(*document)->canUndo());
        const Result<void> undone = (*document)->undo();
        QVERIFY(!undone);
        QCOMPARE(undone.error().sentence, u"There is nothing to undo."_s);
        QCOMPARE((*document)->design().blocks.size(), design.blocks.size());
    }

    void anUnknownExampleListsThem() {
        const CliRun run = runCli({u"new"_s, file(u"board.gplan"_s), u"--example=none"_s});
        QCOMPARE(run.err, u"groundplan-cli: There is no example “none”: choose one of video-recommendation, "
                          "product-recommendation, violent-video-detection, or of the reference designs of "
                          "cases: arrival-time, auto-suggestion, churn, delivery-search, demand-forecast, "
                          "document-answers, feature-store-platform, feed-engagement, machine-translation, "
                          "payment-fraud, support-agent, web-search.\n"_s);
        QCOMPARE(run.code, 2);
        QVERIFY(!QFile::exists(file(u"board.gplan"_s)));
    }

    void aReferenceDesignSaysThatItIsOne() {
        const QString path = file(u"board.gplan"_s);
        const CliRun made = runCli({u"new"_s, path, u"--example"_s, u"churn"_s});
        QCOMPARE(made.err, QString());
        QCOMPARE(made.code, 0);
        const auto document = Document::open(path, Document::Use::CommandLine);
        QVERIFY(document);
        QCOMPARE((*document)->design().board.title, u"Customer churn (reference)"_s);
        QCOMPARE((*document)->design().board.practice, u"churn"_s);
        QVERIFY((*document)->design().blocks.size() >= 12);
    }

    void foreignDotBecomesABoard() {
        const QByteArray dot =
            "digraph { kafka -> \"Feature Store\"; db [shape=cylinder];\n"
            "subgraph cluster_x { label=\"Serving\"; ranker } \"Feature Store\" -> ranker }";
        writeFile(file(u"in.dot"_s), dot);
        const QString path = file(u"board.gplan"_s);
        for (const bool piped : {false, true}) {
            const CliRun run =
                runCli({u"import"_s, piped ? u"-"_s : file(u"in.dot"_s), u"-o"_s, path, u"-f"_s}, {},
                       piped ? dot : QByteArray());
            QCOMPARE(run.err, QString());
            QCOMPARE(run.out, u"Made “%1” (blocks: 4, frames: 1, connections: 2).\n"_s.arg(path));
            QCOMPARE(run.code, 0);
            QVERIFY(checkFile(path));
            QVERIFY2(runCli({u"info"_s, path}).out.contains(u"  kafka          event-stream   kafka"_s),
                     qPrintable(runCli({u"info"_s, path}).out));
        }
        QCOMPARE(bytesOfFile(file(u"in.dot"_s)), dot);
    }

    void whatCannotBeTakenOverIsSaid() {
        writeFile(file(u"two.dot"_s), "digraph { a } digraph { b }");
        const CliRun run = runCli({u"import"_s, file(u"two.dot"_s), u"-o"_s, file(u"board.gplan"_s)});
        QCOMPARE(
            run.err,
            u"groundplan-cli: Only the first graph of the file was taken over; more text follows it.\n"_s);
        QCOMPARE(run.code, 0);
    }

    void ourOwnDotComesBackByteForByte() {
        const QString board = file(u"board.gplan"_s);
        QCOMPARE(runCli({u"new"_s, board, u"--example"_s, u"video-recommendation"_s}).code, 0);
        const CliRun dot = runCli({u"export"_s, board, u"-o"_s, u"-"_s, u"--format"_s, u"dot"_s});
        const QString again = file(u"again.gplan"_s);
        QCOMPARE(runCli({u"import"_s, u"-"_s, u"-o"_s, again}, {}, dot.bytes).err, QString());
        QCOMPARE(runCli({u"export"_s, again, u"-o"_s, u"-"_s, u"--format"_s, u"dot"_s}).bytes, dot.bytes);
        const auto one = Document::open(board, Document::Use::Reader);
        const auto two = Document::open(again, Document::Use::Reader);
        QVERIFY((*one)->design() == (*two)->design());
        QCOMPARE((*one)->digest(), (*two)->digest());
    }

    void badDot_data() {
        QTest::addColumn<QByteArray>("dot");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const QByteArray& dot, const QString& sentence) {
            QTest::newRow(name) << dot << sentence;
        };
        const auto many = [](const char* prefix, int count, const char* between) {
            QByteArrayList names;
            for (int i = 0; i < count; ++i)
                names += prefix + QByteArray::number(i);
            return names.join(between);
        };
        row("nothing", {}, u"%1: it is empty."_s);
        row("white space", "\n\n", u"%1: it is empty."_s);
        row("a comment", "// later\n",
            u"%1, line 2: there is no graph in it; a DOT file begins with “graph” or “digraph”."_s);
        row("an error", "digraph {\n a -> b\n",
            u"%1, line 1: the brace that opens here is never closed; add the missing “}”."_s);
        row("10,000 nested braces", "digraph {" + QByteArray(10'000, '{') + QByteArray(10'000, '}') + '}',
            u"%1, line 1: braces are nested more than 256 deep; flatten the graph."_s);
        row("1,000,000 implied edges",
            "digraph { {" + many("a", 1000, " ") + "} -> {" + many("b", 1000, " ") + "} }",
            u"%1, line 1: the graph has more than 500,000 edges, counting those implied between groups; split it."_s);
        row("an endless chain", "digraph { " + many("n", 20'000, "->") + " }",
            u"%1, line 1: a chain of edges has more than 2,000 links; break it into several statements."_s);
        row("a label of 10 MB", "digraph { a [label=\"" + QByteArray(10'000'000, 'x') + "\"] }",
            u"%1, line 1: a text or name has more than 262,144 bytes; shorten it."_s);
    }
    void badDot() {
        QFETCH(QByteArray, dot);
        QFETCH(QString, sentence);
        const QString path = file(u"bad.dot"_s);
        const QString board = file(u"board.gplan"_s);
        writeFile(path, dot);
        const FileState before = stateOf(path);
        QElapsedTimer time;
        time.start();
        const CliRun run = runCli({u"import"_s, path, u"-o"_s, board});
        QCOMPARE(run.err, u"groundplan-cli: %1\n"_s.arg(sentence.arg(path)));
        QCOMPARE(run.out, QString());
        QCOMPARE(run.code, 3);
        QVERIFY(!QFile::exists(board));
        QVERIFY(stateOf(path) == before);
        QVERIFY2(time.elapsed() < 30'000, "it took longer than the limit of the helper");
        // What is there already stays, too.
        writeFile(board, "mine");
        QCOMPARE(runCli({u"import"_s, path, u"-o"_s, board, u"--force"_s}).code, 3);
        QCOMPARE(bytesOfFile(board), "mine");
    }

    /// Other programs' files are called by their names where they say no title; what Groundplan wrote is not.
    void whatHasNoTitleIsCalledByItsFile_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("title");
        const QByteArray drawing =
            R"({"type":"excalidraw","elements":[{"type":"rectangle","id":"a","x":0,"y":0,
"width":160,"height":80,"label":{"text":"Kafka"}}]})";
        QTest::newRow("platform v2.mmd") << QByteArray("graph TD\nA --> B") << u"platform v2"_s;
        QTest::newRow("board.excalidraw.md")
            << "---\nexcalidraw-plugin: parsed\n---\n```json\n" + drawing + "\n```\n"
            << u"board"_s;
        QTest::newRow("titled.d2") << QByteArray("label: Ads\na -> b") << u"Ads"_s;
        QTest::newRow("README.md") << QByteArray(
                                          "# Recs *platform*\n## Path\n```mermaid\ngraph TD\nA --> B\n```\n")
                                   << u"Recs platform"_s;
        QTest::newRow("notes.md") << QByteArray("```mermaid\ngraph TD\nA --> B\n```\n") << u"notes"_s;
        QTest::newRow("ours.json") << QByteArray() << QString();
        QTest::newRow("ours.dot") << QByteArray() << QString();
        QTest::newRow("ours.drawio") << QByteArray() << QString();
        QTest::newRow("ours.svg") << QByteArray() << QString();
    }
    void whatHasNoTitleIsCalledByItsFile() {
        QFETCH(QByteArray, content);
        const QString path = file(QString::fromUtf8(QTest::currentDataTag()));
        const QString board = file(u"in.gplan"_s);
        if (content.isEmpty()) {
            QCOMPARE(runCli({u"new"_s, board}).code, 0);
            QCOMPARE(runCli({u"export"_s, board, u"-o"_s, path}).code, 0);
        } else {
            writeFile(path, content);
        }
        QCOMPARE(runCli({u"import"_s, path, u"-o"_s, board, u"--force"_s}).code, 0);
        QTEST((*Document::open(board, Document::Use::Reader))->design().board.title, "title");
    }

    /// As the window says it.
    void nothingToDrawIsSaid() {
        writeFile(file(u"empty.excalidraw"_s), R"({"type":"excalidraw","elements":[]})");
        writeFile(file(u"empty.drawio"_s),
                  "<mxfile><diagram><mxGraphModel><root><mxCell id=\"0\"/>"
                  "<mxCell id=\"1\" parent=\"0\"/></root></mxGraphModel></diagram></mxfile>");
        for (const QString& name : {u"empty.excalidraw"_s, u"empty.drawio"_s}) {
            const CliRun run =
                runCli({u"import"_s, file(name), u"-o"_s, file(u"empty.gplan"_s), u"--force"_s});
            QCOMPARE(run.err, u"groundplan-cli: There is nothing to draw in “%1”.\n"_s.arg(file(name)));
            QCOMPARE(run.code, 0);
        }
    }

    void importReplacesNothingUnasked() {
        writeFile(file(u"in.dot"_s), "digraph { a -> b }");
        const QString board = file(u"board.gplan"_s);
        writeFile(board, "mine");
        const CliRun run = runCli({u"import"_s, file(u"in.dot"_s), u"-o"_s, board});
        QCOMPARE(
            run.err,
            u"groundplan-cli: “%1” exists already: choose another name, or replace it with --force.\n"_s.arg(
                board));
        QCOMPARE(run.code, 4);
        QCOMPARE(bytesOfFile(board), "mine");
        QCOMPARE(runCli({u"import"_s, file(u"in.dot"_s), u"-o"_s, board, u"--force"_s}).code, 0);
        QVERIFY(checkFile(board));
        const QStringList left = QDir(folder_.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        QCOMPARE(left, (QStringList{u"board.gplan"_s, u"in.dot"_s}));
    }

    void nothingIsImportedOverItself() {
        const QString board = file(u"v.gplan"_s);
        QCOMPARE(runCli({u"new"_s, board, u"-e"_s, u"video-recommendation"_s}).code, 0);
        writeFile(file(u"v.dot"_s), "digraph { a -> b }");
        for (const QString& path : {board, file(u"v.dot"_s)}) {
            const QString link = file(u"link"_s);
            QFile::remove(link);
            QVERIFY(QFile::link(path, link));
            const QString hard = file(u"hard"_s);
            QFile::remove(hard);
            QCOMPARE(::link(qPrintable(path), qPrintable(hard)), 0);
            const FileState before = stateOf(path);
            for (const QString& to : {path, link, hard}) {
                const CliRun run = runCli({u"import"_s, path, u"-o"_s, to, u"--force"_s});
                QCOMPARE(
                    run.err,
                    u"groundplan-cli: “%1” is what is imported: choose another name for the new document.\n"_s
                        .arg(to));
                QCOMPARE(run.code, 4);
                QVERIFY(stateOf(path) == before);
            }
            const CliRun out = runCli({u"export"_s, board, u"-o"_s, hard, u"--format"_s, u"dot"_s});
            QCOMPARE(out.code, path == board ? 4 : 0);
            if (path == board)
                QCOMPARE(out.err,
                         u"groundplan-cli: “%1” is a Groundplan document that is open, which an export "
                         "does not replace: choose another name.\n"_s.arg(hard));
            QVERIFY(path != board || stateOf(path) == before);
        }
    }

    void whatIsNotThereCannotBeImported() {
        const QString board = file(u"board.gplan"_s);
        CliRun run = runCli({u"import"_s, file(u"none.dot"_s), u"-o"_s, board});
        QCOMPARE(run.err, u"groundplan-cli: “%1” does not exist.\n"_s.arg(file(u"none.dot"_s)));
        QCOMPARE(run.code, 3);
        run = runCli({u"import"_s, folder_.path(), u"-o"_s, board});
        QCOMPARE(run.err, u"groundplan-cli: “%1” cannot be read: file to open is a directory.\n"_s.arg(
                              folder_.path()));
        QCOMPARE(run.code, 3);
        QVERIFY(!QFile::exists(board));
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "test_import.moc"
