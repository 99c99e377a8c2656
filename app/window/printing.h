#pragma once

#include "app/render/exports.h"
#include "app/render/print_sheets.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPrintPreviewWidget;
class QPrinter;
class QSpinBox;

namespace groundplan {

class Catalogue;
class SegmentedControl;

/// The design as it comes onto paper: a value, so that the board may go on changing.
class PrintJob {
public:
    PrintJob(const ExportRequest& what, const Catalogue& catalogue);
    /// The sheets on the printer's paper.
    PrintSheets sheetsOn(const QPrinter& printer, const PrintSetup& setup) const;
    /// Turns the paper as it fits and prints all sheets that the printer was asked for. False: it could not
    /// begin.
    bool print(QPrinter& printer, const PrintSetup& setup) const;

private:
    ExportRequest what_;
    BoardIndex index_;
    BoardPainter painter_;
    QString date_;
    QRectF content_;
};

/// Shows the sheets and prints them: one, fitted, or as many as a scale takes.
class PrintDialog : public QDialog {
    Q_OBJECT
public:
    PrintDialog(std::unique_ptr<PrintJob> job, const QString& name, QWidget* parent);
    ~PrintDialog() override;

    PrintSetup setup() const;
    void setSetup(const PrintSetup& setup);
    QString sentence() const; ///< how many sheets

private:
    void refresh();
    void choosePrinter();

    std::unique_ptr<PrintJob> job_;
    std::unique_ptr<QPrinter> printer_;
    QPrintPreviewWidget* preview_;
    SegmentedControl* tiled_;
    QSpinBox* scale_;
    QLabel* sheets_;
};

} // namespace groundplan
