// Lanes of a timeline: which events stand together because they share an actor, a type, a place or a source.
#pragma once

#include <string>
#include <vector>

#include "graph/timeline.hpp"
#include "render/chronicle.hpp"

namespace dateline {

struct Lanes {
  std::vector<std::string> names;     // printable; the most eventful first, what is left over last
  std::vector<std::size_t> of_entry;  // for each entry given, an index into names
};

// Each event stands once: with the busiest actor of those who act in it, else of those acted upon, else of
// those named. Entries without an actor, place or source, and those of lanes beyond kMostLanes, share the
// last lane. None gives no lanes at all.
[[nodiscard]] Lanes lanes_of(const KnowledgeGraph& graph, const std::vector<TimelineEntry>& entries,
                             LaneBy by);

}  // namespace dateline
