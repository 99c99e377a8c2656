#include "model/framework/practice_case.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestPracticeCase : public QObject {
    Q_OBJECT

    static PracticeCase video() {
        PracticeCase practice;
        practice.facts = {
            Fact{u"latency"_s,
                 u"latency"_s,
                 {},
                 {u"latency"_s, u"how fast"_s, u"response time"_s},
                 {},
                 u"150 ms"_s},
            Fact{u"users-count"_s, u"users-count"_s, {}, {u"users"_s, u"how many users"_s}, {}, u"100M"_s},
            Fact{u"fact-3"_s, {}, {}, {u"new users"_s, u"cold start"_s}, {}, {}},
        };
        return practice;
    }

    static QStringList asked(const QString& question) {
        const PracticeCase practice = video();
        QStringList names;
        for (const Fact* fact : factsAskedFor(practice, question))
            names << fact->name;
        return names;
    }

private Q_SLOTS:
    void questionsFindTheirFacts() {
        QCOMPARE(asked(u"How fast must the answer be?"_s), QStringList{u"latency"_s});
        QCOMPARE(asked(u"What is the RESPONSE-TIME?"_s), QStringList{u"latency"_s});
        QCOMPARE(asked(u"How many users are there"_s), QStringList{u"users-count"_s});
        // The longer phrase says more.
        QCOMPARE(asked(u"what about new users"_s), (QStringList{u"fact-3"_s, u"users-count"_s}));
    }
    void onlyWholeWords() {
        QCOMPARE(asked(u"who abusers are"_s), QStringList());
        QCOMPARE(asked(u"the breakfast"_s), QStringList());
        QCOMPARE(asked({}), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestPracticeCase)
#include "test_practice_case.moc"
