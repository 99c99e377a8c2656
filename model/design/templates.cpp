#include "model/design/templates.h"

#include <QCoreApplication>
#include <QDir>

namespace groundplan::templates {

QString folder() {
    return QDir::cleanPath(QCoreApplication::applicationDirPath() +
                           QStringLiteral("/../share/groundplan/templates"));
}

QStringList exampleNames() {
    QStringList names = QDir(folder() + QStringLiteral("/designs"))
                            .entryList({QStringLiteral("*.dot")}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(4);
    return names;
}

QString examplePath(const QString& name) {
    return folder() + QStringLiteral("/designs/") + name + QStringLiteral(".dot");
}

} // namespace groundplan::templates
