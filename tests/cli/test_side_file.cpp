// What the program writes beside the file that was named must not take the place of somebody's work.
#include "tests/cli/cli_run.h"
#include "tests/file_bytes.h"
#include "tests/reliability/database.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestSideFile : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};

    QString path(const QString& name) const { return folder_.filePath(name); }
    CliRun exported(const QString& out, const QStringList& more = {}) const {
        return runCli(QStringList{u"export"_s, path(u"board.gplan"_s), u"-o"_s, out} + more);
    }
    QString inTheWay(const QString& name) const {
        return u"groundplan-cli: “%1” is where the diagram of “%2” goes, but holds something else: choose "
               "another name, or replace it with --force.\n"_s.arg(path(name + u".diagram.svg"_s),
                                                                   path(name + u".md"_s));
    }

private Q_SLOTS:
    void initTestCase() {
        QCOMPARE(runCli({u"sketch"_s, path(u"board.gplan"_s), u"client > gateway"_s}).code, 0);
    }

    void thePictureOfSomebodyElseStays_data() {
        QTest::addColumn<QByteArray>("picture");
        QTest::newRow("drawn elsewhere") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        QTest::newRow("empty") << QByteArray();
        for (const QString& option : {u"--no-source"_s, u"--dark"_s}) { // the latter with the design inside
            QCOMPARE(exported(path(u"own.svg"_s), {option}).code, 0);
            QTest::addRow("exported for itself, %s", qPrintable(option)) << bytesOfFile(path(u"own.svg"_s));
        }
        QCOMPARE(exported(path(u"own.md"_s)).code, 0);
        QTest::newRow("changed since")
            << bytesOfFile(path(u"own.diagram.svg"_s)).replace("API gateway", "Front door");
        QTest::newRow("continued") << bytesOfFile(path(u"own.diagram.svg"_s)) + "<!-- mine -->\n";
    }
    void thePictureOfSomebodyElseStays() {
        QFETCH(QByteArray, picture);
        writeFile(path(u"plan.diagram.svg"_s), picture);
        QFile::remove(path(u"plan.md"_s));
        const CliRun refused = exported(path(u"plan.md"_s));
        QCOMPARE(refused.err, inTheWay(u"plan"_s));
        QCOMPARE(refused.code, 4);
        QVERIFY(bytesOfFile(path(u"plan.diagram.svg"_s)) == picture);
        QVERIFY(!QFile::exists(path(u"plan.md"_s)));
        const CliRun forced = exported(path(u"plan.md"_s), {u"--force"_s});
        QCOMPARE(forced.err, QString());
        QCOMPARE(forced.code, 0);
        QVERIFY(bytesOfFile(path(u"plan.diagram.svg"_s)).contains("API gateway"));
        QVERIFY(bytesOfFile(path(u"plan.md"_s)).contains("(plan.diagram.svg)"));
    }

    void whatAnExportLeftIsReplaced() {
        const QString other = path(u"other.gplan"_s);
        QCOMPARE(runCli({u"sketch"_s, other, u"events > kafka"_s}).code, 0);
        for (const QString& from : {path(u"board.gplan"_s), other, path(u"board.gplan"_s)}) {
            const CliRun run = runCli({u"export"_s, from, u"-o"_s, path(u"again.md"_s)});
            QCOMPARE(run.err, QString());
            QCOMPARE(run.code, 0);
            QCOMPARE(bytesOfFile(path(u"again.diagram.svg"_s)).contains("Kafka"), from == other);
        }
    }

    void oneOfManyIsSaid() {
        QVERIFY(QDir().mkpath(path(u"many"_s)));
        for (const QString& name : {u"one"_s, u"two"_s})
            QVERIFY(QFile::copy(path(u"board.gplan"_s), path(name + u".gplan"_s)));
        writeFile(path(u"many/one.diagram.svg"_s), "mine");
        const QStringList words{
            u"export"_s, path(u"one.gplan"_s), path(u"two.gplan"_s), u"--format"_s, u"md"_s,
            u"-d"_s,     path(u"many"_s)};
        const CliRun run = runCli(words);
        QCOMPARE(run.code, 4);
        QVERIFY2(run.err.contains(inTheWay(u"many/one"_s)), qPrintable(run.err));
        QVERIFY(bytesOfFile(path(u"many/one.diagram.svg"_s)) == "mine");
        QVERIFY(QFile::exists(path(u"many/two.md"_s)) && QFile::exists(path(u"many/two.diagram.svg"_s)));
        QCOMPARE(runCli(words + QStringList{u"--force"_s}).code, 0);
        QVERIFY(bytesOfFile(path(u"many/one.diagram.svg"_s)).contains("API gateway"));
    }

    /// The board's own picture has another name.
    void bothFormatsHaveRoomInOneFolder() {
        QCOMPARE(exported(path(u"both.svg"_s)).code, 0);
        const QByteArray picture = bytesOfFile(path(u"both.svg"_s));
        QCOMPARE(exported(path(u"both.md"_s)).code, 0);
        QVERIFY(bytesOfFile(path(u"both.svg"_s)) == picture);
        QVERIFY(bytesOfFile(path(u"both.md"_s)).contains("(both.diagram.svg)"));
    }

    void aStreamHasNothingBeside() {
        const CliRun through = exported(u"/dev/stdout"_s, {u"--format"_s, u"md"_s});
        QCOMPARE(through.code, 0);
        QVERIFY(through.bytes.contains("```mermaid\n") && !through.bytes.contains(".svg)"));
        QVERIFY(!QFile::exists(u"/dev/stdout.diagram.svg"_s));
    }

    void aFolderIsInTheWay() {
        QVERIFY(QDir().mkpath(path(u"folder.diagram.svg"_s)));
        QCOMPARE(exported(path(u"folder.md"_s)).err, inTheWay(u"folder"_s));
        QCOMPARE(exported(path(u"folder.md"_s), {u"--force"_s}).code, 4);
        QVERIFY(!QFile::exists(path(u"folder.md"_s)));
    }

    void otherFormatsHaveNothingBeside() {
        QCOMPARE(exported(path(u"x.pdf"_s), {u"--force"_s}).code, 0);
        QVERIFY(!QFile::exists(path(u"x.diagram.svg"_s)));
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestSideFile)
#include "test_side_file.moc"
