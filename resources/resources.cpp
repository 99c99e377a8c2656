#include "resources/resources.h"

#include <QDir>

// The macro needs to stand outside of any namespace.
static void initAll() {
    Q_INIT_RESOURCE(groundplan_templates);
    Q_INIT_RESOURCE(groundplan_files);
}

namespace groundplan {

void initResources() {
    initAll();
}

QString templatesFolder(const QString& name) {
    return QStringLiteral(":/templates/") + name;
}

QStringList templateRoots(const QString& own) {
    QStringList roots{templatesFolder({})};
    if (!own.isEmpty())
        roots.append(own);
    return roots;
}

QStringList catalogueFolders(const QString& own) {
    QStringList folders{templatesFolder(QStringLiteral("catalog"))};
    if (!own.isEmpty()) {
        const QDir folder(own);
        const QString inside = QStringLiteral("catalog");
        folders.append(folder.exists(inside) ? folder.filePath(inside) : own);
    }
    return folders;
}

} // namespace groundplan
