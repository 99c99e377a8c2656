#include "model/design/assets.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace groundplan {

namespace {
constexpr int kKeyDigits = 32;
}

QString Assets::keyOf(const QByteArray& bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.constData(), std::size_t(bytes.size()));
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    return QString::fromLatin1(
        QByteArray::fromRawData(reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest)
            .toHex());
}

bool Assets::isKey(const QString& text) {
    return text.size() == kKeyDigits && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

QString Assets::add(const QByteArray& bytes) {
    const QString key = keyOf(bytes);
    if (!bytes_.contains(key))
        bytes_.insert(key, bytes);
    return key;
}

} // namespace groundplan
