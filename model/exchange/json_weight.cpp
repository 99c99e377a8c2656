#include "model/exchange/json_weight.h"

namespace groundplan {

bool isHeavyJson(QByteArrayView json) {
    constexpr qsizetype kMostContainers = 2'000'000;
    constexpr qsizetype kMostValues = 10'000'000;
    qsizetype containers = 0, values = 0;
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (c == '[' || c == '{') {
            ++containers;
        } else if (c == ',' || c == ':') {
            ++values;
        }
    }
    return containers > kMostContainers || values > kMostValues;
}

} // namespace groundplan
