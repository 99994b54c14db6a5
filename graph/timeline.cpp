#include "graph/timeline.hpp"

#include <algorithm>
#include <tuple>

namespace dateline {

Timeline timeline_of(const KnowledgeGraph& graph) {
  Timeline timeline;
  for (const KnowledgeGraph::Vertex v : graph.events()) {  // by key
    const auto& when = std::get<EventNode>(graph[v]).facts.when;
    if (when && when->days)
      timeline.dated.push_back({v, when->days});
    else
      timeline.undated.push_back({v, std::nullopt});
  }
  // What began nobody knows when ("before 2010") stands where it ends.
  std::ranges::stable_sort(timeline.dated, {}, [](const TimelineEntry& entry) {
    const auto end = entry.days->end.value_or(date::sys_days::max());
    return std::tuple(entry.days->begin.value_or(end - date::days(1)), end);
  });
  return timeline;
}

}  // namespace dateline
