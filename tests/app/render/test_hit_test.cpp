#include "app/render/board_index.h"
#include "tests/app/render/board_samples.h"

#include <QTest>

using namespace groundplan;
using samples::Builder;
using samples::rectOf;
using Part = Hit::Part;

namespace {

/// One board for all rows: a frame with two blocks, a connection with a label between them, a card over the
/// second block's lower half.
struct Scene {
    Builder b;
    ElementId frame = b.frame(QStringLiteral("Online path"), {}, {}, rectOf(0, 0, 600, 300));
    ElementId left =
        b.block("model", QStringLiteral("Left"), QStringLiteral("tech"), rectOf(40, 100, 176, 64));
    ElementId right =
        b.block("model", QStringLiteral("Right"), QStringLiteral("tech"), rectOf(380, 100, 176, 64));
    ElementId line =
        b.connection(left, right, Flow::Request, {{216, 132}, {380, 132}}, QStringLiteral("requests"));
    ElementId card = b.card(CardKind::Text, QStringLiteral("text"), rectOf(440, 140, 100, 100));
    BoardIndex index;

    Scene() {
        b.note(left, NoteKind::Question, QStringLiteral("why?"));
        b.note(left, NoteKind::Remark, QStringLiteral("so"));
        b.decision(left, QStringLiteral("A or B?"), {});
        index = BoardIndex(b.design);
    }
};

QString nameOf(Part part) {
    static const char* const names[] = {
        "Body",     "Title",        "Edge",     "ResizeHandle", "Label",        "SourceEnd",   "TargetEnd",
        "Waypoint", "ConflictMark", "NoteMark", "DecisionMark", "QuestionMark", "FrameBorder", "FrameTitle"};
    return QLatin1StringView(names[int(part)]);
}

} // namespace

class TestHitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ranked_data() {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<QString>("selected"); ///< names of elements
        QTest::addColumn<QString>("expected"); ///< "left Body, ..." best first

