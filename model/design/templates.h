#pragma once

#include <QString>
#include <QStringList>

namespace groundplan::templates {

/// The folder with the content that ships with the program (catalog/, designs/, ...):
/// share/groundplan/templates beside the folder of the running program. The build tree has a link of that
/// name. Wants an application object.
QString folder();

/// The names of the example designs, sorted: the file names in designs/ without their ending.
QStringList exampleNames();
/// The DOT file of an example; it exists when `name` is one of exampleNames().
QString examplePath(const QString& name);

} // namespace groundplan::templates
