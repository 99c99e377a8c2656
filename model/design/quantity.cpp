#include "model/design/quantity.h"

#include "model/design/metric_value.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>
#include <span>

using namespace Qt::StringLiterals;

namespace groundplan {

namespace {

struct Unit {
    QStringView word;
    double factor;
};

constexpr double kDay = 86'400;

constexpr std::array kTimes = {
    Unit{u"ns", 1e-9},      Unit{u"us", 1e-6},       Unit{u"\u00b5s", 1e-6},    Unit{u"ms", 1e-3},
    Unit{u"s", 1},          Unit{u"sec", 1},         Unit{u"second", 1},        Unit{u"min", 60},
    Unit{u"minute", 60},    Unit{u"h", 3600},        Unit{u"hour", 3600},       Unit{u"d", kDay},
    Unit{u"day", kDay},     Unit{u"week", 7 * kDay}, Unit{u"month", 30 * kDay}, Unit{u"year", 365 * kDay},
    Unit{u"y", 365 * kDay}, Unit{u"w", 7 * kDay},    Unit{u"hr", 3600},         Unit{u"millisecond", 1e-3},
};
constexpr std::array kNumerals = {
    Unit{u"thousand", 1e3}, Unit{u"million", 1e6}, Unit{u"mn", 1e6},        Unit{u"mio", 1e6},
    Unit{u"billion", 1e9},  Unit{u"bn", 1e9},      Unit{u"trillion", 1e12},
};
constexpr std::array kSizes = {
    Unit{u"b", 1},
    Unit{u"byte", 1},
    Unit{u"kb", 1e3},
    Unit{u"mb", 1e6},
    Unit{u"gb", 1e9},
    Unit{u"tb", 1e12},
    Unit{u"pb", 1e15},
    Unit{u"eb", 1e18},
    Unit{u"kib", 1024.},
    Unit{u"mib", 1048576.},
    Unit{u"gib", 1073741824.},
    Unit{u"tib", 1099511627776.},
    Unit{u"pib", 1125899906842624.},
};

std::optional<double> factorOf(std::span<const Unit> units, QStringView word) {
    for (const Unit& unit : units) {
        if (word == unit.word)
            return unit.factor;
    }
    return std::nullopt;
}

/// "Days" is "day", "hrs" is "hr"; "s" and "ms" stay what they are.
QString singular(const QString& word) {
    return word.size() > 3 || word == "hrs"_L1 ? (word.endsWith(u's') ? word.chopped(1) : word) : word;
}

/// What stands behind "per" in a rate: "/s", "per day", "a day", "qps", "requests/s".
std::optional<double> perSecond(QString unit) {
    if (unit.isEmpty() || unit == "qps"_L1 || unit == "rps"_L1 || unit == "tps"_L1)
        return 1;
    for (const auto& per : {u"/"_s, u" per "_s, u" a "_s, u" an "_s, u" each "_s}) {
        const QString spaced = u' ' + unit;
        const qsizetype at = spaced.lastIndexOf(per);
        if (at < 0)
            continue;
        const auto time = factorOf(kTimes, singular(spaced.mid(at + per.size()).trimmed()));
        return time ? std::optional(1 / *time) : std::nullopt;
    }
    if (unit == "daily"_L1)
        return 1 / kDay;
    return std::nullopt;
}

QString number(double value) {
    const QLocale english(QLocale::English);
    const double size = std::abs(value);
    if (size >= 100 || value == std::floor(value))
        return english.toString(value, 'f', 0);
    return english.toString(value, 'g', 3);
}

/// The largest unit of which there is at least one.
QString inUnits(double value, std::initializer_list<Unit> units) {
    const Unit* best = units.begin();
    for (const Unit& unit : units) {
        if (std::abs(value) >= unit.factor * (1 - 1e-9))
            best = &unit;
    }
    return number(value / best->factor) + u' ' + best->word.toString();
}

} // namespace

std::optional<double> quantityIn(const QString& typed, Quantity quantity) {
    auto figure = typedNumberIn(typed);
    if (!figure)
        return std::nullopt;
    QString unit = figure->unit.toLower();
    if (const auto factor = factorOf(kNumerals, unit.section(u' ', 0, 0))) {
        figure->number *= *factor;
        unit = unit.section(u' ', 1);
    }
    switch (quantity) {
    case Quantity::Count:
        return figure->number; // "10M videos": whatever is counted
    case Quantity::Money:
        return figure->number;
    case Quantity::Percent:
        return unit.isEmpty() || unit.startsWith(u'%') || unit.startsWith("percent"_L1) ||
                       unit.startsWith("per cent"_L1)
                   ? std::optional(figure->number)
                   : std::nullopt;
    case Quantity::Rate:
        if (const auto per = perSecond(unit))
            return figure->number * *per;
        return std::nullopt;
    case Quantity::Time:
        if (const auto factor = factorOf(kTimes, singular(unit.section(u' ', 0, 0))))
            return figure->number * *factor;
        return std::nullopt;
    case Quantity::Bytes:
        // "3T" was read as a number with its factor: it is terabytes as well.
        if (unit.isEmpty())
            return figure->number;
        if (const auto factor = factorOf(kSizes, singular(unit.section(u' ', 0, 0).section(u'/', 0, 0))))
            return figure->number * *factor;
        return std::nullopt;
    }
    return std::nullopt;
}

QString readBack(const QString& typed, Quantity quantity) {
    const auto value = quantityIn(typed, quantity);
    if (!value)
        return {};
    switch (quantity) {
    case Quantity::Count:
    case Quantity::Money:
        return number(*value);
    case Quantity::Percent:
        return number(*value) + u" %"_s;
    case Quantity::Rate:
        return QCoreApplication::translate("Quantity", "%1 per second").arg(number(*value));
    case Quantity::Time:
        return inUnits(*value,
                       {{u"ns", 1e-9}, {u"ms", 1e-3}, {u"s", 1}, {u"min", 60}, {u"h", 3600}, {u"d", kDay}});
    case Quantity::Bytes:
        return inUnits(*value,
                       {{u"B", 1}, {u"kB", 1e3}, {u"MB", 1e6}, {u"GB", 1e9}, {u"TB", 1e12}, {u"PB", 1e15}});
    }
    return {};
}

} // namespace groundplan
