#include "model/design/validate.h"
#include "model/graphviz/dot.h"
#include "tests/model/graphviz/differences.h"
#include "tests/model/graphviz/random_design.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

class TestRoundTrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomDesignsComeBackExactly_data();
    void randomDesignsComeBackExactly();
};

void TestRoundTrip::randomDesignsComeBackExactly_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 300; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestRoundTrip::randomDesignsComeBackExactly() {
    QFETCH(const quint32, seed);
    const int size = int(seed % 20);
    const Design design = RandomDesign(seed).make(size, size / 3, 2 * size, size / 4, size / 3, size / 5);
    QCOMPARE(validate(design), QStringList());
    const QByteArray dot = writeDot(design, {});
    QCOMPARE(writeDot(design, {}), dot);
    const Result<Import> import = readDot(dot, u"random.dot"_s, {});
    QVERIFY2(import, import ? "" : qPrintable(import.error().sentence));
    QVERIFY(import->ours);
    QCOMPARE(import->notTaken, QStringList());
    QCOMPARE(firstDifference(dot, writeDot(import->design, {})), QByteArray());
    QCOMPARE(differences(design, import->design), QStringList());
    QVERIFY(import->design == design);
    QCOMPARE(writeDot(import->design, {}), dot);
}

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestRoundTrip)
#include "test_round_trip.moc"
