#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <cstddef>
#include <optional>

namespace groundplan {

/// The words that an enumeration has in the file, in DOT, in JSON and on the command line: index = value.
/// Each enumeration of design.h specialises this with `static constexpr std::array<const char*, N> words`.
template <class Enum>
struct Words;

template <class Enum>
constexpr QLatin1StringView wordOf(Enum value) {
    return QLatin1StringView(Words<Enum>::words[std::size_t(value)]);
}

/// The value with that word, or nothing.
template <class Enum>
std::optional<Enum> fromWord(QStringView word) {
    for (std::size_t i = 0; i < Words<Enum>::words.size(); ++i) {
        if (word == QLatin1StringView(Words<Enum>::words[i]))
            return Enum(i);
    }
    return std::nullopt;
}

template <class Enum>
constexpr std::size_t wordCount() {
    return Words<Enum>::words.size();
}

} // namespace groundplan
