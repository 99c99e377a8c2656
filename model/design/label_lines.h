#pragma once

#include <QStringList>

namespace groundplan {

/// The label of a connection, which another program wrote on these lines, on one. What those who draw the C4
/// model write below it, or behind it, in square brackets, is what it is made with, and stands in round ones
/// here: "Asks for items", "[JSON/HTTPS]" become "Asks for items (JSON/HTTPS)".
QString labelOfLines(const QStringList& lines);

} // namespace groundplan
