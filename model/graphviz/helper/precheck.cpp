#include "model/graphviz/helper/precheck.h"

#include "model/graphviz/dot_limits.h"
#include "model/graphviz/helper/lexer.h"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace groundplan {

namespace {

using wire::Status;

/// A recursive descent without the recursion: open braces are on a stack of our own.
class Precheck {
public:
    explicit Precheck(std::string_view text)
        : lexer_(text) {
        advance();
    }

    wire::Failure run(bool& moreGraphs) {
        moreGraphs = false;
        if (header()) {
            while (!levels_.empty() && ok()) {
                if (levels_.back().inChain)
                    operand();
                else
                    statement();
            }
            // The first token behind the graph, which cgraph does not look at.
            moreGraphs = ok() && token_.kind != DotToken::End;
        }
        return failure_;
    }

private:
    /// What stands between two braces, and the statement that is being read in it.
    struct Level {
        std::size_t line = 0;
        std::size_t openedAt = 0; ///< number of node mentions when it was opened
        std::size_t nodes = 0;    ///< different nodes named in it so far, or in subgraphs of it
        std::string name;         ///< of a subgraph that has one
        bool inChain = false;     ///< an arrow was read: an operand must follow
        std::size_t links = 0;    ///< arrows of the chain
        std::size_t left = 0;     ///< nodes of the operand before the arrow
    };

    bool ok() const { return failure_.status == Status::Done; }
    void fail(Status status, std::size_t line, std::size_t limit = 0, std::string near = {}) {
        if (ok())
            failure_ = {status, line, limit, std::move(near)};
    }
    void atMost(std::size_t value, std::size_t limit, Status status) {
        if (value > limit)
            fail(status, token_.line, limit);
    }
    void unexpected() {
        if (token_.kind == DotToken::Failed)
            failure_ = lexer_.failure();
        else if (token_.kind == DotToken::End && !levels_.empty())
            fail(Status::OpenBrace, levels_.back().line);
        else if (token_.kind == DotToken::Arrow || token_.kind == DotToken::Line)
            fail(isWrongArrow() ? Status::WrongArrow : Status::Syntax, token_.line, 0,
                 std::string(token_.raw));
        else
            fail(Status::Syntax, token_.line, 0, excerptOf(token_.raw));
    }

    void advance() { token_ = lexer_.next(); }
    bool is(DotToken::Kind kind) const { return token_.kind == kind; }
    bool isAtom() const { return is(DotToken::Name) || is(DotToken::Text); }
    bool isWrongArrow() const { return is(directed_ ? DotToken::Line : DotToken::Arrow); }
    bool isArrow() const { return is(directed_ ? DotToken::Arrow : DotToken::Line); }
    bool take(DotToken::Kind kind) {
        if (!is(kind))
            return false;
        advance();
        return true;
    }
    void expect(DotToken::Kind kind) {
        if (!take(kind))
            unexpected();
    }

    /// A name, a number, or quoted texts joined by +.
    std::string atom() {
        if (!isAtom()) {
            unexpected();
            return {};
        }
        std::string value = valueOf(token_);
        const bool mayGoOn = is(DotToken::Text);
        advance();
        for (std::size_t parts = 1; mayGoOn && ok() && is(DotToken::Plus); ++parts) {
            advance();
            if (!is(DotToken::Text)) {
                unexpected();
                break;
            }
            value += valueOf(token_);
            atMost(parts + 1, dotlimits::kTextParts, Status::TooManyParts);
            atMost(value.size(), dotlimits::kTokenBytes, Status::TokenTooLong);
            advance();
        }
        return value;
    }

    bool header() {
        if (is(DotToken::End)) {
            fail(Status::Empty, token_.line);
            return false;
        }
        take(DotToken::StrictWord);
        directed_ = is(DotToken::DigraphWord);
        if (!take(DotToken::DigraphWord))
            expect(DotToken::GraphWord);
        if (ok() && isAtom())
            atom();
        if (ok())
            open({});
        return ok();
    }

    void open(std::string name) {
        const std::size_t line = token_.line;
        expect(DotToken::OpenBrace);
        Level level;
        level.line = line;
        level.openedAt = mentions_;
        level.name = std::move(name);
        levels_.push_back(std::move(level));
        atMost(levels_.size(), dotlimits::kDepth, Status::TooDeep);
    }

    void close() {
        advance();
        const Level closed = std::move(levels_.back());
        levels_.pop_back();
        if (levels_.empty())
            return;
        std::size_t nodes = closed.nodes;
        // A named subgraph that is opened again still holds what it held.
        if (!closed.name.empty())
            nodes = subgraphNodes_[closed.name] += closed.nodes;
        operandRead(nodes);
    }

    void statement() {
        Level& level = levels_.back();
        level.links = 0;
        level.left = 0;
        switch (token_.kind) {
        case DotToken::CloseBrace:
            close();
            return;
        case DotToken::GraphWord:
            attributeStatement(graphNames_);
            return;
        case DotToken::NodeWord:
            attributeStatement(nodeNames_);
            return;
        case DotToken::EdgeWord:
            attributeStatement(edgeNames_);
            return;
        default:
            operand();
        }
    }

    void attributeStatement(std::unordered_set<std::string>& names) {
        advance();
        // An attribute macro: Graphviz reads it and does nothing with it.
        if (isAtom()) {
            atom();
            if (ok())
                expect(DotToken::Equals);
        }
        if (ok() && !is(DotToken::OpenBracket))
            unexpected();
        attributeLists(names);
        take(DotToken::Semicolon);
    }

