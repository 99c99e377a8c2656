#pragma once

#include "app/render/carried_document.h"
#include "app/report/paper.h"
#include "app/report/shown.h"
#include "model/design/catalogue.h"
#include "model/design/design.h"
#include "model/design/error.h"
#include "model/document/practice_session.h"
#include "model/framework/templates.h"

#include <QByteArray>

#include <optional>

class QIODevice;

namespace groundplan::report {

/// What becomes a report. The window and the command line fill the same struct, so they write the same bytes.
struct ReportRequest {
    Design design;
    QString title;
    QString author; ///< empty: none is named
    std::optional<PracticeSession> session;
    Paper paper = Paper::A4;
    CarriedDocument source = {};
    QString version = {}; ///< the moment of the document's history that `design` is from; empty: now
};

/// The request for what is shown of a document. `author` may be empty.
ReportRequest requestFor(Shown shown, const QString& author, Paper paper);

/// Writes the report: title and contents, the diagram on pages of its own, the sections of reportOf(), and a
/// rubric for the interviewer's pen. Vector, with fonts embedded and text to be found; contents, blocks and
/// entries lead to each other, bookmarks to all of them. With SOURCE_DATE_EPOCH set the same request gives
/// the same bytes.
Result<void> writeReportPdf(const ReportRequest& request, const Catalogue& catalogue,
                            const Templates& templates, QIODevice& out);

} // namespace groundplan::report
