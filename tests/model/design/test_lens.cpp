#include "model/design/lens.h"
#include "model/design/stops.h"

#include <QTest>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

Block& changeable(QList<Block>& blocks, int id) {
    Block block;
    block.id = ElementId(id);
    blocks.append(block);
    return blocks.last();
}

void addConnection(Design& design, int id, int source, int target, Flow flow) {
    Connection connection;
    connection.id = ElementId(id);
    connection.source = ElementId(source);
    connection.target = ElementId(target);
    connection.flow = flow;
    design.connections.put(connection);
}

void addFrame(Design& design, int id, int x, int y, int w, int h, int parent = 0) {
    Element element;
    element.id = ElementId(id);
    element.type = ElementType::Frame;
    element.parent = ElementId(parent);
    element.order = id;
    design.elements.put(element);
    Frame frame;
    frame.id = element.id;
    frame.rect = {x, y, w, h};
    design.frames.put(frame);
}

QList<int> numbers(const QList<ElementId>& ids) {
    QList<int> list;
    for (const ElementId id : ids)
        list.append(int(id.value()));
    return list;
}

} // namespace

class TestLens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachLensLightsItsPart() {
        QList<Block> blocks;
        blocks.reserve(3);
        changeable(blocks, 1).path = Path::Online;
        changeable(blocks, 2).path = Path::Online;
        blocks[1].ml = true;
        changeable(blocks, 3).path = Path::Offline;
        Design design;
        for (const Block& block : blocks)
            design.blocks.put(block);
        addConnection(design, 10, 1, 2, Flow::Request);
        addConnection(design, 11, 2, 3, Flow::Telemetry);
        Metric metric;
        metric.id = MetricId(1);
        metric.subject = ElementId(2);
        design.metrics.put(metric);
        const auto lit = [&](Lens lens) {
            QList<ElementId> ids = litBy(design, lens).values();
            std::sort(ids.begin(), ids.end());
            return numbers(ids);
        };
        QCOMPARE(lit(Lens::None), QList<int>());
        QCOMPARE(lit(Lens::Online), (QList{1, 2, 10}));
        QCOMPARE(lit(Lens::Offline), (QList{3}));
        QCOMPARE(lit(Lens::MachineLearning), (QList{2}));
        QCOMPARE(lit(Lens::NoMetrics), (QList{1, 3}));
        QCOMPARE(lit(lensOf(Flow::Request)), (QList{1, 2, 10}));
        QCOMPARE(lit(lensOf(Flow::Telemetry)), (QList{2, 3, 11}));
        QCOMPARE(lit(lensOf(Flow::Batch)), QList<int>());
        QCOMPARE(int(lensOf(Flow::Telemetry)), kLensCount - 1);
    }

    void framesAroundWhatIsLitAreLit() {
        Design design;
        addFrame(design, 20, 0, 0, 900, 900);
        addFrame(design, 21, 0, 0, 400, 400, 20);
        addFrame(design, 22, 500, 0, 300, 300, 20);
        for (const int id : {1, 2}) {
            Element element;
            element.id = ElementId(id);
            element.parent = ElementId(id == 1 ? 21 : 22);
            design.elements.put(element);
            Block block;
            block.id = element.id;
            block.path = id == 1 ? Path::Online : Path::Offline;
            design.blocks.put(block);
        }
        addConnection(design, 10, 22, 2, Flow::Batch); // from a frame
        const auto lit = [&](Lens lens) {
            QList<ElementId> ids = litBy(design, lens).values();
            std::sort(ids.begin(), ids.end());
            return numbers(ids);
        };
        QCOMPARE(lit(Lens::Online), (QList{1, 20, 21}));
        QCOMPARE(lit(lensOf(Flow::Batch)), (QList{2, 10, 20, 22}));
        QCOMPARE(lit(Lens::MachineLearning), QList<int>());
    }

    void framesAreShownAsOneReads() {
        Design design;
        addFrame(design, 1, 0, 1000, 500, 300);
        addFrame(design, 2, 600, 10, 300, 300);
        addFrame(design, 3, 0, 60, 300, 300); // a little lower, but in the same row
        addFrame(design, 4, 100, 100, 50, 50, 3);
        addFrame(design, 5, 0, 100, 50, 50, 3);
        QCOMPARE(numbers(presentationOf(design)), (QList{3, 5, 4, 2, 1}));
        // Stops come instead.
        Element element = design.elements.at(ElementId(1));
        element.stop = 7;
        design.elements.put(element);
        element = design.elements.at(ElementId(2));
        element.stop = 9;
        design.elements.put(element);
        QCOMPARE(numbers(presentationOf(design)), (QList{1, 2}));
        QVERIFY(presentationOf(Design()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLens)
#include "test_lens.moc"
