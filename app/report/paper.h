#pragma once

#include <QList>
#include <QSizeF>
#include <QString>

#include <optional>

namespace groundplan::report {

enum class Paper { A4, Letter };

/// "a4" and "letter", in whatever case; nothing for another word.
std::optional<Paper> paperNamed(const QString& name);
QString nameOf(Paper paper);

/// Upright, in points: the paper itself and the larger ones of its series, each twice as large as the one
/// before.
QList<QSizeF> seriesOf(Paper paper);

} // namespace groundplan::report
