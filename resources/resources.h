#pragma once

#include <QStringList>

namespace groundplan {

/// Makes what this library carries readable under ":/"; call once, first thing in main() (a linker may otherwise leave
/// it out of a program, since nothing else refers to it). Calling it again does nothing.
void initResources();

/// A folder of the templates inside the program: templatesFolder("catalog") is ":/templates/catalog".
QString templatesFolder(const QString& name);

/// Where block kinds are read, for Catalogue::load(): the program's own folder and behind it the user's,
/// which is either the folder with the kinds itself or one that holds it as "catalog". An empty `own` adds
/// none.
QStringList catalogueFolders(const QString& own);
/// Where topics, sheets, frameworks and cases are read, for Templates::load(): the program's own folder and
/// behind it the user's. An empty `own` adds none.
QStringList templateRoots(const QString& own);

} // namespace groundplan
