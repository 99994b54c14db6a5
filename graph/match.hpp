// Which actors and events of two graphs are the same, one to one.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/revision.hpp"

namespace dateline {

using VertexPair = std::pair<KnowledgeGraph::Vertex, KnowledgeGraph::Vertex>;

// Pairs (vertex of `a`, vertex of `b`), by key of the first; no vertex twice. Actors are the same if their
// kinds are compatible and one is named as the other is named or also known, or if their names differ by a
// few letters (a spelling put right) or by words that one adds.
[[nodiscard]] std::vector<VertexPair> match_actors(const KnowledgeGraph& a, const KnowledgeGraph& b);

// The same for the events of both sides, given the actors that are the same. Events are the same
// - if the trigger of one stands where that of the other stands, in sentences that are counterparts;
// - if of one type, and a third of the words of their sentences are the same; or, but for acts of speech, if
//   they share an actor or place and no days contradict that;
// - if of two types, and the trigger and most words are the same.
[[nodiscard]] std::vector<VertexPair> match_events(const Revision& revision,
                                                   const std::vector<VertexPair>& actors);

// What can be compared of one vertex without all pairs: those that share one of these keys.
using MatchKeys = std::vector<std::string>;

// Pairs (i, j) whose keys meet, sorted. All pairs where they are few; of a key that very many share, each i
// meets those j next to it in the order given.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> meeting(const std::vector<MatchKeys>& a,
                                                                       const std::vector<MatchKeys>& b);

struct ScoredPair {
  double score = 0;
  std::size_t a = 0;
  std::size_t b = 0;
};
// The best pairs, greedily, each a and b at most once; ties by a, then b. Sorted by a.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> best_pairs(std::vector<ScoredPair> pairs);

}  // namespace dateline
