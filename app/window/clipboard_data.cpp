#include "app/window/clipboard_data.h"

#include "app/render/exports.h"
#include "app/render/svg_writer.h"
#include "model/exchange/fenced_json.h"
#include "model/exchange/mermaid_reader.h"
#include "model/graphviz/dot.h"
#include "model/operations/operations.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

/// Texts by themselves are for reading; a diagram is for a program, or for an editor.
bool isText(const Design& part) {
    return part.blocks.isEmpty() && part.frames.isEmpty() && part.connections.isEmpty();
}

/// One line an element, in the order in which they were made.
QString captionsOf(const Design& part) {
    QStringList lines;
    for (const Element* element : part.elements.sorted()) {
        const Card* card = part.cards.find(element->id);
        if (card && card->kind == CardKind::Text)
            lines.append(card->text);
        else if (!card && element->type != ElementType::Connection)
            lines.append(part.captionOf(element->id));
    }
    return lines.join(u'\n');
}

constexpr qsizetype kHead = 20'000; ///< bytes: longer comments begin no diagram

QByteArray pngOf(const Design& part, const Catalogue& catalogue) {
    ExportRequest request;
    request.design = part;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    // What cannot be painted is simply not offered.
    return writePng(request, catalogue, buffer) ? buffer.data() : QByteArray();
}

CopiedDiagram named(const QByteArray& text, std::optional<ImportFormat> format, const char* what,
                    bool orText = false) {
    return {text, format,
            QCoreApplication::translate("Board", "The %1 on the clipboard").arg(QLatin1StringView(what)),
            orText};
}

/// What is written in a language, though perhaps in one that cannot be read.
std::optional<CopiedDiagram> otherIn(const QByteArray& text) {
    if (isPlantUml(text))
        return named(text, std::nullopt, "PlantUML", true);
    if (isOtherMermaid(QString::fromUtf8(text)))
        return named(text, ImportFormat::Mermaid, "Mermaid", true);
    if (isLikeJson(text))
        return named(text, ImportFormat::Json, "JSON", true);
    return std::nullopt;
}

} // namespace

ClipboardData::ClipboardData(const Design& part, const Catalogue& catalogue)
    : part_(part)
    , catalogue_(catalogue) {}

QStringList ClipboardData::formats() const {
    return {QString::fromLatin1(kClipboardMimeType), QString::fromLatin1(kSvgMimeType),
            QString::fromLatin1(kPngMimeType), QString::fromLatin1(kDotMimeType), u"text/plain"_s};
}

bool ClipboardData::hasFormat(const QString& format) const {
    return formats().contains(format);
}

QVariant ClipboardData::retrieveData(const QString& format, QMetaType type) const {
    if (!hasFormat(format))
        return {};
    if (!made_.contains(format))
        made_.insert(format, bytesAs(format));
    const QByteArray bytes = made_.value(format);
    return type.id() == QMetaType::QString ? QVariant(QString::fromUtf8(bytes)) : QVariant(bytes);
}

QByteArray ClipboardData::bytesAs(const QString& format) const {
    if (format == QLatin1StringView(kClipboardMimeType))
        return toClipboard(part_);
    if (format == QLatin1StringView(kSvgMimeType))
        return svgPicture(part_, catalogue_);
    if (format == QLatin1StringView(kPngMimeType))
        return pngOf(part_, catalogue_);
    if (format == QLatin1StringView(kDotMimeType) || !isText(part_))
        return writeDot(part_, catalogue_);
    return captionsOf(part_).toUtf8();
}

std::optional<CopiedDiagram> diagramIn(const QMimeData& data) {
    if (data.hasFormat(QString::fromLatin1(kDotMimeType)))
        return named(data.data(QString::fromLatin1(kDotMimeType)), ImportFormat::Dot, "DOT");
    if (!data.hasText())
        return std::nullopt;
    QByteArray text = data.text().toUtf8();
    // draw.io copies its cells so that they survive fields of forms.
    if (text.startsWith("%3CmxGraphModel"))
        text = QByteArray::fromPercentEncoding(text);
    const auto format = importFormatOf(text, {});
    if (format == ImportFormat::Dot)
        return named(text, *format, "DOT");
    if (format == ImportFormat::Drawio)
        return named(text, *format, "draw.io");
    if (format == ImportFormat::Excalidraw)
        return named(text, *format, "Excalidraw");
    // A file may be Mermaid where a sentence is none: "graph of all users".
    static const QRegularExpression head(
        uR"(^\s*(?:(?:flowchart(?:-elk)?|graph)[ \t]*(?:\b(?:TB|TD|BT|RL|LR)\b|;|$)|architecture-beta|C4[A-Z]\w+\s*$|(?:```|~~~)\s*mermaid\b))"_s,
        QRegularExpression::MultilineOption);
    if (format == ImportFormat::Mermaid && head.match(QString::fromUtf8(text.left(kHead))).hasMatch())
        return named(text, *format, "Mermaid");
    return otherIn(text);
}

} // namespace groundplan
