#pragma once

#include "model/design/rows.h"

#include <functional>

namespace groundplan {

/// What a field of a sheet is called, and what stands in it, for people: only templates know.
struct FieldText {
    QString title;
    QString value;
};
/// Without a function fields stand by their keys, as they are stored.
using FieldTextOf = std::function<FieldText(const Property& property)>;

} // namespace groundplan
