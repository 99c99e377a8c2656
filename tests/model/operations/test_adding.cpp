#include "tests/model/operations/workbench.h"

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::makeKind;
using test::rectInPoints;
using test::Workbench;

class TestAdding : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBlockIsAsItsKindSays() {
        Workbench bench;
        const Kind kind = makeKind(u"feature-store"_s, u"Feature store"_s, true, Path::Online);
        const auto id = bench.make<ElementId>([&](Editor& editor) {
            return addBlock(editor, kind, {units(40), units(-20)}, u"de"_s);
        });
        const Block block = *bench.design().blocks.find(id);
        QCOMPARE(block.kind, u"feature-store"_s);
        QCOMPARE(block.title, u"Feature store"_s);
        QCOMPARE(block.name, u"feature_store"_s);
        QCOMPARE(block.ownTitle, false);
        QCOMPARE(block.ml, true);
        QCOMPARE(block.path, Path::Online);
        QVERIFY(block.rect == rectInPoints(40, -20, 176, 64));
        const Element element = *bench.design().elements.find(id);
        QCOMPARE(element.type, ElementType::Block);
        QCOMPARE(element.parent, ElementId{});
        QCOMPARE(element.locked, false);
    }

    void namesAreUnique() {
        Workbench bench;
        QStringList names;
        for (int i = 0; i < 3; ++i)
            names << bench.name(bench.block(0, i * 100));
        names << bench.name(bench.frame(1000, 0, 200, 200, u"Model"_s));
        QCOMPARE(names, (QStringList{u"model"_s, u"model_2"_s, u"model_3"_s, u"model_4"_s}));
    }

    void newOnesAreInFront() {
        Workbench bench;
        const ElementId first = bench.block(0, 0);
        const ElementId second = bench.block(10, 10);
        QVERIFY(bench.design().elements.find(second)->order > bench.design().elements.find(first)->order);
    }

    void aBlockBelongsToTheInnermostFrameUnderItsMiddle() {
        Workbench bench;
        const ElementId outer = bench.frame(0, 0, 800, 600);
        const ElementId inner = bench.frame(100, 100, 300, 300);
        QCOMPARE(bench.parent(inner), outer);
        QCOMPARE(bench.parent(bench.block(150, 150)), inner);
        QCOMPARE(bench.parent(bench.block(500, 150)), outer);
        QCOMPARE(bench.parent(bench.block(320, 150)), outer); // its middle is at 408
        QCOMPARE(bench.parent(bench.block(311, 150)), inner); // 399
        QCOMPARE(bench.parent(bench.block(900, 150)), ElementId{});
        QCOMPARE(bench.parent(bench.card(500, 300, 200, 100)), outer);
    }

    void placesAreClampedToTheBoard() {
        Workbench bench;
        const auto at = [&](Coord x, Coord y) {
            return bench.rect(bench.make<ElementId>([&](Editor& editor) {
                return addBlock(editor, makeKind(u"m"_s, u"M"_s), {x, y}, u"en"_s);
            }));
        };
        QCOMPARE(at(2'000'000'000, 0).right(), kMaxCoord);
        QCOMPARE(at(-2'000'000'000, 0).left(), -kMaxCoord);
        QCOMPARE(at(0, 2'000'000'000).bottom(), kMaxCoord);
        QCOMPARE(bench.rect(bench.frame(0, 0, 1, 1)).w, kMinSize);
    }

    void aBlockOnALineMovesTheLine() {
        Workbench bench;
        const ElementId a = bench.block(0, 0);
        const ElementId b = bench.block(600, 0);
        const ElementId connection = bench.connect(a, b);
        QCOMPARE(bench.design().connections.find(connection)->route.size(), 2);
        bench.block(300, 0);
        QCOMPARE(bench.design().connections.find(connection)->route.size(), 4);
    }

    void aFrameTakesInWhatLiesInIt() {
        Workbench bench;
        const ElementId inside = bench.block(100, 100);
        const ElementId half = bench.block(380, 100);
        const ElementId small = bench.frame(90, 200, 250, 100);
        const ElementId deep = bench.block(100, 210);
        const ElementId frame = bench.frame(50, 50, 400, 400);
        QCOMPARE(bench.parent(inside), frame);
        QCOMPARE(bench.parent(half), ElementId{});
        QCOMPARE(bench.parent(small), frame);
        QCOMPARE(bench.parent(deep), small);
        // What lies in the frame is not hidden by it.
        QVERIFY(bench.design().elements.find(small)->order > bench.design().elements.find(frame)->order);
    }

    void cards() {
        Workbench bench;
        const DecisionId decision = bench.decision({});
        const auto id = bench.make<ElementId>([&](Editor& editor) {
            return addCard(editor, CardKind::Decision, rectInPoints(0, 0, 100, 100), {}, decision);
        });
        QCOMPARE(bench.design().cards.find(id)->decision, decision);
        QCOMPARE(bench.design().cards.find(id)->kind, CardKind::Decision);
        const auto refused = bench.run([](Editor& editor) -> Result<void> {
            if (const auto card = addCard(editor, CardKind::Decision, {}, {}, DecisionId(7)); !card)
                return Failure(card.error());
            return {};
        });
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence,
                 u"The decision that the card should show is no longer in the design; choose another."_s);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
    }

    void textsBeyondTheLimitAreRefused() {
        Workbench bench;
        const Design before = bench.design();
        const auto frame = bench.run([](Editor& editor) -> Result<void> {
            if (const auto made = addFrame(editor, {}, QString(2001, u'x')); !made)
                return Failure(made.error());
            return {};
        });
        QVERIFY(!frame);
        QCOMPARE(frame.error().sentence,
                 u"A title can have at most 2,000 characters and this one has 2,001; shorten it."_s);
        const auto card = bench.run([](Editor& editor) -> Result<void> {
            if (const auto made = addCard(editor, CardKind::Text, {}, QString(100'001, u'x')); !made)
                return Failure(made.error());
            return {};
        });
        QVERIFY(!card);
        QVERIFY(bench.design() == before);
    }

    void whatNoFileCanHoldIsLeftOut() {
        Workbench bench;
        const QString odd = u"a"_s + QChar(0) + QChar(0xd800) + u"b"_s;
        const ElementId frame = bench.frame(0, 0, 100, 100, odd);
        QCOMPARE(bench.design().frames.find(frame)->title, u"a?b"_s);
    }
};

QTEST_GUILESS_MAIN(TestAdding)
#include "test_adding.moc"
