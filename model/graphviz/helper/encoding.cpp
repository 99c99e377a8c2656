#include "model/graphviz/helper/lexer.h"
#include "model/graphviz/helper/precheck.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace groundplan {

namespace {

/// Length of the well-formed UTF-8 character at the start of `bytes`, 0 when there is none (overlong forms,
/// surrogates and values above U+10FFFF are none; Unicode 15, table 3-7).
std::size_t characterLength(std::string_view bytes) {
    const auto byte = [bytes](std::size_t i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : static_cast<unsigned char>(0);
    };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    unsigned char least = 0x80;
    unsigned char most = 0xbf;
    if (first == 0xe0)
        least = 0xa0;
    else if (first == 0xed)
        most = 0x9f;
    else if (first == 0xf0)
        least = 0x90;
    else if (first == 0xf4)
        most = 0x8f;
    if (byte(1) < least || byte(1) > most)
        return 0;
    for (std::size_t i = 2; i < length; ++i) {
        if (byte(i) < 0x80 || byte(i) > 0xbf)
            return 0;
    }
    return length;
}

/// Offset of the first byte that belongs to no character, or npos.
std::size_t firstWrongByte(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = characterLength(text.substr(i, 4));
        if (length == 0)
            return i;
        i += length;
    }
    return std::string_view::npos;
}

std::size_t lineOf(std::string_view text, std::size_t offset) {
    return 1 + std::size_t(std::count(text.begin(), text.begin() + std::ptrdiff_t(offset), '\n'));
}

/// Whether the graph says that it is written in Latin-1, by one of the names that Graphviz knows for it.
bool saysLatin1(std::string_view text) {
    static constexpr std::array<std::string_view, 7> kNames = {
        "latin-1", "latin1", "l1", "iso-8859-1", "iso_8859-1", "iso8859-1", "iso-ir-100",
    };
    DotLexer lexer(text);
    int matched = 0;
    while (true) {
        const DotToken token = lexer.next();
        if (token.kind == DotToken::End || token.kind == DotToken::Failed)
            return false;
        if (matched == 2) {
            std::string value = valueOf(token);
            std::transform(value.begin(), value.end(), value.begin(),
                           [](unsigned char c) { return char(std::tolower(c)); });
            if (std::find(kNames.begin(), kNames.end(), value) != kNames.end())
                return true;
        }
        if (matched == 1 && token.kind == DotToken::Equals)
            matched = 2;
        else
            matched = valueOf(token) == "charset" ? 1 : 0;
    }
}

} // namespace

wire::Failure toUtf8(std::string_view bytes, std::string& text) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (bytes.substr(0, kMark.size()) == kMark)
        bytes.remove_prefix(kMark.size());
    const std::size_t nul = bytes.find('\0');
    const std::size_t wrong = firstWrongByte(bytes);
    // UTF-16 is full of both; what it is not is said rather than what it has.
    if (nul != std::string_view::npos && wrong == std::string_view::npos)
        return {wire::Status::NulByte, lineOf(bytes, nul), 0, {}};
    if (wrong == std::string_view::npos) {
        text = bytes;
        return {};
    }
    if (nul != std::string_view::npos || !saysLatin1(bytes))
        return {wire::Status::NotUtf8, lineOf(bytes, wrong), wrong, {}};
    text.clear();
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text += c;
        } else {
            text += char(0xc0 | (byte >> 6));
            text += char(0x80 | (byte & 0x3f));
        }
    }
    return {};
}

} // namespace groundplan
