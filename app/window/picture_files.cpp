#include "app/window/picture_files.h"

#include <QFileInfo>
#include <QImageReader>

namespace groundplan {

bool isPictureFile(const QString& path) {
    return QImageReader::supportedImageFormats().contains(QFileInfo(path).suffix().toLower().toLatin1());
}

QString pictureEndings() {
    QStringList endings;
    const QList<QByteArray> formats = QImageReader::supportedImageFormats();
    for (const QByteArray& format : formats)
        endings.append(QStringLiteral("*.") + QString::fromLatin1(format));
    return endings.join(QLatin1Char(' '));
}

} // namespace groundplan