        const auto row = [](const char* name, double x, double y, const char* selected,
                            const char* expected) {
            QTest::newRow(name) << x << y << QString::fromLatin1(selected) << QString::fromLatin1(expected);
        };
        row("empty board", 700, 400, "", "");
        row("inside of a frame is board", 300, 250, "", "");
        row("body", 60, 110, "", "left Body");
        row("title before body", 110, 124, "", "left Title, left Body");
        row("technology is body", 110, 141, "", "left Body");
        row("edge inside", 42, 132, "", "left Edge, left Body");
        row("edge outside", 37, 132, "", "left Edge");
        row("just off the edge", 35, 132, "", "");
        row("decision mark", 204, 164, "", "left DecisionMark, left Edge, left Body");
        row("question mark", 185, 164, "", "left QuestionMark, left Edge, left Body");
        row("note mark below the block", 166, 169, "", "left NoteMark");
        row("line", 240, 134, "", "line Body");
        row("line at its end: the block's edge first", 218, 133, "", "left Edge, line Body");
        row("label", 298, 136, "", "line Label");
        row("line off", 240, 139, "", "");
        row("card covers the block", 460, 150, "", "card Body, right Body");
        row("card covers the block's edge", 460, 163, "", "card Body, right Edge, right Body");
        row("frame border inside", 2, 150, "", "frame FrameBorder");
        row("frame border outside", -2, 150, "", "frame Edge, frame FrameBorder");
        row("frame title", 60, 18, "", "frame FrameTitle");
        row("frame band right of the title", 400, 18, "", "frame FrameTitle");
        row("frame band, its last point", 400, 35, "", "frame FrameTitle");
        row("below the frame's band", 400, 37, "", "");
        row("handle of the selected", 40, 100, "left", "left ResizeHandle 0, left Edge, left Body");
        row("a block's side connects, selected or not", 216, 132, "left", "left Edge, left Body, line Body");
        row("handle at the side of a frame", 600, 150, "frame", "frame ResizeHandle 3, frame FrameBorder");
        row("handle outside", 219, 167, "left", "left ResizeHandle 4, left Edge");
        row("no handle at the side of a block", 468, 164, "right", "card Body, right Edge, right Body");
        row("ends of a selected connection", 380, 132, "line",
            "line TargetEnd, right Edge, right Body, line Body");
        row("source end", 216, 132, "line", "line SourceEnd, left Edge, left Body, line Body");
        row("frame handle", 600, 300, "frame", "frame ResizeHandle 4, frame FrameBorder");
    }
    void ranked() {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(QString, selected);
        QFETCH(QString, expected);
        const Scene board;
        const QHash<QString, ElementId> ids = {{QStringLiteral("frame"), board.frame},
                                               {QStringLiteral("left"), board.left},
                                               {QStringLiteral("right"), board.right},
                                               {QStringLiteral("line"), board.line},
                                               {QStringLiteral("card"), board.card}};
        QSet<ElementId> selection;
        if (!selected.isEmpty())
            selection.insert(ids.value(selected));
        QStringList got;
        for (const Hit& hit :
             hitsAt(board.b.design, board.index, {units(x), units(y)}, 4 * kUnitsPerPoint, selection)) {
            QString text = ids.key(hit.element) + QLatin1Char(' ') + nameOf(hit.part);
            if (hit.part == Part::ResizeHandle)
                text += QLatin1Char(' ') + QString::number(hit.corner);
            got.append(text);
        }
        QCOMPARE(got.join(QStringLiteral(", ")), expected);
    }

    /// What runs through a frame's band is nearer than the room the title leaves; a frame over it hides it.
    void linesWinOverTheBand() {
        samples::Builder b;
        const ElementId frame =
            b.frame(QStringLiteral("Online path"), {}, {}, samples::rectOf(0, 100, 600, 300));
        const ElementId above =
            b.block("model", QStringLiteral("Above"), {}, samples::rectOf(300, 0, 176, 64));
        const ElementId below =
            b.block("model", QStringLiteral("Below"), {}, samples::rectOf(300, 200, 176, 64));
        const ElementId line = b.connection(above, below, Flow::Request, {{388, 64}, {388, 200}});
        const ElementId over = b.frame(QStringLiteral("Over"), {}, {}, samples::rectOf(500, 60, 300, 200));
        const BoardIndex index(b.design);
        const auto first = [&](double x, double y) {
            const QList<Hit> hits = hitsAt(b.design, index, {units(x), units(y)}, 4 * kUnitsPerPoint);
            return hits.isEmpty() ? std::pair{ElementId{}, Part::Body}
                                  : std::pair{hits.first().element, hits.first().part};
        };
        QCOMPARE(first(388, 118), (std::pair{line, Part::Body}));
        QCOMPARE(first(420, 118), (std::pair{frame, Part::FrameTitle}));
        QCOMPARE(first(550, 118).first, ElementId{}); // the inside of the frame over it
        QCOMPARE(first(700, 80), (std::pair{over, Part::FrameTitle}));
    }

    /// A line that runs along a frame's border, or beside it, can be taken hold of there.
    void linesWinOverTheBorder() {
        samples::Builder b;
        const ElementId frame =
            b.frame(QStringLiteral("Online path"), {}, {}, samples::rectOf(0, 100, 600, 300));
        const ElementId left =
            b.block("model", QStringLiteral("Left"), {}, samples::rectOf(-300, 368, 176, 64));
        const ElementId right =
            b.block("model", QStringLiteral("Right"), {}, samples::rectOf(700, 368, 176, 64));
        const ElementId line = b.connection(left, right, Flow::Request, {{-124, 400}, {700, 400}});
        const ElementId below = b.connection(left, right, Flow::Batch, {{-124, 407}, {700, 407}});
        const BoardIndex index(b.design);
        const auto first = [&](double x, double y) {
            const QList<Hit> hits = hitsAt(b.design, index, {units(x), units(y)}, 4 * kUnitsPerPoint);
            return hits.isEmpty() ? std::pair{ElementId{}, Part::Body}
                                  : std::pair{hits.first().element, hits.first().part};
        };
        QCOMPARE(first(300, 400), (std::pair{line, Part::Body}));  // on the border
        QCOMPARE(first(300, 402), (std::pair{line, Part::Body}));  // a shaking hand
        QCOMPARE(first(300, 407), (std::pair{below, Part::Body})); // outside, where a drag would connect
        QCOMPARE(first(300, 396.5), (std::pair{frame, Part::FrameBorder}));
        QCOMPARE(first(0, 300), (std::pair{frame, Part::FrameBorder}));
        QCOMPARE(first(-3, 300), (std::pair{frame, Part::Edge}));
    }

    void lockedHasNoHandles() {
        Scene board;
        Element element = *board.b.design.elements.find(board.left);
        element.locked = true;
        board.b.design.elements.put(element);
        board.index.rebuild(board.b.design);
        const auto hits =
            hitsAt(board.b.design, board.index, {units(40), units(100)}, 32, QSet<ElementId>{board.left});
        QCOMPARE(hits.size(), 2);
        QCOMPARE(hits[0].part, Part::Edge);
    }

    /// Far out a block is a few pixels: it still has a body to take hold of, and marks too small to see do
    /// not catch.
    void farOut() {
        const Scene board;
        const Coord tolerance = 40 * kUnitsPerPoint;
        const auto hits = hitsAt(board.b.design, board.index, {units(128), units(132)}, tolerance);
        QVERIFY(!hits.isEmpty());
        QCOMPARE(hits[0].part, Part::Title);
        const auto atMark = hitsAt(board.b.design, board.index, {units(204), units(164)}, tolerance);
        for (const Hit& hit : atMark)
            QVERIFY(hit.part != Part::DecisionMark);
    }

    /// Of two blocks the nearer is hit first; after a change of order the other one.
    void nearerFirst() {
        Builder b;
        const auto low = b.block("model", {}, {}, rectOf(0, 0, 100, 60));
        const auto high = b.block("model", {}, {}, rectOf(20, 10, 100, 60));
        const Point at{units(60), units(52)};
        QCOMPARE(hitsAt(b.design, BoardIndex(b.design), at, 32)[0].element, high);
        Element element = *b.design.elements.find(low);
        element.order = 1'000'000;
        b.design.elements.put(element);
        QCOMPARE(hitsAt(b.design, BoardIndex(b.design), at, 32)[0].element, low);
    }
};

QTEST_MAIN(TestHitTest)
#include "test_hit_test.moc"
