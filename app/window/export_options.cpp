#include "app/window/export_options.h"

#include "app/panels/controls.h"
#include "app/render/export_formats.h"
#include "app/render/export_page.h"
#include "app/render/png_size.h"
#include "app/window/source_choice.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {

ExportOptionsBox::ExportOptionsBox(const Document& document, const Looked& looked,
                                   const QSet<ElementId>& selected, const QString& format,
                                   const ExportOptions& first, Part part, QWidget* parent)
    : QWidget(parent)
    , part_(part)
    , looked_(looked)
    , selected_(selected)
    , selection_(new QCheckBox(tr("The selection only")))
    , dark_(new QCheckBox(tr("Dark")))
    , source_(new SourceChoice(document, looked, format, first.source)) {
    selection_->setObjectName(u"selectionOnly"_s);
    dark_->setObjectName(u"dark"_s);
    selection_->setChecked(part == Part::Selection);
    selection_->setVisible(part != Part::Whole);
    dark_->setChecked(first.dark);

    auto* looks = new QHBoxLayout;
    looks->setSpacing(20);
    looks->addWidget(dark_);
    dark_->setVisible(isPicture(format));
    if (format == "png"_L1) {
        scale_ = new QDoubleSpinBox;
        scale_->setObjectName(u"scale"_s);
        scale_->setRange(0.1, 16);
        scale_->setDecimals(1);
        scale_->setSingleStep(0.5);
        scale_->setValue(first.scale);
        scale_->setSuffix(tr(" pixels a point"));
        scale_->setAccessibleName(tr("Scale"));
        looks->addWidget(scale_);
        pixels_ = mutedLabel({});
        pixels_->setObjectName(u"pixels"_s);
        looks->addWidget(pixels_);
        connect(scale_, &QDoubleSpinBox::valueChanged, this, &ExportOptionsBox::showPixels);
        connect(selection_, &QCheckBox::toggled, this, &ExportOptionsBox::showPixels);
        showPixels();
    }
    looks->addWidget(selection_);
    looks->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addLayout(looks);
    column->addWidget(source_);

    connect(selection_, &QCheckBox::toggled, this, [this] { source_->setWhole(!selectionOnly()); });
    source_->setWhole(!selectionOnly());
}

/// Before, and not after, one learns how large the picture becomes.
void ExportOptionsBox::showPixels() {
    std::optional<QRectF>& content = contents_[selectionOnly() ? 1 : 0];
    if (!content) {
        ExportRequest request;
        request.design = looked_.design;
        if (looked_.comparison)
            request = *looked_.comparison;
        if (selectionOnly())
            request.selection = selected_;
        content = ExportPage(request).content;
    }
    const PngSize size = pngSizeOf(*content, scale_->value());
    const QString pixels =
        tr("%1 × %2 pixels")
            .arg(locale().toString(size.pixels.width()), locale().toString(size.pixels.height()));
    pixels_->setText(size.reduced ? tr("%1, the most there are").arg(pixels) : pixels);
}

bool ExportOptionsBox::hasAny(const QString& format) {
    return isPicture(format) || format == "drawio"_L1;
}

ExportOptions ExportOptionsBox::options() const {
    ExportOptions options;
    options.source = source_->isWanted();
    options.history = source_->historyIsWanted();
    options.dark = dark_->isChecked();
    if (scale_)
        options.scale = scale_->value();
    return options;
}

bool ExportOptionsBox::selectionOnly() const {
    return part_ != Part::Whole && selection_->isChecked();
}

} // namespace groundplan
