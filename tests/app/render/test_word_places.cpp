// Boxes of words beside what they are about.
#include "app/render/word_places.h"

#include <QTest>

using namespace groundplan;

class TestWordPlaces : public QObject {
    Q_OBJECT

    static constexpr QRectF kAbout{0, 0, 176, 64};
    static constexpr QSizeF kSize{200, 60};

private Q_SLOTS:
    void whereNothingLiesTheyTouchBelow() {
        WordPlaces places;
        const WordPlaces::Place place = places.take(kAbout, kSize);
        QVERIFY(place.leader.isNull());
        QCOMPARE(place.box.left(), kAbout.left());
        QVERIFY(place.box.top() - kAbout.bottom() < 5);
    }

    /// The room between blocks is too small, so they stand further away, with a line that leads there and
    /// crosses no block.
    void inACrowdALineLeadsToThem() {
        WordPlaces places;
        QList<QRectF> blocks;
        for (int column = -1; column <= 1; ++column) {
            for (int row = -1; row <= 1; ++row)
                blocks.append(kAbout.translated(column * 240, row * 110));
        }
        for (const QRectF& block : blocks)
            places.keepOff(block);
        const WordPlaces::Place place = places.take(kAbout, kSize);
        QVERIFY(!place.leader.isNull());
        QVERIFY(kAbout.adjusted(-1, -1, 1, 1).contains(place.leader.p1()));
        QVERIFY(place.box.adjusted(-1, -1, 1, 1).contains(place.leader.p2()));
        for (const QRectF& block : blocks) {
            QVERIFY(!block.intersects(place.box));
            for (int i = 1; i < 100 && block != kAbout; ++i)
                QVERIFY(!block.contains(place.leader.pointAt(i / 100.0)));
        }
    }

    void theyKeepOffEachOtherAndOffLines() {
        WordPlaces places;
        places.keepOffLine({{88, 64}, {88, 400}}); // straight down
        const QRectF first = places.take(kAbout, kSize).box;
        QVERIFY(first.right() < 88 || first.left() > 88 || first.bottom() < 64);
        const QRectF second = places.take(kAbout, kSize).box;
        QVERIFY(!first.intersects(second));
    }

    /// What something lies in is no obstacle: nothing around it would be free.
    void whatLiesAroundItIsGround() {
        WordPlaces places;
        places.keepOff(kAbout.adjusted(-2000, -2000, 2000, 2000));
        QVERIFY(places.take(kAbout, kSize).leader.isNull());
    }
};

QTEST_MAIN(TestWordPlaces)
#include "test_word_places.moc"
