// Every command of the real program: exact output, exact exit code.
#include "tests/cli/cli_run.h"
#include "tests/file_bytes.h"
#include "tests/places.h"
#include "tests/reliability/database.h"
#include "tests/sample_design.h"

#include "model/document/document.h"
#include "model/document/salvage.h"
#include "model/operations/operations.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace groundplan;

#define COMPARE_RUN(run, expectedCode, expectedOut, expectedErr)                                             \
    do {                                                                                                     \
        const CliRun result = (run);                                                                         \
        QCOMPARE(result.err, (expectedErr));                                                                 \
        QCOMPARE(result.out, (expectedOut));                                                                 \
        QCOMPARE(result.code, (expectedCode));                                                               \
    } while (false)

class TestCli : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};

    QString file(const QString& name) const { return folder_.filePath(name); }

    static Result<void> move(Document& document) {
        return document.edit({"move", {u"1"_s}}, [](Editor& editor) {
            return moveElements(editor, {ElementId(2)}, {80, 80});
        });
    }

    /// A small board with one row of every sort and four edits.
    QString board(const QString& name = u"board.gplan"_s) const {
        const QString path = file(name);
        QFile::remove(path);
        const auto document = Document::create(path, Document::Use::CommandLine);
        if (!document)
            qFatal("%s", qPrintable(document.error().sentence));
        (*document)->setAuthor(u"Ada"_s);
        bool done = (*document)
                        ->edit({"paste", {u"5"_s}},
                               [](Editor& editor) -> Result<void> {
                                   sample::putOneOfEach(editor);
                                   return {};
                               })
                        .has_value();
        (*document)->setAuthor({});
        done = done && move(**document) && move(**document) && (*document)->undo();
        if (!done)
            qFatal("the board could not be made");
        return path;
    }

    static QString importWords() { return u"dot, mermaid, d2, drawio, excalidraw, json, pdf, svg, png"_s; }

