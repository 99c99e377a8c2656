#pragma once

#include "model/design/assets.h"
#include "model/design/error.h"

#include <QCache>
#include <QImage>

namespace groundplan {

/// The bytes of a picture as a document keeps them: PNG, or JPEG for what came as JPEG, upright, without the
/// camera's notes (place and time among them), and at most kMostPictureSide pixels a side.
struct Picture {
    QByteArray bytes;
    QSize size; ///< pixels
};
inline constexpr int kMostPictureSide = 4096;
inline constexpr int kMostPictureMegapixels = 64; ///< larger ones are refused before they are decoded

/// From the bytes of a file in any format that Qt reads.
Result<Picture> pictureFrom(const QByteArray& file);
Result<Picture> pictureFrom(const QImage& image);

/// Decoded pictures by key, and by the size at which they were shown last. Not for use by two threads at
/// once.
class PictureCache {
public:
    PictureCache();
    /// Null for bytes that cannot be read.
    QImage decoded(const Assets& assets, const QString& key);
    /// Scaled to that many device pixels, for the screen.
    QImage scaled(const Assets& assets, const QString& key, QSize size);

private:
    QCache<QString, QImage> images_; ///< cost in bytes
};

} // namespace groundplan
