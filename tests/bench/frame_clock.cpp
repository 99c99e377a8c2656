#include "tests/bench/frame_clock.h"

#include <QDeadlineTimer>
#include <QEvent>

namespace groundplan::bench {

FrameClock::FrameClock(int& argc, char** argv)
    : QApplication(argc, argv) {}

bool FrameClock::notify(QObject* receiver, QEvent* event) {
    const bool isPaint = event->type() == QEvent::Paint && receiver == watched_;
    const bool result = QApplication::notify(receiver, event);
    if (isPaint && paintedAt_ < 0)
        paintedAt_ = clock_.nsecsElapsed();
    return result;
}

double FrameClock::frame(const std::function<void()>& post) {
    settle();
    const QDeadlineTimer patience(30'000);
    paintedAt_ = -1;
    clock_.start();
    post();
    while (paintedAt_ < 0) {
        if (patience.hasExpired())
            qFatal("nothing was painted for 30 seconds");
        processEvents(QEventLoop::AllEvents, 1000);
    }
    return double(paintedAt_) / 1e6;
}

void FrameClock::settle() {
    constexpr int kRounds = 5; // an event may lead to a timer, that to an update, that to a paint
    for (int i = 0; i < kRounds; ++i) {
        sendPostedEvents();
        processEvents();
    }
    sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace groundplan::bench
