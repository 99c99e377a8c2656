#include "app/report/html_page.h"

#include "app/render/flow_style.h"
#include "app/render/svg_writer.h"
#include "app/report/html_text.h"
#include "app/report/printed_pages.h"
#include "model/report/report_of.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QPainter>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace groundplan::report {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(HtmlPage)
};

QByteArray resource(const QString& name) {
    QFile file(u":/page/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The resource %s is missing.", qPrintable(name));
    return file.readAll();
}

QString hashOf(const QByteArray& source) {
    return u"'sha256-"_s +
           QString::fromLatin1(QCryptographicHash::hash(source, QCryptographicHash::Sha256).toBase64()) +
           u'\'';
}

/// "x y w h" of an SVG file.
QString viewOf(const QByteArray& svg) {
    static const QRegularExpression box(u"viewBox=\"([-0-9. ]+)\""_s);
    return box.match(QString::fromLatin1(svg.left(4096))).captured(1);
}

constexpr double kWidest = 900; ///< of a diagram that is read on a page of paper that stands upright

QByteArray pictureOf(ExportRequest request, const Catalogue& catalogue, bool dark,
                     std::optional<SvgOptions::Window> window = {}) {
    request.dark = dark;
    SvgOptions options;
    options.ground = false;
    options.window = window;
    const SvgFile file = svgOf(request, catalogue, options);
    return QByteArray::fromStdString(file.head + file.body);
}

QByteArray pictureOf(const PrintedPart& tile, ExportRequest request, const Catalogue& catalogue) {
    request.overlay = [&tile, design = request.design](QPainter& painter, const Theme& theme) {
        paintTitles(painter, cutTitles(design, tile.view), theme);
        paintPointers(painter, tile.pointers, design, theme);
        painter.save();
        painter.setTransform(tile.map.view.toPage().inverted(), true);
        paintMap(painter, tile.map.view, tile.map.entries, tile.map.labels, theme);
        painter.restore();
    };
    request.design = shownOn(request.design, tile.view);
    request.design.board = {}; // what is said of it is in the page
    request.title.clear();
    request.author.clear();
    request.selection = tile.view.shown;
    return pictureOf(std::move(request), catalogue, false,
                     SvgOptions::Window{tile.view.room, tile.view.content});
}

class Page {
public:
    Page(const ExportRequest& request, const Report& report, const Catalogue& catalogue)
        : request_(request)
        , design_(request.design)
        , report_(report)
        , catalogue_(catalogue) {}

    QByteArray write() {
        const QByteArray style = resource(u"page.css"_s);
        const QByteArray script = resource(u"told.js"_s) + resource(u"search.js"_s) + resource(u"page.js"_s);
        const QString policy =
            u"default-src 'none'; img-src data:; style-src %1; script-src %2; base-uri 'none'; form-action 'none'"_s
                .arg(hashOf(style), hashOf(script));
        html_ = u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"%2\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta name=\"generator\" content=\"Groundplan\">\n<title>%3</title>\n<style>"_s.arg(
                    htmltext::escaped(reportLanguage()), policy, htmltext::escaped(report_.title));
        html_ += QString::fromUtf8(style) + u"</style>\n</head>\n<body>\n"_s;
        writeHeader();
        html_ += u"<main>\n"_s;
        writeBoard();
        writeSide();
        html_ += u"</main>\n<script>"_s + QString::fromUtf8(script) + u"</script>\n</body>\n</html>\n"_s;
        return html_.toUtf8();
    }

private:
    void writeHeader() {
        QStringList facts;
        for (const QString& fact : QStringList{report_.author, report_.practice} + timesOf(report_)) {
            if (!fact.isEmpty() && fact != report_.title) // a case is often called as its design is
                facts << htmltext::escaped(fact);
        }
        html_ += u"<header>\n<h1>%1</h1>\n<span class=\"facts\">%2</span>\n"_s.arg(
            htmltext::escaped(report_.title), facts.join(u" \u00b7 "_s));
        html_ +=
            u"<div class=\"tools\" role=\"search\">\n<span id=\"found-count\" class=\"found-count\" "
            "role=\"status\" data-words=\"%1\"></span>\n<input id=\"search\" type=\"search\" placeholder=\"%2\" "
            "aria-label=\"%3\">\n<button id=\"theme\" type=\"button\" title=\"%4\" "
            "aria-label=\"%4\">\u25d0</button>\n</div>\n</header>\n"_s.arg(
                htmltext::escaped(Text::tr("%1 found")), htmltext::escaped(Text::tr("Search ( / )")),
                htmltext::escaped(Text::tr("Search the page")), htmltext::escaped(Text::tr("Light or dark")));
    }

