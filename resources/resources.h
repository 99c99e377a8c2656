#pragma once

#include <QString>

namespace groundplan {

/// Makes what this library carries readable under ":/"; call once, first thing in main() (a linker may otherwise leave
/// it out of a program, since nothing else refers to it). Calling it again does nothing.
void initResources();

/// A folder of the templates inside the program: templatesFolder("catalog") is ":/templates/catalog".
QString templatesFolder(const QString& name);

} // namespace groundplan
