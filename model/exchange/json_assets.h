#pragma once

#include "model/design/assets.h"

#include <QHash>
#include <QJsonValue>
#include <QString>

namespace groundplan {

/// The bytes of pictures in a JSON file.
struct JsonAssets {
    Assets assets;
    QHash<QString, QString> keys; ///< what they are called here, by the key as it is written
    QString place, reason; ///< why they cannot be taken ("assets.logo", "is no base64"); empty: they can
};
JsonAssets readJsonAssets(const QJsonValue& value);

} // namespace groundplan
