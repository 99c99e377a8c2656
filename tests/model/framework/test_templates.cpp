#include "model/framework/templates.h"

#include "tests/model/framework/shipped.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

class TestTemplates : public QObject {
    Q_OBJECT

    struct Root {
        QTemporaryDir folder;
        void write(const QString& name, const QByteArray& json) const {
            QDir().mkpath(QFileInfo(folder.filePath(name)).path());
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
        }
        Templates load(QStringList& problems) const {
            return Templates::load({folder.path()}, catalogue(), &problems);
        }
    };

    static constexpr auto kTopics = R"({"source": "us", "topics": [
        {"name": "latency", "group": "time", "question": "How fast?", "quantity": "time", "words": ["How  Fast"]},
        {"name": "users-count", "group": "users", "question": "How many users?"}],
        "decisions": [{"name": "model-choice", "title": "Which model", "question": "Which model?",
                       "words": ["Which Model"]}]})";
    static constexpr auto kSheet =
        R"({"name": "data", "title": "Data sheet", "source": "us", "groups": ["sources"],
        "sections": [{"name": "target", "title": "Target", "fields": [
            {"name": "split", "title": "Split", "form": "choice",
             "choices": [{"name": "time", "title": "By time"}]},
            {"name": "target", "title": "Target"}]}]})";
    static QByteArray framework(const QByteArray& prompts) {
        return R"({"name": "mine", "title": "Mine", "summary": "S", "source": "us", "steps": [
            {"name": "clarify", "title": "Clarify", "minutes": 5, "prompts": [)" +
               prompts + "]}]}";
    }

private Q_SLOTS:
    void everythingIsRead() {
        Root root;
        root.write(u"topics/t.json"_s, kTopics);
        root.write(u"sheets/data.json"_s, kSheet);
        root.write(u"frameworks/mine.json"_s, framework(R"(
            {"name": "fast", "text": "Ask how fast.", "points": ["Slow is bad."], "evidence": [{"requirement": "latency"}]},
            {"name": "split", "text": "Split.", "layer": "operations", "evidence": [{"field": "data.split"}]},
            {"name": "model", "text": "Choose.", "evidence": [{"decision": "model-choice", "options": 3, "chosen": true}],
             "answer": {"decision": "model-choice", "question": "Which model?", "options": ["Baseline", "Deep"]}},
            {"name": "say", "text": "Say it."})"));
        root.write(u"cases/video.json"_s, R"({"name": "video", "title": "Video", "area": "recommendation",
            "difficulty": "hard", "source": "us", "prompt": "Recommend.", "numbers": [{"title": "Viewers", "value": "100M"}],
            "facts": [{"topic": "latency", "words": ["p99"], "answer": "150 ms."}, {"question": "Ads?", "answer": "No."}],
            "must": [{"name": "fast", "text": "It is fast.", "evidence": [{"metric": "non-functional", "target": true}]}],
            "traps": [{"name": "late", "text": "Late."}], "follow-ups": [{"name": "ten", "text": "Ten times.", "points": ["Shard."]}],
            "frameworks": ["mine"]})");
        QStringList problems;
        const Templates templates = root.load(problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(templates.topics().size(), 2);
        QCOMPARE(templates.topics().first().name, u"users-count"_s); // by group
        QCOMPARE(templates.topic(u"latency"_s)->quantity, Quantity::Time);
        QCOMPARE(templates.field(u"data.split"_s)->choices.first().name, u"time"_s);
        QVERIFY(!templates.field(u"data.none"_s));
        QCOMPARE(templates.sheetsFor(u"event-stream"_s, catalogue()).size(), 1);
        QCOMPARE(templates.sheetsFor(u"ranking"_s, catalogue()).size(), 0);
        QCOMPARE(templates.sheetsFor({}, catalogue()).size(), 0);
        const Framework* mine = templates.framework(u"mine"_s);
        QVERIFY(mine);
        const QList<Prompt>& prompts = mine->steps.first().prompts;
        QCOMPARE(prompts.size(), 4);
        QCOMPARE(prompts[0].answer.makes, Answer::Makes::Requirement); // from its evidence
        QCOMPARE(prompts[0].answer.name, u"latency"_s);
        QVERIFY(prompts[1].operations);
        QCOMPARE(prompts[2].answer.options.size(), 2);
        QVERIFY(prompts[2].evidence.first().chosen);
        QCOMPARE(prompts[2].evidence.first().options, 3);
        QCOMPARE(prompts[3].answer.makes, Answer::Makes::Nothing);
        const PracticeCase* video = templates.practiceCase(u"video"_s);
        QVERIFY(video);
        QCOMPARE(video->difficulty, Difficulty::Hard);
        QCOMPARE(video->facts[0].words, (QStringList{u"p99"_s, u"how fast"_s}));
        QCOMPARE(video->facts[0].question.in(u"en"_s), u"How fast?"_s);
        QCOMPARE(video->facts[1].name, u"fact-2"_s);
        QVERIFY(video->must.first().evidence.first().target);
    }

    /// A broken template is said with its file and place; the others still load.
    void brokenOnesAreSaid_data() {
        QTest::addColumn<QByteArray>("broken");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("no JSON") << QByteArray("{\n\"name\": \"x\",\n nonsense }")
                                 << QStringList{u"line 3"_s};
        QTest::newRow("no steps")
            << QByteArray(R"({"name": "x", "title": "X", "summary": "S", "source": "us", "steps": []})")
            << QStringList{u"key “steps”"_s};
        QTest::newRow("no source")
            << QByteArray(
                   R"({"name": "x", "title": "X", "summary": "S", "steps": [{"name": "a", "title": "A"}]})")
            << QStringList{u"the key “source” is missing"_s};
        QTest::newRow("unknown topic")
            << framework(R"({"name": "a", "text": "A", "evidence": [{"requirement": "speed"}]})")
            << QStringList{u"prompt 1 “a”"_s, u"“speed” is not known as a topic"_s};
        QTest::newRow("unknown kind")
            << framework(R"({"name": "a", "text": "A", "evidence": [{"block": ["ranker"]}]})")
            << QStringList{u"“ranker” is not known as a block"_s};
        QTest::newRow("unknown evidence")
            << framework(R"({"name": "a", "text": "A", "evidence": [{"blok": "ranking"}]})")
            << QStringList{u"prompt 1 “a”, key “evidence”"_s};
        const auto evidence = [](const char* entry) {
            return framework(R"({"name": "a", "text": "A", "evidence": [)" + QByteArray(entry) + "]}");
        };
        QTest::newRow("unknown decision")
            << evidence(R"({"decision": "colour"})") << QStringList{u"“colour” is not known as a decision"_s};
        QTest::newRow("unknown path")
            << evidence(R"({"path": "half"})") << QStringList{u"“half” is not known as a path"_s};
        QTest::newRow("two sorts") << evidence(R"({"note": "risk", "block": ["ranking"]})")
                                   << QStringList{u"prompt 1 “a”, key “evidence”"_s};
        QTest::newRow("says nothing there")
            << evidence(R"({"block": ["ranking"], "target": true})")
            << QStringList{u"prompt 1 “a”, key “target”"_s, u"nothing beside “block”"_s};
        QTest::newRow("only true") << evidence(R"({"task": false})") << QStringList{u"key “task”"_s};
        QTest::newRow("no names") << evidence(R"({"block": []})")
                                  << QStringList{u"key “block”"_s, u"names nothing"_s};
        QTest::newRow("no words") << evidence(R"({"said": ["popular list", "-"]})")
                                  << QStringList{u"key “said”"_s, u"a word in it"_s};
        QTest::newRow("no phrases") << evidence(R"({"note": "risk", "said": []})")
                                    << QStringList{u"key “said”"_s};
        QTest::newRow("nothing to hold") << evidence(R"({"all": []})") << QStringList{u"key “all”"_s};
        QTest::newRow("unknown inside")
            << evidence(R"({"all": [{"any": [{"block": ["ranker"]}]}, {"task": true}]})")
            << QStringList{u"“ranker” is not known as a block"_s};
        QTest::newRow("unknown end") << evidence(R"({"link": {"from": ["ranker"], "to": ["sources"]}})")
                                     << QStringList{u"“ranker” is not known as a kind or group of blocks"_s};
        QTest::newRow("unknown flow")
            << evidence(R"({"link": {"flow": "water"}})") << QStringList{u"“water” is not known as a flow"_s};
        QTest::newRow("unknown on the way")
            << evidence(R"({"way": [["sources"], "ranker"]})")
            << QStringList{u"“ranker” is not known as a kind or group of blocks"_s};
        QTest::newRow("a way of one")
            << evidence(R"({"way": [["sources"]]})") << QStringList{u"key “way”"_s, u"two parts at least"_s};
        QTest::newRow("nothing on the way")
            << evidence(R"({"way": [["sources"], []]})") << QStringList{u"key “way”"_s, u"names kinds"_s};
        QTest::newRow("unknown technology") << evidence(R"({"block": ["database"], "technology": ["MyDB9"]})")
                                            << QStringList{u"“MyDB9” is not known as a technology"_s};
        QTest::newRow("unknown metric")
            << evidence(R"({"metric-named": ["AUX"]})") << QStringList{u"“AUX” is not known as a metric"_s};
        QTest::newRow("unknown key") << framework(R"({"name": "a", "text": "A", "hints": "x"})")
                                     << QStringList{u"key “hints”"_s, u"there is no such key"_s};
        QTest::newRow("twice") << framework(R"({"name": "a", "text": "A"}, {"name": "a", "text": "B"})")
                               << QStringList{u"“a” was given before"_s, u"The prompt was left out"_s};
        QTest::newRow("no text") << framework(R"({"name": "a"})")
                                 << QStringList{u"prompt 1 “a”"_s, u"“text” is missing"_s,
                                                u"The prompt was left out"_s};
        QTest::newRow("minutes") << QByteArray(R"({"name": "x", "title": "X", "summary": "S", "source": "us",
                                                 "steps": [{"name": "a", "title": "A", "minutes": 2.5}]})")
                                 << QStringList{u"step “a”, key “minutes”"_s, u"from 0 to 600"_s,
                                                u"The step was left out"_s};
    }
    void brokenOnesAreSaid() {
        QFETCH(QByteArray, broken);
        QFETCH(QStringList, said);
        Root root;
        root.write(u"topics/t.json"_s, kTopics);
        root.write(u"frameworks/broken.json"_s, broken);
        root.write(u"frameworks/good.json"_s,
                   R"({"name": "good", "title": "Good", "summary": "S", "source": "us",
            "steps": [{"name": "a", "title": "A"}]})");
        QStringList problems;
        const Templates templates = root.load(problems);
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.first().contains(u"broken.json"_s), qPrintable(problems.first()));
        for (const QString& part : said)
            QVERIFY2(problems.first().contains(part), qPrintable(problems.first()));
        QVERIFY(templates.framework(u"good"_s));
    }

    /// A choice that a field does not have is told with those that it has.
    void choicesAreChecked() {
        const auto problemsOf = [](const char* entry) {
            Root root;
            root.write(u"sheets/data.json"_s,
                       R"({"name": "data", "title": "Data", "source": "us", "board": true,
                "sections": [{"name": "s", "title": "S", "fields": [{"name": "target", "title": "Target"},
                {"name": "split", "title": "Split", "form": "choice", "choices": [
                    {"name": "time", "title": "By time"}, {"name": "none", "title": "None", "idle": true}]}]}]})");
            root.write(u"frameworks/mine.json"_s,
                       framework(R"({"name": "a", "text": "A", "evidence": [)" + QByteArray(entry) + "]}"));
            QStringList problems;
            const Templates templates = root.load(problems);
            const Evidence read =
                templates.framework(u"mine"_s)->steps.first().prompts.first().evidence.value(0);
            // A bare field is not shown by the choice that says that nothing is done.
            const bool bare = read.values.isEmpty() && read.names.contains(u"data.split"_s);
            if (bare != (read.idle.value(u"data.split"_s) == QStringList{u"none"_s}))
                problems << u"idle"_s;
            return problems;
        };
        QCOMPARE(problemsOf(R"({"field": "data.split"})"), QStringList());
        QCOMPARE(problemsOf(R"({"field": "data.split", "value": ["time", "none"]})"), QStringList());
        const QStringList moon = problemsOf(R"({"field": "data.split", "value": ["moon"]})");
        QCOMPARE(moon.size(), 1);
        QVERIFY2(moon.first().contains(u"“moon” is no choice of data.split: time, none."_s),
                 qPrintable(moon.first()));
        const QStringList none = problemsOf(R"({"field": "data.target", "value": ["time"]})");
        QCOMPARE(none.size(), 1);
        QVERIFY2(none.first().contains(u"“data.target” has no choices"_s), qPrintable(none.first()));
        QVERIFY(problemsOf(R"({"field": "data.colour", "value": ["moon"]})")
                    .join(u' ')
                    .contains(u"“data.colour” is not known as a field"_s));
    }

    /// With one part missing, the whole would hold for less than was meant: it is left out.
    void aWholeWithABrokenPartIsLeftOut() {
        Root root;
        root.write(u"topics/t.json"_s, kTopics);
        root.write(u"frameworks/mine.json"_s, framework(R"({"name": "a", "text": "A", "evidence": [
            {"all": [{"task": true}, {"blok": "ranking"}]},
            {"link": {"too": ["ranking"]}},
            {"all": [{"task": true}, {"decision": "model-choice"}]}]})"));
        QStringList problems;
        const Templates templates = root.load(problems);
        QCOMPARE(problems.size(), 4);
        QVERIFY(problems.at(1).contains(u"key “all”"_s));
        QVERIFY(problems.at(2).contains(u"key “too”"_s));
        QVERIFY(problems.at(3).contains(u"key “link”"_s));
        const QList<Evidence> evidence =
            templates.framework(u"mine"_s)->steps.first().prompts.first().evidence;
        QCOMPARE(evidence.size(), 1);
        const Evidence decision = evidence.first().parts.at(1);
        QVERIFY(decision.questions);
        QCOMPARE(decision.questions->topicOf(u"Which models?"_s), u"model-choice"_s);
    }
    void everySortIsRead() {
        Root root;
        root.write(u"topics/t.json"_s, kTopics);
        root.write(u"frameworks/mine.json"_s, framework(R"({"name": "a", "text": "A", "evidence": [
            {"link": {"from": ["event-stream"], "to": "serving", "flow": ["stream"], "labelled": true}, "said": ["views"]},
            {"said": ["popular list"]},
            {"metric-named": ["AUC"], "target": true},
            {"requirement": "latency", "said": ["p99"], "assumed": true, "figure": true},
            {"way": [["user-client", "serving"], "logging", ["training"]]},
            {"decision": "model-choice", "reasoned": true}]})"));
        QStringList problems;
        const Templates templates = root.load(problems);
        QCOMPARE(problems, QStringList());
        const Prompt prompt = templates.framework(u"mine"_s)->steps.first().prompts.first();
        const Evidence& link = prompt.evidence.first();
        QCOMPARE(link.from, QStringList{u"event-stream"_s});
        QCOMPARE(link.to, QStringList{u"serving"_s});
        QCOMPARE(link.flows, QStringList{u"stream"_s});
        QVERIFY(link.labelled);
        QCOMPARE(link.said.first().text, u"views"_s);
        QCOMPARE(prompt.answer.makes, Answer::Makes::Nothing); // it is drawn
        QCOMPARE(prompt.evidence.at(1).kind, EvidenceKind::Said);
        QVERIFY(prompt.evidence.at(2).target);
        QCOMPARE(prompt.evidence.at(3).said.size(), 1);
        QVERIFY(prompt.evidence.at(3).assumed && prompt.evidence.at(3).figure);
        QCOMPARE(prompt.evidence.at(4).way,
                 (QList<QStringList>{{u"user-client"_s, u"serving"_s}, {u"logging"_s}, {u"training"_s}}));
        QVERIFY(prompt.evidence.at(5).reasoned);
    }
    void givenNumbersHaveATopic() {
        Root root;
        root.write(u"topics/t.json"_s, kTopics);
        root.write(u"cases/a.json"_s,
                   R"({"name": "a", "title": "A", "area": "x", "source": "us", "prompt": "P",
            "numbers": [{"title": "Viewers", "value": "100M", "topic": "users-count"},
                        {"title": "Shops", "value": "3k", "topic": "shops-count"}]})");
        QStringList problems;
        const Templates templates = root.load(problems);
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.first().contains(u"number 2: “shops-count” is not known as a topic"_s),
                 qPrintable(problems.first()));
        QCOMPARE(templates.practiceCase(u"a"_s)->numbers.first().topic, u"users-count"_s);
    }

    /// Of two with one name the first stays, and both files are named.
    void oneNameTwice() {
        Root root;
        root.write(u"frameworks/a.json"_s, framework(R"({"name": "a", "text": "First"})"));
        root.write(u"frameworks/b.json"_s, framework(R"({"name": "a", "text": "Second"})"));
        QStringList problems;
        const Templates templates = root.load(problems);
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems.first().contains(u"b.json"_s) && problems.first().contains(u"a.json"_s));
        QCOMPARE(templates.framework(u"mine"_s)->steps.first().prompts.first().text.in(u"en"_s), u"First"_s);
    }
    /// One that has lost a part does not take the place of one that is sound.
    void aBrokenOwnOneLeavesOursInPlace() {
        Root ours, own;
        ours.write(u"frameworks/mine.json"_s, framework(R"({"name": "a", "text": "Ours"})"));
        own.write(u"frameworks/mine.json"_s,
                  framework(R"({"name": "a", "text": "Own"}, {"name": "b", "text": 7})"));
        QStringList problems;
        const Templates templates =
            Templates::load({ours.folder.path(), own.folder.path()}, catalogue(), &problems);
        QCOMPARE(problems.size(), 2);
        QVERIFY(problems.last().contains(u"stays as it is"_s));
        QCOMPARE(templates.framework(u"mine"_s)->steps.first().prompts.first().text.in(u"en"_s), u"Ours"_s);
    }

    /// One of the user's own takes the place of the shipped one with its name.
    void ownOnesComeLast() {
        Root ours, own;
        ours.write(u"frameworks/mine.json"_s, framework(R"({"name": "a", "text": "Ours"})"));
        own.write(u"frameworks/copy.json"_s, framework(R"({"name": "a", "text": "Own"})"));
        QStringList problems;
        const Templates templates =
            Templates::load({ours.folder.path(), own.folder.path()}, catalogue(), &problems);
        QCOMPARE(problems, QStringList());
        QCOMPARE(templates.frameworks().size(), 1);
        QCOMPARE(templates.frameworks().first().steps.first().prompts.first().text.in(u"en"_s), u"Own"_s);
        QCOMPARE(templates.frameworks().first().path, own.folder.filePath(u"frameworks/copy.json"_s));
    }
};

QTEST_APPLESS_MAIN(TestTemplates)
#include "test_templates.moc"
