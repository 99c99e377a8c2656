#pragma once

#include "model/design/design.h"

#include <QByteArray>
#include <QString>

/// How texts and numbers stand in draw.io's XML.
namespace groundplan::drawiotext {

/// A text as HTML, which draw.io takes labels for: lines divided by <br>.
QString html(const QString& text);
/// A text without the characters that XML cannot hold.
QString xml(const QString& text);
/// Points, exact in eighths.
QString length(qint64 units);
/// A share of one in six digits.
QString share(double value);
/// What hangs on an element and what describes it, a line each; empty: nothing. Not translated: equal designs
/// give equal bytes in every language.
QString tooltip(const Design& design, ElementId id);

} // namespace groundplan::drawiotext
