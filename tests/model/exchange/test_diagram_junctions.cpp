#include "model/exchange/diagram_junctions.h"
#include "model/exchange/loose_drawing.h"
#include "tests/model/exchange/diagram_words.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

/// Points where lines meet are no blocks.
class TestDiagramJunctions : public QObject {
    Q_OBJECT

    static Diagram::Node node(const QString& id, const QString& shape = {}) {
        Diagram::Node made;
        made.id = made.name = made.label = id;
        made.shape = shape;
        return made;
    }
    static Diagram::Edge edge(const QString& from, const QString& to, Direction direction,
                              const QString& label = {}) {
        Diagram::Edge made{from, to, label};
        made.direction = direction;
        return made;
    }
    /// Without words.
    static Diagram::Node placed(const QString& id, const QString& label, double x, double y, double w,
                                double h, const QString& shape = {}) {
        Diagram::Node made = node(id, shape);
        made.name.clear();
        made.label = label;
        made.rect = Rect{units(x), units(y), units(w), units(h)};
        return made;
    }
    static LooseLine line(const QString& from, const QString& to, double x, double y, double toX,
                          double toY) {
        LooseLine made;
        made.edge.source = from;
        made.edge.target = to;
        made.points = {{units(x), units(y)}, {units(toX), units(toY)}};
        made.above = 100;
        return made;
    }

private Q_SLOTS:
    void connectionsLeadPastThem() {
        Diagram diagram;
        diagram.nodes << node(u"server"_s) << node(u"j1"_s, u"point"_s) << node(u"db"_s) << node(u"train"_s);
        diagram.edges << edge(u"server"_s, u"j1"_s, Direction::None, u"reads"_s)
                      << edge(u"j1"_s, u"db"_s, Direction::None)
                      << edge(u"j1"_s, u"train"_s, Direction::Forward, u"starts"_s);
        diagram.edges[1].line = LineLook::Dashed;
        QCOMPARE(wordsOf(withoutJunctions(diagram)).filter(u"\" "_s),
                 (QStringList{u"\"server\" -- \"db\" dashed \"reads\""_s,
                              u"\"server\" -> \"train\" \"reads, starts\""_s}));
        diagram.nodes[1].label = u"Load balancer"_s; // is a thing
        QCOMPARE(withoutJunctions(diagram).edges.size(), 3);
    }
    void thoseThatStayAreCalledWhatTheyAre() {
        Diagram diagram;
        for (const QString& id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            diagram.nodes << node(id);
        for (const QString& id : {u"many"_s, u"first"_s, u"last"_s})
            diagram.nodes << node(id, u"point"_s);
        for (const QString& id : {u"a"_s, u"b"_s})
            diagram.edges << edge(id, u"many"_s, Direction::Forward);
        for (const QString& id : {u"c"_s, u"d"_s})
            diagram.edges << edge(u"many"_s, id, Direction::Forward);
        diagram.edges << edge(u"first"_s, u"a"_s, Direction::Forward)
                      << edge(u"d"_s, u"last"_s, Direction::Forward);
        const Diagram led = withoutJunctions(diagram);
        QCOMPARE(wordsOf(led).filter(u"point"_s),
                 (QStringList{u"block \"Junction\" point"_s, u"block \"Start\" point"_s,
                              u"block \"End\" point"_s}));
        QCOMPARE(led.edges.size(), 6);
    }
    void drawnDotsAreCorners() {
        const Diagram diagram = structured(
            {{placed(u"a"_s, u"A"_s, 0, 0, 100, 60), placed(u"b"_s, u"B"_s, 300, 0, 100, 60),
              placed(u"c"_s, u"C"_s, 300, 200, 100, 60), placed(u"dot"_s, {}, 195, 25, 10, 10, u"ellipse"_s)},
             {line(u"a"_s, u"dot"_s, 100, 30, 195, 30), line(u"dot"_s, u"b"_s, 205, 30, 300, 30),
              line(u"dot"_s, u"c"_s, 200, 35, 300, 230)}});
        QCOMPARE(diagram.nodes.size(), 3);
        QCOMPARE(wordsOf(diagram).mid(3),
                 (QStringList{u"\"A\" -> \"B\" by 200,30"_s, u"\"A\" -> \"C\" by 200,30"_s}));
        QCOMPARE(diagram.notTaken.sentences(), QStringList());
    }
    /// As activities begin: the dot and its arrow stay what they look like.
    void drawnDotsThatStayAreDrawn() {
        LooseLine loose = line(u"dot"_s, u"a"_s, 0, 0, 0, 0);
        loose.points.clear(); // as draw.io says it
        const Diagram diagram = structured(
            {{placed(u"dot"_s, {}, 40, 45, 30, 30, u"point"_s), placed(u"a"_s, u"A"_s, 200, 30, 100, 60)},
             {loose}});
        QCOMPARE(wordsOf(diagram),
                 (QStringList{u"ellipse point 30x30 at 40,45"_s, u"block \"A\" 100x60 at 200,30"_s,
                              u"stroke 70,60 200,60"_s}));
        QCOMPARE(diagram.notTaken.sentences(),
                 QStringList{u"Lines that begin or end at a mere dot became drawn ones: ? → “A”."_s});
    }
};

} // namespace groundplan

QTEST_APPLESS_MAIN(groundplan::TestDiagramJunctions)
#include "test_diagram_junctions.moc"
