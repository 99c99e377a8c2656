#include "app/render/export_page.h"
#include "app/render/export_time.h"
#include "app/render/exports.h"
#include "app/render/flow_legend.h"
#include "app/render/pdf_facts.h"
#include "app/render/pdf_links.h"
#include "app/render/pdf_page.h"
#include "app/render/pdf_source.h"
#include "app/render/route_shape.h"
#include "app/render/text_layout.h"
#include "model/design/web_link.h"

#include <QCoreApplication>
#include <QPainter>

#include <qpdf/QPDF.hh>

#include <cmath>
#include <optional>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PdfWriter", text);
}

constexpr double kMargin = 32;
constexpr double kHeader = 44;    ///< title and date, above the design
constexpr double kLegendAir = 16; ///< between the design and the legend below it
constexpr double kLeastWidth = 360;
constexpr double kMostSide = 14'400; ///< what PDF readers agree on

/// The whole page: header, design and legend. Sizes in points before it is scaled to what a page may measure.
class Sheet {
public:
    Sheet(const ExportRequest& request, const ExportPage& page, const BoardPainter& board)
        : request_(request)
        , page_(page)
        , board_(board)
        , legend_(page.hasLegend ? QList<Flow>() : page.flows) {
        width_ = std::max(kLeastWidth, page.content.width() + 2 * kMargin);
        legend_.fitInto(width_ - 2 * kMargin);
        footer_ = legend_.height() > 0 ? kLegendAir + legend_.height() : 0;
        height_ = page.content.height() + 2 * kMargin + kHeader + footer_;
        scale_ = std::min(1.0, kMostSide / std::max(width_, height_));
    }

    /// Whole points, so that every reader agrees.
    QSizeF size() const {
        return {std::min(kMostSide, std::ceil(width_ * scale_)),
                std::min(kMostSide, std::ceil(height_ * scale_))};
    }

    /// From the board's points to the page's.
    QTransform fromBoard() const {
        return QTransform::fromScale(scale_, scale_)
            .translate((width_ - page_.content.width()) / 2 - page_.content.left(),
                       kMargin + kHeader - page_.content.top());
    }

    void paint(QPainter& painter) const {
        const Theme& theme = board_.theme();
        if (theme.dark)
            painter.fillRect(QRectF(QPointF(), size()), theme.canvas);
        painter.scale(scale_, scale_);
        QString exported = exportTime().date().toString(Qt::ISODate);
        if (!request_.version.isEmpty())
            exported = tr("exported %1").arg(exported);
        const FittedText date = fitLine(exported, fonts::Role::Remark, kLeastWidth / 2);
        const double room = width_ - 2 * kMargin;
        const FittedText version = request_.version.isEmpty()
                                       ? FittedText()
                                       : fitLine(request_.version, fonts::Role::Remark, room * 0.6);
        const double right = std::max(date.width, version.width);
        const FittedText title = fitLine(request_.title, fonts::Role::PageTitle, room - right - 24);
        const double middle = kMargin + (kHeader - 20) / 2;
        paintText(painter, {kMargin, middle - title.height / 2}, title, theme.text);
        const double top = middle - (version.height + date.height) / 2;
        if (!request_.version.isEmpty())
            paintText(painter, {width_ - kMargin - version.width, top}, version, theme.muted);
        paintText(painter, {width_ - kMargin - date.width, top + version.height}, date, theme.muted);
        legend_.paint(painter, {kMargin, height_ - kMargin - legend_.height()}, theme);

        painter.setTransform(fromBoard());
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
    FlowLegend legend_;
    double width_, height_, footer_, scale_;
};

/// A block's own link is one in the file, too.
void addLinks(QPDF& pdf, const ExportRequest& request, const ExportPage& content, const Sheet& sheet) {
    std::optional<PdfLinks> links; // only when there are some: it asks for all pages
    for (const Block* block : request.design.blocks.sorted()) {
        const QUrl url = block->link.isEmpty() ? QUrl() : webLink(block->link);
        if (!url.isValid() || (content.only && !content.only->contains(block->id)))
            continue;
        if (!links)
            links.emplace(pdf);
        links->addUrl(0, sheet.fromBoard().mapRect(toRectF(block->rect)), url.toString(QUrl::FullyEncoded));
    }
}

} // namespace

Result<void> writePdf(const ExportRequest& request, const Catalogue& catalogue, QIODevice& out) {
    TravellingSource source(request.source);
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
        addLinks(pdf, request, content, sheet);
        if (const auto attached = source.attachTo(pdf, request.title); !attached)
            return attached;
        return finishPdf(pdf, {request.title, request.author, request.version}, out);
    } catch (const std::exception& problem) {
        return fail(ErrorCode::NotWritten,
                    tr("The PDF could not be made: %1.").arg(QString::fromLocal8Bit(problem.what())));
    }
}

} // namespace groundplan
