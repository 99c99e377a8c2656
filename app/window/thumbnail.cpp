#include "app/window/thumbnail.h"

#include "app/render/board_index.h"
#include "app/render/dot_import.h"
#include "model/document/document.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

constexpr double kMargin = 10;
constexpr double kLargestScale = 0.6; // a single block does not fill the picture

} // namespace

QImage thumbnailOf(const Design& design, const BoardPainter& painter, const QSize& size, double ratio) {
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(painter.theme().canvas);
    const BoardIndex index(design);
    const Rect bounds = index.bounds();
    if (bounds.isEmpty())
        return image;
    const QRectF area(points(bounds.x), points(bounds.y), points(bounds.w), points(bounds.h));
    const double scale = std::min({(size.width() - 2 * kMargin) / area.width(),
                                   (size.height() - 2 * kMargin) / area.height(), kLargestScale});
    QPainter device(&image);
    device.setRenderHint(QPainter::Antialiasing);
    device.translate(size.width() / 2.0, size.height() / 2.0);
    device.scale(scale, scale);
    device.translate(-area.center());
    BoardPainter::Options options;
    options.scale = scale * ratio;
    painter.paint(device, design, index, area.adjusted(-1, -1, 1, 1), options);
    return image;
}

Result<Design> readDesign(const QString& path, const Catalogue& catalogue) {
    if (!path.endsWith(".dot"_L1)) {
        auto document = Document::open(path, Document::Use::Reader);
        if (!document)
            return Failure(document.error());
        return (*document)->design();
    }
    // Through a document of its own, as opening it will: connections get their routes there.
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            ErrorCode::Unreadable,
            QCoreApplication::translate("Window", "%1 cannot be read: %2.").arg(path, file.errorString()));
    const QTemporaryDir folder;
    auto document = Document::createUnnamed(folder.path(), Document::Use::CommandLine);
    if (!document)
        return Failure(document.error());
    const auto imported =
        importDot(**document, {"import", {}}, file.readAll(), QFileInfo(path).fileName(), catalogue);
    if (!imported)
        return Failure(imported.error());
    return (*document)->design();
}

} // namespace groundplan
