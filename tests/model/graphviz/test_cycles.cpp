#include "model/graphviz/cycles.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace groundplan;

/// Which edge of a cycle runs back.
class TestCycles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// "c a" for an edge from c to a; what stands in a frame is written "frame/name".
    void opened_data() {
        QTest::addColumn<QStringList>("nodes");
        QTest::addColumn<QStringList>("edges");
        QTest::addColumn<QStringList>("turned");
        QTest::newRow("none") << QStringList{u"a"_s, u"b"_s} << QStringList{u"b a"_s} << QStringList{};
        QTest::newRow("the last") << QStringList{u"a"_s, u"b"_s, u"c"_s}
                                  << QStringList{u"a b"_s, u"b c"_s, u"c a"_s} << QStringList{u"c a"_s};
        // Although the nodes were named in another order.
        QTest::newRow("by edges") << QStringList{u"c"_s, u"a"_s, u"b"_s}
                                  << QStringList{u"a b"_s, u"b c"_s, u"c a"_s} << QStringList{u"c a"_s};
        QTest::newRow("two") << QStringList{u"d"_s, u"c"_s, u"b"_s, u"a"_s}
                             << QStringList{u"c d"_s, u"a b"_s, u"b c"_s, u"d a"_s, u"c b"_s, u"a d"_s}
                             << QStringList{u"d a"_s, u"c b"_s};
        QTest::newRow("frames") << QStringList{u"f/a"_s, u"f/b"_s, u"c"_s}
                                << QStringList{u"f c"_s, u"c a"_s, u"f a"_s, u"b b"_s}
                                << QStringList{u"c a"_s};
    }
    void opened() {
        QFETCH(QStringList, nodes);
        QFETCH(QStringList, edges);
        QHash<QString, ElementId> ids;
        LayoutRequest request;
        for (const QString& node : nodes) {
            const QString frame = node.contains(u'/') ? node.section(u'/', 0, 0) : QString();
            if (!frame.isEmpty() && !ids.contains(frame)) {
                ids.insert(frame, ElementId::random());
                request.clusters.append({ids[frame], {}});
            }
            const ElementId id = ElementId::random();
            ids.insert(node.section(u'/', -1), id);
            request.nodes.append({id, {100, 100}, frame.isEmpty() ? ElementId() : ids[frame]});
        }
        for (const QString& edge : edges)
            request.edges.append({ids[edge.section(u' ', 0, 0)], ids[edge.section(u' ', 1)]});
        const LayoutRequest before = request;
        openCycles(request);
        QStringList turned;
        for (qsizetype i = 0; i < edges.size(); ++i) {
            if (request.edges[i].source != before.edges[i].source)
                turned << edges[i];
        }
        QTEST(turned, "turned");
    }
    /// Every edge against the order of all before it.
    void manyThatTurnBack() {
        constexpr int kNodes = 5'000;
        LayoutRequest request;
        for (int i = 0; i < kNodes; ++i)
            request.nodes.append({ElementId::random(), {100, 100}, {}});
        for (int i = 0; i + 1 < kNodes; ++i) {
            request.edges.append({request.nodes[i + 1].id, request.nodes[i].id});
            request.edges.append({request.nodes[i].id, request.nodes[kNodes - 1].id});
        }
        QElapsedTimer timer;
        timer.start();
        openCycles(request);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestCycles)
#include "test_cycles.moc"
