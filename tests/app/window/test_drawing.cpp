#include "app/panels/controls.h"
#include "app/panels/inspector_panel.h"
#include "app/window/banner.h"
#include "app/window/board_aids.h"
#include "app/window/drawing_bar.h"
#include "app/window/minimap.h"
#include "app/window/status_line.h"
#include "app/window/top_bar.h"
#include "tests/app/window/window_fixture.h"

#include <QBuffer>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QTextEdit>
#include <QToolButton>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace groundplan;

namespace {

QByteArray png(int width, int height, Qt::GlobalColor colour = Qt::darkCyan) {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "png");
    return bytes;
}

/// A PNG file whose head claims that many pixels; nothing of them is there.
QByteArray hugePng(quint32 width, quint32 height) {
    QByteArray bytes = png(4, 4);
    const auto put = [&](qsizetype at, quint32 value) {
        for (int i = 0; i < 4; ++i)
            bytes[at + i] = char(value >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    // The checksum of the head (CRC-32 as in the PNG specification).
    quint32 crc = 0xFFFFFFFF;
    for (qsizetype i = 12; i < 29; ++i) {
        crc ^= quint8(bytes[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
    }
    put(29, ~crc);
    return bytes;
}

/// A window with an empty board that is looked at at 100 %, and a hand.
struct Drawn {
    WindowFixture fixture;
    MainWindow* window = fixture.board();
    BoardController& board = *window->board();
    BoardView& view = *board.view();

    Drawn() {
        window->resize(1366, 768);
        QCoreApplication::processEvents();
        view.lookAt({300, 300}, 1);
        view.setFocus();
    }
    const Design& design() const { return window->document()->design(); }
    qsizetype entries() const { return window->document()->history().size(); }
    QByteArray lastKey() const { return window->document()->history().constLast().key; }
    QPointF where(Point at) const { return view.transform().toView(at); }
    static Point at(int x, int y) { return {x * kUnitsPerPoint, y * kUnitsPerPoint}; }

    void mouse(QEvent::Type type, Point at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        const QPointF p = where(at);
        QMouseEvent event(type, p, view.viewport()->mapToGlobal(p), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &event);
    }
    void stroke(const QList<Point>& through) {
        mouse(QEvent::MouseButtonPress, through.first(), Qt::LeftButton, Qt::LeftButton);
        for (const Point point : through)
            mouse(QEvent::MouseMove, point, Qt::NoButton, Qt::LeftButton);
        mouse(QEvent::MouseButtonRelease, through.last(), Qt::LeftButton, Qt::NoButton);
    }
    void click(Point at) { stroke({at}); }
    void doubleClick(Point at) {
        click(at);
        mouse(QEvent::MouseButtonDblClick, at, Qt::LeftButton, Qt::LeftButton);
        mouse(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    }
    void pen(QEvent::Type type, Point at, double pressure, bool turned = false) {
        const auto made = [](qint64 id, QPointingDevice::PointerType end) {
            return std::make_unique<QPointingDevice>(
                u"pen"_s, id, QInputDevice::DeviceType::Stylus, end,
                QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
        };
        static const auto tip = made(77, QPointingDevice::PointerType::Pen);
        static const auto other = made(78, QPointingDevice::PointerType::Eraser);
        const QPointingDevice* device = (turned ? other : tip).get();
        const QPointF p = where(at);
        const bool down = type != QEvent::TabletRelease;
        QTabletEvent event(type, device, p, view.viewport()->mapToGlobal(p), pressure, 0, 0, 0, 0, 0,
                           Qt::NoModifier, type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton,
                           down ? Qt::LeftButton : Qt::NoButton);
        QApplication::sendEvent(view.viewport(), &event);
    }
    /// From the file manager, there on the canvas.
    void drop(const QMimeData& data, QPointF there) {
        const QPointF inWindow = view.viewport()->mapTo(window, there);
        QDragEnterEvent enter(inWindow.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window, &enter);
        if (!enter.isAccepted())
            return;
        QDropEvent drop(inWindow, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window, &drop);
    }
    void type(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    QTextEdit* field() const { return view.editor().field(); }
};

} // namespace

class TestDrawing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lettersChooseTools() {
        Drawn b;
        const QList<std::pair<Qt::Key, ToolId>> keys{
            {Qt::Key_P, ToolId::Pen},       {Qt::Key_M, ToolId::Highlighter}, {Qt::Key_E, ToolId::Eraser},
            {Qt::Key_R, ToolId::Rectangle}, {Qt::Key_O, ToolId::Ellipse},     {Qt::Key_L, ToolId::Line},
            {Qt::Key_A, ToolId::Arrow},     {Qt::Key_T, ToolId::Text},        {Qt::Key_K, ToolId::Laser}};
        QVERIFY(!b.window->drawingBar()->isVisible());
        for (const auto& [key, tool] : keys) {
            QTest::keyClick(&b.view, key);
            QCOMPARE(int(b.board.tool()), int(tool));
            QVERIFY(b.window->drawingBar()->isVisible());
            QVERIFY(b.window->actions()[actionOf(tool)]->isChecked());
        }
        QTest::keyClick(&b.view, Qt::Key_Escape);
        QCOMPARE(int(b.board.tool()), int(ToolId::Select));
        QVERIFY(!b.window->drawingBar()->isVisible());
    }

    void theBarFitsAndOffersInks() {
        Drawn b;
        auto* draw = b.window->findChild<QToolButton*>(u"draw"_s);
        QTest::mouseClick(draw, Qt::LeftButton);
        QCOMPARE(int(b.board.tool()), int(ToolId::Pen));
        DrawingBar* bar = b.window->drawingBar();
        const QRect canvas = b.view.viewport()->geometry();
        QVERIFY(canvas.contains(bar->geometry()));
        for (QAbstractButton* button : bar->findChildren<QAbstractButton*>()) {
            QVERIFY(!button->accessibleName().isEmpty());
            if (button->accessibleName() == u"Red"_s)
                QTest::mouseClick(button, Qt::LeftButton);
            if (button->accessibleName() == u"Broad"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(b.view.hasFocus());
        b.stroke({b.at(200, 200), b.at(240, 220), b.at(280, 200)});
        QCOMPARE(b.design().strokes.begin()->colour, QString::fromLatin1(kInks[1]));
        QCOMPARE(b.design().strokes.begin()->width, kPenWidths[2]);
        QCOMPARE(b.fixture.settings().drawingStyle().ink, 1); // remembered
        QTest::mouseClick(draw, Qt::LeftButton);
        QCOMPARE(int(b.board.tool()), int(ToolId::Select));
        b.window->resize(880, 600); // the least
        QTest::keyClick(&b.view, Qt::Key_P);
        QCoreApplication::processEvents();
        QVERIFY(QRect(QPoint(), b.view.size()).contains(bar->geometry()));
    }

    void aStrokeByMouseIsOneStep() {
        Drawn b;
        QTest::keyClick(&b.view, Qt::Key_P);
        b.stroke({b.at(200, 200), b.at(240, 220), b.at(280, 200), b.at(320, 220)});
        QCOMPARE(b.design().strokes.size(), 1);
        const Stroke& drawn = *b.design().strokes.begin();
        QCOMPARE(drawn.rect, (Rect{200 * 8, 200 * 8, 120 * 8, 20 * 8}));
        for (const StrokePoint& point : drawn.points)
            QCOMPARE(int(point.pressure), 128);
        QCOMPARE(int(b.board.tool()), int(ToolId::Pen));
        QVERIFY(b.window->statusLine()->counts().contains(u"1 drawing"_s));
        b.board.undo();
        QCOMPARE(b.design().elements.size(), 0);
        b.board.redo();
        QCOMPARE(b.design().strokes.size(), 1);
    }

    void aPenPressesAsItDoes() {
        Drawn b;
        b.pen(QEvent::TabletPress, b.at(200, 200), 0.5); // with the select tool Qt makes mouse events of it
        b.pen(QEvent::TabletRelease, b.at(260, 200), 0);
        QCOMPARE(b.entries(), 0);
        QTest::keyClick(&b.view, Qt::Key_P);
        b.pen(QEvent::TabletPress, b.at(200, 200), 0.2);
        b.pen(QEvent::TabletMove, b.at(240, 220), 0.6);
        QCOMPARE(b.view.preview().ink->points.size(), 2);
        b.pen(QEvent::TabletMove, b.at(280, 200), 1.0);
        b.pen(QEvent::TabletRelease, b.at(300, 200), 0);
        QCOMPARE(b.design().strokes.size(), 1);
        QList<int> pressures;
        for (const StrokePoint& point : b.design().strokes.begin()->points)
            pressures.append(point.pressure);
        QCOMPARE(pressures, (QList<int>{51, 153, 255, 255}));
        QCOMPARE(b.entries(), 1);
    }

    /// The other end of a pen rubs out, whatever is in hand, and then that is in hand again.
    void aPenTurnedRoundErases() {
        Drawn b;
        QTest::keyClick(&b.view, Qt::Key_P);
        b.stroke({b.at(100, 100), b.at(200, 100)});
        b.stroke({b.at(100, 300), b.at(200, 300)});
        b.board.setTool(ToolId::Rectangle);
        b.board.setToolLocked(true);
        b.pen(QEvent::TabletPress, b.at(150, 80), 0.5, true);
        QCOMPARE(b.board.tool(), ToolId::Eraser);
        b.pen(QEvent::TabletMove, b.at(150, 130), 0.5, true);
        b.pen(QEvent::TabletRelease, b.at(150, 130), 0, true);
        QCOMPARE(b.design().strokes.size(), 1);
        QCOMPARE(b.design().shapes.size(), 0);
        QCOMPARE(b.board.tool(), ToolId::Rectangle);
        QVERIFY(b.board.isToolLocked());
    }

    void aLockedToolStays() {
        Drawn b;
        QTest::keyClick(&b.view, Qt::Key_R);
        b.stroke({b.at(100, 100), b.at(200, 160)});
        QCOMPARE(int(b.board.tool()), int(ToolId::Select));
        QTest::keyClick(&b.view, Qt::Key_R);
        QTest::keyClick(&b.view, Qt::Key_Q);
        QVERIFY(b.board.isToolLocked());
        b.stroke({b.at(100, 200), b.at(200, 260)});
        b.stroke({b.at(100, 300), b.at(200, 360)});
        QCOMPARE(int(b.board.tool()), int(ToolId::Rectangle));
        QCOMPARE(b.design().shapes.size(), 3);
        QTest::keyClick(&b.view, Qt::Key_V);
        QVERIFY(!b.board.isToolLocked());
        // A double click on the tool locks it, too.
        QTest::keyClick(&b.view, Qt::Key_O);
        for (QToolButton* button : b.window->drawingBar()->findChildren<QToolButton*>()) {
            if (button->defaultAction() == b.window->actions()[ActionId::ToolEllipse])
                QTest::mouseDClick(button, Qt::LeftButton);
        }
        QVERIFY(b.board.isToolLocked());
    }

    void textGrowsAndIsOneStep() {
        Drawn b;
        QTest::keyClick(&b.view, Qt::Key_T);
        b.click(b.at(200, 200));
        QVERIFY(b.field());
        b.type(u"why two stages?"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // keeps what was written
        QVERIFY(!b.field() || !b.view.editor().isOpen());
        QCOMPARE(b.design().shapes.size(), 1);
        const Shape& text = *b.design().shapes.begin();
        QCOMPARE(text.text, u"why two stages?"_s);
        QVERIFY(text.rect.w > 60 * 8 && text.rect.w < 200 * 8);
        QCOMPARE(b.entries(), 1);
        QCOMPARE(b.lastKey(), QByteArray("add-text"));
        QCOMPARE(int(b.board.tool()), int(ToolId::Select));
        b.board.undo();
        QCOMPARE(b.design().elements.size(), 0);
    }

    void anEmptyTextIsNone() {
        Drawn b;
        QTest::keyClick(&b.view, Qt::Key_T);
        b.click(b.at(200, 200));
        b.click(b.at(500, 400)); // elsewhere
        QCOMPARE(b.design().elements.size(), 0);
        QVERIFY(!b.window->document()->canUndo());
        // One that is emptied goes, and undo brings it back.
        QTest::keyClick(&b.view, Qt::Key_T);
        b.click(b.at(200, 200));
        b.type(u"gone"_s);
        b.board.endEditing();
        const Point middle = b.design().shapes.begin()->rect.center();
        b.doubleClick(middle);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
        b.board.endEditing();
        QCOMPARE(b.design().elements.size(), 0);
        b.board.undo();
        QCOMPARE(b.design().shapes.begin()->text, u"gone"_s);
    }

    void aDoubleClickOnAShapeWritesIntoIt() {
        Drawn b;
        QTest::keyClick(&b.view, Qt::Key_R);
        b.stroke({b.at(100, 100), b.at(300, 200)});
        b.doubleClick(b.at(100, 150)); // on its outline
        QVERIFY(b.field());
        b.type(u"Vendor"_s);
        b.board.endEditing();
        QCOMPARE(b.design().shapes.begin()->text, u"Vendor"_s);
        QCOMPARE(b.design().shapes.begin()->rect, (Rect{800, 800, 1600, 800}));
        QCOMPARE(b.lastKey(), QByteArray("change-text"));
        b.board.undo();
        QCOMPARE(b.design().shapes.begin()->text, QString());
    }

    void theEraserIsOneStep() {
        Drawn b;
        QTest::keyClick(&b.view, Qt::Key_P);
        b.stroke({b.at(200, 100), b.at(200, 200), b.at(200, 300)});
        b.stroke({b.at(240, 100), b.at(240, 200), b.at(240, 300)});
        QTest::keyClick(&b.view, Qt::Key_E);
        b.mouse(QEvent::MouseButtonPress, b.at(150, 200), Qt::LeftButton, Qt::LeftButton);
        b.mouse(QEvent::MouseMove, b.at(300, 200), Qt::NoButton, Qt::LeftButton);
        QCOMPARE(b.view.preview().fading.size(), 2);
        QCOMPARE(b.design().strokes.size(), 2);
        b.mouse(QEvent::MouseButtonRelease, b.at(300, 200), Qt::LeftButton, Qt::NoButton);
        QCOMPARE(b.design().strokes.size(), 0);
        b.board.undo();
        QCOMPARE(b.design().strokes.size(), 2);
    }

    void theLaserFades() {
        Drawn b;
        QTest::keyClick(&b.view, Qt::Key_K);
        b.stroke({b.at(200, 100), b.at(250, 200), b.at(300, 100)});
        QVERIFY(b.view.laser().isLit());
        QTRY_VERIFY_WITH_TIMEOUT(!b.view.laser().isLit(), 4 * LaserTrail::kLasts);
        QCOMPARE(b.entries(), 0);
    }

    void presentingPointsAndGoesOn() {
        Drawn b;
        QTest::keyClick(&b.view, Qt::Key_R);
        b.stroke({b.at(100, 100), b.at(300, 200)});
        const qsizetype before = b.entries();
        b.window->actions()[ActionId::Present]->trigger();
        QVERIFY(!b.window->drawingBar()->isVisible());
        b.stroke({b.at(120, 120), b.at(180, 180), b.at(220, 120)});
        QVERIFY(b.view.laser().isLit());
        QCOMPARE(b.entries(), before);
        b.window->actions()[ActionId::Present]->trigger();
    }

    // Pictures

    void aPictureIsPasted() {
        Drawn b;
        auto* data = new QMimeData;
        data->setData(u"image/png"_s, png(100, 50));
        QGuiApplication::clipboard()->setMimeData(data);
        b.window->actions()[ActionId::Paste]->trigger();
        QCOMPARE(b.design().images.size(), 1);
        const Image& image = *b.design().images.begin();
        QCOMPARE(image.rect.w, 100 * kUnitsPerPoint);
        QCOMPARE(image.rect.h, 50 * kUnitsPerPoint);
        QVERIFY(b.design().assets.contains(image.asset));
        QCOMPARE(b.board.selection(), QSet{image.id});
        QCOMPARE(b.entries(), 1);
        QVERIFY(b.window->statusLine()->counts().contains(u"1 image"_s));
        b.board.undo();
        QCOMPARE(b.design().images.size(), 0);
    }

    void aChosenPictureCoversNothing() {
        Drawn b;
        b.board.addKind(u"model"_s); // in the middle
        const Rect block = b.design().blocks.begin()->rect;
        QFile file(b.fixture.file(u"chosen.png"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(png(200, 100)) > 0);
        file.close();
        b.board.addPictures({file.fileName()});
        QCOMPARE(b.design().images.size(), 1);
        const Rect picture = b.design().images.begin()->rect;
        QVERIFY(!picture.intersects(block));
        QVERIFY(picture.grown(100 * kUnitsPerPoint).intersects(block)); // the nearest place
    }

    void aLargePictureLeavesRoom() {
        Drawn b;
        auto* data = new QMimeData;
        data->setImageData(QImage(3000, 1500, QImage::Format_RGB32)); // as some programs give it
        QGuiApplication::clipboard()->setMimeData(data);
        b.board.paste();
        const Image& image = *b.design().images.begin();
        const QSizeF seen = b.view.visibleArea().size();
        QVERIFY(points(image.rect.w) <= seen.width() * 0.6 + 1);
        QVERIFY(points(image.rect.h) <= seen.height() * 0.6 + 1);
        QVERIFY(std::abs(double(image.rect.w) / image.rect.h - 2) < 0.01);
    }

    void aPictureBeyondAllMeasureIsRefusedWithItsSize() {
        Drawn b;
        auto* data = new QMimeData;
        data->setData(u"image/png"_s, hugePng(25'000, 20'000));
        QGuiApplication::clipboard()->setMimeData(data);
        b.board.paste();
        QCOMPARE(b.entries(), 0);
        const QString sentence = b.window->banners()->sentences().value(0);
        QVERIFY2(sentence.contains(u"500 megapixels"_s), qPrintable(sentence));
    }

    void filesAreDroppedOnTheBoard() {
        Drawn b;
        const auto save = [&](const QString& name, const QByteArray& bytes) {
            QFile file(b.fixture.file(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("cannot write");
            return QUrl::fromLocalFile(file.fileName());
        };
        QMimeData data;
        data.setUrls({save(u"first.png"_s, png(80, 60)), save(u"second.png"_s, png(40, 40, Qt::red)),
                      save(u"broken.png"_s, QByteArray("no picture"))});
        const QPointF there = b.where(b.at(300, 300));
        b.drop(data, there);
        QCOMPARE(b.design().images.size(), 2);
        QCOMPARE(b.entries(), 1);
        QSet<QString> names;
        Rect all;
        for (const Image& image : b.design().images) {
            names.insert(image.description);
            all = all.united(image.rect);
        }
        QCOMPARE(names, (QSet<QString>{u"first"_s, u"second"_s}));
        QVERIFY(all.grown(kUnitsPerPoint * 8).contains(b.at(300, 300)));
        QVERIFY(b.window->banners()->sentences().value(0).contains(u"broken.png"_s));
        b.board.undo();
        QCOMPARE(b.design().images.size(), 0);
    }

    void aDroppedBoardIsOpened() {
        Drawn b;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(b.fixture.makeFile(u"other.gplan"_s, u"Another"_s))});
        const QPointF there = b.where(b.at(300, 300));
        b.drop(data, there);
        bool opened = false;
        for (const MainWindow* window : b.fixture.desk().windows())
            opened =
                opened || (window->document() && window->document()->design().board.title == u"Another"_s);
        QVERIFY(opened);
    }

    void aDoubleClickOnAnImageDescribesIt() {
        Drawn b;
        b.board.addPictures({[&] {
            QFile file(b.fixture.file(u"plan.png"_s));
            if (!file.open(QIODevice::WriteOnly))
                qFatal("cannot write");
            file.write(png(100, 100));
            return file.fileName();
        }()});
        b.doubleClick(b.design().images.begin()->rect.center());
        QTRY_VERIFY(b.window->inspector()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        b.type(u"the present system"_s);
        b.window->settle();
        QCOMPARE(b.design().images.begin()->description, u"the present system"_s);
    }

    // Among everything else

    void drawingsAreSelectedAlignedAndSeenFromAfar() {
        Drawn b;
        QTest::keyClick(&b.view, Qt::Key_P);
        b.stroke({b.at(200, 200), b.at(240, 230), b.at(260, 200)});
        QTest::keyClick(&b.view, Qt::Key_R);
        b.stroke({b.at(300, 300), b.at(400, 360)});
        QTest::keyClick(&b.view, Qt::Key_V);
        const ElementId line = b.design().strokes.begin()->id;
        const ElementId box = b.design().shapes.begin()->id;
        // A rubber band round one of them takes that one, round both takes both.
        b.stroke({b.at(180, 180), b.at(220, 220), b.at(290, 250)});
        QCOMPARE(b.board.selection(), QSet<ElementId>{line});
        b.stroke({b.at(180, 180), b.at(300, 300), b.at(420, 380)});
        QCOMPARE(b.board.selection(), (QSet<ElementId>{line, box}));
        b.board.arrange(Arrangement::AlignLeft);
        QCOMPARE(b.lastKey(), QByteArray("align-left"));
        QCOMPARE(b.design().strokes.at(line).rect.x, b.design().shapes.at(box).rect.x);
        b.board.undo();
        // The minimap shows what was drawn, and goes there.
        Minimap* map = b.window->aids()->minimap();
        b.view.lookAt({3000, 2000}, 1);
        QVERIFY(map->isVisible());
        QTRY_VERIFY(map->isPictureFresh());
        // They lie at its left, the part that is seen lies outside.
        const QImage picture = map->grab().toImage().copy(map->rect().adjusted(10, 10, -10, -10));
        const QRgb canvas = b.view.painter().theme().canvas.rgb();
        int inked = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width() / 2; ++x)
                inked += qGray(picture.pixel(x, y)) < qGray(canvas) - 40;
        }
        QVERIFY2(inked > 20, qPrintable(QString::number(inked)));
    }

    // Rough to typed

    void theSwitchIsRemembered() {
        Drawn b;
        QAction* action = b.window->actions()[ActionId::ShapesBecomeBlocks];
        QVERIFY(!action->isChecked());
        action->trigger();
        QVERIFY(b.fixture.settings().drawingStyle().shapesBecomeBlocks);
        QTest::keyClick(&b.view, Qt::Key_P);
        QList<Point> round;
        for (int i = 0; i <= 40; ++i)
            round.append(b.at(300 + int(120 * std::cos(i * 0.157)), 300 + int(70 * std::sin(i * 0.157))));
        b.stroke(round);
        QCOMPARE(b.design().blocks.size(), 1);
        QCOMPARE(b.design().strokes.size(), 0);
        QVERIFY(b.view.editor().isOpen());
        b.type(u"Scorer"_s);
        b.board.endEditing();
        QCOMPARE(b.design().blocks.begin()->title, u"Scorer"_s);
        QCOMPARE(int(b.board.tool()), int(ToolId::Pen));
        b.board.undo(); // the title
        b.board.undo(); // what it became
        QCOMPARE(b.design().blocks.size(), 0);
        QCOMPARE(b.design().strokes.size(), 1);
    }
};

QTEST_MAIN(TestDrawing)
#include "test_drawing.moc"
