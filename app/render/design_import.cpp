#include "app/render/design_import.h"

#include "app/render/connection_finish.h"
#include "app/render/import_context.h"
#include "model/design/validate.h"
#include "model/document/document.h"
#include "model/exchange/d2_reader.h"
#include "model/exchange/design_from_diagram.h"
#include "model/exchange/drawio_reader.h"
#include "model/exchange/embedded_source.h"
#include "model/exchange/excalidraw_reader.h"
#include "model/exchange/exchange_limits.h"
#include "model/exchange/fenced_json.h"
#include "model/exchange/json_reader.h"
#include "model/exchange/mermaid_reader.h"
#include "model/exchange/plain_text.h"
#include "model/exchange/png_text.h"
#include "model/exchange/source_text.h"
#include "model/exchange/svg_source.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <array>

using namespace Qt::StringLiterals;

namespace groundplan {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DesignImport)
};

struct Format {
    ImportFormat format;
    const char* word;    ///< of --format
    const char* caption; ///< in file dialogs
    const char* endings; ///< "dot gv"
};

/// In the order of ImportFormat.
constexpr std::array kFormats{
    Format{ImportFormat::Dot, "dot", QT_TRANSLATE_NOOP("DesignImport", "Graphviz DOT"), "dot gv"},
    Format{ImportFormat::Mermaid, "mermaid",
           QT_TRANSLATE_NOOP("DesignImport", "Mermaid, and Markdown with diagrams of it"),
           "mmd mermaid md markdown"},
    Format{ImportFormat::D2, "d2", QT_TRANSLATE_NOOP("DesignImport", "D2"), "d2"},
    Format{ImportFormat::Drawio, "drawio", QT_TRANSLATE_NOOP("DesignImport", "draw.io"), "drawio dio xml"},
    Format{ImportFormat::Excalidraw, "excalidraw", QT_TRANSLATE_NOOP("DesignImport", "Excalidraw"),
           "excalidraw excalidraw.md"},
    Format{ImportFormat::Json, "json", QT_TRANSLATE_NOOP("DesignImport", "JSON of Groundplan"), "json"},
    Format{ImportFormat::Pdf, "pdf", QT_TRANSLATE_NOOP("DesignImport", "PDF of Groundplan"), "pdf"},
    Format{ImportFormat::Svg, "svg", QT_TRANSLATE_NOOP("DesignImport", "SVG of Groundplan"), "svg"},
    Format{ImportFormat::Png, "png", QT_TRANSLATE_NOOP("DesignImport", "PNG of Groundplan"), "png"},
};

/// The name of the first element ("svg", "mxfile"), past comments and declarations; empty: this is no XML.
QByteArray rootOf(QByteArrayView head) {
    if (!head.startsWith('<'))
        return {};
    static const QRegularExpression root(
        uR"(\A(?>\s+|<\?.*?\?>|<!--.*?-->|<![^<>\[]*(?:\[.*?\]\s*)?>)*+<(?:[\w.-]+:)?([\w.-]+))"_s,
        QRegularExpression::DotMatchesEverythingOption);
    return root.match(QString::fromLatin1(head)).captured(1).toLatin1();
}

std::optional<ImportFormat> formatByContent(const QByteArray& bytes) {
    const QByteArray head = plainHead(bytes).trimmed();
    if (isPng(bytes))
        return ImportFormat::Png;
    // A PDF may begin with other bytes, within the first thousand.
    if (QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 1024)).contains("%PDF-"))
        return ImportFormat::Pdf;
    const QByteArray root = rootOf(head);
    if (root == "svg")
        return ImportFormat::Svg;
    if (root == "mxfile" || root == "mxGraphModel" || root == "mxlibrary")
        return ImportFormat::Drawio;
    static const QRegularExpression excalidraw(uR"(\A\{[^{}\[\]]*"type"\s*:\s*"excalidraw)"_s);
    static const QRegularExpression graph(
        uR"(\A(?>\s+|//[^\n]*\n|#[^\n]*\n|/\*.*?\*/)*+(?:strict\s+)?(?:di)?graph\b\s*(?:"[^"]*"|[\w.-]*)\s*\{)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromUtf8(head);
    if (excalidraw.match(text).hasMatch())
        return ImportFormat::Excalidraw;
    if (graph.match(text).hasMatch())
        return ImportFormat::Dot;
    // A note of Obsidian says in its front matter that it is a drawing.
    static const QRegularExpression note(uR"(\A---\s(?:(?!---).*\n)*excalidraw-plugin\s*:)"_s);
    if (note.match(text).hasMatch())
        return ImportFormat::Excalidraw;
    // Past front matter, directives and comments; or a block of it anywhere in a Markdown text.
    static const QRegularExpression mermaid(
        uR"(\A(?>---\n.*?\n---\s)?(?>\s+|%%[^\n]*\n)*+(?:flowchart(?:-elk)?|graph|architecture-beta|C4\w+)\b|^\s*(?:```|~~~)\s*mermaid\b)"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption);
    if (mermaid.match(text).hasMatch())
        return ImportFormat::Mermaid;
    return std::nullopt;
}

