#pragma once

#include <QByteArray>
#include <QString>

namespace groundplan {

/// The bytes that a data: URI holds (RFC 2397; base64 also where ";base64" is left out, as draw.io does);
/// empty if it is none, or is damaged.
QByteArray bytesOfUri(const QString& uri);

bool isPngOrJpeg(const QByteArray& bytes);

} // namespace groundplan
