#include "model/framework/answering.h"

#include "tests/model/framework/shipped.h"

#include <QTest>

using namespace groundplan;
using namespace groundplan::shipped;
using namespace Qt::StringLiterals;

/// A decision counts for the one topic that its question asks about, however it is put, or for none.
class TestDecisionQuestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuestionHasOneTopicOrNone_data() {
        QTest::addColumn<QString>("topic");
        const auto row = [](const char* question, const char* topic) {
            QTest::newRow(question) << QString::fromLatin1(topic);
        };
        row("Which model?", "model-choice");
        row("Which model do we use?", "model-choice");
        row("Which ranking model?", "model-choice");
        row("What kind of model ranks?", "model-choice");
        row("Boosted trees or a deep network?", "model-choice");
        row("Which algorithm?", "model-choice");
        row("What do we do when the model is late?", "fallback");
        row("What do we show when the ranker is down?", "fallback");
        row("What if the model does not answer?", "fallback");
        row("Fallback when the service times out?", "fallback");
        row("How often is the model trained again?", "retraining-choice");
        row("When do we retrain?", "retraining-choice");
        row("How often do we train?", "retraining-choice");
        row("Which framework do we train with?", "framework-choice");
        row("PyTorch or TensorFlow?", "framework-choice");
        row("Train on one machine or many?", "training-choice");
        row("How do we train on so much data?", "training-choice");
        row("Synchronous or asynchronous SGD?", "training-choice");
        row("How is the model deployed?", "deployment-choice");
        row("Deploy in a container or as part of the software?", "deployment-choice");
        row("Which threshold?", "threshold");
        row("Which threshold does the model need?", "threshold");
        row("From which score on does the model block?", "threshold");
        row("When do we decline a payment?", "threshold");
        row("Which signal do we take as the label?", "label-choice");
        row("Click or purchase as label?", "label-choice");
        row("Batch or online predictions?", "serving-mode");
        row("Do we compute predictions ahead of time?", "serving-mode");
        row("Where does the model run?", "place");
        row("On the device or on a server?", "place");
        row("How do we find the candidates?", "retrieval");
        row("How much do we explore?", "exploration");
        row("What do new users see?", "cold-start");
        row("Where do we keep the data?", "storage-choice");
        row("What does the model optimise?", "objective");
        row("Does everybody get the same answer?", "personalisation");
        row("What do we try next?", "next-experiment");
        row("Which model do we start with?", "model-choice");
        row("What happens if the ranker is slow?", "fallback");
        row("What if the model is down?", "fallback");
        row("How frequently do we retrain the model?", "retraining-choice");
        row("How often should we retrain?", "retraining-choice");
        row("A single threshold or one per country?", "threshold");
        row("Which loss?", "objective");
        row("Should we fine-tune or train from scratch?", "training-choice");
        row("How to serve: batch or real-time?", "serving-mode");
        row("How do we handle cold start?", "cold-start");
        row("Which ANN index?", "retrieval");
        row("How do we roll out?", "");
        row("How do we shard the store?", "");
        row("Which metric?", "");
        row("Which database keeps the features?", "storage-choice");
        row("Who labels?", "");
        row("Deploy big bang or canary?", "");
        row("Who owns the model?", "");
        row("Which features does the model get?", "");
        row("How large may the model be?", "");
        row("Which index is rebuilt at night by the model?", "retrieval");
        row("Do we label payments by hand?", "");
        row("Who pays for training?", "");
        row("Which region first?", "");
        row("How long are logs kept?", "");
        row("a or b", "");
        row("", "");
    }
    void aQuestionHasOneTopicOrNone() {
        QFETCH(QString, topic);
        const DecisionTopic* found =
            decisionTopicOf(QString::fromLatin1(QTest::currentDataTag()), templates());
        QCOMPARE(found ? found->name : QString(), topic);
    }

    /// What a prompt offers to put on the board counts for that prompt.
    void itsOwnQuestionIsItsTopic() {
        for (const DecisionTopic& topic : templates().decisionTopics()) {
            const DecisionTopic* found = decisionTopicOf(topic.question.in(u"en"_s), templates());
            QVERIFY2(found, qPrintable(topic.name));
            QCOMPARE(found->name, topic.name);
        }
    }

    /// Single words are met by chance, unless they are terms.
    void phrasesOfOneWordAreTerms() {
        const QStringList terms{u"fallback"_s,   u"outage"_s,    u"timeout"_s,   u"degrade"_s,
                                u"bandit"_s,     u"cutoff"_s,    u"threshold"_s, u"exploration"_s,
                                u"retraining"_s, u"retrained"_s, u"maximise"_s};
        for (const DecisionTopic& topic : templates().decisionTopics()) {
            for (const KeyPhrase& phrase : phrasesOf(topic.words))
                QVERIFY2(phrase.stems.size() > 1 || terms.contains(phrase.text), qPrintable(phrase.text));
        }
    }

    /// A decision without topic is looked for by what its question says most, not by all that it says.
    void evidenceTakesOneTopic() {
        Design design;
        Decision decision;
        decision.id = DecisionId(1);
        decision.question = u"What do we do when the model is late?"_s;
        design.decisions.put(decision);
        QStringList topics;
        for (const DecisionTopic& topic : templates().decisionTopics()) {
            Evidence evidence;
            evidence.kind = EvidenceKind::Decision;
            evidence.names = {topic.name};
            evidence.questions = std::make_shared<DecisionQuestions>(templates().decisionTopics());
            if (look(evidence, design, catalogue()).holds)
                topics << topic.name;
        }
        QCOMPARE(topics, QStringList{u"fallback"_s});
    }
};

QTEST_APPLESS_MAIN(TestDecisionQuestions)
#include "test_decision_questions.moc"
