#pragma once

#include "model/design/error.h"

#include <QString>

class QIODevice;
class QPDF;

namespace groundplan {

/// What a PDF file says about itself.
struct PdfFacts {
    QString title;        ///< empty: none
    QString author;       ///< empty: none
    QString subject = {}; ///< empty: none
};

/// Every PDF of ours is finished here: title, author, subject, dates (exportTime()) and language in both
/// places where readers look for them, an id that follows from the content, and the bytes into `out`. `pdf`
/// has its pages.
Result<void> finishPdf(QPDF& pdf, const PdfFacts& facts, QIODevice& out);

} // namespace groundplan
