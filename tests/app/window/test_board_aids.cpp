#include "app/panels/inspector_panel.h"
#include "app/panels/meaning_chooser.h"
#include "app/panels/palette_panel.h"
#include "app/window/board_aids.h"
#include "app/window/status_line.h"
#include "app/window/top_bar.h"
#include "tests/app/window/window_fixture.h"

#include <QClipboard>
#include <QLineEdit>
#include <QToolButton>

using namespace groundplan;
using namespace Qt::StringLiterals;

namespace {

/// A block of that kind with a title, its top left corner there (points).
ElementId put(MainWindow* window, const Catalogue& catalogue, const QString& kind, const QString& title,
              int x, int y) {
    ElementId id;
    const auto done = window->board()->edit({"add-block", {}}, [&](Editor& editor) -> Result<void> {
        const auto added = addBlock(editor, *catalogue.kind(kind), {x * 8, y * 8}, u"en"_s);
        if (!added)
            return Failure(added.error());
        id = *added;
        return renameElement(editor, id, title);
    });
    return done ? id : ElementId();
}

QImage picture(MainWindow* window) {
    return window->board()->view()->viewport()->grab().toImage();
}

void mouse(QWidget* widget, QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons held) {
    QMouseEvent event(type, at, widget->mapToGlobal(at), button, held, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

} // namespace

class TestBoardAids : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findGoesFromHitToHit() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardController* board = window->board();
        const ElementId first = put(window, f.catalogue(), u"cache"_s, u"Hot items"_s, 0, 0);
        const ElementId second = put(window, f.catalogue(), u"cache"_s, u"Hot users"_s, 0, 4000);
        put(window, f.catalogue(), u"cache"_s, u"Sessions"_s, 300, 0);
        board->setSelection({});
        FindBar* bar = window->aids()->findBar();
        QVERIFY(!bar->isVisible());
        QTest::keyClick(board->view(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(bar->isVisible());
        QVERIFY(bar->field()->hasFocus());
        QTest::keyClicks(bar->field(), u"hot"_s);
        QCOMPARE(bar->count(), u"1 / 2"_s);
        QCOMPARE(board->selection(), QSet{first});
        QTest::keyClick(bar->field(), Qt::Key_Return);
        QCOMPARE(bar->count(), u"2 / 2"_s);
        QCOMPARE(board->selection(), QSet{second});
        QVERIFY(board->view()->visibleArea().contains(QPointF(10, 4010))); // brought into view
        QTest::keyClick(bar->field(), Qt::Key_Return);
        QCOMPARE(board->selection(), QSet{first});
        QTest::keyClick(bar->field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(board->selection(), QSet{second});
        QTest::keyClick(bar->field(), Qt::Key_F3);
        QCOMPARE(board->selection(), QSet{first});
        QTest::keyClick(bar->field(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(board->selection(), QSet{second});
        // The design changes meanwhile.
        board->deleteSelection();
        QCOMPARE(bar->hits(), QList{first});
        QTest::keyClicks(bar->field(), u" zzz"_s);
        QCOMPARE(bar->count(), u"None"_s);
        QTest::keyClick(bar->field(), Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QVERIFY(board->view()->hasFocus());
    }

    /// What has the keyboard goes, with one block selected: nothing is asked, and Enter is the board's.
    void escInFindIsNoTab() {
        WindowFixture f;
        MainWindow* window = f.board();
        put(window, f.catalogue(), u"feature-store"_s, u"Feast"_s, 0, 0);
        FindBar* bar = window->aids()->findBar();
        QTest::keyClick(window->board()->view(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(bar->field(), u"feast"_s);
        QTest::keyClick(bar->field(), Qt::Key_Return);
        QCOMPARE(window->board()->selection().size(), 1);
        QTest::keyClick(bar->field(), Qt::Key_Escape);
        QVERIFY(window->board()->view()->hasFocus());
        QVERIFY(!window->board()->view()->findChild<MeaningChooser*>());
        QTest::keyClick(window->board()->view(), Qt::Key_Tab);
        QVERIFY(window->board()->view()->findChild<MeaningChooser*>());
    }

    void hitsAreOutlined() {
        WindowFixture f;
        MainWindow* window = f.board();
        put(window, f.catalogue(), u"cache"_s, u"Hot items"_s, 0, 0);
        put(window, f.catalogue(), u"cache"_s, u"Hot users"_s, 300, 0);
        window->board()->fitAll();
        window->board()->setSelection({});
        const QImage plain = picture(window);
        window->aids()->findBar()->open();
        window->aids()->findBar()->field()->setText(u"hot"_s);
        window->board()->setSelection({}); // the rings of the hits alone
        const QImage found = picture(window);
        QVERIFY(found != plain);
        window->aids()->findBar()->close();
        QCOMPARE(picture(window), plain);
    }

    void ctrlBGoesToThePalette() {
        WindowFixture f;
        MainWindow* window = f.board();
        QTest::keyClick(window->board()->view(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(window->palettePanel()->isAncestorOf(QApplication::focusWidget()));
    }

    void aLensDimsAllElse() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardController* board = window->board();
        const ElementId ml = put(window, f.catalogue(), u"model"_s, u"Ranker"_s, 0, 0);
        const ElementId plain = put(window, f.catalogue(), u"cache"_s, u"Items"_s, 300, 0);
        board->setSelection({});
        board->fitAll();
        const auto darkest = [&](ElementId id) { // of its title
            const QRect part =
                board->view()->transform().toView(*window->document()->design().rectOf(id)).toRect();
            const QImage image = picture(window).copy(part);
            int least = 255;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    least = std::min(least, qGray(image.pixel(x, y)));
            }
            return least;
        };
        const int bright = darkest(ml);
        QVERIFY(std::abs(darkest(plain) - bright) < 30);
        LensChip* chip = window->aids()->lensChip();
        QVERIFY(!chip->isVisible());
        window->actions()[ActionId::LensMachineLearning]->trigger();
        QVERIFY(chip->isVisible());
        QCOMPARE(chip->text(), u"Lens: ML blocks"_s);
        QCOMPARE(darkest(ml), bright);
        QVERIFY(darkest(plain) > bright + 80);
        // It follows the design.
        const auto done = board->edit({"change-ml", {}}, [&](Editor& editor) -> Result<void> {
            Block row = *editor.design().blocks.find(plain);
            row.ml = true;
            editor.put(row);
            return {};
        });
        QVERIFY(done);
        QVERIFY(darkest(plain) < bright + 30);
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(!chip->isVisible());
        QCOMPARE(window->aids()->lens(), Lens::None);
        QVERIFY(window->actions()[ActionId::LensOff]->isChecked());
        QVERIFY(window->statusLine()->findChild<QToolButton*>(u"lens"_s)->menu());
    }

    /// With its title, while what is dim in it stays dim.
    void aFrameWithSomethingLitStaysLit() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardController* board = window->board();
        QList<ElementId> frames;
        for (const bool online : {true, false}) {
            const ElementId block = put(window, f.catalogue(), online ? u"ranking"_s : u"training"_s,
                                        u"Ranker"_s, 0, online ? 0 : 400);
            board->setSelection({block});
            board->frameSelection();
            board->endEditing();
            frames.append(window->document()->design().elements.at(block).parent);
            QVERIFY(frames.last());
        }
        board->setSelection({});
        board->fitAll();
        const auto darkestOfTitle = [&](ElementId id) {
            QRect part = board->view()->transform().toView(*window->document()->design().rectOf(id)).toRect();
            part.setHeight(int(30 * board->zoom()));
            const QImage image = picture(window).copy(part.adjusted(4, 4, -4, 0));
            int least = 255;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    least = std::min(least, qGray(image.pixel(x, y)));
            }
            return least;
        };
        const int bright = darkestOfTitle(frames.first());
        window->actions()[ActionId::LensOnline]->trigger();
        QVERIFY(darkestOfTitle(frames.first()) <= bright + 4);
        QVERIFY(darkestOfTitle(frames.last()) > bright + 60);
    }

    void escLeavesTheLensLast() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardController* board = window->board();
        const ElementId id = put(window, f.catalogue(), u"cache"_s, u"Items"_s, 0, 0);
        window->actions()[ActionId::LensOnline]->trigger();
        board->setTool(ToolId::Hand);
        board->setSelection({id});
        QTest::keyClick(board->view(), Qt::Key_Escape);
        QCOMPARE(board->tool(), ToolId::Select);
        QTest::keyClick(board->view(), Qt::Key_Escape);
        QVERIFY(board->selection().isEmpty());
        QCOMPARE(window->aids()->lens(), Lens::Online);
        QTest::keyClick(board->view(), Qt::Key_Escape);
        QCOMPARE(window->aids()->lens(), Lens::None);
        QVERIFY(!board->view()->isDimmed());
        QVERIFY(!window->aids()->lensChip()->isVisible());
    }

    void aSuccessTakesTheMessageOfAFailureAway() {
        WindowFixture f;
        MainWindow* window = f.board();
        QGuiApplication::clipboard()->setText(u"digraph { a -> "_s);
        window->board()->paste();
        QTRY_VERIFY(!window->statusLine()->message().isEmpty());
        QGuiApplication::clipboard()->setText(u"digraph { a -> b }"_s);
        window->board()->paste();
        QTRY_COMPARE(window->document()->design().connections.size(), 1);
        QCOMPARE(window->statusLine()->message(), QString());
    }

    /// What one asks to see does not come to lie below the minimap.
    void theMinimapIsKeptFree() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardController* board = window->board();
        Minimap* map = window->aids()->minimap();
        put(window, f.catalogue(), u"cache"_s, u"A"_s, 0, 0);
        const ElementId far = put(window, f.catalogue(), u"cache"_s, u"B"_s, 4000, 3000);
        const auto placeOf = [&](ElementId id) {
            const QPoint origin = board->view()->viewport()->pos();
            return board->view()
                ->transform()
                .toView(*window->document()->design().rectOf(id))
                .translated(origin);
        };
        board->view()->lookAt({0, 0}, 1);
        board->bringIntoView({far});
        QVERIFY(map->isVisible());
        QVERIFY(board->view()->geometry().translated(-board->view()->pos()).contains(placeOf(far).toRect()));
        QVERIFY(!placeOf(far).intersects(map->geometry()));
        board->setSelection({far});
        window->actions()[ActionId::FitSelection]->trigger();
        QVERIFY(!placeOf(far).intersects(map->geometry()));
        // While something is dragged past it, it lets what is below be seen.
        QWidget* viewport = board->view()->viewport();
        const QPointF over = map->geometry().center() - viewport->pos();
        mouse(viewport, QEvent::MouseButtonPress, QPointF(20, 20), Qt::LeftButton, Qt::LeftButton);
        mouse(viewport, QEvent::MouseMove, QPointF(60, 60), Qt::NoButton, Qt::LeftButton);
        QVERIFY(!map->isFaded());
        mouse(viewport, QEvent::MouseMove, over, Qt::NoButton, Qt::LeftButton);
        QVERIFY(map->isFaded());
        mouse(viewport, QEvent::MouseButtonRelease, over, Qt::LeftButton, Qt::NoButton);
        QVERIFY(!map->isFaded());
    }

    void theMinimapMovesTheView() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardController* board = window->board();
        Minimap* map = window->aids()->minimap();
        put(window, f.catalogue(), u"cache"_s, u"A"_s, 0, 0);
        board->fitAll();
        QVERIFY(!map->isVisible()); // everything is in sight
        // A little beyond the edge is no reason to cover what one looks at; half of it is.
        const QRectF seen = board->view()->visibleArea();
        const double left = points(board->view()->index().bounds().x);
        const auto hide = [&](double part) { // so much of the view's width lies left of it
            board->view()->lookAt({left + seen.width() * (0.5 + part), 32}, 1);
        };
        hide(0.04);
        QVERIFY(!board->view()->isAllVisible());
        QVERIFY(!map->isVisible());
        hide(0.1);
        QVERIFY(map->isVisible());
        put(window, f.catalogue(), u"cache"_s, u"B"_s, 8000, 4000);
        board->view()->lookAt({0, 0}, 1);
        QVERIFY(map->isVisible());
        QTRY_VERIFY(map->isPictureFresh());
        const QPointF right(map->width() - 14, map->height() / 2.0 + 30);
        mouse(map, QEvent::MouseButtonPress, right, Qt::LeftButton, Qt::LeftButton);
        QVERIFY(board->view()->centre().x() > 7000);
        QVERIFY(map->seen().contains(right));
        QCOMPARE(board->zoom(), 1.0);
        const QPointF leftmost(14, map->height() / 2.0);
        mouse(map, QEvent::MouseMove, leftmost, Qt::NoButton, Qt::LeftButton);
        mouse(map, QEvent::MouseButtonRelease, leftmost, Qt::LeftButton, Qt::NoButton);
        QVERIFY(board->view()->centre().x() < 1200);
        window->actions()[ActionId::Minimap]->trigger();
        QVERIFY(!map->isVisible());
        QVERIFY(!f.settings().minimap());
        board->view()->lookAt({4000, 2000}, 1);
        QVERIFY(!map->isVisible());
    }

    void presentingGoesAlongTheStops() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardController* board = window->board();
        const ElementId a = put(window, f.catalogue(), u"cache"_s, u"First"_s, 0, 0);
        const ElementId b = put(window, f.catalogue(), u"cache"_s, u"Second"_s, 3000, 0);
        put(window, f.catalogue(), u"cache"_s, u"Third"_s, 0, 3000);
        board->setSelection({b});
        window->actions()[ActionId::AddStop]->trigger();
        QVERIFY(!window->actions()[ActionId::AddStop]->isEnabled());
        QVERIFY(window->actions()[ActionId::RemoveStop]->isEnabled());
        board->setSelection({a});
        window->actions()[ActionId::AddStop]->trigger();
        const Design before = window->document()->design();
        const ViewTransform view = board->view()->transform();
        Presenter* presenter = window->aids()->presenter();
        presenter->setMotion(false);
        QTest::keyClick(board->view(), Qt::Key_F5);
        QVERIFY(presenter->isOn());
        QVERIFY(window->isFullScreen());
        QVERIFY(!window->topBar()->isVisible());
        QVERIFY(!window->inspector()->isVisible());
        QVERIFY(!window->palettePanel()->isVisible());
        QVERIFY(!window->statusLine()->isVisible());
        QCOMPARE(presenter->caption(), u"1 / 2   Second"_s);
        QCoreApplication::processEvents();
        const auto isSeen = [&](ElementId id) {
            return QRectF(board->view()->viewport()->rect())
                .contains(board->view()->transform().toView(*window->document()->design().rectOf(id)));
        };
        QVERIFY(isSeen(b) && !isSeen(a));
        QTest::keyClick(board->view(), Qt::Key_Right);
        QVERIFY(isSeen(a) && !isSeen(b));
        QCOMPARE(presenter->caption(), u"2 / 2   First"_s);
        QTest::keyClick(board->view(), Qt::Key_Space); // the last one stays
        QCOMPARE(presenter->current(), 1);
        QTest::keyClick(board->view(), Qt::Key_Left);
        QCOMPARE(presenter->current(), 0);
        QTest::mouseClick(board->view()->viewport(), Qt::LeftButton);
        QCOMPARE(presenter->current(), 1);
        for (const Qt::Key key : {Qt::Key_Delete, Qt::Key_C, Qt::Key_F2})
            QTest::keyClick(board->view(), key); // nothing is edited
        QCOMPARE(board->tool(), ToolId::Select);
        QVERIFY(window->document()->design() == before);
        QTest::keyClick(board->view(), Qt::Key_Escape);
        QVERIFY(!presenter->isOn());
        QVERIFY(!window->isFullScreen());
        QVERIFY(window->topBar()->isVisible());
        QVERIFY(window->inspector()->isVisible());
        QCOMPARE(board->selection(), QSet{a});
        QCOMPARE(board->view()->transform().zoom(), view.zoom());
    }

    /// The stop has the light, and the caption lies beside it.
    void aStopIsLitAndUncovered() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardController* board = window->board();
        const ElementId a = put(window, f.catalogue(), u"cache"_s, u"First"_s, 0, 0);
        put(window, f.catalogue(), u"cache"_s, u"Second"_s, 200, 0);
        board->setSelection({a});
        board->addStops();
        Presenter* presenter = window->aids()->presenter();
        presenter->setMotion(false);
        for (const QSize size : {QSize(1200, 800), QSize(500, 900)}) {
            window->resize(size);
            presenter->start();
            QCoreApplication::processEvents();
            QVERIFY(board->view()->isDimmed());
            const auto* caption = window->findChild<QWidget*>(u"presenter-caption"_s);
            QVERIFY(caption->isVisible());
            const QRectF there = board->view()->transform().toView(*window->document()->design().rectOf(a));
            QVERIFY(!there.translated(board->view()->viewport()->pos()).intersects(caption->geometry()));
            presenter->stop();
            QVERIFY(!board->view()->isDimmed());
        }
        // A lens waits until it is over.
        window->actions()[ActionId::LensMachineLearning]->trigger();
        presenter->start();
        presenter->stop();
        QVERIFY(board->view()->isDimmed());
        QCOMPARE(window->aids()->lens(), Lens::MachineLearning);
    }

    void itGlidesThere() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardController* board = window->board();
        for (int i = 0; i < 2; ++i) {
            board->setSelection({put(window, f.catalogue(), u"cache"_s, u"Stop"_s, 3000 * i, 0)});
            board->addStops();
        }
        Presenter* presenter = window->aids()->presenter();
        presenter->setMotion(true);
        presenter->start();
        QCoreApplication::processEvents();
        QTest::keyClick(board->view(), Qt::Key_Right);
        QVERIFY(board->view()->centre().x() < 2000); // on its way
        QTRY_VERIFY(std::abs(board->view()->centre().x() - 3088) < 2);
        presenter->stop();
    }

