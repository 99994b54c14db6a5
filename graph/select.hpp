// Selection: which events of a graph are wanted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <date/date.h>

#include "graph/knowledge_graph.hpp"

namespace dateline {

// All conditions must hold; an absent or empty one always does. Several names in one list: any of them.
struct Selection {
  std::optional<date::sys_days> from;  // events that end before this day are left out
  std::optional<date::sys_days> to;    // inclusive: events that begin after this day are left out
  std::vector<std::string> actors;     // name or alias, case-insensitive
  std::vector<EventType> types;
  std::vector<std::string> places;  // name or country code, case-insensitive
  std::uint32_t min_sources = 1;
  bool core_only = false;

  [[nodiscard]] bool selects_all() const;
};

// The selected events with their actors and places; before-edges are those of the selection,
// transitively reduced anew. Undated events are left out where from or to is given. Keeps the records.
[[nodiscard]] KnowledgeGraph select(const KnowledgeGraph& graph, const Selection& selection);

}  // namespace dateline
