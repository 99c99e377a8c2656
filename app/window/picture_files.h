#pragma once

#include <QStringList>

class QMimeData;

namespace groundplan {

/// Whether the file's ending is that of a picture that can be read.
bool isPictureFile(const QString& path);
/// Whether it is a picture and no more: one that we exported with its design is that design.
bool isPlainPicture(const QString& path);
/// Files on this machine that `data` names and that are no plain pictures: they are opened, or imported.
QStringList diagramFilesIn(const QMimeData& data);
/// "*.png *.jpg ..." for a file dialog.
QString pictureEndings();

} // namespace groundplan
