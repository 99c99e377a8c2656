#include "model/design/unit_remark.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace groundplan {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("UnitRemark", text);
}

QString wanted(Quantity quantity) {
    switch (quantity) {
    case Quantity::Rate:
        return tr("a number per second, such as “4k/s” or “350M a day”");
    case Quantity::Bytes:
        return tr("an amount of data, such as “3 TB”");
    case Quantity::Time:
        return tr("a time, such as “20 ms” or “90 days”");
    case Quantity::Percent:
        return tr("a share, such as “5 %”");
    case Quantity::Count:
    case Quantity::Money:
        break; // whatever is counted
    }
    return {};
}

} // namespace

QString unitRemark(const QString& typed, Quantity quantity) {
    const QString sought = wanted(quantity);
    if (sought.isEmpty() || quantityIn(typed, quantity) || !quantityIn(typed, Quantity::Count))
        return {};
    constexpr std::array others{Quantity::Rate, Quantity::Bytes, Quantity::Time, Quantity::Percent};
    const bool known = std::any_of(others.begin(), others.end(),
                                   [&](Quantity other) { return quantityIn(typed, other).has_value(); });
    // A sentence that begins with a figure is an answer of its own.
    const bool brief = typed.simplified().count(QLatin1Char(' ')) <= 1;
    return known || brief ? tr("Not read as %1; it stays as typed.").arg(sought) : QString();
}

} // namespace groundplan
