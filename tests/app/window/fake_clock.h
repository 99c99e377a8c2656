#pragma once

#include "app/window/session_run.h"

#include <QTimeZone>

namespace groundplan {

/// A clock that goes when it is told to.
class FakeClock : public Clock {
public:
    QDateTime now() const override { return now_; }
    void pass(qint64 ms) { now_ = now_.addMSecs(ms); }

private:
    QDateTime now_{{2026, 11, 21}, {9, 0}, QTimeZone::utc()};
};

/// Lets that much time pass, with a beat each second.
inline void pass(FakeClock& clock, SessionRun& run, qint64 ms) {
    constexpr qint64 kBeat = 1'000;
    for (; ms > 0; ms -= kBeat) {
        clock.pass(std::min(ms, kBeat));
        run.tick();
    }
}

} // namespace groundplan
