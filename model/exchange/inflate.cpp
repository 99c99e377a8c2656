#include "model/exchange/inflate.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace groundplan {

std::optional<QByteArray> inflated(QByteArrayView packed, Wrapping wrapping, qsizetype most) {
    if (packed.size() > std::numeric_limits<uInt>::max())
        return std::nullopt;
    z_stream stream = {};
    if (inflateInit2(&stream, wrapping == Wrapping::Bare ? -MAX_WBITS : MAX_WBITS) != Z_OK)
        return std::nullopt;
    // zlib's own field is not const, but it never writes there.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
    stream.avail_in = uInt(packed.size());
    QByteArray text;
    int state = Z_OK;
    while (state == Z_OK && text.size() <= most) {
        constexpr qsizetype kSmallest = 16 * 1024;
        constexpr qsizetype kLargest = 8 * 1024 * 1024;
        const qsizetype filled = text.size();
        const qsizetype room = std::min({std::clamp(filled, kSmallest, kLargest), most + 1 - filled});
        text.resize(filled + room);
        stream.next_out = reinterpret_cast<Bytef*>(text.data() + filled);
        stream.avail_out = uInt(room);
        state = inflate(&stream, Z_NO_FLUSH);
        text.resize(filled + room - qsizetype(stream.avail_out));
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END || text.size() > most)
        return std::nullopt;
    return text;
}

QByteArray deflated(const QByteArray& bytes, int level) {
    constexpr qsizetype kLength = 4; // Qt's own, before what zlib wrote
    return qCompress(bytes, level).sliced(kLength);
}

} // namespace groundplan
