// Which event comes before which: an interval order, transitively reduced.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

// An event with more direct successors than this names only the first of them (see before_pairs).
inline constexpr std::size_t kMaxDirectNeighbours = 16;

// Pairs of indices (a, b) where a ends before b begins and no third interval lies wholly between them: the
// transitive reduction of the interval order (Fishburn 1985), computed directly from sorted ends in
// n log n + output. Where two crowded days follow each other the reduction is quadratic; a pair is then left
// out if a has more than kMaxDirectNeighbours direct successors and b as many direct predecessors, unless b
// is a's first (by begin, end, index) or a is b's last. So every pair is true, every interval that has
// neighbours keeps one on each side, and the output is linear. Sorted. An absent interval has no pairs; an
// open end has none on its side.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> before_pairs(
    const std::vector<std::optional<DateInterval>>& days);

// Links the dated events of a graph that has no before-edges yet.
void link_before(KnowledgeGraph& g);

}  // namespace dateline