struct Ending {
    std::optional<ImportFormat> format;
    qsizetype length = 0; ///< with its dot
};
Ending endingOf(const QString& name) {
    Ending found; // the longest: "excalidraw.md" is no Markdown
    for (const Format& format : kFormats) {
        for (const QString& ending : QString::fromLatin1(format.endings).split(u' ')) {
            if (ending.size() >= found.length && name.endsWith(u'.' + ending, Qt::CaseInsensitive))
                found = {format.format, ending.size() + 1};
        }
    }
    return found;
}

SourceCarrier carrierOf(ImportFormat format) {
    return format == ImportFormat::Pdf   ? SourceCarrier::Pdf
           : format == ImportFormat::Svg ? SourceCarrier::Svg
                                         : SourceCarrier::Png;
}

/// Opens the bytes as a file from a stranger, with every check there is.
Result<DesignImport> openedDocument(const QByteArray& document, ImportFormat format, const QString& name) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"inside.gplan"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size()) {
        return fail(ErrorCode::Unreadable,
                    Text::tr("%1: the design inside of it cannot be looked at, because no "
                             "temporary file can be written: %2.")
                        .arg(name, file.errorString()));
    }
    file.close();
    // The sentences name a file that the user has never seen.
    const auto named = [&path, &name](QString sentence) {
        return sentence.replace(u"“%1”"_s.arg(path), Text::tr("The design in %1").arg(name));
    };
    const auto opened = Document::open(path, Document::Use::Importer);
    if (!opened)
        return fail(opened.error().code, named(opened.error().sentence));
    DesignImport import{format, {}};
    import.import.design = (*opened)->design();
    import.import.ours = import.import.positioned = true;
    if (const QString notice = (*opened)->notice(); notice.isEmpty())
        import.document = document;
    else
        import.import.sayFirst(named(notice));
    return import;
}

/// Whose drawing a picture keeps that carries no design of ours.
std::optional<ImportFormat> drawnBy(const QByteArray& picture, ImportFormat format) {
    const auto keeps = [&](const char* keyword) {
        return format == ImportFormat::Png ? hasPngText(picture, QByteArrayView(keyword))
                                           : picture.contains(keyword);
    };
    if (keeps("mxfile") || keeps("mxGraphModel"))
        return ImportFormat::Drawio;
    if (keeps("application/vnd.excalidraw+json"))
        return ImportFormat::Excalidraw;
    return std::nullopt;
}

bool endsEarly(const QByteArray& picture, ImportFormat format) {
    return format == ImportFormat::Png   ? pngEndsEarly(picture)
           : format == ImportFormat::Svg ? svgEndsEarly(picture)
                                         : false;
}

Result<DesignImport> fromCarrier(const QByteArray& bytes, ImportFormat format, const QString& name,
                                 const Catalogue& catalogue, int timeoutMs,
                                 const std::atomic<bool>* cancelled) {
    const auto source = embeddedSource(bytes, carrierOf(format), name, timeoutMs, cancelled);
    if (!source)
        return Failure(source.error());
    if (!*source && format != ImportFormat::Pdf) {
        if (const auto program = drawnBy(bytes, format))
            return importDesign(bytes, name, catalogue, program, timeoutMs, cancelled);
    }
    if (!*source && endsEarly(bytes, format)) {
        return fail(ErrorCode::Unreadable,
                    Text::tr("%1: the file ends too early, and there is no Groundplan design in what is left "
                             "of it.")
                        .arg(name));
    }
    if (!*source) {
        return fail(
            ErrorCode::Unreadable,
            Text::tr("%1: there is no Groundplan design in it; it was exported without one, or by another "
                     "program.")
                .arg(name));
    }
    return openedDocument(**source, format, name);
}

} // namespace

QStringList importFormats() {
    QStringList words;
    for (const Format& format : kFormats)
        words += QLatin1StringView(format.word);
    return words;
}

std::optional<ImportFormat> importFormatNamed(const QString& word) {
    for (const Format& format : kFormats) {
        if (word == QLatin1StringView(format.word))
            return format.format;
    }
    return std::nullopt;
}

QList<ImportFilter> importFilters() {
    QList<ImportFilter> filters;
    for (const Format& format : kFormats) {
        const QStringList endings = QString::fromLatin1(format.endings).split(u' ');
        filters.append(
            {QCoreApplication::translate("DesignImport", format.caption), u"*."_s + endings.join(u" *."_s)});
    }
    return filters;
}

std::optional<ImportFormat> importFormatOf(const QByteArray& bytes, const QString& name) {
    const auto format = formatByContent(bytes);
    return format ? format : endingOf(name).format;
}

