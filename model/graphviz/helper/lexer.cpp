#include "model/graphviz/helper/lexer.h"

#include "model/graphviz/dot_limits.h"

#include <algorithm>
#include <array>
#include <utility>

namespace groundplan {

namespace {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
/// Letters are ASCII letters, the underscore and every byte of a longer UTF-8 character.
constexpr bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}

DotToken::Kind kindOfName(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, DotToken::Kind>, 6> kWords = {{
        {"graph", DotToken::GraphWord},
        {"digraph", DotToken::DigraphWord},
        {"subgraph", DotToken::SubgraphWord},
        {"node", DotToken::NodeWord},
        {"edge", DotToken::EdgeWord},
        {"strict", DotToken::StrictWord},
    }};
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a + ('a' - 'A')) : a) == b; };
    for (const auto& [word, kind] : kWords) {
        if (std::equal(name.begin(), name.end(), word.begin(), word.end(), same))
            return kind;
    }
    return DotToken::Name;
}

} // namespace

DotToken DotLexer::taken(DotToken::Kind kind, std::size_t size) {
    const DotToken token{kind, text_.substr(at_, size), line_};
    at_ += token.raw.size();
    line_ += std::size_t(std::count(token.raw.begin(), token.raw.end(), '\n'));
    return token;
}

DotToken DotLexer::fail(wire::Status status, std::size_t line, std::size_t limit) {
    failure_ = {status, line, limit, {}};
    return {DotToken::Failed, {}, line};
}

/// Passes over blanks and comments; false when one is too long or never ends.
bool DotLexer::skipBlanks() {
    const auto skipLine = [this] {
        const std::size_t begin = at_;
        at_ = std::min(text_.find('\n', at_), text_.size());
        return at_ - begin <= dotlimits::kTokenBytes;
    };
    while (at_ < text_.size()) {
        const char c = text_[at_];
        const std::size_t line = line_;
        if (c == '\n') {
            ++line_;
            ++at_;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            ++at_;
        } else if (c == '#' || (c == '/' && at(at_ + 1) == '/')) {
            if (!skipLine()) {
                fail(wire::Status::TokenTooLong, line, dotlimits::kTokenBytes);
                return false;
            }
        } else if (c == '/' && at(at_ + 1) == '*') {
            const std::size_t end = text_.find("*/", at_ + 2);
            if (end == std::string_view::npos) {
                fail(wire::Status::OpenComment, line);
                return false;
            }
            while (at_ < end) {
                const std::size_t begin = at_;
                at_ = std::min(text_.find('\n', at_), end);
                if (at_ - begin > dotlimits::kTokenBytes) {
                    fail(wire::Status::TokenTooLong, line_, dotlimits::kTokenBytes);
                    return false;
                }
                if (at_ < end) {
                    ++at_;
                    ++line_;
                }
            }
            at_ = end + 2;
        } else if (text_.substr(at_, 3) == "\xEF\xBB\xBF" && !isLetter(at(at_ + 3)) &&
                   !isDigit(at(at_ + 3))) {
            at_ += 3;
        } else {
            return true;
        }
    }
    return true;
}

DotToken DotLexer::next() {
    if (failure_.status != wire::Status::Done)
        return {DotToken::Failed, {}, line_};
    if (!skipBlanks())
        return {DotToken::Failed, {}, line_};
    // The scanner of Graphviz takes @ for the end.
    if (at_ >= text_.size() || text_[at_] == '@')
        return {DotToken::End, {}, line_};
    const char c = text_[at_];
    switch (c) {
    case '{':
        return taken(DotToken::OpenBrace, 1);
    case '}':
        return taken(DotToken::CloseBrace, 1);
    case '[':
        return taken(DotToken::OpenBracket, 1);
    case ']':
        return taken(DotToken::CloseBracket, 1);
    case ';':
        return taken(DotToken::Semicolon, 1);
    case ',':
        return taken(DotToken::Comma, 1);
    case '=':
        return taken(DotToken::Equals, 1);
    case ':':
        return taken(DotToken::Colon, 1);
    case '+':
        return taken(DotToken::Plus, 1);
    case '"':
        return quoted();
    case '<':
        return html();
    default:
        break;
    }
    if (c == '-' && at(at_ + 1) == '>')
        return taken(DotToken::Arrow, 2);
    if (c == '-' && at(at_ + 1) == '-')
        return taken(DotToken::Line, 2);
    return nameOrNumber();
}

