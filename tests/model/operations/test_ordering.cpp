#include "tests/model/operations/workbench.h"

#include <limits>

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::Workbench;

namespace {

/// Blocks a, b, c, d on one place; the order back to front as a word.
struct Stack {
    Workbench bench;
    QList<ElementId> ids;

    explicit Stack(int apart = 0, const QString& letters = u"abcd"_s) {
        for (qsizetype i = 0; i < letters.size(); ++i)
            ids << bench.block(double(apart * i), 0, letters.mid(i, 1));
    }
    QString order() const {
        QString word;
        for (const Element* element : bench.design().elements.sorted())
            word += bench.design().captionOf(element->id);
        return word;
    }
    Result<void> move(const QString& letters, Depth depth) {
        QSet<ElementId> chosen;
        for (const ElementId id : ids) {
            if (letters.contains(bench.design().captionOf(id)))
                chosen.insert(id);
        }
        return bench.run([=](Editor& editor) { return reorderElements(editor, chosen, depth); });
    }
};

} // namespace

class TestOrdering : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moves_data() {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<Depth>("depth");
        QTest::addColumn<QString>("expected");
        QTest::newRow("front") << u"b"_s << Depth::Front << u"acdb"_s;
        QTest::newRow("two to the front") << u"ca"_s << Depth::Front << u"bdac"_s;
        QTest::newRow("back") << u"c"_s << Depth::Back << u"cabd"_s;
        QTest::newRow("two to the back") << u"db"_s << Depth::Back << u"bdac"_s;
        QTest::newRow("forward") << u"b"_s << Depth::Forward << u"acbd"_s;
        QTest::newRow("two forward") << u"ab"_s << Depth::Forward << u"cabd"_s;
        QTest::newRow("backward") << u"c"_s << Depth::Backward << u"acbd"_s;
        QTest::newRow("two backward") << u"bd"_s << Depth::Backward << u"badc"_s;
        QTest::newRow("the front one forward") << u"d"_s << Depth::Forward << u"abcd"_s;
        QTest::newRow("the back one backward") << u"a"_s << Depth::Backward << u"abcd"_s;
        QTest::newRow("all to the front") << u"abcd"_s << Depth::Front << u"abcd"_s;
    }
    void moves() {
        QFETCH(QString, chosen);
        QFETCH(Depth, depth);
        QFETCH(QString, expected);
        Stack stack;
        QVERIFY(stack.move(chosen, depth));
        QCOMPARE(stack.order(), expected);
    }

    void stepsPassTheNextOneTheyOverlap() {
        Stack stack(1000);
        const ElementId last = stack.bench.block(10, 0, u"e"_s); // over a only
        stack.ids << last;
        QVERIFY(stack.move(u"a"_s, Depth::Forward));
        QCOMPARE(stack.order(), u"bcdea"_s);
        QVERIFY(stack.move(u"c"_s, Depth::Backward)); // overlaps none: the next one
        QCOMPARE(stack.order(), u"cbdea"_s);
    }

    void onlyTheChosenOnesAreWritten() {
        Stack stack;
        const Design before = stack.bench.design();
        QVERIFY(stack.move(u"b"_s, Depth::Front));
        for (const ElementId id : stack.ids) {
            const bool same = *stack.bench.design().elements.find(id) == *before.elements.find(id);
            QCOMPARE(same, id != stack.ids.at(1));
        }
    }

    void thousandsOfStepsFindRoom() {
        Stack stack;
        for (int i = 0; i < 300; ++i) {
            // b in and out between a and c halves the gap there again and again.
            QVERIFY(stack.move(i % 2 ? u"b"_s : u"c"_s, Depth::Backward));
            QCOMPARE(stack.order(), i % 2 ? u"abcd"_s : u"acbd"_s);
        }
    }

    void extremeOrdersAreRenumbered() {
        Stack stack;
        const QList<qint64> orders = {std::numeric_limits<qint64>::min(), 0, 0,
                                      std::numeric_limits<qint64>::max()};
        for (int i = 0; i < 4; ++i) {
            Element row = *stack.bench.design().elements.find(stack.ids.at(i));
            row.order = orders.at(i);
            stack.bench.put(row);
        }
        QVERIFY(stack.move(u"a"_s, Depth::Front));
        QVERIFY(stack.order().endsWith(u"a"_s));
        QVERIFY(stack.move(u"d"_s, Depth::Back));
        QVERIFY(stack.order().startsWith(u"d"_s));
    }

    void framesStayBehindWhatTheyHold() {
        Workbench bench;
        const ElementId a = bench.frame(0, 0, 400, 400, u"a"_s);
        const ElementId inA = bench.frame(50, 50, 200, 200, u"in a"_s);
        const ElementId b = bench.frame(300, 0, 400, 400, u"b"_s);
        const ElementId inB = bench.frame(450, 50, 200, 200, u"in b"_s);
        QCOMPARE(bench.parent(inA), a);
        QCOMPARE(bench.parent(inB), b);
        const auto order = [&](ElementId id) { return bench.design().elements.find(id)->order; };
        const auto nested = [&] { return order(a) < order(inA) && order(b) < order(inB); };
        QVERIFY(nested());
        for (const auto& [id, depth] : QList<QPair<ElementId, Depth>>{{a, Depth::Front},
                                                                      {inA, Depth::Back},
                                                                      {b, Depth::Back},
                                                                      {a, Depth::Backward},
                                                                      {b, Depth::Front}}) {
            QVERIFY(bench.run(
                [id = id, depth = depth](Editor& editor) { return reorderElements(editor, {id}, depth); }));
            QVERIFY(nested());
        }
        QVERIFY(order(b) > order(a));
        QVERIFY(order(b) > order(inA));
    }

    void layersDoNotMix() {
        Workbench bench;
        const ElementId frame = bench.frame(0, 0, 600, 400);
        const ElementId a = bench.block(20, 20);
        const ElementId card = bench.card(30, 30);
        const ElementId id = bench.connect(a, bench.block(300, 20));
        const Element before = *bench.design().elements.find(id);
        QVERIFY(bench.run([&](Editor& editor) { return reorderElements(editor, {frame, a}, Depth::Front); }));
        QVERIFY(bench.design().elements.find(a)->order > bench.design().elements.find(card)->order);
        QVERIFY(*bench.design().elements.find(id) == before);
    }

    void goneOnesAreRefused() {
        Workbench bench;
        QVERIFY(
            !bench.run([](Editor& editor) { return reorderElements(editor, {ElementId(4)}, Depth::Front); }));
    }
};

QTEST_GUILESS_MAIN(TestOrdering)
#include "test_ordering.moc"
