#include "tests/app/canvas/fake_input.h"

#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>

using namespace groundplan;

namespace {

constexpr int kRounding = 4;

} // namespace

class TestBoardView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fonts::install(); }

    void lookingSomewherePutsItIntoTheMiddle() {
        ShownCanvas canvas;
        const QPointF middle = QRectF(canvas.viewport()->rect()).center();
        QVERIFY((canvas.view.centre() - QPointF(400, 300)).manhattanLength() <= 1);
        QVERIFY((canvas.view.transform().toView(QPointF(400, 300)) - middle).manhattanLength() <= 1);
        canvas.view.lookAt({-50, 20}, 2);
        QCOMPARE(canvas.view.zoom(), 2.0);
        QVERIFY((canvas.view.centre() - QPointF(-50, 20)).manhattanLength() <= 1);
    }

    void fitAllShowsEverything() {
        ShownCanvas canvas;
        QSignalSpy zoomed(&canvas.view, &BoardView::zoomChanged);
        canvas.view.fitAll();
        QCOMPARE(zoomed.size(), 1);
        const Rect bounds = canvas.view.index().bounds();
        QVERIFY(QRectF(canvas.viewport()->rect()).contains(canvas.view.transform().toView(bounds)));
        QVERIFY(canvas.view.zoom() < 1);
        // A single block is not blown up.
        Design one;
        addBlockRow(one, 1, 0, 0);
        canvas.view.setDesign(&one);
        canvas.view.fitAll();
        QCOMPARE(canvas.view.zoom(), 1.0);
        const Design none;
        canvas.view.setDesign(&none);
        canvas.view.fitAll();
        QCOMPARE(canvas.view.zoom(), 1.0);
    }

    /// However far apart things lie: all of it fits, each block is to be seen, and zooming in is steady.
    void fitAllFitsAnyBoard_data() {
        QTest::addColumn<int>("apart"); // points
        QTest::newRow("a long chain") << 61'000;
        QTest::newRow("as far as it goes") << 9'999'000;
    }
    void fitAllFitsAnyBoard() {
        QFETCH(int, apart);
        ShownCanvas canvas;
        Design wide;
        for (int i = 0; i < 5; ++i)
            addBlockRow(wide, 1 + i, (i - 2) / 2.0 * apart, i * 100);
        canvas.view.setDesign(&wide);
        canvas.view.fitAll();
        QVERIFY(canvas.view.isAllVisible());
        const QImage seen = canvas.viewport()->grab().toImage();
        for (const Block& block : wide.blocks) {
            const QPoint at = canvas.view.transform().toView(block.rect).topLeft().toPoint();
            bool found = false;
            for (int x = at.x() - 1; x <= at.x() + 1; ++x) {
                for (int y = at.y() - 1; y <= at.y() + 1; ++y)
                    found = found || QColor(seen.pixel(x, y)).saturation() > 40;
            }
            QVERIFY2(found, qPrintable(block.title));
        }
        // By hand neither further out, nor with a jump further in.
        const double all = canvas.view.zoom();
        canvas.view.zoomTo(all / 2);
        QCOMPARE(canvas.view.zoom(), all);
        canvas.view.zoomTo(all * 1.5);
        QCOMPARE(canvas.view.zoom(), all * 1.5);
        canvas.view.zoomTo(0);
        QVERIFY(std::abs(canvas.view.zoom() - all) < 1e-9);
    }

    void fitBeforeItIsShownHoldsWhenItIs() {
        FakeInput input;
        Design design;
        for (int i = 0; i < 40; ++i)
            addBlockRow(design, 1 + i, i % 8 * 220, i / 8 * 120);
        BoardView view(catalogue(), Theme::light(catalogue()), input);
        view.setDesign(&design);
        view.fitAll();
        view.resize(600, 900);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(QRectF(view.viewport()->rect()).contains(view.transform().toView(view.index().bounds())));
        // From then on a new size moves nothing.
        QCoreApplication::processEvents();
        const QPoint offset = view.transform().offset();
        view.resize(700, 500);
        QCoreApplication::processEvents();
        QCOMPARE(view.transform().offset(), offset);
    }

    void scrollBarsFollowAndLead() {
        ShownCanvas canvas;
        QCOMPARE(canvas.view.horizontalScrollBar()->value(), canvas.view.transform().offset().x());
        QCOMPARE(canvas.view.verticalScrollBar()->value(), canvas.view.transform().offset().y());
        canvas.view.horizontalScrollBar()->setValue(canvas.view.transform().offset().x() + 123);
        QCOMPARE(canvas.view.transform().offset().x(), canvas.view.horizontalScrollBar()->value());
        // At either end something stays in sight.
        const QRectF seen(canvas.viewport()->rect());
        for (QScrollBar* bar : {canvas.view.horizontalScrollBar(), canvas.view.verticalScrollBar()}) {
            bar->setValue(bar->minimum());
            QVERIFY(seen.intersects(canvas.view.transform().toView(canvas.view.index().bounds())));
            bar->setValue(bar->maximum());
            QVERIFY(seen.intersects(canvas.view.transform().toView(canvas.view.index().bounds())));
        }
    }

    void aChangeOfTheBoundsMovesNothing() {
        ShownCanvas canvas;
        canvas.view.scrollBy({-500, -300});
        const QPoint offset = canvas.view.transform().offset();
        ChangeSet changes;
        for (int i = 10; i < 40; ++i) {
            const ElementId id(1 + i);
            canvas.design.blocks.remove(id);
            canvas.design.elements.remove(id);
            changes.elements.insert(id);
            changes.removed.insert(id);
        }
        canvas.view.takeChanges(changes);
        QCOMPARE(canvas.view.transform().offset(), offset);
        QVERIFY(canvas.view.index() == BoardIndex(canvas.design));
        addBlockRow(canvas.design, 900, -9000, -9000);
        ChangeSet more;
        more.elements = more.added = {ElementId(900)};
        canvas.view.takeChanges(more);
        QCOMPARE(canvas.view.transform().offset(), offset);
        QVERIFY(canvas.view.horizontalScrollBar()->minimum() < -9000);
    }

    void bringingIntoView() {
        ShownCanvas canvas;
        const QPoint before = canvas.view.transform().offset();
        canvas.view.bringIntoView(*canvas.design.rectOf(ElementId(10))); // is in view
        QCOMPARE(canvas.view.transform().offset(), before);
        canvas.view.bringIntoView(*canvas.design.rectOf(ElementId(8)));
        QVERIFY(QRectF(canvas.viewport()->rect())
                    .contains(canvas.view.transform().toView(*canvas.design.rectOf(ElementId(8)))));
        QCOMPARE(canvas.view.zoom(), 1.0);
        canvas.view.bringIntoView(canvas.view.index().bounds()); // does not fit: zooms out
        QVERIFY(canvas.view.zoom() < 1);
        QVERIFY(QRectF(canvas.viewport()->rect())
                    .contains(canvas.view.transform().toView(canvas.view.index().bounds())));
        const double zoom = canvas.view.zoom();
        canvas.view.bringIntoView(*canvas.design.rectOf(ElementId(8)));
        QCOMPARE(canvas.view.zoom(), zoom); // never in
    }

    void comingNear() {
        ShownCanvas canvas;
        const Rect rect = *canvas.design.rectOf(ElementId(8));
        const auto isSeen = [&] {
            return QRectF(canvas.viewport()->rect()).contains(canvas.view.transform().toView(rect));
        };
        canvas.view.zoomTo(0.3);
        canvas.view.comeNear(rect, 0.2); // is near enough
        QCOMPARE(canvas.view.zoom(), 0.3);
        QVERIFY(isSeen());
        canvas.view.comeNear(rect, 0.6);
        QCOMPARE(canvas.view.zoom(), 1.0);
        QVERIFY(isSeen());
        canvas.view.zoomTo(2);
        canvas.view.comeNear(rect, 0.6);
        QCOMPARE(canvas.view.zoom(), 2.0);
        QVERIFY(isSeen());
    }

    void anEmptyBoardIsDisabled() {
        ShownCanvas canvas;
        canvas.view.setDesign(nullptr);
        QVERIFY(!canvas.view.isEnabled());
        const QImage image = canvas.painted();
        QCOMPARE(image.pixelColor(100, 100), Theme::light(catalogue()).canvas);
        QVERIFY(canvas.view.index().bounds().isEmpty());
    }

    // What partial painting and scrolling leave on the screen is what painting everything would, but for how
    // Qt rounds the coverage of an edge that a clip cuts: a few of 255 levels in single pixels.

    void scrollingShowsWhatPaintingWould() {
        ShownCanvas canvas;
        QCOMPARE(canvas.worstDifference(), 0);
        for (const QPointF by :
             {QPointF(-37, -11), QPointF(113, 0), QPointF(0, 71), QPointF(-900, 20), QPointF(3, -2)}) {
            canvas.view.scrollBy(by);
            QVERIFY(canvas.worstDifference() <= kRounding);
        }
        canvas.view.setSelection({ElementId(10), ElementId(110)});
        canvas.view.zoomTo(0.73);
        QVERIFY(canvas.worstDifference() <= kRounding);
        canvas.view.scrollBy({-41, -23});
        QVERIFY(canvas.worstDifference() <= kRounding);
    }

    void selectionsAndPreviewsShowWhatPaintingWould_data() {
        QTest::addColumn<double>("zoom");
        QTest::newRow("100 %") << 1.0;
        QTest::newRow("160 %") << 1.6;
        QTest::newRow("61 %") << 0.61;
        QTest::newRow("30 %") << 0.3;
        QTest::newRow("9 %") << 0.09;
    }
    void selectionsAndPreviewsShowWhatPaintingWould() {
        QFETCH(double, zoom);
        ShownCanvas canvas;
        canvas.view.lookAt({500, 260}, zoom);
        QVERIFY(canvas.worstDifference() <= kRounding);
        QRandomGenerator random(7);
        const auto any = [&](int most) { return int(random.bounded(most)); };
        for (int step = 0; step < 60; ++step) {
            Preview preview;
            switch (step % 10) {
            case 0:
                canvas.view.setSelection({ElementId(1 + any(40)), ElementId(1 + any(40))});
                break;
            case 1:
                canvas.view.setSelection({ElementId(101 + any(7))});
                break;
            case 2:
                canvas.view.setSelection({ElementId(1 + any(40))});
                break;
            case 3:
                preview.moved = {ElementId(10), ElementId(11), ElementId(110)};
                preview.movedBy = {any(800), any(800)};
                preview.routes.insert(ElementId(109),
                                      {{3000, 1200}, {3100 + any(900), 1200}, {3100, 2000 + any(500)}});
                preview.guides.append(Preview::Line{{0, any(900)}, {9000, any(900)}});
                break;
            case 4:
                preview.resized.insert(ElementId(12),
                                       {any(4000), any(3000), 1000 + any(2000), 500 + any(900)});
                break;
            case 5:
                preview.rubberBand = Rect{any(3000), any(3000), any(3000), any(3000)};
                break;
            case 6:
                preview.connection = {{any(3000), 500}, {4000, 500}, {4000, any(4000)}};
                preview.dropTarget = ElementId(1 + any(40));
                break;
            case 7:
                preview.ghost = Rect{any(3000), any(3000), 1408, 512};
                preview.ghostKind = QStringLiteral("cache");
                preview.ghostTitle = QStringLiteral("Cache");
                break;
            case 8:
                preview.hovered = ElementId(1 + any(40));
                preview.labelsAt.insert(ElementId(101), any(1000));
                break;
            default:
                break;
            }
            canvas.view.setPreview(preview);
            const int worst = canvas.worstDifference();
            QVERIFY2(worst <= kRounding, qPrintable(QStringLiteral("step %1: %2").arg(step).arg(worst)));
        }
    }

    /// Of a sketch that is being typed only what has changed is painted anew.
    void aTypedSketchShowsWhatPaintingWould_data() { selectionsAndPreviewsShowWhatPaintingWould_data(); }
    void aTypedSketchShowsWhatPaintingWould() {
        QFETCH(double, zoom);
        ShownCanvas canvas;
        canvas.view.lookAt({500, 260}, zoom);
        QRandomGenerator random(11);
        const auto any = [&](int most) { return int(random.bounded(most)); };
        Preview preview;
        for (int step = 0; step < 60; ++step) {
            Preview::Ghost ghost{{any(6000), any(4000), 1408, 512},
                                 step % 7 == 3 ? QString() : QStringLiteral("cache"),
                                 QStringLiteral("Cache"),
                                 step % 2 ? QStringLiteral("Redis") : QString()};
            if (step % 3 == 0)
                ghost.hung.notes.append(
                    Note{NoteId(1 + step), {}, NoteKind::Question, QStringLiteral("?"), 0});
            Preview::GhostLine line;
            const Coord at = any(6000);
            line.corners = {{any(6000), 500}, {at, 500}, {at, 2000}};
            line.label = step % 2 ? QStringLiteral("a label that is much wider than its line") : QString();
            switch (step % 5) {
            case 0:
                preview.ghosts.append(ghost);
                ghost.rect = ghost.rect.translated({any(3000), any(3000)});
                ghost.hung = {};
                preview.ghosts.append(ghost);
                break;
            case 1:
                preview.ghostLines.append(line);
                break;
            case 2:
                preview.ghosts[any(int(preview.ghosts.size()))] = ghost;
                break;
            case 3:
                preview.ghostLines[any(int(preview.ghostLines.size()))] = line;
                break;
            default:
                preview.ghosts.removeFirst();
                if (step % 2)
                    preview.ghostLines.removeFirst();
                canvas.view.scrollBy({17, -9});
            }
            canvas.view.setPreview(preview);
            const int worst = canvas.worstDifference();
            QVERIFY2(worst <= 2 * kRounding, // of what lies over each other faintly
                     qPrintable(QStringLiteral("step %1: %2").arg(step).arg(worst)));
        }
    }

    void whatIsDraggedIsAboveWhatItIsDraggedOver() {
        ShownCanvas canvas;
        Preview preview;
        preview.moved = {ElementId(2)};
        preview.movedBy = {220 * 8, 0}; // onto the next one, which is in front of it
        canvas.view.setPreview(preview);
        const QImage previewed = canvas.painted();
        canvas.view.setPreview({});
        Element element = *canvas.design.elements.find(ElementId(2));
        element.order = 1000;
        canvas.design.elements.put(element);
        canvas.view.setDesign(&canvas.design);
        canvas.view.setPreview(preview);
        QVERIFY(canvas.painted() == previewed);
        element.order = 2;
        canvas.design.elements.put(element);
        canvas.view.setDesign(&canvas.design);
        canvas.view.setPreview({});
        QVERIFY(canvas.painted() != previewed);
    }

    void thePreviewOfAMoveLooksLikeTheMove() {
        ShownCanvas canvas;
        Preview preview;
        preview.moved = {ElementId(10)};
        preview.movedBy = {160, 240};
        preview.routes.insert(ElementId(109), {{2000, 1000}, {2600, 1000}});
        preview.routes.insert(ElementId(110), {{4000, 1456}, {4400, 1456}});
        canvas.view.setPreview(preview);
        const QImage previewed = canvas.painted();
        canvas.view.setPreview({});
        QVERIFY(canvas.painted() != previewed);
        Block block = *canvas.design.blocks.find(ElementId(10));
        block.rect = block.rect.translated({160, 240});
        canvas.design.blocks.put(block);
        const auto route = [&](int id, const QList<Point>& corners) {
            Connection connection = *canvas.design.connections.find(ElementId(id));
            connection.route.clear();
            for (const Point corner : corners)
                connection.route.append(corner - canvas.design.rectOf(connection.source)->topLeft());
            canvas.design.connections.put(connection);
        };
        route(109, {{2000, 1000}, {2600, 1000}});
        route(110, {{4000, 1456}, {4400, 1456}});
        ChangeSet changes;
        changes.elements = {ElementId(10), ElementId(109), ElementId(110)};
        canvas.view.takeChanges(changes);
        QVERIFY(canvas.painted() == previewed);
    }

    void thePreviewOfAResizedBlockLooksLikeIt() {
        ShownCanvas canvas;
        Preview preview;
        preview.resized.insert(ElementId(10), {1760, 960, 1600, 800});
        canvas.view.setPreview(preview);
        const QImage previewed = canvas.painted();
        canvas.view.setPreview({});
        Block block = *canvas.design.blocks.find(ElementId(10));
        block.rect = {1760, 960, 1600, 800};
        canvas.design.blocks.put(block);
        ChangeSet changes;
        changes.elements = {ElementId(10)};
        canvas.view.takeChanges(changes);
        QVERIFY(canvas.painted() == previewed);
    }

    void aViewOfTheWholeStaysOneOnASmallerScreen() {
        const auto reopened = [](QSize size, QPointF centre, double zoom, bool whole) {
            ShownCanvas canvas;
            BoardView view(catalogue(), Theme::light(catalogue()), canvas.input);
            view.resize(size);
            view.setDesign(&canvas.design);
            view.lookAgain(centre, zoom, whole);
            view.show();
            if (!QTest::qWaitForWindowExposed(&view))
                qFatal("the window does not show");
            return std::tuple(view.centre(), view.zoom(), view.isAllVisible());
        };
        // The design is 1716 x 544 points.
        const QPointF centre(800, 300);
        QCOMPARE(reopened({1900, 900}, centre, 1, true), std::tuple(centre, 1.0, true)); // as it was left
        const auto [middle, zoom, all] = reopened({820, 620}, centre, 1, true);
        QVERIFY(all);
        QVERIFY(zoom < 0.5);
        QVERIFY(middle != centre);
        // Who looked at a part goes on looking at it.
        QCOMPARE(reopened({820, 620}, centre, 1, false), std::tuple(centre, 1.0, false));
        // A place where nothing is any more is no place to begin.
        QVERIFY(std::get<2>(reopened({820, 620}, {9000, 9000}, 1, false)));
    }

    /// A label on the border of what is selected can be read: the ring stops at its pill.
    void labelsStayInFrontOfARing() {
        ShownCanvas canvas;
        const QPoint ring = canvas.view.transform().toView(Point{308 * 8, 120 * 8}).toPoint() + QPoint(0, -3);
        addConnectionRow(canvas.design, 900, 10, 10, {});
        Connection row = *canvas.design.connections.find(ElementId(900));
        row.source = row.target = ElementId(10);
        row.route = {{88 * 8, -80 * 8}, {88 * 8, 80 * 8}}; // through the middle of the upper side
        row.label = QStringLiteral("scores");
        row.labelSize = measureLabel(row.label);
        row.labelAt = 500;
        canvas.design.connections.put(row);
        ChangeSet changes;
        changes.elements = changes.added = {ElementId(900)};
        canvas.view.takeChanges(changes);
        canvas.view.setSelection({ElementId(10)});
        const QImage with = canvas.painted();
        const auto ringAt = [&](int x) {
            return with.pixelColor(ring + QPoint(x, 0)) == canvas.view.painter().theme().accent;
        };
        QVERIFY(ringAt(60));
        QVERIFY(!ringAt(10));
        QVERIFY(!ringAt(-10));
    }

    void aSelectionShowsInBothThemes() {
        ShownCanvas canvas;
        for (const Theme& theme : {Theme::light(catalogue()), Theme::darkTheme(catalogue())}) {
            canvas.view.setTheme(theme);
            canvas.view.setSelection({});
            const QPoint ring =
                canvas.view.transform().toView(Point{220 * 8 + 88 * 8, 120 * 8}).toPoint() + QPoint(0, -3);
            QVERIFY(canvas.painted().pixelColor(ring) != theme.accent);
            canvas.view.setSelection({ElementId(10)});
            QCOMPARE(canvas.painted().pixelColor(ring), theme.accent);
        }
    }
};

QTEST_MAIN(TestBoardView)
#include "test_board_view.moc"
