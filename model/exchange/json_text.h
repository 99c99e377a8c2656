#pragma once

#include "model/design/error.h"

#include <QByteArray>
#include <QJsonObject>

#include <atomic>

namespace groundplan {

/// The object that a JSON text holds, within limits: Qt's parser takes memory without bound for a small text
/// that opens many brackets. The error's sentence names `sourceName`, line and column.
Result<QJsonObject> parseJsonObject(QByteArray bytes, const QString& sourceName,
                                    const std::atomic<bool>* cancelled);

/// Whether a text that Qt's parser refuses is one legal value, as "text", 12 and null are.
bool isJsonValue(const QByteArray& bytes);

} // namespace groundplan
