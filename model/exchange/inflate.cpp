#include "model/exchange/inflate.h"

#include "model/exchange/exchange_limits.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <string_view>
#include <zlib.h>

namespace groundplan {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Inflate)
};

/// zlib's own words are the only way to tell its checksum from other damage.
InflateFault faultOf(int state, const char* message) {
    if (state == Z_BUF_ERROR || state == Z_OK)
        return InflateFault::TooShort;
    return message && std::string_view(message) == "incorrect data check" ? InflateFault::Checksum
                                                                          : InflateFault::Damaged;
}

} // namespace

tl::expected<QByteArray, InflateFault> inflated(QByteArrayView packed, Wrapping wrapping,
                                                const InflateLimits& limits) {
    const auto failed = [](InflateFault fault) { return tl::unexpected(fault); };
    if (packed.size() > std::numeric_limits<uInt>::max())
        return failed(InflateFault::TooLarge);
    z_stream stream = {};
    if (inflateInit2(&stream, wrapping == Wrapping::Bare ? -MAX_WBITS : MAX_WBITS) != Z_OK)
        return failed(InflateFault::Damaged);
    // zlib's own field is not const, but it never writes there.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(packed.data()));
    stream.avail_in = uInt(packed.size());
    const qsizetype most = std::min(limits.most, exchangelimits::honestBytes(packed.size()));
    QByteArray text;
    int state = Z_OK;
    bool wanted = true, cancelled = false;
    while (state == Z_OK && text.size() <= most && wanted && !cancelled) {
        constexpr qsizetype kSmallest = 16 * 1024;
        constexpr qsizetype kLargest = 8 * 1024 * 1024;
        const qsizetype filled = text.size();
        const qsizetype room = std::min({std::clamp(filled, kSmallest, kLargest), most + 1 - filled});
        text.resize(filled + room);
        stream.next_out = reinterpret_cast<Bytef*>(text.data() + filled);
        stream.avail_out = uInt(room);
        state = inflate(&stream, Z_NO_FLUSH);
        text.resize(filled + room - qsizetype(stream.avail_out));
        wanted = text.startsWith(limits.begins.first(std::min(limits.begins.size(), text.size())));
        cancelled = limits.cancelled && limits.cancelled->load(std::memory_order_relaxed);
    }
    const char* const message = stream.msg;
    inflateEnd(&stream);
    if (cancelled)
        return failed(InflateFault::Cancelled);
    if (text.size() > limits.most)
        return failed(InflateFault::TooLarge);
    if (text.size() > most)
        return failed(InflateFault::Bomb);
    if (state != Z_STREAM_END && wanted)
        return failed(faultOf(state, message));
    if (!wanted || text.size() < limits.begins.size())
        return failed(InflateFault::Unwanted);
    return text;
}

QString wordsOf(InflateFault fault, qsizetype most) {
    switch (fault) {
    case InflateFault::TooShort:
        return Text::tr("what is compressed there ends too early.");
    case InflateFault::Checksum:
        return Text::tr("what is compressed there does not match its checksum.");
    case InflateFault::TooLarge:
        return Text::tr("what is compressed there is larger than %1 MB, which is the most that is read.")
            .arg(QLocale().toString(most >> 20));
    case InflateFault::Bomb:
        return Text::tr(
                   "what is compressed there unpacks to more than %1 times its size, as no drawing does.")
            .arg(QLocale().toString(exchangelimits::kUnpackedShare));
    case InflateFault::Unwanted:
        return Text::tr("what is compressed there is something else.");
    case InflateFault::Cancelled:
        return Text::tr("reading was cancelled.");
    case InflateFault::Damaged:
        break;
    }
    return Text::tr("its compression is damaged.");
}

QByteArray deflated(const QByteArray& bytes, int level) {
    constexpr qsizetype kLength = 4; // Qt's own, before what zlib wrote
    QByteArray packed = qCompress(bytes, level).sliced(kLength);
    // Somebody's history of one long text shrinks as only bombs do: it would not be read back.
    using namespace exchangelimits;
    const qsizetype least = (bytes.size() - kUnpackedAnyway + kUnpackedShare - 1) / kUnpackedShare;
    if (packed.size() < least)
        packed.append(least - packed.size(), '\0');
    return packed;
}

} // namespace groundplan
