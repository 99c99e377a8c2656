#include "app/canvas/board_view.h"
#include "app/panels/kind_view.h"
#include "app/panels/meaning_chooser.h"
#include "app/panels/palette_panel.h"
#include "tests/app/window/line_typing.h"

#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QSignalSpy>

using namespace groundplan;
using namespace Qt::StringLiterals;
using namespace line_typing;

namespace {

/// A hand on the mouse that counts what it does: a click 1, a drag 1. Everything goes as mouse events to the
/// widgets of the shown window.
class MouseHand {
public:
    explicit MouseHand(MainWindow& window)
        : window_(window)
        , view_(*window.board()->view()) {}
    int operations() const { return operations_; }

    void drag(Point from, Point to) {
        const QPointF start = view_.transform().toView(from);
        const QPointF end = view_.transform().toView(to);
        send(view_.viewport(), QEvent::MouseMove, start, Qt::NoButton, Qt::NoButton);
        send(view_.viewport(), QEvent::MouseButtonPress, start, Qt::LeftButton, Qt::LeftButton);
        for (const double part : {0.3, 0.7, 1.0})
            send(view_.viewport(), QEvent::MouseMove, start + (end - start) * part, Qt::NoButton,
                 Qt::LeftButton);
        send(view_.viewport(), QEvent::MouseButtonRelease, end, Qt::LeftButton, Qt::NoButton);
        ++operations_;
    }
    /// Clicks on a row of the list that a drag into the open has brought, or on the chip of a product; false
    /// when it is not in sight: nobody types or scrolls here.
    bool choose(const QString& kind, const QString& technology) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        auto* chooser = view_.findChild<MeaningChooser*>();
        const QRect place = chooser ? chooser->placeOf(kind, technology) : QRect();
        if (place.isEmpty())
            return false;
        click(chooser->list()->viewport(), place.center());
        return true;
    }
    void addFromPalette(const QString& kind) {
        KindView* list = window_.palettePanel()->view();
        const QRect row = list->visualRect(list->kinds()->indexOfKind(kind));
        if (!list->viewport()->rect().contains(row.center()))
            return;
        click(list->viewport(), row.center());
        send(list->viewport(), QEvent::MouseButtonDblClick, row.center(), Qt::LeftButton, Qt::LeftButton);
        send(list->viewport(), QEvent::MouseButtonRelease, row.center(), Qt::LeftButton, Qt::NoButton);
        ++operations_;
    }

private:
    void click(QWidget* widget, QPointF at) {
        send(widget, QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton);
        send(widget, QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
        send(widget, QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
        ++operations_;
    }
    static void send(QWidget* widget, QEvent::Type type, QPointF at, Qt::MouseButton button,
                     Qt::MouseButtons held) {
        QMouseEvent event(type, at, widget->mapToGlobal(at), button, held, Qt::NoModifier);
        QApplication::sendEvent(widget, &event);
    }

    MainWindow& window_;
    BoardView& view_;
    int operations_ = 0;
};

} // namespace

/// Blocks and connections in words, on the real window with real keys; and the same by mouse.
class TestSketching : public QObject {
    Q_OBJECT

    static QStringList links(const MainWindow& window) {
        const Design& design = window.document()->design();
        QStringList all;
        for (const Connection& c : design.connections)
            all << design.nameOf(c.source) + u" -"_s + wordOf(c.flow) + u"> "_s + design.nameOf(c.target);
        all.sort();
        return all;
    }