    void groupingByKey() {
        WindowFixture f;
        MainWindow* window = f.board();
        BoardController* board = window->board();
        const ElementId a = put(window, f.catalogue(), u"cache"_s, u"A"_s, 0, 0);
        const ElementId b = put(window, f.catalogue(), u"cache"_s, u"B"_s, 300, 100);
        board->setSelection({a, b});
        QTest::keyClick(board->view(), Qt::Key_G, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(window->document()->design().elements.at(a).group);
        const QImage outlined = picture(window);
        QTest::keyClick(board->view(), Qt::Key_G, Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(!window->document()->design().elements.at(a).group);
        QVERIFY(picture(window) != outlined);
        QVERIFY(!window->actions()[ActionId::Ungroup]->isEnabled());
        QVERIFY(!window->actions()[ActionId::DistributeAcross]->isEnabled());
        window->inspector()->updateNow();
        QCoreApplication::processEvents();
        auto* button = window->inspector()->findChild<QToolButton*>(u"align-top"_s);
        QVERIFY(button && button->isVisible() && button->isEnabled());
        QVERIFY(!window->inspector()->findChild<QToolButton*>(u"distribute-across"_s)->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(window->document()->design().rectOf(b)->y, 0);
        QCOMPARE(window->document()->history().constLast().key, QByteArray("align-top"));
    }
};

QTEST_MAIN(TestBoardAids)
#include "test_board_aids.moc"
