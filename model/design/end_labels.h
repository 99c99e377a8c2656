#pragma once

#include <QString>

namespace groundplan {

/// The label of a connection with what stands at its two ends, which have no labels of their own on the board:
/// "calls (1 → 0..*)", "→ 0..*".
inline QString withEndLabels(const QString& label, const QString& atSource, const QString& atTarget) {
    const QString source = atSource.simplified();
    const QString target = atTarget.simplified();
    if (source.isEmpty() && target.isEmpty())
        return label;
    const QString ends = (source + QStringLiteral(" → ") + target).trimmed();
    return label.trimmed().isEmpty() ? ends : label + QStringLiteral(" (") + ends + QLatin1Char(')');
}

} // namespace groundplan