    static void assertTheDesign(const MainWindow& window) {
        const Design& design = window.document()->design();
        QCOMPARE(design.blocks.size(), 15);
        QCOMPARE(
            links(window),
            (QStringList{
                u"api_gateway -request> retrieval"_s, u"batch_transform -batch> feature_store"_s,
                u"batch_transform -training-data> training"_s, u"data_validation -batch> batch_transform"_s,
                u"event_stream -stream> object_storage"_s, u"event_stream -stream> stream_transform"_s,
                u"feature_store -request> ranking"_s, u"model_registry -model-artifact> ranking"_s,
                u"monitoring -feedback> retraining_trigger"_s, u"object_storage -batch> data_validation"_s,
                u"ranking -telemetry> monitoring"_s, u"retraining_trigger -feedback> training"_s,
                u"retrieval -request> ranking"_s, u"stream_transform -stream> feature_store"_s,
                u"training -model-artifact> model_registry"_s, u"user_client -request> api_gateway"_s,
                u"user_client -stream> event_stream"_s, u"vector_index -request> retrieval"_s}));
        const QHash<QString, QString> technologies{{u"event_stream"_s, u"Kafka"_s},
                                                   {u"stream_transform"_s, u"Flink"_s},
                                                   {u"feature_store"_s, u"Feast"_s},
                                                   {u"object_storage"_s, u"S3"_s},
                                                   {u"batch_transform"_s, u"Spark"_s}};
        for (const Block& made : design.blocks)
            QCOMPARE(made.technology, technologies.value(made.name));
    }
    static Rect rectOfKind(const Design& design, const QString& kind) {
        for (const Block& row : design.blocks) {
            if (row.kind == kind)
                return row.rect;
        }
        return {};
    }

private Q_SLOTS:
    void aWordIsABlock_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("technology");
        QTest::newRow("beginning of a kind")
            << u"feature sto"_s << u"feature-store"_s << u"Feature store"_s << QString();
        QTest::newRow("product") << u"kaf"_s << u"event-stream"_s << u"Event stream"_s << u"Kafka"_s;
        QTest::newRow("own title") << u"user profiles"_s << u"database"_s << u"User profiles"_s << QString();
        QTest::newRow("nothing known") << u"qqqq"_s << u"block"_s << u"Qqqq"_s << QString();
    }
    void aWordIsABlock() {
        QFETCH(QString, line);
        WindowFixture f;
        MainWindow* window = f.board();
        carryOut(*window, line);
        QCOMPARE(window->document()->design().blocks.size(), 1);
        const Block made = *window->document()->design().blocks.begin();
        QTEST(made.kind, "kind");
        QTEST(made.title, "title");
        QTEST(made.technology, "technology");
        QCOMPARE(field(*window)->text(), QString());
        QVERIFY(window->board()->view()->hasFocus());
        QCOMPARE(window->board()->selection(), QSet<ElementId>{made.id});
    }

    void aGhostShowsWhatEnterWillDo() {
        WindowFixture f;
        MainWindow* window = f.board();
        type(*window, u"kafka > spark"_s);
        QVERIFY(field(*window)->hasFocus()); // the list does not take the keyboard
        const Preview ghost = window->board()->view()->preview();
        QCOMPARE(ghost.ghosts.size(), 2);
        QCOMPARE(ghost.ghosts[0].technology, u"Kafka"_s);
        QCOMPARE(ghost.ghostLines.size(), 1);
        QVERIFY(ghost.ghostLines[0].corners.size() >= 2);
        QCOMPARE(field(*window)->hint(), u"Enter: 2 blocks, 1 connection"_s);
        QCOMPARE(window->document()->design().blocks.size(), 0);
        QTest::keyClick(field(*window), Qt::Key_Return);
        QVERIFY(window->board()->view()->preview().isEmpty());
        QCOMPARE(links(*window), QStringList{u"event_stream -stream> batch_transform"_s});
        const Rect kafka = block(*window, u"event_stream"_s)->rect;
        QCOMPARE(kafka.w, ghost.ghosts[0].rect.w);
        QCOMPARE(block(*window, u"batch_transform"_s)->rect.x - kafka.x,
                 ghost.ghosts[1].rect.x - ghost.ghosts[0].rect.x);
    }

    /// What is shown while typing must also be painted: each keystroke asks for the place of the ghost.
    void theGhostIsPainted() {
        WindowFixture f;
        MainWindow* window = f.board();
        class Painted : public QObject {
        public:
            QRegion region;
            bool eventFilter(QObject*, QEvent* event) override {
                if (event->type() == QEvent::Paint)
                    region += static_cast<QPaintEvent*>(event)->region();
                return false;
            }
        } painted;
        type(*window, u"kafk"_s);
        QCoreApplication::processEvents();
        BoardView* view = window->board()->view();
        view->viewport()->installEventFilter(&painted);
        QTest::keyClicks(field(*window), u"a > spark"_s);
        QCoreApplication::processEvents();
        int seen = 0;
        for (const Preview::Ghost& ghost : view->preview().ghosts) {
            const QPoint middle = view->transform().toView(ghost.rect).toRect().center();
            if (!view->viewport()->rect().contains(middle))
                continue;
            ++seen;
            QVERIFY(painted.region.contains(middle));
        }
        QVERIFY(seen > 0);
    }

