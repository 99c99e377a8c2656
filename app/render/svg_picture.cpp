#include "app/render/svg_picture.h"

#include "app/render/export_page.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace groundplan {

QByteArray svgPicture(const Design& design, const Catalogue& catalogue, const QString& title) {
    ExportRequest request;
    request.design = design;
    const ExportPage page(request);
    if (page.content.isEmpty())
        return {};
    constexpr double kAir = 8;
    constexpr int kPointsPerInch = 72;
    const QRectF area = page.content.adjusted(-kAir, -kAir, kAir, kAir).toAlignedRect();
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setTitle(title);
    generator.setResolution(kPointsPerInch);
    generator.setSize(area.size().toSize());
    generator.setViewBox(QRectF({}, area.size()));
    QPainter painter;
    if (!painter.begin(&generator))
        return {};
    painter.translate(-area.topLeft());
    BoardPainter::Options options;
    options.background = false;
    options.fullDetail = true;
    BoardPainter(catalogue, Theme::light(catalogue)).paint(painter, design, page.index, area, options);
    painter.end();
    return buffer.data();
}

} // namespace groundplan
