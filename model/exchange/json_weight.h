#pragma once

#include <QByteArrayView>

namespace groundplan {

/// Whether reading this JSON would take some hundred megabytes: QJsonDocument needs about 150 bytes for each
/// list and object and 32 for each value, so that 64 MB of "[[],[],..." would take gigabytes.
bool isHeavyJson(QByteArrayView json);

} // namespace groundplan
