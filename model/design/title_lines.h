#pragma once

#include "model/design/label_words.h"

#include <QStringList>

namespace groundplan {

/// Lines as one; programs that break long identifiers do so before _ and ::.
QString joinedLines(const QStringList& lines);

/// Whether a text goes on behind this line of it ("Managed Service for", "Confluence,").
bool goesOn(const QString& line);

/// How many lines of a label are its title, at least one. People break "Feature\nstore" for the drawing only,
/// while "Load balancer\nTLS termination" and "Ranker\np99: 20 ms" say more of what the first line names.
qsizetype titleLines(const LabelWords& words, const QStringList& lines);

} // namespace groundplan
