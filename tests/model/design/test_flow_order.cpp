#include "model/design/flow_order.h"

#include <QTest>

#include <algorithm>

using namespace groundplan;
using namespace Qt::StringLiterals;

/// In which order blocks and frames are told.
class TestFlowOrder : public QObject {
    Q_OBJECT

    Design design_;
    qint64 lines_ = 0;

    static constexpr qint64 kLines = 1000; ///< ids of connections lie above

    void element(qint64 id, ElementType type, qint64 parent) {
        Element row;
        row.id = ElementId(id);
        row.type = type;
        row.parent = ElementId(parent);
        design_.elements.put(row);
    }
    void block(qint64 id, Coord x, Coord y, qint64 parent = 0) {
        element(id, ElementType::Block, parent);
        Block row;
        row.id = ElementId(id);
        row.rect = {x * kUnitsPerPoint, y * kUnitsPerPoint, 100 * kUnitsPerPoint, 60 * kUnitsPerPoint};
        design_.blocks.put(row);
    }
    void frame(qint64 id, Coord x, Coord y, Coord w, Coord h, qint64 parent = 0) {
        element(id, ElementType::Frame, parent);
        Frame row;
        row.id = ElementId(id);
        row.rect = {x * kUnitsPerPoint, y * kUnitsPerPoint, w * kUnitsPerPoint, h * kUnitsPerPoint};
        design_.frames.put(row);
    }
    void line(qint64 from, qint64 to, Flow flow = Flow::Request, Direction direction = Direction::Forward) {
        const qint64 id = kLines + ++lines_;
        element(id, ElementType::Connection, 0);
        Connection row;
        row.id = ElementId(id);
        row.source = ElementId(from);
        row.target = ElementId(to);
        row.flow = flow;
        row.direction = direction;
        design_.connections.put(row);
    }
    QList<qint64> order() const {
        QList<qint64> ids;
        for (const ElementId id : flowOrder(design_))
            ids.append(id.value());
        return ids;
    }

private Q_SLOTS:
    void init() {
        design_ = {};
        lines_ = 0;
    }

    void anEmptyBoardHasNone() { QVERIFY(order().isEmpty()); }

    /// Row by row would begin with 2, which lies highest.
    void itBeginsWhereTheFlowDoes() {
        block(1, 0, 200);
        block(2, 300, 0);
        block(3, 600, 100);
        block(4, 0, 0);
        line(1, 2);
        line(2, 3);
        line(4, 2);
        QCOMPARE(order(), (QList<qint64>{4, 1, 2, 3}));
    }

    void itIsReadAsTheFlowGoes() {
        for (qint64 i = 0; i < 6; ++i)
            block(i + 1, Coord(i % 3) * 200, Coord(i / 3) * 200);
        QCOMPARE(order(), (QList<qint64>{1, 2, 3, 4, 5, 6})); // nothing flows: row by row
        line(1, 3);
        QCOMPARE(order(), (QList<qint64>{1, 4, 2, 5, 3, 6})); // to the right: column by column
    }

    void aCircleIsBrokenWhereItIsEntered() {
        block(5, 0, 300);
        block(1, 200, 0);
        block(2, 400, 0);
        block(3, 600, 0);
        line(1, 2);
        line(2, 3);
        line(3, 1);
        line(5, 2);
        QCOMPARE(order(), (QList<qint64>{5, 2, 3, 1})); // 2 follows what nothing leads to
        design_.connections.remove(ElementId(kLines + 4));
        QCOMPARE(order(), (QList<qint64>{5, 1, 2, 3}));
    }

    void feedbackAndLinesWithoutDirectionDoNotCount() {
        block(1, 0, 0);
        block(2, 200, 0);
        block(3, 400, 0);
        line(3, 1, Flow::Feedback);
        line(3, 2, Flow::Request, Direction::None);
        line(1, 2, Flow::Request, Direction::Both);
        QCOMPARE(order(), (QList<qint64>{1, 2, 3}));
    }

    /// A frame stands where its first block does, and keeps together what it holds.
    void framesStandWithTheirFirstBlock() {
        frame(10, 0, 0, 500, 200);
        block(1, 50, 50, 10);
        block(2, 300, 50, 10);
        frame(20, 0, 300, 500, 200);
        frame(30, 20, 320, 200, 160, 20);
        block(3, 50, 350, 30);
        block(4, 300, 350, 20);
        block(5, 700, 350);
        line(3, 1);
        line(4, 1);
        line(1, 2);
        line(3, 5);
        QCOMPARE(order(), (QList<qint64>{20, 30, 3, 4, 10, 1, 2, 5}));
    }

    void anEndAtAFrameCountsForItsFirstBlock() {
        frame(10, 0, 0, 300, 200);
        block(1, 50, 50, 10);
        frame(20, 400, 0, 300, 200); // holds nothing
        block(2, 800, 50);
        line(2, 10);
        line(2, 20);
        line(10, 1); // to what it holds: says nothing
        QCOMPARE(order(), (QList<qint64>{2, 20, 10, 1}));
    }

    void itDoesNotDependOnTheOrderOfRows() {
        const auto make = [this](bool backwards) {
            init();
            QList<qint64> ids;
            for (qint64 i = 1; i <= 60; ++i)
                ids.append(i);
            if (backwards)
                std::reverse(ids.begin(), ids.end());
            for (const qint64 i : ids)
                block(i, Coord(i * 37 % 11) * 150, Coord(i * 53 % 13) * 90);
            for (const qint64 i : ids)
                line(i, i * 29 % 60 + 1);
            return order();
        };
        const QList<qint64> order = make(false);
        QCOMPARE(order.size(), 60);
        QCOMPARE(make(true), order);
    }

    void longChainsAndLargeBoardsAreNoMatter() {
        constexpr int kCount = 10'000;
        for (int i = 1; i <= kCount; ++i)
            block(kLines * 100 + i, Coord(i % 100) * 150, Coord(i / 100) * 100);
        for (int i = kCount; i > 1; --i)
            line(kLines * 100 + i, kLines * 100 + i - 1);
        const QList<qint64> ids = order();
        QCOMPARE(ids.size(), kCount);
        QVERIFY(std::is_sorted(ids.rbegin(), ids.rend()));
    }
};

QTEST_APPLESS_MAIN(TestFlowOrder)
#include "test_flow_order.moc"
