#include "app/window/clipboard_data.h"
#include "model/graphviz/dot.h"
#include "tests/app/window/shown_board.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QMimeData>
#include <QPainter>
#include <QSvgRenderer>

using namespace groundplan;

namespace {

QClipboard* clipboard() {
    return QGuiApplication::clipboard();
}

} // namespace

class TestBoardClipboard : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::install(); }
    void init() { clipboard()->clear(); }

    /// After a huge paste was undone the view is far out: what comes next is to be seen. Elsewhere the scale
    /// that somebody has chosen stays.
    void whatIsPastedIsNoSpeck() {
        ShownBoard b;
        b.board->setSelection({b.block("ranking", 200, 200)});
        b.board->copy();
        b.board->zoomTo(0.5);
        b.board->paste();
        QCOMPARE(b.board->zoom(), 0.5);
        b.board->zoomTo(0.004);
        b.board->paste();
        QCOMPARE(b.board->zoom(), 1.0);
        QVERIFY(b.isSeen(*b.board->selection().constBegin()));
        b.board->zoomTo(0.004);
        QVERIFY(!b.board->sketch(QStringLiteral("kafka > spark")));
        QCOMPARE(b.board->zoom(), 1.0);
        // What is large comes as near as all of it is seen.
        b.block("ranking", 9000, 200);
        b.board->selectAll();
        b.board->copy();
        b.board->zoomTo(0.004);
        b.board->paste();
        QVERIFY(b.board->zoom() > 0.02 && b.board->zoom() < 0.1);
        const QSet<ElementId> pasted = b.board->selection();
        QVERIFY(std::ranges::all_of(pasted, [&](ElementId id) { return b.isSeen(id); }));
    }

    /// As the board does, and unless somebody has moved the view since.
    void undoTakesTheViewBack() {
        ShownBoard b;
        const ElementId near = b.block("ranking", 200, 200);
        b.board->setSelection({near, b.block("ranking", 9000, 200)});
        b.board->copy();
        b.board->setSelection({near});
        b.board->zoomTo(1);
        b.board->bringIntoView({near});
        const ViewTransform before = b.board->view()->transform();
        b.board->paste();
        QVERIFY(b.board->zoom() < 0.2);
        b.board->undo();
        QCOMPARE(b.board->zoom(), 1.0);
        QVERIFY(b.board->view()->transform() == before);
        b.board->paste();
        b.board->zoomTo(0.5);
        b.board->undo();
        QCOMPARE(b.board->zoom(), 0.5);
    }

    void undoLeavesNothingSelectedWhereNothingWas() {
        ShownBoard b;
        b.board->setSelection({b.block("ranking", 200, 200)});
        b.board->copy();
        b.board->setSelection({});
        b.board->paste();
        QCOMPARE(b.board->selection().size(), 1);
        b.board->undo();
        QVERIFY(b.board->selection().isEmpty());
    }

    void betweenTwoWindows() {
        ShownBoard from;
        const ElementId a = from.block("event-stream", 200, 200);
        const ElementId c = from.block("ranking", 500, 200);
        const ElementId other = from.block("cache", 500, 400);
        from.connection(a, c, "clicks");
        from.connection(c, other);
        from.prepare([c](Editor& editor) -> Result<void> {
            Note note;
            note.id = NoteId::random();
            note.subject = c;
            note.text = QStringLiteral("why");
            editor.put(note);
            return {};
        });
        from.board->setSelection({a, c});
        from.board->copy();
        // A text editor gets the DOT, too.
        QVERIFY2(clipboard()->text().contains(QStringLiteral("digraph")), qPrintable(clipboard()->text()));
        QCOMPARE(clipboard()->text().toUtf8(),
                 clipboard()->mimeData()->data(QString::fromLatin1(kDotMimeType)));

        ShownBoard to;
        const ElementId there = to.block("ranking", 0, 0);
        to.board->paste();
        QCOMPARE(to.messages, QStringList{});
        QCOMPARE(to.lastKey(), QByteArray("paste"));
        QCOMPARE(to.entries(), 2);
        QCOMPARE(to.design().blocks.size(), 3);
        QCOMPARE(to.design().connections.size(), 1); // the one whose both ends came along
        QCOMPARE(to.design().connections.begin()->label, QStringLiteral("clicks"));
        QCOMPARE(to.design().notes.size(), 1);
        QCOMPARE(to.board->selection().size(), 2);
        QSet<QString> names;
        for (const Block& block : to.design().blocks) {
            names.insert(block.name);
            QVERIFY(block.id != a && block.id != c);
        }
        QCOMPARE(names, (QSet<QString>{QStringLiteral("ranking"), QStringLiteral("ranking_2"),
                                       QStringLiteral("event_stream")}));
        // Where it lay is in sight here, too, and free: it goes there.
        for (const ElementId id : to.board->selection()) {
            QVERIFY(id != there);
            QVERIFY(to.rectOf(id) == box(200, 200, 176, 64) || to.rectOf(id) == box(500, 200, 176, 64));
        }
        to.board->undo();
        QCOMPARE(to.design().blocks.size(), 1);
        QCOMPARE(to.design().notes.size(), 0);
    }

    void everyFormAtOnce() {
        ShownBoard b;
        const ElementId a = b.block("event-stream", 200, 200);
        const ElementId c = b.block("ranking", 500, 200);
        b.connection(a, c, "clicks");
        b.block("cache", 200, 400);
        b.board->setSelection({a, c});
        b.board->copy();
        const QMimeData* data = clipboard()->mimeData();
        for (const char* format : {kClipboardMimeType, kSvgMimeType, kPngMimeType, kDotMimeType})
            QVERIFY2(data->hasFormat(QString::fromLatin1(format)), format);
        QVERIFY(data->hasText());

        const QByteArray svg = data->data(QString::fromLatin1(kSvgMimeType));
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        // 200 to 676 across, with the marks' room: as large as it is on the board.
        QVERIFY2(std::abs(renderer.viewBoxF().width() - 500) < 20,
                 qPrintable(QString::number(renderer.viewBoxF().width())));
        QVERIFY(svg.contains("Ranking"));
        QVERIFY(!svg.contains("Cache"));
        QImage drawn(500, 90, QImage::Format_ARGB32);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        QVERIFY(qAlpha(drawn.pixel(80, 45)) > 0); // a block
        QCOMPARE(qAlpha(drawn.pixel(250, 5)), 0); // between the two

        const QImage picture = QImage::fromData(data->data(QString::fromLatin1(kPngMimeType)), "PNG");
        QVERIFY(picture.width() >= 2 * 476);

        const Result<Import> dot =
            readDot(data->data(QString::fromLatin1(kDotMimeType)), QStringLiteral("clipboard"), catalogue());
        QVERIFY(dot);
        QCOMPARE(dot->design.blocks.size(), 2);
        QCOMPARE(dot->design.connections.begin()->label, QStringLiteral("clicks"));
    }

    void copyingManyCostsNothing() {
        ShownBoard b;
        b.prepare([](Editor& editor) -> Result<void> {
            for (int i = 1; i <= 10'000; ++i) {
                Block row;
                row.id = ElementId(i);
                row.kind = QStringLiteral("cache");
                row.name = QStringLiteral("b%1").arg(i);
                row.rect = box(200 * (i % 100), 100 * (i / 100), 176, 64);
                Element element;
                element.id = row.id;
                element.order = i;
                editor.put(element);
                editor.put(row);
            }
            return {};
        });
        b.board->selectAll();
        QElapsedTimer timer;
        timer.start();
        b.board->copy();
        const qint64 took = timer.elapsed();
        QVERIFY2(took < 150, qPrintable(QStringLiteral("%1 ms").arg(took)));
    }

    void dotIsImported() {
        ShownBoard b;
        const ElementId there = b.block("cache", 300, 200);
        clipboard()->setText(QStringLiteral("// from elsewhere\nstrict digraph \"a b\" { kafka -> spark "
                                            "[label=\"clicks\"]; spark -> feast }"));
        b.board->paste();
        QTRY_COMPARE(b.design().blocks.size(), 4);
        QCOMPARE(b.messages, QStringList{});
        QCOMPARE(b.lastKey(), QByteArray("paste"));
        QCOMPARE(b.design().connections.size(), 2);
        QCOMPARE(b.design().cards.size(), 0);
        for (const Connection& connection : b.design().connections) {
            QVERIFY(connection.route.size() >= 2);
            QVERIFY(connection.label.isEmpty() || connection.labelSize.w > 0);
        }
        for (const ElementId id : b.board->selection())
            QVERIFY(b.isSeen(id) && id != there);
        b.board->undo();
        QCOMPARE(b.design().blocks.size(), 1);
        // What only talks of graphs is a text; what is broken is said and leaves all as it is.
        clipboard()->setText(QStringLiteral("graph of the week: { none }"));
        b.board->paste();
        QCOMPARE(b.design().cards.size(), 1);
        const Design before = b.design();
        clipboard()->setText(QStringLiteral("digraph { a -> ; }"));
        b.board->paste();
        QTRY_COMPARE(b.messages.size(), 1);
        QCOMPARE(b.design(), before);
        QVERIFY2(b.messages.first().contains(QStringLiteral("line 1")), qPrintable(b.messages.first()));
    }

    void theTitleOfADiagramIsItsFrame_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::newRow("dot") << QStringLiteral("digraph { label=\"Fraud v2\"; kafka -> spark }")
                             << QStringLiteral("Fraud v2");
        QTest::newRow("mermaid") << QStringLiteral(
                                        "---\ntitle: Fraud v2\n---\nflowchart LR\n kafka --> spark\n")
                                 << QStringLiteral("Fraud v2");
        QTest::newRow("c4") << QStringLiteral(
                                   "C4Context\n title Fraud v2\n System(a, \"A\")\n System(b, \"B\")\n "
                                   "Rel(a, b, \"calls\")\n")
                            << QStringLiteral("Fraud v2");
        QTest::newRow("d2") << QStringLiteral("title: Fraud v2 {\n  shape: text\n  near: top-center\n}\n"
                                              "kafka -> spark: events\n")
                            << QStringLiteral("Fraud v2");
        QTest::newRow("none") << QStringLiteral("digraph { kafka -> spark }") << QString();
    }
    void theTitleOfADiagramIsItsFrame() {
        QFETCH(const QString, text);
        QFETCH(const QString, title);
        clipboard()->setText(text);
        ShownBoard empty; // whose title it becomes
        empty.board->paste();
        QTRY_COMPARE(empty.design().blocks.size(), 2);
        QCOMPARE(empty.design().board.title, title);
        QCOMPARE(empty.design().frames.size(), 0);
        // Of a board that has one, or anything else, it is not the title.
        for (const bool something : {true, false}) {
            ShownBoard b;
            ElementId there;
            if (something)
                there = b.block("cache", 300, 200);
            else
                b.prepare([](Editor& editor) -> Result<void> {
                    Board board = editor.design().board;
                    board.title = QStringLiteral("Mine");
                    editor.put(board);
                    return {};
                });
            const Design before = b.design();
            b.board->paste();
            QTRY_COMPARE(b.design().connections.size(), 1);
            QCOMPARE(b.messages, QStringList{});
            QCOMPARE(b.design().board, before.board);
            QCOMPARE(b.design().frames.size(), title.isEmpty() ? 0 : 1);
            if (title.isEmpty())
                continue;
            const Frame frame = *b.design().frames.begin();
            QCOMPARE(frame.title, title);
            QCOMPARE(b.board->selection(), QSet{frame.id});
            for (const Block& block : b.design().blocks)
                QCOMPARE(b.design().isInside(block.id, frame.id), block.id != there);
            QVERIFY(!something || !frame.rect.intersects(b.rectOf(there)));
            QVERIFY(b.isSeen(frame.id));
            b.board->undo();
            QCOMPARE(b.design(), before);
        }
    }

    /// What it says of its board would be said of this one.
    void whatADiagramSaysAsAWholeIsACardBesideIt() {
        ShownBoard b;
        b.block("cache", 300, 200);
        const Board board = b.design().board;
        clipboard()->setText(
            QStringLiteral("digraph { gp_version=1; gp_board_title=\"Feed\"; gp_board_task=\"Rank "
                           "posts\"; gp_board_notes=\"risk | Slow\"; ranker }"));
        b.board->paste();
        QTRY_COMPARE(b.design().blocks.size(), 2);
        QCOMPARE(b.design().board, board);
        QCOMPARE(b.design().notes.size(), 0);
        QCOMPARE(b.design().cards.size(), 1);
        const QString text = b.design().cards.begin()->text;
        QVERIFY2(text.contains(QStringLiteral("Rank posts")) && text.contains(QStringLiteral("Slow")),
                 qPrintable(text));
        const qsizetype entries = b.entries();
        clipboard()->setText(QStringLiteral("digraph { label=\"Nothing\" }"));
        b.board->paste();
        QTRY_COMPARE(b.messages,
                     QStringList{QStringLiteral("There is nothing to draw in what is on the clipboard.")});
        QCOMPARE(b.entries(), entries);
    }

    void repeatedPastesCascade() {
        ShownBoard b;
        const ElementId a = b.block("cache", 200, 200);
        b.board->setSelection({a});
        b.board->copy();
        for (int i = 1; i <= 3; ++i) {
            b.board->paste();
            QCOMPARE(b.board->selection().size(), 1);
            QCOMPARE(b.rectOf(*b.board->selection().begin()), box(200 + 16 * i, 200 + 16 * i, 176, 64));
        }
        b.board->setSelection({a});
        b.board->duplicate();
        QCOMPARE(b.rectOf(*b.board->selection().begin()), box(264, 264, 176, 64));
    }

    /// Not exactly where it lay, but nobody would see both.
    void nearlyOnTopIsOnTop() {
        ShownBoard b;
        const ElementId a = b.block("cache", 200, 200);
        b.board->setSelection({a});
        b.board->copy();
        b.prepare([a](Editor& editor) { return resizeElement(editor, a, box(204, 196, 184, 68)); });
        b.board->paste();
        QCOMPARE(b.rectOf(*b.board->selection().begin()), box(216, 216, 176, 64));
    }

    void inAnotherPlaceItCoversNothing() {
        ShownBoard b;
        const ElementId a = b.block("cache", 200, 200);
        b.board->setSelection({a});
        b.board->copy();
        const ElementId there = b.block("ranking", 4912, 3968); // in the middle of what will be seen
        b.view().lookAt({5000, 4000}, 1);
        for (int i = 0; i < 3; ++i) {
            b.board->paste();
            const ElementId pasted = *b.board->selection().begin();
            for (const Block& block : b.design().blocks)
                QVERIFY(block.id == pasted || !block.rect.intersects(b.rectOf(pasted)));
        }
        QVERIFY(b.design().blocks.contains(there));
    }

    void fromFarAwayItComesIntoTheMiddle() {
        ShownBoard b;
        const ElementId a = b.block("cache", 200, 200);
        b.board->setSelection({a});
        b.board->copy();
        b.view().lookAt({5000, 4000}, 1);
        b.board->paste();
        const ElementId pasted = *b.board->selection().begin();
        QVERIFY(b.isSeen(pasted));
        const Point off = b.rectOf(pasted).center() - at(5000, 4000);
        QVERIFY(std::abs(off.x) <= 4 * kUnitsPerPoint && std::abs(off.y) <= 4 * kUnitsPerPoint);
    }

    void intoTheFrameThatLiesThere() {
        ShownBoard b;
        const ElementId a = b.block("cache", 200, 200);
        b.board->setSelection({a});
        b.board->cut();
        QCOMPARE(b.lastKey(), QByteArray("cut"));
        QCOMPARE(b.design().blocks.size(), 0);
        ElementId frame;
        b.prepare([&](Editor& editor) -> Result<void> {
            frame = *addFrame(editor, box(100, 100, 500, 300), QStringLiteral("F"));
            return {};
        });
        b.board->paste();
        const ElementId pasted = *b.board->selection().begin();
        QCOMPARE(b.rectOf(pasted), box(200, 200, 176, 64));
        QCOMPARE(b.design().elements.find(pasted)->parent, frame);
    }

    void framesComeWithWhatTheyHold() {
        ShownBoard b;
        const ElementId inside = b.block("cache", 200, 200);
        b.board->setSelection({inside});
        b.board->frameSelection();
        b.board->endEditing();
        b.board->copy();
        b.board->paste();
        QCOMPARE(b.design().frames.size(), 2);
        QCOMPARE(b.design().blocks.size(), 2);
        QCOMPARE(b.board->selection().size(), 1);
        QVERIFY(b.design().frames.contains(*b.board->selection().begin()));
    }

    void unknownKindsAreKept() {
        ShownBoard b;
        const ElementId a = b.block("cache", 200, 200);
        b.prepare([a](Editor& editor) -> Result<void> {
            Block block = *editor.design().blocks.find(a);
            block.kind = QStringLiteral("kind-of-another-catalogue");
            editor.put(block);
            return {};
        });
        b.board->setSelection({a});
        b.board->copy();
        ShownBoard to;
        to.board->paste();
        QCOMPARE(to.design().blocks.size(), 1);
        QCOMPARE(to.design().blocks.begin()->kind, QStringLiteral("kind-of-another-catalogue"));
        QVERIFY(!to.view().grab().isNull());
    }

    void otherTextBecomesACard() {
        ShownBoard b;
        clipboard()->setText(QStringLiteral("  10 M users\n100 k per second  "));
        b.board->paste();
        QCOMPARE(b.design().cards.size(), 1);
        QCOMPARE(b.design().cards.begin()->text, QStringLiteral("10 M users\n100 k per second"));
        QCOMPARE(b.design().cards.begin()->kind, CardKind::Text);
        QVERIFY(b.isSeen(b.design().cards.begin()->id));
        clipboard()->setText(QString(500'000, u'x'));
        b.board->paste();
        QCOMPARE(b.design().cards.size(), 2);
        QCOMPARE(b.messages, QStringList{});
        clipboard()->setText(QStringLiteral("   "));
        b.board->paste();
        QCOMPARE(b.design().cards.size(), 2);
    }

    void damagedDataIsSaid() {
        ShownBoard b;
        const Design before = b.design();
        for (const QByteArray& bad :
             {QByteArray("nonsense"), QByteArray("{}"), QByteArray("{\"blocks\": 3}")}) {
            auto* data = new QMimeData;
            data->setData(QString::fromLatin1(kClipboardMimeType), bad);
            clipboard()->setMimeData(data);
            b.messages.clear();
            b.board->paste();
            QVERIFY2(b.messages.size() == 1 || b.design() == before, bad.constData());
        }
        QVERIFY(b.design() == before);
        QCOMPARE(b.entries(), 0);
    }

    void nothingSelectedCopiesNothing() {
        ShownBoard b;
        const ElementId c = b.connection(b.block("cache", 100, 100), b.block("cache", 400, 100));
        clipboard()->setText(QStringLiteral("before"));
        b.board->copy();
        QCOMPARE(clipboard()->text(), QStringLiteral("before"));
        b.board->setSelection({c}); // an end would be missing
        b.board->copy();
        b.board->duplicate();
        QCOMPARE(clipboard()->text(), QStringLiteral("before"));
        QCOMPARE(b.design().connections.size(), 1);
    }
};

QTEST_MAIN(TestBoardClipboard)
#include "test_board_clipboard.moc"
