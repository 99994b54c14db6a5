// The Timeline: the events of a graph in the order of their days, ready to be shown.
#pragma once

#include <string>
#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

struct TimelineEntry {
  KnowledgeGraph::Vertex event;
  std::optional<DateInterval> days;  // absent: undated
};

struct Timeline {
  std::vector<TimelineEntry> dated;    // by first day, then last day, then key (numbers in it by value)
  std::vector<TimelineEntry> undated;  // by key, in the same way
};

[[nodiscard]] Timeline timeline_of(const KnowledgeGraph& graph);

// "31 January 2023", "23-29 January 2023", "March 2011", "since 2009", "" for none: days as a reader writes
// them.
[[nodiscard]] std::string spell(const std::optional<DateInterval>& days);

}  // namespace dateline
