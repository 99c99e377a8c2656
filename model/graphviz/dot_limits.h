#pragma once

#include <cstddef>

namespace groundplan::dotlimits {

// What a DOT text may hold. Beyond these Graphviz 2.42 overflows its parser's stack (chains of 2,500 links,
// 1,665 nested `a -> {`), takes time with the square of a length (a text of 4 MB: 7 s) or memory without
// bound.

inline constexpr std::size_t kInputBytes = 128 * 1024 * 1024;
inline constexpr std::size_t kTokenBytes = 256 * 1024; ///< one text, name or comment line
inline constexpr std::size_t kTextParts = 1'000;       ///< of one "a" + "b" + ...
inline constexpr std::size_t kDepth = 256;             ///< braces inside braces
inline constexpr std::size_t kChainLinks = 2'000;      ///< of all chains that are open at one place
inline constexpr std::size_t kNodes = 500'000;
inline constexpr std::size_t kEdges = 500'000;
/// Nodes and edges together: what a design has room for.
inline constexpr std::size_t kElements = 500'000;
inline constexpr std::size_t kSubgraphs = 50'000;
/// 128 MB of pictures in pieces of 16 KB are 8,400 names.
inline constexpr std::size_t kAttributeNames = 10'000;
/// Nodes and edges, each as often as there are subgraphs around it.
inline constexpr std::size_t kMemberships = 10'000'000;
/// Objects times the attributes that objects of that sort have: cgraph keeps a value for each.
inline constexpr std::size_t kValues = 50'000'000;
/// The same, added up over the moments at which an attribute is first named: cgraph copies them all then.
inline constexpr std::size_t kCopiedValues = 200'000'000;

/// Of a request for a layout.
inline constexpr std::size_t kLayoutNodes = 8'000;
inline constexpr std::size_t kLayoutEdges = 50'000;
/// What dot takes time by is not how many they are (a hundred nodes in a row with long links take longer than
/// a thousand in a tree): it puts a place into each rank that an edge passes, and compares all that passes
/// the same one. The first cost it 0.1 ms each where they are many, the second 0.1 us a pair: these are
/// about four seconds.
inline constexpr std::size_t kLayoutPassed = 40'000;
inline constexpr std::size_t kLayoutPairs = 30'000'000;
/// From these on it tries fewer orders, at a fourth of the time.
inline constexpr std::size_t kLayoutManyPassed = 4'000;
inline constexpr std::size_t kLayoutManyPairs = 2'000'000;
inline constexpr std::size_t kLayoutClusters = 5'000;

} // namespace groundplan::dotlimits
