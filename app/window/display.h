#pragma once

#include <QString>

namespace groundplan {

/// Why no window can be opened; empty: one can, or the user has chosen a platform that needs no display. For
/// before a QApplication is made, which would end the program with an abort.
QString displayFault(int argc, char** argv);

} // namespace groundplan
