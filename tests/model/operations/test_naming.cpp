#include "tests/model/operations/workbench.h"

using namespace groundplan;
using namespace Qt::StringLiterals;
using test::makeKind;
using test::Workbench;

namespace {

Result<void> rename(Workbench& bench, ElementId id, const QString& title, const QString& defaultTitle = {}) {
    return bench.run([=](Editor& editor) {
        return renameElement(
            editor, id, title,
            [](const QString& label) {
                return Size{Coord(label.size()), 8};
            },
            defaultTitle);
    });
}

} // namespace

class TestNaming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNameFollowsTheFirstTitleOnly() {
        Workbench bench;
        const ElementId id = bench.block(0, 0, u"Ranking"_s);
        QCOMPARE(bench.name(id), u"ranking"_s);
        QVERIFY(rename(bench, id, u"  Deep ranker "_s));
        QCOMPARE(bench.design().blocks.find(id)->title, u"Deep ranker"_s);
        QCOMPARE(bench.design().blocks.find(id)->ownTitle, true);
        QCOMPARE(bench.name(id), u"deep_ranker"_s);
        QVERIFY(rename(bench, id, u"Wide ranker"_s));
        QCOMPARE(bench.design().blocks.find(id)->title, u"Wide ranker"_s);
        QCOMPARE(bench.name(id), u"deep_ranker"_s);
    }

    void aNewNameIsUnique() {
        Workbench bench;
        const ElementId first = bench.block(0, 0, u"Ranker"_s);
        const ElementId second = bench.block(300, 0, u"Model"_s);
        QVERIFY(rename(bench, second, u"Ranker"_s));
        QCOMPARE(bench.name(first), u"ranker"_s);
        QCOMPARE(bench.name(second), u"ranker_2"_s);
        QCOMPARE(bench.design().blocks.find(second)->title, u"Ranker"_s);
    }

    void theSameTitleIsNoTitleOfOnesOwn() {
        Workbench bench;
        const ElementId id = bench.block(0, 0, u"Ranking"_s);
        QVERIFY(rename(bench, id, u"Ranking"_s));
        QCOMPARE(bench.design().blocks.find(id)->ownTitle, false);
    }

    void anEmptyTitleGivesTheDefaultBack() {
        Workbench bench;
        const ElementId id = bench.block(0, 0, u"Ranking"_s);
        QVERIFY(rename(bench, id, u"Mine"_s));
        QVERIFY(rename(bench, id, u" "_s));
        QCOMPARE(bench.design().blocks.find(id)->title, u"Mine"_s);
        QVERIFY(rename(bench, id, {}, u"Ranking"_s));
        QCOMPARE(bench.design().blocks.find(id)->title, u"Ranking"_s);
        QCOMPARE(bench.name(id), u"mine"_s);
    }

    void frames() {
        Workbench bench;
        const ElementId id = bench.frame(0, 0, 200, 200);
        QVERIFY(rename(bench, id, u"Online path"_s));
        QCOMPARE(bench.name(id), u"online_path"_s);
        // Without a title it is still called what it was.
        QVERIFY(rename(bench, id, {}));
        QCOMPARE(bench.design().frames.find(id)->title, QString());
        QCOMPARE(bench.name(id), u"online_path"_s);
        QVERIFY(rename(bench, id, u"Serving"_s));
        QCOMPARE(bench.design().frames.find(id)->title, u"Serving"_s);
        QCOMPARE(bench.name(id), u"online_path"_s);
    }

    void labels() {
        Workbench bench;
        const ElementId id = bench.connect(bench.block(0, 0), bench.block(300, 0));
        QVERIFY(rename(bench, id, u"hourly"_s));
        QCOMPARE(bench.design().connections.find(id)->label, u"hourly"_s);
        QVERIFY(bench.design().connections.find(id)->labelSize == (Size{6, 8}));
        QVERIFY(rename(bench, id, {}));
        QCOMPARE(bench.design().connections.find(id)->label, QString());
        QVERIFY(bench.design().connections.find(id)->labelSize == Size{});
    }

    void cards() {
        Workbench bench;
        const ElementId text = bench.card(0, 0);
        QVERIFY(rename(bench, text, u"two\nlines"_s));
        QCOMPARE(bench.design().cards.find(text)->text, u"two\nlines"_s);
        const auto legend = bench.make<ElementId>([](Editor& editor) {
            return addCard(editor, CardKind::Legend, test::rectInPoints(0, 0, 100, 100));
        });
        const auto refused = rename(bench, legend, u"x"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence,
                 u"This card shows what stands elsewhere in the design; change it there."_s);
    }

    void limits() {
        Workbench bench;
        const ElementId id = bench.block(0, 0);
        QVERIFY(rename(bench, id, QString(2000, u'x')));
        const auto refused = rename(bench, id, QString(2001, u'y'));
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence,
                 u"A title can have at most 2,000 characters and this one has 2,001; shorten it."_s);
        QVERIFY(!rename(bench, ElementId(8), u"x"_s));
    }

    void kinds() {
        Workbench bench;
        const Kind model = makeKind(u"model"_s, u"Model"_s, true, Path::Unset);
        const Kind cache = makeKind(u"cache"_s, u"Cache"_s, false, Path::Online);
        const auto id =
            bench.make<ElementId>([&](Editor& editor) { return addBlock(editor, model, {}, u"en"_s); });
        const auto change = [&](const Kind* old, const Kind& kind) {
            return bench.run([&](Editor& editor) { return changeKind(editor, id, old, kind, u"en"_s); });
        };
        QVERIFY(change(&model, cache));
        Block block = *bench.design().blocks.find(id);
        QCOMPARE(block.kind, u"cache"_s);
        QCOMPARE(block.title, u"Cache"_s);
        QCOMPARE(block.name, u"cache"_s);
        QCOMPARE(block.ml, false);
        QCOMPARE(block.path, Path::Online);
        // What the user has set stays.
        QVERIFY(rename(bench, id, u"Mine"_s));
        block = *bench.design().blocks.find(id);
        block.path = Path::Offline;
        bench.put(block);
        QVERIFY(change(&cache, model));
        block = *bench.design().blocks.find(id);
        QCOMPARE(block.title, u"Mine"_s);
        QCOMPARE(block.name, u"mine"_s);
        QCOMPARE(block.path, Path::Offline);
        QCOMPARE(block.ml, true);
    }
};

QTEST_GUILESS_MAIN(TestNaming)
#include "test_naming.moc"
