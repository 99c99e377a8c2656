#pragma once

#include "app/canvas/board_view.h"
#include "app/render/fonts.h"
#include "app/render/theme.h"
#include "tests/places.h"

#include <QApplication>
#include <QMouseEvent>
#include <QScreen>
#include <QTest>
#include <QWheelEvent>

namespace groundplan {

/// Writes down what a canvas reports.
class FakeInput final : public CanvasInput {
public:
    void pointerPressed(const PointerEvent& event) override { note(u"press", event); }
    void pointerMoved(const PointerEvent& event) override { note(u"move", event); }
    void pointerReleased(const PointerEvent& event) override { note(u"release", event); }
    void pointerDoubleClicked(const PointerEvent& event) override { note(u"double", event); }
    void pointerLeft() override { log.append(QStringLiteral("left")); }
    bool keyPressed(const KeyPress& key) override {
        log.append(QStringLiteral("key %1").arg(key.key, 0, 16));
        return usesKeys;
    }
    bool tabPressed(bool back) override {
        log += back ? QStringLiteral("backtab") : QStringLiteral("tab");
        return false;
    }
    void keyReleased(const KeyPress& key) override {
        log.append(QStringLiteral("up %1").arg(key.key, 0, 16));
    }
    void focusLost() override { log.append(QStringLiteral("focus lost")); }
    void contextMenu(const PointerEvent& event, QPoint) override { note(u"menu", event); }
    bool scrollsAtEdge() const override { return edges; }
    bool wantsPressure() const override { return pressure; }
    void kindDragged(const QString& kind, Point at) override { kindAt(u"drag", kind, at); }
    void kindDropped(const QString& kind, Point at) override { kindAt(u"drop", kind, at); }
    void kindDragLeft() override { log.append(QStringLiteral("drag left")); }
    void textEdited(ElementId id, const QString& text) override { textOf(u"edited", id, text); }
    void textCommitted(ElementId id, const QString& text) override { textOf(u"committed", id, text); }
    void textAbandoned(ElementId id) override { textOf(u"abandoned", id, {}); }
    void viewChanged() override { ++views; }

    QStringList takeLog() { return std::exchange(log, {}); }

    QStringList log;
    PointerEvent last;
    bool usesKeys = true;
    bool edges = false;
    bool pressure = false;
    int views = 0;

private:
    void note(QStringView what, const PointerEvent& event) {
        last = event;
        log.append(QStringLiteral("%1 %2,%3").arg(what).arg(points(event.at.x)).arg(points(event.at.y)));
    }
    void kindAt(QStringView what, const QString& kind, Point at) {
        log.append(QStringLiteral("%1 %2 %3,%4").arg(what, kind).arg(points(at.x)).arg(points(at.y)));
    }
    void textOf(QStringView what, ElementId id, const QString& text) {
        log.append(QStringLiteral("%1 %2 %3").arg(what).arg(id.value()).arg(text).trimmed());
    }
};

inline const Catalogue& catalogue() {
    static const Catalogue kinds = Catalogue::load({projectPath("templates/catalog")});
    return kinds;
}

inline void addBlockRow(Design& design, int id, int x, int y) {
    Element element;
    element.id = ElementId(id);
    element.order = id;
    design.elements.put(element);
    Block block;
    block.id = element.id;
    block.kind = QStringLiteral("model");
    block.name = QStringLiteral("b_%1").arg(id);
    block.title = QStringLiteral("Block %1").arg(id);
    block.rect = {x * kUnitsPerPoint, y * kUnitsPerPoint, 176 * kUnitsPerPoint, 64 * kUnitsPerPoint};
    design.blocks.put(block);
}

inline void addConnectionRow(Design& design, int id, int source, int target, const QList<Point>& route) {
    Element element;
    element.id = ElementId(id);
    element.type = ElementType::Connection;
    element.order = id;
    design.elements.put(element);
    Connection connection;
    connection.id = element.id;
    connection.source = ElementId(source);
    connection.target = ElementId(target);
    connection.flow = Flow::Stream;
    connection.route = route;
    design.connections.put(connection);
}

/// A shown canvas over a grid of 40 blocks, 220 x 120 points apart, with connections to the right.
class ShownCanvas {
public:
    ShownCanvas()
        : view(catalogue(), Theme::light(catalogue()), input) {
        for (int i = 0; i < 40; ++i)
            addBlockRow(design, 1 + i, i % 8 * 220, i / 8 * 120);
        for (int i = 0; i < 40; ++i) {
            if (i % 8 != 7)
                addConnectionRow(design, 101 + i, 1 + i, 2 + i, {{176 * 8, 256}, {220 * 8, 256}});
        }
        view.resize(820, 620);
        view.show();
        view.setDesign(&design);
        view.lookAt({400, 300}, 1);
        if (!QTest::qWaitForWindowActive(&view))
            qFatal("the window does not show");
        view.setFocus();
        QCoreApplication::processEvents();
        input.takeLog();
    }

    QWidget* viewport() { return view.viewport(); }
    void mouse(QEvent::Type type, QPointF where, Qt::MouseButton button, Qt::MouseButtons buttons,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QMouseEvent event(type, where, viewport()->mapToGlobal(where), button, buttons, modifiers);
        QApplication::sendEvent(viewport(), &event);
    }
    void press(QPointF where, Qt::MouseButton button = Qt::LeftButton) {
        mouse(QEvent::MouseButtonPress, where, button, button);
    }
    void move(QPointF where, Qt::MouseButtons buttons = Qt::LeftButton) {
        mouse(QEvent::MouseMove, where, Qt::NoButton, buttons);
    }
    void release(QPointF where, Qt::MouseButton button = Qt::LeftButton) {
        mouse(QEvent::MouseButtonRelease, where, button, Qt::NoButton);
    }
    void wheel(QPointF where, QPoint angle, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
               QPoint pixels = {}) {
        QWheelEvent event(where, viewport()->mapToGlobal(where), pixels, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(viewport(), &event);
    }
    /// What the window shows, as it has come about by partial painting and scrolling.
    QImage shown() {
        QCoreApplication::processEvents();
        const QPixmap window = view.screen()->grabWindow(view.winId());
        return window.toImage()
            .copy(QRect(viewport()->mapTo(&view, QPoint()), viewport()->size()))
            .convertToFormat(QImage::Format_RGB32);
    }
    /// What it would show if it were painted as a whole.
    QImage painted() {
        QImage image(viewport()->size(), QImage::Format_RGB32);
        viewport()->render(&image);
        return image;
    }

    /// The largest difference of a colour channel between what is shown and what painting everything gives.
    int worstDifference() {
        const QImage now = shown();
        const QImage whole = painted();
        if (now.size() != whole.size())
            return 255;
        int worst = 0;
        for (int y = 0; y < now.height(); ++y) {
            for (int x = 0; x < now.width(); ++x) {
                const QRgb a = now.pixel(x, y);
                const QRgb b = whole.pixel(x, y);
                worst = std::max({worst, std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                                  std::abs(qBlue(a) - qBlue(b))});
            }
        }
        return worst;
    }

    FakeInput input;
    Design design;
    BoardView view;
};

} // namespace groundplan
