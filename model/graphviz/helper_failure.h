#pragma once

#include "model/graphviz/wire.h"

#include <QString>

namespace groundplan {

/// One sentence for a request that the helper refused: where (source and line), what, and what to do.
QString sentenceOf(const wire::Failure& failure, const QString& sourceName);

} // namespace groundplan