Result<DesignImport> importDesign(const QByteArray& bytes, const QString& name, const Catalogue& catalogue,
                                  std::optional<ImportFormat> format, int timeoutMs,
                                  const std::atomic<bool>* cancelled) {
    if (!format)
        format = importFormatOf(bytes, name);
    if (plainHead(bytes).trimmed().isEmpty() && bytes.trimmed().size() < 8)
        return fail(ErrorCode::Unreadable, Text::tr("%1: it is empty.").arg(name));
    if (!format && isPlantUml(bytes)) {
        return fail(ErrorCode::Unreadable,
                    Text::tr("%1: it is a diagram of PlantUML, which is not read (%2 are).")
                        .arg(name, importFormats().join(u", "_s)));
    }
    if (!format) {
        return fail(ErrorCode::Unreadable, Text::tr("%1: this is none of the formats that can be read (%2).")
                                               .arg(name, importFormats().join(u", "_s)));
    }
    const auto fromDiagram = [&](const Result<Diagram>& diagram) -> Result<Import> {
        if (!diagram)
            return Failure(diagram.error());
        auto made = designFromDiagram(*diagram, name, catalogue, importContext(), timeoutMs, cancelled);
        if (made)
            made->ours = diagram->ownBoard != nullptr;
        return made;
    };
    // A picture that carries a drawing is no text, and XML says itself how it is written.
    const bool isText = *format == ImportFormat::Dot || *format == ImportFormat::Mermaid ||
                        *format == ImportFormat::D2 || *format == ImportFormat::Json ||
                        (*format == ImportFormat::Excalidraw && !isPng(bytes));
    // What is larger is refused by its reader.
    const bool isRead = isText && bytes.size() <= exchangelimits::kInputBytes;
    // Of DOT the text itself may say its encoding.
    const bool isSaid = *format == ImportFormat::Dot && bytes.contains("charset");
    Result<PlainText> plain = isRead ? plainText(bytes, name) : PlainText{bytes, {}};
    if (!plain)
        return Failure(plain.error());
    if (isSaid && !plain->guessed.isEmpty())
        plain = PlainText{bytes, {}};
    const QByteArray& text = plain->utf8;
    Result<Import> import;
    switch (*format) {
    case ImportFormat::Pdf:
    case ImportFormat::Svg:
    case ImportFormat::Png:
        return fromCarrier(bytes, *format, name, catalogue, timeoutMs, cancelled);
    case ImportFormat::Dot:
        import = readDot(text, name, catalogue, timeoutMs, cancelled, importContext());
        break;
    case ImportFormat::Json:
        import = readJson(unfencedJson(text), name, catalogue, importContext(), cancelled);
        if (import)
            forgetLabelSizes(import->design); // another program may have changed the words
        break;
    case ImportFormat::Mermaid:
        import = isRead ? fromDiagram(readMermaid(QString::fromUtf8(text), name, cancelled))
                        : textTooLarge(name, u"Mermaid"_s);
        break;
    case ImportFormat::D2:
        import = isRead ? fromDiagram(readD2(QString::fromUtf8(text), name, cancelled))
                        : textTooLarge(name, u"D2"_s);
        break;
    case ImportFormat::Drawio:
        import = fromDiagram(readDrawio(bytes, name, cancelled));
        break;
    case ImportFormat::Excalidraw:
        import = fromDiagram(readExcalidraw(text, name, cancelled));
        break;
    }
    if (!import)
        return Failure(import.error());
    if (!plain->guessed.isEmpty()) {
        import->sayFirst(plain->guessed);
    }
    if (!finishConnections(import->design, cancelled))
        return fail(ErrorCode::Cancelled, Text::tr("Reading %1 was cancelled.").arg(name));
    return DesignImport{*format, std::move(*import)};
}

bool isPlantUml(const QByteArray& bytes) {
    static const QRegularExpression start(u"\\A\\s*(?:'[^\\n]*\\n\\s*)*@start[a-z]+\\b"_s);
    return start.match(QString::fromUtf8(plainHead(bytes))).hasMatch();
}

QString nameOfFile(const QString& path) {
    QString name = QFileInfo(path).fileName();
    if (endingOf(name).length == 0)
        return QFileInfo(path).completeBaseName();
    for (qsizetype length = endingOf(name).length; length > 0 && length < name.size();
         length = endingOf(name).length)
        name.chop(length);
    return name;
}

void nameByFile(Import& import, const QString& path) {
    if (!import.ours && import.design.board.title.isEmpty())
        import.design.board.title = nameOfFile(path).simplified().left(limits::kLongest<&Board::title>);
}

bool pictureCarriesDesign(const QByteArray& bytes) {
    const auto format = formatByContent(bytes);
    if (format != ImportFormat::Svg && format != ImportFormat::Png)
        return false;
    const auto source = embeddedSource(bytes, carrierOf(*format), {});
    return source ? source->has_value() : *format == ImportFormat::Png;
}

} // namespace groundplan