    /// A new chain has its middle in the middle of the view (no pointer is over the board here); one that is
    /// wider than the view begins at its left, wherever the view goes with it.
    void whatIsNewComesInTheMiddle() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardView* view = window->board()->view();
        const ViewTransform before = view->transform();
        const QRectF seen(view->viewport()->rect());
        type(*window, u"kafka > spark > feast"_s);
        const auto ghostBounds = [&] {
            QRectF all;
            for (const Preview::Ghost& ghost : view->preview().ghosts)
                all |= before.toView(ghost.rect);
            return all;
        };
        if (ghostBounds().width() < seen.width() - 64)
            QVERIFY(std::abs(ghostBounds().center().x() - seen.center().x()) <= 4);
        QVERIFY(std::abs(ghostBounds().center().y() - seen.center().y()) <= 4);
        QTest::keyClicks(field(*window),
                         u" > ranker > monitoring > trigger > training > registry > canary"_s);
        QVERIFY(ghostBounds().width() > seen.width());
        QVERIFY2(ghostBounds().left() >= 28 && ghostBounds().left() <= 36,
                 qPrintable(QString::number(ghostBounds().left())));
    }

    /// What goes into a frame is shown there, and said.
    void theGhostShowsWhatAFrameTakes() {
        WindowFixture f;
        MainWindow* window = f.board();
        carryOut(*window, u"client > kafka > spark > feast"_s);
        type(*window, u"offline { client, spark }"_s);
        QCOMPARE(field(*window)->hint(), u"Enter: 1 frame, 2 blocks into a frame"_s);
        const Preview ghost = window->board()->view()->preview();
        QCOMPARE(ghost.resized.size(), 2);
        QTest::keyClick(field(*window), Qt::Key_Return);
        for (const Frame& frame : window->document()->design().frames)
            QCOMPARE(window->document()->design().childrenOf(frame.id).size(), 2);
        for (auto it = ghost.resized.cbegin(); it != ghost.resized.cend(); ++it)
            QVERIFY(window->document()->design().rectOf(it.key()) == it.value());
        window->board()->undo();
        QCOMPARE(window->document()->design().frames.size(), 0);
    }

    void escLeavesNoTrace() {
        WindowFixture f;
        MainWindow* window = f.board();
        type(*window, u"kafka"_s);
        QTest::keyClick(field(*window), Qt::Key_Escape);
        QVERIFY(window->board()->view()->preview().isEmpty());
        QCOMPARE(field(*window)->text(), QString());
        QTest::keyClick(field(*window), Qt::Key_Escape);
        QVERIFY(window->board()->view()->hasFocus());
        QCOMPARE(window->document()->design().blocks.size(), 0);
        QVERIFY(!window->document()->canUndo());
    }

    void aFaultIsSaidWithItsColumnAndTheLineStays() {
        WindowFixture f;
        MainWindow* window = f.board();
        carryOut(*window, u"kafka > \"clicks"_s);
        QCOMPARE(field(*window)->text(), u"kafka > \"clicks"_s);
        QVERIFY2(field(*window)->hint().startsWith(u"Column 9: "_s), qPrintable(field(*window)->hint()));
        QCOMPARE(field(*window)->cursorPosition(), 15); // where the quote is missing
        field(*window)->clear();
        carryOut(*window, u"kafka > > clicks"_s);
        QVERIFY2(field(*window)->hint().startsWith(u"Column 9: "_s), qPrintable(field(*window)->hint()));
        QCOMPARE(field(*window)->cursorPosition(), 8);
        QCOMPARE(window->document()->design().blocks.size(), 0);
    }

    void tabCompletes() {
        WindowFixture f;
        MainWindow* window = f.board();
        type(*window, u"kaf"_s);
        QTest::keyClick(field(*window), Qt::Key_Tab);
        QCOMPARE(field(*window)->text(), u"Kafka"_s);
        QVERIFY(field(*window)->hasFocus());
        QTest::keyClicks(field(*window), u" > fea"_s);
        QTest::keyClick(field(*window), Qt::Key_Down);
        QTest::keyClick(field(*window), Qt::Key_Return); // takes the chosen one; the next Enter carries out
        QVERIFY(field(*window)->text().startsWith(u"Kafka > "_s));
        QVERIFY(field(*window)->text().size() > QStringView(u"Kafka > fea").size());
        QCOMPARE(window->document()->design().blocks.size(), 0);
    }

    void factsGoToTheSelectedBlock() {
        WindowFixture f;
        MainWindow* window = f.board();
        carryOut(*window, u"ranker"_s);
        carryOut(*window, u"p99 <= 60 ms; ? who owns it"_s);
        QCOMPARE(window->document()->design().metrics.size(), 1);
        QCOMPARE(window->document()->design().notes.size(), 1);
        QCOMPARE(window->document()->design().blocks.size(), 1);
        window->board()->undo();
        QCOMPARE(window->document()->design().metrics.size(), 0);
    }

    /// The block grows for its figures, and they are on it before Enter.
    void theGhostShowsTheFacts() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardView* view = window->board()->view();
        carryOut(*window, u"ranker"_s);
        const ElementId id = window->document()->design().blocks.begin()->id;
        const auto shown = [&](const Rect& rect) {
            return view->viewport()->grab(view->transform().toView(rect).toRect().adjusted(12, 12, -12, -6));
        };
        type(*window, u"p99 20 ms; qps 4k; ? who owns it"_s);
        const Preview ghost = view->preview();
        QCOMPARE(ghost.changed.value(id).hung.metrics.size(), 2);
        QCOMPARE(ghost.changed.value(id).hung.notes.size(), 1);
        const Rect rect = ghost.resized.value(id);
        const QImage before = shown(rect).toImage();
        QTest::keyClick(field(*window), Qt::Key_Return);
        QCOMPARE(window->document()->design().rectOf(id), std::optional(rect));
        QCOMPARE(window->document()->design().metrics.size(), 2);
        QVERIFY(view->preview().isEmpty());
        QCOMPARE(shown(rect).toImage(), before);
        // On a block that is about to come, too.
        type(*window, u"> feast: p99 5 ms"_s);
        QCOMPARE(view->preview().ghosts.size(), 1);
        QCOMPARE(view->preview().ghosts.first().hung.metrics.size(), 1);
    }

    void theNextLineGoesOnWhereTheLastOneEnded() {
        WindowFixture f;
        MainWindow* window = f.board();
        carryOut(*window, u"kafka > spark"_s);
        carryOut(*window, u"> feast"_s);
        QCOMPARE(links(*window), (QStringList{u"batch_transform -batch> feature_store"_s,
                                              u"event_stream -stream> batch_transform"_s}));
    }

    void enterOnTheEmptyBoardOpensTheLine() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->board()->view()->setFocus();
        QTest::keyClick(window->board()->view(), Qt::Key_Return);
        QVERIFY(field(*window)->hasFocus());
    }

    /// Tab asks for the next block, the likeliest first, and Shift+Tab for the one before.
    void tabAddsTheNextBlock() {
        WindowFixture f;
        MainWindow* window = f.board();
        carryOut(*window, u"kafka"_s);
        const auto chooser = [&] { return window->board()->view()->findChild<MeaningChooser*>(); };
        QTest::keyClick(window->board()->view(), Qt::Key_Tab);
        QVERIFY(chooser());
        QTest::keyClick(chooser()->field(), Qt::Key_Return);
        QCOMPARE(links(*window), QStringList{u"event_stream -stream> stream_transform"_s});
        QCOMPARE(window->board()->selection(), QSet<ElementId>{block(*window, u"stream_transform"_s)->id});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::keyClick(window->board()->view(), Qt::Key_Tab);
        QTest::keyClicks(chooser()->field(), u"feas"_s);
        QTest::keyClick(chooser()->field(), Qt::Key_Return);
        QCOMPARE(block(*window, u"feature_store"_s)->technology, u"Feast"_s);
        QCOMPARE(block(*window, u"feature_store"_s)->rect.left() >
                     block(*window, u"stream_transform"_s)->rect.right(),
                 true);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        window->board()->setSelection({block(*window, u"event_stream"_s)->id});
        QTest::keyClick(window->board()->view(), Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(chooser());
        QTest::keyClick(chooser()->field(), Qt::Key_Return);
        QCOMPARE(window->document()->design().blocks.size(), 4);
        QVERIFY(links(*window).join(u' ').contains(u"> event_stream"_s));
    }

    /// The arrow keys reach the products, too: Tab, Right, Enter.
    void productsAreReachedByKey() {
        WindowFixture f;
        MainWindow* window = f.board();
        carryOut(*window, u"kafka"_s);
        QTest::keyClick(window->board()->view(), Qt::Key_Tab);
        auto* chooser = window->board()->view()->findChild<MeaningChooser*>();
        QVERIFY(chooser);
        QTest::keyClick(chooser->field(), Qt::Key_Right);
        QTest::keyClick(chooser->field(), Qt::Key_Right);
        QTest::keyClick(chooser->field(), Qt::Key_Left);
        QTest::keyClick(chooser->field(), Qt::Key_Return);
        QVERIFY(block(*window, u"stream_transform"_s));
        QCOMPARE(block(*window, u"stream_transform"_s)->technology, u"Flink"_s);
    }

    void tabWithNothingSelectedLeavesTheBoard() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->board()->view()->setFocus();
        QTest::keyClick(window->board()->view(), Qt::Key_Tab);
        QVERIFY(!window->board()->view()->hasFocus());
    }

    /// The design of the issue that asked for this, by keyboard alone: every key counts one, a shifted
    /// character, too. The figure stands in the help page, with what other boards take for the same.
    void aWholeDesignTakesFewKeys() {
        WindowFixture f;
        MainWindow* window = f.board();
        const QString line =
            u"clie>gat>retr>rank>moni>rt>training>mr>rank;clie>kaf>fli>feas>rank;kaf>s3>vali>spark>feas;"
            "spark>training;vi>retri"_s;
        const qsizetype operations = 2 + line.size(); // with the slash and Enter
        carryOut(*window, line);
        assertTheDesign(*window);
        QVERIFY2(operations <= 120, qPrintable(QString::number(operations)));
        QFile page(u":/help/sketching.md"_s);
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString row = u"| Groundplan, by keyboard | %1 |"_s.arg(operations);
        QVERIFY2(QString::fromUtf8(page.readAll()).contains(row),
                 qPrintable(u"the help page should say: "_s + row));
    }

    /// The same design by mouse alone: a double click on the palette is two clicks, a drag and a click count
    /// one.
    void aWholeDesignTakesFewClicks() {
        WindowFixture f;
        MainWindow* window = f.board();
        window->resize(1600, 1000);
        QCoreApplication::processEvents();
        MouseHand hand(*window);
        hand.addFromPalette(u"user-client"_s);
        const Design& design = window->document()->design();
        const auto rect = [&](const QString& kind) { return rectOfKind(design, kind); };
        // To the left, where there is room for all.
        const Point start = rect(u"user-client"_s).center();
        const QRectF seen = window->board()->view()->visibleArea();
        const Point origin{units(seen.left()) + units(120), units(seen.top()) + units(200)};
        hand.drag({start.x, start.y + units(24)}, {origin.x, origin.y + units(24)});
        // Columns and rows of places; each new block is drawn out of the one before it.
        const auto place = [&](int column, int row) {
            return Point{origin.x + column * units(208), origin.y + row * units(104)};
        };
        const struct {
            QString from, kind, technology;
            int column, row;
        } steps[] = {{u"user-client"_s, u"api-gateway"_s, {}, 1, -1},
                     {u"api-gateway"_s, u"retrieval"_s, {}, 2, -1},
                     {u"retrieval"_s, u"ranking"_s, {}, 3, -1},
                     {u"ranking"_s, u"monitoring"_s, {}, 4, -1},
                     {u"monitoring"_s, u"retraining-trigger"_s, {}, 4, 1},
                     {u"retraining-trigger"_s, u"training"_s, {}, 4, 3},
                     {u"training"_s, u"model-registry"_s, {}, 4, 5},
                     {u"user-client"_s, u"event-stream"_s, u"Kafka"_s, 1, 1},
                     {u"event-stream"_s, u"stream-transform"_s, u"Flink"_s, 2, 1},
                     {u"stream-transform"_s, u"feature-store"_s, u"Feast"_s, 3, 1},
                     {u"event-stream"_s, u"object-storage"_s, u"S3"_s, 1, 3},
                     {u"object-storage"_s, u"data-validation"_s, {}, 2, 3},
                     {u"data-validation"_s, u"batch-transform"_s, u"Spark"_s, 3, 3}};
        for (const auto& step : steps) {
            const Rect from = rect(step.from);
            const Point middle = place(step.column, step.row);
            const bool below = std::abs(middle.x - from.center().x) < units(20);
            hand.drag(below ? Point{from.x + from.w / 4, from.bottom() - 1}
                            : Point{from.right() - 1, from.y + from.h / 4},
                      below ? Point{middle.x, middle.y - kBlockSize.h / 2}
                            : Point{middle.x - kBlockSize.w / 2, middle.y});
            QVERIFY2(hand.choose(step.kind, step.technology), qPrintable(step.from + u" > "_s + step.kind));
        }
        hand.addFromPalette(u"vector-index"_s);
        const struct {
            QString from, to;
        } more[] = {{u"vector-index"_s, u"retrieval"_s},
                    {u"model-registry"_s, u"ranking"_s},
                    {u"feature-store"_s, u"ranking"_s},
                    {u"batch-transform"_s, u"feature-store"_s},
                    {u"batch-transform"_s, u"training"_s}};
        for (const auto& one : more) {
            const Rect from = rect(one.from);
            hand.drag({from.x + from.w / 4, from.y + 1}, rect(one.to).center());
        }
        window->board()->endEditing();
        assertTheDesign(*window);
        QVERIFY2(hand.operations() <= 45, qPrintable(QString::number(hand.operations())));
        QFile page(u":/help/sketching.md"_s);
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString row = u"| Groundplan, by mouse | %1 |"_s.arg(hand.operations());
        QVERIFY2(QString::fromUtf8(page.readAll()).contains(row),
                 qPrintable(u"the help page should say: "_s + row));
    }

    void pastedChainsAreSketched() {
        WindowFixture f;
        MainWindow* window = f.board();
        QGuiApplication::clipboard()->setText(u"client > gateway\ngateway > ranker"_s);
        window->board()->paste();
        QCOMPARE(links(*window),
                 (QStringList{u"api_gateway -request> ranker"_s, u"user_client -request> api_gateway"_s}));
        QGuiApplication::clipboard()->setText(u"just a text"_s);
        window->board()->paste();
        QCOMPARE(window->document()->design().cards.size(), 1);
    }

    void pastedChainsThatCannotBeReadSayWhy() {
        WindowFixture f;
        MainWindow* window = f.board();
        QSignalSpy said(window->board(), &BoardController::message);
        QGuiApplication::clipboard()->setText(u"client > gateway\ngateway > > ranker"_s);
        window->board()->paste();
        QCOMPARE(window->document()->design().cards.size(), 1);
        QCOMPARE(window->document()->design().blocks.size(), 0);
        QCOMPARE(said.size(), 1);
        QCOMPARE(
            said.first().first().toString(),
            u"Pasted as a text, since it cannot be sketched. Line 2, column 11: A block is missing between "
            "two arrows."_s);
    }

    /// The ghost's connections lie where Enter puts them.
    void theGhostLiesWhereTheResultWill() {
        WindowFixture f;
        MainWindow* window = f.board();
        carryOut(*window, u"client > kafka > flink > feast"_s);
        type(*window, u"kafka > \"hourly\" s3; kafka > feast"_s);
        const Preview ghost = window->board()->view()->preview();
        QCOMPARE(ghost.ghostLines.size(), 2);
        const Design before = window->document()->design();
        QTest::keyClick(field(*window), Qt::Key_Return);
        const Design& design = window->document()->design();
        QList<QList<Point>> made;
        for (const Connection& connection : design.connections) {
            if (!before.connections.contains(connection.id))
                made.append(design.routeOf(connection));
            else if (ghost.routes.contains(connection.id))
                QVERIFY(ghost.routes.value(connection.id) == design.routeOf(connection));
        }
        QCOMPARE(made.size(), 2);
        for (const Preview::GhostLine& line : ghost.ghostLines)
            QVERIFY(made.contains(line.corners));
    }
};

QTEST_MAIN(TestSketching)
#include "test_sketching.moc"
