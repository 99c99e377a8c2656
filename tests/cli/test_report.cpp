// groundplan-cli report on the real program.
#include "model/document/document.h"
#include "tests/cli/cli_run.h"
#include "tests/file_bytes.h"
#include "tests/reliability/database.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestCliReport : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};

    QString path(const QString& name) const { return folder_.filePath(name); }
    static bool write(const QString& name, const QByteArray& bytes) {
        QFile file(name);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    /// The words of a PDF file, and what it says about itself.
    static QString pdfWords(const QString& file) {
        QString words;
        for (const QStringList& call :
             {QStringList{u"pdftotext"_s, u"-enc"_s, u"UTF-8"_s, file, u"-"_s}, {u"pdfinfo"_s, file}}) {
            QProcess program;
            program.start(call.first(), call.mid(1));
            if (!program.waitForFinished())
                qFatal("%s does not run", qPrintable(call.first()));
            words += QString::fromUtf8(program.readAllStandardOutput());
        }
        return words.simplified();
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
        const QByteArray bytes = bytesOfFile(path(u"report.pdf"_s));
        QVERIFY(bytes.startsWith("%PDF-1.7"));
        const CliRun streamed = report({u"-o"_s, u"-"_s});
        QCOMPARE(streamed.code, 0);
        QVERIFY(streamed.bytes == bytes);
    }

    void paperAndAuthorAreTaken() {
        QCOMPARE(
            report({u"-o"_s, path(u"letter.pdf"_s), u"--paper"_s, u"Letter"_s, u"--author"_s, u"Ada"_s}).code,
            0);
        const QByteArray letter = bytesOfFile(path(u"letter.pdf"_s));
        QCOMPARE(report({u"-o"_s, path(u"a4.pdf"_s), u"--paper"_s, u"a4"_s}).code, 0);
        QVERIFY(!letter.isEmpty() && letter != bytesOfFile(path(u"a4.pdf"_s)));
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
        QVERIFY(!bytesOfFile(path(u"back.gplan"_s)).contains("secret"));
        QCOMPARE(back({u"--with-history"_s}).code, 0);
        QVERIFY(bytesOfFile(path(u"back.gplan"_s)).contains("secret"));
        QCOMPARE(runCli({u"redo"_s, path(u"back.gplan"_s)}).code, 0);
        QCOMPARE(report({u"-o"_s, path(u"x.pdf"_s), u"--with-history"_s, u"--no-source"_s}).code, 2);
    }

    /// Every format and the report of a version is what the board, gone back to it, would give.
    void anyMomentIsHandedOut() {
        const QString file = path(u"moments.gplan"_s);
        const auto done = [](const QStringList& words) {
            const CliRun run = runCli(words, {u"SOURCE_DATE_EPOCH=1700000000"_s});
            if (run.code != 0 || !(run.err.isEmpty() || run.err.contains(u"Mermaid has no place for"_s)))
                qFatal("%s", qPrintable(run.err));
        };
        done({u"new"_s, file, u"--case"_s, u"churn"_s});
        done({u"sketch"_s, file, u"client > gateway > ranking \"Ranker\""_s});
        done({u"version"_s, file, u"Sent to review"_s});
        QVERIFY(QFile::copy(file, path(u"then.gplan"_s)));
        done({u"sketch"_s, file, u"ranking > \"later\"; ranker: p99 <= 60 ms"_s});
        const QByteArray entries = runCli({u"history"_s, file, u"--json"_s}).bytes;
        const qsizetype last = entries.count("\"number\"");
        QVERIFY(last >= 3);
        for (const QString& format : {u"pdf"_s, u"png"_s, u"svg"_s, u"dot"_s, u"json"_s, u"mmd"_s,
                                      u"drawio"_s, u"html"_s, u"md"_s, u"report"_s}) {
            const bool isReport = format == "report"_L1;
            const auto written = [&](const QString& from, const QString& folder, const QStringList& more) {
                if (!QDir(folder_.path()).mkpath(folder))
                    qFatal("no folder");
                const QString out = path(folder + (isReport ? u"/report.pdf"_s : u"/out."_s + format));
                done(QStringList{isReport ? u"report"_s : u"export"_s, from, u"-o"_s, out} + more);
                return bytesOfFile(out);
            };
            const bool carries = isReport || format == "pdf"_L1 || format == "png"_L1 || format == "svg"_L1;
            const QStringList bare = carries ? QStringList{u"--no-source"_s} : QStringList();
            const QString name = u"sent to REVIEW"_s;
            const QByteArray then =
                written(path(u"then.gplan"_s), u"then"_s, QStringList{u"--at"_s, name} + bare);
            QVERIFY(!then.isEmpty());
            QVERIFY2(written(file, u"at"_s, QStringList{u"--at"_s, name} + bare) == then, qPrintable(format));
            QVERIFY(written(file, u"now"_s, bare) != then);
            QVERIFY2(written(file, u"last"_s, QStringList{u"--at"_s, QString::number(last)} + bare) ==
                         written(file, u"now"_s, bare),
                     qPrintable(format));
            if (!carries)
                continue;
            // What it carries is that moment's design, and no more.
            written(file, u"at"_s, {u"--at"_s, name});
            done({u"import"_s, path(isReport ? u"at/report.pdf"_s : u"at/out."_s + format), u"-o"_s,
                  path(u"back.gplan"_s), u"--force"_s});
            QCOMPARE(runCli({u"diff"_s, path(u"then.gplan"_s), path(u"back.gplan"_s)}).out,
                     u"Nothing differs.\n"_s);
            QVERIFY(!bytesOfFile(path(u"back.gplan"_s)).contains("later"));
        }
        QCOMPARE(
            runCli({u"export"_s, file, u"-o"_s, u"-"_s, u"--format"_s, u"dot"_s, u"--at"_s, u"0"_s}).code, 0);

        const auto refused = [&](const QStringList& words) {
            const CliRun run = runCli(words);
            return run.code == 2 ? run.err.trimmed().section(u": "_s, 1) : QString::number(run.code);
        };
        const QString out = path(u"never.pdf"_s);
        for (const QString& command : {u"export"_s, u"report"_s}) {
            QCOMPARE(refused({command, file, u"-o"_s, out, u"--at"_s, u"Sent"_s}),
                     u"There is no version “Sent”: there are “Sent to review”."_s);
            QCOMPARE(refused({command, file, u"-o"_s, out, u"--at"_s, u"99"_s}),
                     u"The history has no entry 99."_s);
            QCOMPARE(
                refused({command, file, u"-o"_s, out, u"--at"_s, u"1"_s, u"--with-history"_s}),
                u"--with-history and --at exclude each other: the history goes on behind that moment."_s);
        }
        QVERIFY(!QFile::exists(out));
        const CliRun many = runCli({u"export"_s, file, path(u"board.gplan"_s), u"--format"_s, u"dot"_s,
                                    u"-d"_s, path(u"many"_s), u"--at"_s, u"Sent to review"_s});
        QCOMPARE(many.code, 2);
        QVERIFY2(
            many.err.contains(path(u"board.gplan"_s) + u": There is no version “Sent to review”: none"_s),
            qPrintable(many.err));
        QVERIFY(QFile::exists(path(u"many/moments.dot"_s)));
    }

    /// What is handed out of a version says which one it is, and when that was: two of them differ in words.
    void whatIsHandedOutNamesItsVersion() {
        const QString file = path(u"named.gplan"_s);
        for (const QStringList& words : {QStringList{u"sketch"_s, file, u"client > gateway"_s},
                                         {u"version"_s, file, u"Draft"_s},
                                         {u"sketch"_s, file, u"gateway > ranking"_s},
                                         {u"version"_s, file, u"Sent to review"_s},
                                         {u"version"_s, file, u"Empty"_s, u"--at"_s, u"0"_s}})
            QCOMPARE(runCli(words).code, 0);
        const auto document = Document::open(file, Document::Use::Reader);
        QVERIFY(document);
        const QList<Version> versions = (*document)->versions();
        QCOMPARE(versions.size(), 3);
        const QString day = (*document)->history().first().time.toUTC().toString(u"yyyy-MM-dd HH:mm"_s);
        const QString second = (*document)->history().first().time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s);
        const QString begun = u"The beginning, before the first edit"_s;
        const QList<std::pair<QString, QString>> moments = {
            {u"draft"_s, u"Version of %1 UTC: “Draft”"_s.arg(day)},
            {u"Sent to review"_s, u"Sent to review”"_s},
            {u"1"_s, u"Version of %1 UTC"_s.arg(second)},
            {u"0"_s, begun},
            // Its own time, not that of the name.
            {u"empty"_s, begun + u": “Empty”"_s}};
        for (const auto& [moment, words] : moments) {
            for (const QString& format : {u"md"_s, u"html"_s, u"pdf"_s, u"report"_s}) {
                const bool isReport = format == "report"_L1;
                const QString out = path(isReport ? u"named.report.pdf"_s : u"named."_s + format);
                QCOMPARE(runCli({isReport ? u"report"_s : u"export"_s, file, u"-o"_s, out, u"--at"_s, moment},
                                {u"SOURCE_DATE_EPOCH=1700000000"_s})
                             .code,
                         0);
                const bool isText = format == "md"_L1 || format == "html"_L1;
                const QString said = isText ? QString::fromUtf8(bytesOfFile(out)) : pdfWords(out);
                QVERIFY2(said.contains(words), qPrintable(format + u": "_s + said.left(2000)));
                QVERIFY2(said.contains(u"exported 2023-11-14"_s), qPrintable(format));
                QCOMPARE(said.contains(u"Draft"_s), moment == u"draft"_s);
                QCOMPARE(said.contains(u"Sent to review"_s), moment == u"Sent to review"_s);
            }
        }
        const CliRun now = runCli({u"export"_s, file, u"-o"_s, u"-"_s, u"--format"_s, u"md"_s});
        QVERIFY(!now.out.contains(u"Version of"_s) && !now.out.contains(u"exported"_s));
        // Pictures have no head that says it: it is in what is known of them.
        for (const QString& moment : {u"draft"_s, QString()}) {
            const bool past = !moment.isEmpty();
            const QString svg = path(u"named.svg"_s);
            const QString png = path(u"named.png"_s);
            for (const QString& out : {svg, png}) {
                QStringList words{u"export"_s, file, u"-o"_s, out};
                if (past)
                    words << u"--at"_s << moment;
                QCOMPARE(runCli(words).code, 0);
            }
            const QString about = u"Version of %1 UTC: “Draft”"_s.arg(day);
            QCOMPARE(bytesOfFile(svg).contains(u"<dc:description>%1</dc:description>"_s.arg(about).toUtf8()),
                     past);
            QCOMPARE(QImage(png).text(u"Description"_s), past ? about : QString());
        }
    }

    /// A session that was begun later was not about the design as it was then.
    void aMomentHasTheSessionsBegunByThen() {
        const QString file = path(u"sessions.gplan"_s);
        for (const QString& line : {u"client > gateway"_s, u"gateway > ranking"_s})
            QCOMPARE(runCli({u"sketch"_s, file, line}).code, 0);
        {
            const auto document = Document::open(file, Document::Use::CommandLine);
            QVERIFY(document);
            PracticeSession session;
            session.framework = u"cheat-sheet"_s;
            session.state = SessionState::Ended;
            session.elapsed = 60'000;
            session.steps = {{u"requirements"_s, 300'000, 60'000}};
            session.id = 1;
            session.started = QDateTime::currentDateTimeUtc().addSecs(-3600);
            session.beat = session.started.addSecs(60);
            QVERIFY((*document)->keepSession(session));
            session.id = 2;
            session.started = QDateTime::currentDateTimeUtc().addSecs(3600);
            session.beat = session.started.addSecs(60);
            session.steps.first().used = 50'000;
            QVERIFY((*document)->keepSession(session));
        }
        const auto sessionsAt = [&](const QString& moment) {
            const QString out = path(u"sessions.pdf"_s);
            QList<qint64> ids;
            if (runCli({u"report"_s, file, u"-o"_s, out, u"--at"_s, moment}).code != 0 ||
                runCli({u"import"_s, out, u"-o"_s, path(u"back.gplan"_s), u"--force"_s}).code != 0)
                return ids;
            const auto back = Document::open(path(u"back.gplan"_s), Document::Use::Reader);
            for (const PracticeSession& session : back ? (*back)->sessions() : QList<PracticeSession>())
                ids.append(session.id);
            return ids;
        };
        QCOMPARE(sessionsAt(u"0"_s), QList<qint64>());
        QCOMPARE(sessionsAt(u"1"_s), QList<qint64>{1});
        QCOMPARE(sessionsAt(u"2"_s), (QList<qint64>{1, 2}));
        const auto page = [&](const QString& moment) {
            return runCli({u"export"_s, file, u"-o"_s, u"-"_s, u"--format"_s, u"md"_s, u"--at"_s, moment},
                          {u"SOURCE_DATE_EPOCH=1700000000"_s})
                .out;
        };
        QVERIFY(!page(u"0"_s).contains(u"Time use of"_s));
        QVERIFY2(page(u"1"_s).contains(u"Time use of"_s), qPrintable(page(u"1"_s)));
        QVERIFY(page(u"1"_s).section(u"Time use of"_s, 1) != page(u"2"_s).section(u"Time use of"_s, 1));
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
        const QByteArray page = bytesOfFile(path(u"page.HTM"_s));
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.contains(">Ada \u00b7 "));
        QVERIFY(exported(u"-"_s, {u"--format"_s, u"html"_s, u"--author"_s, u"Ada"_s}) == page);

        exported(path(u"next plan.md"_s));
        const QByteArray text = bytesOfFile(path(u"next plan.md"_s));
        QVERIFY(text.contains("(next%20plan.diagram.svg)") && text.contains("```mermaid\n"));
        exported(path(u"whole.svg"_s), {u"--no-source"_s});
        QVERIFY(!bytesOfFile(path(u"whole.svg"_s)).isEmpty());
        const QByteArray whole = bytesOfFile(path(u"whole.svg"_s));
        QVERIFY(bytesOfFile(path(u"next plan.diagram.svg"_s)).startsWith(whole));
        QVERIFY(bytesOfFile(path(u"next plan.diagram.svg"_s)).size() <
                whole.size() + 150); // the mark that it is ours
        // Standard output has nothing beside it.
        const QByteArray streamed = exported(u"-"_s, {u"--format"_s, u"md"_s});
        QVERIFY(!streamed.contains(".svg)") && streamed.contains("```mermaid\n"));
    }

    void whatMermaidWouldNotShowIsSaid() {
        // One connection more than Mermaid draws.
        QByteArray dot = "digraph {";
        for (int i = 0; i < 251; ++i)
            dot += "a" + QByteArray::number(i) + ";";
        for (int i = 1; i < 251; ++i)
            dot += "a" + QByteArray::number(i) + "->a0;" + "a0->a" + QByteArray::number(i) + ";";
        QVERIFY(write(path(u"most.dot"_s), dot + "}"));
        QVERIFY(write(path(u"more.dot"_s), dot + "a1->a2;}"));
        const QString counts = u"no more than 500 connections and 50000 characters, and "_s;
        for (const QString& name : {u"most"_s, u"more"_s}) {
            QCOMPARE(runCli({u"import"_s, path(name + u".dot"_s), u"-o"_s, path(name + u".gplan"_s)}).code,
                     0);
            const auto exported = [&](const QString& ending) {
                return runCli({u"export"_s, path(name + u".gplan"_s), u"-o"_s, path(name + ending)});
            };
            const CliRun flowchart = exported(u".mmd"_s);
            const CliRun document = exported(u".md"_s);
            const QByteArray text = bytesOfFile(path(name + u".md"_s));
            QCOMPARE(flowchart.code + document.code, 0);
            QVERIFY(bytesOfFile(path(name + u".mmd"_s)).contains("a249 --> a0\n"));
            QVERIFY(text.contains("](" + name.toUtf8() + ".diagram.svg)"));
            if (name == "most"_L1) {
                QCOMPARE(flowchart.err + document.err, QString());
                QVERIFY(text.contains("```mermaid"));
                continue;
            }
            QVERIFY2(flowchart.err.contains(counts + u"this diagram has 501 and"_s),
                     qPrintable(flowchart.err));
            QVERIFY2(flowchart.err.contains(u"raise maxEdges and maxTextSize"_s), qPrintable(flowchart.err));
            QVERIFY2(document.err.contains(counts + u"it has 501 and"_s), qPrintable(document.err));
            QVERIFY(!text.contains("```mermaid"));
            QVERIFY(text.contains(counts.toUtf8() + "it has 501 and"));
            QVERIFY(text.size() < 200'000);
        }
    }

    void whatAFlowchartHasNoPlaceForIsSaid() {
        const QString file = path(u"places.gplan"_s);
        const auto said = [&](const QString& line) {
            if (runCli({u"sketch"_s, file, line}).code != 0)
                return u"not sketched"_s;
            return runCli({u"export"_s, file, u"-o"_s, path(u"places.mmd"_s)}).err;
        };
        QCOMPARE(said(u"client > gateway"_s), QString());
        const QString metrics = said(u"gateway: p99 <= 60 ms"_s);
        QVERIFY2(metrics.contains(u"Mermaid has no place for them: metrics."_s), qPrintable(metrics));
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
