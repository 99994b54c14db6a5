#include "graph/build.hpp"
namespace dateline {
KnowledgeGraph build(std::vector<Record> records) {
  KnowledgeGraph g;
  g.set_records(std::move(records));
  return g;
}
}  // namespace dateline
