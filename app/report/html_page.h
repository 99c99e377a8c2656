#pragma once

#include "app/render/exports.h"
#include "model/design/catalogue.h"
#include "model/report/report.h"

#include <QByteArray>

namespace groundplan::report {

/// A design as one HTML file that needs nothing else and asks no network: the diagram (in both themes) to be
/// moved, searched and clicked, and the report beside it. What it says about an element is found by the links
/// of the report. Script and style are resources/page/; a strict Content-Security-Policy lets nothing else
/// run, and no text of the design is ever taken for markup. Without script it is a document that can be read
/// and printed. The same input gives the same bytes.
QByteArray htmlPage(const ExportRequest& request, const Report& report, const Catalogue& catalogue);

} // namespace groundplan::report
