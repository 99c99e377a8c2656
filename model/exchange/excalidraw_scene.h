#pragma once

#include "model/design/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace groundplan::excalidraw {

/// The scene of an `.excalidraw` file, of a copied selection, or of what Excalidraw keeps within its exports
/// to SVG and PNG: an object with a list "elements". `sourceName` stands in the error's sentence.
Result<QJsonObject> readScene(const QByteArray& bytes, const QString& sourceName);

} // namespace groundplan::excalidraw
