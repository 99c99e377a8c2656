#include "app/window/source_choice.h"

#include "app/panels/controls.h"
#include "app/report/shown.h"
#include "model/exchange/drawio_carried.h"
#include "model/exchange/embedded_source.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundplan {

SourceChoice::SourceChoice(const Document& document, const Looked& looked, const QString& format, bool first,
                           QWidget* parent)
    : QWidget(parent)
    , document_(document)
    , looked_(looked)
    , format_(format)
    , drawing_(format == "drawio"_L1)
    , source_(new QCheckBox(tr("The design itself, so that this file opens as a board again")))
    , history_(
          new QCheckBox(tr("With its history: everything that was ever on the board, deleted words too")))
    , size_(mutedLabel({})) {
    source_->setObjectName(u"withSource"_s);
    history_->setObjectName(u"withHistory"_s);
    size_->setObjectName(u"sourceSize"_s);
    source_->setChecked(first);
    history_->setVisible(!drawing_ && !looked.moment);
    setVisible(!looked.comparison);

    auto* inside = new QHBoxLayout;
    inside->setSpacing(10);
    inside->addWidget(source_);
    inside->addWidget(size_, 1);
    auto* within = new QHBoxLayout;
    within->setContentsMargins(24, 0, 0, 0);
    within->addWidget(history_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(inside);
    column->addLayout(within);

    for (QCheckBox* box : {source_, history_})
        connect(box, &QCheckBox::toggled, this, &SourceChoice::refresh);
    refresh();
}

bool SourceChoice::isWanted() const {
    return source_->isChecked() && !looked_.comparison;
}

bool SourceChoice::historyIsWanted() const {
    return whole_ && !drawing_ && !looked_.moment && isWanted() && history_->isChecked();
}

void SourceChoice::setWhole(bool whole) {
    whole_ = whole;
    refresh();
}

void SourceChoice::refresh() {
    if (looked_.comparison)
        return;
    source_->setEnabled(whole_ || drawing_);
    history_->setEnabled(whole_ && source_->isChecked());
    if (!whole_) {
        size_->setText(drawing_ ? QString() : tr("not with a part of it"));
        return;
    }
    qsizetype& size = sizes_[history_->isChecked() ? 1 : 0];
    if (size < 0)
        size = measure();
    // In PNG six bits of a letter are packed again; in SVG each stands for itself.
    const qsizetype added = format_ == "svg"_L1 ? size * 4 / 3 : size;
    size_->setText(source_->isChecked() ? tr("adds %1").arg(QLocale().formattedDataSize(added, 0))
                                        : QString());
}

qsizetype SourceChoice::measure() const {
    if (drawing_)
        return drawio::carriedText(looked_.design).size();
    const auto shown = report::shownOf(
        document_, looked_.moment, history_->isChecked() ? report::Inside::History : report::Inside::Design);
    const auto bytes = shown ? shown->source.bytes() : Failure(shown.error());
    return bytes ? packSource(*bytes).size() : 0;
}

} // namespace groundplan
