#pragma once

#include <QByteArray>

#include <optional>

namespace groundplan {

/// How a deflated text begins: with nothing, or with the two bytes of zlib.
enum class Wrapping { Bare, Zlib };

/// What `packed` unpacks to; nothing if it is damaged, ends too early, or would have more than `most` bytes
/// (of a bomb no more than that is ever held). Bytes behind the end are no fault.
std::optional<QByteArray> inflated(QByteArrayView packed, Wrapping wrapping, qsizetype most);

} // namespace groundplan
