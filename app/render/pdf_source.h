#pragma once

#include "app/render/carried_document.h"

#include <QByteArray>
#include <QString>

class QPDF;

namespace groundplan {

/// A whole document as a PDF file holds it.
struct PdfSource {
    QByteArray packed;   ///< packSource()
    qsizetype size = 0;  ///< bytes before that
    QByteArray checksum; ///< MD5, as PDF wants it; tells accidents, guards against nobody
};

/// Any thread.
Result<PdfSource> pdfSourceOf(const CarriedDocument& document);

/// Attaches it to a PDF, where readers show it under that title and embeddedSource() finds it. May throw, as
/// qpdf does.
void attachSource(QPDF& pdf, const PdfSource& source, const QString& title);

} // namespace groundplan
