#include "graph/json.hpp"
namespace dateline {
std::string to_json_line(const Record&, bool) { return {}; }
std::string to_json(const std::vector<Record>&, bool) { return {}; }
std::string to_json(const KnowledgeGraph&) { return {}; }
std::string to_json(const GraphDiff&) { return {}; }
bool is_dateline_json(std::string_view) { return false; }
std::vector<Record> records_from_json(std::string_view, const std::string&) { return {}; }
}  // namespace dateline
