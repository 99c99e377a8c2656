// A change in a line: of long texts the part that differs.
#include "model/versions/change_text.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestChangeText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatDiffersIsShown_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("line");
        QTest::newRow("short ones are whole") << u"LightGBM, T-learner"_s << u"LightGBM, S-learner"_s
                                              << u"field: LightGBM, T-learner → LightGBM, S-learner"_s;
        QTest::newRow("a word in the middle")
            << u"LightGBM with early stopping, learning rate 0.05, 400 trees, at most 31 leaves, the same seed"_s
            << u"LightGBM with early stopping, learning rate 0.05, 900 trees, at most 31 leaves, the same seed"_s
            << u"field: … learning rate 0.05, 400 trees, at most … → … learning rate 0.05, 900 trees, at most …"_s;
        QTest::newRow("an end that came")
            << u"Each week choose the subscribers whom an offer would keep"_s
            << u"Each week choose the subscribers whom an offer would keep, within the budget"_s
            << u"field: … offer would keep → … offer would keep, within the budget"_s;
        QTest::newRow("a beginning that went")
            << u"First of all: look at the numbers of last month and the month before"_s
            << u"look at the numbers of last month and the month before"_s
            << u"field: First of all: look at the numbers … → look at the numbers …"_s;
        QTest::newRow("a number is one word")
            << u"the share of people who leave within a month is 14.5 per cent"_s
            << u"the share of people who leave within a month is 14.7 per cent"_s
            << u"field: … within a month is 14.5 per cent → … within a month is 14.7 per cent"_s;
        QTest::newRow("lines stay apart") << u"one\ntwo"_s << u"one\n\n three"_s
                                          << u"field: one / two → one / three"_s;
    }
    void whatDiffersIsShown() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QTEST(textOf({u"field"_s, before, after}), "line");
    }

    /// However long both are, and whatever they are written in, the new value begins in the line.
    void bothValuesHaveTheirPlace() {
        const QString same = u"the same words again and again "_s.repeated(20);
        for (const auto& [one, other] :
             {std::pair(u"alpha "_s.repeated(50), u"beta "_s.repeated(50)),
              std::pair(u"推荐排序服务"_s.repeated(40), u"特征存储服务"_s.repeated(40)),
              std::pair(QString(900, u'x'), QString(900, u'y'))}) {
            const DifferingPart part = differingPart(same + one, same + other, 70);
            QVERIFY(part.before.size() <= 70 && part.after.size() <= 70);
            QVERIFY2(part.before.contains(one.left(3)) && part.after.contains(other.left(3)),
                     qPrintable(part.before + u'|' + part.after));
        }
    }

    void whatCameAndWentIsWhole() {
        QCOMPARE(textOf({u"risk"_s, {}, u"It may drift"_s}), u"+ risk: It may drift"_s);
        QCOMPARE(textOf({u"risk"_s, u"It may drift"_s, {}}), u"− risk: It may drift"_s);
        const Change pro{u"pro of “A”"_s, {}, u"cheap"_s, u"decision “Which?”"_s};
        QCOMPARE(textOf(pro), u"+ pro of “A”: cheap"_s);
        QCOMPARE(wholeTextOf(pro), u"+ decision “Which?”, pro of “A”: cheap"_s);
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestChangeText)
#include "test_change_text.moc"
