#include "model/exchange/embedded_source.h"

#include "model/exchange/exchange_limits.h"
#include "model/exchange/inflate.h"
#include "model/exchange/png_text.h"
#include "model/exchange/svg_source.h"
#include "model/exchange/unpack_answer.h"
#include "model/graphviz/helper_process.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Source)
};

using Found = Result<std::optional<QByteArray>>;

Failure unreadable(const QString& sentence) {
    return fail(ErrorCode::Unreadable, sentence);
}

Failure damaged(const QString& sourceName) {
    return unreadable(
        Text::tr("%1: the design inside of it is damaged, or larger than the %2 MB that are read; "
                 "export it again from its board.")
            .arg(sourceName)
            .arg(exchangelimits::kUnpackedBytes >> 20));
}

/// What packSource() wrote, in Base64 with white space anywhere.
Found unpacked(const QByteArray& base64, const QString& sourceName) {
    const auto packed = QByteArray::fromBase64Encoding(base64.simplified().replace(' ', QByteArrayView()),
                                                       QByteArray::AbortOnBase64DecodingErrors);
    if (packed) {
        if (auto document = inflated(*packed, Wrapping::Zlib, exchangelimits::kUnpackedBytes))
            return std::move(*document);
    }
    return damaged(sourceName);
}

Found fromPdf(const QByteArray& file, const QString& sourceName, int timeoutMs,
              const std::atomic<bool>* cancelled) {
    HelperProcess helper(HelperProcess::Task::Unpack, Text::tr("Reading %1").arg(sourceName));
    if (const auto started = helper.start(file); !started)
        return Failure(started.error());
    const Result<QByteArray> answer = helper.wait(timeoutMs, cancelled);
    if (!answer)
        return Failure(answer.error());
    switch (answer->isEmpty() ? '\0' : answer->front()) {
    case unpackanswer::kSource:
        return answer->mid(1);
    case unpackanswer::kNone:
        return std::nullopt;
    case unpackanswer::kPassword:
        return unreadable(
            Text::tr("%1: the PDF asks for a password; save it without one first.").arg(sourceName));
    case unpackanswer::kTooLarge:
        return unreadable(
            Text::tr("%1: the design inside of it is larger than %2 MB, which is the most that is read.")
                .arg(sourceName)
                .arg(exchangelimits::kUnpackedBytes >> 20));
    default:
        return unreadable(Text::tr("%1: this is not a sound PDF file.").arg(sourceName));
    }
}

Found fromPng(const QByteArray& file, const QString& sourceName) {
    bool isDamaged = false;
    const auto text =
        pngText(file, QByteArrayView(kSourceKeyword), exchangelimits::kUnpackedBytes, &isDamaged);
    if (isDamaged)
        return damaged(sourceName);
    return text ? unpacked(*text, sourceName) : std::nullopt;
}

Found fromSvg(const QByteArray& file, const QString& sourceName, const std::atomic<bool>* cancelled) {
    const auto text = sourceTextInSvg(file, cancelled);
    return text ? unpacked(*text, sourceName) : std::nullopt;
}

} // namespace

Result<void> checkSource(const QByteArray& document) {
    if (document.size() <= exchangelimits::kUnpackedBytes)
        return {};
    return fail(
        ErrorCode::NotWritten,
        Text::tr("The design takes %1 MB, more than the %2 MB that can be read back out of an exported "
                 "file: leave it out of this one, or leave out its history.")
            .arg(document.size() >> 20)
            .arg(exchangelimits::kUnpackedBytes >> 20));
}

QByteArray packSource(const QByteArray& document) {
    return deflated(document);
}

QByteArray sourceMetadata(const QByteArray& document) {
    return "<gp:source xmlns:gp=\"" + QByteArray(kSourceNamespace) + "\" type=\"" + kSourceType +
           "\" encoding=\"zlib+base64\">" + packSource(document).toBase64() + "</gp:source>";
}

Result<std::optional<QByteArray>> embeddedSource(const QByteArray& file, SourceCarrier carrier,
                                                 const QString& sourceName, int timeoutMs,
                                                 const std::atomic<bool>* cancelled) {
    if (file.size() > exchangelimits::kCarrierBytes) {
        return unreadable(Text::tr("%1: the file is larger than %2 MB, which is the most that is read.")
                              .arg(sourceName)
                              .arg(exchangelimits::kCarrierBytes >> 20));
    }
    switch (carrier) {
    case SourceCarrier::Pdf:
        return fromPdf(file, sourceName, timeoutMs, cancelled);
    case SourceCarrier::Svg:
        return fromSvg(file, sourceName, cancelled);
    case SourceCarrier::Png:
        break;
    }
    return fromPng(file, sourceName);
}

} // namespace groundplan
