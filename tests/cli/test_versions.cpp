// groundplan-cli diff and merge on the real program, by hand and as git calls them.
#include "tests/cli/cli_run.h"
#include "tests/places.h"
#include "tests/reliability/database.h"

#include "model/document/document.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestVersions : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};

    QString path(const QString& name) const { return folder_.filePath(name); }
    static void sketch(const QString& file, const QString& line) {
        const CliRun run = runCli({u"sketch"_s, file, line});
        if (run.code != 0)
            qFatal("%s", qPrintable(run.err));
    }
    /// A board with `client > gateway > ranking`, and copies of it that two people went on with.
    void editApart(const QString& name, const QString& ours, const QString& theirs) {
        sketch(path(name + u"-base.gplan"_s), u"client > gateway > ranking \"Ranker\""_s);
        for (const auto& [side, line] :
             {std::pair(u"-ours.gplan"_s, ours), std::pair(u"-theirs.gplan"_s, theirs)}) {
            const QString copy = path(name + side);
            QVERIFY(QFile::copy(path(name + u"-base.gplan"_s), copy));
            if (!line.isEmpty())
                sketch(copy, line);
        }
    }
    static Design designIn(const QString& file) {
        const auto document = Document::open(file, Document::Use::Reader);
        return document ? (*document)->design() : Design();
    }
    static QStringList names(const Design& design) {
        QStringList list;
        for (const Block& block : design.blocks)
            list.append(block.name);
        list.sort();
        return list;
    }

    /// git in a repository of its own, with no settings from outside and our program on its path.
    struct Git {
        QString folder;
        int code = 0;
        QString operator()(const QStringList& words) {
            QProcess process;
            process.setWorkingDirectory(folder);
            QProcessEnvironment environment;
            environment.insert(u"PATH"_s, QFileInfo(programPath("groundplan-cli")).path() + u':' +
                                              qEnvironmentVariable("PATH"));
            environment.insert(u"HOME"_s, folder);
            environment.insert(u"LANG"_s, u"C.UTF-8"_s);
            for (const QString& who : {u"AUTHOR"_s, u"COMMITTER"_s}) {
                environment.insert(u"GIT_%1_NAME"_s.arg(who), u"Somebody"_s);
                environment.insert(u"GIT_%1_EMAIL"_s.arg(who), u"somebody@example.org"_s);
            }
            environment.insert(u"GIT_CONFIG_NOSYSTEM"_s, u"1"_s);
            process.setProcessEnvironment(environment);
            process.setProcessChannelMode(QProcess::MergedChannels);
            process.start(u"git"_s, words);
            if (!process.waitForFinished(60'000))
                qFatal("git did not end");
            code = process.exitCode();
            return QString::fromUtf8(process.readAll());
        }
    };
    /// A repository with a board on it, set up with the lines of the help page.
    Git repository(const QString& name) {
        Git git{path(name)};
        if (!QDir().mkpath(git.folder))
            qFatal("no folder");
        git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
        git({u"config"_s, u"diff.gplan.textconv"_s, u"groundplan-cli text --git"_s});
        git({u"config"_s, u"merge.gplan.driver"_s, u"groundplan-cli merge %O %A %B -o %A --name %P"_s});
        QFile attributes(git.folder + u"/.gitattributes"_s);
        if (!attributes.open(QIODevice::WriteOnly))
            qFatal("no file");
        attributes.write("*.gplan diff=gplan merge=gplan\n");
        attributes.close();
        sketch(git.folder + u"/board.gplan"_s, u"client > gateway > ranking \"Ranker\""_s);
        git({u"add"_s, u"."_s});
        git({u"commit"_s, u"-q"_s, u"-m"_s, u"A board"_s});
        return git;
    }
    /// The branch "theirs", and "main", each with one more edit of the board; back on "main".
    template <class Edit>
    static void branchApart(Git& git, const Edit& ours, const Edit& theirs) {
        const QString board = git.folder + u"/board.gplan"_s;
        git({u"checkout"_s, u"-q"_s, u"-b"_s, u"theirs"_s});
        theirs(board);
        git({u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, u"Theirs"_s});
        git({u"checkout"_s, u"-q"_s, u"main"_s});
        ours(board);
        git({u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, u"Ours"_s});
    }
    static void branchApart(Git& git, const QString& ours, const QString& theirs) {
        const auto sketched = [](const QString& text) {
            return std::function([text](const QString& board) { sketch(board, text); });
        };
        branchApart(git, sketched(ours), sketched(theirs));
    }

private Q_SLOTS:
    void nothingDiffers() {
        editApart(u"same"_s, {}, {});
        const CliRun run = runCli({u"diff"_s, path(u"same-ours.gplan"_s), path(u"same-theirs.gplan"_s)});
        QCOMPARE(run.out, u"Nothing differs.\n"_s);
        QCOMPARE(run.code, 0);
    }

    void whatDiffers() {
        editApart(u"differs"_s, {}, u"ranker: p99 <= 60 ms; gateway > cache"_s);
        const QStringList files{path(u"differs-ours.gplan"_s), path(u"differs-theirs.gplan"_s)};
        const CliRun run = runCli(QStringList{u"diff"_s} + files);
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 1);
        QVERIFY2(run.out.contains(u"added    block cache “Cache”\n"_s), qPrintable(run.out));
        QVERIFY2(run.out.contains(u"changed  block ranker “Ranker”\n         + metric “p99”: ≤ 60 ms\n"_s),
                 qPrintable(run.out));
        QVERIFY2(run.out.contains(u"added    connection “API gateway → Cache”\n"_s), qPrintable(run.out));

        const CliRun json = runCli(QStringList{u"diff"_s, u"--json"_s} + files);
        QCOMPARE(json.code, 1);
        const QJsonArray list = QJsonDocument::fromJson(json.bytes).object()[u"differences"_s].toArray();
        QCOMPARE(list.size(), run.out.count(u"\nadded"_s) + run.out.count(u"\nchanged"_s) +
                                  run.out.count(u"\nmoved"_s) + 1);
        for (const QJsonValue& each : list)
            QVERIFY(each.toObject()[u"id"_s].isString());
    }

    void asAPicture() {
        editApart(u"picture"_s, u"gateway > cache"_s, u"ranker: p99 <= 60 ms"_s);
        for (const QString& ending : {u"png"_s, u"pdf"_s}) {
            const QString out = path(u"picture."_s + ending);
            const CliRun run = runCli(
                {u"diff"_s, path(u"picture-ours.gplan"_s), path(u"picture-theirs.gplan"_s), u"-o"_s, out});
            QCOMPARE(run.err, QString());
            QCOMPARE(run.code, 1);
            QVERIFY(QFileInfo(out).size() > 1000);
        }
        // Removed, changed: their colours are on the picture, and none for what was added.
        const QImage image(path(u"picture.png"_s));
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                colours.insert(image.pixel(x, y));
        }
        const auto has = [&](const char* colour) {
            return colours.contains(QColor(QLatin1StringView(colour)).rgb());
        };
        QVERIFY(has("#d92d20"));  // removed
        QVERIFY(has("#b45309"));  // changed
        QVERIFY(!has("#16803c")); // added
        const CliRun other = runCli({u"diff"_s, path(u"picture-ours.gplan"_s),
                                     path(u"picture-theirs.gplan"_s), u"-o"_s, path(u"picture.dot"_s)});
        QCOMPARE(other.code, 2);
    }

    void mergesWhatWasEditedApart() {
        editApart(u"apart"_s, u"gateway > cache"_s, u"ranker: p99 <= 60 ms; kafka"_s);
        const QString out = path(u"apart.gplan"_s);
        const CliRun run = runCli({u"merge"_s, path(u"apart-base.gplan"_s), path(u"apart-ours.gplan"_s),
                                   path(u"apart-theirs.gplan"_s), u"-o"_s, out});
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 0);
        const Design merged = designIn(out);
        QCOMPARE(names(merged), (QStringList{u"api_gateway"_s, u"cache"_s, u"event_stream"_s, u"ranker"_s,
                                             u"user_client"_s}));
        QCOMPARE(merged.metrics.size(), 1);
        for (const Connection& connection : merged.connections)
            QVERIFY(!connection.route.isEmpty());
        // It is one edit in the history of ours.
        QVERIFY(runCli({u"history"_s, out}).out.contains(u"Merge apart-theirs.gplan"_s));
        QCOMPARE(runCli({u"undo"_s, out}).code, 0);
        QVERIFY(designIn(out) == designIn(path(u"apart-ours.gplan"_s)));
        QCOMPARE(runCli({u"check"_s, out}).code, 0);
    }

    void refusals() {
        QCOMPARE(runCli({u"diff"_s, path(u"one.gplan"_s)}).code, 2);
        QCOMPARE(
            runCli({u"merge"_s, path(u"a.gplan"_s), path(u"b.gplan"_s), u"-o"_s, path(u"c.gplan"_s)}).code,
            2);
        sketch(path(u"there.gplan"_s), u"client"_s);
        QCOMPARE(runCli({u"diff"_s, path(u"there.gplan"_s), path(u"nowhere.gplan"_s)}).code, 3);
        const CliRun run = runCli({u"merge"_s, path(u"nowhere.gplan"_s), path(u"there.gplan"_s),
                                   path(u"there.gplan"_s), u"-o"_s, path(u"never.gplan"_s)});
        QCOMPARE(run.code, 3);
        QVERIFY(!QFile::exists(path(u"never.gplan"_s)));
    }

    /// Two branches that were edited apart come together.
    void gitMerges() {
        Git git = repository(u"merges"_s);
        const QString board = git.folder + u"/board.gplan"_s;
        branchApart(git, u"gateway > cache"_s, u"ranker: p99 <= 60 ms"_s);
        // The text that git shows of it.
        const QString shown = git({u"diff"_s, u"HEAD~1"_s, u"HEAD"_s});
        QVERIFY2(shown.contains(u"+\tcache\t["_s), qPrintable(shown));
        const QString said = git({u"merge"_s, u"--no-edit"_s, u"theirs"_s});
        QVERIFY2(git.code == 0, qPrintable(said));
        const Design merged = designIn(board);
        QCOMPARE(names(merged), (QStringList{u"api_gateway"_s, u"cache"_s, u"ranker"_s, u"user_client"_s}));
        QCOMPARE(merged.metrics.size(), 1);
        QCOMPARE(git({u"status"_s, u"--porcelain"_s}), QString());
    }

    /// The ordinary case of a team: two people go on from the same block. Neither hides the other's.
    void gitMergesTwoBlocksAtOnePlace() {
        Git git = repository(u"beside"_s);
        const QString board = git.folder + u"/board.gplan"_s;
        branchApart(git, u"ranker > redis \"Feature cache\""_s, u"ranker > \"Data checks\""_s);
        const Design ours = designIn(board);
        const QString said = git({u"merge"_s, u"--no-edit"_s, u"theirs"_s});
        QVERIFY2(git.code == 0, qPrintable(said));
        QVERIFY2(said.contains(u"“Data checks” is set beside “Feature cache”"_s), qPrintable(said));
        // git's name for the file is its own affair.
        QVERIFY2(said.contains(u"Made “board.gplan” (blocks: 5"_s), qPrintable(said));
        const Design merged = designIn(board);
        const auto rectOf = [&merged](const QString& title) {
            for (const Block& block : merged.blocks) {
                if (block.title == title)
                    return block.rect;
            }
            return Rect{};
        };
        QVERIFY(!rectOf(u"Data checks"_s).isEmpty());
        QVERIFY(!rectOf(u"Data checks"_s).intersects(rectOf(u"Feature cache"_s)));
        for (const Block& block : ours.blocks)
            QCOMPARE(merged.rectOf(block.id), ours.rectOf(block.id));
        // Its ways are those that it would have if it were drawn so.
        const QString text = path(u"beside.txt"_s);
        const CliRun run = runCli({u"text"_s, board, u"-o"_s, text});
        QCOMPARE(run.err, QString());
        QCOMPARE(runCli({u"from-text"_s, text, u"-o"_s, path(u"beside.gplan"_s)}).code, 0);
        QCOMPARE(runCli({u"diff"_s, board, path(u"beside.gplan"_s)}).out, u"Nothing differs.\n"_s);
    }

    /// What both changed is reported, and both values are in the document.
    void gitReportsAConflict() {
        Git git = repository(u"conflicts"_s);
        const QString board = git.folder + u"/board.gplan"_s;
        sketch(board, u"ranker: p99 <= 60 ms"_s);
        git({u"commit"_s, u"-q"_s, u"-a"_s, u"-m"_s, u"A target"_s});
        branchApart(git, u"ranker: p99 <= 90 ms"_s, u"ranker: p99 <= 40 ms"_s);
        const QString said = git({u"merge"_s, u"--no-edit"_s, u"theirs"_s});
        QCOMPARE(git.code, 1);
        QVERIFY2(said.contains(u"Merge conflict in board.gplan"_s), qPrintable(said));
        QVERIFY2(said.contains(u"Both values are in “board.gplan”"_s), qPrintable(said));
        QVERIFY2(said.contains(u"metric “p99”, target"_s), qPrintable(said));
        const Design merged = designIn(board);
        QCOMPARE(merged.metrics.begin()->target, u"90"_s);
        QCOMPARE(merged.notes.size(), 1);
        QVERIFY(merged.notes.begin()->text.contains(u"40"_s));
        QVERIFY(merged.notes.begin()->text.contains(u"90"_s));
        // Settled by taking the board as it is.
        git({u"add"_s, u"board.gplan"_s});
        git({u"commit"_s, u"-q"_s, u"-m"_s, u"Settled"_s});
        QCOMPARE(git({u"status"_s, u"--porcelain"_s}), QString());
    }

    /// A field of a sheet by what the inspector calls it, and not by its key.
    void aConflictInASheet() {
        Git git = repository(u"sheets"_s);
        const auto filled = [](const QString& value) {
            return std::function([value](const QString& board) {
                const auto document = Document::open(board, Document::Use::CommandLine);
                QVERIFY(document);
                const Design& design = (*document)->design();
                const auto ranker = std::ranges::find(design.blocks, u"Ranker"_s, &Block::title);
                QVERIFY(ranker != design.blocks.end());
                const Property row{PropertyId(7), ranker->id, u"serving.mode"_s, value};
                QVERIFY((*document)->edit({"change-property", {}}, [&](Editor& editor) -> Result<void> {
                    editor.put(row);
                    return {};
                }));
            });
        };
        branchApart(git, filled(u"batch"_s), filled(u"online"_s));
        const QString said = git({u"merge"_s, u"--no-edit"_s, u"theirs"_s});
        QCOMPARE(git.code, 1);
        QVERIFY2(said.contains(u"conflict in Ranker: Batch or online"_s), qPrintable(said));
        QVERIFY2(!said.contains(u"serving.mode"_s), qPrintable(said));
    }

    void gitsExternalDiff() {
        Git git = repository(u"external"_s);
        const QString board = git.folder + u"/board.gplan"_s;
        git({u"config"_s, u"diff.gplan.command"_s, u"groundplan-cli diff --git"_s});
        sketch(board, u"gateway > cache"_s);
        const QString said = git({u"diff"_s});
        QVERIFY2(git.code == 0, qPrintable(said));
        QVERIFY2(said.contains(u"added    block cache “Cache”"_s), qPrintable(said));
        QVERIFY2(said.startsWith(u"board.gplan:"_s), qPrintable(said));
        // A board that is new has no older side.
        git({u"add"_s, u"."_s});
        const QString first =
            git({u"diff"_s, u"4b825dc642cb6eb9a060e54bf8d69288fbee4904"_s}); // git's empty tree
        QVERIFY2(first.contains(u"added    block ranker “Ranker”"_s), qPrintable(first));
    }

    /// git says that its driver has died where it does, as of a closed pipe, and ends with 128.
    void gitsReaderMayLeave() {
        const QString before = path(u"heard.gplan"_s), after = path(u"unheard.gplan"_s);
        sketch(before, u"kafka"_s);
        sketch(after, u"kafka > spark"_s);
        int ends[2];
        QCOMPARE(pipe(ends), 0);
        close(ends[0]);
        QProcess driver;
        driver.setChildProcessModifier([out = ends[1]] { dup2(out, STDOUT_FILENO); });
        driver.start(programPath("groundplan-cli"), {u"diff"_s, u"--git"_s, u"b.gplan"_s, before, u"1"_s,
                                                     u"100644"_s, after, u"2"_s, u"100644"_s});
        QVERIFY(driver.waitForFinished());
        close(ends[1]);
        QCOMPARE(driver.exitStatus(), QProcess::NormalExit);
        QCOMPARE(driver.exitCode(), 0);
        QCOMPARE(driver.readAllStandardError(), QByteArray());
    }

    /// An interviewer has only what was handed out.
    void exportsAreCompared() {
        editApart(u"out"_s, {}, u"gateway > cache"_s);
        const QString ours = path(u"out-ours.gplan"_s);
        for (const QString& ending : {u"pdf"_s, u"png"_s, u"svg"_s, u"json"_s, u"drawio"_s, u"dot"_s}) {
            const QString handedOut = path(u"out."_s + ending);
            QCOMPARE(runCli({u"export"_s, ours, u"-o"_s, handedOut}).err, QString());
            const CliRun same = runCli({u"diff"_s, ours, handedOut});
            QCOMPARE(same.err, QString());
            QCOMPARE(same.out, u"Nothing differs.\n"_s);
            const CliRun other = runCli({u"diff"_s, handedOut, path(u"out-theirs.gplan"_s)});
            QVERIFY2(other.out.contains(u"added    block cache “Cache”\n"_s), qPrintable(other.out));
        }
    }

    /// git dies when a driver fails, and shows nothing of the files that come after.
    void gitGoesOnWhateverItMeets_data() {
        QTest::addColumn<bool>("inWords");
        QTest::newRow("textconv") << false;
        QTest::newRow("diff --git") << true;
    }
    void gitGoesOnWhateverItMeets() {
        QFETCH(bool, inWords);
        Git git = repository(inWords ? u"driver"_s : u"conv"_s);
        if (inWords)
            git({u"config"_s, u"diff.gplan.command"_s, u"groundplan-cli diff --git"_s});
        QFile pointer(git.folder + u"/a.gplan"_s); // what stands for a large file
        QVERIFY(pointer.open(QIODevice::WriteOnly));
        pointer.write("version https://git-lfs.github.com/spec/v1\n");
        pointer.close();
        git({u"mv"_s, u"board.gplan"_s, u"b.gplan"_s});
        QFile last(git.folder + u"/c.txt"_s);
        QVERIFY(last.open(QIODevice::WriteOnly));
        last.write("the last file\n");
        last.close();
        git({u"add"_s, u"."_s});
        git({u"commit"_s, u"-q"_s, u"-m"_s, u"Moved"_s});
        const QString said = git({u"diff"_s, u"HEAD~1"_s, u"HEAD"_s});
        QVERIFY2(git.code == 0, qPrintable(said));
        QVERIFY2(said.contains(u"the last file"_s), qPrintable(said));
        QVERIFY2(
            said.contains(inWords ? u"board.gplan → b.gplan:\nNothing differs."_s : u"rename to b.gplan"_s),
            qPrintable(said));
        QVERIFY2(said.contains(u"is not a Groundplan document"_s), qPrintable(said));
        QVERIFY2(!said.contains(u"git-blob"_s), qPrintable(said)); // git's own name for it
    }

    void versionsHaveNamesAndComeBack() {
        const QString file = path(u"named.gplan"_s);
        sketch(file, u"kafka > spark"_s);
        CliRun run = runCli({u"version"_s, file});
        QCOMPARE(run.out, u"No version has a name.\n"_s);
        run = runCli({u"version"_s, file, u"Sent to review"_s});
        QCOMPARE(run.out, u"“Sent to review” is a version now.\n"_s);
        const Design sent = designIn(file);
        sketch(file, u"spark > feast > model"_s);
        run = runCli({u"version"_s, file, u"start"_s, u"--at"_s, u"0"_s});
        QCOMPARE(run.code, 0);
        run = runCli({u"version"_s, file});
        QVERIFY2(run.out.contains(u"  start\n"_s) && run.out.contains(u"  Sent to review\n"_s),
                 qPrintable(run.out));
        run = runCli({u"history"_s, file});
        QVERIFY2(run.out.contains(u"← Sent to review\n"_s), qPrintable(run.out));
        run = runCli({u"history"_s, file, u"--json"_s});
        QCOMPARE(QJsonDocument::fromJson(run.out.toUtf8())[u"versions"_s].toArray().size(), 2);

        run = runCli({u"diff"_s, file, u"--since"_s, u"sent to review"_s});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.out.contains(u"added    block"_s) && !run.out.contains(u"removed"_s),
                 qPrintable(run.out));
        run = runCli({u"restore"_s, file, u"Sent to review"_s});
        QCOMPARE(run.out, u"Restored: Sent to review.\n"_s);
        QVERIFY(designIn(file) == sent);
        run = runCli({u"diff"_s, file, u"--since"_s, u"Sent to review"_s});
        QCOMPARE(run.code, 0);
        run = runCli({u"undo"_s, file}); // it was one edit
        QCOMPARE(run.out, u"Undone: Restore “Sent to review”.\n"_s);
        QCOMPARE(designIn(file).blocks.size(), 4);

        run = runCli({u"version"_s, file, u"start"_s, u"--remove"_s});
        QCOMPARE(run.out, u"“start” is no version any more.\n"_s);
        run = runCli({u"restore"_s, file, u"start"_s});
        QCOMPARE(run.code, 2);
        QCOMPARE(run.err, u"groundplan-cli: There is no version “start”: there are “Sent to review”.\n"_s);
        run = runCli({u"restore"_s, file, u"99"_s});
        QCOMPARE(run.err, u"groundplan-cli: The history has no entry 99.\n"_s);
        run = runCli({u"version"_s, file, u"SENT to review"_s});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains(u"There is a version “SENT to review” already"_s), qPrintable(run.err));
        run = runCli({u"diff"_s, file});
        QCOMPARE(run.code, 2);
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestVersions)
#include "test_versions.moc"
