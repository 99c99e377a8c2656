#include "tests/bench/routing_figures.h"
#include "tests/places.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace groundplan;
using namespace groundplan::bench;
using namespace Qt::StringLiterals;

/// Routes are as good as they were when tests/data/routing/baseline.json was written, or better: no figure
/// may be worse at all, for the same design has the same routes everywhere. `GROUNDPLAN_WRITE_BASELINE=1`
/// writes the file anew, for a change that is meant.
class TestRoutingQuality : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QFile file(path());
        if (file.open(QIODevice::ReadOnly))
            baseline_ = QJsonDocument::fromJson(file.readAll()).object();
    }
    void cleanupTestCase() {
        if (!qEnvironmentVariableIsSet("GROUNDPLAN_WRITE_BASELINE"))
            return;
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(measured_).toJson());
    }

    void noWorse_data() {
        QTest::addColumn<int>("number");
        const QList<RoutingSet> sets = routingSets();
        for (int i = 0; i < sets.size(); ++i)
            QTest::newRow(qPrintable(sets.at(i).name)) << i;
    }
    void noWorse() {
        QFETCH(int, number);
        static const QList<RoutingSet> sets = routingSets();
        const RoutingSet& set = sets.at(number);
        const QJsonObject figures = toJson(bench::figuresOf(set));
        measured_.insert(set.name, figures);
        // These have no baseline to be compared with.
        QCOMPARE(figures.value(u"changed_without_need"_s).toInt(), 0);
        QCOMPARE(figures.value(u"changed_by_order"_s).toInt(), 0);
        if (qEnvironmentVariableIsSet("GROUNDPLAN_WRITE_BASELINE"))
            return;
        const QJsonObject before = baseline_.value(set.name).toObject();
        QCOMPARE(before.keys(), figures.keys());
        for (const QString& key : figures.keys()) {
            QVERIFY2(figures.value(key).toDouble() <= before.value(key).toDouble(),
                     qPrintable(u"%1: %2 instead of %3"_s.arg(key)
                                    .arg(figures.value(key).toDouble())
                                    .arg(before.value(key).toDouble())));
        }
    }

private:
    static QString path() { return projectPath("tests/data/routing/baseline.json"); }
    QJsonObject baseline_, measured_;
};

QTEST_APPLESS_MAIN(TestRoutingQuality)
#include "test_routing_quality.moc"
