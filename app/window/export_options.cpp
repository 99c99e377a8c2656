#include "app/window/export_options.h"

#include "app/panels/controls.h"
#include "app/render/export_formats.h"
#include "model/document/document_bytes.h"
#include "model/exchange/embedded_source.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {

ExportOptionsBox::ExportOptionsBox(const Document& document, const QString& format,
                                   const ExportOptions& first, Part part, QWidget* parent)
    : QWidget(parent)
    , document_(document)
    , format_(format)
    , part_(part)
    , selection_(new QCheckBox(tr("The selection only")))
    , dark_(new QCheckBox(tr("Dark")))
    , source_(new QCheckBox(tr("The design itself, so that this file opens as a board again")))
    , history_(
          new QCheckBox(tr("With its history: everything that was ever on the board, deleted words too")))
    , size_(mutedLabel({})) {
    selection_->setObjectName(u"selectionOnly"_s);
    dark_->setObjectName(u"dark"_s);
    source_->setObjectName(u"withSource"_s);
    history_->setObjectName(u"withHistory"_s);
    selection_->setChecked(part == Part::Selection);
    selection_->setVisible(part != Part::Whole);
    dark_->setChecked(first.dark);
    source_->setChecked(first.source);
    size_->setObjectName(u"sourceSize"_s);

    auto* looks = new QHBoxLayout;
    looks->setSpacing(20);
    looks->addWidget(dark_);
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
    auto* inside = new QHBoxLayout;
    inside->setSpacing(10);
    inside->addWidget(source_);
    inside->addWidget(size_, 1);
    auto* within = new QHBoxLayout;
    within->setContentsMargins(24, 0, 0, 0);
    within->addWidget(history_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addLayout(looks);
    column->addLayout(inside);
    column->addLayout(within);
    const bool carries = carriesSource(format);
    source_->setVisible(carries);
    history_->setVisible(carries);
    size_->setVisible(carries);

    for (QCheckBox* box : {selection_, source_, history_})
        connect(box, &QCheckBox::toggled, this, &ExportOptionsBox::refresh);
    refresh();
}

bool ExportOptionsBox::hasAny(const QString& format) {
    return carriesSource(format);
}

ExportOptions ExportOptionsBox::options() const {
    ExportOptions options;
    options.source = source_->isChecked();
    options.history = options.source && history_->isChecked() && !selectionOnly();
    options.dark = dark_->isChecked();
    if (scale_)
        options.scale = scale_->value();
    return options;
}

bool ExportOptionsBox::selectionOnly() const {
    return part_ != Part::Whole && selection_->isChecked();
}

void ExportOptionsBox::refresh() {
    const bool whole = !selectionOnly();
    source_->setEnabled(whole);
    history_->setEnabled(whole && source_->isChecked());
    if (!whole) {
        size_->setText(tr("not with a part of it"));
        return;
    }
    qsizetype& size = sizes_[history_->isChecked() ? 1 : 0];
    if (size < 0 && carriesSource(format_)) {
        const auto bytes = documentBytes(document_, history_->isChecked());
        size = bytes ? packSource(*bytes).size() : 0;
    }
    // In PNG six bits of a letter are packed again; in SVG each stands for itself.
    const qsizetype added = format_ == "svg"_L1 ? size * 4 / 3 : size;
    size_->setText(source_->isChecked() ? tr("adds %1").arg(QLocale().formattedDataSize(added, 0))
                                        : QString());
}

} // namespace groundplan
