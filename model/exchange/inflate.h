#pragma once

#include <QByteArray>

#include <optional>

namespace groundplan {

/// How a deflated text begins: with nothing, or with the two bytes of zlib.
enum class Wrapping { Bare, Zlib };

/// What `packed` unpacks to; nothing if it is damaged, ends too early, or would have more than `most` bytes
/// (of a bomb no more than that is ever held). Bytes behind the end are no fault.
std::optional<QByteArray> inflated(QByteArrayView packed, Wrapping wrapping, qsizetype most);

/// zlib's own choice, 6, takes twice as long for a per cent fewer bytes.
inline constexpr int kDeflateLevel = 5;

/// What zlib makes of it, with its two bytes: the same bytes for the same bytes. Any thread.
QByteArray deflated(const QByteArray& bytes, int level = kDeflateLevel);

} // namespace groundplan
