#pragma once

#include "model/design/words.h"

#include <QString>

#include <optional>

namespace groundplan {

/// What a typed number measures, so that its field knows the units.
enum class Quantity {
    Count,   ///< of anything
    Rate,    ///< per second
    Bytes,   ///< bytes
    Time,    ///< seconds
    Percent, ///< per cent
    Money,   ///< in whatever currency was typed
};
template <>
struct Words<Quantity> {
    static constexpr std::array words = {"count", "rate", "bytes", "time", "percent", "money"};
};

/// The number in a typed text, in the unit that the quantity has above: "10M" is 1e7, "4k/s" 4000, "350M a
/// day" 4051, "20 ms" 0.02, "3 TB" 3e12, "2 GiB" 2147483648, "90 days" 7776000. Nothing when there is no
/// number, or a unit that is none of this quantity ("20 ms" is no rate). A rate without a unit is per second,
/// a time without one says nothing.
std::optional<double> quantityIn(const QString& typed, Quantity quantity);

/// The same number as a person reads it back, to see that it was understood: "10,000,000", "4,051 per
/// second", "20 ms", "3 TB"; empty when quantityIn() has nothing. Translated, with the digits of English.
QString readBack(const QString& typed, Quantity quantity);

} // namespace groundplan
