#include "model/design/unit_remark.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

class TestQuantity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Quantity>("quantity");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("back");
        const auto row = [](const char* typed, Quantity quantity, double value, const char* back) {
            QTest::addRow("%s %s", Words<Quantity>::words[std::size_t(quantity)], typed)
                << QString::fromUtf8(typed) << quantity << value << QString::fromUtf8(back);
        };
        row("10M", Quantity::Count, 1e7, "10,000,000");
        row("10 million", Quantity::Count, 1e7, "10,000,000");
        row("1.2 billion events", Quantity::Count, 1.2e9, "1,200,000,000");
        row("864 million a day", Quantity::Rate, 10'000, "10,000 per second");
        row("2.5k users", Quantity::Count, 2500, "2,500");
        row("4k/s", Quantity::Rate, 4000, "4,000 per second");
        row("4k requests/s", Quantity::Rate, 4000, "4,000 per second");
        row("4000 qps", Quantity::Rate, 4000, "4,000 per second");
        row("120", Quantity::Rate, 120, "120 per second");
        row("86.4M a day", Quantity::Rate, 1000, "1,000 per second");
        row("60 per minute", Quantity::Rate, 1, "1 per second");
        row("20 ms", Quantity::Time, 0.02, "20 ms");
        row("1500 ms", Quantity::Time, 1.5, "1.5 s");
        row("90 days", Quantity::Time, 7'776'000, "90 d");
        row("2 h", Quantity::Time, 7200, "2 h");
        row("2 hours", Quantity::Time, 7200, "2 h");
        row("3 TB", Quantity::Bytes, 3e12, "3 TB");
        row("3T", Quantity::Bytes, 3e12, "3 TB");
        row("2 GiB", Quantity::Bytes, 2147483648., "2.15 GB");
        row("500 GB/day", Quantity::Bytes, 5e11, "500 GB");
        row("99.9 %", Quantity::Percent, 99.9, "99.9 %");
        row("$ 3k", Quantity::Money, 3000, "3,000");
    }
    void reads() {
        QFETCH(QString, typed);
        QFETCH(Quantity, quantity);
        QFETCH(double, value);
        const auto read = quantityIn(typed, quantity);
        QVERIFY(read);
        QVERIFY2(std::abs(*read - value) <= 1e-9 * std::max(1.0, std::abs(value)),
                 qPrintable(QString::number(*read)));
        QTEST(readBack(typed, quantity), "back");
    }

    void whatIsNoneOfIt() {
        QVERIFY(!quantityIn(u"fast"_s, Quantity::Time));
        QVERIFY(!quantityIn(u"20"_s, Quantity::Time));
        QVERIFY(!quantityIn(u"20 ms"_s, Quantity::Rate));
        QVERIFY(!quantityIn(u"4k/s"_s, Quantity::Time));
        QVERIFY(!quantityIn(u"3 parsecs"_s, Quantity::Bytes));
        QVERIFY(!quantityIn(u"5 km/furlong"_s, Quantity::Rate));
        QVERIFY(readBack(u"soon"_s, Quantity::Time).isEmpty());
    }

    /// A number of another sort is said to be one; words are nobody's business.
    void aWrongUnitIsSaid() {
        QVERIFY(unitRemark(u"20 ms"_s, Quantity::Rate).contains(u"4k/s"_s));
        QVERIFY(unitRemark(u"4k/s"_s, Quantity::Time).contains(u"20 ms"_s));
        QVERIFY(unitRemark(u"20"_s, Quantity::Time).contains(u"20 ms"_s));
        QVERIFY(!unitRemark(u"3 parsecs"_s, Quantity::Bytes).isEmpty());
        QVERIFY(!unitRemark(u"3 TB"_s, Quantity::Percent).isEmpty());
        QVERIFY(unitRemark(u"4k/s"_s, Quantity::Rate).isEmpty());
        QVERIFY(unitRemark(u"20 ms"_s, Quantity::Count).isEmpty());
        QVERIFY(unitRemark({}, Quantity::Rate).isEmpty());
        QVERIFY(unitRemark(u"as fast as a page loads"_s, Quantity::Time).isEmpty());
        QVERIFY(unitRemark(u"3 regions with a peak each evening"_s, Quantity::Rate).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestQuantity)
#include "test_quantity.moc"
