// export: what travels inside, and many files at once.
#include "tests/cli/cli_run.h"
#include "tests/places.h"
#include "tests/reliability/database.h"
#include "tests/reliability/sample_document.h"

#include "model/document/document.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace groundplan;

class TestExportMany : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder_;

    QString file(const QString& name) const { return folder_->filePath(name); }
    std::unique_ptr<Document> opened(const QString& name) const {
        auto document = Document::open(file(name), Document::Use::CommandLine);
        if (!document)
            qFatal("%s", qPrintable(document.error().sentence));
        return std::move(*document);
    }

private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(temporaryTemplate()); }

    void whatWasExportedIsImported_data() {
        QTest::addColumn<QString>("format");
        QTest::newRow("pdf") << u"pdf"_s;
        QTest::newRow("png") << u"png"_s;
    }
    void whatWasExportedIsImported() {
        QFETCH(QString, format);
        makeSampleDocument(file(u"a.gplan"_s));
        const QString out = file(u"a."_s + format);
        QCOMPARE(runCli({u"export"_s, file(u"a.gplan"_s), u"-o"_s, out}).code, 0);
        CliRun run = runCli({u"import"_s, out, u"-o"_s, file(u"b.gplan"_s)});
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 0);
        QVERIFY(opened(u"b.gplan"_s)->design() == opened(u"a.gplan"_s)->design());
        QCOMPARE(opened(u"b.gplan"_s)->history().size(), 0);

        // Its own export is the same, to the byte.
        const QStringList epoch{u"SOURCE_DATE_EPOCH=1700000000"_s};
        const QStringList to{u"-o"_s, u"-"_s, u"--format"_s, format};
        QCOMPARE(runCli(QStringList{u"export"_s, file(u"b.gplan"_s)} + to, epoch).bytes,
                 runCli(QStringList{u"export"_s, file(u"a.gplan"_s)} + to, epoch).bytes);

        QCOMPARE(runCli({u"export"_s, file(u"a.gplan"_s), u"-o"_s, out, u"--with-history"_s}).code, 0);
        QCOMPARE(runCli({u"import"_s, out, u"-o"_s, file(u"c.gplan"_s)}).err, QString());
        QCOMPARE(opened(u"c.gplan"_s)->history().size(), opened(u"a.gplan"_s)->history().size());
        QVERIFY(opened(u"c.gplan"_s)->canUndo());

        QCOMPARE(runCli({u"export"_s, file(u"a.gplan"_s), u"-o"_s, out, u"--no-source"_s}).code, 0);
        run = runCli({u"import"_s, out, u"-o"_s, file(u"d.gplan"_s)});
        QCOMPARE(run.code, 3);
        QCOMPARE(run.err,
                 u"groundplan-cli: %1: there is no Groundplan design in it; it was exported without one, "
                 "or by another program.\n"_s.arg(out));
        QVERIFY(!QFile::exists(file(u"d.gplan"_s)));
    }

    /// Whoever replaces by habit, as other commands want it, is not sent away.
    void forceIsTakenByAllFormats() {
        QCOMPARE(runCli({u"new"_s, file(u"a.gplan"_s)}).code, 0);
        for (const char* format : {"pdf", "svg", "json", "mmd"}) {
            const QString out = file(u"a."_s + QLatin1StringView(format));
            for (int i = 0; i < 2; ++i)
                QCOMPARE(runCli({u"export"_s, file(u"a.gplan"_s), u"-o"_s, out, u"-f"_s}).code, 0);
        }
        // And what else makes a picture or a document; none of them replaces a design, whatever is said.
        const QString board = file(u"a.gplan"_s), out = file(u"out.pdf"_s);
        for (const QStringList& words : {QStringList{u"report"_s, board}, {u"diff"_s, board, board}}) {
            for (const QStringList& more : {QStringList{}, {u"-f"_s}, {u"--force"_s}}) {
                QFile other(out);
                QVERIFY(other.open(QIODevice::WriteOnly) && other.write("something else") > 0);
                other.close();
                const CliRun run = runCli(words + QStringList{u"-o"_s, out} + more);
                QCOMPARE(run.err, QString());
                QCOMPARE(run.code, 0);
                QVERIFY(other.open(QIODevice::ReadOnly) && other.readAll().startsWith("%PDF"));
                QCOMPARE(runCli(words + QStringList{u"-o"_s, board, u"--force"_s}).code,
                         words.first() == u"diff"_s ? 2 : 4); // .gplan is no picture's ending
            }
        }
        QCOMPARE(runCli({u"check"_s, board}).code, 0);
    }

    void drawioIsAPlainDrawingWhenAsked() {
        QCOMPARE(runCli({u"new"_s, file(u"a.gplan"_s), u"-e"_s, u"churn"_s}).code, 0);
        const QStringList to{u"export"_s, file(u"a.gplan"_s), u"-o"_s, u"-"_s, u"--format"_s, u"drawio"_s};
        // The root's data is the design; what single cells carry says only what they are.
        const QByteArray carried = "<UserObject id=\"0\" label=\"\" groundplan=";
        QVERIFY(runCli(to).bytes.contains(carried));
        const QByteArray plain = runCli(to + QStringList{u"--no-source"_s}).bytes;
        QVERIFY(plain.contains("<mxCell") && !plain.contains(carried));
    }

    /// As in a container that limits its processes: what would go side by side goes one after the other.
    void noFurtherThreadIsNeeded_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"pdf", "png", "svg"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void noFurtherThreadIsNeeded() {
        QFETCH(QString, format);
        // Without pictures: Qt itself scales those on threads, and waits for what it does not get.
        QCOMPARE(runCli({u"new"_s, file(u"a.gplan"_s), u"--example"_s, u"video-recommendation"_s}).code, 0);
        QVERIFY(QFile::setPermissions(folder_->path(), QFile::Permissions(0x7755)));
        QVERIFY(QFile::setPermissions(file(u"a.gplan"_s), QFile::Permissions(0x6644)));
        const QStringList words{u"export"_s, file(u"a.gplan"_s), u"-o"_s, u"-"_s, u"--format"_s, format};
        const auto bytes = [&](const QStringList& arguments, bool limited) -> std::optional<QByteArray> {
            QProcess process;
            process.setEnvironment(
                {u"HOME=/nonexistent"_s, u"LC_ALL=C.UTF-8"_s, u"SOURCE_DATE_EPOCH=1700000000"_s});
            process.setChildProcessModifier([limited] {
                if (::getuid() == 0 && (::setgid(65'534) != 0 || ::setuid(65'534) != 0)) // root has no limit
                    ::_exit(99);
                const rlimit one{1, 1};
                if (limited)
                    ::setrlimit(RLIMIT_NPROC, &one);
            });
            process.start(programPath("groundplan-cli"), arguments);
            if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit ||
                process.exitCode() != 0)
                return std::nullopt;
            return process.readAllStandardOutput();
        };
        if (!bytes(words, false))
            QSKIP("Nobody may run the program from here.");
        QCOMPARE(bytes(words, true), bytes(words, false));
    }

    /// fontconfig says on standard error, for each folder of fonts, that it has no place for its caches.
    void noPlaceForCachesIsNeeded() {
        makeSampleDocument(file(u"a.gplan"_s));
        QVERIFY(QDir().mkpath(file(u"tmp"_s)));
        writeFile(file(u"fonts.conf"_s), "<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts</dir>"
                                         "<cachedir prefix=\"xdg\">fontconfig</cachedir></fontconfig>");
        const CliRun run =
            runCli({u"export"_s, file(u"a.gplan"_s), u"-o"_s, file(u"a.png"_s)},
                   {u"FONTCONFIG_FILE="_s + file(u"fonts.conf"_s), u"TMPDIR="_s + file(u"tmp"_s)});
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 0);
        QVERIFY(QFileInfo(file(u"a.png"_s)).size() > 1000);
        QCOMPARE(QDir(file(u"tmp"_s)).entryList({u"groundplan-*"_s}), QStringList());
    }

    void noFontAtAllIsSaid() {
        makeSampleDocument(file(u"a.gplan"_s));
        writeFile(file(u"none.conf"_s), "<?xml version=\"1.0\"?><fontconfig></fontconfig>");
        const CliRun run = runCli({u"export"_s, file(u"a.gplan"_s), u"-o"_s, file(u"a.pdf"_s)},
                                  {u"FONTCONFIG_FILE="_s + file(u"none.conf"_s)});
        QCOMPARE(run.err, u"groundplan-cli: No font at all is installed, so boxes stand in place of letters; "
                          "install the package fonts-inter.\n"_s);
        QCOMPARE(run.code, 0);
    }

    void oneBadFileDoesNotStopTheOthers() {
        makeSampleDocument(file(u"a.gplan"_s));
        QVERIFY(QFile::copy(file(u"a.gplan"_s), file(u"c.gplan"_s)));
        writeFile(file(u"b.gplan"_s), "no document");
        const QString out = file(u"out/pdf"_s);
        const CliRun run = runCli({u"export"_s, file(u"a.gplan"_s), file(u"b.gplan"_s), file(u"c.gplan"_s),
                                   file(u"gone.gplan"_s), u"--format"_s, u"pdf"_s, u"-d"_s, out});
        QCOMPARE(run.code, 3);
        QCOMPARE(run.out, QString());
        QCOMPARE(QDir(out).entryList(QDir::Files | QDir::Hidden, QDir::Name),
                 (QStringList{u"a.pdf"_s, u"c.pdf"_s}));
        const QStringList said = run.err.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(said.size(), 7);
        QCOMPARE(said[0], u"1/4 %1 → %2/a.pdf"_s.arg(file(u"a.gplan"_s), out));
        QCOMPARE(said[1], u"2/4 %1: not exported"_s.arg(file(u"b.gplan"_s)));
        QCOMPARE(said[2], u"3/4 %1 → %2/c.pdf"_s.arg(file(u"c.gplan"_s), out));
        QCOMPARE(said[4], u"groundplan-cli: “%1” is not a Groundplan document."_s.arg(file(u"b.gplan"_s)));
        QCOMPARE(said[5], u"groundplan-cli: “%1” does not exist."_s.arg(file(u"gone.gplan"_s)));
        QCOMPARE(said[6], u"groundplan-cli: 2 of 4 files could not be exported."_s);
    }

    void namesThatCollideAreNumbered() {
        for (const QString& folder : {u"x"_s, u"y"_s, u"z"_s})
            QVERIFY(QDir(folder_->path()).mkdir(folder));
        makeSampleDocument(file(u"x/board.gplan"_s));
        for (const QString& name : {u"y/Board.gplan"_s, u"z/board.gplan"_s, u"x/board-2.gplan"_s})
            QVERIFY(QFile::copy(file(u"x/board.gplan"_s), file(name)));
        const CliRun run =
            runCli({u"export"_s, file(u"x/board.gplan"_s), file(u"y/Board.gplan"_s), file(u"z/board.gplan"_s),
                    file(u"x/board-2.gplan"_s), u"--format=dot"_s, u"--directory"_s, file(u"out"_s)});
        QCOMPARE(run.code, 0);
        QCOMPARE(QDir(file(u"out"_s)).entryList(QDir::Files, QDir::Name),
                 (QStringList{u"Board-3.dot"_s, u"board-2.dot"_s, u"board-4.dot"_s, u"board.dot"_s}));
        QVERIFY2(run.err.contains(u"x/board-2.gplan → %1/board-2.dot"_s.arg(file(u"out"_s))),
                 qPrintable(run.err));
    }

    void aFolderThatCannotBeMadeIsSaid() {
        writeFile(file(u"out"_s), "a file");
        makeSampleDocument(file(u"a.gplan"_s));
        const CliRun run =
            runCli({u"export"_s, file(u"a.gplan"_s), u"--format=dot"_s, u"-d"_s, file(u"out/in"_s)});
        QCOMPARE(run.code, 4);
        QCOMPARE(run.err, u"groundplan-cli: The folder “%1” cannot be made: choose another.\n"_s.arg(
                              file(u"out/in"_s)));
    }

    /// 200 designs of 20 blocks to PDF in one call in under 6 seconds on two cores; counted is processor
    /// time, which other work on this machine does not lengthen.
    void twoHundredDesignsTakeSeconds() {
        QByteArray words;
        for (int i = 0; i < 20; ++i)
            words += "kafka \"events " + QByteArray::number(i) + "\"" + (i < 19 ? " > " : "\n");
        QCOMPARE(runCli({u"sketch"_s, file(u"0.gplan"_s)}, {}, words).code, 0);
        QCOMPARE(opened(u"0.gplan"_s)->design().blocks.size(), 20);
        QStringList files{file(u"0.gplan"_s)};
        for (int i = 1; i < 200; ++i) {
            files += file(u"%1.gplan"_s.arg(i));
            QVERIFY(QFile::copy(files.first(), files.last()));
        }
        rusage before{}, after{};
        getrusage(RUSAGE_CHILDREN, &before);
        const CliRun run =
            runCli(QStringList{u"export"_s, u"--format=pdf"_s, u"-d"_s, file(u"out"_s)} + files);
        getrusage(RUSAGE_CHILDREN, &after);
        QCOMPARE(run.code, 0);
        QCOMPARE(QDir(file(u"out"_s)).entryList(QDir::Files).size(), 200);
        const auto seconds = [](const rusage& usage) {
            return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                   double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
        };
        const double used = seconds(after) - seconds(before);
        qInfo("200 designs to PDF: %.2f s of processor time", used);
#ifndef GROUNDPLAN_SANITIZED
        QVERIFY2(used < 6, qPrintable(QString::number(used)));
#endif
    }
};

QTEST_GUILESS_MAIN(TestExportMany)
#include "test_export_many.moc"
