#include "model/framework/framework.h"

#include <algorithm>

namespace groundplan {

int Framework::minutes() const {
    int sum = 0;
    for (const Step& step : steps)
        sum += step.minutes;
    return sum;
}

const Step* Framework::step(const QString& wanted) const {
    const auto at = std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.name == wanted; });
    return at == steps.end() ? nullptr : &*at;
}

QString tickField(const Framework& framework, const Prompt& prompt) {
    return framework.name + QLatin1Char('.') + prompt.name;
}

} // namespace groundplan
