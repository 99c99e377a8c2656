#pragma once

#include "model/framework/evidence.h"
#include "model/framework/templates.h"

#include <QStringList>

namespace groundplan {

/// "a decision on “model choice”": what a point was looked for by. Of words and names at most so many.
QString evidenceText(const Evidence& evidence, const Catalogue& catalogue, const Templates& templates,
                     const QString& language, qsizetype most = 1'000);

/// Of what takes several things and has some of them: the parts that are not there yet, one text each; of
/// several alternatives those of the one that has most. Nothing where none has been begun.
QStringList missingTexts(const QList<Evidence>& evidence, const Design& design, const Catalogue& catalogue,
                         const Templates& templates, const QString& language);

} // namespace groundplan
