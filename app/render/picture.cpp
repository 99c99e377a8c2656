#include "app/render/picture.h"

#include "model/design/validate.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QImageWriter>
#include <QLocale>

namespace groundplan {

namespace {

constexpr int kCacheBytes = 192 * 1024 * 1024;
constexpr int kJpegQuality = 90;

QString tr(const char* text) {
    return QCoreApplication::translate("Picture", text);
}

Failure refused(const QString& sentence) {
    return fail(ErrorCode::Unreadable, sentence);
}

Failure tooLarge(QSize size) {
    const QLocale locale;
    const double megapixels = double(size.width()) * size.height() / 1e6;
    return refused(
        tr("The picture has %1 × %2 pixels (%3 megapixels); the limit is %4 megapixels. Make it smaller first.")
            .arg(locale.toString(size.width()), locale.toString(size.height()),
                 locale.toString(megapixels, 'f', megapixels < 100 ? 1 : 0))
            .arg(kMostPictureMegapixels));
}

bool isTooLarge(QSize size) {
    return double(size.width()) * size.height() > kMostPictureMegapixels * 1e6;
}

Result<Picture> encoded(QImage image, bool asJpeg) {
    if (image.width() > kMostPictureSide || image.height() > kMostPictureSide)
        image =
            image.scaled(kMostPictureSide, kMostPictureSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    image.setText({}, {});
    Picture picture;
    picture.size = image.size();
    QBuffer buffer(&picture.bytes);
    QImageWriter writer(&buffer, asJpeg ? "jpeg" : "png");
    if (asJpeg) {
        writer.setQuality(kJpegQuality);
        image = image.convertToFormat(image.isGrayscale() ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    } else {
        image = image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    }
    image.setDotsPerMeterX(0);
    image.setDotsPerMeterY(0);
    if (!writer.write(image))
        return refused(tr("The picture cannot be kept: %1.").arg(writer.errorString()));
    if (picture.bytes.size() > limits::kAssetBytes && !asJpeg && !image.hasAlphaChannel())
        return encoded(image, true);
    if (picture.bytes.size() > limits::kAssetBytes) {
        return refused(tr("The picture takes %1 MB; one can take at most %2 MB. Make it smaller first.")
                           .arg(QLocale().toString(double(picture.bytes.size()) / (1 << 20), 'f', 1))
                           .arg(limits::kAssetBytes >> 20));
    }
    return picture;
}

QImage decodedFrom(const QByteArray& bytes) {
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    return reader.read();
}

} // namespace

Result<Picture> pictureFrom(const QByteArray& file) {
    QBuffer buffer;
    buffer.setData(file);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (!reader.canRead())
        return refused(
            tr("This is not a picture that can be read (PNG, JPEG, GIF, SVG and some others can)."));
    if (const QSize size = reader.size(); size.isValid() && isTooLarge(size))
        return tooLarge(size);
    constexpr int kMegabytes = kMostPictureMegapixels * 8 + 16; // up to eight bytes a pixel
    QImageReader::setAllocationLimit(std::max(QImageReader::allocationLimit(), kMegabytes));
    const bool isJpeg = reader.format() == "jpeg";
    const QImage image = reader.read();
    if (image.isNull())
        return refused(tr("The picture cannot be read: %1.").arg(reader.errorString()));
    return isTooLarge(image.size()) ? Result<Picture>(tooLarge(image.size())) : encoded(image, isJpeg);
}

Result<Picture> pictureFrom(const QImage& image) {
    if (image.isNull())
        return refused(tr("There is no picture to be read."));
    return isTooLarge(image.size()) ? Result<Picture>(tooLarge(image.size())) : encoded(image, false);
}

PictureCache::PictureCache()
    : images_(kCacheBytes) {}

QImage PictureCache::decoded(const Assets& assets, const QString& key) {
    if (const QImage* known = images_.object(key))
        return *known;
    const QImage image = decodedFrom(assets.bytes(key));
    images_.insert(key, new QImage(image), std::max<qsizetype>(1, image.sizeInBytes()));
    return image;
}

QImage PictureCache::scaled(const Assets& assets, const QString& key, QSize size) {
    const QString sized = QStringLiteral("%1/%2/%3").arg(key).arg(size.width()).arg(size.height());
    if (const QImage* known = images_.object(sized))
        return *known;
    const QImage image = decoded(assets, key)
                             .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                             .convertToFormat(QImage::Format_ARGB32_Premultiplied);
    images_.insert(sized, new QImage(image), std::max<qsizetype>(1, image.sizeInBytes()));
    return image;
}

} // namespace groundplan
