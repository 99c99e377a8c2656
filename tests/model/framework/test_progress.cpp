#include "model/framework/progress.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestProgress : public QObject {
    Q_OBJECT

    static Framework plan() {
        const auto prompt = [](const QString& name, const QString& topic, bool operations) {
            Prompt made;
            made.name = name;
            made.operations = operations;
            if (!topic.isEmpty()) {
                Evidence evidence;
                evidence.kind = EvidenceKind::Requirement;
                evidence.names << topic;
                made.evidence << evidence;
            }
            return made;
        };
        Framework framework;
        framework.name = u"plan"_s;
        Step clarify;
        clarify.name = u"clarify"_s;
        clarify.minutes = 5;
        clarify.prompts = {prompt(u"volume"_s, u"data-volume"_s, false), prompt(u"restate"_s, {}, false)};
        Step data;
        data.name = u"data"_s;
        data.minutes = 40;
        data.prompts = {prompt(u"storage"_s, u"data-sources"_s, true)};
        framework.steps = {clarify, data};
        return framework;
    }

private Q_SLOTS:
    void countsEvidenceAndTicks() {
        const Framework framework = plan();
        QCOMPARE(framework.minutes(), 45);
        Design design;
        const Catalogue catalogue;
        Progress progress = progressOf(framework, design, catalogue);
        QCOMPARE(progress.done, 0);
        QCOMPARE(progress.of, 2);
        design.requirements.put(
            {RequirementId(1), u"?"_s, u"3 TB"_s, Source::Asked, false, 1, u"data-volume"_s});
        progress = progressOf(framework, design, catalogue);
        QCOMPARE(progress.steps.at(0).done, 1);
        QVERIFY(progress.steps.at(0).prompts.at(0).found.onBoard);
        QVERIFY(!progress.steps.at(0).prompts.at(1).done);
        // Ticked by hand: a property of the board.
        design.properties.put(
            {PropertyId(2), {}, tickField(framework, framework.steps.at(0).prompts.at(1)), u"yes"_s});
        progress = progressOf(framework, design, catalogue);
        QVERIFY(progress.steps.at(0).prompts.at(1).ticked);
        QCOMPARE(progress.done, 2);
    }

    /// What puts a step into production counts only when that layer is open: no total moves by itself.
    void theExtraLayer() {
        const Framework framework = plan();
        Design design;
        const Catalogue catalogue;
        QCOMPARE(progressOf(framework, design, catalogue).steps.at(1).of, 0);
        QCOMPARE(progressOf(framework, design, catalogue, {u"data"_s}).steps.at(1).of, 1);
        design.requirements.put(
            {RequirementId(1), u"?"_s, u"logs"_s, Source::Given, false, 1, u"data-sources"_s});
        const Progress progress = progressOf(framework, design, catalogue);
        QCOMPARE(progress.steps.at(1).of, 0);
        QCOMPARE(progress.steps.at(1).done, 0);
        QCOMPARE(progress.steps.at(1).beyond, 1);
        QCOMPARE(progress.beyond, 1);
        QVERIFY(progress.steps.at(1).prompts.at(0).done);
        QCOMPARE(progressOf(framework, design, catalogue, {u"data"_s}).done, 1);
    }
};

QTEST_APPLESS_MAIN(TestProgress)
#include "test_progress.moc"
