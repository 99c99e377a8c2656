#include "model/exchange/json_assets.h"

#include "model/design/validate.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

} // namespace

JsonAssets readJsonAssets(const QJsonValue& value) {
    JsonAssets read;
    const auto refuse = [&read](const QString& place, const QString& reason) {
        read.place = place;
        read.reason = reason;
        return read;
    };
    if (!value.isUndefined() && !value.isObject())
        return refuse(u"assets"_s, Text::tr("is no object"));
    const QJsonObject assets = value.toObject();
    qsizetype all = 0;
    for (auto it = assets.constBegin(); it != assets.constEnd(); ++it) {
        const QString place = u"assets."_s + it.key().simplified().left(40);
        const auto decoded = QByteArray::fromBase64Encoding(it.value().toString().toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        if (!it.value().isString() || !decoded || decoded.decoded.isEmpty())
            return refuse(place, Text::tr("is no base64"));
        all += decoded.decoded.size();
        if (decoded.decoded.size() > limits::kAssetBytes || all > limits::kAllAssetBytes)
            return refuse(place, Text::tr("has more bytes than a board may hold"));
        if (Assets::isKey(it.key()) && Assets::keyOf(decoded.decoded) != it.key())
            return refuse(place,
                          Text::tr("does not have the bytes that its key is made from: it is damaged"));
        read.keys.insert(it.key(), read.assets.add(decoded.decoded));
    }
    return read;
}

} // namespace groundplan