private Q_SLOTS:
    void help_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("golden");
        QTest::newRow("--help") << QStringList{u"--help"_s} << u"help.txt"_s;
        QTest::newRow("-h") << QStringList{u"-h"_s} << u"help.txt"_s;
        for (const char* name :
             {"new",     "info",    "export",  "report", "import",     "text",  "from-text",
              "diff",    "merge",   "tidy",    "sketch", "frameworks", "cases", "progress",
              "history", "version", "restore", "undo",   "redo",       "check"}) {
            const QString command = QString::fromLatin1(name);
            QTest::newRow(name) << QStringList{command, u"--help"_s} << u"help-%1.txt"_s.arg(command);
        }
        QTest::newRow("help COMMAND") << QStringList{u"help"_s, u"export"_s} << u"help-export.txt"_s;
        QTest::newRow("among other words")
            << QStringList{u"undo"_s, u"x.gplan"_s, u"-h"_s} << u"help-undo.txt"_s;
    }
    void help() {
        QFETCH(QStringList, words);
        QFETCH(QString, golden);
        const QString path = projectPath("tests/cli/golden/") + golden;
        const CliRun run = runCli(words);
        if (qEnvironmentVariableIsSet("WRITE_GOLDEN"))
            writeFile(path, run.bytes);
        COMPARE_RUN(run, 0, QString::fromUtf8(bytesOfFile(path)), QString());
    }

    void version() {
        COMPARE_RUN(runCli({u"--version"_s}), 0,
                    u"groundplan-cli %1\n"_s.arg(QStringLiteral(GROUNDPLAN_VERSION)), QString());
    }

    void wrongUse_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const QStringList& words, const QString& sentence) {
            QTest::newRow(name) << words << sentence;
        };
        const auto of = [](const QString& command, const QString& what) {
            return u"%1 “groundplan-cli %2 --help” shows how it is used."_s.arg(what, command);
        };
        row("nothing", {}, u"There is no command given. “groundplan-cli --help” lists them."_s);
        row("unknown command", {u"frobnicate"_s},
            u"There is no command “frobnicate”. “groundplan-cli --help” lists them."_s);
        row("no file", {u"info"_s}, of(u"info"_s, u"There is no FILE given."_s));
        row("an empty name", {u"info"_s, QString()}, of(u"info"_s, u"The name of the FILE is empty."_s));
        row("two files", {u"info"_s, u"a"_s, u"b"_s}, of(u"info"_s, u"“b” is one too many."_s));
        row("unknown option", {u"info"_s, u"a"_s, u"--yaml"_s},
            of(u"info"_s, u"There is no option “--yaml” here."_s));
        row("option of another command", {u"info"_s, u"a"_s, u"-o"_s, u"b"_s},
            of(u"info"_s, u"There is no option “-o” here."_s));
        row("value left out", {u"export"_s, u"a"_s, u"-o"_s},
            of(u"export"_s, u"The option “-o” lacks its value."_s));
        row("value too many", {u"info"_s, u"a"_s, u"--json=yes"_s},
            of(u"info"_s, u"The option “--json” takes no value."_s));
        row("twice", {u"export"_s, u"a"_s, u"-o"_s, u"b"_s, u"--output"_s, u"c"_s},
            of(u"export"_s, u"The option “--output” is given twice."_s));
        row("output left out", {u"export"_s, u"a"_s},
            u"It is not said where to: give --output OUT, or --directory DIR for several files."_s);
        row("two files for one output", {u"export"_s, u"a"_s, u"b"_s, u"-o"_s, u"c.pdf"_s},
            u"“b” is one too many for --output: several files go to a --directory."_s);
        row("output and directory", {u"export"_s, u"a"_s, u"-d"_s, u"out"_s, u"-o"_s, u"c.pdf"_s},
            u"--output and --directory exclude each other."_s);
        row("no format for a folder", {u"export"_s, u"a"_s, u"-d"_s, u"out"_s},
            u"A folder has no ending that says the format: give --format."_s);
        row("a selection of many",
            {u"export"_s, u"a"_s, u"b"_s, u"-d"_s, u"out"_s, u"--format=pdf"_s, u"--selection=x"_s},
            u"--selection is for one file: its names are of one design."_s);
        row("history without the design",
            {u"export"_s, u"a"_s, u"-o"_s, u"b.pdf"_s, u"--no-source"_s, u"--with-history"_s},
            u"--with-history and --no-source exclude each other: the history is a part of the design's file."_s);
        row("history of a selection",
            {u"export"_s, u"a"_s, u"-o"_s, u"b.pdf"_s, u"--selection=x"_s, u"--with-history"_s},
            u"A selection carries no design to be opened again: leave --with-history out."_s);
        row("history in DOT", {u"export"_s, u"a"_s, u"-o"_s, u"b.dot"_s, u"--with-history"_s},
            u"DOT carries no history: leave --with-history out."_s);
        row("unknown import format", {u"import"_s, u"a"_s, u"-o"_s, u"b.gplan"_s, u"--format=visio"_s},
            u"There is no import format “visio”: choose one of %1."_s.arg(importWords()));
        row("no ending", {u"export"_s, u"a"_s, u"-o"_s, u"picture"_s},
            u"The ending of “picture” says no format: use one of .%1, or give --format."_s.arg(
                u"dot, pdf, png, svg, json, mmd, drawio, md, html"_s.replace(u", "_s, u", ."_s)));
        row("no format for a pipe", {u"export"_s, u"a"_s, u"-o"_s, u"-"_s},
            u"Standard output has no ending that says the format: give --format."_s);
    }
    void wrongUse() {
        QFETCH(QStringList, words);
        QFETCH(QString, sentence);
        COMPARE_RUN(runCli(words), 2, QString(), u"groundplan-cli: %1\n"_s.arg(sentence));
    }

    void newMakesAnEmptyBoard() {
        const QString path = file(u"new.gplan"_s);
        COMPARE_RUN(runCli({u"new"_s, path}), 0,
                    u"Made “%1” (blocks: 0, frames: 0, connections: 0).\n"_s.arg(path), QString());
        const auto document = Document::open(path, Document::Use::CommandLine);
        QVERIFY(document);
        QVERIFY((*document)->isUntouched());
        QVERIFY((*document)->design() == Design());
        QCOMPARE(QDir(folder_.path()).entryList({u"new*"_s, u".new*"_s}, QDir::Files | QDir::Hidden),
                 QStringList{u"new.gplan"_s});
    }

    void newReplacesNothingUnasked() {
        const QString path = file(u"taken.gplan"_s);
        writeFile(path, "mine");
        const FileState before = stateOf(path);
        COMPARE_RUN(
            runCli({u"new"_s, path}), 4, QString(),
            u"groundplan-cli: “%1” exists already: choose another name, or replace it with --force.\n"_s.arg(
                path));
        QVERIFY(stateOf(path) == before);
        COMPARE_RUN(runCli({u"new"_s, path, u"--force"_s}), 0,
                    u"Made “%1” (blocks: 0, frames: 0, connections: 0).\n"_s.arg(path), QString());
        QVERIFY(checkFile(path));
        COMPARE_RUN(runCli({u"new"_s, folder_.path(), u"-f"_s}), 4, QString(),
                    u"groundplan-cli: “%1” is a folder: name a file in it.\n"_s.arg(folder_.path()));
    }

    void unwritableTargets_data() {
        QTest::addColumn<QStringList>("words");
        const QString nowhere = u"/dev/null/out"_s;
        QTest::newRow("new") << QStringList{u"new"_s, nowhere};
        QTest::newRow("export dot") << QStringList{u"export"_s, u"FILE"_s, u"-o"_s, nowhere + u".dot"_s};
        QTest::newRow("export pdf") << QStringList{u"export"_s, u"FILE"_s, u"-o"_s, nowhere + u".pdf"_s};
        QTest::newRow("export png") << QStringList{u"export"_s, u"FILE"_s, u"-o"_s, nowhere + u".png"_s};
        QTest::newRow("a full device")
            << QStringList{u"export"_s, u"FILE"_s, u"-o"_s, u"/dev/full"_s, u"--format=png"_s};
    }
    void unwritableTargets() {
        QFETCH(QStringList, words);
        words.replaceInStrings(u"FILE"_s, board());
        const CliRun run = runCli(words);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.startsWith(u"groundplan-cli: "_s), qPrintable(run.err));
        QCOMPARE(run.err.count(u'\n'), 1);
        QVERIFY2(run.err.contains(words.at(0) == "new"_L1 ? words.at(1) : words.at(3)), qPrintable(run.err));
        QCOMPARE(run.code, 4);
    }

    void infoSaysWhatIsThere() {
        const QString path = board();
        COMPARE_RUN(runCli({u"info"_s, path}), 0, uR"(Sample
Task: Recommend the next video
Framework: cheat-sheet
Case: video-recommendation
blocks: 2, frames: 1, connections: 1, cards: 1, drawings: 2, images: 1, notes: 1, decisions: 1, metrics: 1, requirements: 1, filled fields: 2, edits: 4

Blocks
  ranking    feature-store  ranking, in online
  retrieval  feature-store  retrieval, in online

Frames
  online  online

Connections
  retrieval -> ranking  stream

Texts of drawings
  ellipse  cold path?

Images
  the whiteboard at the meeting  79 bytes

Metrics
  ranking  non-functional  p99  ≤ 60 ms, now 71 ms, a false positive costs 5 $

Notes
  retrieval  risk  Cold start — 冷启动 🧊

Decisions
  ranking  Which model?
           [ ] Boosting
           [x] Deep: the gain pays for it
               - GPU
           by Latency × 3
               Boosting: – = 0
               Deep: 4 = 12

Requirements
  asked  users-count  How many viewers?  100M

Filled fields
  the board  evaluation.split  by time
  retrieval  serving.mode      online
)"_s,
                    QString());
    }

    /// By DOT there and back into another document, picture and all; and parts of it by name and id.
    void drawingsGoThroughDot() {
        const QString path = board();
        const QString dot = file(u"drawings.dot"_s);
        QCOMPARE(runCli({u"export"_s, path, u"-o"_s, dot}).code, 0);
        const QString again = file(u"drawings.gplan"_s);
        QCOMPARE(runCli({u"import"_s, dot, u"-o"_s, again}).err, QString());
        const auto before = Document::open(path, Document::Use::Reader);
        const auto after = Document::open(again, Document::Use::Reader);
        QVERIFY((*after)->design() == (*before)->design());
        QCOMPARE((*after)->design().assets.bytes((*after)->design().images.at(ElementId(8)).asset),
                 sample::smallPicture());

        const CliRun part = runCli({u"export"_s, path, u"-o"_s, u"-"_s, u"--format"_s, u"dot"_s,
                                    u"--selection"_s, u"retrieval,7, 8"_s});
        QCOMPARE(part.err, QString());
        for (const char* there : {"retrieval\t[", "shape__7\t[", "image__8\t[", "gp_asset_"})
            QVERIFY2(part.bytes.contains(there), there);
        for (const char* gone : {"ranking\t[", "stroke__6\t[", "card__5\t["})
            QVERIFY2(!part.bytes.contains(gone), gone);
        const CliRun wrong =
            runCli({u"export"_s, path, u"-o"_s, u"-"_s, u"--format"_s, u"dot"_s, u"--selection"_s, u"77"_s});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains(u"“77”"_s), qPrintable(wrong.err));
    }

    void infoForPrograms() {
        const QString path = board();
        const CliRun run = runCli({u"info"_s, path, u"--json"_s});
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 0);
        const QJsonObject info = QJsonDocument::fromJson(run.bytes).object();
        QStringList keys = info.keys();
        QCOMPARE(keys, QStringList({u"blocks"_s,       u"cards"_s,     u"case"_s,    u"connections"_s,
                                    u"counts"_s,       u"decisions"_s, u"digest"_s,  u"file"_s,
                                    u"frames"_s,       u"framework"_s, u"images"_s,  u"kinds"_s,
                                    u"metrics"_s,      u"notes"_s,     u"notice"_s,  u"properties"_s,
                                    u"requirements"_s, u"shapes"_s,    u"strokes"_s, u"task"_s,
                                    u"title"_s}));
        const auto document = Document::open(path, Document::Use::Reader);
        QCOMPARE(info.value(u"digest"_s).toString(), u"%1"_s.arg((*document)->digest(), 16, 16, QChar(u'0')));
        QCOMPARE(info.value(u"file"_s).toString(), path);
        QCOMPARE(info.value(u"notice"_s).toString(), QString());
        QCOMPARE(info.value(u"counts"_s).toObject(), (QJsonObject{{u"blocks"_s, 2},
                                                                  {u"cards"_s, 1},
                                                                  {u"connections"_s, 1},
                                                                  {u"decisions"_s, 1},
                                                                  {u"edits"_s, 4},
                                                                  {u"frames"_s, 1},
                                                                  {u"images"_s, 1},
                                                                  {u"metrics"_s, 1},
                                                                  {u"notes"_s, 1},
                                                                  {u"properties"_s, 2},
                                                                  {u"requirements"_s, 1},
                                                                  {u"shapes"_s, 1},
                                                                  {u"strokes"_s, 1}}));
        QCOMPARE(info.value(u"cards"_s).toArray().at(0).toObject(),
                 (QJsonObject{{u"id"_s, u"5"_s},
                              {u"kind"_s, u"decision"_s},
                              {u"text"_s, QString()},
                              {u"frame"_s, QJsonValue()}}));
        QCOMPARE(info.value(u"strokes"_s).toArray().at(0).toObject(),
                 (QJsonObject{{u"id"_s, u"6"_s},
                              {u"tool"_s, u"highlighter"_s},
                              {u"points"_s, 3},
                              {u"frame"_s, QJsonValue()}}));
        QCOMPARE(info.value(u"shapes"_s).toArray().at(0).toObject(),
                 (QJsonObject{{u"id"_s, u"7"_s},
                              {u"kind"_s, u"ellipse"_s},
                              {u"text"_s, u"cold path?"_s},
                              {u"frame"_s, QJsonValue()}}));
        QCOMPARE(info.value(u"images"_s).toArray().at(0).toObject(),
                 (QJsonObject{{u"id"_s, u"8"_s},
                              {u"description"_s, u"the whiteboard at the meeting"_s},
                              {u"bytes"_s, 79},
                              {u"frame"_s, QJsonValue()}}));
        QCOMPARE(info.value(u"kinds"_s).toObject(), (QJsonObject{{u"feature-store"_s, 2}}));
        QCOMPARE(info.value(u"blocks"_s).toArray().at(1).toObject(),
                 (QJsonObject{{u"id"_s, u"2"_s},
                              {u"name"_s, u"retrieval"_s},
                              {u"kind"_s, u"feature-store"_s},
                              {u"title"_s, u"retrieval"_s},
                              {u"technology"_s, QString()},
                              {u"description"_s, QString()},
                              {u"link"_s, QString()},
                              {u"ml"_s, false},
                              {u"path"_s, u"unset"_s},
                              {u"frame"_s, u"online"_s}}));
        QCOMPARE(info.value(u"connections"_s).toArray().at(0).toObject(),
                 (QJsonObject{{u"id"_s, u"4"_s},
                              {u"source"_s, u"retrieval"_s},
                              {u"target"_s, u"ranking"_s},
                              {u"flow"_s, u"stream"_s},
                              {u"direction"_s, u"forward"_s},
                              {u"label"_s, QString()}}));
        QCOMPARE(info.value(u"notes"_s).toArray().at(0).toObject(),
                 (QJsonObject{{u"on"_s, u"retrieval"_s},
                              {u"kind"_s, u"risk"_s},
                              {u"text"_s, u"Cold start — 冷启动 🧊"_s}}));
        const QJsonObject decision = info.value(u"decisions"_s).toArray().at(0).toObject();
        QCOMPARE(decision.value(u"reason"_s).toString(), u"the gain pays for it"_s);
        QCOMPARE(decision.value(u"options"_s).toArray().at(1).toObject(),
                 (QJsonObject{{u"title"_s, u"Deep"_s},
                              {u"chosen"_s, true},
                              {u"scores"_s, QJsonArray{4}},
                              {u"sum"_s, 12},
                              {u"pros"_s, QJsonArray()},
                              {u"cons"_s, QJsonArray{u"GPU"_s}}}));
        QCOMPARE(decision.value(u"topic"_s).toString(), u"model-choice"_s);
        QCOMPARE(decision.value(u"criteria"_s).toArray(),
                 (QJsonArray{QJsonObject{{u"title"_s, u"Latency"_s}, {u"weight"_s, 3}}}));
        QCOMPARE(decision.value(u"options"_s).toArray().at(0).toObject().value(u"scores"_s).toArray(),
                 QJsonArray{QJsonValue()});
        QCOMPARE(info.value(u"framework"_s).toString(), u"cheat-sheet"_s);
        QCOMPARE(info.value(u"case"_s).toString(), u"video-recommendation"_s);
        QCOMPARE(info.value(u"properties"_s).toArray(),
                 (QJsonArray{QJsonObject{{u"on"_s, QJsonValue()},
                                         {u"field"_s, u"evaluation.split"_s},
                                         {u"value"_s, u"by time"_s}},
                             QJsonObject{{u"on"_s, u"retrieval"_s},
                                         {u"field"_s, u"serving.mode"_s},
                                         {u"value"_s, u"online"_s}}}));
        QCOMPARE(info.value(u"requirements"_s).toArray().at(0).toObject().value(u"topic"_s).toString(),
                 u"users-count"_s);
        QCOMPARE(info.value(u"metrics"_s).toArray().at(0).toObject(),
                 (QJsonObject{{u"on"_s, u"ranking"_s},
                              {u"kind"_s, u"non-functional"_s},
                              {u"name"_s, u"p99"_s},
                              {u"unit"_s, u"ms"_s},
                              {u"goal"_s, u"at-most"_s},
                              {u"target"_s, u"60"_s},
                              {u"current"_s, u"71"_s},
                              {u"costFalsePositive"_s, u"5 $"_s},
                              {u"costFalseNegative"_s, QString()}}));
    }

    void aTerminalGetsNoCommandsFromADesign() {
        const QString path = file(u"hostile.gplan"_s);
        {
            const auto document = Document::create(path, Document::Use::CommandLine);
            QVERIFY((*document)->edit({"change-title", {}}, [](Editor& editor) -> Result<void> {
                Board board = editor.design().board;
                board.title = u"safe\u001b[2J\u009b31m\u202etfel\nnext"_s;
                editor.put(board);
                return {};
            }));
        }
        const CliRun run = runCli({u"info"_s, path});
        QCOMPARE(run.out.section(u'\n', 0, 0), u"safe[2J31mtfel next"_s);
    }

    void historyUndoAndRedo() {
        const QString path = board();
        CliRun run = runCli({u"history"_s, path});
        QCOMPARE(run.code, 0);
        static const QRegularExpression time(uR"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)"_s);
        QCOMPARE(run.out.count(time), 4);
        QCOMPARE(run.out.replace(time, u"TIME"_s), uR"(1  TIME  Paste 5 elements (Ada)
2  TIME  Move 1 element
3  TIME  Move 1 element
4  TIME  Undo: Move 1 element
)"_s);
        run = runCli({u"history"_s, path, u"--json"_s});
        const QJsonArray entries = QJsonDocument::fromJson(run.bytes).object().value(u"history"_s).toArray();
        QCOMPARE(entries.size(), 4);
        const QJsonObject last = entries.at(3).toObject();
        QCOMPARE(last.value(u"number"_s).toInt(), 4);
        QCOMPARE(last.value(u"inverts"_s).toInt(), 3);
        QCOMPARE(last.value(u"edit"_s).toString(), u"undo"_s);
        QCOMPARE(last.value(u"text"_s).toString(), u"Undo: Move 1 element"_s);
        QCOMPARE(last.value(u"digest"_s), entries.at(1).toObject().value(u"digest"_s));
        QCOMPARE(entries.at(0).toObject().value(u"author"_s).toString(), u"Ada"_s);
        QCOMPARE(entries.at(0).toObject().value(u"arguments"_s).toArray(), QJsonArray{u"5"_s});

        COMPARE_RUN(runCli({u"redo"_s, path}), 0, u"Redone: Move 1 element.\n"_s, QString());
        COMPARE_RUN(runCli({u"redo"_s, path}), 2, QString(),
                    u"groundplan-cli: There is nothing to redo in “%1”.\n"_s.arg(path));
        for (const char* name : {"Move 1 element", "Move 1 element", "Paste 5 elements"})
            COMPARE_RUN(runCli({u"undo"_s, path}), 0, u"Undone: %1.\n"_s.arg(QString::fromLatin1(name)),
                        QString());
        COMPARE_RUN(runCli({u"undo"_s, path}), 2, QString(),
                    u"groundplan-cli: There is nothing to undo in “%1”.\n"_s.arg(path));
        const auto document = Document::open(path, Document::Use::Reader);
        QVERIFY((*document)->design() == Design());
        QCOMPARE((*document)->history().size(), 8);
    }

    void historyOfAnUntouchedBoard() {
        const QString path = file(u"untouched.gplan"_s);
        QVERIFY(Document::create(path, Document::Use::CommandLine));
        COMPARE_RUN(runCli({u"history"_s, path}), 0, u"No edits.\n"_s, QString());
        COMPARE_RUN(runCli({u"history"_s, path, u"--json"_s}), 0,
                    u"{\n    \"history\": [\n    ],\n    \"versions\": [\n    ]\n}\n"_s, QString());
    }

    void redoEndsAtADamagedEntry() {
        const QString path = board();
        QCOMPARE(runSql(path, u"UPDATE history SET changeset = zeroblob(10) WHERE number = 3"_s), QString());
        COMPARE_RUN(runCli({u"redo"_s, path}), 3, QString(),
                    u"groundplan-cli: Entry 3 of the history is damaged; redo ends there.\n"_s);
        QCOMPARE(runCli({u"undo"_s, path}).code, 0); // what lies before it is whole
    }

    void aFolderOfKindsThatIsNotThereIsRefused() {
        const QString path = board();
        const QString out = file(u"kinds.dot"_s);
        COMPARE_RUN(
            runCli({u"export"_s, path, u"-o"_s, out, u"--kinds"_s, file(u"nowhere"_s)}), 3, QString(),
            u"groundplan-cli: “%1” is no folder: name one that holds kinds.\n"_s.arg(file(u"nowhere"_s)));
        QVERIFY(!QFile::exists(out));
    }

    void aSourceDateThatIsNoNumberIsRefused() {
        const QString path = board();
        const QString out = file(u"dated.pdf"_s);
        for (const QString& date : {u"yesterday"_s, u"-5"_s, u"1e9"_s}) {
            COMPARE_RUN(runCli({u"export"_s, path, u"-o"_s, out}, {u"SOURCE_DATE_EPOCH="_s + date}), 2,
                        QString(),
                        u"groundplan-cli: SOURCE_DATE_EPOCH is “%1”, which is no number of seconds since "
                        "1970: correct or unset it.\n"_s.arg(date));
            QVERIFY(!QFile::exists(out));
        }
        QCOMPARE(runCli({u"export"_s, path, u"-o"_s, out}, {u"SOURCE_DATE_EPOCH=1700000000"_s}).code, 0);
    }

    void checkSaysWhetherItIsSound() {
        const QString path = board();
        COMPARE_RUN(runCli({u"check"_s, path}), 0,
                    u"“%1” is sound: 2 blocks, 1 frame, 1 connection, 4 history entries.\n"_s.arg(path),
                    QString());
        QCOMPARE(runSql(path, u"UPDATE history SET changeset = zeroblob(10) WHERE number = 2"_s), QString());
        const FileState before = stateOf(path);
        COMPARE_RUN(
            runCli({u"check"_s, path}), 3, QString(),
            u"groundplan-cli: The design in “%1” is sound, but its history is not: Entry 2 of the history is "
            "damaged; undo ends there.\n"_s.arg(path));
        COMPARE_RUN(runCli({u"check"_s, file(u"missing.gplan"_s)}), 3, QString(),
                    u"groundplan-cli: “%1” does not exist.\n"_s.arg(file(u"missing.gplan"_s)));
        QVERIFY(stateOf(path) == before);
        const QString gap = board();
        QCOMPARE(runSql(gap, u"DELETE FROM history WHERE number = 2"_s), QString());
        COMPARE_RUN(
            runCli({u"check"_s, gap}), 3, QString(),
            u"groundplan-cli: The design in “%1” is sound, but its history is not: Entry 2 of the history is "
            "missing; undo ends there.\n"_s.arg(gap));
    }

    void aBoardThatIsOpenIsReadAndEditedBesideIt() {
        const QString path = board();
        const auto opened = Document::open(path, Document::Use::Window);
        QVERIFY(opened);
        Document& document = **opened;
        QCOMPARE(runCli({u"info"_s, path}).code, 0);
        QCOMPARE(runCli({u"check"_s, path}).code, 0);
        for (const char* format : {"dot", "pdf", "png"})
            QCOMPARE(
                runCli({u"export"_s, path, u"-o"_s, file(u"open.%1"_s.arg(QString::fromLatin1(format)))}).err,
                QString());
        // Nothing of that ended the document's own hold on its file.
        QVERIFY(move(document));
        COMPARE_RUN(runCli({u"undo"_s, path}), 0, u"Undone: Move 1 element.\n"_s, QString());
        const quint64 before = document.digest();
        QVERIFY(document.refresh());
        QVERIFY(document.digest() != before);
        // Without a look at the file first: the edit is carried out on what is really there.
        QCOMPARE(runCli({u"undo"_s, path}).code, 0);
        QVERIFY(move(document));
        QCOMPARE(document.design().blocks.find(ElementId(2))->rect.x, 160 + 80);
        const auto again = Document::open(path, Document::Use::Reader);
        QVERIFY((*again)->design() == document.design());
        QCOMPARE((*again)->history().size(), 8);
        QVERIFY(checkFile(path));
    }

    void everyLocaleGivesTheSame() {
        const QString path = board();
        const CliRun utf8 = runCli({u"info"_s, path});
        for (const char* locale :
             {"LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=de_DE.ISO-8859-1", "LC_ALL=tr_TR.UTF-8"}) {
            const CliRun other = runCli({u"info"_s, path}, {QString::fromLatin1(locale)});
            COMPARE_RUN(other, 0, utf8.out, QString());
        }
    }

    void namesOfFilesMayBeAnything() {
        for (const QString& name :
             {u"with space.gplan"_s, u"доска 板.gplan"_s, u"-dash.gplan"_s, u"a'b\"c.gplan"_s}) {
            const QString path = file(name);
            COMPARE_RUN(runCli({u"new"_s, path}), 0,
                        u"Made “%1” (blocks: 0, frames: 0, connections: 0).\n"_s.arg(path), QString());
            QCOMPARE(runCli({u"info"_s, path}).out.section(u'\n', 0, 0), name.chopped(6));
        }
        QCOMPARE(runCli({u"info"_s, u"--"_s, u"-dash.gplan"_s}).err,
                 u"groundplan-cli: “-dash.gplan” does not exist.\n"_s);
    }

    void aLimitOnTheSizeOfFilesIsSaid_data() {
        const auto sizeOf = [this](const QStringList& words) {
            const QString path = file(u"unlimited.gplan"_s);
            runCli(QStringList{u"new"_s, path, u"--force"_s} + words);
            return QFile(path).size();
        };
        const qint64 empty = sizeOf({});
        const qint64 example = sizeOf({u"-e"_s, u"video-recommendation"_s});
        QVERIFY(0 < empty && empty < example);
        QTest::addColumn<qint64>("most");
        QTest::newRow("too small for an empty board") << empty / 2;
        QTest::newRow("too small for the example") << (empty + example) / 2;
    }
    void aLimitOnTheSizeOfFilesIsSaid() {
        QFETCH(qint64, most);
        const QString path = file(u"limited.gplan"_s);
        QProcess shell;
        shell.start(u"sh"_s,
                    {u"-c"_s,
                     u"ulimit -f %1; exec \"$0\" new \"$1\" -e video-recommendation"_s.arg(most / 512),
                     programPath("groundplan-cli"), path});
        QVERIFY(shell.waitForFinished());
        const QString said = QString::fromUtf8(shell.readAllStandardError());
        QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
        QVERIFY2(said.startsWith(u"groundplan-cli: "_s) &&
                     said.endsWith(u" the disk reports an error or is full.\n"_s),
                 qPrintable(said));
        QCOMPARE(said.count(u'\n'), 1);
        QCOMPARE(shell.exitCode(), 4);
        QVERIFY(!QFile::exists(path));
    }

    void whatCannotBePrintedIsAFailure() {
        const QString path = board();
        QProcess shell;
        shell.start(u"sh"_s,
                    {u"-c"_s, u"\"$0\" info \"$1\" > /dev/full"_s, programPath("groundplan-cli"), path});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(
            QString::fromUtf8(shell.readAllStandardError()),
            u"groundplan-cli: Standard output could not be written: the disk is full or it is closed.\n"_s);
        QCOMPARE(shell.exitCode(), 4);
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
