// What a merge leaves to be put in order: nothing of theirs lies on what ours has, no line runs through what
// the other side has put in its way, and nothing else is touched.
#include "model/design/label_place.h"
#include "model/operations/merging.h"
#include "model/routing/router.h"
#include "model/versions/becoming.h"
#include "model/versions/merge.h"
#include "tests/model/graphviz/differences.h"
#include "tests/model/operations/workbench.h"
#include "tests/model/versions/edited_apart.h"

using namespace Qt::StringLiterals;
using namespace groundplan::test;

namespace groundplan {
namespace {

void makeEqual(Workbench& bench, const Design& wanted) {
    const auto done = bench.document().edit({"restore", {u"x"_s}}, [&](Editor& editor) -> Result<void> {
        become(editor, wanted);
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().sentence));
}

struct Settled {
    Design design;
    QList<SetBeside> beside;
    qsizetype conflicts = 0;
};
/// As the command line does it.
Settled settled(const Design& base, const Design& ours, const Design& theirs) {
    Workbench bench;
    makeEqual(bench, ours);
    Settled made;
    Result<Merge> merged = merge(base, ours, theirs);
    if (!merged)
        qFatal("%s", qPrintable(merged.error().sentence));
    made.conflicts = merged->conflicts.size();
    const auto done = bench.document().edit({"merge", {u"x"_s}}, [&](Editor& editor) -> Result<void> {
        become(editor, merged->design);
        made.beside = settleMerge(editor, ours, theirs);
        return {};
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().sentence));
    made.design = bench.design();
    return made;
}

/// What lies on each other as in neither version, in the other's place, and is not nested.
QStringList newOverlaps(const Design& design, const Design& ours, const Design& theirs) {
    const auto overlapIn = [](const Design& side, ElementId a, ElementId b) {
        const auto one = side.rectOf(a);
        const auto other = side.rectOf(b);
        return one && other && one->intersects(*other);
    };
    QStringList found;
    for (const Element& a : design.elements) {
        for (const Element& b : design.elements) {
            const bool counts = a.id < b.id && a.type != ElementType::Stroke && b.type != ElementType::Stroke;
            if (counts && overlapIn(design, a.id, b.id) && !overlapIn(ours, a.id, b.id) &&
                !overlapIn(theirs, a.id, b.id) && !design.isInside(a.id, b.id) &&
                !design.isInside(b.id, a.id))
                found.append(u"%1 on %2"_s.arg(design.captionOf(a.id), design.captionOf(b.id)));
        }
    }
    return found;
}

/// Two boards that begin as copies of a third.
struct Apart {
    Workbench base, ours, theirs;
    void part() {
        makeEqual(ours, base.design());
        makeEqual(theirs, base.design());
    }
    Settled settled() const { return groundplan::settled(base.design(), ours.design(), theirs.design()); }
};

} // namespace

class TestMerging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoBlocksAtOnePlace() {
        Apart apart;
        const ElementId source = apart.base.block(0, 0, u"Source"_s);
        apart.part();
        const ElementId cache = apart.ours.block(300, 0, u"Cache"_s);
        apart.ours.connect(source, cache);
        const ElementId checks = apart.theirs.block(300, 0, u"Checks"_s);
        const ElementId line = apart.theirs.connect(source, checks);
        const Settled made = apart.settled();
        QCOMPARE(made.beside.size(), 1);
        QCOMPARE(made.beside[0].element, checks);
        QCOMPARE(made.beside[0].because, cache);
        QCOMPARE(made.design.rectOf(cache), apart.ours.rect(cache));
        QCOMPARE(made.design.rectOf(source), apart.base.rect(source));
        QVERIFY(
            !made.design.rectOf(checks)->grown(16 * kUnitsPerPoint).intersects(*made.design.rectOf(cache)));
        QCOMPARE(looseRoutes(made.design), QString());
        QCOMPARE(RoutingIndex(made.design).connectionsThrough({cache, checks}), QSet<ElementId>());
        QVERIFY(made.design.connections.contains(line));
        // The same again.
        QVERIFY(apart.settled().design == made.design);
    }

