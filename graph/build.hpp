// Builds the one graph of many records: resolves actors and events, links them, orders events in time.
#pragma once

#include <vector>

#include "graph/knowledge_graph.hpp"

namespace dateline {

// Records may come in any order and more than once; of two records of one article the newer stays
// (later modified day, else later published day, else greater sha256). The graph depends only on the set of
// records.
[[nodiscard]] KnowledgeGraph build(std::vector<Record> records);

}  // namespace dateline
