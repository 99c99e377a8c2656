#include "app/render/export_page.h"
#include "app/render/exports.h"
#include "app/render/flow_style.h"
#include "app/render/look.h"
#include "app/render/paint_context.h"
#include "app/render/pdf_page.h"
#include "app/render/pdf_source.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QPainter>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <cmath>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PdfWriter", text);
}

constexpr double kMargin = 32;
constexpr double kHeader = 44; ///< title and date, above the design
constexpr double kFooter = 34; ///< legend, below it
constexpr double kLeastWidth = 360;
constexpr double kMostSide = 14'400; ///< what PDF readers agree on
constexpr double kSample = 40;       ///< line of the legend
constexpr double kSampleGap = 8;

QPDFObjectHandle text(const QString& value) {
    return QPDFObjectHandle::newUnicodeString(value.toStdString());
}

std::string dateOf(const QDateTime& time) {
    return time.toUTC().toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'")).toStdString();
}

std::string escaped(const QString& value) {
    return value.toHtmlEscaped().toStdString();
}

/// The same facts again as XMP, where archives look for them.
std::string metadataOf(const ExportRequest& request, const QString& language, const QDateTime& time) {
    const std::string date = time.toUTC().toString(Qt::ISODate).toStdString();
    std::string xmp = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n";
    xmp += "<dc:format>application/pdf</dc:format>\n";
    xmp += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(request.title) +
           "</rdf:li></rdf:Alt></dc:title>\n";
    if (!request.author.isEmpty())
        xmp +=
            "<dc:creator><rdf:Seq><rdf:li>" + escaped(request.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    xmp += "<dc:language><rdf:Bag><rdf:li>" + escaped(language) + "</rdf:li></rdf:Bag></dc:language>\n";
    xmp += "<xmp:CreatorTool>Groundplan " GROUNDPLAN_VERSION "</xmp:CreatorTool>\n";
    xmp += "<xmp:CreateDate>" + date + "</xmp:CreateDate>\n<xmp:ModifyDate>" + date + "</xmp:ModifyDate>\n";
    return xmp + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

struct LegendEntry {
    Flow flow;
    FittedText name;
    double width = 0; ///< with its sample
};

QList<LegendEntry> legendOf(const ExportPage& page) {
    QList<LegendEntry> legend;
    if (page.hasLegend)
        return legend;
    for (const Flow flow : page.flows) {
        FittedText name = fitLine(textOf(flow), fonts::Role::Remark, 200);
        const double width = kSample + kSampleGap + name.width;
        legend.append({flow, std::move(name), width});
    }
    return legend;
}

constexpr double kLegendGap = 24;
constexpr double kLegendRow = 18;

/// Paints the legend from left to right, in rows as wide as the page; with no painter it only counts the
/// rows.
int paintLegend(const QList<LegendEntry>& legend, const Theme& theme, double width, QPainter* painter,
                double top) {
    double x = 0;
    int rows = 0;
    for (const LegendEntry& entry : legend) {
        if (rows == 0 || x + entry.width > width) {
            ++rows;
            x = 0;
        }
        if (painter) {
            const double left = kMargin + x, middle = top + (rows - 0.5) * kLegendRow;
            paintLine(*painter, {{left, middle}, {left + kSample, middle}}, entry.flow, Direction::Forward,
                      theme.of(entry.flow));
            paintText(*painter, {left + kSample + kSampleGap, middle - entry.name.height / 2}, entry.name,
                      theme.muted);
        }
        x += entry.width + kLegendGap;
    }
    return rows;
}

/// The whole page: header, design and legend. Sizes in points before it is scaled to what a page may measure.
class Sheet {
public:
    Sheet(const ExportRequest& request, const ExportPage& page, const BoardPainter& board)
        : request_(request)
        , page_(page)
        , board_(board)
        , legend_(legendOf(page)) {
        width_ = std::max(kLeastWidth, page.content.width() + 2 * kMargin);
        const int rows = paintLegend(legend_, board.theme(), width_ - 2 * kMargin, nullptr, 0);
        footer_ = rows > 0 ? kFooter - kLegendRow + rows * kLegendRow : 0;
        height_ = page.content.height() + 2 * kMargin + kHeader + footer_;
        scale_ = std::min(1.0, kMostSide / std::max(width_, height_));
    }

    /// Whole points, so that every reader agrees.
    QSizeF size() const {
        return {std::min(kMostSide, std::ceil(width_ * scale_)),
                std::min(kMostSide, std::ceil(height_ * scale_))};
    }

    void paint(QPainter& painter) const {
        const Theme& theme = board_.theme();
        if (theme.dark)
            painter.fillRect(QRectF(QPointF(), size()), theme.canvas);
        painter.scale(scale_, scale_);
        const FittedText date =
            fitLine(exportTime().date().toString(Qt::ISODate), fonts::Role::Remark, kLeastWidth / 2);
        const FittedText title =
            fitLine(request_.title, fonts::Role::PageTitle, width_ - 2 * kMargin - date.width - 24);
        const double middle = kMargin + (kHeader - 20) / 2;
        paintText(painter, {kMargin, middle - title.height / 2}, title, theme.text);
        paintText(painter, {width_ - kMargin - date.width, middle - date.height / 2}, date, theme.muted);
        paintLegend(legend_, theme, width_ - 2 * kMargin, &painter,
                    height_ - kMargin - footer_ + kFooter - kLegendRow);

        painter.translate((width_ - page_.content.width()) / 2 - page_.content.left(),
                          kMargin + kHeader - page_.content.top());
        BoardPainter::Options options;
        options.background = false;
        options.fullDetail = true;
        options.only = page_.only;
        board_.paint(painter, request_.design, page_.index, page_.content, options);
        if (request_.overlay)
            request_.overlay(painter, theme);
    }

private:
    const ExportRequest& request_;
    const ExportPage& page_;
    const BoardPainter& board_;
    QList<LegendEntry> legend_;
    double width_, height_, footer_, scale_;
};

void addFacts(QPDF& pdf, const ExportRequest& request) {
    const QDateTime time = exportTime();
    //: The code (BCP 47) of the language into which you are translating.
    const QString language = tr("en");
    QPDFObjectHandle info = QPDFObjectHandle::newDictionary();
    if (!request.title.isEmpty())
        info.replaceKey("/Title", text(request.title));
    if (!request.author.isEmpty())
        info.replaceKey("/Author", text(request.author));
    info.replaceKey("/Creator", QPDFObjectHandle::newString("Groundplan " GROUNDPLAN_VERSION));
    info.replaceKey("/Producer", QPDFObjectHandle::newString("Groundplan " GROUNDPLAN_VERSION));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(dateOf(time)));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(dateOf(time)));
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));

    QPDFObjectHandle catalogue = pdf.getRoot();
    catalogue.replaceKey("/Lang", text(language));
    catalogue.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&pdf, metadataOf(request, language, time));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    catalogue.replaceKey("/Metadata", metadata);
}

} // namespace

Result<void> writePdf(const ExportRequest& request, const Catalogue& catalogue, QIODevice& out) {
    const ExportPage content(request);
    const BoardPainter board(catalogue, request.dark ? Theme::darkTheme(catalogue) : Theme::light(catalogue));
    const Sheet sheet(request, content, board);
    PdfPage page(sheet.size());
    QPainter painter(&page);
    sheet.paint(painter);
    painter.end();

    try {
        QPDF pdf;
        pdf.emptyPDF();
        page.writeTo(pdf);
        addFacts(pdf, request);
        attachSource(pdf, request.source, request.title);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setMinimumPDFVersion("1.7");
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setDeterministicID(true);
        writer.write();
        const auto bytes = writer.getBufferSharedPointer();
        if (out.write(reinterpret_cast<const char*>(bytes->getBuffer()), qint64(bytes->getSize())) !=
            qint64(bytes->getSize()))
            return fail(ErrorCode::NotWritten,
                        tr("The PDF could not be written: %1.").arg(out.errorString()));
    } catch (const std::exception& problem) {
        return fail(ErrorCode::NotWritten,
                    tr("The PDF could not be made: %1.").arg(QString::fromLocal8Bit(problem.what())));
    }
    return {};
}

} // namespace groundplan
