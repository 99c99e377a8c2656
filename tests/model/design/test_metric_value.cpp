#include "model/design/metric_value.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

Metric metric(Goal goal, const QString& target, const QString& current, const QString& unit = {}) {
    Metric m;
    m.id = MetricId{1};
    m.name = u"p99"_s;
    m.goal = goal;
    m.target = target;
    m.current = current;
    m.unit = unit;
    return m;
}

} // namespace

class TestMetricValue : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbers_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("number");
        const auto row = [](const char* typed, double number) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << number;
        };
        row("0.78", 0.78);
        row("0,78", 0.78);
        row("0,785", 0.785);
        row(".5", 0.5);
        row("5.", 5);
        row("+2 %", 2);
        row("+ 2 %", 2);
        row("-3", -3);
        row("−3,5", -3.5); // U+2212
        row("4k", 4'000);
        row("4 k/s", 4'000);
        row("4K", 4'000);
        row("10M", 10'000'000);
        row("10 M users", 10'000'000);
        row("1.5G", 1.5e9);
        row("1.5B", 1.5e9);
        row("2T", 2e12);
        row("1 200", 1'200);
        row("1 200", 1'200);           // U+00A0
        row("12 345 678", 12'345'678); // U+202F
        row("1,200", 1'200);
        row("12,000,000", 12'000'000);
        row("1,200.5", 1'200.5);
        row("12,34", 12.34);
        row("1,2000", 1.2);
        row("1'200", 1'200);
        row("1 2", 1);
        row("20 ms", 20);
        row("10 MB", 10); // a unit, not mega
        row("5 min", 5);
        row("5m", 5);
        row("3 kB", 3);
        row("3e-4", 3e-4);
        row("1E6", 1e6);
        row("2 eggs", 2);
        row("2e", 2);
        row("~60", 60);
        row("≤ 60 ms", 60);
        row("$3", 3);
        row("€ 1,50", 1.5);
        row("  7  ", 7);
        row("10-20 ms", 10);
        row("99.9 %", 99.9);
        row("٤٢", 42); // Arabic digits
        row("0", 0);
    }
    void numbers() {
        QFETCH(QString, typed);
        QFETCH(double, number);
        const auto read = numberIn(typed);
        QVERIFY(read);
        QCOMPARE(*read, number);
    }

    void noNumbers_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {"", " ", "-", "+", "ms", "about 5", "nan", "inf", "k", ".", ",", "- -", "e5", "1e999", "~$"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
    }
    void noNumbers() {
        QFETCH(QString, typed);
        QCOMPARE(numberIn(typed), std::nullopt);
    }

    void verdicts_data() {
        QTest::addColumn<Goal>("goal");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("current");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char* name, Goal goal, const QString& target, const QString& current,
                            const QString& unit, Verdict verdict) {
            QTest::newRow(name) << goal << target << current << unit << verdict;
        };
        row("reached", Goal::AtLeast, u"0.78"_s, u"0.79"_s, {}, Verdict::Met);
        row("just reached", Goal::AtLeast, u"0.78"_s, u"0,780"_s, {}, Verdict::Met);
        row("not reached", Goal::AtLeast, u"0.78"_s, u"0.7799"_s, {}, Verdict::Missed);
        row("below the limit", Goal::AtMost, u"60"_s, u"59"_s, u"ms"_s, Verdict::Met);
        row("at the limit", Goal::AtMost, u"60"_s, u"60 ms"_s, u"ms"_s, Verdict::Met);
        row("above the limit", Goal::AtMost, u"60"_s, u"71"_s, u"ms"_s, Verdict::Missed);
        row("suffix", Goal::AtLeast, u"4k"_s, u"3900"_s, {}, Verdict::Missed);
        row("negative", Goal::AtLeast, u"-1 %"_s, u"-0.5 %"_s, {}, Verdict::Met);
        row("no target", Goal::AtLeast, {}, u"1"_s, {}, Verdict::Unknown);
        row("no current value", Goal::AtLeast, u"1"_s, {}, {}, Verdict::Unknown);
        row("words", Goal::AtLeast, u"high"_s, u"1"_s, {}, Verdict::Unknown);
        row("other unit typed", Goal::AtMost, u"150 ms"_s, u"0.2 s"_s, {}, Verdict::Unknown);
        row("other unit than the metric's", Goal::AtMost, u"150"_s, u"0.2 s"_s, u"ms"_s, Verdict::Unknown);
        row("the same unit", Goal::AtMost, u"150ms"_s, u"200  ms"_s, {}, Verdict::Missed);
    }
    void verdicts() {
        QFETCH(Goal, goal);
        QFETCH(QString, target);
        QFETCH(QString, current);
        QFETCH(QString, unit);
        QFETCH(Verdict, verdict);
        QCOMPARE(verdictOf(metric(goal, target, current, unit)), verdict);
    }

    void targets() {
        QCOMPARE(targetText(metric(Goal::AtLeast, u"0.78"_s, {})), u"≥ 0.78"_s);
        QCOMPARE(targetText(metric(Goal::AtMost, u" 60 "_s, {}, u"ms"_s)), u"≤ 60 ms"_s);
        QCOMPARE(targetText(metric(Goal::AtMost, u"60 ms"_s, {}, u"ms"_s)), u"≤ 60 ms"_s); // not "ms ms"
        QCOMPARE(targetText(metric(Goal::AtLeast, u"4k"_s, {}, u"/s"_s)), u"≥ 4k/s"_s);
        QCOMPARE(targetText(metric(Goal::AtLeast, {}, u"3"_s, u"ms"_s)), QString());
        // A unit alone is no target.
        QCOMPARE(targetText(metric(Goal::AtLeast, u"ms"_s, {})), QString());
        QCOMPARE(targetText(metric(Goal::AtLeast, u"high"_s, {}, u"ms"_s)), QString());
    }

    /// However it was typed, a figure stands a space apart from its unit.
    void spacing_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* typed, const char* unit, const char* shown) {
            QTest::addRow("%s + %s", typed, unit)
                << QString::fromUtf8(typed) << QString::fromUtf8(unit) << QString::fromUtf8(shown);
        };
        row("99.93%", "", "99.93 %");
        row("99.93", "%", "99.93 %");
        row("99.93 %", "%", "99.93 %");
        row("60ms", "", "60 ms");
        row("60  ms", "ms", "60 ms");
        row("12k", "/s", "12k/s");
        row("12k/s", "", "12k/s");
        row("12 k", "/s", "12 k/s");
        row("10-20 ms", "", "10-20 ms");
        row("24x7", "", "24x7");
        row("3e-4", "", "3e-4");
        row("about 5", "ms", "about 5 ms");
        row("unknown", "ms", "unknown");
    }
    void spacing() {
        QFETCH(QString, typed);
        QFETCH(QString, unit);
        QFETCH(QString, shown);
        QCOMPARE(currentText(metric(Goal::AtLeast, {}, typed, unit)), shown);
    }

    void chips() {
        QCOMPARE(chipText(metric(Goal::AtMost, u"60"_s, u"71"_s, u"ms"_s)), u"p99 71 ms"_s);
        QCOMPARE(chipText(metric(Goal::AtMost, u"60"_s, {}, u"ms"_s)), u"p99 ≤ 60 ms"_s);
        QCOMPARE(chipText(metric(Goal::AtMost, {}, {}, u"ms"_s)), u"p99"_s);
        Metric nameless = metric(Goal::AtLeast, {}, u"12k"_s, u"/s"_s);
        nameless.name.clear();
        QCOMPARE(chipText(nameless), u"12k/s"_s);
    }
};

QTEST_APPLESS_MAIN(TestMetricValue)
#include "test_metric_value.moc"
