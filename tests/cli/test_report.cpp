// groundplan-cli report on the real program.
#include "tests/cli/cli_run.h"
#include "tests/reliability/database.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestCliReport : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};

    QString path(const QString& name) const { return folder_.filePath(name); }
    static QByteArray bytesOf(const QString& name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    CliRun report(const QStringList& words) const {
        return runCli(QStringList{u"report"_s, path(u"board.gplan"_s)} + words,
                      {u"SOURCE_DATE_EPOCH=1700000000"_s});
    }

private Q_SLOTS:
    void initTestCase() {
        const CliRun run = runCli({u"new"_s, path(u"board.gplan"_s), u"--example"_s, u"churn"_s});
        QCOMPARE(run.err, QString());
    }

    void aFileAndStandardOutputAreTheSame() {
        const CliRun file = report({u"-o"_s, path(u"report.pdf"_s)});
        QCOMPARE(file.err, QString());
        QCOMPARE(file.code, 0);
        const QByteArray bytes = bytesOf(path(u"report.pdf"_s));
        QVERIFY(bytes.startsWith("%PDF-1.7"));
        const CliRun streamed = report({u"-o"_s, u"-"_s});
        QCOMPARE(streamed.code, 0);
        QVERIFY(streamed.bytes == bytes);
    }

    void paperAndAuthorAreTaken() {
        QCOMPARE(
            report({u"-o"_s, path(u"letter.pdf"_s), u"--paper"_s, u"Letter"_s, u"--author"_s, u"Ada"_s}).code,
            0);
        const QByteArray letter = bytesOf(path(u"letter.pdf"_s));
        QCOMPARE(report({u"-o"_s, path(u"a4.pdf"_s), u"--paper"_s, u"a4"_s}).code, 0);
        QVERIFY(!letter.isEmpty() && letter != bytesOf(path(u"a4.pdf"_s)));
    }

    void theDesignTravelsInside() {
        const auto text = [this](const QString& file) { return runCli({u"text"_s, path(file)}).bytes; };
        const auto back = [this](const QStringList& words) {
            report(QStringList{u"-o"_s, path(u"carrier.pdf"_s)} + words);
            return runCli(
                {u"import"_s, path(u"carrier.pdf"_s), u"-o"_s, path(u"back.gplan"_s), u"--force"_s});
        };
        const CliRun run = back({});
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 0);
        QVERIFY(!text(u"back.gplan"_s).isEmpty());
        QCOMPARE(text(u"back.gplan"_s), text(u"board.gplan"_s));
        QCOMPARE(runCli({u"diff"_s, path(u"board.gplan"_s), path(u"back.gplan"_s)}).code, 0);
        QCOMPARE(runCli({u"undo"_s, path(u"back.gplan"_s)}).code, 2); // nothing to undo
        const CliRun none = back({u"--no-source"_s});
        QCOMPARE(none.code, 3);
        QVERIFY2(none.err.contains(u"there is no Groundplan design in it"_s), qPrintable(none.err));
        QVERIFY(runCli({u"sketch"_s, path(u"board.gplan"_s), u"secret > word"_s}).code == 0);
        QVERIFY(runCli({u"undo"_s, path(u"board.gplan"_s)}).code == 0);
        QCOMPARE(back({}).code, 0);
        QVERIFY(!bytesOf(path(u"back.gplan"_s)).contains("secret"));
        QCOMPARE(back({u"--with-history"_s}).code, 0);
        QVERIFY(bytesOf(path(u"back.gplan"_s)).contains("secret"));
        QCOMPARE(runCli({u"redo"_s, path(u"back.gplan"_s)}).code, 0);
        QCOMPARE(report({u"-o"_s, path(u"x.pdf"_s), u"--with-history"_s, u"--no-source"_s}).code, 2);
    }

    void aWebPageAndMarkdownAreExported() {
        const auto exported = [this](const QString& name, const QStringList& more = {}) {
            const CliRun run = runCli(QStringList{u"export"_s, path(u"board.gplan"_s), u"-o"_s, name} + more,
                                      {u"SOURCE_DATE_EPOCH=1700000000"_s});
            if (run.code != 0 || !run.err.isEmpty())
                qFatal("%s", qPrintable(run.err));
            return run.bytes;
        };
        exported(path(u"page.HTM"_s), {u"--author"_s, u"Ada"_s});
        const QByteArray page = bytesOf(path(u"page.HTM"_s));
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.contains(">Ada \u00b7 "));
        QVERIFY(exported(u"-"_s, {u"--format"_s, u"html"_s, u"--author"_s, u"Ada"_s}) == page);

        exported(path(u"next plan.md"_s));
        const QByteArray text = bytesOf(path(u"next plan.md"_s));
        QVERIFY(text.contains("(next%20plan.svg)") && text.contains("```mermaid\n"));
        exported(path(u"whole.svg"_s), {u"--no-source"_s});
        QVERIFY(!bytesOf(path(u"whole.svg"_s)).isEmpty());
        QVERIFY(bytesOf(path(u"next plan.svg"_s)) == bytesOf(path(u"whole.svg"_s)));
        // Standard output has nothing beside it.
        const QByteArray streamed = exported(u"-"_s, {u"--format"_s, u"md"_s});
        QVERIFY(!streamed.contains(".svg)") && streamed.contains("```mermaid\n"));
    }

    void whatADocumentHasNoUseForIsSaid() {
        const auto refused = [this](const QStringList& words) {
            const CliRun run = runCli(QStringList{u"export"_s, path(u"board.gplan"_s), u"-o"_s} + words);
            return run.code == 2 ? run.err.trimmed().section(u": "_s, 1) : QString::number(run.code);
        };
        QCOMPARE(refused({path(u"a.html"_s), u"--dark"_s}), u"HTML has no dark theme: leave --dark out."_s);
        QCOMPARE(refused({path(u"a.md"_s), u"--scale"_s, u"2"_s}),
                 u"--scale is for PNG: Markdown has no pixels."_s);
        QCOMPARE(refused({path(u"a.mmd"_s), u"--author"_s, u"Ada"_s}),
                 u"Mermaid names no author: leave --author out."_s);
        QVERIFY(!QFile::exists(path(u"a.html"_s)));
    }

    void wrongUseIsSaid() {
        const CliRun run = report({u"-o"_s, path(u"none.pdf"_s), u"--paper"_s, u"a5"_s});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains(u"choose a4 or letter"_s), qPrintable(run.err));
        QVERIFY(!QFile::exists(path(u"none.pdf"_s)));
        QCOMPARE(runCli({u"report"_s, path(u"missing.gplan"_s), u"-o"_s, path(u"none.pdf"_s)}).code, 3);
        QCOMPARE(report({u"-o"_s, path(u"missing/report.pdf"_s)}).code, 4);
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestCliReport)
#include "test_report.moc"
