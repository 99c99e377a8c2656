#include "app/window/picture_files.h"

#include "app/render/design_import.h"
#include "model/document/file_identity.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QUrl>

namespace groundplan {

bool isPictureFile(const QString& path) {
    return QImageReader::supportedImageFormats().contains(QFileInfo(path).suffix().toLower().toLatin1());
}

bool isPlainPicture(const QString& path) {
    if (!isPictureFile(path))
        return false;
    constexpr qint64 kMost = 64 * 1024 * 1024; // larger ones take their time: they are pictures here
    QFile file(path);
    const bool carries = !openDocuments::contains(path) && file.size() <= kMost &&
                         file.open(QIODevice::ReadOnly) && pictureCarriesDesign(file.readAll());
    return !carries;
}

QStringList diagramFilesIn(const QMimeData& data) {
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile() && !isPlainPicture(url.toLocalFile()))
            files.append(url.toLocalFile());
    }
    return files;
}

QString pictureEndings() {
    QStringList endings;
    const QList<QByteArray> formats = QImageReader::supportedImageFormats();
    for (const QByteArray& format : formats)
        endings.append(QStringLiteral("*.") + QString::fromLatin1(format));
    return endings.join(QLatin1Char(' '));
}

} // namespace groundplan
