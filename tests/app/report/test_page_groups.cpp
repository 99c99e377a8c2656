#include "app/report/page_groups.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace groundplan;
using namespace groundplan::report;
using namespace Qt::StringLiterals;

class TestPageGroups : public QObject {
    Q_OBJECT

    static bool fitsA4(const QList<Lying>& things) {
        const QSizeF size = boundsOf(things).size();
        return size.width() <= 800 && size.height() <= 500;
    }
    static QList<Lying> grid(int columns, int rows, QPointF at, double stepX = 200, double stepY = 100) {
        QList<Lying> things;
        for (int i = 0; i < columns * rows; ++i)
            things.append({ElementId(qint64(at.x() + 10'000) * 100'000 + i + 1),
                           QRectF(at + QPointF(i % columns * stepX, i / columns * stepY), QSizeF(140, 50))});
        return things;
    }
    static QSet<ElementId> idsOf(const QList<Lying>& group) {
        QSet<ElementId> ids;
        for (const Lying& each : group)
            ids.insert(each.id);
        return ids;
    }

private Q_SLOTS:
    void onePageIsReadFromItsFirstRowToItsLast() {
        QList<Lying> things = grid(4, 3, {0, 0});
        const std::pair ends(things.first().id, things.last().id);
        for (int i = 0; i < 20; ++i) {
            std::shuffle(things.begin(), things.end(), *QRandomGenerator::global());
            QCOMPARE(endsAsRead(things), ends);
        }
        // Things in a row need not stand at one height.
        const QList<Lying> uneven{{ElementId(1), {200, 0, 140, 50}},
                                  {ElementId(2), {0, 20, 140, 50}},
                                  {ElementId(3), {0, 100, 140, 80}},
                                  {ElementId(4), {200, 110, 140, 50}}};
        QCOMPARE(endsAsRead(uneven), std::pair(ElementId(2), ElementId(4)));
        QCOMPARE(endsAsRead({uneven.first()}), std::pair(ElementId(1), ElementId(1)));
        QCOMPARE(endsAsRead({}), std::pair(ElementId(), ElementId()));
    }

    void whatFitsIsOneGroup() {
        QVERIFY(pageGroups({}, fitsA4).isEmpty());
        const QList<Lying> few = grid(3, 4, {0, 0});
        const auto groups = pageGroups(few, fitsA4);
        QCOMPARE(groups.size(), 1);
        QCOMPARE(idsOf(groups.first()), idsOf(few));
    }

    /// Islands stay whole, in the order in which one reads them.
    void whatLiesTogetherStaysTogether() {
        const QList<Lying> left = grid(3, 4, {0, 0}), right = grid(4, 3, {1200, 40}),
                           below = grid(2, 2, {300, 2000});
        const auto groups = pageGroups(right + below + left, fitsA4);
        QCOMPARE(groups.size(), 3);
        QCOMPARE(idsOf(groups[0]), idsOf(left));
        QCOMPARE(idsOf(groups[1]), idsOf(right));
        QCOMPARE(idsOf(groups[2]), idsOf(below));
    }

    /// A column that stands apart is no part of the field beside it, though the middle lies elsewhere.
    void theWidestGapIsCut() {
        const QList<Lying> apart = grid(1, 4, {0, 0}), field = grid(4, 4, {240, 0});
        const auto groups = pageGroups(apart + field, fitsA4);
        QCOMPARE(groups.size(), 2);
        QCOMPARE(idsOf(groups[0]), idsOf(apart));
        QCOMPARE(idsOf(groups[1]), idsOf(field));
    }

    /// Halves of halves would be parts of 2 and 3 where 4 have room.
    void aLongRowIsCutIntoFullParts() {
        const auto groups = pageGroups(grid(36, 1, {0, 0}), fitsA4);
        QCOMPARE(groups.size(), 9);
        QCOMPARE(pageGroups(grid(1, 20, {0, 0}), fitsA4).size(), 4);
    }

    void anEvenFieldIsCutNearItsMiddle() {
        const auto groups = pageGroups(grid(8, 4, {0, 0}), fitsA4);
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups[0].size(), 16);
        QCOMPARE(groups[1].size(), 16);
    }

    void whatIsLargerThanAPageIsAlone() {
        QList<Lying> things = grid(2, 2, {0, 0});
        const Lying poster{ElementId(7), QRectF(100, 20, 3000, 2000)};
        things.append(poster);
        const auto groups = pageGroups(things, fitsA4);
        int alone = 0;
        for (const auto& group : groups) {
            if (idsOf(group).contains(poster.id)) {
                QCOMPARE(group.size(), 1);
                ++alone;
            } else {
                QVERIFY(fitsA4(group));
            }
        }
        QCOMPARE(alone, 1);
    }

    void thingsOnOnePlaceAreDealtOut() {
        QList<Lying> things;
        for (int i = 0; i < 9; ++i)
            things.append({ElementId(i + 1), QRectF(0, 0, 900, 900)});
        QCOMPARE(pageGroups(things, fitsA4).size(), 9);
    }

    void nothingIsLostOrDoubled() {
        for (quint32 seed = 1; seed <= 40; ++seed) {
            QRandomGenerator random(seed);
            QList<Lying> things;
            for (int i = 0; i < 200; ++i)
                things.append({ElementId(i + 1), QRectF(random.bounded(6000), random.bounded(4000),
                                                        20 + random.bounded(300), 20 + random.bounded(100))});
            const auto groups = pageGroups(things, fitsA4);
            QSet<ElementId> seen;
            for (const auto& group : groups) {
                QVERIFY(group.size() == 1 || fitsA4(group));
                QVERIFY(!seen.intersects(idsOf(group)));
                seen += idsOf(group);
            }
            QCOMPARE(seen, idsOf(things));
            QVERIFY2(groups.size() < 120, qPrintable(QString::number(groups.size())));
        }
    }
};

QTEST_GUILESS_MAIN(TestPageGroups)
#include "test_page_groups.moc"
