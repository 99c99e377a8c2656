#include "model/exchange/loose_drawing.h"
#include "tests/model/exchange/diagram_words.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace groundplan {

/// Stores that were put together of other shapes.
class TestCylinders : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cylindersOfTwo();
    void cylindersOfEllipsesAndLines();
    void cylindersWithAnArc();
    void whatIsNone();

private:
    static Diagram::Node node(const QString& id, const QString& label, double x, double y, double w,
                              double h) {
        Diagram::Node made;
        made.id = id;
        made.label = label;
        made.rect = Rect{units(x), units(y), units(w), units(h)};
        made.group = u"g"_s;
        return made;
    }
    static Diagram::Node ellipse(const QString& id, double x, double y, double w, double h) {
        Diagram::Node made = node(id, {}, x, y, w, h);
        made.shape = u"ellipse"_s;
        return made;
    }
    static Diagram::Node text(const QString& label, double x, double y, double w) {
        Diagram::Node made = node(u"text "_s + label, label, x, y, w, 20);
        made.type = Diagram::NodeType::Text;
        return made;
    }
    static LooseLine line(const QList<QPointF>& way) {
        LooseLine made;
        for (const QPointF& at : way)
            made.points << Point{units(at.x()), units(at.y())};
        made.arrow = false;
        made.edge.direction = Direction::None;
        made.above = 100;
        made.group = u"g"_s;
        return made;
    }
    static Diagram::Node other() {
        Diagram::Node made = node(u"b"_s, u"B"_s, 300, 0, 80, 80);
        made.group.clear();
        return made;
    }
    static LooseLine arrow() {
        LooseLine made = line({{88, 40}, {294, 40}});
        made.arrow = true;
        made.edge.direction = Direction::Forward;
        made.group.clear();
        return made;
    }
    /// As hands draw it, and an arrow from it.
    static LooseDrawing drawn() {
        return {{ellipse(u"lid"_s, 0, 0, 80, 20), ellipse(u"foot"_s, 0, 60, 80, 20),
                 text(u"Postgres"_s, 0, 90, 80), other()},
                {line({{0, 10}, {0, 70}}), line({{80, 10}, {80, 70}}), arrow()}};
    }
};

/// A box with an ellipse upon its upper edge, perhaps another upon the lower one, is how hands draw a store.
void TestCylinders::cylindersOfTwo() {
    QList<Diagram::Node> nodes{node(u"box"_s, {}, 80, 540, 130, 80), node(u"lid"_s, {}, 80, 525, 130, 30),
                               text(u"Postgres"_s, 95, 575, 100)};
    nodes[1].shape = u"ellipse"_s;
    for (Diagram::Node& part : nodes)
        part.group = u"g"_s;
    QCOMPARE(wordsOf(structured({nodes, {}})),
             QStringList{u"block \"Postgres\" cylinder 130x95 at 80,525"_s});
    nodes << node(u"foot"_s, {}, 80, 605, 130, 30);
    nodes[3].shape = u"ellipse"_s;
    nodes[3].group = u"g"_s;
    QCOMPARE(wordsOf(structured({nodes, {}})),
             QStringList{u"block \"Postgres\" cylinder 130x110 at 80,525"_s});
    nodes.removeLast();
    nodes[1].rect = Rect{units(80.0), units(560.0), units(130.0), units(30.0)};
    QCOMPARE(structured({nodes, {}}).nodes.size(), 2);
}

/// Two ellipses and the lines at their sides, as where a program has no such shape.
void TestCylinders::cylindersOfEllipsesAndLines() {
    const QStringList one{u"block \"Postgres\" cylinder 80x80 at 0,0"_s, u"block \"B\" 80x80 at 300,0"_s,
                          u"\"Postgres\" -> \"B\""_s};
    const LooseDrawing drawing = drawn();
    QCOMPARE(wordsOf(structured(drawing)), one);
    QVERIFY(structured(drawing).notTaken.sentences().isEmpty());
    // What was bound to a part leads to the whole.
    LooseDrawing bound = drawing;
    bound.lines[2].edge.source = u"foot"_s;
    bound.lines[2].edge.target = u"b"_s;
    QCOMPARE(wordsOf(structured(bound)), one);
    // A caption that is not of the group names it, too; without any it is called what it is.
    LooseDrawing beside = drawing;
    beside.nodes[2].group.clear();
    QCOMPARE(wordsOf(structured(beside)).first(), one.first() + u" (database)"_s);
    LooseDrawing wordless = drawing;
    wordless.nodes.removeAt(2);
    QCOMPARE(wordsOf(structured(wordless)).first(), u"block \"Database\" cylinder 80x80 at 0,0 (database)"_s);
}

/// The lower end is seen in part: an arc below the lines at the sides, or one with them.
void TestCylinders::cylindersWithAnArc() {
    LooseDrawing drawing = drawn();
    const QString one = u"block \"Postgres\" cylinder 80x80 at 0,0"_s;
    drawing.nodes.removeAt(1);
    QVERIFY(wordsOf(structured(drawing)).first() != one);
    LooseDrawing arc = drawing;
    arc.lines << line({{0, 70}, {40, 80}, {80, 70}});
    QCOMPARE(wordsOf(structured(arc)).first(), one);
    drawing.lines = {line({{0, 10}, {0, 70}, {40, 80}, {80, 70}, {80, 10}}), arrow()};
    QCOMPARE(wordsOf(structured(drawing)).first(), one);
}

/// Lines that were drawn between two things join them; the arrow ends beside these.
void TestCylinders::whatIsNone() {
    const auto joins = [](const LooseDrawing& drawing) { return structured(drawing).edges.size(); };
    LooseDrawing middle = drawn();
    middle.lines[0] = line({{40, 20}, {40, 60}});
    middle.lines.removeAt(1);
    QCOMPARE(joins(middle), 1);
    LooseDrawing headed = drawn();
    headed.lines[0].arrow = headed.lines[1].arrow = true;
    QCOMPARE(joins(headed), 2);
    LooseDrawing named = drawn();
    named.nodes[1].label = u"Replica"_s;
    QCOMPARE(joins(named), 2);
    LooseDrawing ungrouped = drawn();
    ungrouped.lines[0].group.clear();
    QCOMPARE(joins(ungrouped), 2);
}

} // namespace groundplan

QTEST_APPLESS_MAIN(groundplan::TestCylinders)
#include "test_cylinders.moc"
