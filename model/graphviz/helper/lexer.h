#pragma once

#include "model/graphviz/wire.h"

#include <string>
#include <string_view>

namespace groundplan {

struct DotToken {
    enum Kind {
        End,
        OpenBrace,
        CloseBrace,
        OpenBracket,
        CloseBracket,
        Semicolon,
        Comma,
        Equals,
        Colon,
        Plus,
        Arrow, ///< ->
        Line,  ///< --
        Name,  ///< a bare name or number
        Text,  ///< a quoted or HTML-like text
        GraphWord,
        DigraphWord,
        SubgraphWord,
        NodeWord,
        EdgeWord,
        StrictWord,
        Other, ///< a character that has no meaning in DOT
        Failed ///< see DotLexer::failure()
    };
    Kind kind = End;
    std::string_view raw; ///< as it stands in the text, with quotes
    std::size_t line = 1; ///< of its first character
};

/// Cuts DOT into tokens exactly as the scanner of Graphviz 2.42 does (lib/cgraph/scan.l describes it), in one
/// pass and without copying. It is there so that limits hold before cgraph sees the text, and for right line
/// numbers: cgraph does not count the lines inside quoted texts.
class DotLexer {
public:
    explicit DotLexer(std::string_view text)
        : text_(text) {}

    DotToken next();
    const wire::Failure& failure() const { return failure_; }

private:
    char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
    bool skipBlanks();
    DotToken quoted();
    DotToken html();
    DotToken nameOrNumber();
    DotToken taken(DotToken::Kind kind, std::size_t size);
    DotToken fail(wire::Status status, std::size_t line, std::size_t limit = 0);

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    wire::Failure failure_;
};

/// The value of a name or text token, without quotes and with \" replaced.
std::string valueOf(const DotToken& token);

/// The start of a token, for a sentence: at most 40 bytes, cut between characters, no line break.
std::string excerptOf(std::string_view raw);

} // namespace groundplan
