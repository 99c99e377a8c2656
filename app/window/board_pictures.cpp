#include "app/tools/gesture.h"
#include "app/window/board_private.h"
#include "app/window/clipboard_data.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QMimeData>
#include <QUrl>

#include <cmath>

// Pictures that are pasted, dropped or chosen.

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr double kMostOfView = 0.6;
constexpr Coord kGap = 16 * kUnitsPerPoint;                  ///< between several
constexpr qint64 kMostFileBytes = qint64(512) * 1024 * 1024; ///< read into memory

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Pictures)
};

class Busy {
public:
    Busy() { QGuiApplication::setOverrideCursor(Qt::WaitCursor); }
    ~Busy() { QGuiApplication::restoreOverrideCursor(); }
};

Result<Picture> read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unreadable, Text::tr("The file cannot be read: %1.").arg(file.errorString()));
    if (file.size() > kMostFileBytes) {
        return fail(ErrorCode::Unreadable, Text::tr("The file has %1 MB; a picture's can have at most %2 MB.")
                                               .arg(QLocale().toString(file.size() >> 20))
                                               .arg(kMostFileBytes >> 20));
    }
    return pictureFrom(file.readAll());
}

/// The bytes as their owner wrote them, so that a picture beyond all measure is refused by its size; without
/// any, what Qt makes of it.
std::optional<Result<Picture>> pictureIn(const QMimeData& data) {
    QStringList formats = data.formats();
    formats.removeIf([](const QString& format) { return !format.startsWith("image/"_L1); });
    const qsizetype png = formats.indexOf(QLatin1StringView(kPngMimeType));
    if (png > 0)
        formats.move(png, 0);
    for (const QString& format : std::as_const(formats)) {
        if (const QByteArray bytes = data.data(format); !bytes.isEmpty())
            return pictureFrom(bytes);
    }
    if (!data.hasImage())
        return std::nullopt;
    return pictureFrom(qvariant_cast<QImage>(data.imageData()));
}

} // namespace

void BoardController::addPictures(const QStringList& files, std::optional<Point> at) {
    d->settle();
    QList<Private::NamedPicture> pictures;
    QStringList refused;
    {
        const Busy busy;
        for (const QString& path : files) {
            const QString name = QFileInfo(path).fileName();
            if (auto picture = read(path))
                pictures.append({*picture, QFileInfo(path).completeBaseName()});
            else
                refused.append(Text::tr("“%1”: %2").arg(name, picture.error().sentence));
        }
    }
    if (!refused.isEmpty())
        Q_EMIT pictureRefused(
            refused.size() == 1
                ? refused.first()
                : Text::tr("%1 (and %2 more were not taken)").arg(refused.first()).arg(refused.size() - 1));
    if (!pictures.isEmpty())
        d->addPictures(pictures, at);
}

bool BoardController::addPictureIn(const QMimeData& data, std::optional<Point> at) {
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (!files.isEmpty()) {
        addPictures(files, at);
        return true;
    }
    d->settle();
    const auto picture = [&] {
        const Busy busy;
        return pictureIn(data);
    }();
    if (!picture)
        return false;
    if (*picture)
        d->addPictures({{**picture, {}}}, at);
    else
        Q_EMIT pictureRefused(picture->error().sentence);
    return true;
}

/// What was dropped lies where it was dropped; else there is a free place near the pointer, or the middle.
Point BoardController::Private::pictureMiddle(Size size, std::optional<Point> at) const {
    return at ? *at : freePlace(size, q.pointerOnBoard()) + Point{size.w / 2, size.h / 2};
}

void BoardController::Private::addPictures(const QList<NamedPicture>& pictures, std::optional<Point> at) {
    if (isReadOnly()) {
        showMessage(
            QCoreApplication::translate("Board", "This board is read-only; save a copy to change it."));
        return;
    }
    // A pixel is a point, but for pictures that would cover what is looked at.
    const QSizeF most = view.visibleArea().size() * kMostOfView;
    QList<Size> sizes;
    Coord width = -kGap;
    Coord height = 0;
    for (const NamedPicture& each : pictures) {
        const QSizeF natural(each.picture.size);
        const double factor =
            std::min({1.0, most.width() / natural.width(), most.height() / natural.height()});
        sizes.append({std::max(kMinSize, units(natural.width() * factor)),
                      std::max(kMinSize, units(natural.height() * factor))});
        width += sizes.last().w + kGap;
        height = std::max(height, sizes.last().h);
    }
    const Point middle = pictureMiddle({width, height}, at);
    QSet<ElementId> added;
    const auto done =
        edit({"add-image", {QString::number(pictures.size())}}, [&](Editor& editor) -> Result<void> {
            added.clear();
            Coord x = middle.x - width / 2;
            for (qsizetype i = 0; i < pictures.size(); ++i) {
                const Size size = sizes[i];
                const Rect rect{snapped(x), snapped(middle.y - size.h / 2), size.w, size.h};
                const auto id = addImage(editor, pictures[i].picture.bytes, rect, pictures[i].name);
                if (!id)
                    return Failure(id.error());
                added.insert(*id);
                x += size.w + kGap;
            }
            return {};
        });
    if (!done)
        return;
    q.setTool(ToolId::Select);
    showAdded(added);
}

} // namespace groundplan
