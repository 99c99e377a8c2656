// groundplan-cli frameworks, cases, new --case and progress on the real program.
#include "tests/cli/cli_run.h"
#include "tests/places.h"
#include "tests/reliability/database.h"

#include "model/document/document.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestTemplates : public QObject {
    Q_OBJECT

    QTemporaryDir folder_{temporaryTemplate()};

    QString write(const QString& name, const QByteArray& text) const {
        QFile file(folder_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return file.fileName();
    }
    static QJsonObject json(const CliRun& run) { return QJsonDocument::fromJson(run.bytes).object(); }

private Q_SLOTS:
    void lists() {
        const CliRun frameworks = runCli({u"frameworks"_s});
        QCOMPARE(frameworks.err, QString());
        QCOMPARE(frameworks.code, 0);
        QCOMPARE(frameworks.out.count(u'\n'), 6);
        QVERIFY(frameworks.out.startsWith(u"cheat-sheet "_s));
        QCOMPARE(runCli({u"frameworks"_s, u"list"_s}).out, frameworks.out);
        const CliRun cases = runCli({u"cases"_s});
        QCOMPARE(cases.code, 0);
        QVERIFY(cases.out.count(u'\n') >= 30);
        QVERIFY(cases.out.contains(u"violent-video-detection"_s));
    }

    void shows() {
        const CliRun framework = runCli({u"frameworks"_s, u"show"_s, u"cheat-sheet"_s});
        QCOMPARE(framework.code, 0);
        QVERIFY(framework.out.contains(u"Clarify (6 min)\n"_s));
        // The facts are only for those who ask.
        const CliRun vague = runCli({u"cases"_s, u"show"_s, u"churn"_s});
        const CliRun whole = runCli({u"cases"_s, u"show"_s, u"churn"_s, u"--facts"_s});
        QVERIFY(!vague.out.contains(u"When asked:"_s));
        QVERIFY(whole.out.startsWith(vague.out));
        QVERIFY(whole.out.contains(u"When asked:"_s));
        QVERIFY(whole.out.contains(u"Traps:"_s));
        for (const QString& line : {u"Source: "_s, u"Frameworks that fit: "_s, u"Reference designs: churn"_s})
            QVERIFY2(whole.out.contains(line), qPrintable(whole.out));
    }

    void wrongUse_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("no such framework")
            << QStringList{u"frameworks"_s, u"show"_s, u"none"_s} << u"There is no framework “none”"_s;
        QTest::newRow("no such case")
            << QStringList{u"cases"_s, u"show"_s, u"none"_s} << u"There is no case “none”"_s;
        QTest::newRow("nothing named")
            << QStringList{u"cases"_s, u"show"_s} << u"nothing named behind “show”"_s;
        QTest::newRow("no such action")
            << QStringList{u"cases"_s, u"print"_s, u"churn"_s} << u"“print” is none of"_s;
        QTest::newRow("one too many")
            << QStringList{u"cases"_s, u"list"_s, u"churn"_s} << u"“churn” is one too many"_s;
        QTest::newRow("new case") << QStringList{u"new"_s, u"x.gplan"_s, u"--case"_s, u"none"_s}
                                  << u"There is no case “none”"_s;
        QTest::newRow("case and example")
            << QStringList{u"new"_s,   u"x.gplan"_s,   u"--case"_s,
                           u"churn"_s, u"--example"_s, u"video-recommendation"_s}
            << u"exclude each other"_s;
        QTest::newRow("new framework") << QStringList{u"new"_s, u"x.gplan"_s, u"--framework"_s, u"none"_s}
                                       << u"There is no framework “none”"_s;
    }
    void wrongUse() {
        QFETCH(QStringList, words);
        QFETCH(QString, said);
        const CliRun run = runCli(words);
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains(said), qPrintable(run.err));
        QVERIFY(!QFile::exists(u"x.gplan"_s));
    }

    void validates() {
        const QString good = projectPath("templates/frameworks/cheat-sheet.json");
        CliRun run = runCli({u"frameworks"_s, u"validate"_s, good});
        QCOMPARE(run.code, 0);
        QCOMPARE(run.out, u"“%1” is sound.\n"_s.arg(good));
        const QString broken =
            write(u"broken.json"_s, R"({"name": "mine", "title": "Mine", "summary": "S", "source": "me",
            "steps": [{"name": "a", "title": "A", "minutes": -1},
                      {"name": "b", "title": "B", "prompts": [{"name": "p", "text": "P", "evidence": [{"block": "no-kind"}]}]}]})");
        run = runCli({u"frameworks"_s, u"validate"_s, broken});
        QCOMPARE(run.code, 3);
        QVERIFY2(run.err.contains(u"step “a”, key “minutes”"_s), qPrintable(run.err));
        QVERIFY2(run.err.contains(u"“no-kind” is not known as a block"_s), qPrintable(run.err));
        run = runCli({u"cases"_s, u"validate"_s, projectPath("templates/cases/churn.json")});
        QCOMPARE(run.code, 0);
        run = runCli({u"cases"_s, u"validate"_s, u"nowhere.json"_s});
        QCOMPARE(run.code, 3);
    }

    void onlyFilesAreValidated() {
        const auto said = [](const QString& path) {
            const CliRun run = runCli({u"frameworks"_s, u"validate"_s, path});
            return run.code == 3 ? run.err : QString::number(run.code);
        };
        QVERIFY(said(folder_.path()).contains(u"is a folder"_s));
        QVERIFY(said(u"/dev/zero"_s).contains(u"is a pipe or a device"_s));
        QVERIFY(said(folder_.filePath(u"none.json"_s)).contains(u"does not exist"_s));
    }
    void anUnknownFolderIsRefused() {
        const CliRun run = runCli({u"frameworks"_s, u"--templates"_s, folder_.filePath(u"none"_s)});
        QCOMPARE(run.code, 3);
        QVERIFY2(run.err.contains(u"is no folder"_s), qPrintable(run.err));
    }
    void whatIsMissingInACaseIsSaid() {
        const QString few =
            write(u"few.json"_s, R"({"name": "few", "title": "Few", "area": "x", "source": "me",
            "prompt": "Do it.", "numbers": [{"title": "Users", "value": "many", "topic": "users-count"}],
            "facts": [{"topic": "latency", "topics": ["users-count", "no-topic"], "answer": "100 ms."},
                      {"topic": "latency", "answer": "Fast."}],
            "must": [{"name": "a", "text": "A"}], "references": ["../../etc/passwd"]})");
        const CliRun run = runCli({u"cases"_s, u"validate"_s, few});
        QCOMPARE(run.code, 3);
        for (const QString& said :
             {u"key “facts”: there are 2; a case has 8 at least"_s, u"key “traps”"_s, u"key “follow-ups”"_s,
              u"key “frameworks”"_s, u"fact 2: fact 1 says the same"_s, u"point “a” has no evidence"_s,
              u"number 1, key “value”: “many” cannot be read as the count"_s,
              u"fact 1, key “topics”: “users-count” has its own answer already"_s,
              u"“no-topic” is not known"_s, u"“../../etc/passwd” is not the name of a design"_s})
            QVERIFY2(run.err.contains(said), qPrintable(said + u'\n' + run.err));
    }
    void aPlanHasMinutesAndShortTexts() {
        const auto validate = [this](int minutes, qsizetype letters) {
            // No raw strings in pieces: moc of Qt 6.4 loses the class behind them.
            const QJsonObject step{{u"name"_s, u"a"_s}, {u"title"_s, u"A"_s}, {u"minutes"_s, minutes}};
            const QJsonObject plan{{u"name"_s, u"mine"_s},
                                   {u"title"_s, u"Mine"_s},
                                   {u"summary"_s, QString(letters, u'x')},
                                   {u"source"_s, u"me"_s},
                                   {u"steps"_s, QJsonArray{step}}};
            const QByteArray text = QJsonDocument(plan).toJson();
            return runCli({u"frameworks"_s, u"validate"_s, write(u"plan.json"_s, text)});
        };
        QCOMPARE(validate(3, 4000).code, 0);
        QVERIFY(validate(0, 10).err.contains(u"none of them has minutes"_s));
        QVERIFY(validate(3, 4001).err.contains(u"longer than 4,000 letters"_s));
    }

    void ownTemplatesJoinOurs() {
        QDir(folder_.path()).mkpath(u"own/frameworks"_s);
        write(u"own/frameworks/mine.json"_s,
              R"({"name": "mine", "title": "Mine", "summary": "S", "source": "me",
            "order": 99, "steps": [{"name": "a", "title": "A", "minutes": 3}]})");
        const CliRun run = runCli({u"frameworks"_s, u"--templates"_s, folder_.filePath(u"own"_s)});
        QCOMPARE(run.code, 0);
        QCOMPARE(run.out.count(u'\n'), 7);
        QVERIFY(run.out.contains(u"mine "_s));
    }

    void aNewCaseAndItsProgress() {
        const QString path = folder_.filePath(u"churn.gplan"_s);
        QCOMPARE(runCli({u"progress"_s, path}).code, 3);
        const CliRun made =
            runCli({u"new"_s, path, u"--case"_s, u"churn"_s, u"--framework"_s, u"design-primer"_s});
        QCOMPARE(made.err, QString());
        QCOMPARE(made.code, 0);
        {
            const auto document = Document::open(path, Document::Use::Reader);
            QVERIFY(document);
            const Design& design = (*document)->design();
            QCOMPARE(design.board.practice, u"churn"_s);
            QCOMPARE(design.board.framework, u"design-primer"_s);
            QVERIFY(design.board.task.isEmpty());
            QVERIFY(!design.requirements.isEmpty());
            for (const Requirement& row : design.requirements) {
                QCOMPARE(row.source, Source::Given);
                QVERIFY(!row.shown); // bare numbers crowd the task card
            }
        }
        const QJsonObject before = json(runCli({u"progress"_s, path, u"--json"_s}));
        QCOMPARE(before.value(u"framework"_s).toString(), u"design-primer"_s);
        QCOMPARE(before.value(u"case"_s).toObject().value(u"name"_s).toString(), u"churn"_s);
        QVERIFY(before.value(u"of"_s).toInt() > 50);
        QCOMPARE(
            runCli(
                {u"sketch"_s, path,
                 u"data source > \"payments\" data validation > training > model registry > online prediction"_s})
                .code,
            0);
        const QJsonObject after = json(runCli({u"progress"_s, path, u"--json"_s}));
        QVERIFY(after.value(u"done"_s).toInt() > before.value(u"done"_s).toInt());
        const CliRun said = runCli({u"progress"_s, path});
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.contains(u"[x]"_s));
        QVERIFY(said.out.contains(u"[ ]"_s));
        // By another plan.
        const CliRun other = runCli({u"progress"_s, path, u"--framework"_s, u"cheat-sheet"_s});
        QCOMPARE(other.code, 0);
        QVERIFY(other.out != said.out);
    }

    /// People know connections by their ends.
    void connectionsAreNamedByTheirEnds() {
        const QString path = folder_.filePath(u"example.gplan"_s);
        QCOMPARE(runCli({u"new"_s, path, u"--example"_s, u"video-recommendation"_s}).code, 0);
        const CliRun said = runCli({u"progress"_s, path});
        QVERIFY2(said.out.contains(u" → "_s), qPrintable(said.out));
        static const QRegularExpression rawId(u"\\d{12,}"_s);
        QVERIFY2(!rawId.match(said.out).hasMatch(), qPrintable(said.out));
    }

    void aBoardWithoutAPlan() {
        const QString path = folder_.filePath(u"plain.gplan"_s);
        QCOMPARE(runCli({u"new"_s, path}).code, 0);
        const CliRun run = runCli({u"progress"_s, path});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains(u"follows no framework"_s), qPrintable(run.err));
        QCOMPARE(runCli({u"progress"_s, path, u"--framework"_s, u"cheat-sheet"_s}).code, 0);
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestTemplates)
#include "test_templates.moc"
