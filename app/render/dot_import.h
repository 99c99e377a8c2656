#pragma once

#include "model/design/catalogue.h"
#include "model/document/document.h"
#include "model/graphviz/dot.h"

#include <QByteArray>
#include <QStringList>

namespace groundplan {

inline constexpr int kImportTimeout = 30'000; ///< milliseconds

/// readDot(), with what only a program with fonts can add: sizes for titles and labels, and routes for
/// connections without one, with their labels where these cover nothing. `pictures`: bytes that the text
/// names and does not hold (text_form.h).
Result<Import> readDotWhole(const QByteArray& text, const QString& sourceName, const Catalogue& catalogue,
                            int timeoutMs = kImportTimeout, const Assets& pictures = {});

/// Reads DOT (readDot(), in the helper process) into `document`, whose board is still empty, as one edit of
/// that name: ids of our own DOT are kept, labels without a size are measured, connections without a route
/// are routed with their labels where these cover nothing. The window (File > New from example, a dropped
/// file) and the command line both come through here, so the same file gives the same board. `sourceName`
/// stands in error sentences; `title` takes the place of the board's own, unless it is empty. The result says
/// what could not be taken over, one sentence each.
Result<QStringList> importDot(Document& document, const EditName& name, const QByteArray& text,
                              const QString& sourceName, const Catalogue& catalogue,
                              const QString& title = {});

} // namespace groundplan
