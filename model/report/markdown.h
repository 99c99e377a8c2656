#pragma once

#include "model/report/report.h"

#include <QByteArray>

namespace groundplan::report {

/// A report as Markdown (CommonMark with tables, as GitHub and GitLab show it). `picture` is the file name of
/// the diagram beside the document, `mermaid` its flowchart; both stand where the architecture is told, and
/// are left out where they are empty; `remark` is a sentence about them. Whatever the texts hold, nothing of
/// them is taken for Markdown or HTML. The same input gives the same bytes.
QByteArray writeMarkdown(const Report& report, const QString& picture, const QByteArray& mermaid,
                         const QString& remark = {});

} // namespace groundplan::report
