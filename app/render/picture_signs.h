#pragma once

#include <QString>

namespace groundplan::fonts {

/// The family of coloured pictures (emoji).
QString familyOfPictures();
/// Whether it is installed and has one for a sign of these characters. Needs the application object.
bool hasPicture(QStringView sign);

} // namespace groundplan::fonts
