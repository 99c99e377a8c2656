#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <atomic>

namespace groundplan {

/// How a deflated text begins: with nothing, or with the two bytes of zlib.
enum class Wrapping { Bare, Zlib };

enum class InflateFault {
    Damaged,  ///< this is not what was packed
    TooShort, ///< its end is missing
    Checksum, ///< unpacks, but not to what was packed
    TooLarge, ///< has more bytes than are read
    Bomb,     ///< has more bytes than anybody's file of that size
    Unwanted, ///< does not begin with what it should
    Cancelled,
};

struct InflateLimits {
    qsizetype most = 0;         ///< bytes
    QByteArrayView begins = {}; ///< what is wanted begins with this; empty: anything
    const std::atomic<bool>* cancelled = nullptr;
};

/// What `packed` unpacks to, or why not: found out as early as can be, so that of a bomb nothing is held
/// beyond the limits here and in exchange_limits.h. Bytes behind the end are no fault.
tl::expected<QByteArray, InflateFault> inflated(QByteArrayView packed, Wrapping wrapping,
                                                const InflateLimits& limits);

/// The same in words, for the end of a sentence: "its compression is damaged.".
QString wordsOf(InflateFault fault, qsizetype most);

/// zlib's own choice, 6, takes twice as long for a per cent fewer bytes.
inline constexpr int kDeflateLevel = 5;

/// What zlib makes of it, with its two bytes: the same bytes for the same bytes. Zeros follow where it would
/// be too small for inflated() to believe. Any thread.
QByteArray deflated(const QByteArray& bytes, int level = kDeflateLevel);

} // namespace groundplan