    // ---- the diagram

    void writeBoard() {
        if (design_.elements.isEmpty()) {
            html_ += u"<div class=\"board\">\n<p class=\"nothing muted\">%1</p>\n</div>\n"_s.arg(
                htmltext::escaped(Text::tr("There is nothing on this board yet.")));
            return;
        }
        const QByteArray light = pictureOf(request_, catalogue_, false);
        const QByteArray dark = pictureOf(request_, catalogue_, true);
        const QString view = viewOf(light);
        const QStringList box = view.split(u' ');
        const double width = box.value(2).toDouble();
        const bool wide = width > kWidest && width > 1.25 * box.value(3).toDouble();
        html_ += u"<div class=\"board%3\">\n<svg id=\"board\" viewBox=\"%1\" data-view=\"%1\" tabindex=\"0\" "
                 "role=\"group\" aria-label=\"%2\">\n<g class=\"picture\">\n"_s.arg(
                     view, htmltext::escaped(Text::tr("Diagram")), wide ? u" wide"_s : QString());
        for (const auto& [name, picture] : {std::pair("light", light), std::pair("dark", dark)}) {
            html_ +=
                u"<image id=\"picture-%1\" class=\"picture-%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\" "
                "href=\"data:image/svg+xml;base64,%6\"/>\n"_s.arg(QLatin1StringView(name), box.value(0),
                                                                  box.value(1), box.value(2), box.value(3),
                                                                  QString::fromLatin1(picture.toBase64()));
        }
        html_ += u"</g>\n"_s;
        const QList<const Element*> elements = design_.elements.sorted();
        for (const Element* element : elements) {
            if (const Frame* frame = design_.frames.find(element->id))
                writeHit(element->id, u"frame"_s, design_.captionOf(frame->id), frame->remark, {},
                         frame->rect, 14);
        }
        for (const Element* element : elements) {
            if (const Connection* connection = design_.connections.find(element->id))
                writeWay(*connection);
        }
        for (const Element* element : elements) {
            if (const Block* block = design_.blocks.find(element->id)) {
                const Kind* kind = catalogue_.kind(block->kind);
                writeHit(element->id, u"block"_s, design_.captionOf(block->id),
                         kind ? kind->title.in(reportLanguage()) : block->kind, block->technology,
                         block->rect, 10);
            }
        }
        const QRectF whole(box.value(0).toDouble(), box.value(1).toDouble(), width, box.value(3).toDouble());
        const PrintedPages printed =
            printedPages(design_, withTitles(design_, catalogue_, reportLanguage()), whole, wide);
        writeMap(printed.map);
        html_ += u"</svg>\n<div class=\"zoom\">\n"_s;
        writeButton(u"zoom-out"_s, u"\u2212"_s, Text::tr("Smaller ( - )"));
        writeButton(u"zoom-fit"_s, Text::tr("Fit"), Text::tr("All of it ( 0 )"));
        writeButton(u"zoom-in"_s, u"+"_s, Text::tr("Larger ( + )"));
        html_ += u"</div>\n</div>\n"_s;
        writeSheets(printed.pages);
    }
    /// On paper: which part of the diagram is on which of the pages that follow.
    void writeMap(const PrintedMap& map) {
        if (map.entries.isEmpty())
            return;
        const QTransform toBoard = map.view.toPage().inverted();
        const double point = 1 / map.view.scale; // of the page
        html_ += u"<g class=\"tiles\" stroke-width=\"%1\">\n"_s.arg(number(0.8 * point));
        const QString dashes = number(4 * point);
        const auto writePlace = [this](const QString& look, const QRectF& at) {
            html_ += u"<rect %1 x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/>\n"_s.arg(
                look, number(at.x()), number(at.y()), number(at.width()), number(at.height()));
        };
        for (const MapEntry& entry : map.entries)
            writePlace(entry.frame ? QString() : u"stroke-dasharray=\"%1\""_s.arg(dashes), entry.area);
        for (const MapLabel& label : map.labels) {
            if (label.place.isEmpty())
                continue;
            writePlace(u"class=\"plate\""_s, toBoard.mapRect(label.place));
            const double right = label.place.right() - kMapPadding.x() - label.number.width * label.scale;
            for (const auto& [text, left] : {std::pair(&label.title, label.place.left() + kMapPadding.x()),
                                             std::pair(&label.number, right)}) {
                for (qsizetype i = 0; i < text->lines.size(); ++i) {
                    const double step = text->height / double(text->lines.size());
                    const QPointF at = toBoard.map(QPointF(left, label.place.top() + kMapPadding.y() +
                                                                     (double(i) + 0.5) * step * label.scale));
                    html_ += u"<text x=\"%1\" y=\"%2\" font-size=\"%3\">%4</text>\n"_s.arg(
                        number(at.x()), number(at.y()),
                        number(fonts::of(text->role).pixelSize() * label.scale * point),
                        htmltext::escaped(text->lines[i].text));
                }
            }
        }
        html_ += u"</g>\n"_s;
    }
    void writeSheets(const QList<PrintedPage>& sheets) {
        if (sheets.isEmpty())
            return;
        html_ += u"<div class=\"sheets\">\n"_s;
        for (qsizetype i = 0; i < sheets.size(); ++i) {
            const PrintedPage& sheet = sheets.at(i);
            html_ += u"<div class=\"sheet%1\">\n<p class=\"muted\">%2</p>\n<div class=\"parts%3\">\n"_s.arg(
                sheet.across ? u" across"_s : QString(),
                htmltext::escaped(
                    Text::tr("Diagram, part %1 of %2: %3").arg(i + 1).arg(sheets.size()).arg(sheet.title)),
                sheet.columns ? u" beside"_s : QString());
            for (const PrintedPart& tile : sheet.parts) {
                html_ += u"<svg width=\"%1pt\" height=\"%2pt\"><image width=\"100%\" height=\"100%\" "
                         "href=\"data:image/svg+xml;base64,%3\"/></svg>\n"_s.arg(
                             number(tile.size.width()), number(tile.size.height()),
                             QString::fromLatin1(pictureOf(tile, request_, catalogue_).toBase64()));
            }
            html_ += u"</div>\n</div>\n"_s;
        }
        html_ += u"</div>\n"_s;
    }
    static QString number(double value) { return QString::number(value, 'f', 1); }
    void writeButton(const QString& id, const QString& sign, const QString& says) {
        html_ += u"<button id=\"%1\" type=\"button\" title=\"%2\" aria-label=\"%2\">%3</button>\n"_s.arg(
            id, htmltext::escaped(says), htmltext::escaped(sign));
    }