DotToken DotLexer::quoted() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != '"') {
        const bool escape = text_[end] == '\\' && (at(end + 1) == '"' || at(end + 1) == '\\');
        end += escape ? 2 : 1;
    }
    if (end >= text_.size())
        return fail(wire::Status::OpenText, line_);
    if (end - at_ > dotlimits::kTokenBytes)
        return fail(wire::Status::TokenTooLong, line_, dotlimits::kTokenBytes);
    return taken(DotToken::Text, end + 1 - at_);
}

DotToken DotLexer::html() {
    std::size_t end = at_ + 1;
    for (std::size_t nested = 1; nested > 0; ++end) {
        if (end >= text_.size())
            return fail(wire::Status::OpenHtml, line_);
        if (text_[end] == '<')
            ++nested;
        else if (text_[end] == '>')
            --nested;
    }
    if (end - at_ > dotlimits::kTokenBytes)
        return fail(wire::Status::TokenTooLong, line_, dotlimits::kTokenBytes);
    return taken(DotToken::Text, end - at_);
}

DotToken DotLexer::nameOrNumber() {
    std::size_t end = at_;
    if (isLetter(text_[end])) {
        while (isLetter(at(end)) || isDigit(at(end)))
            ++end;
        if (end - at_ > dotlimits::kTokenBytes)
            return fail(wire::Status::TokenTooLong, line_, dotlimits::kTokenBytes);
        return taken(kindOfName(text_.substr(at_, end - at_)), end - at_);
    }
    // -? ( digits ( . digits? )? | . digits )
    if (at(end) == '-')
        ++end;
    const bool whole = isDigit(at(end));
    while (isDigit(at(end)))
        ++end;
    if (at(end) == '.' && (whole || isDigit(at(end + 1)))) {
        ++end;
        while (isDigit(at(end)))
            ++end;
    } else if (!whole) {
        return taken(DotToken::Other, 1);
    }
    if (end - at_ > dotlimits::kTokenBytes)
        return fail(wire::Status::TokenTooLong, line_, dotlimits::kTokenBytes);
    return taken(DotToken::Name, end - at_);
}

std::string valueOf(const DotToken& token) {
    std::string_view raw = token.raw;
    if (token.kind != DotToken::Text || raw.size() < 2)
        return std::string(raw);
    const bool html = raw.front() == '<';
    raw = raw.substr(1, raw.size() - 2);
    if (html || raw.find('\\') == std::string_view::npos)
        return std::string(raw);
    std::string value;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char following = raw[i] == '\\' && i + 1 < raw.size() ? raw[i + 1] : '\0';
        if (following == '"' || following == '\n') {
            if (following == '"')
                value += '"';
            ++i;
        } else if (following == '\\') {
            value += "\\\\";
            ++i;
        } else {
            value += raw[i];
        }
    }
    return value;
}

std::string excerptOf(std::string_view raw) {
    constexpr std::size_t kLongest = 40;
    raw = raw.substr(0, raw.find('\n'));
    if (raw.size() > kLongest) {
        raw = raw.substr(0, kLongest + 1);
        while (!raw.empty() && (static_cast<unsigned char>(raw.back()) & 0xc0) == 0x80)
            raw.remove_suffix(1);
        raw.remove_suffix(1);
    }
    return std::string(raw);
}

} // namespace groundplan
