#include "tests/bench/bench_window.h"

#include "app/canvas/board_view.h"
#include "app/window/board_aids.h"
#include "app/window/board_controller.h"
#include "app/window/line_field.h"
#include "app/window/main_window.h"
#include "app/window/top_bar.h"
#include "model/operations/operations.h"
#include "tests/bench/bench_design.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QScreen>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

#include <algorithm>
#include <cmath>
#include <malloc.h>

using namespace Qt::StringLiterals;

namespace groundplan::bench {

namespace {

constexpr QSize kWindowSize(1600, 1000);
constexpr int kSteps = 60;
constexpr int kRounds = 5; ///< of drags, so that commit and undo are measured more than once

double percentile(QList<double> values, double share) {
    std::sort(values.begin(), values.end());
    const qsizetype at = qsizetype(std::ceil(share * double(values.size()))) - 1;
    return values.at(std::clamp<qsizetype>(at, 0, values.size() - 1));
}
double p50(const QList<double>& values) {
    return percentile(values, 0.50);
}
double p99(const QList<double>& values) {
    return percentile(values, 0.99);
}

double rounded(double value) {
    return std::round(value * 100) / 100;
}

/// Resident memory of this process in MB (10^6 bytes).
double residentMemory() {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return at < 0 ? 0 : text.mid(at + 6, 20).simplified().split(' ').first().toDouble() * 1024 / 1e6;
}

/// The minimap's picture waits until nobody touches the board.
void finishMinimap(const MainWindow& window) {
    const QDeadlineTimer patience(10'000);
    const Minimap& map = *window.aids()->minimap();
    while (map.isVisible() && !map.isPictureFresh()) {
        if (patience.hasExpired())
            qFatal("the minimap is not painted");
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    FrameClock::settle();
}

/// What the window system has of the viewport: the pixels as they were painted and scrolled, not painted
/// anew.
QImage pictureOf(const MainWindow& window) {
    const QWidget* viewport = window.board()->view()->viewport();
    const QRect area(viewport->mapTo(&window, QPoint()), viewport->size());
    return window.screen()
        ->grabWindow(window.winId(), area.x(), area.y(), area.width(), area.height())
        .toImage()
        .convertToFormat(QImage::Format_RGB32);
}

/// The raster engine rounds the cover of an edge that a clip cuts through by up to this much of 255, so that
/// a picture painted in strips while panning may differ from one painted at once.
constexpr int kClipRounding = 4;

bool looksTheSame(const QImage& a, const QImage& b) {
    if (a.isNull() || a.size() != b.size())
        return false;
    for (int y = 0; y < a.height(); ++y) {
        const auto* left = reinterpret_cast<const QRgb*>(a.constScanLine(y));
        const auto* right = reinterpret_cast<const QRgb*>(b.constScanLine(y));
        for (int x = 0; x < a.width(); ++x) {
            if (std::abs(qRed(left[x]) - qRed(right[x])) > kClipRounding ||
                std::abs(qGreen(left[x]) - qGreen(right[x])) > kClipRounding ||
                std::abs(qBlue(left[x]) - qBlue(right[x])) > kClipRounding)
                return false;
        }
    }
    return true;
}

} // namespace

BenchWindow::BenchWindow(FrameClock& clock, const Services& services, const QString& folder,
                         const QString& path)
    : clock_(clock)
    , desk_(services)
    , folder_(folder)
    , path_(path) {}

BenchWindow::~BenchWindow() = default;

/// Shortcuts reach only the active window.
void BenchWindow::becomeActive() {
    window_->activateWindow();
    window_->board()->view()->setFocus();
    if (!QTest::qWaitForWindowActive(window_))
        qFatal("the window does not become the active one");
    FrameClock::settle();
}

void BenchWindow::noteMemory() {
    memory_ = std::max(memory_, residentMemory());
}

double BenchWindow::mouse(QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons held) {
    // Alt suspends snapping, which would hold what is dragged in place now and then: there would be no frame.
    const auto modifiers =
        type == QEvent::MouseMove && held == Qt::LeftButton ? Qt::AltModifier : Qt::NoModifier;
    return clock_.frame([&] {
        QWidget* viewport = window_->board()->view()->viewport();
        const QPointF inWindow = viewport->mapTo(window_, at);
        QCoreApplication::postEvent(
            window_->windowHandle(),
            new QMouseEvent(type, inWindow, viewport->mapToGlobal(at), button, held, modifiers));
    });
}

double BenchWindow::wheel(QPointF at, int angle) {
    return clock_.frame([&] {
        QWidget* viewport = window_->board()->view()->viewport();
        QCoreApplication::postEvent(window_->windowHandle(),
                                    new QWheelEvent(viewport->mapTo(window_, at), viewport->mapToGlobal(at),
                                                    {}, {0, angle}, Qt::NoButton, Qt::ControlModifier,
                                                    Qt::NoScrollPhase, false));
    });
}

double BenchWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    return clock_.frame([&] { QTest::keyClick(window_->windowHandle(), key, modifiers); });
}

QList<double> BenchWindow::drag(QPointF from, QPointF step, int steps, Qt::MouseButton button,
                                double* release) {
    QList<double> frames;
    QWidget* viewport = window_->board()->view()->viewport();
    const auto post = [&](QEvent::Type type, QPointF at, Qt::MouseButton which, Qt::MouseButtons held) {
        QCoreApplication::postEvent(window_->windowHandle(),
                                    new QMouseEvent(type, viewport->mapTo(window_, at),
                                                    viewport->mapToGlobal(at), which, held, Qt::NoModifier));
    };
    post(QEvent::MouseButtonPress, from, button, button);
    FrameClock::settle();
    // Past the distance from which a press becomes a drag.
    QPointF at = from + step / std::hypot(step.x(), step.y()) * 20;
    mouse(QEvent::MouseMove, at, Qt::NoButton, button);
    for (int i = 0; i < steps; ++i) {
        at += step;
        frames += mouse(QEvent::MouseMove, at, Qt::NoButton, button);
    }
    if (release) {
        *release = mouse(QEvent::MouseButtonRelease, at, button, Qt::NoButton);
    } else {
        post(QEvent::MouseButtonRelease, at, button, Qt::NoButton);
        FrameClock::settle();
    }
    return frames;
}

void BenchWindow::lookAtMiddle(double zoom) {
    const Rect bounds = window_->document()->design().bounds();
    const Point middle = bounds.center();
    window_->board()->view()->lookAt({points(middle.x), points(middle.y)}, zoom);
    FrameClock::settle();
}

QPointF BenchWindow::middleOfABlock() const {
    const BoardView& view = *window_->board()->view();
    const QPointF middle = QRectF(view.viewport()->rect()).center();
    QPointF nearest;
    double distance = 1e18;
    for (const Block& block : window_->document()->design().blocks) {
        // Above the middle, so that the title is not what is taken.
        const QPointF at = view.transform().toView(block.rect.center());
        const double here = std::hypot(at.x() - middle.x(), at.y() - middle.y());
        if (here < distance) {
            distance = here;
            nearest = at;
        }
    }
    return nearest;
}

bool BenchWindow::pictureIsTrue(const char* series) {
    noteMemory();
    // Away from everything, so that nothing is lit up.
    QCoreApplication::postEvent(window_->windowHandle(),
                                new QMouseEvent(QEvent::MouseMove, QPointF(3, 3),
                                                window_->mapToGlobal(QPointF(3, 3)), Qt::NoButton,
                                                Qt::NoButton, Qt::NoModifier));
    FrameClock::settle();
    finishMinimap(*window_);
    const QImage worked = pictureOf(*window_);

    const QString copy = folder_ + u"/fresh.gplan"_s;
    QFile::remove(copy);
    if (const Result<void> saved = window_->document()->saveCopy(copy, false); !saved)
        qFatal("%s", qPrintable(saved.error().sentence));
    QImage fresh;
    {
        auto document = Document::open(copy, Document::Use::Window);
        if (!document)
            qFatal("%s", qPrintable(document.error().sentence));
        MainWindow other(desk_);
        other.resize(window_->size());
        other.setDocument(std::move(*document));
        other.show();
        FrameClock::settle();
        other.board()->setSelection(window_->board()->selection());
        const BoardView& view = *window_->board()->view();
        other.board()->view()->lookAs(view.transform());
        FrameClock::settle();
        finishMinimap(other);
        fresh = pictureOf(other);
    }
    FrameClock::settle();
    becomeActive();
    malloc_trim(0); // the other window's memory is not the first one's
    if (looksTheSame(worked, fresh))
        return true;
    const QString name = folder_ + u"/"_s + QString::fromLatin1(series);
    worked.save(name + u"-worked.png"_s);
    fresh.save(name + u"-fresh.png"_s);
    std::fprintf(stderr,
                 "groundplan-bench: after %s the picture differs from that of a fresh window: %s-*.png\n",
                 series, qPrintable(name));
    return false;
}

void BenchWindow::load(QJsonObject& figures) {
    window_ = desk_.newBoard();
    window_->resize(kWindowSize);
    window_->show();
    FrameClock::settle();
    clock_.watch(window_->board()->view()->viewport());
    figures.insert(u"load_ms"_s, rounded(clock_.frame([this] {
                       auto document = Document::open(path_, Document::Use::Window);
                       if (!document)
                           qFatal("%s", qPrintable(document.error().sentence));
                       window_->setDocument(std::move(*document));
                   })));
    FrameClock::settle();
    if (!window_->document() || window_->document()->path() != path_)
        qFatal("the window does not show the design");
    noteMemory();
}

bool BenchWindow::pan(QJsonObject& figures) {
    lookAtMiddle(1);
    const QPointF middle = QRectF(window_->board()->view()->viewport()->rect()).center();
    // Away and back: the same number of steps whatever the size of the design.
    QList<double> frames = drag(middle, {7, 5}, kSteps / 2, Qt::MiddleButton, nullptr);
    frames += drag(middle, {-7, -5}, kSteps / 2, Qt::MiddleButton, nullptr);
    figures.insert(u"pan_p50_ms"_s, rounded(p50(frames)));
    figures.insert(u"pan_p99_ms"_s, rounded(p99(frames)));
    return pictureIsTrue("pan");
}

bool BenchWindow::zoom(QJsonObject& figures) {
    BoardView& view = *window_->board()->view();
    const QPointF middle = QRectF(view.viewport()->rect()).center();
    window_->board()->fitAll();
    // A design so small that it fits at once is zoomed out of all the same.
    const double least = std::min(view.zoom(), 0.5);
    lookAtMiddle(1);
    constexpr int kNotch = 120;
    wheel(middle, -kNotch);
    const double perNotch = std::log(view.zoom());
    lookAtMiddle(1);
    const int angle = int(std::round(std::log(least) / perNotch * kNotch / (kSteps / 2)));
    QList<double> frames;
    for (int i = 0; i < kSteps; ++i)
        frames += wheel(middle, i < kSteps / 2 ? -angle : angle);
    figures.insert(u"zoom_p99_ms"_s, rounded(p99(frames)));
    return pictureIsTrue("zoom");
}

bool BenchWindow::fit(QJsonObject& figures) {
    QList<double> frames;
    for (int i = 0; i < kRounds; ++i) {
        lookAtMiddle(1.5); // a small design fits at 100 % already: then there would be nothing to paint
        frames += key(Qt::Key_1, Qt::ControlModifier);
    }
    figures.insert(u"fit_ms"_s, rounded(p50(frames)));
    return pictureIsTrue("fit");
}

bool BenchWindow::dragOne(QJsonObject& figures) {
    lookAtMiddle(1);
    QList<double> frames;
    QList<double> commits;
    for (int round = 0; round < kRounds; ++round) {
        const QPointF step = round % 2 ? QPointF(-6, -4) : QPointF(6, 4);
        double commit = 0;
        frames += drag(middleOfABlock(), step, kSteps / kRounds, Qt::LeftButton, &commit);
        commits += commit;
    }
    figures.insert(u"drag_p50_ms"_s, rounded(p50(frames)));
    figures.insert(u"drag_p99_ms"_s, rounded(p99(frames)));
    figures.insert(u"commit_p50_ms"_s, rounded(p50(commits)));
    return pictureIsTrue("drag");
}

bool BenchWindow::dragAll(QJsonObject& figures) {
    // The whole design in sight: every block and connection moves in every frame.
    window_->board()->fitAll();
    FrameClock::settle();
    key(Qt::Key_A, Qt::ControlModifier);
    QList<double> frames;
    QList<double> undos;
    for (int round = 0; round < kRounds; ++round) {
        const QPointF step = round % 2 ? QPointF(-3, -2) : QPointF(3, 2);
        const Design before = window_->document()->design();
        double commit = 0;
        frames += drag(middleOfABlock(), step, kSteps / kRounds, Qt::LeftButton, &commit);
        if (window_->document()->design() == before)
            qFatal("the drag of all has moved nothing");
        undos += key(Qt::Key_Z, Qt::ControlModifier);
        if (window_->document()->design() != before)
            qFatal("undo did not lead back");
    }
    figures.insert(u"drag_all_p50_ms"_s, rounded(p50(frames)));
    figures.insert(u"undo_p50_ms"_s, rounded(p50(undos)));
    return pictureIsTrue("drag-all");
}

/// Each keystroke of a line, typed and taken back, until the ghost is on the board; what the list beside the
/// field does is in it.
bool BenchWindow::completion(QJsonObject& figures) {
    lookAtMiddle(1);
    window_->board()->setSelection({});
    LineField* field = window_->topBar()->lineField();
    field->setFocus();
    FrameClock::settle();
    QList<double> frames;
    const QString line = u"clie>gat>retr>rank>moni;kaf>fli>feas>rank"_s;
    for (int round = 0; round < kRounds; ++round) {
        for (const QChar letter : line) {
            QElapsedTimer clock;
            clock.start();
            QTest::keyClick(window_->windowHandle(), letter.toLatin1());
            QCoreApplication::processEvents(); // the ghost and the list are painted
            frames += double(clock.nsecsElapsed()) / 1e6;
            FrameClock::settle();
        }
        if (window_->board()->view()->preview().ghosts.isEmpty())
            qFatal("nothing was typed into the line field");
        field->clear();
        QTest::keyClick(window_->windowHandle(), Qt::Key_Escape);
        field->setFocus();
        FrameClock::settle();
    }
    figures.insert(u"completion_p50_ms"_s, rounded(p50(frames)));
    figures.insert(u"completion_p99_ms"_s, rounded(p99(frames)));
    window_->board()->view()->setFocus();
    return pictureIsTrue("completion");
}

/// Strokes in the middle of a full board, from the edit until each is safe and seen.
bool BenchWindow::draw(QJsonObject& figures) {
    lookAtMiddle(1);
    const Point middle = window_->document()->design().bounds().center();
    QList<double> frames;
    for (int i = 0; i < kSteps; ++i) {
        const Point at = middle + Point{(i % 8 - 4) * 1200, (i / 8 - 4) * 800};
        const Stroke stroke = strokeThrough(penLine(i, at), StrokeTool::Pen, {}, 20);
        frames += clock_.frame([&] {
            const Result<void> done =
                window_->document()->edit({QByteArrayLiteral("paste"), {}}, [&stroke](Editor& editor) {
                    return addStroke(editor, stroke).map([](ElementId) {});
                });
            if (!done)
                qFatal("%s", qPrintable(done.error().sentence));
        });
    }
    figures.insert(u"draw_p50_ms"_s, rounded(p50(frames)));
    figures.insert(u"draw_p99_ms"_s, rounded(p99(frames)));
    return pictureIsTrue("draw");
}

bool BenchWindow::measureDrawn(QJsonObject& figures) {
    load(figures);
    bool isTrue = pictureIsTrue("load");
    isTrue = pan(figures) && isTrue;
    isTrue = zoom(figures) && isTrue;
    isTrue = fit(figures) && isTrue;
    isTrue = draw(figures) && isTrue;
    figures.insert(u"rss_mb"_s, rounded(memory_));
    return isTrue;
}

bool BenchWindow::measure(QJsonObject& figures) {
    load(figures);
    bool isTrue = pictureIsTrue("load");
    isTrue = pan(figures) && isTrue;
    isTrue = zoom(figures) && isTrue;
    isTrue = fit(figures) && isTrue;
    isTrue = completion(figures) && isTrue;
    isTrue = dragOne(figures) && isTrue;
    isTrue = dragAll(figures) && isTrue;
    figures.insert(u"rss_mb"_s, rounded(memory_));
    return isTrue;
}

} // namespace groundplan::bench
