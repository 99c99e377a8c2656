#pragma once

#include "model/design/import.h"

namespace groundplan {

/// What a program with fonts adds to an import of any format: every size that texts ask for, so that what
/// another program has drawn can be read. `pictures`: bytes that the text names and does not hold
/// (text_form.h).
ImportContext importContext(const Assets& pictures = {});

} // namespace groundplan
