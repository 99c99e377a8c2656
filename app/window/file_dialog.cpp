#include "app/window/file_dialog.h"

#include <QDir>
#include <QFileIconProvider>

namespace groundplan {
namespace {

/// Goes by the name and by whether it is a folder. A child of its dialog, younger than the model that asks
/// it.
class IconsByName final : public QObject, public QFileIconProvider {
public:
    using QObject::QObject;
    QIcon icon(IconType type) const override { return QFileIconProvider::icon(type); }
    QIcon icon(const QFileInfo& info) const override {
        return QFileIconProvider::icon(info.isDir() ? Folder : File);
    }
    QString type(const QFileInfo& info) const override {
        if (info.isDir())
            return QFileDialog::tr("Folder");
        const QString ending = info.suffix();
        return ending.isEmpty() ? QFileDialog::tr("File") : QFileDialog::tr("%1 File").arg(ending);
    }
};

} // namespace

QFileDialog* makeFileDialog(QWidget* parent, const QString& title, const QString& folder,
                            QFileDialog::Options options) {
    // Begins where no documents are, since Qt would first look through the folder that was shown last.
    auto* dialog = new QFileDialog(parent, title, QDir::rootPath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(options);
    dialog->setIconProvider(new IconsByName(dialog));
    dialog->setDirectory(folder);
    return dialog;
}

} // namespace groundplan
