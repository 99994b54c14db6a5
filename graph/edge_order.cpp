#include "graph/edge_order.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace dateline {

std::vector<KnowledgeGraph::Edge> edges_by_key(const KnowledgeGraph& g) {
  const KnowledgeGraph::Graph& graph = g.graph();
  // Of one relation all edges begin at one kind of vertex, and end at one: places among their kind are
  // enough, and quicker compared than keys.
  std::vector<std::uint32_t> place(num_vertices(graph));
  for (const auto* const kind : {&g.entities(), &g.events()})
    for (std::uint32_t i = 0; i < kind->size(); ++i) place[(*kind)[i]] = i;
  std::vector<KnowledgeGraph::Edge> sorted;
  sorted.reserve(num_edges(graph));
  for (auto [e, end] = edges(graph); e != end; ++e) sorted.push_back(*e);
  std::ranges::sort(sorted, {}, [&](const KnowledgeGraph::Edge& e) {
    return std::tuple(graph[e].relation, place[source(e, graph)], place[target(e, graph)]);
  });
  return sorted;
}

}  // namespace dateline
