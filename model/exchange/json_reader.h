#pragma once

#include "model/design/catalogue.h"
#include "model/design/error.h"
#include "model/design/import.h"

#include <QByteArray>
#include <QString>

#include <atomic>

namespace groundplan {

/// Reads JSON that writeJson() has written, or that another program or a person has written after the same
/// schema (resources/schema/groundplan.schema.json): what writeJson() wrote gives an equal design, ids
/// included. Much may be left out: ids are made (any other text is an id, too, within its file), ends and
/// subjects may be names of blocks and frames, kinds, technologies and flows are found out from texts as in
/// drawings where a row that we did not write leaves them out, and what has no rectangle is laid out by
/// Graphviz when nothing has one, else put below what has. Connections may come without routes and labels
/// without sizes: measure and route before showing.
///
/// The error's sentence says the format, `sourceName`, the place ("blocks[3].rect", or line and column) and
/// the reason. May take seconds; stops soon after `cancelled` (may be null) becomes true. Any thread.
Result<Import> readJson(const QByteArray& bytes, const QString& sourceName, const Catalogue& catalogue,
                        const ImportContext& context = {}, const std::atomic<bool>* cancelled = nullptr);

} // namespace groundplan
