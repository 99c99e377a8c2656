#include "tests/model/framework/evidence_board.h"

using namespace groundplan;
using namespace groundplan::shipped;
using namespace groundplan::test;
using namespace Qt::StringLiterals;

/// What counts as an answer, and whose it is.
class TestAnsweredEvidence : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Where an answer is still to come, there is none.
    void placeholdersDoNotCount_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("counts");
        for (const char* text : {"?", "??", "-", "…", "x", "XXX", "TBD", "todo", "n/a", "N. A.",
                                 "I do not know", "I don’t know.", "no idea", "(unknown)", "待定", "не знаю"})
            QTest::newRow(text) << QString::fromUtf8(text) << false;
        for (const char* text : {"no", "0", "none", "by time", "5", "∞", "xgboost", "unknown users are few"})
            QTest::newRow(text) << QString::fromUtf8(text) << true;
    }
    void placeholdersDoNotCount() {
        QFETCH(QString, text);
        QFETCH(bool, counts);
        TestBoard board;
        const ElementId block = board.block(u"cache"_s);
        const ElementId other = board.block(u"ranking"_s);
        board.design.board.task = text;
        board.requirement(u"latency"_s, text, Source::Assumed);
        board.note(NoteKind::Risk, text, block);
        board.design.properties.put({PropertyId(800), other, u"data.target"_s, text});
        const MetricId id = board.metric(MetricKind::Offline, u"AUC"_s, text);
        groundplan::Metric metric = board.design.metrics.at(id);
        metric.costFalseNegative = text;
        board.design.metrics.put(metric);
        board.design.decisions.put({DecisionId(850), {}, text, {}, {}, 1, u"fallback"_s});
        Evidence target = of(EvidenceKind::Metric, {u"offline"_s});
        target.target = true;
        for (const Evidence& one :
             {of(EvidenceKind::Task), of(EvidenceKind::Requirement, {u"latency"_s}),
              of(EvidenceKind::Assumption), of(EvidenceKind::Note, {u"risk"_s}),
              of(EvidenceKind::Field, {u"data.target"_s}), target, of(EvidenceKind::ErrorCost),
              of(EvidenceKind::Decision, {u"fallback"_s}), of(EvidenceKind::Block, {u"cache"_s}),
              of(EvidenceKind::Block, {u"ranking"_s})})
            QVERIFY2(board.look(one).holds == counts, Words<EvidenceKind>::words[int(one.kind)]);
    }

    /// A bare field is not shown by the choice that says that nothing is done.
    void nothingDoneIsNoAnswer() {
        Evidence split = of(EvidenceKind::Field, {u"model.regularisation"_s});
        split.idle.insert(u"model.regularisation"_s, {u"none"_s});
        const auto holds = [&](const QString& value) {
            TestBoard board;
            board.design.properties.put({PropertyId(800), {}, u"model.regularisation"_s, value});
            return board.look(split).holds;
        };
        QVERIFY(!holds(u"none"_s));
        QVERIFY(holds(u"none, l2"_s));
        split.values = {u"none"_s};
        QVERIFY(holds(u"none"_s));
    }

    void whoAnsweredAndWhetherThereIsAFigure() {
        Evidence assumed = of(EvidenceKind::Requirement, {u"data-available"_s});
        Evidence figure = assumed;
        assumed.assumed = true;
        figure.figure = true;
        const auto holds = [](const Evidence& wanted, const QString& answer, Source source) {
            TestBoard board;
            board.requirement(u"data-available"_s, answer, source);
            return board.look(wanted).holds;
        };
        QVERIFY(!holds(assumed, u"clicks"_s, Source::Asked));
        QVERIFY(holds(assumed, u"clicks"_s, Source::Assumed));
        QVERIFY(!holds(figure, u"clicks of 2 sorts"_s, Source::Asked));
        for (const QString& answer :
             {u"2 TB of clicks"_s, u"3M rows"_s, u"1.2 million pairs"_s, u"40,000 labelled rows"_s})
            QVERIFY2(holds(figure, answer, Source::Asked), qPrintable(answer));
    }

    /// A choice is reasoned by its reason, or by what speaks for what was chosen.
    void reasoned() {
        Evidence why = of(EvidenceKind::Decision, {u"model-choice"_s});
        why.reasoned = true;
        TestBoard board;
        board.design.decisions.put(
            {DecisionId(50), {}, u"Which model?"_s, OptionId(51), {}, 1, u"model-choice"_s});
        board.design.options.put({OptionId(51), DecisionId(50), u"Boosting"_s, 1});
        board.design.options.put({OptionId(52), DecisionId(50), u"Deep"_s, 2});
        QVERIFY(!board.look(why).holds);
        board.design.arguments.put({ArgumentId(60), OptionId(52), Side::Pro, u"exact"_s, 1});
        QVERIFY2(!board.look(why).holds, "it speaks for the other");
        TestBoard argued = board;
        argued.design.arguments.put({ArgumentId(61), OptionId(51), Side::Pro, u"fast"_s, 2});
        QVERIFY(argued.look(why).holds);
        groundplan::Decision row = board.design.decisions.at(DecisionId(50));
        row.reason = u"It answers within 10 ms."_s;
        board.design.decisions.put(row);
        QVERIFY(board.look(why).holds);
    }
};

QTEST_APPLESS_MAIN(TestAnsweredEvidence)
#include "test_answered_evidence.moc"
