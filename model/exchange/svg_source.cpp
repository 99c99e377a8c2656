#include "model/exchange/svg_source.h"

#include "model/exchange/embedded_source.h"

#include <QByteArrayMatcher>
#include <QStringDecoder>

#include <algorithm>

namespace groundplan {
namespace {

/// As Latin-1, in which tags and base64 are themselves; other letters become question marks.
QByteArray narrow(const QByteArray& svg) {
    const auto wide = QStringConverter::encodingForData(svg, u'<');
    if (!wide || *wide == QStringConverter::Utf8)
        return svg;
    return QString(QStringDecoder(*wide)(svg)).toLatin1();
}

bool isSource(QByteArrayView tag) {
    const auto end = std::ranges::find_if(tag, [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
    const QByteArrayView name = tag.first(end - tag.begin());
    return name == "source" || name.endsWith(":source");
}

} // namespace

std::optional<SvgSource> sourceInSvg(const QByteArray& svg, const std::atomic<bool>* cancelled) {
    constexpr qsizetype kLongestTag = 4096;
    const QByteArray text = narrow(svg);
    const QByteArrayMatcher type(kSourceType);
    for (qsizetype at = type.indexIn(text); at >= 0; at = type.indexIn(text, at + 1)) {
        if (cancelled && *cancelled)
            return std::nullopt;
        const qsizetype from = std::max<qsizetype>(0, at - kLongestTag);
        const QByteArrayView before = QByteArrayView(text).sliced(from, at - from);
        const qsizetype open = before.lastIndexOf('<');
        if (open < 0 || before.sliced(open).contains('>') || !isSource(before.sliced(open + 1)))
            continue;
        const qsizetype line = QByteArrayView(text).first(at).count('\n') + 1;
        const qsizetype end = text.indexOf('>', at);
        const qsizetype close = end < 0 ? -1 : text.indexOf('<', end);
        if (close < 0)
            return SvgSource{{}, line, true};
        return SvgSource{text.sliced(end + 1, close - end - 1), line, false};
    }
    return std::nullopt;
}

bool svgEndsEarly(const QByteArray& svg) {
    const QByteArray text = narrow(svg).trimmed();
    const qsizetype close = text.lastIndexOf("</");
    if (close < 0)
        return !text.endsWith("/>"); // it may hold nothing
    const qsizetype end = text.indexOf('>', close);
    const QByteArray name = text.sliced(close + 2, std::max<qsizetype>(0, end - close - 2)).trimmed();
    const QByteArray rest = text.sliced(end + 1).trimmed();
    const bool isLast = rest.isEmpty() || rest.startsWith("<!--") || rest.startsWith("<?");
    return !isLast || (name != "svg" && !name.endsWith(":svg"));
}

} // namespace groundplan
