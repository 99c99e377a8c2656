#pragma once

#include "model/design/rows.h"

#include <tl/expected.hpp>

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace groundplan {

// A design in words: "events > kafka > spark > feast < ranker". This file knows the grammar and nothing of
// what the words mean; sketch_plan.h gives them their meaning.
//
//   sketch    = { statement , ( newline | ";" ) }           "//" begins a comment
//   statement = chain [ ":" facts ] | facts                 facts (sketch_facts.h) behind a chain are about
//                                                           the group at its end; alone they are about the
//                                                           frame they stand in, else what is selected, else
//                                                           the whole design. Behind ";" facts with a mark or
//                                                           a sign, and figures of known metrics, still are
//   chain     = [ link ] group { link group } [ link ]      a link at either end leads from or to what is
//                                                           selected
//   group     = item { "," [ "label" ] item }               a branch: all of them; behind an arrow each may
//                                                           have a label of its own
//   item      = words [ "title" ] [ "(" technology ")" ] [ "{" sketch "}" ]     braces make it a frame
//   link      = ( ">" | "<" | "<>" | "--" | "~>" | "-flow>" | "<flow-" | "<flow-flow>" ... ) [ "label" ]
//
// `flow` is the beginning of a flow's word ("-s>": stream; "-train>": training data), in English or Russian
// ("-п)"), and may have the label behind it (-"clicks">). "->", "-->", "=>" and arrows of any script are ">".
// Every sign that the Russian keyboard does not have has a second spelling: "-)" and "(-" are ">" and "<",
// "_)" and "(_" are "~>" and "<~", "(( ... ))" are braces. Full-width signs and letters and typographic
// quotes are the plain ones. A colon with a letter, a digit or "/" behind it is a part of the word
// ("ranker:v2", "https://..."), unless facts follow.

/// Where in a text something stands, counted from 0 in UTF-16 units; `to` is behind its end.
struct TextSpan {
    qsizetype from = 0;
    qsizetype to = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

struct SketchStatement;

/// A block or a frame, as written.
struct SketchItem {
    QString words;      ///< "click stream"; empty when only a title was given
    QString title;      ///< in quotes; empty: none
    QString technology; ///< in parentheses; empty: none
    QString label;      ///< in a branch: of this one's own connection; empty: that of the arrow
    bool isFrame = false;
    QList<SketchStatement> content; ///< of a frame
    TextSpan span;                  ///< of words, title and technology
    TextSpan wordsSpan;             ///< of the words alone; where a completion goes
};

struct SketchLink {
    bool backward = false; ///< "<": the left one is the target
    Direction direction = Direction::Forward;
    std::optional<Flow> flow; ///< none given: what the kinds at its ends suggest
    QString label;
    TextSpan span;
};

struct SketchChain {
    QList<QList<SketchItem>> groups;
    QList<SketchLink> links;         ///< between groups: links[i] follows groups[i]
    std::optional<SketchLink> first; ///< before the first group: from what is selected
    std::optional<SketchLink>
        last; ///< behind the last group: to what is selected, or not typed to its end yet
};

/// What follows a colon, or stands alone.
struct SketchFacts {
    std::optional<SketchItem> subject; ///< none: the end of the statement's chain, if it has one
    QString text;
    TextSpan span; ///< of the text
};

struct SketchStatement {
    std::optional<SketchChain> chain;
    std::optional<SketchFacts> facts; ///< set when chain is not; or about its end
};

/// Why a sketch cannot be read.
struct SketchError {
    QString sentence; ///< says the line and column as well, in a text of several lines
    qsizetype at = 0; ///< in the whole text, from 0
    int line = 1;
    int column = 1; ///< in characters as people count them (a pair of surrogates is one)
};

/// Most statements, items and links together of one text.
inline constexpr int kMostSketched = 20'000;
/// Frames inside frames in one text.
inline constexpr int kDeepestSketch = 32;

/// Whether a statement stands for facts: what its words mean is not the grammar's to know ("qps 4k").
using FactTest = std::function<bool(const QString&)>;

/// With `missing`, the end of the text closes what is still open, as while somebody types: braces without
/// further ado; the first quote or parenthesis is put there as a fault. Without `isFacts` facts need a colon.
tl::expected<QList<SketchStatement>, SketchError>
readSketch(const QString& text, std::optional<SketchError>* missing = nullptr, const FactTest& isFacts = {});

/// The sentence with its place, for a fault at `at`.
SketchError sketchError(const QString& text, qsizetype at, const QString& sentence);

/// The text with every sign in its plain form, character for character (so that places stay): full-width
/// signs and letters, quotes of all scripts, arrows.
QString plainSigns(const QString& text);

} // namespace groundplan
