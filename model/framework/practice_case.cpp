#include "model/framework/practice_case.h"

#include <algorithm>

namespace groundplan {

const Fact* PracticeCase::fact(const QString& wanted) const {
    const auto at = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) { return f.name == wanted; });
    return at == facts.end() ? nullptr : &*at;
}

} // namespace groundplan