    /// What was drawn together stays together.
    void aChainIsSetBesideAsOne() {
        Apart apart;
        apart.base.block(0, 0, u"Source"_s);
        apart.part();
        const ElementId one = apart.theirs.block(300, 0, u"One"_s);
        const ElementId two = apart.theirs.block(600, 0, u"Two"_s);
        const ElementId between = apart.theirs.connect(one, two);
        apart.ours.block(300, 20, u"Cache"_s);
        const Settled made = apart.settled();
        const Point step = made.design.rectOf(one)->topLeft() - apart.theirs.rect(one).topLeft();
        QVERIFY(step != Point{});
        QCOMPARE(made.design.rectOf(two)->topLeft() - apart.theirs.rect(two).topLeft(), step);
        QCOMPARE(made.design.connections.at(between).route,
                 apart.theirs.design().connections.at(between).route);
        QCOMPARE(newOverlaps(made.design, apart.ours.design(), apart.theirs.design()), QStringList());
    }

    /// Drawn around it by one, put there by the other.
    void whatLiesInANewFrameIsItsContent() {
        Apart apart;
        const ElementId inside = apart.base.block(40, 60, u"Inside"_s);
        apart.part();
        const ElementId frame = apart.theirs.frame(0, 0, 600, 300);
        const ElementId added = apart.ours.block(300, 60, u"Added"_s);
        const Settled made = apart.settled();
        QCOMPARE(made.beside.size(), 0);
        QCOMPARE(made.design.elements.at(inside).parent, frame);
        QCOMPARE(made.design.elements.at(added).parent, frame);
        QCOMPARE(made.design.rectOf(added), apart.ours.rect(added));
    }

    void aFrameGrowsAroundWhatIsSetBeside() {
        Apart apart;
        const ElementId frame = apart.base.frame(0, 0, 260, 160);
        apart.part();
        const ElementId cache = apart.ours.block(40, 60, u"Cache"_s);
        const ElementId checks = apart.theirs.block(40, 60, u"Checks"_s);
        const Settled made = apart.settled();
        QCOMPARE(made.design.elements.at(checks).parent, frame);
        QVERIFY(!made.design.rectOf(checks)->intersects(*made.design.rectOf(cache)));
        QVERIFY(made.design.rectOf(frame)->contains(*made.design.rectOf(checks)));
        QVERIFY(made.design.rectOf(frame)->contains(apart.base.rect(frame)));
    }

    void whatIsPutIntoAFrameGoesWithIt_data() {
        QTest::addColumn<bool>("oursMoves");
        QTest::newRow("ours moves it") << true;
        QTest::newRow("theirs moves it") << false;
    }
    void whatIsPutIntoAFrameGoesWithIt() {
        QFETCH(bool, oursMoves);
        Apart apart;
        const ElementId frame = apart.base.frame(0, 0, 400, 200);
        apart.part();
        Workbench& mover = oursMoves ? apart.ours : apart.theirs;
        mover.run([&](Editor& editor) { return moveElements(editor, {frame}, {0, units(1000)}); });
        const ElementId added = (oursMoves ? apart.theirs : apart.ours).block(40, 60, u"Added"_s);
        const Settled made = apart.settled();
        QCOMPARE(made.design.rectOf(frame), rectInPoints(0, 1000, 400, 200));
        QCOMPARE(made.design.rectOf(added)->topLeft(), (Point{units(40), units(1060)}));
        QCOMPARE(made.beside.size(), 1);
        QCOMPARE(made.beside[0].because, frame);
    }

    /// Each side adds something into one frame that has no room: both grow it, and nobody asks which is
    /// right.
    void bothMakeAFrameLarger() {
        Apart apart;
        const ElementId frame = apart.base.frame(0, 0, 260, 160);
        apart.part();
        apart.ours.run(
            [&](Editor& editor) { return resizeElement(editor, frame, rectInPoints(0, 0, 500, 160)); });
        apart.theirs.run(
            [&](Editor& editor) { return resizeElement(editor, frame, rectInPoints(0, 0, 260, 400)); });
        const Settled made = apart.settled();
        QCOMPARE(made.conflicts, 0);
        QCOMPARE(made.design.rectOf(frame), rectInPoints(0, 0, 500, 400));
    }

