#pragma once

#include "model/design/quantity.h"

namespace groundplan {

/// What is to be said of a typed number whose unit is none of this quantity, such as "20 ms" where requests a
/// second are asked for; empty where it is understood, and where words without such a number were typed.
/// Translated.
QString unitRemark(const QString& typed, Quantity quantity);

} // namespace groundplan