    /// { [ name = value ; , ... ] }
    void attributeLists(std::unordered_set<std::string>& names) {
        while (ok() && take(DotToken::OpenBracket)) {
            while (ok() && !is(DotToken::CloseBracket))
                attribute(atom(), names);
            if (ok())
                advance();
        }
    }
    void attribute(const std::string& name, std::unordered_set<std::string>& names) {
        if (!ok())
            return;
        expect(DotToken::Equals);
        if (ok())
            atom();
        if (!take(DotToken::Semicolon))
            take(DotToken::Comma);
        declare(name, names);
    }
    /// cgraph gives every object that exists a longer list of values when it meets a new attribute.
    void declare(const std::string& name, std::unordered_set<std::string>& names) {
        if (!names.insert(name).second)
            return;
        const std::size_t objects = &names == &nodeNames_   ? nodes_.size()
                                    : &names == &edgeNames_ ? edges_
                                                            : subgraphs_;
        copiedValues_ += objects * names.size();
        atMost(names.size(), dotlimits::kAttributeNames, Status::TooManyFields);
        atMost(copiedValues_, dotlimits::kCopiedValues, Status::TooMuchTogether);
        checkValues();
    }
    void checkValues() {
        atMost(nodes_.size() * nodeNames_.size() + edges_ * edgeNames_.size() +
                   subgraphs_ * graphNames_.size(),
               dotlimits::kValues, Status::TooMuchTogether);
    }

    /// A list of nodes or a subgraph; at the start of a statement it may also turn out to be `name = value`.
    void operand() {
        if (is(DotToken::OpenBrace) || is(DotToken::SubgraphWord)) {
            std::string name;
            if (take(DotToken::SubgraphWord) && isAtom())
                name = atom();
            ++subgraphs_;
            atMost(subgraphs_, dotlimits::kSubgraphs, Status::TooManyGroups);
            checkValues();
            if (ok())
                open(std::move(name));
            return;
        }
        if (!isAtom()) {
            unexpected();
            return;
        }
        const std::string first = atom();
        if (ok() && !levels_.back().inChain && take(DotToken::Equals)) {
            if (ok())
                atom();
            declare(first, graphNames_);
            take(DotToken::Semicolon);
            return;
        }
        node(first);
        std::size_t nodes = 1;
        while (ok() && take(DotToken::Comma)) {
            node(atom());
            ++nodes;
        }
        operandRead(nodes);
    }

    /// A node is named, perhaps with a port and a compass point.
    void node(const std::string& name) {
        if (!ok())
            return;
        ++mentions_;
        const auto [place, isNew] = nodes_.try_emplace(name, 0);
        const std::size_t before = place->second;
        place->second = mentions_;
        // It is in each open subgraph already that was opened before it was last named.
        for (std::size_t i = levels_.size(); i-- > 0;) {
            if (!isNew && levels_[i].openedAt < before)
                break;
            ++levels_[i].nodes;
            ++memberships_;
        }
        atMost(nodes_.size(), dotlimits::kNodes, Status::TooManyNodes);
        atMost(nodes_.size() + edges_, dotlimits::kElements, Status::TooManyElements);
        atMost(memberships_, dotlimits::kMemberships, Status::TooMuchNesting);
        if (isNew)
            checkValues();
        for (int part = 0; part < 2 && ok() && take(DotToken::Colon); ++part)
            atom();
    }

    /// An operand with that many nodes has ended: count what it adds, and see whether the statement goes on.
    void operandRead(std::size_t nodes) {
        Level& level = levels_.back();
        if (level.inChain) {
            // Both factors are below kNodes: no overflow.
            const std::size_t added = level.left * nodes;
            edges_ += added;
            memberships_ += added * levels_.size();
            atMost(edges_, dotlimits::kEdges, Status::TooManyEdges);
            atMost(nodes_.size() + edges_, dotlimits::kElements, Status::TooManyElements);
            atMost(memberships_, dotlimits::kMemberships, Status::TooMuchNesting);
            checkValues();
        }
        level.left = nodes;
        level.inChain = false;
        if (!ok())
            return;
        if (isArrow()) {
            advance();
            level.inChain = true;
            ++level.links;
            ++openLinks_;
            atMost(openLinks_, dotlimits::kChainLinks, Status::ChainTooLong);
            return;
        }
        if (isWrongArrow()) {
            unexpected();
            return;
        }
        openLinks_ -= level.links;
        attributeLists(level.links > 0 ? edgeNames_ : nodeNames_);
        take(DotToken::Semicolon);
    }

    DotLexer lexer_;
    DotToken token_;
    wire::Failure failure_;
    bool directed_ = true;
    std::vector<Level> levels_;
    std::size_t mentions_ = 0;
    std::size_t memberships_ = 0;
    std::size_t copiedValues_ = 0;
    std::size_t edges_ = 0;
    std::size_t subgraphs_ = 0;
    std::size_t openLinks_ = 0;                          ///< of all chains that are not finished
    std::unordered_map<std::string, std::size_t> nodes_; ///< by name: the mention at which it was last named
    std::unordered_map<std::string, std::size_t> subgraphNodes_; ///< by name: nodes in it, at most
    std::unordered_set<std::string> nodeNames_;
    std::unordered_set<std::string> edgeNames_;
    std::unordered_set<std::string> graphNames_;
};

} // namespace

wire::Failure precheckDot(std::string_view text, bool& moreGraphs) {
    return Precheck(text).run(moreGraphs);
}

} // namespace groundplan
