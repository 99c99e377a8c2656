#include "model/graphviz/junctions.h"

#include <QTest>

namespace groundplan {

/// Which lines go on through the points where they meet.
class TestJunctions : public QObject {
    Q_OBJECT

    using Ways = QList<QList<qsizetype>>;

private Q_SLOTS:
    void oneLeadsToAll() {
        const Junctions one = leadThrough({{0, 9}, {1, 2}, {9, 3}, {9, 4}}, {9});
        QCOMPARE(one.ways, (Ways{{1}, {0, 2}, {0, 3}}));
        QCOMPARE(one.gone, QList<bool>{true});
        QCOMPARE(leadThrough({{0, 9}, {1, 9}, {9, 3}}, {9}).ways, (Ways{{0, 2}, {1, 2}}));
    }
    void pointsFollowEachOther() {
        const Junctions two = leadThrough({{0, 8}, {9, 1}, {8, 9}, {9, 2}}, {9, 8});
        QCOMPARE(two.ways, (Ways{{0, 2, 1}, {0, 2, 3}}));
        QCOMPARE(two.gone, (QList<bool>{true, true}));
    }
    void whatIsNotClearStays() {
        const Junctions many =
            leadThrough({{0, 9}, {1, 9}, {9, 2}, {9, 3}, {8, 4}, {5, 7}, {7, 7}}, {9, 8, 7});
        QCOMPARE(many.ways.size(), 7);
        QCOMPARE(many.gone, (QList<bool>{false, false, false}));
    }
    void longChainsEnd() {
        QList<Junctions::Line> chain;
        QList<qsizetype> points;
        for (qsizetype i = 0; i < 100'000; ++i) {
            chain.append({i, i + 1});
            points << i + 1;
        }
        const Junctions cut = leadThrough(chain, points);
        QVERIFY(cut.ways.size() > 1000);
        QVERIFY(cut.gone.count(true) > 90'000);
    }
};

} // namespace groundplan

QTEST_APPLESS_MAIN(groundplan::TestJunctions)
#include "test_junctions.moc"