    void beginHit(ElementId id, const QString& sort, const QString& title, const QString& label,
                  const QString& says) {
        // One stop for the Tab key; the arrow keys lead on from there.
        const bool first = sort == "block"_L1 && !std::exchange(reachable_, true);
        html_ +=
            u"<g class=\"hit %1\" data-element=\"%2\" data-title=\"%3\" data-says=\"%4\" role=\"button\" "
            "tabindex=\"%5\" aria-label=\"%6\">"_s.arg(sort, id.toString(), htmltext::escaped(title),
                                                       htmltext::escaped(says), first ? u"0"_s : u"-1"_s,
                                                       htmltext::escaped(label));
    }
    void writeHit(ElementId id, const QString& sort, const QString& title, const QString& second,
                  const QString& third, const Rect& rect, int radius) {
        QStringList words{title};
        for (const QString& word : {second, third}) {
            if (!word.isEmpty())
                words << word;
        }
        beginHit(id, sort, title, words.join(u", "_s), {});
        // Within a frame its title alone is the frame: all else is what it holds, or the ground.
        const Coord band = sort == "frame"_L1 ? std::min(rect.h, 36 * kUnitsPerPoint) : rect.h;
        writeRect(u"area"_s, {rect.x, rect.y, rect.w, band}, radius);
        writeRect(u"mark"_s, rect.grown(2 * kUnitsPerPoint), radius + 2);
        html_ += u"</g>\n"_s;
    }
    void writeRect(const QString& name, const Rect& rect, int radius) {
        html_ += u"<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\" rx=\"%6\"/>"_s.arg(
            name, htmltext::length(rect.x), htmltext::length(rect.y), htmltext::length(rect.w),
            htmltext::length(rect.h), QString::number(radius));
    }
    void writeWay(const Connection& connection) {
        const QList<Point> route = design_.routeOf(connection);
        if (route.size() < 2)
            return;
        const QString ends = design_.captionOf(connection.source) +
                             (connection.direction == Direction::Forward ? u" \u2192 "_s : u" \u2194 "_s) +
                             design_.captionOf(connection.target);
        const QString label = connection.label.simplified();
        const QString says =
            label.isEmpty() ? textOf(connection.flow) : label + u" \u00b7 "_s + textOf(connection.flow);
        beginHit(connection.id, u"way"_s, ends, ends + u", "_s + says, says);
        QString path;
        for (const Point& corner : route)
            path += (path.isEmpty() ? u'M' : u'L') + htmltext::length(corner.x) + u' ' +
                    htmltext::length(corner.y);
        html_ += u"<path class=\"area\" d=\"%1\"/><path class=\"mark\" d=\"%1\"/></g>\n"_s.arg(path);
    }

