#pragma once

#include <QString>

namespace groundplan {

/// Times in whole seconds that add up to the whole seconds of all of them: what one lacks of a second, the
/// next one has. Whoever shows the times of a session's steps counts them so, or two places differ by one.
class WholeSeconds {
public:
    /// The next one, in milliseconds as what it is made of.
    qint64 next(qint64 ms) {
        const qint64 before = all();
        exact_ += ms;
        return all() - before;
    }
    qint64 all() const { return exact_ / 1'000 * 1'000; }

private:
    qint64 exact_ = 0;
};

/// "12:05": minutes and seconds that are over.
QString spanText(qint64 ms);

} // namespace groundplan
