#pragma once

#include <QByteArray>

#include <optional>

namespace groundplan {

bool isPng(QByteArrayView bytes);

/// The text that a PNG file keeps under `keyword` (chunks tEXt, zTXt and iTXt of the PNG specification, the
/// first that is whole), as its bytes stand there: Latin-1, or UTF-8 in iTXt. Nothing when there is none, or
/// when it is damaged or longer than `most` bytes.
/// `damaged` becomes true where such a text is there and cannot be read, or would be larger than `most`.
std::optional<QByteArray> pngText(QByteArrayView png, QByteArrayView keyword, qsizetype most,
                                  bool* damaged = nullptr);

} // namespace groundplan
