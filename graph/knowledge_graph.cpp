#include "graph/knowledge_graph.hpp"
namespace dateline {
void KnowledgeGraph::set_records(std::vector<Record> records) { records_ = std::move(records); }
}  // namespace dateline