    /// One side has put a block on a line that the other one has left alone, or led another way.
    void linesGoRound_data() {
        QTest::addColumn<bool>("oursAdds");
        QTest::newRow("ours adds") << true;
        QTest::newRow("theirs adds") << false;
    }
    void linesGoRound() {
        QFETCH(bool, oursAdds);
        Apart apart;
        const ElementId left = apart.base.block(0, 0, u"Left"_s);
        const ElementId right = apart.base.block(900, 0, u"Right"_s);
        const ElementId low = apart.base.block(0, 600, u"Low"_s);
        const ElementId line = apart.base.connect(left, right);
        apart.part();
        Workbench& adder = oursAdds ? apart.ours : apart.theirs;
        Workbench& other = oursAdds ? apart.theirs : apart.ours;
        const ElementId between = adder.block(400, 0, u"Between"_s);
        const ElementId beside = other.block(300, 600, u"Beside"_s);
        other.connect(low, beside);
        const Settled made = apart.settled();
        QCOMPARE(made.beside.size(), 0);
        QCOMPARE(RoutingIndex(made.design).connectionsThrough({between}), QSet<ElementId>());
        QCOMPARE(made.design.connections.at(line).route, adder.design().connections.at(line).route);
        QCOMPARE(made.design.connections.at(line).labelAt, adder.design().connections.at(line).labelAt);
    }
    /// Both changed something about the same line: only together the block stands in its way.
    void aNewLineOfOneThroughANewBlockOfTheOther() {
        Apart apart;
        const ElementId left = apart.base.block(0, 0, u"Left"_s);
        const ElementId right = apart.base.block(900, 0, u"Right"_s);
        apart.part();
        const ElementId line = apart.theirs.connect(left, right);
        const ElementId between = apart.ours.block(400, 0, u"Between"_s);
        const Settled made = apart.settled();
        QCOMPARE(RoutingIndex(made.design).connectionsThrough({between}), QSet<ElementId>());
        QCOMPARE(looseRoutes(made.design), QString());
        QVERIFY(made.design.connections.at(line).route != apart.theirs.design().connections.at(line).route);
    }
    /// Both lead a line away from the same place of a block: they are two lines, and look like two.
    void newLinesOfBothDoNotLieOnEachOther() {
        Apart apart;
        const ElementId left = apart.base.block(0, 0, u"Left"_s);
        const ElementId high = apart.base.block(500, -200, u"High"_s);
        const ElementId low = apart.base.block(500, 200, u"Low"_s);
        apart.part();
        const ElementId up = apart.ours.connect(left, high);
        const ElementId down = apart.theirs.connect(left, low);
        const Settled made = apart.settled();
        const QList<Point> one = made.design.routeOf(made.design.connections.at(up));
        const QList<Point> other = made.design.routeOf(made.design.connections.at(down));
        QVERIFY(one.first() != other.first());
        QCOMPARE(made.design.connections.at(up).target, high);
    }
    /// A way laid by hand keeps its waypoints, also where it has to be found anew.
    void waypointsStay() {
        Apart apart;
        const ElementId left = apart.base.block(0, 0, u"Left"_s);
        const ElementId right = apart.base.block(900, 0, u"Right"_s);
        const ElementId line = apart.base.connect(left, right);
        const QList<Point> by{{units(500), units(300)}};
        apart.base.run([&](Editor& editor) { return setWaypoints(editor, line, by); });
        apart.part();
        const ElementId between = apart.theirs.block(600, 0, u"Between"_s);
        apart.ours.block(0, 600, u"Low"_s);
        const Settled made = apart.settled();
        QCOMPARE(made.design.connections.at(line).waypoints,
                 apart.base.design().connections.at(line).waypoints);
        QCOMPARE(RoutingIndex(made.design).connectionsThrough({between}), QSet<ElementId>());
    }

    /// Where only one side changed anything the result is that side, ways and places of labels too.
    void oneSideAlone_data() { addSeeds(10); }
    void oneSideAlone() {
        QFETCH(const quint64, seed);
        const EditedApart apart = editedApart(seed, 30, 12);
        const Settled ours = settled(apart.base, apart.ours, apart.base);
        QCOMPARE(differences(ours.design, apart.ours), QStringList());
        const Settled theirs = settled(apart.base, apart.base, apart.theirs);
        QCOMPARE(differences(theirs.design, apart.theirs), QStringList());
        QVERIFY(ours.beside.isEmpty() && theirs.beside.isEmpty());
    }

    void whateverBothDid_data() { addSeeds(25); }
    void whateverBothDid() {
        QFETCH(const quint64, seed);
        const EditedApart apart = editedApart(seed, 20, 12);
        const Settled made = settled(apart.base, apart.ours, apart.theirs);
        QCOMPARE(looseRoutes(made.design), QString());
        QCOMPARE(newOverlaps(made.design, apart.ours, apart.theirs), QStringList());
        QVERIFY(settled(apart.base, apart.ours, apart.theirs).design == made.design);
    }
};

} // namespace groundplan

QTEST_GUILESS_MAIN(groundplan::TestMerging)
#include "test_merging.moc"
