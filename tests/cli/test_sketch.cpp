#include "model/document/document.h"
#include "tests/cli/cli_run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// groundplan-cli sketch, by exact output, exit code and what is in the file.
class TestSketch : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path(const QString& name) const { return folder_.filePath(name); }
    static Design designIn(const QString& path) {
        return (*Document::open(path, Document::Use::Reader))->design();
    }

private Q_SLOTS:
    void makesAndGoesOn() {
        const QString file = path(u"new.gplan"_s);
        const CliRun made = runCli({u"sketch"_s, file, u"kafka > spark"_s});
        QCOMPARE(made.err, QString());
        QCOMPARE(made.out,
                 u"Sketched in “%1” (blocks: 2, frames: 0, connections: 1, used again: 0).\n"_s.arg(file));
        QCOMPARE(made.code, 0);
        const CliRun more = runCli({u"sketch"_s, file}, {},
                                   "spark > \"features\" feast // a comment\n\nfeast: p99 <= 5 ms\n");
        QCOMPARE(more.err, QString());
        QCOMPARE(
            more.out,
            u"Sketched in “%1” (blocks: 1, frames: 0, connections: 1, used again: 1, metrics: 1).\n"_s.arg(
                file));
        const Design design = designIn(file);
        QCOMPARE(design.blocks.size(), 3);
        QCOMPARE(design.metrics.size(), 1);
        for (const Connection& connection : design.connections)
            QVERIFY(connection.route.size() >= 2);
        QCOMPARE((*Document::open(file, Document::Use::Reader))->history().size(), 2); // one edit each
    }

    /// In the history it can be read what was written, and seen where that is cut.
    void theHistoryQuotesIt() {
        const QString file = path(u"quoted.gplan"_s);
        const QString line =
            u"\"cardholder app\" > gateway > \"fraud scorer\" > monitoring > \"case review\""_s;
        QCOMPARE(runCli({u"sketch"_s, file, line}).code, 0);
        QVERIFY(runCli({u"history"_s, file}).out.contains(u'“' + line + u'”'));
        QStringList blocks;
        for (int i = 0; i < 30; ++i)
            blocks.append(u"\"fraud scorer %1\""_s.arg(i));
        const QString longer = blocks.join(u" > "_s);
        QCOMPARE(runCli({u"sketch"_s, file, longer}).code, 0);
        const QString said = runCli({u"history"_s, file}).out;
        QVERIFY2(said.contains(u"…”"_s), qPrintable(said));
    }

    void framesTakeWhatTheyName() {
        const QString file = path(u"frame.gplan"_s);
        QCOMPARE(runCli({u"sketch"_s, file, u"client > kafka > spark"_s}).code, 0);
        const QString counts =
            u"“%1” (blocks: 0, frames: 1, connections: 0, used again: 2, put into a frame: 2).\n"_s.arg(file);
        QCOMPARE(runCli({u"sketch"_s, file, u"offline { kafka; spark }"_s, u"--dry-run"_s}).out,
                 u"Would add to "_s + counts);
        QCOMPARE(runCli({u"sketch"_s, file, u"offline { kafka; spark }"_s}).out, u"Sketched in "_s + counts);
        const Design design = designIn(file);
        QCOMPARE(design.childrenOf(design.frames.begin()->id).size(), 2);
    }

    void aDryRunChangesNothing() {
        const QString file = path(u"dry.gplan"_s);
        const CliRun none = runCli({u"sketch"_s, file, u"a > b"_s, u"--dry-run"_s});
        QCOMPARE(none.out,
                 u"Would add to “%1” (blocks: 2, frames: 0, connections: 1, used again: 0).\n"_s.arg(file));
        QVERIFY(!QFile::exists(file));
    }

    void faultsSayTheirPlaceAndMakeNoFile() {
        const QString file = path(u"bad.gplan"_s);
        const CliRun line = runCli({u"sketch"_s, file, u"kafka > > spark"_s});
        QCOMPARE(line.err, u"groundplan-cli: Column 9: A block is missing between two arrows.\n"_s);
        QCOMPARE(line.code, 3);
        const CliRun text = runCli({u"sketch"_s, file, u"-"_s}, {}, "kafka > spark\nspark > { feast\n");
        QVERIFY2(text.err.startsWith(u"groundplan-cli: Line 2, column 9: "_s), qPrintable(text.err));
        QCOMPARE(text.code, 3);
        QVERIFY(!QFile::exists(file));
        QCOMPARE(runCli({u"sketch"_s, file, u"a"_s, u"b"_s}).code, 2);
    }

    void factsAreCounted() {
        const QString file = path(u"facts.gplan"_s);
        QCOMPARE(runCli({u"sketch"_s, file, u"kafka > spark"_s}).code, 0);
        const auto said = [&](const QString& text) {
            const CliRun run = runCli({u"sketch"_s, file, text});
            const QString begin =
                u"Sketched in “%1” (blocks: 0, frames: 0, connections: 0, used again: "_s.arg(file);
            return run.out.startsWith(begin) ? run.out.mid(begin.size()) : run.out + run.err;
        };
        QCOMPARE(said(u"spark: p99 <= 60 ms; qps 4k"_s), u"1, metrics: 2).\n"_s);
        QCOMPARE(said(u"spark: ? why; ?? which | a | b; + fast; @offline"_s),
                 u"1, notes: 1, decisions: 1, options: 2, arguments: 1, properties: 1).\n"_s);
        QCOMPARE(said(u"kafka > \"clicks\" spark"_s), u"2, labels: 1).\n"_s);
        QCOMPARE(said(u"? do we need real time"_s), u"0, notes: 1).\n"_s);
        const CliRun lost = runCli({u"sketch"_s, path(u"lost.gplan"_s), u"+ fast"_s});
        QCOMPARE(lost.code, 3);
        QVERIFY2(lost.err.contains(u"select a block or a decision first"_s), qPrintable(lost.err));
        QVERIFY(!QFile::exists(path(u"lost.gplan"_s)));
    }

    void whatIsNoTextIsRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place");
        QTest::newRow("Latin-1") << QByteArray("caf\xe9 > b") << u"Column 4: This is no UTF-8"_s;
        QTest::newRow("zero") << QByteArray("a > b\0c", 7) << u"Column 6: A zero byte"_s;
        QTest::newRow("both") << QByteArray("caf\xe9 > b\0c", 10) << u"Column 4: This is no UTF-8"_s;
        QTest::newRow("the second line")
            << QByteArray("ж > b\nя\xEF\xBF\xBD \xC3( > b") << u"Line 2, column 4: This is no UTF-8"_s;
        QTest::newRow("cut off") << QByteArray("a > \xD0") << u"Column 5: This is no UTF-8"_s;
    }
    void whatIsNoTextIsRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        const QString file = path(u"no-text.gplan"_s);
        const CliRun run = runCli({u"sketch"_s, file}, {}, bytes);
        QVERIFY2(run.err.startsWith(u"groundplan-cli: "_s + place), qPrintable(run.err));
        QCOMPARE(run.code, 3);
        QVERIFY(!QFile::exists(file));
    }
    void aMarkAtTheBeginningIsNoPartOfTheText() {
        const QString file = path(u"bom.gplan"_s);
        QCOMPARE(runCli({u"sketch"_s, file}, {}, "\xEF\xBB\xBFkafka > x\xEF\xBF\xBD").code, 0);
        QCOMPARE(designIn(file).blocks.size(), 2);
        for (const Block& block : designIn(file).blocks)
            QVERIFY(!block.title.contains(QChar(QChar::ByteOrderMark)));
    }

    /// A chain of 100,000 blocks is refused with the limit; one of thousands works.
    void longTextsHaveALimit() {
        QByteArray chain = "a0";
        for (int i = 1; i < 100'000; ++i)
            chain += " > a" + QByteArray::number(i);
        const QString file = path(u"long.gplan"_s);
        const CliRun tooLong = runCli({u"sketch"_s, file}, {}, chain);
        QCOMPARE(tooLong.code, 3);
        QVERIFY2(tooLong.err.contains(u"20000"_s), qPrintable(tooLong.err.left(300)));
        QVERIFY(!QFile::exists(file));
        const CliRun fits = runCli({u"sketch"_s, file}, {}, chain.left(chain.indexOf(" > a2000 ")));
        QCOMPARE(fits.err, QString());
        QCOMPARE(designIn(file).blocks.size(), 2000);
    }
};

QTEST_GUILESS_MAIN(TestSketch)
#include "test_sketch.moc"
