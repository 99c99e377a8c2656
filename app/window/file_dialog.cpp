#include "app/window/file_dialog.h"

#include <QDir>
#include <QFileIconProvider>
#include <QHeaderView>
#include <QTreeView>

using namespace Qt::StringLiterals;

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

/// Sizes, sorts and times are to be read whole; the name has what is left. Nothing to do for the system's
/// own.
void fitColumns(QFileDialog* dialog) {
    auto* list = dialog->findChild<QTreeView*>(u"treeView"_s);
    if (!list)
        return;
    list->header()->setStretchLastSection(false);
    for (int column = 0; column < list->header()->count(); ++column)
        list->header()->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch
                                                                 : QHeaderView::ResizeToContents);
}

} // namespace

QFileDialog* makeFileDialog(QWidget* parent, const QString& title, const QString& folder,
                            QFileDialog::Options options) {
    // Begins where no documents are, since Qt would first look through the folder that was shown last.
    auto* dialog = new QFileDialog(parent, title, QDir::rootPath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOptions(options);
    dialog->setIconProvider(new IconsByName(dialog));
    dialog->setDirectory(folder);
    fitColumns(dialog);
    return dialog;
}

} // namespace groundplan
