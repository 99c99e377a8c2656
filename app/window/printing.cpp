#include "app/window/printing.h"

#include "app/panels/controls.h"
#include "app/render/export_page.h"
#include "app/render/export_time.h"
#include "model/design/counted.h"

#include <QDialogButtonBox>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QHBoxLayout>
#include <QLabel>
#include <QPageLayout>
#include <QPainter>
#include <QPrintDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kAir = 4; ///< around what is on the board

QSizeF uprightPaper(const QPrinter& printer) {
    const QSizeF paper = printer.pageLayout().pageSize().size(QPageSize::Point);
    return paper.width() > paper.height() ? paper.transposed() : paper;
}

} // namespace

PrintJob::PrintJob(const ExportRequest& what, const Catalogue& catalogue)
    : what_(what)
    , index_(what_.design)
    , painter_(catalogue, Theme::light(catalogue))
    , date_(exportTime().date().toString(Qt::ISODate))
    , content_(ExportPage(what_).content.adjusted(-kAir, -kAir, kAir, kAir)) {}

PrintSheets PrintJob::sheetsOn(const QPrinter& printer, const PrintSetup& setup) const {
    return printSheets(content_, uprightPaper(printer), setup);
}

bool PrintJob::print(QPrinter& printer, const PrintSetup& setup) const {
    const PrintSheets sheets = sheetsOn(printer, setup);
    printer.setFullPage(true); // the sheets have margins of their own
    printer.setPageOrientation(sheets.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    const int first = printer.fromPage() > 0 ? printer.fromPage() - 1 : 0;
    const int last = printer.toPage() > 0 ? std::min(printer.toPage(), sheets.count()) : sheets.count();
    QPainter painter;
    if (first >= last || !painter.begin(&printer))
        return false;
    const double scale = printer.resolution() / kPointsPerInch;
    for (int i = first; i < last; ++i) {
        if (i > first)
            printer.newPage();
        painter.save();
        painter.scale(scale, scale);
        paintSheet(painter, {what_.design, index_, painter_, what_.title, date_, what_.overlay}, sheets, i);
        painter.restore();
    }
    return painter.end();
}

PrintDialog::PrintDialog(std::unique_ptr<PrintJob> job, const QString& name, QWidget* parent)
    : QDialog(parent)
    , job_(std::move(job))
    , printer_(std::make_unique<QPrinter>(QPrinter::HighResolution))
    , preview_(new QPrintPreviewWidget(printer_.get()))
    , tiled_(new SegmentedControl({tr("One sheet"), tr("Several sheets")}))
    , scale_(new QSpinBox)
    , sheets_(mutedLabel(QString())) {
    setWindowTitle(tr("Print"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(860, 720);
    printer_->setDocName(name);
    printer_->setFullPage(true);
    tiled_->setCurrent(0);
    tiled_->setAccessibleName(tr("Sheets"));
    scale_->setRange(10, 400);
    scale_->setSingleStep(10);
    scale_->setValue(100);
    scale_->setSuffix(tr(" %"));
    scale_->setKeyboardTracking(false);
    scale_->setAccessibleName(tr("Scale"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(tiled_);
    row->addWidget(scale_);
    row->addWidget(sheets_, 1);
    column->addLayout(row);
    column->addWidget(preview_, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* print = buttons->addButton(tr("Print…"), QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    print->setDefault(true);
    if (auto* view = preview_->findChild<QGraphicsView*>()) {
        view->setFrameShape(QFrame::NoFrame);
        view->scene()->setBackgroundBrush(palette().color(QPalette::Mid));
    }
    column->addWidget(buttons);

    connect(preview_, &QPrintPreviewWidget::paintRequested, this,
            [this](QPrinter* printer) { job_->print(*printer, setup()); });
    connect(tiled_, &SegmentedControl::chosen, this, &PrintDialog::refresh);
    connect(scale_, &QSpinBox::valueChanged, this, &PrintDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &PrintDialog::choosePrinter);
    refresh();
}

PrintDialog::~PrintDialog() {
    delete preview_; // it draws on the printer
}

PrintSetup PrintDialog::setup() const {
    return {tiled_->current() == 1, scale_->value() / 100.0};
}

void PrintDialog::setSetup(const PrintSetup& setup) {
    const QSignalBlocker quiet(scale_);
    tiled_->setCurrent(setup.tiled ? 1 : 0);
    scale_->setValue(int(std::lround(setup.scale * 100)));
    refresh();
}

QString PrintDialog::sentence() const {
    return sheets_->text();
}

void PrintDialog::refresh() {
    const PrintSheets sheets = job_->sheetsOn(*printer_, setup());
    scale_->setEnabled(setup().tiled);
    const QString percent = locale().toString(std::lround(sheets.scale * 100));
    sheets_->setText(setup().tiled
                         ? tr("%1 (%2, %3) at %4 %, with marks to cut along")
                               .arg(counted(tr("%n sheet(s)", nullptr, sheets.count()), sheets.count()),
                                    counted(tr("%n row(s)", nullptr, sheets.rows), sheets.rows),
                                    counted(tr("%n column(s)", nullptr, sheets.columns), sheets.columns),
                                    percent)
                         : tr("All on one sheet, at %1 %").arg(percent));
    printer_->setPageOrientation(sheets.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
    if (sheets.count() > 1)
        preview_->setAllPagesViewMode();
    else
        preview_->setSinglePageViewMode();
    preview_->updatePreview();
    preview_->fitInView();
}

void PrintDialog::choosePrinter() {
    auto* dialog = new QPrintDialog(printer_.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    connect(dialog, &QDialog::accepted, this, [this] {
        if (job_->print(*printer_, setup()))
            accept();
        else
            sheets_->setText(tr("The printer took nothing: choose another, or check that it is on."));
    });
    dialog->open();
}

} // namespace groundplan
