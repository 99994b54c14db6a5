// The edges of a graph in the order that users see: by relation, then by the keys of their ends.
#pragma once

#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

[[nodiscard]] std::vector<KnowledgeGraph::Edge> edges_by_key(const KnowledgeGraph& g);

}  // namespace dateline