    // ---- the document

    void writeSide() {
        html_ +=
            u"<div class=\"side\">\n<section id=\"details\" class=\"details\" aria-live=\"polite\" hidden>\n"
            "<button class=\"close\" type=\"button\" title=\"%1\" aria-label=\"%1\">\u00d7</button>\n<h2></h2>\n"
            "<div class=\"content\"></div>\n</section>\n<nav aria-label=\"%2\">\n<ol>\n"_s.arg(
                htmltext::escaped(Text::tr("Close ( Esc )")), htmltext::escaped(Text::tr("Contents")));
        for (const Section& section : report_.sections)
            html_ +=
                u"<li><a href=\"#%1\">%2</a></li>\n"_s.arg(section.key, htmltext::escaped(section.title));
        html_ += u"</ol>\n</nav>\n<div id=\"document\">\n"_s;
        const htmltext::Writer writer(describedIn(report_));
        for (const Section& section : report_.sections) {
            html_ += u"<section id=\"%1\" data-key=\"%1\">\n<h2>%2</h2>\n"_s.arg(
                section.key, htmltext::escaped(section.title));
            html_ += writer.items(section.items);
            for (const Entry& entry : section.entries) {
                html_ += u"<article id=\"%1\" data-subject=\"%2\">\n<h3>%3</h3>\n%4</article>\n"_s.arg(
                    entry.key, entry.subject ? entry.subject.toString() : QString(),
                    htmltext::escaped(entry.title), writer.items(entry.items));
            }
            html_ += u"</section>\n"_s;
        }
        html_ += u"</div>\n</div>\n"_s;
    }

    const ExportRequest& request_;
    const Design& design_;
    const Report& report_;
    const Catalogue& catalogue_;
    bool reachable_ = false; ///< something can be reached with Tab
    QString html_;
};

} // namespace

QByteArray htmlPage(const ExportRequest& request, const Report& report, const Catalogue& catalogue) {
    return Page(request, report, catalogue).write();
}

} // namespace groundplan::report
