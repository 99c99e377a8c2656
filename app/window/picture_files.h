#pragma once

#include <QString>

namespace groundplan {

/// Whether the file's ending is that of a picture that can be read.
bool isPictureFile(const QString& path);
/// "*.png *.jpg ..." for a file dialog.
QString pictureEndings();

} // namespace groundplan
