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

/// Any database of SQLite, which a document is.
constexpr QByteArrayView kDocumentBegins("SQLite format 3\0", 16);

using Found = Result<std::optional<QByteArray>>;

Failure unreadable(const QString& sentence) {
    return fail(ErrorCode::Unreadable, sentence);
}

/// "x.png cannot be read as PNG, chunk 5 (zTXt “Groundplan”): ..."
Failure refused(const QString& sourceName, const QString& format, const QString& place,
                const QString& reason) {
    return unreadable(Text::tr("%1 cannot be read as %2, %3: %4", "source, format, place, reason")
                          .arg(sourceName, format, place, reason));
}

QString notOurs() {
    return Text::tr("what is there is no Groundplan document.");
}

/// What packSource() wrote, in Base64 with white space anywhere; else why not.
tl::expected<QByteArray, QString> unpacked(const QByteArray& base64, const std::atomic<bool>* cancelled) {
    const auto packed = QByteArray::fromBase64Encoding(base64.simplified().replace(' ', QByteArrayView()),
                                                       QByteArray::AbortOnBase64DecodingErrors);
    if (!packed)
        return tl::unexpected(Text::tr("what is there is no Base64."));
    if (packed.decoded.isEmpty())
        return tl::unexpected(Text::tr("nothing is there."));
    auto document =
        inflated(*packed, Wrapping::Zlib, {exchangelimits::kUnpackedBytes, kDocumentBegins, cancelled});
    if (document)
        return std::move(*document);
    return tl::unexpected(document.error() == InflateFault::Unwanted
                              ? notOurs()
                              : wordsOf(document.error(), exchangelimits::kUnpackedBytes));
}

Found fromPdf(const QByteArray& file, const QString& sourceName, int timeoutMs,
              const std::atomic<bool>* cancelled) {
    HelperProcess helper(HelperProcess::Task::Unpack, Text::tr("Reading %1").arg(sourceName));
    if (const auto started = helper.start(file); !started)
        return Failure(started.error());
    const Result<QByteArray> answer = helper.wait(timeoutMs, cancelled);
    if (!answer)
        return Failure(answer.error());
    const QString attachment = Text::tr("the attached document");
    switch (answer->isEmpty() ? '\0' : answer->front()) {
    case unpackanswer::kSource:
        return answer->mid(1);
    case unpackanswer::kNone:
        return std::nullopt;
    case unpackanswer::kPassword:
        return unreadable(
            Text::tr("%1: the PDF asks for a password; save it without one first.").arg(sourceName));
    case unpackanswer::kTooLarge:
        return refused(sourceName, u"PDF"_s, attachment,
                       wordsOf(InflateFault::TooLarge, exchangelimits::kUnpackedBytes));
    case unpackanswer::kBomb:
        return refused(sourceName, u"PDF"_s, attachment,
                       wordsOf(InflateFault::Bomb, exchangelimits::kUnpackedBytes));
    case unpackanswer::kUnwanted:
        return refused(sourceName, u"PDF"_s, attachment, notOurs());
    case unpackanswer::kTooShort:
        return refused(sourceName, u"PDF"_s, attachment, wordsOf(InflateFault::TooShort, 0));
    case unpackanswer::kStream:
        return refused(sourceName, u"PDF"_s, attachment, wordsOf(InflateFault::Damaged, 0));
    default:
        return unreadable(Text::tr("%1: this is not a sound PDF file.").arg(sourceName));
    }
}

Found fromPng(const QByteArray& file, const QString& sourceName, const std::atomic<bool>* cancelled) {
    constexpr qsizetype most = exchangelimits::kUnpackedBytes;
    const PngText found = pngText(file, QByteArrayView(kSourceKeyword), most);
    if (found.fault != PngText::Fault::None)
        return refused(sourceName, u"PNG"_s, found.chunk, wordsOf(found, most));
    if (!found.text)
        return std::nullopt;
    auto document = unpacked(*found.text, cancelled);
    if (document)
        return std::move(*document);
    return refused(sourceName, u"PNG"_s, found.chunk,
                   found.checksum ? document.error()
                                  : Text::tr("it was damaged on its way: its checksum is wrong."));
}

Found fromSvg(const QByteArray& file, const QString& sourceName, const std::atomic<bool>* cancelled) {
    const auto found = sourceInSvg(file, cancelled);
    if (!found)
        return std::nullopt;
    const QString place = Text::tr("line %1, element <source>").arg(found->line);
    if (found->cutOff)
        return refused(sourceName, u"SVG"_s, place, Text::tr("the file ends within it."));
    auto document = unpacked(found->text, cancelled);
    if (document)
        return std::move(*document);
    return refused(sourceName, u"SVG"_s, place, document.error());
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
    const auto found = [&]() -> Found {
        switch (carrier) {
        case SourceCarrier::Pdf:
            return fromPdf(file, sourceName, timeoutMs, cancelled);
        case SourceCarrier::Svg:
            return fromSvg(file, sourceName, cancelled);
        case SourceCarrier::Png:
            break;
        }
        return fromPng(file, sourceName, cancelled);
    }();
    if (cancelled && *cancelled)
        return fail(ErrorCode::Cancelled, Text::tr("Reading %1 was cancelled.").arg(sourceName));
    return found;
}

} // namespace groundplan
