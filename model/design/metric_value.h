#pragma once

#include "model/design/rows.h"

#include <optional>

namespace groundplan {

/// The number in a typed figure: "0.78", "+2 %", "4k" (1e3), "10M" (1e6), "1.5G" or "1.5B" (1e9), "2T"
/// (1e12), "3e-4", "1 200" and "1,200" (thousands), "0,78" (comma or point as decimal sign), "~ $3", "20 ms"
/// (the unit is ignored; a letter that begins a word is one: "10 MB" is 10). Nothing when there is no finite
/// number at its start.
std::optional<double> numberIn(const QString& typed);

/// A typed figure taken apart: its number as numberIn() reads it, and what stands behind it ("ms", "%",
/// "/s").
struct TypedNumber {
    double number = 0;
    QString unit;
};
/// Nothing when there is no finite number at its start.
std::optional<TypedNumber> typedNumberIn(const QString& typed);

enum class Verdict { Unknown, Met, Missed };

/// Whether the current value reaches the target; Unknown when either is missing or not a number, or when they
/// were typed in different units ("150 ms" and "0.2 s").
Verdict verdictOf(const Metric& metric);

/// "AUC >= 0.78", "p99 60 ms": what a chip shows. The current value when known, else the target with its
/// direction.
QString chipText(const Metric& metric);
/// "≥ 0.78", "≤ 60 ms", or empty without a figure ("ms" alone is none).
QString targetText(const Metric& metric);
/// "0.81", "71 ms": the current value with its unit; empty when it is not known.
QString currentText(const Metric& metric);

} // namespace groundplan
