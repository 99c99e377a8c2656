#include "app/render/svg_writer.h"

#include "app/render/export_page.h"
#include "app/render/meanwhile.h"
#include "app/render/svg_page.h"
#include "model/exchange/embedded_source.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QPainter>

#include <future>

namespace groundplan {

namespace {

/// As the board asks for them (fonts.cpp), and what is like them where they are not installed. No font of
/// emoji: every program finds one by itself, and librsvg took its digits, which are as wide as the pictures.
constexpr std::string_view kFonts =
    "Inter, 'Inter Variable', 'Noto Sans CJK SC', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, "
    "'DejaVu Sans', sans-serif";

void writeHead(SvgText& head, const QRectF& area, const ExportRequest& request, const Theme& theme,
               const SvgOptions& options, const std::string& definitions) {
    if (options.standalone)
        head.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    head.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
    head.attribute("width", area.width());
    head.attribute("height", area.height());
    head.viewBox(area);
    head.raw(" role=\"graphics-document document\"");
    if (!request.title.isEmpty())
        head.attribute("aria-label", QStringView(request.title));
    head.attribute("font-family", kFonts);
    head.raw(" text-rendering=\"geometricPrecision\">\n");
    if (!request.title.isEmpty()) {
        head.raw("<title>");
        head.escaped(request.title);
        head.raw("</title>\n");
    }
    if (const QString& task = request.design.board.task; !task.isEmpty()) {
        head.raw("<desc>");
        head.escaped(task);
        head.raw("</desc>\n");
    }
    const bool facts = !request.author.isEmpty() || !request.version.isEmpty();
    if (facts || options.metadata) {
        head.raw("<metadata>");
        if (facts) {
            head.raw("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                     "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Description rdf:about=\"\">");
            const auto fact = [&head](std::string_view name, const QString& value) {
                if (value.isEmpty())
                    return;
                const std::string tag = "dc:" + std::string(name) + ">";
                head.raw("<" + tag);
                head.escaped(value);
                head.raw("</" + tag);
            };
            fact("creator", request.author);
            fact("description", request.version);
            head.raw("</rdf:Description></rdf:RDF>");
        }
        if (options.metadata) {
            const QByteArray elements = options.metadata();
            head.raw({elements.constData(), std::size_t(elements.size())});
        }
        head.raw("</metadata>\n");
    }
    if (!definitions.empty()) {
        head.raw("<defs>\n");
        head.raw(definitions);
        head.raw("</defs>\n");
    }
    if (options.ground) {
        head.raw("<rect id=\"board-ground\"");
        head.attribute("x", area.x());
        head.attribute("y", area.y());
        head.attribute("width", area.width());
        head.attribute("height", area.height());
        head.fill(theme.canvas);
        head.raw("/>\n");
    }
}

} // namespace

SvgFile svgOf(const ExportRequest& request, const Catalogue& catalogue, const SvgOptions& options) {
    const ExportPage exported(request);
    const double air = options.air;
    const QRectF area = options.window ? options.window->area
                                       : exported.content.adjusted(-air, -air, air, air).toAlignedRect();
    const QRectF seen = options.window ? options.window->seen : area;
    const BoardPainter board(catalogue, request.dark ? Theme::darkTheme(catalogue) : Theme::light(catalogue));
    SvgPage page(request.design, catalogue, exported.index, area.size());
    QPainter painter(&page);
    BoardPainter::Options shown;
    shown.background = false;
    shown.fullDetail = true;
    shown.only = exported.only;
    if (options.window)
        page.beginWindow(seen);
    board.paint(painter, request.design, exported.index, seen, shown);
    if (options.window)
        page.endWindow();
    if (request.overlay) {
        page.beginLayer("layer-overlay");
        request.overlay(painter, board.theme());
    }
    page.endLayer();
    painter.end();

    SvgText head;
    writeHead(head, area, request, board.theme(), options, page.definitions());
    SvgFile file{head.take(), page.takeContent()};
    file.body += "</svg>\n";
    return file;
}

Result<void> writeSvg(const ExportRequest& request, const Catalogue& catalogue, QIODevice& out) {
    SvgOptions options;
    Result<QByteArray> source;
    std::future<Result<QByteArray>> making; // while the design is painted
    if (!request.source.isNone()) {
        making =
            meanwhile([](const CarriedDocument& document) { return document.bytes().map(sourceMetadata); },
                      request.source);
        options.metadata = [&] {
            source = making.get();
            return source.value_or(QByteArray());
        };
    }
    const SvgFile file = svgOf(request, catalogue, options);
    if (!source)
        return Failure(source.error());
    for (const std::string_view part : {std::string_view(file.head), std::string_view(file.body)}) {
        if (out.write(part.data(), qint64(part.size())) != qint64(part.size()))
            return fail(ErrorCode::NotWritten,
                        QCoreApplication::translate("SvgWriter", "The SVG picture could not be written: %1.")
                            .arg(out.errorString()));
    }
    return {};
}

QByteArray svgPicture(const Design& design, const Catalogue& catalogue, const QString& title) {
    ExportRequest request;
    request.design = design;
    request.title = title;
    if (design.elements.isEmpty())
        return {};
    SvgOptions options;
    options.ground = false;
    options.air = 8;
    const SvgFile file = svgOf(request, catalogue, options);
    return QByteArray::fromStdString(file.head) + QByteArray::fromStdString(file.body);
}

} // namespace groundplan
