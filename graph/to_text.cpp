#include "graph/to_text.hpp"
namespace dateline {
std::string to_text(const Record&, bool) { return {}; }
std::string to_text(const KnowledgeGraph&) { return {}; }
std::string to_text(const Timeline&, const KnowledgeGraph&, std::size_t) { return {}; }
std::string to_text(const GraphDiff&) { return {}; }
}  // namespace dateline
