#include "app/window/export_options.h"

#include "app/render/export_formats.h"
#include "app/window/source_choice.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {

ExportOptionsBox::ExportOptionsBox(const Document& document, const QString& format,
                                   const ExportOptions& first, Part part, QWidget* parent)
    : QWidget(parent)
    , part_(part)
    , selection_(new QCheckBox(tr("The selection only")))
    , dark_(new QCheckBox(tr("Dark")))
    , source_(new SourceChoice(document, format, first.source)) {
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
