#include "model/design/shown_technology.h"

namespace groundplan {

bool showsTechnology(const Block& block) {
    return !block.technology.isEmpty() &&
           block.technology.compare(block.title.simplified(), Qt::CaseInsensitive) != 0;
}

} // namespace groundplan
