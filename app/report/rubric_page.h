#pragma once

#include "app/render/theme.h"

#include <QSizeF>

class QPainter;

namespace groundplan::report {

/// The page on which an interviewer judges by hand: five signals by four levels, each with room to write, and
/// lines for who, when and what was seen.
void paintRubric(QPainter& painter, QSizeF paper, const Theme& theme);

} // namespace groundplan::report
