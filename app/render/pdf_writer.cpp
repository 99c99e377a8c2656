#include "app/render/export_page.h"
#include "app/render/exports.h"
#include "app/render/flow_style.h"
#include "app/render/paint_context.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <cmath>

namespace groundplan {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PdfWriter", text);
}

constexpr double kMargin = 32;
constexpr double kHeader = 44;
constexpr double kFooter = 30;
constexpr double kLeastWidth = 320;
constexpr double kMostSide = 14'400;

} // namespace

Result<void> writePdf(const ExportRequest& request, const Catalogue& catalogue, QIODevice& out) {
    const ExportPage page(request);
    const BoardPainter board(catalogue, request.dark ? Theme::darkTheme(catalogue) : Theme::light(catalogue));
    const Theme& theme = board.theme();
    const QSizeF size(std::max(kLeastWidth, page.content.width() + 2 * kMargin),
                      page.content.height() + 2 * kMargin + kHeader + kFooter);
    const double scale = std::min(1.0, kMostSide / std::max(size.width(), size.height()));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(72);
        writer.setPageMargins(QMarginsF());
        writer.setPageSize(
            QPageSize(QSizeF(std::ceil(size.width() * scale), std::ceil(size.height() * scale)),
                      QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        QPainter painter(&writer);
        painter.scale(scale, scale);
        painter.setRenderHint(QPainter::Antialiasing);
        if (request.dark)
            painter.fillRect(QRectF(QPointF(), size).adjusted(-2, -2, 2, 2), theme.canvas);
        const FittedText title =
            fitLine(request.title, fonts::Role::PageTitle, size.width() - 2 * kMargin - 120);
        paintText(painter, {kMargin, kMargin}, title, theme.text);
        const FittedText date =
            fitLine(QLocale::c().toString(exportTime().date(), QStringLiteral("yyyy-MM-dd")),
                    fonts::Role::Remark, 110);
        paintText(painter, {size.width() - kMargin - date.width, kMargin + 8}, date, theme.muted);

        painter.save();
        painter.translate(kMargin - page.content.left(), kMargin + kHeader - page.content.top());
        BoardPainter::Options options;
        options.background = false;
        options.fullDetail = true;
        options.only = page.only;
        board.paint(painter, request.design, page.index, page.content, options);
        painter.restore();
        painter.end();
    }
    if (out.write(buffer.data()) != buffer.data().size())
        return fail(ErrorCode::NotWritten, tr("The PDF could not be written: %1.").arg(out.errorString()));
    return {};
}

} // namespace groundplan
