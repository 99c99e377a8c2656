#include "model/exchange/json_ids.h"

#include "model/design/id.h"

#include <algorithm>

namespace groundplan {

std::optional<qint64> JsonIds::numberIn(const QString& written) {
    bool isNumber = false;
    const qint64 number = written.toLongLong(&isNumber);
    // " 7" and "007" are other texts than 7.
    if (!isNumber || number <= 0 || QString::number(number) != written)
        return std::nullopt;
    return number;
}

bool JsonIds::add(const QString& written, const QString& place) {
    if (byText_.contains(written))
        return false;
    const qint64 number = numberIn(written).value_or(0);
    if (number != 0)
        taken_.insert(number);
    byText_.insert(written, {number, place});
    return true;
}

const JsonIds::Entry* JsonIds::find(const QString& written) const {
    const auto found = byText_.constFind(written);
    return found == byText_.cend() ? nullptr : &*found;
}

void JsonIds::complete() {
    for (Entry& entry : byText_) {
        if (entry.id == 0)
            entry.id = fresh();
    }
}

qint64 JsonIds::fresh() {
    qint64 id = ElementId::random().value();
    while (taken_.contains(id))
        id = ElementId::random().value();
    taken_.insert(id);
    return id;
}

} // namespace groundplan
